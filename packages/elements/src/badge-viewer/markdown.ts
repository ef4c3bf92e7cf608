/**
 * A small Markdown, as badges use it in criteria and narratives: paragraphs, lists, quotes, headings, bold, italic, code, links. Text becomes
 * nodes of a template, never HTML; what is not of this subset shows as it was written; pictures become their description.
 */
import { html, nothing } from 'lit';

const MOST_LINES = 500;
/** Inline marks, the longest first. One regular expression, each part bounded: time grows with the length. */
const INLINE = /`([^`\n]{1,500})`|\*\*([^*\n]{1,1000})\*\*|__([^_\n]{1,1000})__|\*([^*\s][^*\n]{0,1000})\*|\b_([^_\s][^_\n]{0,1000})_\b|!?\[([^\]\n]{0,500})\]\(\s*<?([^\s)>]{1,2000})>?[^)\n]{0,200}\)|<((?:https?:\/\/|mailto:)[^\s>]{1,2000})>|(https?:\/\/[^\s<>()]{1,2000}[^\s<>().,;:!?'"])/g;

export function safeLink(address: string): string | undefined {
  return /^(https?:\/\/|mailto:)/i.test(address) && URL.canParse(address) ? new URL(address).href : undefined;
}

/** A link that a stranger wrote: it opens apart, says nothing of where the person came from, and vouches for nothing. */
export const strangerLink = (address: string, text: unknown): unknown => {
  const href = safeLink(address);
  return href === undefined ? text : html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow external">${text}</a>`;
};

function inline(text: string): unknown[] {
  const parts: unknown[] = [];
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, code, bold, alsoBold, italic, alsoItalic, label, address, angled, bare] = match;
    parts.push(text.slice(at, match.index));
    at = match.index + whole.length;
    const strong = bold ?? alsoBold;
    const emphasis = italic ?? alsoItalic;
    const link = angled ?? bare;
    if (code !== undefined) parts.push(html`<code>${code}</code>`);
    else if (strong !== undefined) parts.push(html`<strong>${strong}</strong>`);
    else if (emphasis !== undefined) parts.push(html`<em>${emphasis}</em>`);
    else if (link !== undefined) parts.push(strangerLink(link, link));
    else parts.push(whole.startsWith('!') ? label : strangerLink(address ?? '', label || address));
  }
  parts.push(text.slice(at));
  return parts;
}

const ITEM = /^\s{0,6}(?:[-*+]|\d{1,3}[.)])\s+(.*)$/;

/** The text's blocks: lines up to an empty one; a list, a heading or a quote begins a block of its own. */
function blocksOf(text: string): string[][] {
  const blocks: string[][] = [];
  let open: string[] | undefined;
  let kind = '';
  for (const line of text.split(/\r?\n/, MOST_LINES)) {
    const here = line.trim() === '' ? '' : ITEM.test(line) ? 'list' : /^\s*>/.test(line) ? 'quote' : /^#{1,6}\s/.test(line) ? 'heading' : 'text';
    // A line after an item goes on with it.
    const goesOn = open && (here === kind || (here === 'text' && kind === 'list')) && here !== 'heading';
    if (here === '') open = undefined;
    else if (goesOn) open?.push(line);
    else blocks.push((open = [line]));
    kind = here === 'text' && kind === 'list' && goesOn ? 'list' : here;
  }
  return blocks;
}

function listItems(lines: readonly string[]): string[] {
  const items: string[] = [];
  for (const line of lines) {
    const item = ITEM.exec(line)?.[1];
    if (item !== undefined) items.push(item);
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  return items;
}

function block(lines: readonly string[]): unknown {
  const [first = ''] = lines;
  if (ITEM.test(first)) {
    const items = listItems(lines).map((item) => html`<li>${inline(item)}</li>`);
    return /^\s*\d/.test(first) ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
  }
  if (/^\s*>/.test(first)) return html`<blockquote>${inline(lines.map((line) => line.replace(/^\s*>\s?/, '')).join(' '))}</blockquote>`;
  // A stranger's headings must not disturb the page's outline.
  if (/^#{1,6}\s/.test(first)) return html`<p><strong>${inline(first.replace(/^#+\s+/, ''))}</strong></p>`;
  return html`<p>${lines.map((line, index) => html`${index > 0 ? html`<br>` : nothing}${inline(line)}`)}</p>`;
}

export const renderMarkdown = (text: string): unknown => html`<div class="rich">${blocksOf(text).map(block)}</div>`;
