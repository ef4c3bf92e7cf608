/** What is wrong with one answer: required, bounds, the definition's validators. */
import { errorText, type ErrorCode } from '../messages.ts';
import type { Question } from './question.ts';
import { at, isEmpty, isRecord, listOf, numberOf, textOf, toNumber, type Json } from './values.ts';

/** An error before it knows its question; `path` when the answer stands deeper than the question's. */
export interface Finding {
  readonly code: ErrorCode;
  readonly text: string;
  readonly path?: string;
}

const EMAIL = /^[^\s@<>()[\],;:"]+@[^\s@<>()=[\],;:".]+(?:\.[^\s@<>()=[\],;:".]+)*\.[^\s@<>()=[\],;:".]{2,}$/;

/** How a field writes these where the browser has one; elsewhere a person types them, and may write something else. */
const WRITTEN: Readonly<Record<string, RegExp>> = { month: /^\d{4}-(0[1-9]|1[0-2])$/, week: /^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/ };

/** http(s), with or without its beginning: `www.mairie.example/agenda`. */
const SITE = /^(?:https?:\/\/)?(?:[\p{L}\p{N}_-]+\.)+\p{L}[\p{L}\p{N}-]+(?::\d{1,5})?(?:[/?#]\S*)?$/iu;

export const isEmail = (value: unknown): boolean => textOf(value).length <= 320 && EMAIL.test(textOf(value));

/** Whether `a` is before `b`, for a field of this type: dates as dates, the rest as JavaScript compares them. */
function before(a: unknown, b: unknown, inputType: string): boolean {
  return inputType.startsWith('date') ? Date.parse(textOf(a)) < Date.parse(textOf(b)) : (a as number) < (b as number);
}

/** Types of fields whose answers SurveyJS keeps out of the data when they are out of bounds. */
const BOUNDED = new Set(['number', 'range', 'date', 'datetime-local', 'month', 'week', 'time']);

/** Errors of an answer; `boundsOnly` for the bounds that SurveyJS lets no answer pass. */
export function checkAnswer(question: Question, value: unknown, boundsOnly: boolean): Finding[] {
  const { json, core } = question;
  const found: Finding[] = [];
  const say = (code: ErrorCode, own?: unknown, bound?: number | string): void => {
    const text = core.localize(own);
    found.push({ code, text: text ? question.say(own).replace('{0}', () => textOf(bound)) : errorText(code, core.locale, bound === undefined ? {} : { value: bound }) });
  };
  if (!boundsOnly && question.required && question.input && question.empty) {
    say('required', json.requiredErrorText);
    return found;
  }
  if (isEmpty(value)) return found;
  const inputType = textOf(json.inputType);
  const { min, max } = question;
  if (question.type === 'text' && (!boundsOnly || BOUNDED.has(inputType))) {
    if (min !== undefined && before(value, min, inputType)) say('min', json.minErrorText, min);
    if (max !== undefined && before(max, value, inputType)) say('max', json.maxErrorText, max);
    const step = toNumber(json.step);
    if (!boundsOnly && inputType === 'number' && step > 0 && offStep(toNumber(value) - numberOf(min, 0), step)) say(step === 1 && numberOf(min, 0) % 1 === 0 ? 'whole' : 'step', undefined, step);
  }
  if (boundsOnly) return found;
  if (question.type === 'text' && Object.hasOwn(WRITTEN, inputType) && !WRITTEN[inputType]?.test(textOf(value))) say('date');
  if (question.type === 'text' && inputType === 'url' && !SITE.test(textOf(value).trim())) say('url');
  if (inputType === 'email' && !listOf(json.validators).some((each) => isRecord(each) && kindOf(each) === 'email') && !isEmail(value)) say('email');
  if (question.type === 'asb:commune' && core.options.communes && !core.options.communes.has(textOf(value))) say('commune');
  if (question.type === 'file') checkFiles(question, value, say);
  if (found.length === 0) listOf(json.validators).forEach((validator, index) => { if (isRecord(validator)) validate(question, validator, value, say, at(`${question.where}.validators`, index)); });
  return found;
}

type Say = (code: ErrorCode, own?: unknown, bound?: number | string) => void;

const kindOf = (validator: Json): string => textOf(validator.type).replace(/validator$/, '');

function offStep(value: number, step: number): boolean {
  const ratio = value / step;
  return Math.abs(ratio - Math.round(ratio)) > 1e-9 * Math.max(1, Math.abs(ratio));
}

function validate(question: Question, validator: Json, value: unknown, say: Say, where: string): void {
  const { text } = validator;
  const bound = (name: string): number => numberOf(validator[name], NaN);
  switch (kindOf(validator)) {
    case 'numeric': {
      const number = toNumber(value);
      if (Number.isNaN(number)) say('numeric', text);
      else if (number < bound('minValue')) say('min', text, bound('minValue'));
      else if (number > bound('maxValue')) say('max', text, bound('maxValue'));
      return;
    }
    case 'text': {
      const { length } = typeof value === 'string' ? value : String(value);
      if (validator.allowDigits === false && /\d+$/.test(textOf(value))) say('pattern', text);
      else if (bound('minLength') > 0 && length < bound('minLength')) say('minLength', text, bound('minLength'));
      else if (bound('maxLength') > 0 && length > bound('maxLength')) say('maxLength', text, bound('maxLength'));
      return;
    }
    case 'answercount': {
      if (!Array.isArray(value)) return;
      if (value.length < bound('minCount')) say('minCount', text, bound('minCount'));
      else if (bound('maxCount') > 0 && value.length > bound('maxCount')) say('maxCount', text, bound('maxCount'));
      return;
    }
    case 'regex': {
      const pattern = question.core.pattern(validator, where);
      const texts = Array.isArray(value) ? [...(value as unknown[]), value.join(',')] : [value];
      if (pattern && !texts.every((each) => pattern.test(textOf(each)))) say('pattern', text);
      return;
    }
    case 'email':
      if (!isEmail(value)) say('email', text);
      return;
    case 'expression': {
      const expression = question.core.expression(validator, 'expression', where);
      if (expression && !expression.test(question.holder.scope)) say('expression', text);
    }
  }
}

function checkFiles(question: Question, value: unknown, say: Say): void {
  const most = numberOf(question.json.maxSize, 0);
  const accepted = textOf(question.json.acceptedTypes).toLowerCase().split(',').map((each) => each.trim()).filter(Boolean);
  for (const file of listOf(value)) {
    if (!isRecord(file)) continue;
    const content = textOf(file.content);
    const type = textOf(file.type).toLowerCase();
    const name = textOf(file.name).toLowerCase();
    // Four characters of base64 are three bytes.
    if (most > 0 && (content.length - content.indexOf(',') - 1) * 0.75 > most) say('fileSize', undefined, sizeText(most, question.core.locale));
    const fits = (each: string): boolean => (each.startsWith('.') ? name.endsWith(each) : each.endsWith('/*') ? type.startsWith(each.slice(0, -1)) : type === each);
    if (accepted.length > 0 && !accepted.some(fits)) say('fileType');
  }
}

/** 1,5 Mo. */
function sizeText(bytes: number, locale: string): string {
  const [amount, unit] = bytes >= 1e6 ? [bytes / 1e6, 'megabyte'] as const : [bytes / 1e3, 'kilobyte'] as const;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(amount);
}
