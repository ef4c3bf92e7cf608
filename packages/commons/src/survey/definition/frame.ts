/**
 * The frame of a definition: bounded, brought to `pages`, every question named. Small, because a page that shows a
 * survey always carries it; read.ts adds the sentences that say what is wrong, parse.ts the check of each property, for whoever
 * loads, publishes or writes one.
 */
import type { DefinitionProblem } from '../session/types.ts';
import { isRecord, plain, type Json } from './items.ts';
import type { FrameMessage } from './messages.ts';
import { LOOSE_PAGES, QUESTION_TYPES, SURVEY_SCHEMA, type ElementJson, type PageJson, type SurveyDefinition } from './model.ts';
import type { Place } from './properties.ts';

export { languagesOf, localized } from './items.ts';
export { definitionVersion, LEGAL_BASES } from './model.ts';

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
  /** What is wrong and what to do. */
  readonly text: string;
}
export type ParsedDefinition =
  | { readonly definition: SurveyDefinition; readonly problems: DefinitionProblem[] }
  | { readonly error: DefinitionError[] };

/** Where a check says what it found. */
export interface Report {
  readonly locale: string;
  readonly errors: DefinitionError[];
  readonly problems: DefinitionProblem[];
}
/** Looks at the properties of one object of the definition. `more` is the type of a matrix column's cells. */
export type Check = (report: Report, json: Json, place: Place, path: string, more?: Place) => void;

/** What is wrong, in words. */
export type Say = (key: FrameMessage, params: Readonly<Record<string, string | number>>) => string;

/**
 * The definition that `json` holds, or where it cannot be used, in the words of `say`. Never throws, whatever `json` is. `problems` holds
 * names left out or used twice and unknown types.
 */
export function frameDefinition(json: unknown, options: { readonly locale: string; readonly say: Say; readonly check?: Check | undefined }): ParsedDefinition {
  const reader = new Reader(options.locale, options.say, options.check);
  const definition = reader.survey(json);
  return definition && reader.errors.length === 0 ? { definition, problems: reader.problems } : { error: reader.errors };
}

/** The path of a key of the object at `path`. */
export function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** The path of an entry of the list at `path`. */
export function entry(path: string, index: number): string {
  return `${path}[${String(index)}]`;
}

export function isQuestionType(type: unknown): type is (typeof QUESTION_TYPES)[number] {
  return (QUESTION_TYPES as readonly unknown[]).includes(type);
}

/** A survey, page or panel without what it holds. */
function frame(source: Json): Json {
  const json: Record<string, unknown> = { ...source };
  delete json.elements;
  delete json.questions;
  return json;
}

function pageName(index: number): string {
  return `page${String(index + 1)}`;
}

/** What every version's `$schema` begins with. */
const FAMILY = 'urn:assembleurs:survey:';

const LISTS = ['choices', 'rateValues', 'validators'] as const;

/** Types that build nothing but what is written: a thousand of them are read before a page shows. */
const PLAIN: ReadonlySet<string> = new Set(['text', 'comment', 'radiogroup', 'checkbox', 'tagbox', 'boolean', 'ranking', 'expression', 'html', 'image', 'file']);

/** Names already taken in one scope (the survey, a panel template, a matrix), with where. */
type Scope = Map<string, string>;

class Reader implements Report {
  readonly errors: DefinitionError[] = [];
  readonly problems: DefinitionProblem[] = [];
  readonly locale: string;
  readonly #say: Say;
  readonly #check: Check | undefined;
  #questions = 0;
  #values = 0;

  constructor(locale: string, say: Say, check: Check | undefined) {
    this.locale = locale;
    this.#say = say;
    this.#check = check;
  }

