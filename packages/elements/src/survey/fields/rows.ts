import type { QuestionNode } from '@assembleurs/commons/survey';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type Drawer, type FieldContext, localized } from './context.ts';
import { focusWithin } from './focus.ts';
import { renderGrouped, requiredMark } from './frame.ts';

/** What was removed last from a question, so that a slip costs nothing. */
const removed = new WeakMap<QuestionNode, { readonly index: number; readonly value: unknown }>();

const listOf = (node: QuestionNode): unknown[] => (Array.isArray(node.value) ? (node.value as unknown[]) : []);

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0);

/** The entries of a `matrixdynamic` or `paneldynamic`, which come and go alike. */
const entriesOf = (node: QuestionNode): readonly { readonly id: string }[] => (node.type === 'paneldynamic' ? node.panels : node.rows);

const rootOf = (event: Event): ShadowRoot => (event.currentTarget as Element).getRootNode() as ShadowRoot;

/** Adds an entry and moves to its first field. */
function add(event: Event, node: QuestionNode, context: FieldContext): void {
  const root = rootOf(event);
  removed.delete(node);
  node.add();
  const entries = entriesOf(node);
  context.announce(context.t('entryAdded', { count: entries.length }));
  void focusWithin(root, () => entriesOf(node).at(-1)?.id);
}

/** Removes an entry and moves to the one that took its place, or to the button that adds. */
function remove(event: Event, node: QuestionNode, context: FieldContext, index: number): void {
  const root = rootOf(event);
  const value = listOf(node)[index];
  if (!isBlank(value)) removed.set(node, { index, value });
  node.remove(index);
  context.announce(context.t('entryRemoved', { count: entriesOf(node).length }));
  void focusWithin(root, () => {
    const entries = entriesOf(node);
    const next = entries[Math.min(index, entries.length - 1)];
    return next ? `${next.id}-x` : `${node.id}-add`;
  }, `${node.id}-add`);
}

function undo(event: Event, node: QuestionNode): void {
  const root = rootOf(event);
  const last = removed.get(node);
  if (!last) return;
  removed.delete(node);
  const list = [...listOf(node)];
  list.splice(last.index, 0, last.value);
  node.setValue(list);
  void focusWithin(root, () => entriesOf(node)[last.index]?.id);
}

const renderRemove = (node: QuestionNode, context: FieldContext, id: string, index: number): unknown =>
  html`<button type="button" class="plain" part="button" id="${id}-x" aria-label=${context.t('removeEntry', { place: index + 1 })}
    @click=${(event: Event) => { remove(event, node, context, index); }}>${context.t('remove')}</button>`;

function renderFoot(node: QuestionNode, context: FieldContext, key: 'addRowText' | 'addPanelText' | 'panelAddText'): unknown {
  if (!node.enabled) return nothing;
  return html`<div class="foot">${node.canAdd
    ? html`<button type="button" class="secondary" part="button" id="${node.id}-add" @click=${(event: Event) => { add(event, node, context); }}><span aria-hidden="true">+ </span>${
        (localized(node.json[key], context.lang) || localized(node.json.panelAddText, context.lang)) || context.t('add')}</button>` : nothing}${removed.has(node)
    ? html`<button type="button" class="plain" part="button" @click=${(event: Event) => { undo(event, node); }}>${context.t('undoRemove')}</button>` : nothing}</div>`;
}

const renderEmpty = (node: QuestionNode, context: FieldContext, text: unknown): unknown =>
  html`<p class="note">${localized(text, context.lang) || context.t('noEntry')}</p>`;

/**
 * A table of questions: one group a row, named by it; each cell is an ordinary question with its own label, that
 * the column's title replaces to the eye where the container is wide enough for a table.
 */
export const renderRows: Drawer = (node, context, draw) => {
  const { columns, rows, json } = node;
  const dynamic = node.type === 'matrixdynamic';
  const removable = dynamic && node.canRemove && node.enabled;
  const cards = columns.length > 6 || rows.some((row) => row.detail.length > 0);
  const look = cards ? 'mx' : `mx grid table${dynamic ? ' numbered' : ''}`;
  return renderGrouped(node, context, [
    rows.length === 0 ? renderEmpty(node, context, json.emptyRowsText ?? json.noRowsText) : html`<div class=${columns.length > 3 ? 'mxw big' : 'mxw'}><div class=${look}>
      <div class="mx-head" aria-hidden="true"><span class="mx-h"></span>${columns.map((column) => html`<span>${column.title}${requiredMark(column, context)}</span>`)}${removable ? html`<span class="mx-x"></span>` : nothing}</div>
      ${repeat(rows, (row) => row.id, (row) => html`<div class="mx-row" id=${row.id} role="group" aria-labelledby="${row.id}-t">
        <div class="mx-h" id="${row.id}-t">${dynamic ? html`<span class="word">${context.t('row')} </span>${row.index + 1}` : row.text}</div>
        ${row.cells.map((cell) => html`<div class="mx-c">${draw(cell, context)}</div>`)}
        ${row.detail.length > 0 ? html`<div class="els">${row.detail.map((element) => draw(element, context))}</div>` : nothing}
        ${removable ? html`<div class="mx-x">${renderRemove(node, context, row.id, row.index)}</div>` : nothing}
      </div>`)}
    </div></div>`,
    dynamic ? renderFoot(node, context, 'addRowText') : nothing,
  ]);
};

/** The same questions, as many times as there are things to tell about. */
export const renderPanels: Drawer = (node, context, draw) => {
  const inner = { ...context, headingLevel: context.headingLevel + 1 };
  const removable = node.canRemove && node.enabled;
  return renderGrouped(node, context, [
    node.panels.length === 0 ? renderEmpty(node, context, node.json.noEntriesText) : repeat(node.panels, (panel) => panel.id, (panel) =>
      html`<div class="entry" part="panel" id=${panel.id} role="group" aria-labelledby="${panel.id}-t"><div class="entry-head"><h3 class="pt" id="${panel.id}-t" aria-level=${context.headingLevel}>${
        panel.title || context.t('entry', { place: panel.index + 1 })}</h3>${removable ? renderRemove(node, context, panel.id, panel.index) : nothing}</div>
        <div class="els">${repeat(panel.elements, (element) => element.id, (element) => draw(element, inner))}</div></div>`),
    renderFoot(node, context, 'addPanelText'),
  ]);
};

/** Several short texts under one title. */
export const renderMultipletext: Drawer = (node, context, draw) =>
  renderGrouped(node, context, html`<div class="items">${node.items.map((item) => draw(item, context))}</div>`);
