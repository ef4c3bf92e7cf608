/**
 * Taking a badge back. A BitstringStatusList (https://www.w3.org/TR/vc-bitstring-status-list/): one bit a badge among at least 131,072, so that
 * whoever reads the list does not learn which badge is asked about. A 1EdTechRevocationList, which names the revoked badges, for older readers.
 * Both are files to put on any site; the bitstring is signed, so it may be copied anywhere.
 */
import { CREDENTIALS_V2 } from '../contexts/names.ts';
import { isObject, textOf, type JsonObject } from '../input/json.ts';
import { decompress } from '../input/png.ts';
import { decodeBase64Url, encodeBase64Url } from '../proof/multibase.ts';
import { MINIMUM_BITS } from '../status/bitstring.ts';
import type { SigningKey } from './key.ts';
import type { RandomBytes } from './model.ts';
import { IssueError, problem } from './problems.ts';
import { signCredential } from './sign.ts';

const MAX_BYTES = 8_000_000;

/** Which places are revoked. */
export interface StatusList {
  /** How many badges it has room for. */
  readonly length: number;
  readonly revoked: ReadonlySet<number>;
}

export function newStatusList(length = MINIMUM_BITS): StatusList {
  if (!Number.isInteger(length) || length < MINIMUM_BITS || length > MAX_BYTES * 8) throw new IssueError(problem('status.small', 'length', { min: MINIMUM_BITS }));
  return { length, revoked: new Set() };
}

/** A place that no badge has, at random: in order, a place would tell when its badge was issued. Undefined when the list is full. */
export function freePlace(list: StatusList, taken: ReadonlySet<number>, random: RandomBytes): number | undefined {
  if (taken.size >= list.length) return undefined;
  const draw = new DataView(new Uint8Array(random(4)).buffer).getUint32(0) % list.length;
  for (let step = 0; step < list.length; step += 1) {
    const place = (draw + step) % list.length;
    if (!taken.has(place)) return place;
  }
  return undefined;
}

export function revoke(list: StatusList, ...places: readonly number[]): StatusList {
  const wrong = places.find((place) => !Number.isInteger(place) || place < 0 || place >= list.length);
  if (wrong !== undefined) throw new IssueError(problem('status.index', 'index', { max: list.length - 1 }));
  return { ...list, revoked: new Set([...list.revoked, ...places]) };
}

/** A revocation made by mistake is undone. */
export function reinstate(list: StatusList, ...places: readonly number[]): StatusList {
  return { ...list, revoked: new Set([...list.revoked].filter((place) => !places.includes(place))) };
}

/** Multibase base64url of the gzipped bits; the first place is the leftmost bit (§2.2). */
export async function encodeStatusList({ length, revoked }: StatusList): Promise<string> {
  const bits = new Uint8Array(Math.ceil(length / 8));
  for (const place of revoked) {
    const at = Math.floor(place / 8);
    bits[at] = (bits[at] ?? 0) | (0b1000_0000 >> (place % 8));
  }
  const zipped = new Blob([bits]).stream().pipeThrough(new CompressionStream('gzip'));
  const chunks = zipped.getReader();
  const parts: number[] = [];
  for (;;) {
    const { done, value } = await chunks.read();
    if (done) return `u${encodeBase64Url(new Uint8Array(parts))}`;
    for (const byte of value) parts.push(byte);
  }
}

export interface StatusListOptions {
  readonly list: StatusList;
  /** Where the file will stand: the address inside the badges. */
  readonly url: string;
  /** The issuer's DID. */
  readonly issuer: string;
  readonly key: SigningKey;
  /** ISO date-time. */
  readonly now: string;
}

/** The signed file to publish at `url`. */
export async function statusListCredential({ list, url, issuer, key, now }: StatusListOptions): Promise<JsonObject> {
  const credentialSubject = { id: `${url}#list`, type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: await encodeStatusList(list) };
  return signCredential({ '@context': [CREDENTIALS_V2], id: url, type: ['VerifiableCredential', 'BitstringStatusListCredential'], issuer, validFrom: now, credentialSubject }, key, now);
}

/** The list inside a published file, to go on with it on another machine. Its signature is not looked at: `verify` does that. */
export async function readStatusList(document: JsonObject): Promise<StatusList> {
  const subject = document['credentialSubject'];
  const encoded = isObject(subject) ? textOf(subject['encodedList']) : '';
  const zipped = encoded.startsWith('u') ? decodeBase64Url(encoded.slice(1)) : undefined;
  const bits = zipped && (await decompress(zipped, 'gzip', MAX_BYTES));
  if (!bits || bits.length * 8 < MINIMUM_BITS) throw new IssueError(problem('list.unreadable'));
  const revoked = new Set<number>();
  bits.forEach((byte, at) => {
    for (let bit = 0; byte !== 0 && bit < 8; bit += 1) if (byte & (0b1000_0000 >> bit)) revoked.add(at * 8 + bit);
  });
  return { length: bits.length * 8, revoked };
}

/** A revoked badge, by its id. */
export interface Revoked {
  readonly id: string;
  readonly reason?: string | undefined;
}

/** https://www.imsglobal.org/spec/vcrl/v1p0/ ; not signed: it is as true as the site that it stands on. */
export function revocationList(url: string, issuer: string, revoked: readonly Revoked[]): JsonObject {
  return { id: url, issuer, revokedCredential: revoked.map(({ id, reason = '' }) => ({ id, revoked: true, ...(reason.trim() === '' ? {} : { revocationReason: reason.trim() }) })) };
}
