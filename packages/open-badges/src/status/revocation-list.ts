/** Lists of revoked identifiers: 1EdTechRevocationList (Open Badges 3.0) and the `revocationList` of an Open Badges 2.0 issuer. */
import { asArray, isObject, textOf, type JsonObject } from '../input/json.ts';

export interface Revocation {
  readonly revoked: boolean;
  readonly reason?: string;
}

/** https://www.imsglobal.org/spec/vcrl/v1p0/ : `revokedCredential` holds ids, or objects with an id, a date and a reason. */
export function readCredentialList(list: JsonObject, id: string): Revocation | undefined {
  const entries = [list['revokedCredential'], list['revokedCredentials']].filter((listed) => listed !== undefined);
  return entries.length === 0 ? undefined : find(entries.flatMap(asArray), ['id'], [id]);
}

/** Open Badges 2.0, RevocationList: `revokedAssertions` holds ids, or objects with `id` or `uid` and `revocationReason`. */
export function readAssertionList(list: JsonObject, ids: readonly string[]): Revocation | undefined {
  const entries = list['revokedAssertions'];
  return entries === undefined ? undefined : find(asArray(entries), ['id', 'uid'], ids);
}

/**
 * Open Badges 1, revocation list: each `uid` with its reason. Other documents are objects too: what is no such list clears nobody, and an
 * answer that says "error" is no list.
 */
export function readUidList(list: JsonObject, uid: string): Revocation | undefined {
  const reason = Object.hasOwn(list, uid) ? list[uid] : undefined;
  if (uid !== '' && reason !== undefined && reason !== null && reason !== false) return { revoked: true, ...(typeof reason === 'string' ? { reason: reason.slice(0, 500) } : {}) };
  const isList = Object.entries(list).every(([name, value]) => typeof value === 'string' && !/^(?:@|id$|type$|error|message$|detail|status)/i.test(name));
  return isList ? { revoked: false } : undefined;
}

function find(entries: readonly unknown[], names: readonly string[], ids: readonly string[]): Revocation {
  for (const entry of entries) {
    if (typeof entry === 'string' && ids.includes(entry)) return { revoked: true };
    if (!isObject(entry) || entry['revoked'] === false) continue;
    if (!names.some((name) => ids.includes(textOf(entry[name])))) continue;
    const reason = entry['revocationReason'];
    return { revoked: true, ...(typeof reason === 'string' ? { reason: reason.slice(0, 500) } : {}) };
  }
  return { revoked: false };
}
