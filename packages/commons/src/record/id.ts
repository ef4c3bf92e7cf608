/** Names of records: `urn:uuid:` (RFC 9562, section 4), so that two laptops never give the same one. */

export type RecordId = `urn:uuid:${string}`;

/** The form of a record's identifier. */
export const RECORD_ID = /^urn:uuid:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

export const isRecordId = (value: unknown): value is RecordId => typeof value === 'string' && RECORD_ID.test(value);

/** A version 4 UUID out of 16 random bytes: the caller has the random source (`crypto.getRandomValues`), this package has none. */
export function recordId(bytes: Uint8Array): RecordId {
  if (bytes.length !== 16) throw new RangeError('recordId() takes 16 random bytes');
  const hex = [...bytes].map((byte, at) => (at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte).toString(16).padStart(2, '0')).join('');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
