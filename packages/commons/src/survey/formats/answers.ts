/** Answers laid flat, one column an item, for a spreadsheet or a statistics program. Nothing that was sent is left out. */
import { plainText } from '../rich-text.ts';
import { isRecord, plain } from '../definition/items.ts';
import type { ElementJson, SurveyDefinition } from '../definition/model.ts';
import {
  answerKey, choicesOf, columnQuestions, hasComment, itemsOf, questionsOf, templateQuestions, textItems, titleOf, type DefinedChoice,
} from '../definition/questions.ts';
import { metaTitle, word } from './messages.ts';
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

interface Column {
  readonly key: string;
  readonly title: string;
  readonly cell: (record: AnswerRecord) => Cell;
}
type Get = (record: AnswerRecord) => unknown;

/**
 * One row a record, one column an item: a checkbox has one column a choice (1, 0, or the label), a matrix one a row, a
 * ranking one a choice (its rank), a dynamic matrix or panel as many numbered columns as the longest answer. Answers
 * that the definition does not know (calculated values, an older version's questions) come last.
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
    const known = new Set<string>();
    const columns = meta.flatMap((key): Column[] => {
      const cell = (record: AnswerRecord): Cell => (key.endsWith('At') ? moment(record[key]) : (record[key] ?? null));
      const column = { key, title: metaTitle(key, this.#lang), cell };
      if (key !== 'commune' || !this.#communeName) return [column];
      return [column, { key: 'communeName', title: metaTitle('communeName', this.#lang), cell: ({ commune }) => this.#nameOf(commune) }];
    });
    for (const { question } of questionsOf(this.#definition)) {
      const key = answerKey(question);
      // Two questions under one name share an answer: one set of columns.
      if (known.has(key)) continue;
      known.add(key).add(`${key}-Comment`);
      columns.push(...this.#question(question, key, this.#title(question), ({ answers }) => own(answers, key)));
      if (hasComment(question)) columns.push(this.#comment(key, this.#title(question), ({ answers }) => own(answers, `${key}-Comment`)));
    }
    const seen = new Set(this.#records.flatMap(({ answers }) => Object.keys(answers)));
    for (const key of seen) {
      if (!known.has(key)) columns.push({ key, title: key, cell: ({ answers }) => toCell(own(answers, key)) });
    }
    return columns;
  }

  #question(question: ElementJson, key: string, title: string, get: Get): Column[] {
    switch (question.type) {
      case 'html': case 'image':
        return [];
      case 'checkbox': case 'tagbox':
        return this.#several(question, key, title, get);
      case 'imagepicker':
        return question.multiSelect === true ? this.#several(question, key, title, get) : [this.#single(question, key, title, get)];
      case 'ranking':
        return this.#ranking(question, key, title, get);
      case 'matrix':
        return this.#matrix(question, key, title, get);
      case 'matrixdropdown':
        return itemsOf(question.rows).flatMap((row) => {
          const rowKey = `${key}.${plain(row.value)}`;
          const rowTitle = this.#join(title, row.text(this.#lang));
          return this.#parts(columnQuestions(question), rowKey, rowTitle, (record) => entry(get(record), plain(row.value)));
        });
      case 'matrixdynamic':
        return this.#entries(columnQuestions(question), key, title, get);
      case 'paneldynamic':
        return this.#entries(templateQuestions(question), key, title, get);
      case 'multipletext':
        return this.#parts(textItems(question), key, title, get);
      default:
        return [this.#single(question, key, title, get)];
    }
  }

  /** Questions inside an answer: cells of a row, fields of a panel, items of a multiple text. */
  #parts(questions: readonly ElementJson[], key: string, title: string, get: Get): Column[] {
    return questions.flatMap((question) => {
      const name = answerKey(question);
      const at = `${key}.${name}`;
      const partTitle = this.#join(title, this.#title(question));
      const columns = this.#question(question, at, partTitle, (record) => entry(get(record), name));
      if (hasComment(question)) columns.push(this.#comment(at, partTitle, (record) => entry(get(record), `${name}-Comment`)));
      return columns;
    });
  }

  #entries(questions: readonly ElementJson[], key: string, title: string, get: Get): Column[] {
    const longest = this.#records.reduce((most, record) => Math.max(most, listOf(get(record)).length), 0);
    const columns = Array.from({ length: Math.min(longest, MAX_ENTRIES) }, (_, i) =>
      this.#parts(questions, `${key}[${String(i)}]`, `${title} ${String(i + 1)}`, (record) => listOf(get(record))[i])).flat();
    if (longest > MAX_ENTRIES || questions.length === 0) {
      columns.push({ key: `${key}[…]`, title: `${title} …`, cell: (record) => toCell(listOf(get(record)).slice(questions.length === 0 ? 0 : MAX_ENTRIES)) });
    }
    return columns;
  }

  #several(question: ElementJson, key: string, title: string, get: Get): Column[] {
    const choices = choicesOf(question, this.#definition);
    const wrapper = plain(question.valuePropertyName);
    const values = (record: AnswerRecord) => listOf(get(record)).map((each) => (wrapper ? entry(each, wrapper) : each));
    if (!choices) return [{ key, title, cell: (record) => toCell(values(record)) }];
    const columns = choices.map((choice): Column => ({
      key: `${key}.${plain(choice.value)}`,
      title: this.#join(title, this.#choiceTitle(choice)),
      cell: (record) => {
        // No answer at all (not shown, not reached) is not the same as a choice left unticked.
        if (!Array.isArray(get(record))) return null;
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
      cell: (record) => listOf(get(record)).findIndex((value) => sameCode(value, choice.value)) + 1 || null,
    }));
    return [...columns, ...this.#strays(choices, key, title, (record) => listOf(get(record)))];
  }

  /** Values that are no choice of this version: written in place of "other", or of an older version. */
  #strays(choices: readonly DefinedChoice[], key: string, title: string, values: (record: AnswerRecord) => readonly unknown[]): Column[] {
    const strays = (record: AnswerRecord) => values(record).filter((value) => !choices.some((choice) => sameCode(value, choice.value)));
    if (!this.#records.some((record) => strays(record).length > 0)) return [];
    return [{ key: `${key}.*`, title: this.#join(title, word('others', this.#lang)), cell: (record) => toCell(strays(record)) }];
  }

  #matrix(question: ElementJson, key: string, title: string, get: Get): Column[] {
    const columns = itemsOf(question.columns);
    return itemsOf(question.rows).map((row) => {
      const value = plain(row.value);
      const several = question.cellType === 'checkbox';
      const one = (answer: unknown) => this.#label(columns, answer);
      return {
        key: `${key}.${value}`,
        title: this.#join(title, row.text(this.#lang)),
        cell: (record) => {
          const answer = entry(get(record), value);
          return several && Array.isArray(answer) ? answer.map((each) => plain(one(each))).join(', ') : one(answer);
        },
      };
    });
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
        if (isFile) return fileNames(answer);
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

  #comment(key: string, title: string, get: Get): Column {
    return { key: `${key}-Comment`, title: this.#join(title, word('comment', this.#lang)), cell: (record) => toCell(get(record)) };
  }

  #title(question: ElementJson): string {
    return plainText(titleOf(question, this.#lang));
  }

  #choiceTitle(choice: DefinedChoice): string {
    return plainText(choice.text(this.#lang));
  }

  #join(title: string, part: string): string {
    return `${title} – ${plainText(part)}`;
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

/** '5' answers the choice 5: forms give texts. */
function sameCode(answer: unknown, value: unknown): boolean {
  return answer === value || (plain(answer) !== '' && plain(answer) === plain(value));
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

function day(value: unknown): Cell {
  const date = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  return date && !Number.isNaN(date.getTime()) ? date : toCell(value);
}

function moment(value: string | null | undefined): Cell {
  const date = new Date(value ?? NaN);
  return Number.isNaN(date.getTime()) ? (value ?? null) : date;
}
