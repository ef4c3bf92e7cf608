import { html, nothing } from 'lit';
import type { Drawer } from './context.ts';
import { controlId, renderHelp } from './frame.ts';

/** A calculated value. Silent for screen readers until read: it may change at each answer. */
export const renderExpression: Drawer = (node) =>
  html`<div class="q" part="question" id=${node.id}><span class="t" part="title"
    id="${node.id}-t">${node.title}</span>${renderHelp(node.description, `${node.id}-d`)}<output
    class="value" part="value" id=${controlId(node)} aria-live="off" aria-labelledby="${node.id}-t">${node.displayValue || '–'}</output></div>`;

/** A type that this version cannot ask: said, rather than hidden. The answer that came with the data is kept. */
export const renderUnsupported: Drawer = ({ id, title, json, empty }, { t }) =>
  html`<div class="q" part="question" id=${id}><span class="t" part="title">${title}</span><p
    class="note">${t('unsupported', { type: json.type })} ${empty ? nothing : t('kept')}</p></div>`;
