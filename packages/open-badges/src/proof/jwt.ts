/** Compact JWS as badges use it: VC-JWT (Open Badges 3.0 §8.2) and signed Open Badges 1 and 2. */
import { parseJson, isObject, textOf, type JsonObject } from '../input/json.ts';
import { verifySignature, type KeyType, type PublicKey } from './keys.ts';
import { decodeBase64Url } from './multibase.ts';

/** The key decides the algorithm, never the header (RFC 8725 §3.1): each algorithm has one kind of key. */
const ALGORITHMS: Readonly<Record<string, KeyType>> = { RS256: 'RSA', ES256: 'P-256', ES384: 'P-384', EdDSA: 'Ed25519', Ed25519: 'Ed25519' };

export type JwtCode = 'jwt.syntax' | 'jwt.unsigned' | 'jwt.algorithm' | 'jwt.critical' | 'jwt.remoteKey' | 'jwt.privateKey' | 'jwt.key' | 'jwt.signature' | 'jwt.ok';

export interface Jws {
  readonly header: JsonObject;
  readonly payload: JsonObject;
  /** The whole compact text. */
  readonly text: string;
  /** Why the signature is not even looked at. */
  readonly refused: JwtCode | undefined;
}

const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]*$/;

export function isCompactJws(text: string): boolean {
  return /^e[yw]/.test(text) && COMPACT.test(text); // `{"` or `{` and a space or line, in base64url
}

/** Reads the three parts, undefined when they are malformed. A header that asks for what is not understood is refused, but still read. */
export function readJws(text: string): Jws | undefined {
  const [head = '', body = ''] = text.split('.');
  const header = json(head);
  const payload = json(body);
  if (!COMPACT.test(text) || !header || !payload) return undefined;
  return { header, payload, text, refused: refusal(header) };
}

function refusal(header: JsonObject): JwtCode | undefined {
  const { alg, jwk } = header;
  if (typeof alg === 'string' && alg.toLowerCase() === 'none') return 'jwt.unsigned';
  if (typeof alg !== 'string' || !Object.hasOwn(ALGORITHMS, alg)) return 'jwt.algorithm';
  if ('crit' in header || 'b64' in header) return 'jwt.critical';
  if ('jku' in header || 'x5u' in header) return 'jwt.remoteKey';
  return isObject(jwk) && 'd' in jwk ? 'jwt.privateKey' : undefined;
}

/** RFC 7515 §5.2: whether the signature holds over the first two parts as they stand, once the key was found and its kind agrees with the header's algorithm. */
export async function checkJws(jws: Jws, key: PublicKey): Promise<JwtCode> {
  if (jws.refused) return jws.refused;
  const algorithm = textOf(jws.header['alg']);
  if (ALGORITHMS[algorithm] !== key.type) return 'jwt.key';
  const end = jws.text.lastIndexOf('.');
  const signature = decodeBase64Url(jws.text.slice(end + 1));
  const signed = new TextEncoder().encode(jws.text.slice(0, end));
  return signature && (await verifySignature(key, signature, signed, algorithm === 'ES384' ? 'SHA-384' : 'SHA-256')) ? 'jwt.ok' : 'jwt.signature';
}

function json(part: string): JsonObject | undefined {
  const bytes = decodeBase64Url(part);
  try {
    const value = bytes && parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
