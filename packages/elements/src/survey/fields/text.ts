import type { QuestionNode } from '@assembleurs/commons/survey';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { type Drawer, type FieldContext, localized, numberOf, textOf } from './context.ts';
import { controlId, renderLabelled, says, written } from './frame.ts';
import { keep } from './keep.ts';

const NATIVE = /^(email|tel|url|date|datetime-local|time|month|week|color|password)$/;

/** An answer in each of the fields that Firefox and Safari on a computer do not have: they show a plain text field. */
const EXAMPLES: ReadonlyMap<string, string> = new Map([['month', '2026-05'], ['week', '2026-W20']]);

/** Whether the browser has a field of this type. */
const isNative = (type: string): boolean => Object.assign(document.createElement('input'), { type }).type === type;

const parseText = (text: string): unknown => text || undefined;

/**
 * A typed number: « 1 234,5 » is 1234.5. What is no number stays as typed, for the engine to refuse and the
 * person to correct; a native number field would lose it.
 */
export function parseNumber(text: string, english: boolean): unknown {
  const plain = text.replace(/\s/g, '');
  const dotted = english ? plain.replace(/,(?=\d{3})/g, '') : plain.replace(',', '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(dotted) ? Number(dotted) : text || undefined;
}

const maxLengthOf = (node: QuestionNode): number | undefined => {
  const length = numberOf(node.json.maxLength);
  return length > 0 ? length : undefined;
};

const lengthHint = (node: QuestionNode, context: FieldContext): string => {
  const count = maxLengthOf(node);
  return count ? context.t('maxLength', { count }) : '';
};

const placeholderOf = (node: QuestionNode, context: FieldContext): string | undefined => localized(node.json.placeholder, context) || undefined;

/** What to write where the browser does not ask it by itself. */
function textHint(node: QuestionNode, context: FieldContext, wanted: string): string {
  const text = EXAMPLES.get(wanted);
  return text && !isNative(wanted) ? context.t('example', { text }) : lengthHint(node, context);
}

/** One line of text, in all of SurveyJS's `inputType`s but `range`, which is a slider. */
export const renderText: Drawer = (node, context) => {
  const { json } = node;
  const wanted = textOf(json.inputType);
  const isNumber = wanted === 'number';
  const english = context.lang.startsWith('en');
  const parse = isNumber ? (text: string) => parseNumber(text, english) : parseText;
  const format = (value: unknown): string => (typeof value === 'number' && !english ? textOf(value).replace('.', ',') : textOf(value));
  const suggestions = Array.isArray(json.dataList) ? (json.dataList as unknown[]) : [];
  const hint = isNumber ? '' : textHint(node, context, wanted);
  return renderLabelled(node, context, html`<input class="input" part="input" type=${NATIVE.test(wanted) ? wanted : 'text'}
      inputmode=${ifDefined(textOf(json.inputMode) || (isNumber && numberOf(node.min) >= 0 ? 'decimal' : undefined))}
      autocomplete=${ifDefined(textOf(json.autocomplete) || undefined)} placeholder=${ifDefined(placeholderOf(node, context))}
      min=${ifDefined(node.min)} max=${ifDefined(node.max)} step=${ifDefined(textOf(json.step) || undefined)} maxlength=${ifDefined(maxLengthOf(node))}
      list=${ifDefined(suggestions.length > 0 ? `${node.id}-l` : undefined)} .value=${keep(node.value, parse, format)} ${says(node, hint)}
      @input=${written((text) => { node.setValue(parse(text)); })}>${suggestions.length > 0 ? html`<datalist
      id="${node.id}-l">${suggestions.map((each) => html`<option value=${textOf(each)}></option>`)}</datalist>` : nothing}`, hint);
};

/** Several lines of text. */
export const renderComment: Drawer = (node, context) => {
  const hint = lengthHint(node, context);
  return renderLabelled(node, context, html`<textarea class="input" part="input" id=${controlId(node)}
    rows=${numberOf(node.json.rows) || 4}
    placeholder=${ifDefined(placeholderOf(node, context))} maxlength=${ifDefined(maxLengthOf(node))} .value=${keep(node.value, parseText, textOf)} ${says(node, hint)}
    @input=${written((text) => { node.setValue(parseText(text)); })}></textarea>`, hint);
};
