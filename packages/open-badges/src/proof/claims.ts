/** What a VC-JWT says twice: its claims, and the credential inside (Open Badges 3.0 §8.2.3, VC Data Model 1.1 §6.3.1). */
import { parseDateTime } from '../dates.ts';
import { isObject, only, type JsonObject } from '../input/json.ts';

const CLAIMS: readonly string[] = ['iss', 'sub', 'jti', 'nbf', 'exp', 'iat', 'aud', 'cnf'];

/** The credential is the payload, or stands under `vc`, whose properties the claims may stand for. */
export function credentialOf(payload: JsonObject): JsonObject {
  const { vc } = payload;
  if (!isObject(vc)) return Object.fromEntries(Object.entries(payload).filter(([name]) => !CLAIMS.includes(name)));
  const filled: JsonObject = {};
  const { jti, iss, nbf, exp, sub } = payload;
  const subject = only(vc['credentialSubject']);
  if (!('id' in vc) && typeof jti === 'string') filled['id'] = jti;
  if (!('issuer' in vc) && typeof iss === 'string') filled['issuer'] = iss;
  if (!('issuanceDate' in vc) && !('validFrom' in vc) && typeof nbf === 'number') filled['issuanceDate'] = isoDate(nbf);
  if (!('expirationDate' in vc) && !('validUntil' in vc) && typeof exp === 'number') filled['expirationDate'] = isoDate(exp);
  if (isObject(subject) && !('id' in subject) && typeof sub === 'string') filled['credentialSubject'] = { ...subject, id: sub };
  return { ...vc, ...filled };
}

function isoDate(seconds: number): string {
  const milliseconds = seconds * 1000;
  return Math.abs(milliseconds) < 8.64e15 ? new Date(milliseconds).toISOString() : '';
}

/** The first claim that says something else than the credential, or that is not what a claim of its name must be. */
export function contradictedClaim(payload: JsonObject, credential: JsonObject, issuer: string): string | undefined {
  const subject = only(credential['credentialSubject']);
  const texts: readonly (readonly [string, unknown])[] = [
    ['iss', issuer],
    ['sub', isObject(subject) ? subject['id'] : undefined],
    ['jti', credential['id']],
  ];
  const times: readonly (readonly [string, unknown])[] = [
    ['nbf', credential['validFrom'] ?? credential['issuanceDate']],
    ['exp', credential['validUntil'] ?? credential['expirationDate']],
  ];
  const text = texts.find(([name, value]) => payload[name] !== undefined && value !== undefined && payload[name] !== value);
  const time = times.find(([name, value]) => {
    const claim = payload[name];
    if (claim === undefined) return false;
    if (typeof claim !== 'number') return true;
    const date = parseDateTime(value);
    return date !== undefined && Math.floor(claim) !== Math.floor(date / 1000);
  });
  return (text ?? time)?.[0];
}
