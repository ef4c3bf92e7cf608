/**
 * What an SVG badge carries: the first `credential` or `assertion` element of an Open Badges namespace, in its `verify` attribute or its text.
 * A scanner of tags, not an XML parser: it refuses document types and entities, so there is nothing to expand.
 */
export type SvgErrorCode = 'svg.doctype' | 'svg.syntax' | 'svg.missing';

export interface SvgBadge {
  readonly text: string;
}

const NAMESPACES: Readonly<Record<string, string>> = {
  'https://purl.imsglobal.org/ob/v3p0': 'credential',
  'http://openbadges.org': 'assertion',
  'https://openbadges.org': 'assertion',
};
/** Open elements at once: drawings nest a few dozen. */
const MAX_DEPTH = 512;
const NAME = /[A-Za-z_][\w.:-]*/y;
const ATTRIBUTE = /\s+([A-Za-z_][\w.:-]*)\s*=\s*("[^"<]*"|'[^'<]*')/y;

export function isSvg(text: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(?:[A-Za-z_][\w.-]*:)?svg[\s>/]/.test(text.slice(0, 20_000).replace(/^\ufeff/, ''));
}

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
    const [prefix, local] = tag.name.includes(':') ? tag.name.split(':', 2) : ['', tag.name];
    if (NAMESPACES[namespaces.get(prefix ?? '') ?? ''] === local) return badgeOf(source, tag);
    if (!tag.selfClosing) stack.push({ name: tag.name, namespaces });
    at = tag.end;
  }
  return 'svg.missing';
}

/** The end of the comment, CDATA or instruction that starts at `at`; `at` itself when there is none; undefined when it never ends. */
function skipMarkup(source: string, at: number): number | undefined {
  for (const [open, close] of [['<!--', '-->'], ['<![CDATA[', ']]>'], ['<?', '?>']] as const) {
    if (!source.startsWith(open, at)) continue;
    const end = source.indexOf(close, at + open.length);
    return end < 0 ? undefined : end + close.length;
  }
  return at;
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
    if (attributes.has(key)) return undefined;
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
  const end = tag.selfClosing ? tag.end : source.indexOf(`</${tag.name}`, tag.end);
  if (end < 0) return 'svg.syntax';
  const inner = textOf(source.slice(tag.end, end)).trim();
  const text = inner || (tag.attributes.get('verify') ?? '').trim();
  return text ? { text } : 'svg.missing';
}

/** CDATA sections as they are, the rest unescaped. */
function textOf(inner: string): string {
  return inner
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((part) => (part.startsWith('<![CDATA[') ? part.slice(9, -3) : unescapeXml(part)))
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{1,8}));/g, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const point = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    return point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : whole;
  });
}
