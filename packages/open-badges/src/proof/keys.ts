/** Public keys as badges name them, and the one operation needed of them: does this signature hold over these bytes? */
import { decodeBase64Url, decodeMultibase, encodeBase64Url } from './multibase.ts';
import { isObject, type JsonObject } from '../input/json.ts';

export const KEY_TYPES = ['Ed25519', 'P-256', 'P-384', 'RSA'] as const;
export type KeyType = (typeof KEY_TYPES)[number];

export interface PublicKey {
  readonly type: KeyType;
  /** Ed25519: 32 bytes, for the fallback where WebCrypto has no Ed25519. */
  readonly raw?: Uint8Array<ArrayBuffer>;
  readonly jwk: JsonWebKey;
}

/** Multicodec headers (varint) of the keys that Multikey may hold: https://www.w3.org/TR/cid-1.0/#Multikey */
const HEADERS = [
  { type: 'Ed25519', header: [0xed, 0x01], length: 32 },
  { type: 'P-256', header: [0x80, 0x24], length: 33 },
  { type: 'P-384', header: [0x81, 0x24], length: 49 },
] as const;

/** A `publicKeyMultibase` value, or the part of a did:key after `did:key:`. */
export function keyFromMultibase(text: string): PublicKey | undefined {
  const bytes = text.startsWith('z') ? decodeMultibase(text) : undefined;
  if (!bytes) return undefined;
  for (const { type, header, length } of HEADERS) {
    if (bytes.length !== length + 2 || bytes[0] !== header[0] || bytes[1] !== header[1]) continue;
    const raw = bytes.slice(2);
    if (type === 'Ed25519') return keyFromRawEd25519(raw);
    const point = decompress(raw, type);
    return point && { type, jwk: { kty: 'EC', crv: type, x: encodeBase64Url(point.x), y: encodeBase64Url(point.y) } };
  }
  return undefined;
}

