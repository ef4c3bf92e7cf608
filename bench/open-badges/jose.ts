/** A VC-JWT with `jose`: the signature alone, by the key that the token's did:key is. It judges neither issuer, dates nor shape. */
import { compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';

export async function check(text: string): Promise<boolean> {
  const { jwk } = decodeProtectedHeader(text);
  const { payload } = await compactVerify(text, await importJWK(jwk as JWK, 'EdDSA'), { algorithms: ['EdDSA'] });
  return typeof JSON.parse(new TextDecoder().decode(payload)) === 'object';
}
