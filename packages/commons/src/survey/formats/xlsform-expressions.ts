/** XLSForm's XPath, as far as spreadsheets use it, into SurveyJS's expressions. */

/** What a name of the form stands for. */
export interface Answer {
  /** In braces it reads the answer: `q`, or `panel.q` from inside the same repeat. */
  readonly ref: string;
  readonly several: boolean;
  /** The answer stands in each entry of this repeat, seen from outside it. */
  readonly repeat?: string;
  readonly time?: Time | undefined;
}

/** A date or a date and time. XPath counts with them in days since 1970; our expressions do not. */
export type Time = 'day' | 'moment';

export interface Context {
  /** `${name}` */
  answer(name: string): Answer | undefined;
  /** `.`: the question that the cell is about. */
  readonly self?: string;
  /** The cell is about a question of a repeat: `position(..)` means something. */
  readonly entry?: boolean;
  /** choice_filter: the value of a column of the choices sheet, for one choice. */
  column?(name: string): string | undefined;
}

export type Reason = 'syntax' | 'function' | 'name' | 'path' | 'tooLong' | 'dates';
export type Translation = { readonly ok: true; readonly text: string; readonly time?: Time | undefined } | { readonly ok: false; readonly reason: Reason; readonly name: string };

class Untranslatable extends Error {
  readonly reason: Reason;
  readonly culprit: string;
  constructor(reason: Reason, culprit: string) {
    super(culprit);
    this.reason = reason;
    this.culprit = culprit;
  }
}

/** Marks an answer that stands in each entry of a repeat: only a function over the repeat may read it from outside. */
const FAR = '\u0001';
const MAX_LENGTH = 5_000;
const MAX_DEPTH = 40;

/** The expression that means the same, or why there is none: what could not be read, and the name of the function or question. */
export function translate(source: string, context: Context): Translation {
  try {
    if (source.length > MAX_LENGTH) throw new Untranslatable('tooLong', '');
    const whole = new Translator(tokens(source), context).whole();
    const text = bare(whole.text);
    const far = new RegExp(`\\{${FAR}([^}]*)\\}`).exec(text);
    if (far) throw new Untranslatable('name', far[1] ?? '');
    return { ok: true, text, ...(whole.time && { time: whole.time }) };
  } catch (error) {
    if (!(error instanceof Untranslatable)) throw error;
    return { ok: false, reason: error.reason, name: error.culprit };
  }
}

type Token = { readonly kind: 'number' | 'string' | 'answer' | 'call' | 'name' | 'sign'; readonly text: string };
const TOKEN = /\s*(?:(\d+(?:\.\d+)?|\.\d+)|"([^"]*)"|'([^']*)'|[“”]([^“”]*)[“”]|[‘’]([^‘’]*)[‘’]|\$\{\s*([^{}\s]+)\s*\}|([A-Za-z_][\w:.-]*)\s*(\()|([A-Za-z_][\w.-]*)|(\.\.|!=|<=|>=|\/\/|[-+*=<>(),./|[\]@]))/y;

function tokens(source: string): Token[] {
  const list: Token[] = [];
  const end = source.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(source);
    if (!found) throw new Untranslatable('syntax', source.slice(at, at + 20).trim());
    const [, number, double, single, curly, curlySingle, answer, call, open, name, sign] = found;
    const text = double ?? single ?? curly ?? curlySingle;
    // `a and (b)`: a word of the language before a bracket is no function.
    if (call !== undefined && open && /^(and|or|div|mod)$/.test(call)) list.push({ kind: 'name', text: call }, { kind: 'sign', text: '(' });
    else if (call !== undefined) list.push({ kind: 'call', text: call });
    else if (number !== undefined) list.push({ kind: 'number', text: number.startsWith('.') ? `0${number}` : number });
    else if (text !== undefined) list.push({ kind: 'string', text });
    else if (answer !== undefined) list.push({ kind: 'answer', text: answer });
    else if (name !== undefined) list.push({ kind: 'name', text: name });
    else list.push({ kind: 'sign', text: sign ?? '' });
  }
  return list;
}

/** A piece of the result, with what a function around it may need to know. */
interface Piece {
  readonly text: string;
  readonly answer?: Answer;
  readonly literal?: string;
  readonly time?: Time | undefined;
}

const LEVELS: readonly Readonly<Record<string, string>>[] = [
  { or: 'or' },
  { and: 'and' },
  { '=': '=', '!=': '<>' },
  { '<': '<', '<=': '<=', '>': '>', '>=': '>=' },
  { '+': '+', '-': '-' },
  { '*': '*', div: '/', mod: '%' },
];

class Translator {
  readonly #tokens: readonly Token[];
  readonly #context: Context;
  #at = 0;
  #depth = 0;

  constructor(list: readonly Token[], context: Context) {
    this.#tokens = list;
    this.#context = context;
  }

