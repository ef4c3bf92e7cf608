/**
 * Status lists of bits: BitstringStatusList (https://www.w3.org/TR/vc-bitstring-status-list/) and StatusList2021 before it. The list is a
 * credential of its own: the caller verifies it as it verifies a badge, before a bit of it is believed.
 */
import { asArray, isObject, only, textOf, type JsonObject } from '../input/json.ts';
import { decompress } from '../input/png.ts';
import { decodeBase64Url } from '../proof/multibase.ts';

/** Bits that a list must have at least, so that one badge hides among many (§6.1). */
export const MINIMUM_BITS = 131_072;
/** Bytes after inflating: 64 million entries. */
const MAX_BYTES = 8_000_000;

export type BitCode = 'status.clear' | 'status.set' | 'status.suspended' | 'status.other' | 'status.list' | 'status.purpose' | 'status.index' | 'status.short' | 'status.bomb';

const LISTS = [
  { entry: 'BitstringStatusListEntry', credential: 'BitstringStatusListCredential', subject: 'BitstringStatusList' },
  { entry: 'StatusList2021Entry', credential: 'StatusList2021Credential', subject: 'StatusList2021' },
] as const;

function kindOf(entry: JsonObject): (typeof LISTS)[number] | undefined {
  return LISTS.find((list) => asArray(entry['type']).includes(list.entry));
}

export function isBitEntry(entry: JsonObject): boolean {
  return kindOf(entry) !== undefined;
}

/** Reads the entry's bit in a list whose proof was verified. */
export async function readBit(entry: JsonObject, list: JsonObject): Promise<BitCode> {
  const kind = kindOf(entry);
  const subject = only(list['credentialSubject']);
  if (!kind || !isObject(subject) || !asArray(list['type']).includes(kind.credential) || !asArray(subject['type']).includes(kind.subject)) return 'status.list';
  const purpose = entry['statusPurpose'];
  if (typeof purpose !== 'string' || !asArray(subject['statusPurpose']).includes(purpose)) return 'status.purpose';
  // §2.1: one bit an entry, unless the entry says otherwise; badges use one.
  if (entry['statusSize'] !== undefined && entry['statusSize'] !== 1) return 'status.list';
  const listed = entry['statusListIndex'];
  const index = Number(/^\d{1,9}$/.exec(typeof listed === 'number' ? String(listed) : textOf(listed))?.[0] ?? Number.NaN);
  const encoded = subject['encodedList'];
  if (typeof encoded !== 'string' || encoded.length > MAX_BYTES) return 'status.list';
  const zipped = decodeBase64Url((encoded.startsWith('u') ? encoded.slice(1) : encoded).replace(/=+$/, ''));
  if (!zipped) return 'status.list';
  const bits = await decompress(zipped, 'gzip', MAX_BYTES);
  if (!bits) return 'status.bomb';
  if (bits.length * 8 < MINIMUM_BITS) return 'status.short';
  const byte = bits[Math.floor(index / 8)];
  if (byte === undefined) return 'status.index';
  // §3.2: the first entry is the leftmost bit of the first byte.
  if (!((byte >> (7 - (index % 8))) & 1)) return 'status.clear';
  // A bit for "refresh" or "message" says nothing against the badge.
  return purpose === 'revocation' ? 'status.set' : purpose === 'suspension' ? 'status.suspended' : 'status.other';
}
