/**
 * Status lists of bits: BitstringStatusList (https://www.w3.org/TR/vc-bitstring-status-list/) and StatusList2021 before it. The list is a
 * credential of its own: the caller verifies it as it verifies a badge, before a bit of it is believed.
 */
import { asArray, isObject, textOf, type JsonObject } from '../input/json.ts';
import { decompress } from '../input/png.ts';
import { decodeBase64Url } from '../proof/multibase.ts';

/** Bits that a list must have at least, so that one badge hides among many (§6.1). */
export const MINIMUM_BITS = 131_072;
/** Bytes after inflating: 64 million entries. */
const MAX_BYTES = 8_000_000;

export type BitCode = 'status.clear' | 'status.set' | 'status.list' | 'status.purpose' | 'status.index' | 'status.short' | 'status.bomb';

const LISTS: Readonly<Record<string, { readonly credential: string; readonly subject: string }>> = {
  BitstringStatusListEntry: { credential: 'BitstringStatusListCredential', subject: 'BitstringStatusList' },
  StatusList2021Entry: { credential: 'StatusList2021Credential', subject: 'StatusList2021' },
};

export function isBitEntry(entry: JsonObject): boolean {
  return typeof entry['type'] === 'string' && Object.hasOwn(LISTS, entry['type']);
}

/** Reads the entry's bit in a list whose proof was verified. */
export async function readBit(entry: JsonObject, list: JsonObject): Promise<BitCode> {
  const kind = LISTS[textOf(entry['type'])];
  const subject = list['credentialSubject'];
  if (!kind || !isObject(subject) || !asArray(list['type']).includes(kind.credential) || subject['type'] !== kind.subject) return 'status.list';
  if (!asArray(subject['statusPurpose']).includes(entry['statusPurpose'] ?? null)) return 'status.purpose';
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
  return (byte >> (7 - (index % 8))) & 1 ? 'status.set' : 'status.clear';
}
