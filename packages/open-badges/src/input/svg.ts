/**
 * What an SVG badge carries: the first `credential` or `assertion` element of an Open Badges namespace, in its `verify` attribute or its text.
 * A scanner of tags, not an XML parser: it refuses document types and entities, so there is nothing to expand.
 */
import { skipMarkup } from './sniff.ts';

export type SvgErrorCode = 'svg.doctype' | 'svg.syntax' | 'svg.missing';

export interface SvgBadge {
  readonly text: string;
}

const ELEMENTS: ReadonlyMap<string, string> = new Map([
  ['https://purl.imsglobal.org/ob/v3p0', 'credential'],
  ['http://openbadges.org', 'assertion'],
  ['https://openbadges.org', 'assertion'],
]);
/** Open elements at once: drawings nest a few dozen. */
const MAX_DEPTH = 512;
/** Attributes of one element, and prefixes in force at once. */
const MAX_ATTRIBUTES = 256;
const NAME = /[A-Za-z_][\w.:-]*/y;
const ATTRIBUTE = /\s+([A-Za-z_][\w.:-]*)\s*=\s*("[^"<]*"|'[^'<]*')/y;

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly selfClosing: boolean;
  readonly end: number;
}

export function readSvgBadge(source: string): SvgBadge | SvgErrorCode {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(source)) return 'svg.doctype';
  const stack: { name: string; namespaces: ReadonlyMap<string, string> }[] = [];
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at)) {
    const skipped = skipMarkup(source, at);
    if (skipped === undefined) return 'svg.syntax';
    if (skipped > at) {
      at = skipped;
      continue;
    }
    if (source.startsWith('</', at)) {
      if (!stack.pop()) return 'svg.syntax';
      at += 2;
      continue;
    }
    const tag = readTag(source, at);
    if (!tag || stack.length >= MAX_DEPTH) return 'svg.syntax';
    const namespaces = declare(stack.at(-1)?.namespaces ?? new Map<string, string>(), tag.attributes);
    if (namespaces.size > MAX_ATTRIBUTES) return 'svg.syntax';
    const [prefix, local] = tag.name.includes(':') ? tag.name.split(':', 2) : ['', tag.name];
    if (local !== undefined && ELEMENTS.get(namespaces.get(prefix ?? '') ?? '') === local) return badgeOf(source, tag);
    if (!tag.selfClosing) stack.push({ name: tag.name, namespaces });
    at = tag.end;
  }
  return 'svg.missing';
}

function readTag(source: string, at: number): Tag | undefined {
  NAME.lastIndex = at + 1;
  const name = NAME.exec(source)?.[0];
  if (name === undefined) return undefined;
  const attributes = new Map<string, string>();
  let end = at + 1 + name.length;
  for (;;) {
    ATTRIBUTE.lastIndex = end;
    const found = ATTRIBUTE.exec(source);
    if (!found) break;
    const [whole, key = '', value = ''] = found;
    if (attributes.has(key) || attributes.size >= MAX_ATTRIBUTES) return undefined;
    attributes.set(key, unescapeXml(value.slice(1, -1)));
    end += whole.length;
  }
  const close = /\s*(\/?)>/y;
  close.lastIndex = end;
  const closed = close.exec(source);
  return closed ? { name, attributes, selfClosing: closed[1] === '/', end: end + closed[0].length } : undefined;
}

function declare(outer: ReadonlyMap<string, string>, attributes: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const declared = [...attributes].filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'));
  return declared.length === 0 ? outer : new Map([...outer, ...declared.map(([key, value]) => [key.slice(6), value] as const)]);
}

/** OB 3.0: a JWT stands in `verify`, JSON in the element. OB 2.0: `verify` holds the JWS or the URL; JSON in the element wins over the URL. */
function badgeOf(source: string, tag: Tag): SvgBadge | SvgErrorCode {
  const end = tag.selfClosing ? tag.end : closing(source, tag);
  if (end < 0) return 'svg.syntax';
  const inner = textOf(source.slice(tag.end, end)).trim();
  const text = inner || (tag.attributes.get('verify') ?? '').trim();
  return text ? { text } : 'svg.missing';
}

/** Where the element's end tag starts: one inside a CDATA section is text. */
function closing(source: string, tag: Tag): number {
  const endTag = `</${tag.name}`;
  let end = source.indexOf(endTag, tag.end);
  for (let at = tag.end; ; ) {
    const open = source.indexOf(CDATA, at);
    if (open < 0 || end < open) return end;
    at = source.indexOf(']]>', open);
    if (at < 0) return -1;
    if (end < at) end = source.indexOf(endTag, at);
  }
}

const CDATA = '<![CDATA[';

/** CDATA sections as they are, the rest unescaped. */
function textOf(inner: string): string {
  let text = '';
  for (let at = 0; ; ) {
    const open = inner.indexOf(CDATA, at);
    const close = open < 0 ? -1 : inner.indexOf(']]>', open);
    if (close < 0) return text + unescapeXml(inner.slice(at));
    text += unescapeXml(inner.slice(at, open)) + inner.slice(open + CDATA.length, close);
    at = close + 3;
  }
}

const ENTITIES: ReadonlyMap<string, string> = new Map([['lt', '<'], ['gt', '>'], ['amp', '&'], ['quot', '"'], ['apos', "'"]]);

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{1,8}));/g, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES.get(name) ?? whole;
    const point = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    return point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : whole;
  });
}