  survey(json: unknown): SurveyDefinition | undefined {
    if (!isRecord(json)) {
      this.#error('', 'notObject');
      return undefined;
    }
    const excess = this.#excess(json, 0);
    const later = typeof json.$schema === 'string' && json.$schema.startsWith(FAMILY) && json.$schema !== SURVEY_SCHEMA;
    if (excess) this.#error(excess.path.slice(1), excess.key, { max: excess.max });
    else if (later) this.#error('$schema', 'laterVersion', { value: plain(json.$schema) });
    if (excess || later) return undefined;
    this.#check?.(this, json, 'survey', '');
    for (const name of ['triggers', 'calculatedValues']) this.#list(json, name, '');
    const scope: Scope = new Map();
    const pages = this.#list(json, 'pages', '').map((page, i) => this.#page(page, entry('pages', i), i, scope));
    const root = this.#content(json, '', scope);
    if (root.length > 0) {
      const page = { name: pageName(pages.length), elements: root };
      LOOSE_PAGES.add(page);
      pages.push(page);
    }
    if (this.#questions === 0) this.#error('', 'noQuestion');
    if (this.#questions > LIMITS.questions) this.#error('', 'tooManyQuestions', { max: LIMITS.questions });
    return { ...frame(json), pages };
  }

  /** Depth, number and length of everything, before anything else looks at it (a cycle is only a great depth). */
  #excess(value: unknown, depth: number): { path: string; key: FrameMessage; max: number } | undefined {
    if (++this.#values > LIMITS.values) return { path: '', key: 'tooBig', max: LIMITS.values };
    if (typeof value === 'string') return value.length > LIMITS.text ? { path: '', key: 'tooLong', max: LIMITS.text } : undefined;
    if (typeof value !== 'object' || value === null) return undefined;
    if (depth > LIMITS.depth) return { path: '', key: 'tooDeep', max: LIMITS.depth };
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) {
        const found = this.#excess(value[i], depth + 1);
        if (found) return { ...found, path: `[${String(i)}]${found.path}` };
      }
      return undefined;
    }
    for (const key in value) {
      const found = this.#excess((value as Json)[key], depth + 1);
      if (found) return { ...found, path: `.${key}${found.path}` };
    }
    return undefined;
  }

  #page(json: unknown, path: string, index: number, scope: Scope): PageJson {
    const page = frame(this.#record(json, path));
    this.#check?.(this, page, 'page', path);
    return { ...page, name: this.#name(page, path) ?? pageName(index), elements: this.#content(json, path, scope) };
  }

  /** What a survey, page or panel holds, under either of SurveyJS's names. */
  #content(json: unknown, path: string, scope: Scope): ElementJson[] {
    if (!isRecord(json)) return [];
    const name = json.elements ? 'elements' : 'questions';
    return this.#elements(this.#list(json, name, path), join(path, name), scope);
  }

  #elements(list: readonly unknown[], path: string, scope: Scope): ElementJson[] {
    return list.map((json, i) => this.#element(json, entry(path, i), scope));
  }

  #element(json: unknown, path: string, scope: Scope): ElementJson {
    const source = this.#record(json, path);
    const { type } = source;
    if (typeof type !== 'string') {
      this.#error(path, 'noType');
      return { type: '', name: '' };
    }
    if (type === 'panel') {
      const panel = frame(source);
      this.#check?.(this, panel, 'panel', path);
      return { ...panel, type, name: this.#name(panel, path) ?? path, elements: this.#content(json, path, scope) };
    }
    this.#questions++;
    const name = this.#questionName(source, path, scope);
    const element: Record<string, unknown> = { ...source, name };
    if (!isQuestionType(type)) {
      this.#problem('unsupported', join(path, 'type'), type, 'type', { value: type });
      return element as ElementJson;
    }
    this.#check?.(this, source, type, path);
    for (const list of LISTS) if (source[list] !== undefined) this.#list(source, list, path);
    if (PLAIN.has(type)) return element as ElementJson;
    this.#sizes(source, type, path);
    const own: Scope = new Map();
    for (const list of ['templateElements', 'detailElements']) {
      if (source[list]) element[list] = this.#elements(this.#list(source, list, path), join(path, list), own);
    }
    if (type !== 'matrix' && source.columns) element.columns = this.#parts(source, 'columns', path, own);
    if (type === 'multipletext') element.items = this.#parts(source, 'items', path, own);
    return element as ElementJson;
  }

