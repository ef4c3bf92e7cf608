/** The closed list of JSON-LD contexts: a badge that names another one is not read with it. */
import clr200 from './clr-v2p0.json' with { type: 'json' };
import clr201 from './clr-v2p0-2.0.1.json' with { type: 'json' };
import credentialsV1 from './credentials-v1.json' with { type: 'json' };
import credentialsV2 from './credentials-v2.json' with { type: 'json' };
import dataIntegrityV1 from './data-integrity-v1.json' with { type: 'json' };
import dataIntegrityV2 from './data-integrity-v2.json' with { type: 'json' };
import ed25519 from './ed25519-2020-v1.json' with { type: 'json' };
import multikey from './multikey-v1.json' with { type: 'json' };
import ob301 from './ob-v3p0-3.0.1.json' with { type: 'json' };
import ob302 from './ob-v3p0-3.0.2.json' with { type: 'json' };
import ob303 from './ob-v3p0-3.0.3.json' with { type: 'json' };
import obExtensions from './ob-v3p0-extensions.json' with { type: 'json' };
import ob300 from './ob-v3p0.json' with { type: 'json' };
import statusList2021 from './status-list-2021-v1.json' with { type: 'json' };
import status from './status-v1.json' with { type: 'json' };
import { CREDENTIALS_V1, CREDENTIALS_V2 } from './names.ts';

export const CONTEXTS: ReadonlyMap<string, object> = new Map<string, object>([
  [CREDENTIALS_V1, credentialsV1],
  [CREDENTIALS_V2, credentialsV2],
  ['https://w3id.org/security/data-integrity/v1', dataIntegrityV1],
  ['https://w3id.org/security/data-integrity/v2', dataIntegrityV2],
  ['https://w3id.org/security/multikey/v1', multikey],
  ['https://w3id.org/security/suites/ed25519-2020/v1', ed25519],
  ['https://www.w3.org/ns/credentials/status/v1', status],
  ['https://w3id.org/vc/status-list/2021/v1', statusList2021],
  ['https://purl.imsglobal.org/spec/clr/v2p0/context.json', clr200],
  ['https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json', clr201],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context.json', ob300],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.0.json', ob300],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json', ob301],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json', ob302],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', ob303],
  ['https://purl.imsglobal.org/spec/ob/v3p0/extensions.json', obExtensions],
]);
