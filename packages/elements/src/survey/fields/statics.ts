import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { type Drawer, localized, textOf } from './context.ts';
import { controlId, renderHelp } from './frame.ts';
import { renderRich } from './rich.ts';

/** Text of the definition between questions. */
export const renderHtml: Drawer = (node) =>
  html`<div class="q rich" part="html" id=${node.id}>${renderRich(node.html, (name) => node.quote(name) ?? `{${name}}`)}</div>`;

export const renderImage: Drawer = ({ id, html: address, json }, context) =>
  html`<img class="q" part="image" id=${id} src=${address} alt=${localized(json.altText, context)}
    width=${ifDefined(textOf(json.imageWidth) || undefined)} height=${ifDefined(textOf(json.imageHeight) || undefined)}>`;

/** A calculated value. Silent for screen readers until read: it may change at each answer. */
export const renderExpression: Drawer = (node) =>
  html`<div class="q" part="question" id=${node.id}><span class="t" part="title"
    id="${node.id}-t">${node.title}</span>${renderHelp(node.description, `${node.id}-d`)}<output
    class="value" part="value" id=${controlId(node)} aria-live="off" aria-labelledby="${node.id}-t">${node.displayValue || '–'}</output></div>`;

/** A type that this version cannot ask: said, rather than hidden. The answer that came with the data is kept. */
export const renderUnsupported: Drawer = ({ id, title, json, empty }, { t }) =>
  html`<div class="q" part="question" id=${id}><span class="t" part="title">${title}</span><p
    class="note">${t('unsupported', { type: json.type })} ${empty ? nothing : t('kept')}</p></div>`;
