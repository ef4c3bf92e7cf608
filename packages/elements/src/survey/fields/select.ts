import type { ChoiceView, QuestionNode } from '@assembleurs/commons/survey';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { countHint, holds, listAnswer, renderCheckbox, sameValue, toggled, valuesOf } from './choices.ts';
import { combobox, filterOptions } from './combobox.ts';
import { type Drawer, type FieldContext, localized, textOf } from './context.ts';
import { renderChips, renderGrouped, renderLabelled, says, written } from './frame.ts';
import { keep } from './keep.ts';

/** Past this many choices, a list is searched rather than read. */
const LONG = 15;

const placeholderOf = (node: QuestionNode, context: FieldContext): string => localized(node.json.placeholder, context) || context.t('choose');

/** The search field over some choices; `key` is the choice's place. */
const renderSearch = (
  node: QuestionNode, context: FieldContext, choices: readonly ChoiceView[], text: string, hint: string, choose: (choice: ChoiceView) => void, clear: () => void,
): unknown => {
  const options = choices.flatMap((choice) => (choice.enabled ? { key: String(choice.value), text: choice.text, choice } : []));
  return combobox({
    node, context, hint, text, placeholder: placeholderOf(node, context), clear,
    options: (query) => filterOptions(options, query),
    choose: ({ key }) => {
      const chosen = options.find((option) => option.key === key);
      if (chosen) choose(chosen.choice);
    },
  });
};

/** One choice in a list: the browser's own, or one that is searched by typing when it is long. */
export const renderDropdown: Drawer = (node, context) => {
  const { choices, json } = node;
  const at = choices.findIndex((choice) => sameValue(choice.value, node.value));
  return renderLabelled(node, context, choices.length > LONG && json.searchEnabled !== false
    ? renderSearch(node, context, choices, choices[at]?.text ?? '', '', (choice) => { node.setValue(choice.value); }, () => { node.setValue(undefined); })
    : html`<select class="input" part="input" autocomplete=${ifDefined(textOf(json.autocomplete) || undefined)} ${says(node)}
        @change=${written((index) => { node.setValue(choices[Number(index || -1)]?.value); })}><option value=""
        .selected=${at < 0}>${placeholderOf(node, context)}</option>${
        choices.map((choice, index) => html`<option value=${index} .selected=${index === at}
        ?disabled=${!choice.enabled}>${choice.text}</option>`)}</select>`);
};

/** Choices that stand at an address (`choicesByUrl`): nobody is asked for them, and the answer is written. */
export const isUnlisted = ({ type, choices, json }: QuestionNode): boolean =>
  json.choicesByUrl !== undefined && ['radiogroup', 'dropdown', 'checkbox', 'tagbox'].includes(type) && choices.length === 0;

export const renderUnlisted: Drawer = (node, context) => {
  const hint = node.enabled ? context.t('unlistedHint') : '';
  const several = node.type === 'checkbox' || node.type === 'tagbox';
  return renderLabelled(node, context, html`<input class="input" part="input" .value=${keep(valuesOf(node.value).join(' '), (text) => text.trim())} ${says(node, hint)}
    @input=${written((text) => { node.setValue(text.trim() === '' ? undefined : several ? [text.trim()] : text.trim()); })}>`, hint);
};

/** Several choices: checkboxes when they are few; else those chosen, each with its remove button, then the field that adds one. */
export const renderTagbox: Drawer = (node, context, draw) => {
  const { choices } = node;
  if (choices.length <= LONG) return renderCheckbox(node, context, draw);
  const hint = countHint(node, context);
  const values = valuesOf(node.value);
  return renderGrouped(node, context, [
    renderChips(node, context, values.map((value) => ({
      text: choices.find((choice) => sameValue(choice.value, value))?.text ?? String(value),
      remove: () => { node.setValue(listAnswer(values.filter((other) => other !== value))); },
    }))),
    renderSearch(node, context, choices.filter(({ kind, value }) => kind !== 'selectall' && !holds(values, value)), '', hint, (choice) => {
      node.setValue(toggled(node, choice, true));
      context.announce(context.t('added', { text: choice.text }));
    }, () => undefined),
  ], hint);
};
