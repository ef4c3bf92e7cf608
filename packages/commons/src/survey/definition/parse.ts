/** Reads a definition of unknown origin: SurveyJS's JSON nearly as it is, checked, bounded, brought to `pages`. */
import * as z from 'zod/mini';
import type { DefinitionProblem } from '../session/types.ts';
import { isRecord, itemValue, type Json } from './items.ts';
import { KINDS, type Kind } from './kinds.ts';
import { say, type DefinitionMessage } from './messages.ts';
import { LEGAL_BASES, QUESTION_TYPES, SURVEY_SCHEMA, type ElementJson, type PageJson, type SurveyDefinition } from './model.ts';
import { CHOICES, LOOK, PLACES, TRIGGERS, VALIDATORS, propertiesOf, type Place } from './properties.ts';

/** A definition is refused above these: a page must not freeze for a file that someone else wrote. */
export const LIMITS = {
  /** Levels of JSON inside one another. */
  depth: 60,
  /** JSON values in all. */
  values: 500_000,
  /** Characters of one text. */
  text: 100_000,
  questions: 5_000,
  /** Entries of one list (choices, rows, columns). */
  items: 10_000,
  /** Rows times columns of one matrix. */
  cells: 20_000,
  /** Rows or panels that a definition may ask for at the start. */
  entries: 1_000,
  /** Steps of one rating. */
  rates: 100,
} as const;

export interface DefinitionError {
  /** JSON path; empty for the whole. */
  readonly path: string;
  readonly text: string;
}
export type ParsedDefinition =
  | { readonly definition: SurveyDefinition; readonly problems: DefinitionProblem[] }
  | { readonly error: DefinitionError[] };

/**
 * The definition that `json` holds, with what in it is not supported or looks wrong (`problems`: everything stays in
 * the data); or why it cannot be used (`error`), in French or English. Never throws, whatever `json` is.
 */
export function parseDefinition(json: unknown, options: { locale?: string | undefined } = {}): ParsedDefinition {
  const reader = new Reader(options.locale ?? 'fr');
  const definition = reader.survey(json);
  return definition && reader.errors.length === 0 ? { definition, problems: reader.problems } : { error: reader.errors };
}

/** Names already taken in one scope (the survey, a panel template, a matrix), with where. */
type Scope = Map<string, string>;

/** Which place the entries of a list belong to; `elements` and `items` are read by methods of their own. */
const LISTS: Partial<Record<Kind, Place>> = {
  validators: 'validator',
  triggers: 'trigger',
  calculated: 'calculatedValue',
  htmlConditions: 'htmlCondition',
};

class Reader {
  readonly errors: DefinitionError[] = [];
  readonly problems: DefinitionProblem[] = [];
  readonly #locale: string;
  #questions = 0;
  #values = 0;

  constructor(locale: string) {
    this.#locale = locale;
  }

