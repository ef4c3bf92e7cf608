/** The question types of XLSForm, each as an element of a definition. */
import { localized } from '../definition/items.ts';
import type { ElementJson, LocalizedText } from '../definition/model.ts';
import type { Context } from './xlsform-expressions.ts';
import type { XlsFormMessage } from './xlsform-messages.ts';
import type { Row } from './xlsform-sheets.ts';

type Json = Record<string, unknown>;

/** A row of the survey sheet, and what the form around it knows. */
export interface Question {
  readonly row: Row;
  /** How expressions name this question: `q`, `panel.q`. */
  readonly self: string;
  /** Undefined, and reported, when it cannot be said. */
  expression(source: string, key: string, more?: Pick<Context, 'column'>): string | undefined;
  /** The expression of a column under a property's name; empty when there is none. */
  condition(key: string, property: string): Record<string, string>;
  /** A text of the row, or of another one (a choice), with the answers that it quotes. */
  label(key: string, of?: Row): LocalizedText | undefined;
  choices(list: string): readonly Row[];
  /** The repeat where another question stands, seen from outside of any. */
  repeatOf(name: string): string | undefined;
  unsupported(key: string, name: string, message: XlsFormMessage): void;
  /** What could not be translated, as it was written. Call it last. */
  kept(): Json;
}

const INPUTS: Readonly<Record<string, Json>> = {
  text: { type: 'text' },
  string: { type: 'text' },
  integer: { type: 'text', inputType: 'number', step: 1 },
  int: { type: 'text', inputType: 'number', step: 1 },
  decimal: { type: 'text', inputType: 'number', step: 'any' },
  date: { type: 'text', inputType: 'date' },
  time: { type: 'text', inputType: 'time' },
  datetime: { type: 'text', inputType: 'datetime-local' },
  image: { type: 'file', acceptedTypes: 'image/*' },
  photo: { type: 'file', acceptedTypes: 'image/*' },
  audio: { type: 'file', acceptedTypes: 'audio/*' },
  video: { type: 'file', acceptedTypes: 'video/*' },
  file: { type: 'file' },
  hidden: { type: 'text', visible: false, clearIfInvisible: 'none' },
  acknowledge: { type: 'checkbox', choices: [{ value: 'OK', text: 'OK' }] },
  trigger: { type: 'checkbox', choices: [{ value: 'OK', text: 'OK' }] },
};
const SELECT = /^(select_one|select_multiple|rank) (\S+)( or[_ ]other)?$/i;

export function isKnownType(type: string): boolean {
  return Object.hasOwn(INPUTS, type.toLowerCase()) || SELECT.test(type) || /^(note|range)$/i.test(type);
}

const ALWAYS = ['type', 'name', 'label', 'relevant', 'disabled', ''];
const ASKED = [...ALWAYS, 'hint', 'appearance', 'required', 'required_message', 'constraint', 'constraint_message', 'default', 'calculation', 'read_only'];
const COLUMNS: readonly (readonly [RegExp, ReadonlySet<string>])[] = [
  [/^note$/i, new Set([...ALWAYS, 'hint', 'appearance'])],
  [/^calculate$/, new Set([...ALWAYS, 'calculation'])],
  [/^begin group$/, new Set([...ALWAYS, 'appearance'])],
  [/^begin repeat$/, new Set([...ALWAYS, 'repeat_count'])],
  [/^range$/i, new Set([...ASKED, 'parameters'])],
  [SELECT, new Set([...ASKED, 'choice_filter', 'parameters'])],
  [/^/, new Set(ASKED)],
];

/** The columns that mean something on a row of this type. */
export function columnsOf(type: string): ReadonlySet<string> {
  return COLUMNS.find(([kind]) => kind.test(type))?.[1] ?? new Set();
}

