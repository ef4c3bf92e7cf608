/**
 * SHA-256 (FIPS 180-4) at once. WebCrypto answers later, and a badge asks for a dozen small hashes, one a blank node: waiting took longer than
 * hashing. Nothing here is secret, so nothing leaks by its timing.
 */
const FRACTIONS = primes(64);
const ROUNDS = Int32Array.from(FRACTIONS, (prime) => fraction(Math.cbrt(prime)));
const START = Int32Array.from(FRACTIONS.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
const words = new Int32Array(64);
const encoder = new TextEncoder();
/** Where texts are written to be hashed: one place for all, since nothing waits in between. Grows with the longest. */
let scratch = new Uint8Array(4096);

function primes(count: number): number[] {
  const found: number[] = [];
  for (let number = 2; found.length < count; number += 1) if (found.every((prime) => number % prime !== 0)) found.push(number);
  return found;
}

/** The first 32 bits after the point. */
function fraction(value: number): number {
  return ((value - Math.floor(value)) * 0x100000000) | 0;
}

/** The hash of the text's UTF-8 bytes: eight words of 32 bits, the most significant first. */
function hash(text: string): Int32Array {
  const room = text.length * 3 + 72;
  if (scratch.length < room) scratch = new Uint8Array(room * 2);
  const { written } = encoder.encodeInto(text, scratch);
  const length = (written + 72) & ~63; // 0x80, zeros, and 8 bytes of length
  scratch.fill(0, written, length);
  scratch[written] = 0x80;
  const view = new DataView(scratch.buffer);
  view.setUint32(length - 8, Math.floor(written / 0x20000000));
  view.setUint32(length - 4, written << 3);
  const state = Int32Array.from(START);
  for (let at = 0; at < length; at += 64) block(state, view, at);
  return state;
}

/** In lower-case hexadecimal. */
export function sha256(text: string): string {
  return Array.from(hash(text), (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

export function sha256Bytes(text: string): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(32));
  hash(text).forEach((word, index) => {
    bytes.setInt32(index * 4, word);
  });
  return new Uint8Array(bytes.buffer);
}

/* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is in range by construction, and this is the inner loop */
function block(state: Int32Array, view: DataView, at: number): void {
  for (let index = 0; index < 16; index += 1) words[index] = view.getInt32(at + index * 4);
  for (let index = 16; index < 64; index += 1) {
    const two = words[index - 2]!;
    const fifteen = words[index - 15]!;
    const one = ((two >>> 17) | (two << 15)) ^ ((two >>> 19) | (two << 13)) ^ (two >>> 10);
    const zero = ((fifteen >>> 7) | (fifteen << 25)) ^ ((fifteen >>> 18) | (fifteen << 14)) ^ (fifteen >>> 3);
    words[index] = (one + words[index - 7]! + zero + words[index - 16]!) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let index = 0; index < 64; index += 1) {
    const one = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const first = (h + one + ((e & f) ^ (~e & g)) + ROUNDS[index]! + words[index]!) | 0;
    const zero = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const second = (zero + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = (state[index]! + word) | 0;
  });
}
