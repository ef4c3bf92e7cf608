/** Answers laid flat, one column an item, for a spreadsheet or a statistics program. Nothing that was sent is left out. */
import { plainText } from '../rich-text.ts';
import { isRecord, plain } from '../definition/items.ts';
import type { ElementJson, SurveyDefinition } from '../definition/model.ts';
import {
  answerKey, choicesOf, hasComment, itemsOf, questionsOf, templateQuestions, textItems, titleOf, type DefinedChoice,
} from '../definition/questions.ts';
import { metaTitle, word } from './messages.ts';
import { rowQuestions, sameCode, totalQuestions } from './parts.ts';
import type { Cell, Table } from './table.ts';

export { toCsv, toXlsx, type Cell, type CsvOptions, type Table } from './table.ts';

/** One answer as it was received. Times are ISO 8601. */
export interface AnswerRecord {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly id?: string | undefined;
  readonly receipt?: string | null | undefined;
  readonly commune?: string | null | undefined;
  readonly definitionVersion?: string | null | undefined;
  readonly locale?: string | null | undefined;
  readonly startedAt?: string | null | undefined;
  readonly completedAt?: string | null | undefined;
  readonly receivedAt?: string | null | undefined;
}
const META = ['id', 'receipt', 'commune', 'definitionVersion', 'locale', 'startedAt', 'completedAt', 'receivedAt'] as const;

export interface AnswerTableOptions {
  /** `labels` (default): what people read, headers and answers; `codes`: keys and values as in the definition. */
  readonly values?: 'labels' | 'codes';
  /** Of headers and labels; `fr` by default. */
  readonly lang?: string;
  /** The name of a commune from its INSEE code; with it, labels say « Lambersart » where codes say 59328. */
  readonly communeName?: (code: string) => string | undefined;
}

/** Entries of one dynamic matrix or panel that get columns of their own; beyond, they stand as JSON in a last column. */
const MAX_ENTRIES = 50;
/** Names that no question has and that get a column each; a spreadsheet ends at 16,384. */
const MAX_STRAYS = 200;

interface Column {
  readonly key: string;
  readonly title: string;
  readonly cell: (record: AnswerRecord) => Cell;
}
type Get = (record: AnswerRecord) => unknown;

/**
 * One row a record, one column an item: a checkbox has one column a choice (1, 0, or the label), a matrix one a row, a
 * ranking one a choice (its rank), a dynamic matrix or panel as many numbered columns as the longest answer, a total one.
 * What the definition does not know (calculated values; questions, rows, items, choices of an older version) comes last
 * in its place: among the answers, the rows of its matrix, the fields of its panel.
 */
export function answerTable(definition: SurveyDefinition, records: readonly AnswerRecord[], options: AnswerTableOptions = {}): Table {
  const builder = new Builder(definition, records, options);
  const columns = builder.columns();
  return {
    columns: columns.map(({ key, title }) => ({ key, title: options.values === 'codes' ? key : title })),
    rows: records.map((record) => columns.map(({ cell }) => cell(record))),
  };
}

class Builder {
  readonly #definition: SurveyDefinition;
  readonly #records: readonly AnswerRecord[];
  readonly #labels: boolean;
  readonly #lang: string;
  readonly #communeName: ((code: string) => string | undefined) | undefined;

  constructor(definition: SurveyDefinition, records: readonly AnswerRecord[], options: AnswerTableOptions) {
    this.#definition = definition;
    this.#records = records;
    this.#labels = options.values !== 'codes';
    this.#lang = options.lang ?? 'fr';
    this.#communeName = this.#labels ? options.communeName : undefined;
  }