export function asElement(type: string, name: string, question: Question): ElementJson {
  const own = kindOf(type, question);
  const title = question.label('label');
  if (own.type === 'html') {
    return { ...own, type: 'html', name, html: paragraphs(title, question.label('hint')), ...question.condition('relevant', 'visibleIf'), ...question.kept() };
  }
  const description = question.label('hint');
  const required = question.row.text('required');
  const requiredErrorText = question.label('required_message');
  const element: Json = {
    ...own,
    name,
    ...(title && { title }),
    ...(description && { description }),
    ...question.condition('relevant', 'visibleIf'),
    ...(YES.test(required) ? { isRequired: true } : NO.test(required) ? {} : question.condition('required', 'requiredIf')),
    ...(requiredErrorText && { requiredErrorText }),
    ...readOnly(question),
    ...constraint(question),
    ...defaultOf(question, own),
    ...question.condition('calculation', 'setValueExpression'),
  };
  return { ...element, ...question.kept() } as ElementJson;
}

export const YES = /^(yes|true|true\(\)|oui|vrai|1|x)$/i;
const NO = /^(no|false|false\(\)|non|faux|0|)$/i;

/** A note's text and its hint, in every language of either. */
function paragraphs(text: LocalizedText = '', hint: LocalizedText = ''): LocalizedText {
  if (hint === '') return text;
  const both = (lang: string): string => `<p>${localized(text, lang)}</p><p>${localized(hint, lang)}</p>`;
  const langs = [text, hint].flatMap((each) => (typeof each === 'string' ? [] : Object.keys(each)));
  return langs.length === 0 ? both('') : Object.fromEntries(langs.map((lang) => [lang, both(lang)]));
}

function readOnly(question: Question): Json {
  const source = question.row.text('read_only');
  if (YES.test(source)) return { readOnly: true };
  const { readOnly: expression } = NO.test(source) ? {} as Record<string, string> : question.condition('read_only', 'readOnly');
  return expression === undefined ? {} : { enableIf: `!(${expression})` };
}

function kindOf(type: string, question: Question): Json & { type: string } {
  const appearance = question.row.text('appearance').toLowerCase().split(/\s+/).filter(Boolean);
  const used = new Set<string>();
  const looks = (...names: string[]) => {
    const found = appearance.filter((name) => names.includes(name));
    found.forEach((name) => used.add(name));
    return found.length > 0;
  };
  const result = ((): Json & { type: string } => {
    const [, select, list = '', other] = SELECT.exec(type) ?? [];
    if (select) {
      const offered = offeredBy(list, question);
      if (!offered) return { type };
      const others = other ? { showOtherItem: true } : {};
      if (select === 'rank') return { type: 'ranking', ...offered };
      const short = looks('minimal', 'autocomplete', 'search');
      if (select === 'select_multiple') return { type: short ? 'tagbox' : 'checkbox', ...offered, ...others };
      if (!other && offered.choices && looks('likert')) return { type: 'rating', rateValues: offered.choices };
      return { type: short ? 'dropdown' : 'radiogroup', ...offered, ...others };
    }
    const lower = type.toLowerCase();
    if (lower === 'note') return { type: 'html' };
    if (lower === 'range') return range(question, looks('rating'));
    const input = INPUTS[lower];
    if (!input || !Object.hasOwn(INPUTS, lower)) return { type };
    if (input.type === 'text' && input.inputType === undefined && looks('multiline')) return { type: 'comment' };
    if (input.inputType === 'date' && looks('month-year')) return { type: 'text', inputType: 'month' };
    return { type: 'text', ...input };
  })();
  for (const name of appearance) if (!used.has(name)) question.unsupported('appearance', name, 'appearance');
  return result;
}

/** A list of the choices sheet, or the answers of a repeat (`${name}`); undefined, and reported, when that is not read from outside of it. */
function offeredBy(list: string, question: Question): Json | undefined {
  const { row } = question;
  const parameters = row.text('parameters').split(/[\s,;]+(?=\w+\s*=)/).filter(Boolean);
  const random = parameters.some((each) => /^randomize\s*=\s*true$/i.test(each));
  for (const each of parameters) if (!/^randomize\s*=/i.test(each)) question.unsupported('parameters', each, 'parameter');
  const order = random ? { choicesOrder: 'random' } : {};
  const name = /^\$\{([^{}]+)\}$/.exec(list)?.[1];
  if (name === undefined) return { choices: choicesOf(list, question), ...order };
  const repeat = question.repeatOf(name);
  if (repeat === undefined) question.unsupported('type', row.text('type'), 'type');
  if (repeat !== undefined && row.text('choice_filter')) question.unsupported('choice_filter', 'choice_filter', 'cell');
  return repeat === undefined ? undefined : { choicesFromQuestion: repeat, choiceValuesFromQuestion: name, choiceTextsFromQuestion: name, ...order };
}

