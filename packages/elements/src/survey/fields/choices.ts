import type { ChoiceView, QuestionNode } from '@assembleurs/commons/survey';
import { html, nothing } from 'lit';
import { type Drawer, type FieldContext, numberOf } from './context.ts';
import { renderButton, renderGrouped } from './frame.ts';
import { keep } from './keep.ts';

/** Whether two answers are one choice: `1` and `'1'` are, as in SurveyJS. */
export const sameValue = (one: unknown, other: unknown): boolean =>
  one === other ||
  (typeof one === typeof other ? JSON.stringify(one) === JSON.stringify(other) : String(one) === String(other));

/** An answer of several choices as a list, whatever stands in the data. */
export const valuesOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : value === undefined ? [] : [value]);

export const holds = (values: readonly unknown[], value: unknown): boolean => values.some((each) => sameValue(each, value));

/** What columns call an answer of theirs. */
export const titlesOf = (columns: readonly { readonly value: unknown; readonly title: string }[], answer: unknown): string =>
  columns.filter(({ value }) => holds(valuesOf(answer), value)).map(({ title }) => title).join(', ');

/** A list as an answer: none when it is empty. */
export const listAnswer = (values: readonly unknown[]): unknown => (values.length > 0 ? values : undefined);

const itemValues = (node: QuestionNode): unknown[] =>
  node.choices.filter((choice) => choice.kind === 'item' && choice.enabled && !choice.exclusive).map((choice) => choice.value);

/** Whether a choice is chosen; "select all" is when each ordinary choice is. */
const isChosen = (node: QuestionNode, choice: ChoiceView): boolean => {
  const values = valuesOf(node.value);
  return (choice.kind === 'selectall' ? itemValues(node) : [choice.value]).every((value) => holds(values, value));
};

/** The answer once a choice among several is chosen or left: an exclusive one empties the others. */
export function toggled(node: QuestionNode, choice: ChoiceView, chosen: boolean): unknown {
  const all = choice.kind === 'selectall' ? itemValues(node) : [choice.value];
  const exclusive = node.choices.filter((other) => other.exclusive).map((other) => other.value);
  const gone = choice.exclusive ? valuesOf(node.value) : [...all, ...(chosen ? exclusive : [])];
  return listAnswer([...valuesOf(node.value).filter((value) => !holds(gone, value)), ...(chosen ? all : [])]);
}

/** What to say of how many choices are wanted. */
export function countHint({ json }: QuestionNode, { t }: FieldContext): string {
  const min = numberOf(json.minSelectedChoices);
  const count = numberOf(json.maxSelectedChoices);
  return count > 0 ? (min > 0 ? t('pickBetween', { min, max: count }) : t('pickAtMost', { count })) : min > 0 ? t('pickAtLeast', { count: min }) : '';
}

/** Classes rather than `:has()`, which a page of thousands of choices would pay for at each answer. */
export const choiceClass = (chosen: boolean, off: boolean, base = 'choice'): string => base + (chosen ? ' on' : '') + (off ? ' off' : '');

/** The choices as radios or checkboxes; an input's `value` is its choice's place, since a choice's value may be any JSON. */
const renderChoices = (node: QuestionNode, type: 'radio' | 'checkbox', body: (choice: ChoiceView, index: number) => unknown): unknown =>
  node.choices.map((choice, index) => {
    const chosen = isChosen(node, choice);
    const off = !node.enabled || !choice.enabled;
    return html`<label class=${choiceClass(chosen, off)} part="choice"><input type=${type} name=${node.id} value=${index}
      .checked=${keep(chosen)} ?disabled=${off}><span>${body(choice, index)}</span></label>`;
  });

const withDescription = ({ text, description }: ChoiceView): unknown => (description ? html`${text}<span
  class="soft about">${description}</span>` : text);

/** A group of radios, or of checkboxes when `several`; `look` is the class of their box, `body` what stands beside each. */
export const renderChoiceGroup = (
  node: QuestionNode, context: FieldContext, several: boolean, look: string,
  body: (choice: ChoiceView, index: number) => unknown = withDescription, after: unknown = nothing,
): unknown => renderGrouped(node, context, html`<div
  class=${look}>${renderChoices(node, several ? 'checkbox' : 'radio', body)}${after}</div>${
  node.json.showClearButton === true && !node.empty && node.enabled
    ? renderButton('plain', context.t('clear'), () => { node.setValue(undefined); })
    : nothing}`, several ? countHint(node, context) : '', !several, (input) => {
  const choice = node.choices[Number(input.value)];
  if (choice) node.setValue(several ? toggled(node, choice, input.checked) : choice.value);
});

const layoutOf = (node: QuestionNode): string => {
  const columns = numberOf(node.json.colCount ?? 1);
  return columns === 0 ? 'choices inline' : columns > 1 ? 'choices cols' : 'choices';
};

export const renderRadiogroup: Drawer = (node, context) => renderChoiceGroup(node, context, false, layoutOf(node));

export const renderCheckbox: Drawer = (node, context) => renderChoiceGroup(node, context, true, layoutOf(node));
