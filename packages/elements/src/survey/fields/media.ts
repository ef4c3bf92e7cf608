import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { renderChoiceGroup } from './choices.ts';
import { type Drawer, localized, textOf } from './context.ts';
import { renderRich } from './rich.ts';

/** Text of the definition between questions. */
export const renderHtml: Drawer = (node) =>
  html`<div class="q rich" part="html" id=${node.id}>${renderRich(node.html, (name) => node.quote(name) ?? `{${name}}`)}</div>`;

export const renderImage: Drawer = ({ id, html: address, json }, context) =>
  html`<img class="q" part="image" id=${id} src=${address} alt=${localized(json.altText, context)}
    width=${ifDefined(textOf(json.imageWidth) || undefined)} height=${ifDefined(textOf(json.imageHeight) || undefined)}>`;

/** Pictures to choose from, each with its caption: a picture that cannot load leaves its words. */
export const renderImagepicker: Drawer = (node, context) => renderChoiceGroup(node, context, node.json.multiSelect === true, 'pictures', ({ text, imageLink }) =>
  imageLink ? html`<img src=${imageLink} alt="" part="image">${text}` : text);
