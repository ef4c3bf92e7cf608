/** An answer in words: for a summary, and for the texts that quote it. */
import type { Question } from './question.ts';
import { isEmpty, isRecord, listOf, numberOf, same, textOf, type Json } from './values.ts';

/** Dates are written without a time zone: a day stays the same day everywhere. */
function dateText(value: string, locale: string, withTime: boolean): string {
  const date = new Date(`${value.slice(0, 10)}T${withTime && value.length >= 16 ? value.slice(11, 16) : '00:00'}Z`);
  if (Number.isNaN(date.getTime())) return value;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', ...(withTime && { timeStyle: 'short' }), timeZone: 'UTC' }).format(date);
}

/** As `displayStyle`, `format` and their like ask; `json` is an expression question's, or what a column's total has of them. */
export function formatted(json: Json, core: Question['core'], value: unknown): string {
  const style = textOf(json.displayStyle);
  let text = textOf(value);
  if (style === 'date' && text) text = dateText(text, core.locale, false);
  else if (typeof value === 'number' && (style === 'decimal' || style === 'percent' || style === 'currency')) {
    const digits = (name: string): number | undefined => (numberOf(json[name], -1) >= 0 ? Math.min(numberOf(json[name], 0), 20) : undefined);
    const [least, most] = [digits('minimumFractionDigits'), digits('maximumFractionDigits')];
    try {
      text = new Intl.NumberFormat(core.locale, {
        style,
        ...(style === 'currency' && { currency: textOf(json.currency) || 'EUR' }),
        useGrouping: json.useGrouping !== false,
        ...(least !== undefined && { minimumFractionDigits: least }),
        ...(most !== undefined && { maximumFractionDigits: Math.max(most, least ?? 0) }),
      }).format(value);
    } catch {
      // An unknown currency: the number as it is.
    }
  } else if (typeof value === 'number' && json.precision !== undefined) text = value.toFixed(Math.min(20, Math.max(0, numberOf(json.precision, 0))));
  const format = core.localize(json.format);
  return format ? format.replace('{0}', () => text) : text;
}

export function displayOf(question: Question, value: unknown): string {
  const { json, core, type } = question;
  if (type === 'expression') return formatted(json, core, value);
  if (type === 'boolean') {
    const yes = same(value, json.valueTrue ?? true);
    const label = core.localize(yes ? json.labelTrue : json.labelFalse);
    const french = core.locale.toLowerCase().startsWith('fr');
    return label || (french ? (yes ? 'Oui' : 'Non') : yes ? 'Yes' : 'No');
  }
  if (type === 'text') {
    if (typeof value === 'number') return new Intl.NumberFormat(core.locale, { maximumFractionDigits: 10, useGrouping: json.inputType === 'number' }).format(value);
    const inputType = textOf(json.inputType);
    if (inputType === 'date' || inputType === 'datetime-local') return dateText(textOf(value), core.locale, inputType !== 'date');
  }
  if (type === 'file') return listOf(value).map((file) => (isRecord(file) ? textOf(file.name) : '')).filter(Boolean).join(', ');
  return plain(value);
}

/** Nested answers, item by item. */
export function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).filter(Boolean).join(', ');
  if (isRecord(value)) return Object.values(value).filter((each) => !isEmpty(each)).map(plain).join(', ');
  return textOf(value);
}