/** A public JWK (RFC 7517). One that holds a private part is refused: whoever published it lost the key. */
export function keyFromJwk(jwk: unknown): PublicKey | undefined {
  if (!isObject(jwk) || !isForSignatures(jwk) || ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'].some((member) => member in jwk)) return undefined;
  const { kty, crv, x, y, n, e } = jwk;
  if (kty === 'OKP' && crv === 'Ed25519' && typeof x === 'string') {
    const raw = decodeBase64Url(x);
    return raw?.length === 32 ? { type: 'Ed25519', raw, jwk: { kty, crv, x } } : undefined;
  }
  if (kty === 'EC' && (crv === 'P-256' || crv === 'P-384') && typeof x === 'string' && typeof y === 'string') return { type: crv, jwk: { kty, crv, x, y } };
  if (kty === 'RSA' && typeof n === 'string' && typeof e === 'string') {
    const bits = (decodeBase64Url(n)?.length ?? 0) * 8;
    return bits >= 2048 && bits <= 8192 ? { type: 'RSA', jwk: { kty, n, e } } : undefined;
  }
  return undefined;
}

/** RFC 7517 §4.2 and §4.3: a key published to encrypt with does not sign. */
function isForSignatures({ use, key_ops }: JsonObject): boolean {
  return (use === undefined || use === 'sig') && (key_ops === undefined || (Array.isArray(key_ops) && key_ops.includes('verify')));
}

/** The 32 bytes of an Ed25519 key. */
export function keyFromRawEd25519(raw: Uint8Array<ArrayBuffer> | undefined): PublicKey | undefined {
  return raw?.length === 32 ? { type: 'Ed25519', raw, jwk: { kty: 'OKP', crv: 'Ed25519', x: encodeBase64Url(raw) } } : undefined;
}

/** Whether `signature` holds over `data`. `hash` is used by RSA and ECDSA; Ed25519 has its own. False for anything that cannot be read. */
export async function verifySignature(
  key: PublicKey,
  signature: Uint8Array<ArrayBuffer>,
  data: Uint8Array<ArrayBuffer>,
  hash: 'SHA-256' | 'SHA-384' = 'SHA-256',
): Promise<boolean> {
  if (key.type === 'Ed25519') return verifyEd25519(key, signature, data);
  const algorithm = key.type === 'RSA' ? { name: 'RSASSA-PKCS1-v1_5', hash } : { name: 'ECDSA', namedCurve: key.type, hash };
  try {
    return await crypto.subtle.verify(algorithm, await importOnce(key, algorithm, hash), signature, data);
  } catch {
    return false;
  }
}

/** Keys as WebCrypto holds them, the last few: the badges of one workshop are signed by one key, and reading it costs as much as using it. */
const imported = new Map<string, CryptoKey>();
const MOST_KEYS = 50;

async function importOnce(key: PublicKey, algorithm: AlgorithmIdentifier | EcKeyImportParams | RsaHashedImportParams, hash = ''): Promise<CryptoKey> {
  const { crv = '', x = '', y = '', n = '', e = '' } = key.jwk;
  // By the very bytes that are used: a key must never answer for another.
  const name = key.raw ? encodeBase64Url(key.raw) : [crv, x, y, n, e, hash].join(' ');
  const known = imported.get(name);
  if (known) return known;
  const made = key.raw ? await crypto.subtle.importKey('raw', key.raw, algorithm, false, ['verify']) : await crypto.subtle.importKey('jwk', key.jwk, algorithm, false, ['verify']);
  const oldest = imported.keys().next();
  if (imported.size >= MOST_KEYS && !oldest.done) imported.delete(oldest.value);
  imported.set(name, made);
  return made;
}

let nativeEd25519: boolean | undefined;

async function verifyEd25519(key: PublicKey, signature: Uint8Array<ArrayBuffer>, data: Uint8Array<ArrayBuffer>): Promise<boolean> {
  if (!key.raw || signature.length !== 64) return false;
  if (nativeEd25519 !== false) {
    try {
      const native = await importOnce(key, 'Ed25519');
      nativeEd25519 = true;
      return await crypto.subtle.verify('Ed25519', native, signature, data);
    } catch {
      if (nativeEd25519) return false;
      nativeEd25519 = false; // an old browser: the library below has it
    }
  }
  const { verifyAsync } = await import('@noble/ed25519');
  // Strict RFC 8032: the looser ZIP 215 accepts encodings that WebCrypto refuses.
  return verifyAsync(signature, data, key.raw, { zip215: false }).catch(() => false);
}

const CURVES = {
  'P-256': {
    p: 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
    length: 32,
  },
  'P-384': {
    p: 0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffffn,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
    length: 48,
  },
} as const;

/** SEC 1 §2.3.4: WebCrypto does not read compressed points in every engine. */
function decompress(bytes: Uint8Array, curve: keyof typeof CURVES): { x: Uint8Array; y: Uint8Array } | undefined {
  const { p, b, length } = CURVES[curve];
  const x = toBigInt(bytes.subarray(1));
  if ((bytes[0] !== 2 && bytes[0] !== 3) || x >= p) return undefined;
  const square = (((x * x - 3n) * x + b) % p + p) % p;
  const root = power(square, (p + 1n) / 4n, p); // both primes are 3 modulo 4
  if ((root * root) % p !== square) return undefined;
  const y = (root & 1n) === BigInt(bytes[0] & 1) ? root : p - root;
  return { x: toBytes(x, length), y: toBytes(y, length) };
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (let square = base; exponent > 0n; exponent >>= 1n, square = (square * square) % modulus) if (exponent & 1n) result = (result * square) % modulus;
  return result;
}

function toBigInt(bytes: Uint8Array): bigint {
  return BigInt(`0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`);
}

function toBytes(value: bigint, length: number): Uint8Array {
  const hex = value.toString(16).padStart(length * 2, '0');
  return Uint8Array.from({ length }, (_, index) => parseInt(hex.slice(index * 2, index * 2 + 2), 16));
}