  columns(): Column[] {
    const meta = META.filter((key) => this.#records.length === 0 || this.#records.some((record) => record[key] !== undefined));
    const columns = meta.flatMap((key): Column[] => {
      const cell = (record: AnswerRecord): Cell => (key.endsWith('At') ? moment(record[key]) : (record[key] ?? null));
      const column = { key, title: metaTitle(key, this.#lang), cell };
      if (key !== 'commune' || !this.#communeName) return [column];
      return [column, { key: 'communeName', title: metaTitle('communeName', this.#lang), cell: ({ commune }) => this.#nameOf(commune) }];
    });
    return [...columns, ...this.#fields(questionsOf(this.#definition).map(({ question }) => question), '', '', ({ answers }) => answers)];
  }

  /** Questions that answer in one record (the answers, a row, a panel, a multiple text), then what else stands in it. */
  #fields(questions: readonly ElementJson[], key: string, title: string, get: Get): Column[] {
    const known = new Map<string, Set<string>>();
    const columns = questions.filter(({ type }) => type !== 'html' && type !== 'image').flatMap((question) => {
      const name = answerKey(question);
      const at = key + name;
      const fieldTitle = this.#join(title, this.#title(question));
      const beside = (suffix: string): Get => (record) => entry(get(record), name + suffix);
      const found = this.#question(question, at, fieldTitle, beside(''));
      if (hasComment(question) || this.#some(beside('-Comment'))) {
        known.set(`${name}-Comment`, new Set());
        found.push({ key: `${at}-Comment`, title: this.#join(fieldTitle, word('comment', this.#lang)), cell: (record) => toCell(beside('-Comment')(record)) });
      }
      const totals = totalQuestions(question);
      if (totals.length > 0) {
        known.set(`${name}-total`, new Set());
        found.push(...this.#parts(totals, `${at}-total`, this.#join(fieldTitle, word('total', this.#lang)), beside('-total')));
      }
      // Two questions under one name share an answer: what both say takes one column.
      const taken = known.get(name) ?? new Set();
      known.set(name, taken);
      const fresh = found.filter((column) => !taken.has(column.key));
      for (const column of fresh) taken.add(column.key);
      return fresh;
    });
    return [...columns, ...this.#rest(known, key, title, get)];
  }

  #parts(questions: readonly ElementJson[], key: string, title: string, get: Get): Column[] {
    return [...this.#fields(questions, `${key}.`, title, get), ...this.#other(key, title, get, isRecord)];
  }

  /** What no question of this version knows: calculated values; rows, items, columns and questions of an older version. */
  #rest(known: { has(name: string): boolean }, key: string, title: string, get: Get): Column[] {
    const names = [...new Set(this.#records.flatMap((record) => {
      const value = get(record);
      return isRecord(value) ? Object.keys(value).filter((name) => !known.has(name) && toCell(value[name]) !== null) : [];
    }))];
    const columns = names.slice(0, MAX_STRAYS).map((name): Column => ({ key: key + name, title: this.#join(title, name), cell: (record) => toCell(entry(get(record), name)) }));
    const beyond = names.slice(MAX_STRAYS);
    if (beyond.length === 0) return columns;
    const cell = (record: AnswerRecord): Cell => {
      const held = beyond.map((name) => [name, entry(get(record), name)] as const).filter(([, value]) => toCell(value) !== null);
      return held.length > 0 ? JSON.stringify(Object.fromEntries(held)) : null;
    };
    return [...columns, { key: `${key}…`, title: this.#join(title, word('others', this.#lang)), cell }];
  }

  /** Answers of a kind that the question no longer has, as they are. */
  #other(key: string, title: string, get: Get, fits: (value: unknown) => boolean): Column[] {
    const other: Get = (record) => (fits(get(record)) ? undefined : get(record));
    return this.#some(other) ? [{ key, title, cell: (record) => toCell(other(record)) }] : [];
  }

  #some(get: Get): boolean {
    return this.#records.some((record) => toCell(get(record)) !== null);
  }

  #question(question: ElementJson, key: string, title: string, get: Get): Column[] {
    switch (question.type) {
      case 'checkbox': case 'tagbox':
        return this.#several(question, key, title, get);
      case 'imagepicker':
        return question.multiSelect === true ? this.#several(question, key, title, get) : [this.#single(question, key, title, get)];
      case 'ranking':
        return this.#ranking(question, key, title, get);
      case 'matrix':
        return this.#matrix(question, key, title, get);
      case 'matrixdropdown':
        return this.#rows(question, key, title, get, (row, at, rowTitle, of) => this.#parts(rowQuestions(question), at, rowTitle, of));
      case 'matrixdynamic':
        return this.#entries(rowQuestions(question), key, title, get);
      case 'paneldynamic':
        return this.#entries(templateQuestions(question), key, title, get);
      case 'multipletext':
        return this.#parts(textItems(question), key, title, get);
      default:
        return [this.#single(question, key, title, get)];
    }
  }

  #entries(questions: readonly ElementJson[], key: string, title: string, get: Get): Column[] {
    const longest = this.#records.reduce((most, record) => Math.max(most, listOf(get(record)).length), 0);
    const columns = Array.from({ length: Math.min(longest, MAX_ENTRIES) }, (_, i) =>
      this.#parts(questions, `${key}[${String(i)}]`, `${title} ${String(i + 1)}`, (record) => listOf(get(record))[i])).flat();
    if (longest > MAX_ENTRIES) columns.push({ key: `${key}[…]`, title: `${title} …`, cell: (record) => toCell(listOf(get(record)).slice(MAX_ENTRIES)) });
    return [...columns, ...this.#other(key, title, get, Array.isArray)];
  }

  /** One set of columns a row, then the rows of older versions. */
  #rows(question: ElementJson, key: string, title: string, get: Get, columnsOf: (row: string, at: string, title: string, get: Get) => Column[]): Column[] {
    const rows = new Map(itemsOf(question.rows).map((row) => [plain(row.value), row]));
    const columns = [...rows].flatMap(([value, row]) =>
      columnsOf(value, `${key}.${value}`, this.#join(title, row.text(this.#lang)), (record) => entry(get(record), value)));
    return [...columns, ...this.#rest(rows, `${key}.`, title, get), ...this.#other(key, title, get, isRecord)];
  }

  #several(question: ElementJson, key: string, title: string, get: Get): Column[] {
    const choices = choicesOf(question, this.#definition);
    const wrapper = plain(question.valuePropertyName);
    const values = (record: AnswerRecord) => chosenOf(get(record)).map((each) => (wrapper ? (entry(each, wrapper) ?? each) : each));
    if (!choices) return [{ key, title, cell: (record) => toCell(values(record)) }];
    const columns = choices.map((choice): Column => ({
      key: `${key}.${plain(choice.value)}`,
      title: this.#join(title, this.#choiceTitle(choice)),
      cell: (record) => {
        // No answer at all (not shown, not reached) is not the same as a choice left unticked.
        if (!Array.isArray(get(record)) && toCell(get(record)) === null) return null;
        const chosen = values(record).some((value) => sameCode(value, choice.value));
        return this.#labels ? (chosen ? this.#choiceTitle(choice) : '') : Number(chosen);
      },
    }));
    return [...columns, ...this.#strays(choices, key, title, values)];
  }

  #ranking(question: ElementJson, key: string, title: string, get: Get): Column[] {
    const choices = choicesOf(question, this.#definition);
    if (!choices) return [{ key, title, cell: (record) => toCell(get(record)) }];
    const columns = choices.map((choice): Column => ({
      key: `${key}.${plain(choice.value)}`,
      title: this.#join(title, this.#choiceTitle(choice)),
      cell: (record) => chosenOf(get(record)).findIndex((value) => sameCode(value, choice.value)) + 1 || null,
    }));
    return [...columns, ...this.#strays(choices, key, title, (record) => chosenOf(get(record)))];
  }

  /** Values that are no choice of this version: written in place of "other", or of an older version. */
  #strays(choices: readonly DefinedChoice[], key: string, title: string, values: (record: AnswerRecord) => readonly unknown[]): Column[] {
    const strays = (record: AnswerRecord) => values(record).filter((value) => !choices.some((choice) => sameCode(value, choice.value)));
    if (!this.#records.some((record) => strays(record).length > 0)) return [];
    return [{ key: `${key}.*`, title: this.#join(title, word('others', this.#lang)), cell: (record) => toCell(strays(record)) }];
  }

  #matrix(question: ElementJson, key: string, title: string, get: Get): Column[] {
    const columns = itemsOf(question.columns);
    const one = (answer: unknown) => this.#label(columns, answer);
    return this.#rows(question, key, title, get, (_, at, rowTitle, of) => [{
      key: at,
      title: rowTitle,
      cell: (record) => {
        const answer = of(record);
        return Array.isArray(answer) ? answer.map((each) => plain(one(each))).join(', ') || null : one(answer);
      },
    }]);
  }

  #single(question: ElementJson, key: string, title: string, get: Get): Column {
    const choices = choicesOf(question, this.#definition);
    const isDate = question.type === 'text' && question.inputType === 'date';
    const isFile = question.type === 'file';
    return {
      key,
      title,
      cell: (record) => {
        const answer = get(record);
        if (isFile) return fileNames(answer) ?? toCell(answer);
        if (isDate) return day(answer);
        if (question.type === 'asb:commune') return this.#nameOf(answer) ?? toCell(answer);
        return choices ? this.#label(choices, answer) : toCell(answer);
      },
    };
  }

  #nameOf(code: unknown): string | null {
    return typeof code === 'string' ? (this.#communeName?.(code) ?? null) : null;
  }

  #label(choices: readonly DefinedChoice[], answer: unknown): Cell {
    const choice = this.#labels && answer !== undefined && choices.find(({ value }) => sameCode(answer, value));
    if (!choice) return toCell(answer);
    const text = plainText(choice.text(this.#lang));
    // A scale without words stays a number.
    return typeof choice.value === 'number' && text === String(choice.value) ? choice.value : text;
  }

  #title(question: ElementJson): string {
    return plainText(titleOf(question, this.#lang));
  }

  #choiceTitle(choice: DefinedChoice): string {
    return plainText(choice.text(this.#lang));
  }

  #join(title: string, part: string): string {
    return title === '' ? plainText(part) : `${title} – ${plainText(part)}`;
  }
}

function own(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function entry(value: unknown, key: string): unknown {
  return isRecord(value) ? own(value, key) : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A single answer stands for a list of one: the question took only one in an older version. */
function chosenOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : toCell(value) === null ? [] : [value];
}

function toCell(value: unknown): Cell {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (!Array.isArray(value)) return JSON.stringify(value);
  if (value.length === 0) return null;
  return value.some((each) => typeof each === 'object') ? JSON.stringify(value) : value.map(plain).join(', ');
}

function fileNames(value: unknown): Cell {
  return listOf(value).map((file) => plain(entry(file, 'name'))).filter(Boolean).join(', ') || null;
}

/** A day that no calendar has stays a text: `Date` would make 3 March of 31 February. */
function day(value: unknown): Cell {
  const date = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  return date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(plain(value)) ? date : toCell(value);
}

function moment(value: string | null | undefined): Cell {
  const date = new Date(value ?? NaN);
  return Number.isNaN(date.getTime()) ? (value ?? null) : date;
}
