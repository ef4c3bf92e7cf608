import type { QuestionNode, SurveyError } from '@assembleurs/commons/survey';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { type FieldContext, localized } from './context.ts';

/** Id of the element around a question. */
export const fieldId = (node: { readonly id: string }): string => node.id;

/** Id of a question's (first) control. */
export const controlId = (node: { readonly id: string }): string => `${node.id}-i`;

/** Ids of what describes a question: its description, its hint, its errors. */
export function describedBy(node: QuestionNode, hint = ''): string | undefined {
  const ids = [node.description && `${node.id}-d`, hint && `${node.id}-h`, node.errors.length > 0 && `${node.id}-e`];
  return ids.filter(Boolean).join(' ') || undefined;
}

export const renderErrors = (errors: readonly SurveyError[], id: string, context: FieldContext): unknown =>
  errors.length === 0
    ? nothing
    : html`<div class="errors" id=${id} part="error">
        ${errors.map((error) => html`<p><span class="icon" aria-hidden="true">▲</span><span class="vh">${context.t('error')} </span>${error.text}</p>`)}
      </div>`;

export const requiredMark = (node: { readonly required: boolean }, context: FieldContext): unknown =>
  node.required ? html` <span class="req">${context.t('required')}</span>` : nothing;

const renderHelp = (node: QuestionNode, hint: string): unknown => [
  node.description ? html`<p class="help" part="description" id="${node.id}-d">${node.description}</p>` : nothing,
  hint ? html`<p class="help" id="${node.id}-h">${hint}</p>` : nothing,
];

/** The text beside "other", and the question's comment area when the definition asks for one. */
function renderComment(node: QuestionNode, context: FieldContext): unknown {
  const { json } = node;
  const area = json.showCommentArea === true || json.hasComment === true;
  if (!node.otherSelected && !area) return nothing;
  const label = node.otherSelected
    ? localized(json.otherPlaceholder, context.lang) || context.t('otherLabel')
    : localized(json.commentText, context.lang) || context.t('commentLabel');
  return html`<label class="other"><span>${label}</span><input class="input" type="text" part="input" id="${node.id}-o"
    .value=${node.comment} ?readonly=${!node.enabled}
    @input=${(event: Event) => { node.setComment((event.target as HTMLInputElement).value); }}
    @change=${(event: Event) => { event.stopPropagation(); }}></label>`;
}

const hiddenTitle = (node: QuestionNode): string => (node.json.titleLocation === 'hidden' ? 't vh' : 't');

/** A question of one control, that carries `controlId(node)`. */
export const renderLabelled = (node: QuestionNode, context: FieldContext, control: unknown, hint = ''): unknown =>
  html`<div class="q" part="question" id=${node.id}>
    <label class=${hiddenTitle(node)} part="title" id="${node.id}-t" for=${controlId(node)}>${node.title}${requiredMark(node, context)}</label>
    ${renderHelp(node, hint)}${control}${renderComment(node, context)}${renderErrors(node.errors, `${node.id}-e`, context)}
  </div>`;

/**
 * A question of several controls, named by its legend. One listener serves all its inputs: a page may hold
 * thousands. `role="radiogroup"` for radios: it may be said required and invalid, a plain group may not.
 */
export const renderGrouped = (
  node: QuestionNode, context: FieldContext, body: unknown,
  { hint = '', radios = false, onChange }: { hint?: string; radios?: boolean; onChange?: (input: HTMLInputElement) => void } = {},
): unknown =>
  html`<fieldset class=${node.errors.length > 0 ? 'q bad' : 'q'} part="question" id=${node.id} role=${radios ? 'radiogroup' : 'group'}
    aria-describedby=${ifDefined(describedBy(node, hint))} aria-required=${ifDefined(radios && node.required ? 'true' : undefined)}
    aria-invalid=${ifDefined(radios && node.errors.length > 0 ? 'true' : undefined)}
    @change=${onChange ? (event: Event) => { onChange(event.target as HTMLInputElement); } : nothing}>
    <legend class=${hiddenTitle(node)} part="title" id="${node.id}-t">${node.title}${requiredMark(node, context)}</legend>
    ${renderHelp(node, hint)}${body}${renderComment(node, context)}${renderErrors(node.errors, `${node.id}-e`, context)}
  </fieldset>`;
