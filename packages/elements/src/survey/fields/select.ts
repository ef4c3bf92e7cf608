import type { ChoiceView, QuestionNode } from '@assembleurs/commons/survey';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { countHint, renderCheckbox, sameValue, toggled, valuesOf } from './choices.ts';
import { combobox, type ComboOption, filterOptions } from './combobox.ts';
import { type Drawer, type FieldContext, localized, textOf } from './context.ts';
import { controlId, describedBy, renderGrouped, renderLabelled } from './frame.ts';

/** Past this many choices, a list is searched rather than read. */
const LONG = 15;

interface ChoiceOption extends ComboOption {
  readonly choice: ChoiceView;
}

const optionsOf = (choices: readonly ChoiceView[]): ChoiceOption[] =>
  choices.filter((choice) => choice.enabled).map((choice) => ({ key: String(choice.value), text: choice.text, choice }));

const placeholderOf = (node: QuestionNode, context: FieldContext): string =>
  localized(node.json.placeholder, context.lang) || context.t('choose');

const comboProps = (node: QuestionNode, context: FieldContext, hint = '') => ({
  id: controlId(node),
  context,
  placeholder: placeholderOf(node, context),
  required: node.required,
  invalid: node.errors.length > 0,
  enabled: node.enabled,
  describedBy: describedBy(node, hint),
});

function renderLongDropdown(node: QuestionNode, context: FieldContext): unknown {
  const options = optionsOf(node.choices);
  const chosen = node.choices.find((choice) => sameValue(choice.value, node.value));
  return renderLabelled(node, context, combobox({
    ...comboProps(node, context),
    text: chosen?.text ?? (node.empty ? '' : String(node.value)),
    options: (query) => filterOptions(options, query),
    choose: (option) => { node.setValue((option as ChoiceOption).choice.value); },
    clear: () => { node.setValue(undefined); },
    leave: (text) => { node.setValue(text); },
  }));
}

/** One choice in a list: the browser's own, or one that is searched by typing when it is long. */
export const renderDropdown: Drawer = (node, context) => {
  const { choices } = node;
  if (choices.length > LONG && node.json.searchEnabled !== false) return renderLongDropdown(node, context);
  const at = choices.findIndex((choice) => sameValue(choice.value, node.value));
  return renderLabelled(node, context, html`<select class="input" part="input" id=${controlId(node)} autocomplete=${ifDefined(textOf(node.json.autocomplete) || undefined)}
    ?disabled=${!node.enabled} aria-required=${ifDefined(node.required ? 'true' : undefined)} aria-invalid=${ifDefined(node.errors.length > 0 ? 'true' : undefined)}
    aria-describedby=${ifDefined(describedBy(node))} .value=${live(at < 0 ? '' : String(at))}
    @change=${(event: Event) => { node.setValue(choices[Number((event.target as HTMLSelectElement).value || -1)]?.value); }}>
    <option value="" ?selected=${at < 0}>${placeholderOf(node, context)}</option>
    ${choices.map((choice, index) => html`<option value=${index} ?selected=${index === at} ?disabled=${!choice.enabled}>${choice.text}</option>`)}
  </select>`);
};

/** Several choices of a long list: those chosen, each with its remove button, then the field that adds one. */
function renderLongTagbox(node: QuestionNode, context: FieldContext): unknown {
  const hint = countHint(node, context);
  const values = valuesOf(node.value);
  const isIn = (choice: ChoiceView): boolean => values.some((value) => sameValue(value, choice.value));
  const options = optionsOf(node.choices.filter((choice) => choice.kind !== 'selectall' && !isIn(choice)));
  const remove = (event: Event, value: unknown, text: string): void => {
    const root = (event.target as Element).getRootNode() as ShadowRoot;
    const left = values.filter((other) => !sameValue(other, value));
    node.setValue(left.length > 0 ? left : undefined);
    context.announce(context.t('removed', { text }));
    root.getElementById(controlId(node))?.focus();
  };
  const chips = values.map((value) => {
    const text = node.choices.find((choice) => sameValue(choice.value, value))?.text ?? String(value);
    return html`<li>${text}<button type="button" class="remove" part="button" aria-label=${context.t('removeItem', { text })} ?disabled=${!node.enabled}
      @click=${(event: Event) => { remove(event, value, text); }}><span aria-hidden="true">✕</span></button></li>`;
  });
  return renderGrouped(node, context, [
    chips.length > 0 ? html`<ul class="chips" aria-label=${context.t('chosen')}>${chips}</ul>` : nothing,
    combobox({
      ...comboProps(node, context, hint),
      labelledBy: `${node.id}-t`,
      text: '',
      options: (query) => filterOptions(options, query),
      choose: (option) => {
        node.setValue(toggled(node, (option as ChoiceOption).choice, true));
        context.announce(context.t('added', { text: option.text }));
      },
      clear: () => undefined,
      leave: (text) => { context.announce(context.t('notInList', { text })); },
    }),
  ], { hint });
}

export const renderTagbox: Drawer = (node, context, draw) =>
  node.choices.length > LONG ? renderLongTagbox(node, context) : renderCheckbox(node, context, draw);
