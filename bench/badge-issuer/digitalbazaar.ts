/** Signs one credential after another with @digitalbazaar/vc, and nothing more: no verification, no picture, no ZIP. */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';

import credentialsV2 from '../../packages/open-badges/src/contexts/credentials-v2.json' with { type: 'json' };
import ob303 from '../../packages/open-badges/src/contexts/ob-v3p0-3.0.3.json' with { type: 'json' };

const CONTEXTS = new Map<string, object>([
  ['https://www.w3.org/ns/credentials/v2', credentialsV2],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', ob303],
]);
const documentLoader = (url: string): Promise<object> => Promise.resolve({ contextUrl: null, documentUrl: url, document: CONTEXTS.get(url) });

/** Milliseconds for `count` copies of a badge of ours, each under its own id. */
async function sign(text: string, count: number): Promise<number> {
  const unsigned = JSON.parse(text) as Record<string, unknown>;
  delete unsigned['proof'];
  const pair = await ed25519Multikey.generate();
  const id = `did:key:${pair.publicKeyMultibase}`;
  Object.assign(pair, { id: `${id}#${pair.publicKeyMultibase}`, controller: id });
  const suite = new DataIntegrityProof({ signer: pair.signer(), cryptosuite });
  const start = performance.now();
  for (let at = 0; at < count; at += 1) {
    await vc.issue({ credential: { ...unsigned, id: `urn:uuid:${crypto.randomUUID()}`, issuer: { ...unsigned['issuer'] as object, id } }, suite, documentLoader });
  }
  return performance.now() - start;
}

Object.assign(globalThis, { sign });
