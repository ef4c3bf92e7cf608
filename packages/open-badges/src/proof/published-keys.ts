/** Keys as documents publish them; apart from the rest, for most badges carry their key in their issuer's name. */
import type { JsonObject } from '../input/json.ts';
import { keyFromJwk, keyFromMultibase, keyFromRawEd25519, type PublicKey } from './keys.ts';
import { decodeBase58, decodeBase64Url } from './multibase.ts';

const PEM_ALGORITHMS = [
  { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, { name: 'ECDSA', namedCurve: 'P-256' }, { name: 'ECDSA', namedCurve: 'P-384' },
] as const;
/** RFC 8410 §4: what stands before the 32 bytes of an Ed25519 key. Read here, for browsers whose WebCrypto does not know the curve. */
const ED25519_SPKI = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00] as const;

/** A PEM `SubjectPublicKeyInfo` (Open Badges 2.0 `publicKeyPem`), of any kind of key that is read here. */
export async function keyFromPem(pem: string): Promise<PublicKey | undefined> {
  const body = /^\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----\s*$/.exec(pem)?.[1];
  if (body === undefined || pem.length > 10_000) return undefined;
  const der = decodeBase64Url(body.replace(/[\s=]/g, '').replaceAll('+', '-').replaceAll('/', '_'));
  if (!der) return undefined;
  if (ED25519_SPKI.every((byte, index) => der[index] === byte)) return keyFromRawEd25519(der.slice(ED25519_SPKI.length));
  for (const algorithm of PEM_ALGORITHMS) {
    try {
      const key = await crypto.subtle.importKey('spki', der, algorithm, true, ['verify']);
      return keyFromJwk(await crypto.subtle.exportKey('jwk', key));
    } catch {
      // another kind of key: the next algorithm may read it
    }
  }
  return undefined;
}

/** The key that a verification method holds, in whichever of the four forms. */
export async function keyFromMethod(method: JsonObject): Promise<PublicKey | undefined> {
  const { publicKeyMultibase, publicKeyJwk, publicKeyPem, publicKeyBase58 } = method;
  if (typeof publicKeyMultibase === 'string') return keyFromMultibase(publicKeyMultibase);
  if (publicKeyJwk !== undefined) return keyFromJwk(publicKeyJwk);
  // Bare bytes do not say what kind of key they are: the method's type must.
  if (typeof publicKeyBase58 === 'string') return method['type'] === 'Ed25519VerificationKey2018' ? keyFromRawEd25519(decodeBase58(publicKeyBase58)) : undefined;
  return typeof publicKeyPem === 'string' ? keyFromPem(publicKeyPem) : undefined;
}
