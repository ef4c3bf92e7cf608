import type { QuestionNode } from '@assembleurs/commons/survey';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { type Drawer, localized, numberOf, textOf } from './context.ts';
import { controlId, describedBy, renderLabelled } from './frame.ts';
import { keep } from './keep.ts';

const INPUT_TYPES = new Set([
  'text', 'email', 'tel', 'url', 'date', 'datetime-local', 'time', 'month', 'week', 'color', 'range', 'password',
]);
/** What to type where the browser has no picker for the type. */
const SHAPES: Readonly<Record<string, string>> = { month: '2026-05', week: '2026-W20' };

const parseText = (text: string): unknown => text || undefined;
const formatText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/**
 * A typed number: « 1 234,5 » is 1234.5. What is no number stays as typed, for the engine to refuse and the
 * person to correct; a native number field would lose it.
 */
export function parseNumber(text: string, lang: string): unknown {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '');
  const dotted = lang.startsWith('en') ? plain.replace(/,(?=\d{3}\b)/g, '') : plain.replace(',', '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(dotted) ? Number(dotted) : text || undefined;
}

const formatNumber = (value: unknown, lang: string): string =>
  typeof value === 'number' && !lang.startsWith('en') ? String(value).replace('.', ',') : formatText(value);

const boundText = (bound: unknown): string | undefined => formatText(bound) || undefined;

/** `minLength` and `maxLength` of the definition as attributes; 0 and below mean none. */
const lengthOf = (value: unknown): number | undefined => {
  const length = numberOf(value);
  return length !== undefined && length > 0 ? length : undefined;
};

function list(node: QuestionNode, lang: string): unknown {
  const { dataList } = node.json;
  const options = (Array.isArray(dataList) ? dataList : (dataList as Record<string, unknown> | undefined)?.[lang]) as unknown;
  if (!Array.isArray(options) || options.length === 0) return nothing;
  return html`<datalist id="${node.id}-l">${options.map((option) => html`<option value=${String(option)}></option>`)}</datalist>`;
}

/** One line of text, in all of SurveyJS's `inputType`s. */
export const renderText: Drawer = (node, context) => {
  const { json } = node;
  const wanted = textOf(json.inputType) || 'text';
  const isNumber = wanted === 'number';
  const isRange = wanted === 'range';
  const type = INPUT_TYPES.has(wanted) ? wanted : 'text';
  const parse = isNumber || isRange ? (text: string) => parseNumber(text, context.lang) : parseText;
  const format = isNumber ? (value: unknown) => formatNumber(value, context.lang) : formatText;
  const negative = isNumber && (numberOf(node.min) ?? 0) < 0;
  const max = type === 'text' && !isNumber ? lengthOf(json.maxLength) : undefined;
  const hint = max === undefined ? '' : context.t('maxLength', { count: max });
  const options = list(node, context.lang);
  const control = html`<input class=${isRange ? 'range' : 'input'} part="input" id=${controlId(node)} type=${type}
    inputmode=${ifDefined(textOf(json.inputMode) || (isNumber && !negative ? 'decimal' : undefined))}
    autocomplete=${ifDefined(textOf(json.autocomplete) || undefined)} placeholder=${ifDefined(localized(json.placeholder, context.lang) || SHAPES[type])}
    min=${ifDefined(boundText(node.min))} max=${ifDefined(boundText(node.max))} step=${ifDefined(boundText(json.step))}
    maxlength=${ifDefined(max)} list=${ifDefined(options === nothing ? undefined : `${node.id}-l`)}
    .value=${keep(node.value, parse, format)} ?readonly=${!node.enabled} ?disabled=${!node.enabled && (isRange || type === 'color')}
    aria-required=${ifDefined(node.required && !isRange && type !== 'color' ? 'true' : undefined)} aria-invalid=${ifDefined(node.errors.length > 0 ? 'true' : undefined)}
    aria-describedby=${ifDefined(describedBy(node, hint))}
    @input=${(event: Event) => { node.setValue(parse((event.target as HTMLInputElement).value)); }}>`;
  const shown = isRange ? html`<div class="slide">${control}<output for=${controlId(node)}>${formatText(node.value)}</output></div>` : control;
  return renderLabelled(node, context, [shown, options], hint);
};

/** Several lines of text. */
export const renderCommentQuestion: Drawer = (node, context) => {
  const { json } = node;
  const max = lengthOf(json.maxLength);
  const hint = max === undefined ? '' : context.t('maxLength', { count: max });
  return renderLabelled(node, context, html`<textarea class="input" part="input" id=${controlId(node)}
    rows=${numberOf(json.rows) ?? 4} placeholder=${ifDefined(localized(json.placeholder, context.lang) || undefined)} maxlength=${ifDefined(max)}
    .value=${keep(node.value, parseText, formatText)} ?readonly=${!node.enabled} aria-required=${ifDefined(node.required ? 'true' : undefined)}
    aria-invalid=${ifDefined(node.errors.length > 0 ? 'true' : undefined)} aria-describedby=${ifDefined(describedBy(node, hint))}
    @input=${(event: Event) => { node.setValue(parseText((event.target as HTMLTextAreaElement).value)); }}></textarea>`, hint);
};