function choicesOf(list: string, question: Question): Json[] {
  const filter = question.row.text('choice_filter');
  return question.choices(list).map((choice) => {
    const text = question.label('label', choice);
    const visibleIf = filter === '' ? undefined : question.expression(filter, 'choice_filter', { column: (name) => choice.text(name.toLowerCase()) });
    return { value: choice.text('name'), ...(text && { text }), ...(visibleIf !== undefined && { visibleIf }) };
  });
}

/** `start=0 end=10 step=1` */
function range(question: Question, stars: boolean): Json & { type: string } {
  const settings = Object.fromEntries([...question.row.text('parameters').matchAll(/(\w+)\s*=\s*(-?[\d.]+)/g)].map(([, key = '', value]) => [key.toLowerCase(), Number(value)]));
  const { start = 1, end = 10, step = 1 } = settings;
  return stars ? { type: 'rating', rateMin: start, rateMax: end, rateStep: step } : { type: 'slider', min: start, max: end, step };
}

/** Parts joined by `and`: lengths and patterns have validators of their own, the rest is an expression. XLSForm checks no empty answer. */
function constraint(question: Question): Json {
  const source = question.row.text('constraint');
  if (source === '') return {};
  const text = question.label('constraint_message');
  const say = text ? { text } : {};
  const rest: string[] = [];
  const validators: Json[] = [];
  for (const part of conjuncts(source)) {
    const pattern = /^regex\(\s*\.\s*,\s*(?:'([^']*)'|"([^"]*)")\s*\)$/.exec(part);
    const length = /^string-length\(\s*\.\s*\)\s*(<=|<|>=|>|=)\s*(\d+)$/.exec(part);
    if (pattern) validators.push({ type: 'regex', regex: `^(?:${pattern[1] ?? pattern[2] ?? ''})$`, ...say });
    else if (length) validators.push({ type: 'text', ...lengths(length[1] ?? '', Number(length[2])), ...say });
    else rest.push(part);
  }
  const expression = rest.length > 0 ? question.expression(rest.join(' and '), 'constraint') : undefined;
  if (expression !== undefined) validators.push({ type: 'expression', expression: `{${question.self}} empty or (${expression})`, ...say });
  return validators.length > 0 ? { validators } : {};
}

function lengths(operator: string, count: number): Json {
  return {
    ...((operator === '=' || operator.startsWith('>')) && { minLength: operator === '>' ? count + 1 : count }),
    ...((operator === '=' || operator.startsWith('<')) && { maxLength: operator === '<' ? count - 1 : count }),
  };
}

/** The parts of a top-level `a and b and c`; one part when there is an `or`. */
function conjuncts(source: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  for (let i = 0; i < source.length; i++) {
    const char = source.charAt(i);
    if (quote) quote = char === quote ? '' : quote;
    else if (char === "'" || char === '"') quote = char;
    else if (char === '(') depth++;
    else if (char === ')') depth--;
    else if (depth === 0 && /^\sor\s/.test(source.slice(i, i + 4))) return [source.trim()];
    else if (depth === 0 && /^\sand\s/.test(source.slice(i, i + 5))) {
      parts.push(source.slice(start, i).trim());
      start = i + 5;
    }
  }
  return [...parts, source.slice(start).trim()];
}

function defaultOf(question: Question, own: Json): Json {
  const source = question.row.text('default');
  if (source === '') return {};
  if (/\$\{|\w\(/.test(source)) return question.condition('default', 'defaultValueExpression');
  if (own.type === 'checkbox' || own.type === 'tagbox' || own.type === 'ranking') return { defaultValue: source.split(/\s+/) };
  const isNumber = own.inputType === 'number' || own.type === 'slider' || own.rateMax !== undefined;
  return { defaultValue: isNumber && Number.isFinite(Number(source)) ? Number(source) : source };
}
