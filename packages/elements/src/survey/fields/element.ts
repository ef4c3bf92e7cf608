import type { ElementNode, PanelNode, QuestionNode } from '@assembleurs/commons/survey';
import { type CSSResult, html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { keyed } from 'lit/directives/keyed.js';
import { renderCheckbox, renderRadiogroup } from './choices.ts';
import type { Drawer, FieldContext } from './context.ts';
import { renderCommune } from './commune.ts';
import { renderErrors, renderHelp, renderTitle } from './frame.ts';
import { renderBoolean, renderMatrix, renderRating } from './scales.ts';
import { isUnlisted, renderDropdown, renderTagbox, renderUnlisted } from './select.ts';
import { renderExpression, renderUnsupported } from './statics.ts';
import { renderComment, renderText } from './text.ts';

const drawers = new Map<string, Drawer>([
  ['text', renderText],
  ['comment', renderComment],
  ['radiogroup', renderRadiogroup],
  ['checkbox', renderCheckbox],
  ['boolean', renderBoolean],
  ['rating', renderRating],
  ['dropdown', renderDropdown],
  ['tagbox', renderTagbox],
  ['asb:commune', renderCommune],
  ['matrix', renderMatrix],
  ['expression', renderExpression],
  ['unsupported', renderUnsupported],
]);

/** What most surveys do without: loaded when a definition has one of these. `range` is a text that is asked by a slider. */
const LATER: ReadonlySet<string> = new Set([
  'matrixdropdown', 'matrixdynamic', 'paneldynamic', 'multipletext', 'file', 'slider', 'range', 'imagepicker', 'image', 'html', 'ranking',
]);

/** Makes ready to draw questions of these types: what styles they need besides `fieldStyles`. Rejects when a part of the script could not be loaded. */
export async function loadDrawers(types: ReadonlySet<string>): Promise<CSSResult | undefined> {
  if (![...types].some((type) => LATER.has(type))) return undefined;
  const { gatherings, gatheringStyles } = await import('./gatherings.ts');
  for (const [type, drawer] of Object.entries(gatherings)) drawers.set(type, drawer);
  return gatheringStyles;
}

const drawerOf = (node: QuestionNode): Drawer =>
  isUnlisted(node) ? renderUnlisted : (node.type === 'text' && node.json.inputType === 'range' ? drawers.get('slider') : drawers.get(node.type)) ?? renderUnsupported;

/** Comes with what follows the questions. */
let renderSummary: Drawer = renderUnsupported;
export const useSummary = (drawer: Drawer): void => { renderSummary = drawer; };

const renderQuestion = (node: QuestionNode, context: FieldContext): unknown =>
  (context.display === 'summary' ? renderSummary : drawerOf(node))(node, context, renderElement);

function renderPanel(node: PanelNode, context: FieldContext): unknown {
  const { id, title, state } = node;
  const heading = html`<h3 part="panel-title" id="${id}-t" aria-level=${context.headingLevel}>${renderTitle(node, context)}</h3>`;
  const body = html`${renderHelp(node.description, `${id}-d`)}${renderErrors(node.errors.map(({ text }) => text), `${id}-e`)}<div
    class="els">${
    renderElements(node.elements, { ...context, headingLevel: context.headingLevel + 1 })}</div>`;
  if (!title) return html`<div class="q" part="panel" id=${id}>${body}</div>`;
  return html`<div class="q panel" part="panel" id=${id} role="group"
    aria-labelledby="${id}-t">${state === 'default' || context.display === 'summary'
    ? [heading, body]
    : html`<details ?open=${state === 'expanded'}><summary>${heading}</summary>${body}</details>`}</div>`;
}

/**
 * One question or panel. Drawn again only when its revision moved, or when what surrounds it changed: one
 * answer on a page of 1,000 questions touches the few that it concerns.
 */
export function renderElement(node: ElementNode, context: FieldContext): unknown {
  const { lang, readOnly, territory, headingLevel, display } = context;
  return guard([node, node.revision, lang, readOnly, territory, headingLevel, display], () =>
    !node.visible ? nothing : node.kind === 'panel' ? renderPanel(node, context) : renderQuestion(node, context));
}

/** A page longer than this is cut in chunks, of which the browser lays out and paints only those in sight. */
const CHUNK = 25;

/** The questions and panels of a page or panel, in order. A page's list of nodes never changes, only what they show; another page starts anew. */
export function renderElements(nodes: readonly ElementNode[], context: FieldContext): unknown {
  const draw = (some: readonly ElementNode[]): unknown => some.map((node) => renderElement(node, context));
  const chunk = (_: unknown, index: number): unknown => {
    const some = nodes.slice(index * CHUNK, (index + 1) * CHUNK);
    return some.some((node) => node.visible) ? html`<div class="els chunk">${draw(some)}</div>` : nothing;
  };
  return keyed(nodes[0]?.id, nodes.length <= 3 * CHUNK ? draw(nodes) : Array.from({ length: Math.ceil(nodes.length / CHUNK) }, chunk));
}