  /** The columns of a matrix or the fields of a multiple text: questions of their own, sometimes a bare name. */
  #parts(source: Json, list: 'columns' | 'items', path: string, scope: Scope): Json[] {
    return this.#list(source, list, path).map((json, i) => {
      const at = entry(join(path, list), i);
      const part = typeof json === 'string' ? { name: json } : this.#record(json, at);
      const cell = [part.cellType, source.cellType].find((type) => type && type !== 'default') ?? 'dropdown';
      if (list === 'items') this.#check?.(this, part, 'multipletextitem', at);
      else this.#check?.(this, part, 'column', at, isQuestionType(cell) ? cell : 'text');
      return { ...part, name: this.#questionName(part, at, scope) };
    });
  }

  /** What would make the engine build too much from a few characters. */
  #sizes(json: Json, type: string, path: string): void {
    const number = (name: string, fallback = 0) => (typeof json[name] === 'number' ? json[name] : fallback);
    const limit = (name: string, count: number, max: number, key: FrameMessage = 'tooManyItems') => {
      if (count > max) this.#error(join(path, name), key, { name, max });
    };
    const steps = (to: string, fallback: number, from: string, step: string) =>
      (number(to, fallback) - number(from)) / Math.abs(number(step, 1) || 1);
    for (const name of ['rowCount', 'minRowCount', 'panelCount', 'minPanelCount']) limit(name, number(name), LIMITS.entries);
    const rows = Math.max(this.#list(json, 'rows', path).length, number('rowCount'), number('minRowCount'));
    limit('columns', rows * this.#list(json, 'columns', path).length, LIMITS.cells, 'tooManyCells');
    if (type === 'rating') limit('rateMax', Math.max(number('rateCount'), steps('rateMax', 5, 'rateMin', 'rateStep')), LIMITS.rates);
    limit('choicesMax', steps('choicesMax', 0, 'choicesMin', 'choicesStep'), LIMITS.items);
  }

  #questionName(json: Json, path: string, scope: Scope): string {
    let name = this.#name(json, path);
    if (name === undefined) {
      name = `question${String(this.#questions)}`;
      // Text and images take no answer: nobody misses their name.
      if (json.type !== 'html' && json.type !== 'image') this.#problem('invalid', path, name, 'noName', { value: name });
    }
    const first = scope.get(name);
    if (first !== undefined) this.#problem('invalid', join(path, 'name'), name, 'duplicateName', { value: name, first });
    else scope.set(name, path);
    return name;
  }

  #name({ name }: Json, path: string): string | undefined {
    if (name === '__proto__') this.#error(join(path, 'name'), 'badName', { value: name });
    return typeof name === 'string' && name !== '' ? name : undefined;
  }

  #list(json: Json, name: string, path: string): readonly unknown[] {
    const list = json[name] ?? [];
    if (!Array.isArray(list)) this.#error(join(path, name), 'list', { name });
    else if (list.length > LIMITS.items) this.#error(join(path, name), 'tooManyItems', { name, max: LIMITS.items });
    else return list;
    return [];
  }

  #record(json: unknown, path: string): Json {
    if (isRecord(json)) return json;
    this.#error(path, 'object', { name: path });
    return {};
  }

  #error(path: string, key: FrameMessage, params: Record<string, string | number> = {}): void {
    // Once a place: several readings of a list say the same of it.
    if (this.errors.every((error) => error.path !== path)) this.errors.push({ path, text: this.#say(key, params) });
  }

  #problem(kind: DefinitionProblem['kind'], path: string, name: string, key: FrameMessage, params: Record<string, string>): void {
    this.problems.push({ kind, path, name, text: this.#say(key, params) });
  }
}
