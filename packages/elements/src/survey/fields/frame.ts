import type { QuestionNode } from '@assembleurs/commons/survey';
import { html, noChange, nothing, type ElementPart } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { type FieldContext, localized } from './context.ts';

/** Id of the element around a question. */
export const fieldId = (node: { readonly id: string }): string => node.id;

/** Id of a question's (first) control. */
export const controlId = (node: { readonly id: string }): string => `${node.id}-i`;

/** Errors of the question itself: those of a matrix's rows stand beside the rows. */
const ownErrors = (node: QuestionNode): readonly string[] =>
  node.errors.flatMap(({ path, text }) => (node.matrixRows.length > 0 && path !== node.path ? [] : text));

const otherEmpty = (node: QuestionNode): boolean => node.errors.some(({ code }) => code === 'otherEmpty');

/** Whether the answer itself is wrong, not only the text beside "other". */
const wrong = (node: QuestionNode): boolean => node.errors.some(({ code }) => code !== 'otherEmpty');

/** Ids of what describes a question: its description, its hint, its errors. */
const describedBy = (node: QuestionNode, hint: string): string =>
  [node.description && `${node.id}-d`, hint && `${node.id}-h`, ownErrors(node).length > 0 && `${node.id}-e`].filter(Boolean).join(' ');

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | HTMLFieldSetElement;

class Says extends Directive {
  override render(...[,]: [node: QuestionNode, hint?: string, error?: string]): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [node, hint = '', error]: Parameters<this['render']>): unknown {
    const control = element as Control;
    const say = (name: string, value: string | boolean | undefined): void => {
      if (value) element.setAttribute(name, String(value));
      else element.removeAttribute(name);
    };
    const group = element.role === 'group';
    say('aria-required', node.required && !group && !/range|color/.test(control.type));
    say('aria-invalid', (wrong(node) || error) && !group);
    say('aria-describedby', error ?? describedBy(node, hint));
    if (!(control instanceof HTMLFieldSetElement)) {
      control.id ||= controlId(node);
      if (/select|checkbox|file|range|color/.test(control.type)) control.disabled = !node.enabled;
      else (control as HTMLInputElement).readOnly = !node.enabled;
    }
    return noChange;
  }
}

/**
 * `<input ${says(node, hint)}>`: gives a control its id, and says of it what is known of its question: required, wrong, described
 * by its help and errors, not to be changed. A group says only what describes it; a radiogroup may be required and wrong.
 * `error` is the id of an error of the control's own.
 */
export const says = directive(Says);

/** The listener of a field: what is written in it now. */
export const written = (set: (text: string) => void) => (event: Event): void => { set((event.target as HTMLInputElement).value); };

export const renderErrors = (texts: readonly string[], id: string): unknown =>
  texts.length === 0 ? nothing : html`<div class="errors" id=${id} part="error">${texts.map((text) => html`<p><span
    aria-hidden="true">▲</span>${text}</p>`)}</div>`;

export const nodeErrors = (node: QuestionNode): unknown => renderErrors(ownErrors(node), `${node.id}-e`);

export const renderTitle = (node: { readonly title: string; readonly required: boolean }, context: FieldContext): unknown =>
  node.required ? html`${node.title} <span class="soft">${context.t('required')}</span>` : node.title;

export const renderHelp = (text: string, id: string): unknown => (text ? html`<p class="help soft" part="description"
  id=${id}>${text}</p>` : nothing);

export const renderButton = (
  look: string, text: unknown, onClick: (event: Event) => void, { label, id, off = false, end }: { label?: string; id?: string; off?: boolean; end?: boolean } = {},
): unknown => html`<button type="button" class=${look} part="button" id=${ifDefined(id)} aria-label=${ifDefined(label)}
  aria-disabled=${ifDefined(end)} ?disabled=${off} @click=${onClick}>${text}</button>`;

export const cross = html`<span aria-hidden="true">✕</span>`;

/** A list of what was chosen, each with the button that takes it away; the focus then goes to the field. */
export const renderChips = (
  node: QuestionNode, context: FieldContext, chips: readonly { readonly text: string; readonly detail?: string; readonly remove: () => void }[],
): unknown => chips.length === 0 ? nothing : html`<ul class="chips"
  aria-label=${context.t('chosen')}>${chips.map(({ text, detail, remove }) => html`<li><span>${text} ${detail
  ? html`<span class="soft">${detail}</span>` : nothing}</span>${renderButton('remove', cross, (event) => {
    const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
    remove();
    context.announce(context.t('removed', { text }));
    root.getElementById(controlId(node))?.focus();
  }, { label: `${context.t('remove')} ${text}`, off: !node.enabled })}</li>`)}</ul>`;

/** The text beside "other", and the question's comment area when the definition asks for one. */
function renderComment(node: QuestionNode, context: FieldContext): unknown {
  const { json, otherSelected } = node;
  if (!otherSelected && !json.showCommentArea && !json.hasComment) return nothing;
  return html`<label class="other"><span>${otherSelected
    ? localized(json.otherPlaceholder, context) || context.t('other')
    : localized(json.commentText, context) || context.t('comment')}</span><input class="input" part="input" id="${node.id}-o"
      .value=${node.comment} ?readonly=${!node.enabled} aria-invalid=${ifDefined(otherEmpty(node) || undefined)}
      aria-describedby=${ifDefined(otherEmpty(node) ? `${node.id}-e` : undefined)}
    @input=${written((text) => { node.setComment(text); })} @change=${(event: Event) => { event.stopPropagation(); }}></label>`;
}

const titleClass = (node: QuestionNode): string => (node.json.titleLocation === 'hidden' ? 't vh' : 't');

const renderBody = (node: QuestionNode, context: FieldContext, hint: string, body: unknown): unknown =>
  html`${renderHelp(node.description, `${node.id}-d`)}${renderHelp(hint, `${node.id}-h`)}${body}${renderComment(node, context)}${nodeErrors(node)}`;

/** A question of one control, that carries `controlId(node)`. */
export const renderLabelled = (node: QuestionNode, context: FieldContext, control: unknown, hint = ''): unknown =>
  html`<div class="q" part="question" id=${node.id}><label class=${titleClass(node)} part="title" id="${node.id}-t"
    for=${controlId(node)}>${renderTitle(node, context)}</label>${
    renderBody(node, context, hint, control)}</div>`;

/**
 * A question of several controls, named by its legend. One listener serves all its inputs: a page may hold
 * thousands. `radios` makes it a radiogroup: that may be said required and wrong, a plain group may not.
 */
export const renderGrouped = (
  node: QuestionNode, context: FieldContext, body: unknown, hint = '', radios = false, onChange?: (input: HTMLInputElement) => void,
): unknown =>
  html`<fieldset class=${wrong(node) ? 'q bad' : 'q'} part="question" id=${node.id}
    role=${radios ? 'radiogroup' : 'group'} ${says(node, hint)}
    @change=${(event: Event) => onChange?.(event.target as HTMLInputElement)}><legend class=${titleClass(node)} part="title"
      id="${node.id}-t">${renderTitle(node, context)}</legend>${
    renderBody(node, context, hint, body)}</fieldset>`;
