/** Baking: a picture that carries its badge (Open Badges 3.0 §5.3, Open Badges 2.0 baking). What an earlier baking left is taken out first. */
import { crc32, latin1, readChunks } from '../input/png.ts';
import { isSvg, SIGNATURE, skipMarkup } from '../input/sniff.ts';
import { IssueError, problem } from './problems.ts';

/** Version 3, or the older keyword and element for a hosted badge of version 2. */
export type BakeVersion = 3 | 2;

const KEYWORDS: Readonly<Record<BakeVersion, string>> = { 3: 'openbadgecredential', 2: 'openbadges' };
const ELEMENTS: Readonly<Record<BakeVersion, { readonly name: string; readonly namespace: string }>> = {
  3: { name: 'credential', namespace: 'https://purl.imsglobal.org/ob/v3p0' },
  2: { name: 'assertion', namespace: 'http://openbadges.org' },
};
const TEXT_CHUNKS: readonly string[] = ['iTXt', 'tEXt', 'zTXt'];

/** The PNG with `badge` (JSON, a token, or the address of a hosted badge) in one uncompressed `iTXt` chunk. */
export function bakePng(picture: Uint8Array, badge: string, version: BakeVersion = 3): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(picture);
  const chunks = readChunks(bytes);
  if (typeof chunks === 'string' || chunks[0]?.type !== 'IHDR') throw new IssueError(problem('picture.png'));
  const kept = chunks.filter(({ type, data }) => !(TEXT_CHUNKS.includes(type) && Object.values(KEYWORDS).includes(latin1(data.subarray(0, Math.max(data.indexOf(0), 0))))));
  const encoder = new TextEncoder();
  // Keyword, end of it, not compressed, no method, no language, no translated keyword: PNG §11.3.4.5.
  const text = new Uint8Array([...encoder.encode(KEYWORDS[version]), 0, 0, 0, 0, 0, ...encoder.encode(badge)]);
  const [header, ...rest] = kept.map(({ type, data }) => writeChunk(type, data));
  return concat([new Uint8Array(SIGNATURE), header ?? new Uint8Array(), writeChunk('iTXt', text), ...rest]);
}

function writeChunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(Uint8Array.from(type, (letter) => letter.charCodeAt(0)), 4);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
  return bytes;
}

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** The SVG with `badge` in an element of its own, right after `<svg …>`: JSON in its text, a token or an address in its attribute `verify`. */
export function bakeSvg(picture: string, badge: string, version: BakeVersion = 3): string {
  const source = withoutBadges(picture.replace(/^\ufeff/, ''));
  const root = isSvg(source) && !/<!(?:DOCTYPE|ENTITY)/i.test(source) ? rootTag(source) : undefined;
  if (root === undefined) throw new IssueError(problem('picture.svg'));
  const { name, namespace } = ELEMENTS[version];
  const open = `<openbadges:${name} xmlns:openbadges="${namespace}"`;
  const element = badge.startsWith('{') ? `${open}>${cdata(badge)}</openbadges:${name}>` : `${open} verify="${escapeXml(badge)}"/>`;
  return `${source.slice(0, root)}${element}${source.slice(root)}`;
}

/** Characters that XML cannot hold are escaped as JSON can; `]]>` is split. */
function cdata(json: string): string {
  // eslint-disable-next-line no-control-regex -- XML 1.0 §2.2: what a document must not hold
  const safe = json.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `<![CDATA[${safe.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}

/** Where the content of the root begins. */
function rootTag(source: string): number | undefined {
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at)) {
    const skipped = skipMarkup(source, at);
    if (skipped === undefined) return undefined;
    if (skipped > at) {
      at = skipped;
      continue;
    }
    const tag = /<(?:[A-Za-z_][\w.-]*:)?svg(?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>/y;
    tag.lastIndex = at;
    const found = tag.exec(source);
    // A picture that is only its root holds nothing to see.
    return found?.[1] === '' ? at + found[0].length : undefined;
  }
  return undefined;
}

/** Of an earlier baking, under whichever prefix bakers use. */
function withoutBadges(source: string): string {
  return source.replace(/<(\w+):(credential|assertion)\b[^>]*?(?:\/>|>(?:<!\[CDATA\[[\s\S]*?\]\]>|[^<])*<\/\1:\2\s*>)/g, (whole, prefix: string, name: string) => {
    const namespace = Object.values(ELEMENTS).find((element) => element.name === name)?.namespace ?? '';
    return whole.includes(namespace) || source.includes(`xmlns:${prefix}="${namespace}"`) || source.includes(`xmlns:${prefix}='${namespace}'`) ? '' : whole;
  });
}
