/** Badges for tests, signed by the reference libraries and never by our own code. */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as ecdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import * as ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { createSignCryptosuite as jcs } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';

import { CONTEXTS } from '../contexts/index.ts';
import { CREDENTIALS_V1, CREDENTIALS_V2 } from '../contexts/names.ts';
import type { JsonObject } from '../input/json.ts';

export const NOW = new Date('2026-11-23T12:00:00Z');
export const OB_CONTEXT = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

export const documentLoader = (url: string): Promise<{ contextUrl: null; documentUrl: string; document: object }> => {
  const document = CONTEXTS.get(url);
  return document ? Promise.resolve({ contextUrl: null, documentUrl: url, document }) : Promise.reject(new Error(url));
};

export const SUITES = ['eddsa-rdfc-2022', 'eddsa-jcs-2022', 'Ed25519Signature2020', 'ecdsa-rdfc-2019 P-256', 'ecdsa-rdfc-2019 P-384'] as const;
export type SuiteName = (typeof SUITES)[number];

export interface Signer {
  readonly did: string;
  readonly method: string;
  /** As the reference libraries want it, to sign by hand. */
  readonly signer: unknown;
  /** Signs a copy of the credential; its issuer is left as given. */
  sign(credential: object): Promise<JsonObject>;
  /** The key as a Multikey document. */
  readonly publicKeyMultibase: string;
}

/** A fresh key. `named` is its name in proofs, or makes it from the did:key; a did:key with its fragment unless given. */
export async function signer(name: SuiteName = 'eddsa-rdfc-2022', named?: string | ((did: string) => string)): Promise<Signer> {
  const curve = /P-\d+/.exec(name)?.[0];
  const key = curve === undefined ? await ed25519Multikey.generate() : await ecdsaMultikey.generate({ curve });
  const did = `did:key:${key.publicKeyMultibase}`;
  const method = typeof named === 'function' ? named(did) : named;
  key.id = method ?? `${did}#${key.publicKeyMultibase}`;
  key.controller = method?.split('#')[0] ?? did;
  const options = { signer: key.signer(), date: '2026-01-02T00:00:00Z' };
  const suite =
    name === 'Ed25519Signature2020'
      ? new Ed25519Signature2020(options)
      : new DataIntegrityProof({ ...options, cryptosuite: curve !== undefined ? ecdsaRdfc : name === 'eddsa-jcs-2022' ? jcs() : eddsaRdfc });
  return {
    did,
    method: key.id,
    signer: options.signer,
    publicKeyMultibase: key.publicKeyMultibase,
    sign: (credential) => vc.issue({ credential: structuredClone(credential), suite, documentLoader }),
  };
}

/** A good badge of the demonstration, unsigned. */
export function badge(issuer: string, changes: JsonObject = {}): JsonObject {
  return {
    '@context': [CREDENTIALS_V2, OB_CONTEXT],
    id: 'urn:uuid:5b2c2b0e-7a51-4f0e-9f5a-000000000001',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Bibliothèque partenaire',
    issuer: { id: issuer, type: ['Profile'], name: 'Hub de démonstration' },
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: 'mediatheque@commune.example', identityType: 'emailAddress' }],
      achievement: {
        id: 'urn:uuid:5b2c2b0e-7a51-4f0e-9f5a-000000000002',
        type: ['Achievement'],
        name: 'Bibliothèque partenaire',
        description: 'La bibliothèque accueille des médiateurs numériques.',
        criteria: { narrative: 'Une convention est signée.' },
      },
    },
    ...changes,
  };
}

/** The same badge in the older data model, which Ed25519Signature2020 goes with. */
export function badgeV1(issuer: string): JsonObject {
  const { validFrom, ...rest } = badge(issuer);
  return {
    ...rest,
    '@context': [CREDENTIALS_V1, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json', 'https://w3id.org/security/suites/ed25519-2020/v1'],
    issuanceDate: validFrom ?? null,
  };
}

/** A resolver over a plain map, as `--resources` gives. */
export function resources(map: Readonly<Record<string, unknown>>): (url: string) => Promise<unknown> {
  return (url) => Promise.resolve(Object.hasOwn(map, url) ? map[url] : undefined);
}
