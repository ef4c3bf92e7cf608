import type { ChoiceView, QuestionNode } from '@assembleurs/commons/survey';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { type Drawer, type FieldContext, numberOf } from './context.ts';
import { renderGrouped } from './frame.ts';

const keyOf = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

/** Whether two answers are one choice: `1` and `'1'` are, as in SurveyJS. */
export const sameValue = (one: unknown, other: unknown): boolean => one === other || keyOf(one) === keyOf(other);

/** An answer of several choices as a list, whatever stands in the data. */
export const valuesOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : value === undefined || value === null || value === '' ? [] : [value];

const includes = (values: readonly unknown[], value: unknown): boolean => values.some((each) => sameValue(each, value));

const itemValues = (node: QuestionNode): unknown[] =>
  node.choices.filter((choice) => choice.kind === 'item' && choice.enabled && !choice.exclusive).map((choice) => choice.value);

/** Whether a choice is chosen; "select all" is when each ordinary choice is. */
export function isChosen(node: QuestionNode, choice: ChoiceView): boolean {
  const values = valuesOf(node.value);
  if (choice.kind !== 'selectall') return includes(values, choice.value);
  const items = itemValues(node);
  return items.length > 0 && items.every((value) => includes(values, value));
}

/** The answer once a choice among several is chosen or left: an exclusive one empties the others. */
export function toggled(node: QuestionNode, choice: ChoiceView, chosen: boolean): unknown {
  const before = valuesOf(node.value);
  let values: unknown[];
  if (choice.kind === 'selectall') values = chosen ? itemValues(node) : [];
  else if (!chosen) values = before.filter((value) => !sameValue(value, choice.value));
  else if (choice.exclusive) values = [choice.value];
  else {
    const exclusives = node.choices.filter((other) => other.exclusive).map((other) => other.value);
    values = [...before.filter((value) => !includes(exclusives, value)), choice.value];
  }
  return values.length > 0 ? values : undefined;
}

/** What to say of how many choices are wanted. */
export function countHint(node: QuestionNode, context: FieldContext): string {
  const min = numberOf(node.json.minSelectedChoices) ?? 0;
  const max = numberOf(node.json.maxSelectedChoices) ?? 0;
  if (min > 0 && max > 0) return context.t('pickBetween', { min, max });
  if (min > 0) return context.t('pickAtLeast', { count: min });
  return max > 0 ? context.t('pickAtMost', { count: max }) : '';
}

const layoutOf = (node: QuestionNode): string => {
  const columns = numberOf(node.json.colCount) ?? 1;
  return columns === 0 ? 'choices inline' : columns > 1 ? `choices cols c${String(Math.min(columns, 4))}` : 'choices';
};

/** Classes rather than `:has()`, which a page of thousands of choices would pay for at each answer. */
export const choiceClass = (chosen: boolean, off: boolean): string => `choice${chosen ? ' on' : ''}${off ? ' off' : ''}`;

/** One radio or checkbox with its text; `value` holds the choice's place, since a choice's value may be any JSON. */
export function renderChoice(
  node: QuestionNode, choice: ChoiceView, index: number, type: 'radio' | 'checkbox', body: unknown = choice.text,
): unknown {
  const chosen = isChosen(node, choice);
  const off = !node.enabled || !choice.enabled;
  return html`<label class=${choiceClass(chosen, off)} part="choice"><input type=${type} name=${node.id} value=${index} .checked=${live(chosen)} ?disabled=${off}
    aria-invalid=${ifDefined(type === 'checkbox' && node.errors.length > 0 ? 'true' : undefined)}><span>${body}${choice.description
      ? html`<small>${choice.description}</small>` : nothing}</span></label>`;
}

const choiceAt = (node: QuestionNode, input: HTMLInputElement): ChoiceView | undefined => node.choices[Number(input.value)];

/** The listener of a group of radios. */
export const chooseOne = (node: QuestionNode) => (input: HTMLInputElement): void => {
  const choice = choiceAt(node, input);
  if (choice) node.setValue(choice.value);
};

/** The listener of a group of checkboxes. */
export const chooseSeveral = (node: QuestionNode) => (input: HTMLInputElement): void => {
  const choice = choiceAt(node, input);
  if (choice) node.setValue(toggled(node, choice, input.checked));
};

const renderClear = (node: QuestionNode, context: FieldContext): unknown =>
  node.json.showClearButton === true && !node.empty && node.enabled
    ? html`<button type="button" class="plain" part="button" @click=${() => { node.setValue(undefined); }}>${context.t('clear')}</button>`
    : nothing;

export const renderRadiogroup: Drawer = (node, context) =>
  renderGrouped(node, context, [
    html`<div class=${layoutOf(node)}>${node.choices.map((choice, index) => renderChoice(node, choice, index, 'radio'))}</div>`,
    renderClear(node, context),
  ], { radios: true, onChange: chooseOne(node) });

export const renderCheckbox: Drawer = (node, context) =>
  renderGrouped(node, context,
    html`<div class=${layoutOf(node)}>${node.choices.map((choice, index) => renderChoice(node, choice, index, 'checkbox'))}</div>`,
    { hint: countHint(node, context), onChange: chooseSeveral(node) });
