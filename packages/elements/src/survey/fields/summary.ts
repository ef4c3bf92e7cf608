import type { QuestionNode } from '@assembleurs/commons/survey';
import { html, nothing } from 'lit';
import { sameValue } from './choices.ts';
import type { Drawer, FieldContext } from './context.ts';

const line = (title: unknown, answer: string, context: FieldContext): unknown =>
  html`<dt>${title}</dt><dd class=${answer ? '' : 'soft'}>${answer || context.t('noAnswer')}</dd>`;

const filesText = (node: QuestionNode): string =>
  Array.isArray(node.value) ? (node.value as { name?: unknown }[]).map((file) => String(file.name)).join(', ') : '';

function matrixLines(node: QuestionNode, context: FieldContext): unknown {
  const text = (answer: unknown): string => (Array.isArray(answer) ? answer : [answer])
    .map((value) => node.columns.find((column) => sameValue(column.value, value))?.title ?? '').filter(Boolean).join(', ');
  return node.matrixRows.map((row) => line(row.text, text(row.answer), context));
}

/** The entries of a table or of repeated panels, each a group of lines named by the entry. */
function entries(node: QuestionNode, context: FieldContext, draw: Parameters<Drawer>[2]): unknown {
  const groups = node.type === 'paneldynamic'
    ? node.panels.map((panel) => ({ title: panel.title || context.t('entry', { place: panel.index + 1 }), elements: panel.elements }))
    : node.rows.map((row) => ({
        title: node.type === 'matrixdynamic' ? `${context.t('row')} ${String(row.index + 1)}` : row.text, elements: [...row.cells, ...row.detail],
      }));
  return groups.map((group) => html`<div class="sum-entry"><p class="t">${group.title}</p>${group.elements.map((element) => draw(element, context))}</div>`);
}

/** A question and its answer in words, to be read again before sending. */
export const renderSummary: Drawer = (node, context, draw) => {
  switch (node.type) {
    case 'html':
    case 'image':
      return nothing;
    case 'paneldynamic':
    case 'matrixdropdown':
    case 'matrixdynamic':
      return html`<div class="sum" id=${node.id}><p class="t">${node.title}</p>${node.empty ? html`<p class="soft">${context.t('noAnswer')}</p>` : entries(node, context, draw)}</div>`;
    case 'multipletext':
      return html`<div class="sum" id=${node.id}><p class="t">${node.title}</p>${node.items.map((item) => draw(item, context))}</div>`;
    case 'matrix':
      return html`<div class="sum" id=${node.id}><p class="t">${node.title}</p><dl>${matrixLines(node, context)}</dl></div>`;
    default: {
      const commune = node.type === 'asb:commune' && typeof node.value === 'string' ? context.territory?.byCode(node.value) : undefined;
      const answer = commune ? `${commune.name} (${commune.code})` : node.type === 'file' ? filesText(node) : node.displayValue;
      const comment = node.comment && !answer.includes(node.comment) ? node.comment : '';
      return html`<dl class="sum" part="answer" id=${node.id}>${line(node.title, [answer, comment].filter(Boolean).join(' – '), context)}</dl>`;
    }
  }
};