  whole(): Piece {
    const piece = this.#level(0);
    const left = this.#tokens[this.#at];
    if (left) throw new Untranslatable(left.text === '/' || left.text === '[' ? 'path' : 'syntax', left.text);
    return piece;
  }

  #level(level: number): Piece {
    const operators = LEVELS[level];
    if (!operators) return this.#unary();
    let left = this.#level(level + 1);
    for (;;) {
      const token = this.#tokens[this.#at];
      const operator = token && (token.kind === 'sign' || token.kind === 'name') ? operators[token.text] : undefined;
      if (!operator || !Object.hasOwn(operators, token?.text ?? '')) return left;
      this.#at++;
      const right = this.#level(level + 1);
      left = (left.time ?? right.time) !== undefined ? timely(operator, left, right) : { text: `(${binary(operator, left, right)})` };
    }
  }

  #unary(): Piece {
    if (!this.#sign('-')) return this.#primary();
    const { text, time } = this.#unary();
    if (time) throw new Untranslatable('dates', '-');
    return { text: /^\d/.test(text) ? `-${text}` : `(0 - ${text})` };
  }

  #primary(): Piece {
    const token = this.#tokens[this.#at++];
    if (!token) throw new Untranslatable('syntax', '');
    switch (token.kind) {
      case 'number':
        return { text: token.text };
      case 'string':
        return { text: quote(token.text), literal: token.text };
      case 'answer':
        return this.#answer(token.text);
      case 'call':
        return this.#nested(() => this.#call(token.text));
      case 'name': {
        const value = this.#context.column?.(token.text);
        if (value === undefined) throw new Untranslatable('path', token.text);
        return { text: quote(value), literal: value };
      }
      case 'sign':
        if (token.text === '(') {
          return this.#nested(() => {
            const piece = this.#level(0);
            this.#close();
            return piece;
          });
        }
        if (token.text === '.' && this.#context.self !== undefined) return this.#answer(this.#context.self);
        throw new Untranslatable(/^[./@[]/.test(token.text) ? 'path' : 'syntax', token.text);
    }
  }

  #answer(name: string): Piece {
    const answer = this.#context.answer(name);
    if (!answer) throw new Untranslatable('name', name);
    return { text: `{${answer.repeat === undefined ? '' : FAR}${answer.ref}}`, answer, time: answer.time };
  }

  #call(name: string): Piece {
    if (name === 'position') {
      // `position(..)`: which entry of the repeat this is.
      if (!this.#sign('..') || this.#context.entry !== true) throw new Untranslatable('function', name);
      this.#close();
      return { text: '({panelIndex} + 1)' };
    }
    const args: Piece[] = [];
    if (!this.#sign(')')) {
      do args.push(this.#level(0)); while (this.#sign(','));
      this.#close();
    }
    const text = FUNCTIONS[name]?.(args);
    if (text === undefined || !Object.hasOwn(FUNCTIONS, name)) throw new Untranslatable('function', name);
    const time = args.find((arg) => arg.time !== undefined)?.time;
    if (time && OF_NUMBERS.test(name)) throw new Untranslatable('dates', name);
    return { text, time: Object.hasOwn(TIMES, name) ? TIMES[name] : SAME_KIND.test(name) ? time : undefined };
  }

  #nested<T>(read: () => T): T {
    if (++this.#depth > MAX_DEPTH) throw new Untranslatable('tooLong', '');
    const result = read();
    this.#depth--;
    return result;
  }

  #sign(text: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'sign' || token.text !== text) return false;
    this.#at++;
    return true;
  }

  #close(): void {
    if (!this.#sign(')')) throw new Untranslatable('syntax', this.#tokens[this.#at]?.text ?? ')');
  }
}

function binary(operator: string, left: Piece, right: Piece): string {
  if (operator === '=' || operator === '<>') {
    const [piece, other] = right.literal !== undefined ? [left, right] : [right, left];
    if (other.literal === '') return `${piece.text} ${operator === '=' ? 'empty' : 'notempty'}`;
    if (piece.answer?.several && other.literal !== undefined) {
      const only = `${piece.text} contains ${other.text} and count(${piece.text}) = 1`;
      return operator === '=' ? only : `!(${only})`;
    }
  }
  return `${left.text} ${operator} ${right.text}`;
}

/** Days added to a date, days from one date to another, and comparisons; the rest of what XPath does with dates cannot be said. */
function timely(operator: string, left: Piece, right: Piece): Piece {
  const time = left.time === 'moment' || right.time === 'moment' ? 'moment' : 'day';
  const both = left.time !== undefined && right.time !== undefined;
  const isNumber = (piece: Piece): boolean => /^-?\d/.test(piece.text);
  if (operator === '-' && both) {
    const between = (from: Piece, to: Piece): string => (time === 'moment' ? `dateDiff(${from.text}, ${to.text}, 'seconds') / 86400` : `dateDiff(${from.text}, ${to.text}, 'days')`);
    const days = `iif(${left.text} >= ${right.text}, ${between(right, left)}, 0 - ${between(left, right)})`;
    // From a date that nobody gave, no number of days: neither few nor many.
    const given = [left, right].filter(({ answer }) => answer).map(({ text }) => `${text} notempty`);
    return { text: given.length > 0 ? `iif(${given.join(' and ')}, ${days})` : days };
  }
  if (operator === '+' && !both) return left.time ? later(left, right.text) : later(right, left.text);
  if (operator === '-' && left.time) return later(left, isNumber(right) ? `-${right.text}` : `(0 - ${right.text})`);
  if (/^[-+*/%]$/.test(operator) || (!both && /[<=>]/.test(operator) && (isNumber(left) || isNumber(right)))) throw new Untranslatable('dates', operator);
  return { text: `(${binary(operator, left, right)})` };
}

