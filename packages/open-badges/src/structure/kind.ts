/** What a document says it is, and who issued it. */
import { asArray, isObject, type JsonObject, type JsonValue } from '../input/json.ts';
import type { Kind } from '../verdict.ts';

const BADGE_TYPES: readonly JsonValue[] = ['OpenBadgeCredential', 'AchievementCredential'];
const STATUS_TYPES: readonly JsonValue[] = ['BitstringStatusListCredential', 'StatusList2021Credential'];

export function kindOf(document: JsonObject): Kind | undefined {
  const types = asArray(document['type']);
  if (types.includes('VerifiablePresentation')) return 'VerifiablePresentation';
  if (types.some((type) => BADGE_TYPES.includes(type))) return 'OpenBadgeCredential';
  if (types.includes('EndorsementCredential')) return 'EndorsementCredential';
  if (types.includes('ClrCredential')) return 'ClrCredential';
  if (types.some((type) => STATUS_TYPES.includes(type))) return 'StatusListCredential';
  return types.includes('VerifiableCredential') ? 'VerifiableCredential' : undefined;
}

export function issuerId(credential: JsonObject): string | undefined {
  const { issuer } = credential;
  const id = isObject(issuer) ? issuer['id'] : issuer;
  return typeof id === 'string' && isUri(id) ? id : undefined;
}

export function isUri(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:\S+$/i.test(text);
}

/** Open Badges 1 and 2. */
export function isAssertion(document: JsonObject): boolean {
  return 'recipient' in document && 'badge' in document;
}
