/** What criteria are written with, as the issuing element says: points, bold. Anything else stays as it is typed, and never becomes HTML. */
import { html } from 'hono/html';

type Html = ReturnType<typeof html>;

const line = (text: string): Html[] => text.split(/\*\*(.+?)\*\*/).map((part, at) => (at % 2 === 1 ? html`<strong>${part}</strong>` : html`${part}`));

export function markdown(text: string): Html[] {
  const blocks: { points: boolean; lines: string[] }[] = [];
  for (const each of text.split(/\r?\n/)) {
    const points = /^\s*[-*] /.test(each);
    const last = blocks.at(-1);
    if (each.trim() === '') blocks.push({ points: false, lines: [] });
    else if (last?.points === points && last.lines.length > 0) last.lines.push(each);
    else blocks.push({ points, lines: [each] });
  }
  return blocks.filter(({ lines }) => lines.length > 0).map(({ points, lines }) => (points
    ? html`<ul class="points">${lines.map((each) => html`<li>${line(each.replace(/^\s*[-*] /, ''))}</li>`)}</ul>`
    : html`<p>${lines.map((each, at) => html`${at > 0 ? html`<br>` : ''}${line(each)}`)}</p>`));
}