/** `dateAdd` gives nothing for no day at all. */
function later(date: Piece, days: string): Piece {
  const moved = `dateAdd(${date.text}, ${bare(days)}, 'days')`;
  if (/^-?[\d.]+$/.test(days)) return Number(days) === 0 ? date : { text: moved, time: date.time };
  return { text: `iif(${days} = 0, ${date.text}, ${moved})`, time: date.time };
}

const TIMES: Readonly<Record<string, Time>> = { 'today': 'day', 'now': 'moment', 'date': 'day', 'date-time': 'moment' };
const SAME_KIND = /^(?:if|coalesce|once|min|max)$/;
const OF_NUMBERS = /^(?:number|int|round|abs|pow|sum)$/;

type Args = readonly Piece[];
const over = (plainName: string, listName: string) => (args: Args): string => {
  const repeat = args.length === 1 ? args[0]?.answer?.repeat : undefined;
  return repeat === undefined ? `${plainName}(${list(args)})` : `${listName}({${repeat}}, ${quote(args[0]?.answer?.ref ?? '')})`;
};
const first = (args: Args): string | undefined => args[0]?.text;

/** Undefined when the arguments are not ones that can be said. */
const FUNCTIONS: Readonly<Record<string, (args: Args) => string | undefined>> = {
  selected: ([answer, value]) => answer && value && (answer.answer?.several === false ? `(${answer.text} = ${value.text})` : `(${answer.text} contains ${value.text})`),
  'count-selected': (args) => args[0] && `count(${args[0].text})`,
  not: (args) => args[0] && `!(${bare(args[0].text)})`,
  if: (args) => (args.length === 3 ? `iif(${list(args)})` : undefined),
  coalesce: ([a, b]) => a && b && `iif(${a.text} notempty, ${a.text}, ${b.text})`,
  today: () => 'today()',
  now: () => 'currentDate()',
  date: first,
  'date-time': first,
  number: first,
  boolean: first,
  once: first,
  string: (args) => args[0] && joined([args[0]]),
  concat: joined,
  'string-length': ([text]) => text?.answer && text.answer.repeat === undefined ? `iif(${text.text} empty, 0, {${text.answer.ref}.length})` : undefined,
  'selected-at': ([list, at]) => list?.answer?.several && list.answer.repeat === undefined && at && /^\d+$/.test(at.text) ? `{${list.answer.ref}[${at.text}]}` : undefined,
  int: (args) => `trunc(${list(args)})`,
  round: (args) => `round(${list(args)})`,
  abs: (args) => args[0] && `iif(${args[0].text} < 0, 0 - ${args[0].text}, ${args[0].text})`,
  pow: ([a, b]) => a && b && `(${a.text} ^ ${b.text})`,
  contains: ([a, b]) => a && b && `(${a.text} contains ${b.text})`,
  // From the end cannot be said.
  substr: ([text, ...at]) => text && at.length > 0 && at.every((place) => !place.text.startsWith('-')) ? `substring(${joined([text])}, ${list(at)})` : undefined,
  true: () => 'true',
  false: () => 'false',
  sum: over('sum', 'sumInArray'),
  min: over('min', 'minInArray'),
  max: over('max', 'maxInArray'),
  count: over('count', 'countInArray'),
  'jr:choice-name': ([answer]) => answer?.answer && `displayValue(${quote(answer.answer.ref)})`,
};

/** Texts one after the other. Two texts that can be read as numbers would be added: what comes first cannot, and is taken away. */
function joined(args: Args): string {
  return `substring('|' + ${args.map(({ text }) => (text.startsWith('-') ? `(${text})` : text)).join(' + ')}, 1)`;
}

function list(args: Args): string {
  return args.map(({ text }) => bare(text)).join(', ');
}

/** Without the brackets that enclose the whole. */
function bare(text: string): string {
  if (!text.startsWith('(') || !text.endsWith(')')) return text;
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length - 1; i++) {
    if (text[i] === "'" && text[i - 1] !== '\\') quoted = !quoted;
    else if (!quoted && text[i] === '(') depth++;
    else if (!quoted && text[i] === ')' && --depth === 0) return text;
  }
  return text.slice(1, -1);
}

function quote(text: string): string {
  return `'${text.replace(/'/g, "\\'")}'`;
}
