import type { ElementNode } from '@assembleurs/commons/survey';
import { html, nothing } from 'lit';
import { titlesOf } from './choices.ts';
import { communeText, type Drawer, type FieldContext } from './context.ts';

const line = (title: string, answer: string, { t }: FieldContext): unknown =>
  html`<dt>${title}</dt><dd class=${answer ? '' : 'soft'}>${answer || t('noAnswer')}</dd>`;

/** A question and its answer in words, to be read again before sending. */
export const renderSummary: Drawer = (node, context, draw) => {
  const { type, title, comment, value, columns } = node;
  const { t } = context;
  const group = (name: string, elements: readonly ElementNode[]): unknown =>
    html`<div class="sum"><p class="t">${name}</p>${elements.map((element) => draw(element, context))}</div>`;
  const box = (body: unknown): unknown => html`<div class="sum" part="answer" id=${node.id}><p class="t">${title}</p>${body}</div>`;
  if (type === 'html' || type === 'image') return nothing;
  if (node.items.length > 0) return box(node.items.map((item) => draw(item, context)));
  if (node.matrixRows.length > 0) {
    return box(html`<dl class="pairs">${node.matrixRows.map(({ text, answer }) =>
      html`<div>${line(text, titlesOf(columns, answer), context)}</div>`)}</dl>`);
  }
  if (node.rows.length > 0) {
    const totals = columns.filter(({ total }) => total);
    return box([node.rows.map((row) => group(type === 'matrixdynamic' ? `${t('row')} ${String(row.index + 1)}` : row.text, [...row.cells, ...row.detail])),
      totals.length > 0 ? html`<div class="sum"><p class="t">${t('total')}</p><dl class="pairs">${totals.map(({ title: of, total = '' }) => html`<div>${line(of, total, context)}</div>`)}</dl></div>` : nothing]);
  }
  if (node.panels.length > 0) return box(node.panels.map((panel) => group(panel.title || t('entry', { place: panel.index + 1 }), panel.elements)));
  const commune = type === 'asb:commune' && typeof value === 'string' ? context.territory?.byCode(value) : undefined;
  const answer = commune ? communeText(commune) : node.displayValue;
  return html`<dl class="sum" part="answer"
    id=${node.id}>${line(title, comment && !answer.includes(comment) ? `${answer} – ${comment}` : answer, context)}</dl>`;
};
