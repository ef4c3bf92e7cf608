import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { type Drawer, localized, numberOf } from './context.ts';
import { controlId } from './frame.ts';
import { renderRich } from './rich.ts';

/** A picture's address that can only load a picture: http(s), relative, or an image's own data. */
const isPicture = (url: string): boolean => /^(https?:|data:image\/|[^:]*$)/i.test(url);

/** Text of the definition between questions. */
export const renderHtml: Drawer = (node, context) =>
  html`<div class="q rich" part="html" id=${node.id}>${renderRich(node.html, (name) => context.pipe(name))}</div>`;

export const renderImage: Drawer = (node, context) => isPicture(node.html)
  ? html`<img class="q" part="image" id=${node.id} src=${node.html} alt=${localized(node.json.altText, context.lang)} loading="lazy"
      width=${ifDefined(numberOf(node.json.imageWidth))} height=${ifDefined(numberOf(node.json.imageHeight))}>`
  : nothing;

/** A calculated value. Silent for screen readers until read: it may change at each answer. */
export const renderExpression: Drawer = (node) =>
  html`<div class="q" part="question" id=${node.id}><span class="t" part="title" id="${node.id}-t">${node.title}</span>
    ${node.description ? html`<p class="help">${node.description}</p>` : nothing}
    <output class="value" part="value" id=${controlId(node)} aria-live="off" aria-labelledby="${node.id}-t">${node.displayValue || '–'}</output></div>`;

/** A type that this version cannot ask: said, rather than hidden. The answer that came with the data is kept. */
export const renderUnsupported: Drawer = (node, context) =>
  html`<div class="q" part="question" id=${node.id}><span class="t" part="title">${node.title}</span>
    <p class="note">${context.t('unsupported', { type: node.json.type })}${node.empty ? nothing : ` ${context.t('unsupportedKept')}`}</p></div>`;
