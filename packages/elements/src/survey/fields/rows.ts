import type { ElementNode, QuestionNode } from '@assembleurs/commons/survey';
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { type Draw, type Drawer, type FieldContext, localized } from './context.ts';
import { focusWithin } from './focus.ts';
import { renderButton, renderGrouped, renderTitle } from './frame.ts';

/** What was removed last from a question, so that a slip costs nothing. */
const removed = new WeakMap<QuestionNode, { readonly index: number; readonly value: unknown }>();

const listOf = (node: QuestionNode): readonly unknown[] => (Array.isArray(node.value) ? (node.value as unknown[]) : []);

/** The entries of a `matrixdynamic` or `paneldynamic`, which come and go alike. */
const entriesOf = (node: QuestionNode): readonly { readonly id: string }[] => (node.type === 'paneldynamic' ? node.panels : node.rows);

/** Changes the entries, says how many there are, and moves to the entry at `index` or its remove button, else to the button that adds. */
function change(event: Event, node: QuestionNode, { t, announce }: FieldContext, run: () => void, index: number, suffix = ''): void {
  const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
  run();
  announce(t('entries', { count: entriesOf(node).length }));
  void focusWithin(root, () => {
    const entries = entriesOf(node);
    const entry = entries[index] ?? entries.at(-1);
    return [entry ? entry.id + suffix : '', `${node.id}-add`];
  });
}

const renderRemove = (node: QuestionNode, context: FieldContext, id: string, index: number): unknown =>
  renderButton('plain', context.t('remove'), (event) => {
    change(event, node, context, () => {
      const value = listOf(node)[index];
      if (value && Object.keys(value).length > 0) removed.set(node, { index, value });
      node.remove(index);
    }, index, '-x');
  }, { label: `${context.t('remove')} ${String(index + 1)}`, id: `${id}-x` });

function renderFoot(node: QuestionNode, context: FieldContext, addText: unknown): unknown {
  if (!node.enabled) return nothing;
  const last = removed.get(node);
  return html`<div class="foot">${node.canAdd ? renderButton('secondary', html`<span
    aria-hidden="true">+ </span>${localized(addText, context) || context.t('add')}`, (event) => {
    change(event, node, context, () => {
      removed.delete(node);
      node.add();
    }, Infinity);
  }, { id: `${node.id}-add` }) : nothing}${last ? renderButton('plain', context.t('undo'), (event) => {
    change(event, node, context, () => {
      removed.delete(node);
      node.setValue([...listOf(node).slice(0, last.index), last.value, ...listOf(node).slice(last.index)]);
    }, last.index);
  }) : nothing}</div>`;
}

const renderEmpty = (context: FieldContext, text: unknown): unknown => html`<p
  class="note">${localized(text, context) || context.t('noEntry')}</p>`;

const drawAll = (nodes: readonly ElementNode[], context: FieldContext, draw: Draw): unknown =>
  nodes.map((node) => draw(node, context));

/** What the columns add up to. Headings are hidden from screen readers: each cell says its column. */
function renderTotals({ id, columns, rows }: QuestionNode, context: FieldContext, removable: boolean): unknown {
  if (rows.length === 0 || !columns.some(({ total }) => total)) return nothing;
  return html`<div class="mx-row total" role="group" aria-labelledby="${id}-total"><div class="mx-h" id="${id}-total">${context.t('total')}</div>${
    columns.map(({ title, total }) => html`<div class="mx-c">${total ? html`<span class="word">${title} </span><strong>${total}</strong>` : nothing}</div>`)}${
    removable ? html`<div class="mx-x"></div>` : nothing}</div>`;
}

/**
 * A table of questions: one group a row, named by it; each cell is an ordinary question with its own label, that
 * the column's title replaces to the eye where the container is wide enough for a table.
 */
export const renderRows: Drawer = (node, context, draw) => {
  const { columns, rows, json } = node;
  const dynamic = node.type === 'matrixdynamic';
  const removable = dynamic && node.canRemove && node.enabled;
  const cards = columns.length > 6 || rows.some((row) => row.detail.length > 0);
  return renderGrouped(node, context, [
    rows.length === 0 ? renderEmpty(context, json.emptyRowsText) : html`<div class=${columns.length > 3 ? 'mxw big' : 'mxw'}><div
      class=${cards ? 'mx' : dynamic ? `mx grid table numbered ${columns.some(({ total }) => total) ? 'sums' : ''}` : 'mx grid table'}>
      <div class="mx-head" aria-hidden="true"><span
      class="mx-h"></span>${columns.map((column) => html`<span>${renderTitle(column, context)}</span>`)}${removable ? html`<span
      class="mx-x"></span>` : nothing}</div>${
      rows.map((row) => keyed(row.id, html`<div class="mx-row" id=${row.id} role="group" aria-labelledby="${row.id}-t"><div
      class="mx-h" id="${row.id}-t">${
        dynamic ? html`<span class="word">${context.t('row')} </span>${row.index + 1}` : row.text}</div>${
        row.cells.map((cell) => html`<div class="mx-c">${draw(cell, context)}</div>`)}${
        row.detail.length > 0 ? html`<div class="els">${drawAll(row.detail, context, draw)}</div>` : nothing}${
        removable ? html`<div class="mx-x">${renderRemove(node, context, row.id, row.index)}</div>` : nothing}</div>`))}${renderTotals(node, context, removable)}</div></div>`,
    dynamic ? renderFoot(node, context, json.addRowText) : nothing,
  ]);
};

/** The same questions, as many times as there are things to tell about. */
export const renderPanels: Drawer = (node, context, draw) => {
  const { panels, json } = node;
  return renderGrouped(node, context, [
    panels.length === 0 ? renderEmpty(context, json.noEntriesText) : panels.map(({ id, index, title, elements }) => keyed(id,
      html`<div class="entry" part="panel" id=${id} role="group" aria-labelledby="${id}-t"><div class="entry-head"><h3 id="${id}-t"
      aria-level=${context.headingLevel}>${
        title || context.t('entry', { place: index + 1 })}</h3>${node.canRemove && node.enabled ? renderRemove(node, context, id, index) : nothing}</div><div class="els">${
        drawAll(elements, { ...context, headingLevel: context.headingLevel + 1 }, draw)}</div></div>`)),
    renderFoot(node, context, json.addPanelText ?? json.panelAddText),
  ]);
};

/** Several short texts under one title. */
export const renderMultipletext: Drawer = (node, context, draw) =>
  renderGrouped(node, context, html`<div class="items">${drawAll(node.items, context, draw)}</div>`);
