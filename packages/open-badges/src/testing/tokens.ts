/** VC-JWTs for tests, signed by `jose`. */
import { CompactSign, exportJWK, exportSPKI, generateKeyPair, type JWK } from 'jose';

import { textOf, type JsonObject } from '../input/json.ts';
import { encodeBase58 } from '../proof/multibase.ts';

export type Algorithm = 'EdDSA' | 'ES256' | 'RS256';

export interface TokenSigner {
  readonly publicJwk: JWK;
  readonly privateJwk: JWK;
  readonly pem: string;
  /** For EdDSA only: the key as a did:key. */
  readonly did: string;
  sign(payload: object, header?: object): Promise<string>;
}

export async function tokenSigner(alg: Algorithm = 'EdDSA'): Promise<TokenSigner> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const publicJwk = await exportJWK(publicKey);
  const raw = Buffer.from(publicJwk.x ?? '', 'base64url');
  return {
    publicJwk,
    privateJwk: await exportJWK(privateKey),
    pem: await exportSPKI(publicKey),
    did: `did:key:z${encodeBase58(new Uint8Array([0xed, 0x01, ...raw]))}`,
    sign: (payload, header = {}) => new CompactSign(new TextEncoder().encode(JSON.stringify(payload))).setProtectedHeader({ alg, ...header }).sign(privateKey),
  };
}

/** The claims that OB 3.0 §8.2.3 asks for, beside the credential. */
export function claims(credential: JsonObject, issuer: string): JsonObject {
  return { ...credential, iss: issuer, jti: credential['id'] ?? null, nbf: Date.parse(textOf(credential['validFrom'])) / 1000 };
}

/** A token that nobody signed, or signed with whatever `signature` is. */
export function rawToken(header: object, payload: object, signature = ''): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(payload)}.${signature}`;
}
