/** Awards to sign in tests, and the reference library's opinion of what was signed. */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import * as vc from '@digitalbazaar/vc';

import type { JsonObject } from '../input/json.ts';
import { didKey } from '../issue/did.ts';
import { keyFromSeed, newSeed, type SigningKey } from '../issue/key.ts';
import type { Award, RandomBytes } from '../issue/model.ts';
import { documentLoader, NOW } from './badges.ts';

export const random: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

export const freshKey = (native = true): Promise<SigningKey> => keyFromSeed(newSeed(random), { native, random });

/** A picture of one shape, as a data URL. */
export const PICTURE = `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4"/></svg>')}`;

/** A full award: everything that the model knows is in it. */
export function award(key: SigningKey, changes: Partial<Award> = {}): Award {
  return {
    id: `urn:uuid:${crypto.randomUUID()}`,
    issuer: { id: didKey(key), name: 'Hub de démonstration', url: 'https://hub.example/', email: 'badges@hub.example', description: 'Coordination de démonstration.' },
    achievement: {
      id: 'urn:uuid:5b2c2b0e-7a51-4f0e-9f5a-000000000002', name: 'Bibliothèque partenaire', description: 'La bibliothèque accueille des médiateurs numériques.', criteria: '- une **convention** est signée', image: PICTURE, language: 'fr', tags: ['coordination'],
      alignments: [{ name: 'Interacting through digital technologies', url: 'https://publications.jrc.ec.europa.eu/repository/handle/JRC128415', code: '2.1', framework: 'DigComp 2.2' }],
    },
    recipient: { kind: 'person', email: 'mediatheque@commune.example', salt: '00112233445566778899aabbccddeeff' },
    validFrom: '2026-11-01T08:00:00Z',
    validUntil: '2028-11-01T08:00:00Z',
    narrative: 'A tenu *quatre* permanences.',
    evidence: [{ url: 'https://hub.example/retex', name: 'Compte rendu', narrative: 'Atelier du 12 mai', genre: 'Compte rendu' }, { narrative: 'Une convention' }],
    ...changes,
  };
}

/** Whether @digitalbazaar/vc verifies it. */
export async function oracleVerifies(credential: JsonObject, loader: (url: string) => Promise<unknown> = didLoader, now = NOW): Promise<boolean> {
  const suite = new DataIntegrityProof({ cryptosuite });
  const checkStatus = (): Promise<{ verified: true }> => Promise.resolve({ verified: true });
  return (await vc.verifyCredential({ credential: structuredClone(credential), suite, documentLoader: loader, now, checkStatus })).verified;
}

/** Whether @digitalbazaar/vc-bitstring-status-list takes the badge for revoked, by the signed list that stands at `url`. */
export async function oracleRevoked(credential: JsonObject, url: string, list: JsonObject): Promise<boolean> {
  const documentLoader = (address: string): Promise<unknown> => (address === url ? Promise.resolve({ contextUrl: null, documentUrl: url, document: list }) : didLoader(address));
  const check = checkStatus as (options: object) => Promise<{ verified: boolean; results: { status: boolean }[] }>;
  const { verified, results } = await check({ credential, suite: new DataIntegrityProof({ cryptosuite }), documentLoader, verifyBitstringStatusListCredential: true });
  // Its trap: `verified` is also said of a revoked badge.
  if (!verified) throw new Error('the list was not read');
  return results[0]?.status ?? false;
}

/** The pinned contexts, and did:key documents made from their names. */
export const didLoader = (url: string): Promise<unknown> => {
  const [did = '', fragment] = url.split('#');
  if (!did.startsWith('did:key:')) return documentLoader(url);
  const multibase = did.slice('did:key:'.length);
  const context = 'https://w3id.org/security/multikey/v1';
  const method = { '@context': context, id: `${did}#${multibase}`, type: 'Multikey', controller: did, publicKeyMultibase: multibase };
  const document = fragment === undefined ? { '@context': ['https://www.w3.org/ns/did/v1', context], id: did, verificationMethod: [method], assertionMethod: [method.id] } : method;
  return Promise.resolve({ contextUrl: null, documentUrl: url, document });
};
