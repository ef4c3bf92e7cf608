/**
 * A definition's markup, made safe: a closed list of tags without attributes (but a link's checked address), as a
 * tree that a view builds node by node. There is no string of HTML to inject anywhere, and `{name}` is replaced after
 * the markup is read, so an answer is always text. Bounded: it reads any input in time that grows with its length.
 */

const TAGS = [
  'p', 'div', 'br', 'hr', 'strong', 'b', 'em', 'i', 'u', 's', 'sub', 'sup', 'ul', 'ol', 'li', 'a', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6',
  'blockquote', 'code', 'pre', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td',
] as const;
export type RichTag = (typeof TAGS)[number];

export interface RichElement {
  readonly tag: RichTag;
  /** Links only: http, https, mailto or relative. A link with any other address is only its text. */
  readonly href?: string;
  /** Headings only, 1 to 6, as written: the view places it under its own headings. */
  readonly level?: number;
  readonly children: readonly RichNode[];
}
export type RichNode = string | RichElement;

const MAX_LENGTH = 100_000;
const MAX_TAGS = 5_000;
const MAX_TAG_LENGTH = 2_000;
const MAX_DEPTH = 30;

/** Elements whose content is not text for a reader: dropped whole. */
const DROPPED = /^(script|style|iframe|svg|math|template|object|noscript|noembed|noframes|xmp|title|textarea|select|audio|video|canvas)$/;
/** What the start of an element closes, as HTML does for tags left open. */
const CLOSES: Readonly<Record<string, RegExp>> = {
  li: /^(li|p)$/,
  td: /^(t[dh]|p)$/,
  th: /^(t[dh]|p)$/,
  tr: /^(t[drh]|p)$/,
  ...Object.fromEntries(['p', 'div', 'ul', 'ol', 'table', 'blockquote', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, /^p$/])),
};
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', laquo: '«', raquo: '»', hellip: '…', rsquo: '’', lsquo: '‘',
  ldquo: '“', rdquo: '”', ndash: '–', mdash: '—', euro: '€', eacute: 'é', egrave: 'è', ecirc: 'ê', agrave: 'à', acirc: 'â', ccedil: 'ç',
  ocirc: 'ô', icirc: 'î', ugrave: 'ù', ucirc: 'û', oelig: 'œ', Eacute: 'É', Agrave: 'À', copy: '©', deg: '°', middot: '·', bull: '•',
};

interface Open {
  readonly tag: RichTag;
  readonly href?: string;
  readonly level?: number;
  readonly children: RichNode[];
}

/** `pipe` gives the text that stands for `{name}`; without it the braces stay. */
export function parseRichText(source: string, pipe?: (name: string) => string): RichNode[] {
  const html = source.slice(0, MAX_LENGTH);
  const lower = html.toLowerCase();
  const root: RichNode[] = [];
  const open: Open[] = [];
  const here = () => open.at(-1)?.children ?? root;
  const text = (raw: string, start = '') => {
    const value = start + fill(decode(raw), pipe);
    const list = here();
    const last = list.at(-1);
    if (typeof last === 'string') list[list.length - 1] = last + value;
    else if (value) list.push(value);
  };
  let at = 0;
  for (let tags = 0; tags < MAX_TAGS; tags++) {
    const start = html.indexOf('<', at);
    if (start < 0) break;
    text(html.slice(at, start));
    if (html.startsWith('<!--', start)) {
      at = after(html, '-->', start + 4);
      continue;
    }
    const name = /^<[/!?]?([a-z][a-z0-9:-]*)/.exec(lower.slice(start, start + 30))?.[1];
    const end = name ? tagEnd(html, start) : -1;
    if (!name || end < 0) {
      text('', '<');
      at = start + 1;
      continue;
    }
    at = end + 1;
    const tag = TAGS.find((known) => known === name);
    if (html[start + 1] === '/') {
      const from = open.findLastIndex((element) => element.tag === tag);
      if (from >= 0) open.length = from;
    } else if (DROPPED.test(name)) at = after(html, '>', after(lower, `</${name}`, at));
    else if (name === 'img') text(attribute(html.slice(start, end), 'alt'));
    else if (tag && open.length < MAX_DEPTH) {
      while (CLOSES[tag]?.test(open.at(-1)?.tag ?? '')) open.pop();
      const element = make(tag, html.slice(start, end), pipe);
      if (!element) continue;
      here().push(element);
      if (tag !== 'br' && tag !== 'hr') open.push(element);
    }
  }
  text(html.slice(at));
  return root;
}

/** The text that rich text holds, for where markup cannot stand: an accessible name, a cell of a table, a file. */
export function plainText(source: string, pipe?: (name: string) => string): string {
  const words = (nodes: readonly RichNode[]): string =>
    nodes.map((node) => (typeof node === 'string' ? node : /^(a|b|i|u|s|em|strong|su[bp]|code)$/.test(node.tag) ? words(node.children) : ` ${words(node.children)} `)).join('');
  return words(parseRichText(source, pipe)).replace(/[ \t\r\n]+/g, ' ').trim();
}

/** Undefined for a link that leads nowhere safe: what it holds stays. */
function make(tag: RichTag, source: string, pipe: ((name: string) => string) | undefined): Open | undefined {
  if (tag === 'a') {
    const href = safeHref(decode(attribute(source, 'href')), pipe);
    return href === undefined ? undefined : { tag, href, children: [] };
  }
  return /^h\d$/.test(tag) ? { tag, level: Number(tag[1]), children: [] } : { tag, children: [] };
}

/** An address that a person can be sent to, or undefined. What it pipes is encoded: an answer cannot become an address. */
export function safeHref(source: string, pipe?: (name: string) => string): string | undefined {
  // Browsers skip these when they read an address, so `java\nscript:` would pass for a relative one.
  // eslint-disable-next-line no-control-regex -- exactly those that browsers skip
  const href = source.replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028\u2029\ufeff]/g, '');
  if (href === '' || !/^(https?:|mailto:|[^:&]*$|[^:&]*[/?#])/i.test(href)) return undefined;
  return fill(href, pipe && ((name) => encodeURIComponent(pipe(name))));
}

function fill(value: string, pipe: ((name: string) => string) | undefined): string {
  return pipe ? value.replace(/\{([^{}]{1,200})\}/g, (_, name: string) => pipe(name.trim())) : value;
}

function decode(value: string): string {
  return value.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole;
    const code = decimal ? parseInt(decimal, 10) : parseInt(hex ?? '', 16);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd';
  });
}

/** The place of the `>` that ends a tag, quotes skipped; -1 when there is none near. */
function tagEnd(html: string, start: number): number {
  let quote = '';
  for (let i = start; i < html.length && i < start + MAX_TAG_LENGTH; i++) {
    const char = html.charAt(i);
    if (quote) quote = char === quote ? '' : quote;
    else if (char === '>') return i;
    else if ((char === '"' || char === "'") && html[i - 1] === '=') quote = char;
  }
  return -1;
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`[\\s"'/]${name}=(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
}

/** The place after `mark`, or the end. */
function after(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found < 0 ? source.length : found + mark.length;
}
