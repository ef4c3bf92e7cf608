/** The same with @digitalbazaar/vc: eddsa-rdfc-2022 and eddsa-jcs-2022, did:key, the two contexts of today's badges. */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { createVerifyCryptosuite as createJcs } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';

import credentialsV2 from '../../packages/open-badges/src/contexts/credentials-v2.json' with { type: 'json' };
import ob303 from '../../packages/open-badges/src/contexts/ob-v3p0-3.0.3.json' with { type: 'json' };

const CONTEXTS = new Map<string, object>([
  ['https://www.w3.org/ns/credentials/v2', credentialsV2],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', ob303],
]);
const suites = [new DataIntegrityProof({ cryptosuite: eddsaRdfc }), new DataIntegrityProof({ cryptosuite: createJcs() })];

async function documentLoader(url: string): Promise<object> {
  return { contextUrl: null, documentUrl: url, document: CONTEXTS.get(url) ?? (await didKey(url)) };
}

/** What a did:key says of itself. */
async function didKey(url: string): Promise<object> {
  const [did = ''] = url.split('#');
  const publicKeyMultibase = did.slice('did:key:'.length);
  const id = `${did}#${publicKeyMultibase}`;
  const key = await ed25519Multikey.from({ '@context': 'https://w3id.org/security/multikey/v1', id, type: 'Multikey', controller: did, publicKeyMultibase });
  const method = await key.export({ publicKey: true, includeContext: true });
  return url.includes('#') ? method : { '@context': ['https://www.w3.org/ns/did/v1'], id: did, assertionMethod: [method] };
}

export async function check(text: string, now: Date): Promise<boolean> {
  const { verified } = await vc.verifyCredential({ credential: JSON.parse(text) as object, suite: suites, documentLoader, now });
  return verified;
}

Object.assign(globalThis, { check });
