/** What a PNG badge carries (Open Badges 2.0 baking; Open Badges 3.0 §5.3): text chunks, walked without decoding the picture. */
import { isPng, SIGNATURE, utf8 } from './sniff.ts';

export type PngErrorCode = 'png.signature' | 'png.truncated' | 'png.crc' | 'png.compressed' | 'png.missing';

export interface PngBadge {
  /** The text of the first chunk that holds a badge: JSON, a compact JWS, or a URL. */
  readonly text: string;
  readonly keyword: 'openbadgecredential' | 'openbadges';
  /** Chunks that hold a badge: the specification wants one; readers take the first. */
  readonly count: number;
}

export interface PngInfo {
  readonly width: number;
  readonly height: number;
}

const KEYWORDS: readonly string[] = ['openbadgecredential', 'openbadges'];
/** Bytes of text after inflating: a badge with its pictures is under this, a bomb is not. */
const MAX_TEXT = 4_000_000;

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** The chunks in order, or where the file breaks. Each length and CRC is checked before a byte is believed. */
export function readChunks(bytes: Uint8Array<ArrayBuffer>): Chunk[] | PngErrorCode {
  if (!isPng(bytes)) return 'png.signature';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at < bytes.length; ) {
    if (at + 12 > bytes.length) return 'png.truncated';
    const length = view.getUint32(at);
    const end = at + 8 + length;
    if (end + 4 > bytes.length) return 'png.truncated';
    if (crc32(bytes.subarray(at + 4, end)) !== view.getUint32(end)) return 'png.crc';
    const type = latin1(bytes.subarray(at + 4, at + 8));
    chunks.push({ type, data: bytes.subarray(at + 8, end) });
    at = end + 4;
    if (type === 'IEND') return chunks;
  }
  return 'png.truncated';
}

/** Size of the picture in pixels, to be checked before anything decodes it. */
export function pngInfo(chunks: readonly Chunk[]): PngInfo | undefined {
  const header = chunks[0];
  if (header?.type !== 'IHDR' || header.data.length < 8) return undefined;
  const view = new DataView(header.data.buffer, header.data.byteOffset, header.data.byteLength);
  return { width: view.getUint32(0), height: view.getUint32(4) };
}

/** The badge inside. An OB 3.0 chunk is preferred to an older one when a file has both. */
export async function readPngBadge(chunks: readonly Chunk[]): Promise<PngBadge | PngErrorCode> {
  const found: { keyword: string; read: () => Promise<string | undefined> }[] = [];
  for (const { type, data } of chunks) {
    if (type !== 'iTXt' && type !== 'tEXt' && type !== 'zTXt') continue;
    const zero = data.indexOf(0);
    const keyword = latin1(data.subarray(0, Math.max(zero, 0)));
    if (KEYWORDS.includes(keyword)) found.push({ keyword, read: () => readText(type, data.subarray(zero + 1)) });
  }
  const first = found.find(({ keyword }) => keyword === KEYWORDS[0]) ?? found[0];
  if (!first) return 'png.missing';
  const text = await first.read();
  if (text === undefined) return 'png.compressed';
  return { text, keyword: first.keyword === 'openbadgecredential' ? 'openbadgecredential' : 'openbadges', count: found.length };
}

/** The text of a chunk after its keyword (PNG §11.3.4), or undefined when it cannot be inflated within bounds. */
async function readText(type: string, data: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  if (type === 'tEXt') return lenient(data);
  if (type === 'zTXt') {
    const bytes = await inflate(data.subarray(1));
    return bytes && lenient(bytes);
  }
  const compressed = data[0] === 1;
  const language = data.indexOf(0, 2);
  const translated = data.indexOf(0, language + 1);
  if (language < 0 || translated < 0) return undefined;
  const body = data.subarray(translated + 1);
  const bytes = compressed ? await inflate(body) : body;
  return bytes && utf8(bytes);
}

/** PNG says Latin-1 for `tEXt` and `zTXt`; the JSON that bakers put there is UTF-8. */
function lenient(bytes: Uint8Array): string {
  return utf8(bytes) ?? latin1(bytes);
}

function inflate(data: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return decompress(data, 'deflate', MAX_TEXT);
}

/** Inflates up to `limit` bytes; undefined when the data is broken or larger. Reading stops at the limit: a bomb is never unpacked. */
export async function decompress(
  data: Uint8Array<ArrayBuffer>,
  format: CompressionFormat,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = new Blob([data]).stream().pipeThrough(new DecompressionStream(format)).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > limit) {
        await reader.cancel();
        return undefined;
      }
      parts.push(value);
    }
  } catch {
    return undefined;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let crc = index;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** PNG §D: CRC-32 of a chunk's type and data. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
