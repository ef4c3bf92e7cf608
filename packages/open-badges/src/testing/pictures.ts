/** PNG and SVG pictures that carry a badge, for tests. */
import { deflateSync, crc32 } from 'node:zlib';

export interface TextChunk {
  readonly type: 'iTXt' | 'tEXt' | 'zTXt';
  readonly keyword?: string;
  readonly text: string | Uint8Array;
  readonly compressed?: boolean;
}

export function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function textChunk({ type, keyword = 'openbadgecredential', text, compressed = false }: TextChunk): Buffer {
  const head = Buffer.from(`${keyword}\0`, 'latin1');
  const body = Buffer.from(text);
  if (type === 'tEXt') return chunk(type, Buffer.concat([head, body]));
  if (type === 'zTXt') return chunk(type, Buffer.concat([head, Buffer.from([0]), deflateSync(body)]));
  return chunk(type, Buffer.concat([head, Buffer.from([compressed ? 1 : 0, 0, 0, 0]), compressed ? deflateSync(body) : body]));
}

/** A picture of `side` × `side` grey pixels, or one that claims to be. */
export function png(chunks: readonly TextChunk[], side = 1): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header),
    ...chunks.map(textChunk), chunk('IDAT', deflateSync(Buffer.from([0, 0]))), chunk('IEND', Buffer.alloc(0)),
  ]);
}

export function baked(badge: string): Buffer {
  return png([{ type: 'iTXt', text: badge }]);
}

export const OB3_NAMESPACE = 'https://purl.imsglobal.org/ob/v3p0';

export function svg(badge: string): string {
  const cdata = `<![CDATA[${badge.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
  return `<?xml version="1.0"?>\n<!-- drawn -->\n<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="${OB3_NAMESPACE}"><openbadges:credential>${cdata}</openbadges:credential><circle r="4"/></svg>`;
}