  survey(json: unknown): SurveyDefinition | undefined {
    if (!isRecord(json)) return this.#error('', 'notObject');
    if (!this.#bounded(json, '', 0)) return undefined;
    const schema = json.$schema;
    if (typeof schema === 'string' && /^urn:assembleurs:survey:/.test(schema) && schema !== SURVEY_SCHEMA) {
      return this.#error('$schema', 'laterVersion', { value: schema });
    }
    this.#properties(json, 'survey', '');
    const scope: Scope = new Map();
    const { elements, questions, ...rest } = json;
    const pages = Array.isArray(json.pages) ? json.pages.map((page, i) => this.#page(page, `pages[${i}]`, i, scope)) : [];
    const root = elements ?? questions;
    if (Array.isArray(root) && root.length > 0) {
      pages.push({ name: `page${pages.length + 1}`, elements: this.#elements(root, elements ? 'elements' : 'questions', scope) });
    }
    if (this.#questions === 0 && this.errors.length === 0) this.#error('', 'noQuestion');
    if (this.#questions > LIMITS.questions) this.#error('', 'tooManyQuestions', { max: LIMITS.questions });
    return { ...rest, pages };
  }

  /** Depth, number and length of everything, before anything else looks at it (a cycle is only a great depth). */
  #bounded(value: unknown, path: string, depth: number): boolean {
    if (++this.#values > LIMITS.values) this.#error(path, 'tooBig', { max: LIMITS.values });
    else if (depth > LIMITS.depth) this.#error(path, 'tooDeep', { max: LIMITS.depth });
    else if (typeof value === 'string') {
      if (value.length <= LIMITS.text) return true;
      this.#error(path, 'tooLong', { max: LIMITS.text });
    } else if (Array.isArray(value)) {
      return value.every((entry, i) => this.#bounded(entry, `${path}[${i}]`, depth + 1));
    } else if (isRecord(value)) {
      for (const key in value) if (!this.#bounded(value[key], join(path, key), depth + 1)) return false;
      return true;
    } else return true;
    return false;
  }

  #page(json: unknown, path: string, index: number, scope: Scope): PageJson {
    const { elements, questions, ...page } = this.#record(json, path, 'pages');
    this.#properties(this.#record(json, path, 'pages'), 'page', path);
    const list = elements ?? questions;
    const content = Array.isArray(list) ? this.#elements(list, join(path, elements ? 'elements' : 'questions'), scope) : [];
    return { ...page, name: this.#name(page, path) ?? `page${index + 1}`, elements: content };
  }

  #elements(list: readonly unknown[], path: string, scope: Scope): ElementJson[] {
    return list.map((json, i) => this.#element(json, `${path}[${i}]`, scope));
  }

  #element(json: unknown, path: string, scope: Scope): ElementJson {
    const source = this.#record(json, path, 'elements');
    const type = source.type;
    if (typeof type !== 'string') {
      this.#error(path, 'noType');
      return { type: '', name: '' };
    }
    if (type === 'panel') return this.#panel(source, path, scope);
    this.#questions++;
    const name = this.#questionName(source, path, scope);
    if (!isQuestionType(type)) {
      this.#problem('unsupported', join(path, 'type'), type, 'type', { value: type });
      return { ...source, type, name };
    }
    this.#properties(source, type, path);
    this.#sizes(source, type, path);
    const element: Record<string, unknown> = { ...source, type, name };
    const own: Scope = new Map();
    for (const key of ['templateElements', 'detailElements'] as const) {
      const list = source[key];
      if (Array.isArray(list) && propertiesOf(type).has(key)) element[key] = this.#elements(list, join(path, key), own);
    }
    if (Array.isArray(source.columns) && type !== 'matrix') {
      element.columns = source.columns.map((column, i) => this.#column(column, join(path, `columns[${i}]`), source, own));
    }
    if (Array.isArray(source.items) && type === 'multipletext') {
      element.items = source.items.map((item, i) => this.#textItem(item, join(path, `items[${i}]`), own));
    }
    return element as ElementJson;
  }

  #panel(source: Json, path: string, scope: Scope): ElementJson {
    this.#properties(source, 'panel', path);
    const { elements, questions, ...panel } = source;
    const list = elements ?? questions;
    const content = Array.isArray(list) ? this.#elements(list, join(path, elements ? 'elements' : 'questions'), scope) : [];
    return { ...panel, type: 'panel', name: this.#name(panel, path) ?? `panel-${path}`, elements: content };
  }

  /** A matrix column: its own properties, and those of the question that its cells are. */
  #column(json: unknown, path: string, matrix: Json, scope: Scope): Json {
    const column = typeof json === 'string' ? { name: json } : this.#record(json, path, 'columns');
    const cell = [column.cellType, matrix.cellType, 'dropdown'].find((type) => typeof type === 'string' && type !== 'default');
    const type: Place = isQuestionType(cell) ? cell : 'text';
    this.#properties(column, type, path, propertiesOf('column'));
    return { ...column, name: this.#questionName(column, path, scope) };
  }

  #textItem(json: unknown, path: string, scope: Scope): Json {
    const item = typeof json === 'string' ? { name: json } : this.#record(json, path, 'items');
    this.#properties(item, 'multipletextitem', path);
    return { ...item, name: this.#questionName(item, path, scope) };
  }

  /** Checks each property that is there: its kind when it is known, else it goes to the list of what is not supported. */
  #properties(json: Json, place: Place, path: string, more?: ReadonlyMap<string, Kind>): void {
    const known = propertiesOf(place);
    for (const name of Object.keys(json)) {
      const value = json[name];
      if (value === undefined || value === null) continue;
      const at = join(path, name);
      const kind = known.get(name) ?? more?.get(name);
      if (!kind) this.#problem('unsupported', at, name, LOOK.test(name) ? 'look' : 'property', { value: name });
      else if (this.#kind(kind, name, value, at)) this.#entries(kind, name, value, at);
    }
  }

  #kind(kind: Kind, name: string, value: unknown, path: string): boolean {
    // Nearly every property is a text: do not start zod for those.
    if (typeof value === 'string' && (kind === 'text' || kind === 'string' || kind === 'expression')) return true;
    const result = z.safeParse(KINDS[kind], value);
    for (const issue of result.error?.issues ?? []) {
      const at = issue.path.reduce<string>((base, key) => (typeof key === 'number' ? `${base}[${key}]` : join(base, String(key))), path);
      const last = issue.path.findLast((key) => typeof key === 'string') ?? name;
      this.#error(at, issue.message as DefinitionMessage, { name: String(last), values: LEGAL_BASES.join(', ') });
    }
    if (kind === 'choice' && typeof value === 'string' && !has(CHOICES[name] ?? '', value)) {
      this.#problem('unsupported', path, `${name}: ${value}`, 'value', { name, value });
    }
    return result.success;
  }

  #entries(kind: Kind, name: string, value: unknown, path: string): void {
    if (!Array.isArray(value)) return;
    if (value.length > LIMITS.items) return this.#error(path, 'tooManyItems', { name, max: LIMITS.items });
    if (kind === 'items') return this.#items(name, value, path);
    const place = LISTS[kind];
    if (!place) return;
    value.forEach((entry, i) => {
      const at = `${path}[${i}]`;
      const json = this.#record(entry, at, name);
      this.#properties(json, place, at);
      if (place !== 'validator' && place !== 'trigger') return;
      // SurveyJS also writes the long names: `numericvalidator`, `completetrigger`.
      const type = typeof json.type === 'string' ? json.type.replace(/(?<=.)(validator|trigger)$/, '') : '';
      if (!has(place === 'validator' ? VALIDATORS : TRIGGERS, type)) {
        this.#problem('unsupported', at, String(json.type), place, { value: String(json.type) });
      }
    });
  }

  #items(name: string, list: readonly unknown[], path: string): void {
    const seen = new Set<unknown>();
    list.forEach((item, i) => {
      const at = `${path}[${i}]`;
      if (isRecord(item)) this.#properties(item, 'item', at);
      const value = itemValue(item);
      if (value === undefined || value === null || Array.isArray(item)) return this.#error(at, 'item', { name });
      if (seen.has(value)) this.#problem('invalid', at, String(value), 'duplicateValue', { value: String(value) });
      seen.add(value);
    });
  }

  /** What would make the engine build too much from a few characters. */
  #sizes(json: Json, type: string, path: string): void {
    const length = (name: string) => (Array.isArray(json[name]) ? json[name].length : 0);
    const number = (name: string, fallback = 0) => (typeof json[name] === 'number' ? json[name] : fallback);
    for (const name of ['rowCount', 'minRowCount', 'panelCount', 'minPanelCount']) {
      if (number(name) > LIMITS.entries) this.#error(join(path, name), 'tooManyItems', { name, max: LIMITS.entries });
    }
    const rows = Math.max(length('rows'), number('rowCount'), number('minRowCount'));
    if (rows * length('columns') > LIMITS.cells) this.#error(path, 'tooManyCells', { max: LIMITS.cells });
    const steps = (from: string, to: string, step: string, fallback: number) =>
      (number(to, fallback) - number(from)) / Math.abs(number(step, 1) || 1);
    if (type === 'rating' && Math.max(number('rateCount'), steps('rateMin', 'rateMax', 'rateStep', 5)) > LIMITS.rates) {
      this.#error(path, 'tooManyItems', { name: 'rateMax', max: LIMITS.rates });
    }
    if (steps('choicesMin', 'choicesMax', 'choicesStep', 0) > LIMITS.items) {
      this.#error(path, 'tooManyItems', { name: 'choicesMax', max: LIMITS.items });
    }
  }

  #questionName(json: Json, path: string, scope: Scope): string {
    let name = this.#name(json, path);
    if (name === undefined) {
      name = `question${this.#questions}`;
      // Text and images take no answer: nobody misses their name.
      if (json.type !== 'html' && json.type !== 'image') this.#problem('invalid', path, name, 'noName', { value: name });
    }
    const first = scope.get(name);
    if (first !== undefined) this.#problem('invalid', join(path, 'name'), name, 'duplicateName', { value: name, first });
    else scope.set(name, path);
    return name;
  }

  #name(json: Json, path: string): string | undefined {
    const name = json.name;
    if (name === '__proto__') this.#error(join(path, 'name'), 'badName', { value: name });
    return typeof name === 'string' && name !== '' ? name : undefined;
  }

  #record(json: unknown, path: string, name: string): Json {
    if (isRecord(json)) return json;
    this.#error(path, 'object', { name });
    return {};
  }

  #error(path: string, key: DefinitionMessage, params: Record<string, string | number> = {}): undefined {
    // A hundred wrong things need one look at the file, not a longer list.
    if (this.errors.length < 100) this.errors.push({ path, text: say(key, this.#locale, params) });
  }

  #problem(kind: DefinitionProblem['kind'], path: string, name: string, key: DefinitionMessage, params: Record<string, string>): void {
    this.problems.push({ kind, path, name, text: say(key, this.#locale, params) });
  }
}

function isQuestionType(type: unknown): type is (typeof QUESTION_TYPES)[number] {
  return typeof type === 'string' && type in PLACES && (QUESTION_TYPES as readonly string[]).includes(type);
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function has(words: string, word: string): boolean {
  return word !== '' && words.split(' ').includes(word);
}
