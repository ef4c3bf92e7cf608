/** XLSForm: a survey written in a spreadsheet (sheets `survey`, `choices`, `settings`; xlsform.org), read into a definition. */
import { readDefinition, type DefinitionError } from '../definition/read.ts';
import type { ElementJson, PageJson, SurveyDefinition } from '../definition/model.ts';
import type { DefinitionProblem } from '../session/types.ts';
import { localized } from '../definition/items.ts';
import { asElement, columnsOf, isKnownType, YES, type Question } from './xlsform-questions.ts';
import { translate, type Answer, type Context, type Time } from './xlsform-expressions.ts';
import { xlsFormText, type XlsFormMessage } from './xlsform-messages.ts';
import { languageCode, readWorkbook, type Row, type Sheet } from './xlsform-sheets.ts';

export interface XlsFormOptions {
  /** Of the messages: French, or English for any other. */
  readonly locale?: string | undefined;
}
/** `path` of a problem or error is the cell: `survey!C5`. */
export type XlsFormResult =
  | { readonly definition: SurveyDefinition; readonly problems: readonly DefinitionProblem[] }
  | { readonly error: readonly DefinitionError[] };

/**
 * Reads an .xlsx file. Each top-level group is a page, and so is each run of questions between them; a nested group is
 * a panel, a repeat a dynamic panel, a calculation a calculated value that is part of the answers. What cannot be done
 * is listed with its cell, and kept under `xlsform` in the definition. Never throws.
 */
export async function readXlsForm(file: Uint8Array | ArrayBuffer | Blob, { locale = 'fr' }: XlsFormOptions = {}): Promise<XlsFormResult> {
  const sheets = await readWorkbook(file);
  if (typeof sheets === 'string') return { error: [{ path: '', text: xlsFormText(sheets, locale) }] };
  const survey = sheets.get('survey');
  if (!survey) return { error: [{ path: '', text: xlsFormText('noSheet', locale, 'survey') }] };
  const form = new Form(survey, sheets.get('choices'), sheets.get('settings'), locale);
  for (const name of OTHER_SHEETS) if (sheets.get(name)?.rows.length) form.ignored(name);
  const definition = form.read();
  if (form.errors.length > 0) return { error: form.errors };
  const checked = readDefinition(definition, { locale });
  if ('error' in checked) return checked;
  return { definition: checked.definition, problems: form.problems };
}

const SURVEY_COLUMNS = new Set([
  'type', 'name', 'label', 'hint', 'required', 'required_message', 'relevant', 'constraint', 'constraint_message', 'default', 'appearance', 'calculation',
  'choice_filter', 'repeat_count', 'read_only', 'parameters', 'disabled', '',
]);
/** Sheets that mean something to ODK; others are the author's notes. */
const OTHER_SHEETS = ['external_choices', 'entities', 'osm'];
/** What ODK Collect notes about the device and the moment. */
const META = /^(start|end|today|deviceid|phonenumber|username|email|simserial|subscriberid|audit|start-geopoint|background-audio)$/;
const END = /^end[ _](group|repeat)$/;
const BEGIN = /^begin[ _](group|repeat)$/;

interface Block {
  readonly kind: 'root' | 'group' | 'repeat';
  readonly row: Row | undefined;
  readonly elements: ElementJson[];
  /** The repeat that this stands in, or is. */
  readonly repeat: string | undefined;
}
/** What a name of the survey sheet is. */
interface Named {
  readonly repeat: string | undefined;
  readonly several: boolean;
  readonly time: Time | undefined;
}

class Form {
  readonly errors: DefinitionError[] = [];
  readonly problems: DefinitionProblem[] = [];
  readonly #survey: Sheet;
  /** Those of the survey sheet that are not disabled. */
  readonly #rows: readonly Row[];
  readonly #settings: Sheet | undefined;
  readonly #locale: string;
  readonly #lists = new Map<string, Row[]>();
  readonly #names = new Map<string, Named>();
  /** The repeat around each repeat. */
  readonly #outer = new Map<string, string | undefined>();
  readonly #calculated: object[] = [];

  constructor(survey: Sheet, choices: Sheet | undefined, settings: Sheet | undefined, locale: string) {
    this.#survey = survey;
    this.#rows = survey.rows.filter((row) => !YES.test(row.text('disabled')));
    this.#settings = settings;
    this.#locale = locale;
    for (const row of choices?.rows ?? []) {
      const list = row.text('list_name');
      const rows = this.#lists.get(list) ?? [];
      if (rows.some((other) => other.text('name') === row.text('name'))) this.#problem('invalid', row.at('name'), row.text('name'), 'duplicateChoice');
      else rows.push(row);
      this.#lists.set(list, rows);
    }
    this.#columns(survey, SURVEY_COLUMNS);
    if (choices) this.#columns(choices, new Set([...choices.columns.map(({ key }) => key)].filter((key) => !/::|^(image|audio|video)$/.test(key))));
  }

  read(): unknown {
    for (const key of ['type', 'name']) if (!this.#survey.has(key)) this.#error(`${this.#survey.name}!A1`, 'noColumn', key);
    if (this.errors.length > 0) return undefined;
    this.#collect();
    const pages = this.#pages();
    if (pages.length === 0 && this.errors.length === 0) this.#error(`${this.#survey.name}!A1`, 'noQuestion');
    return { ...this.#header(), pages, ...(this.#calculated.length > 0 && { calculatedValues: this.#calculated }) };
  }

  /** A sheet that means something, and nothing here. */
  ignored(sheet: string): void {
    this.#problem('unsupported', sheet, sheet, 'sheet');
  }

  #header(): object {
    if (!this.#settings) return {};
    const { columns, rows: [row] } = this.#settings;
    if (!row) return {};
    for (const { key, header } of columns) {
      const known = /^(form_title|form_id|version|default_language|style|name|)$/.test(key);
      if (!known && row.text(key)) this.#problem('unsupported', row.at(key), header, 'setting');
    }
    const title = row.localized('form_title');
    const [id, version, language] = [row.text('form_id'), row.text('version'), row.text('default_language')];
    return { ...(title && { title }), ...(id && { id }), ...(version && { version }), ...(language && { locale: languageCode(language) }) };
  }

  /** Unknown columns that hold something, once each. */
  #columns(sheet: Sheet, known: ReadonlySet<string>): void {
    for (const { key, header, index } of sheet.columns) {
      if (!known.has(key) && sheet.rows.some((row) => row.text(key) !== '')) this.#problem('unsupported', sheet.address(index, 1), header, 'column');
    }
  }

  /** First pass: every name, what it is and the repeat that it stands in; groups opened and closed in order. */
  #collect(): void {
    const open: { kind: string; row: Row; repeat: string | undefined }[] = [];
    for (const row of this.#rows) {
      const type = typeOf(row);
      const end = END.exec(type)?.[1];
      if (end) {
        const last = open.pop();
        if (!last) this.#error(row.at('type'), 'unopened');
        else if (last.kind !== end) this.#error(row.at('type'), 'crossed', type);
        continue;
      }
      const name = row.text('name');
      const begin = BEGIN.exec(type)?.[1];
      const repeat = open.at(-1)?.repeat;
      if (type === '') {
        const what = name || localized(row.localized('label') ?? '', this.#locale);
        if (what) this.#problem('invalid', row.at('type'), what, 'noType');
        continue;
      }
      // Collect writes its own names for what it notes about the device.
      if (name === '' && META.test(type)) continue;
      if (name === '') this.#error(row.at('name'), 'noName');
      else if (!/^[A-Za-z_][\w.-]{0,200}$/.test(name) || name === '__proto__') this.#error(row.at('name'), 'badName', name);
      else if (this.#names.has(name)) this.#error(row.at('name'), 'duplicateName', name);
      else this.#names.set(name, { repeat, several: /^(select_multiple|rank|acknowledge)\b/.test(type), time: timeOf(type) });
      if (begin === 'repeat') this.#outer.set(name, repeat);
      if (begin) open.push({ kind: begin, row, repeat: begin === 'repeat' ? name : repeat });
    }
    for (const { row } of open) this.#error(row.at('type'), 'unclosed');
  }

  #pages(): PageJson[] {
    const pages: PageJson[] = [];
    const stack: Block[] = [{ kind: 'root', row: undefined, elements: [], repeat: undefined }];
    const flush = (block: Block) => {
      if (block.elements.length > 0) pages.push({ name: `page${String(pages.length + 1)}`, elements: block.elements.splice(0) });
    };
    for (const row of this.#rows) {
      const type = typeOf(row);
      const block = stack.at(-1);
      if (!block || type === '') continue;
      const begin = BEGIN.exec(type)?.[1];
      if (begin) {
        if (block.kind === 'root' && begin === 'group') flush(block);
        stack.push({ kind: begin === 'repeat' ? 'repeat' : 'group', row, elements: [], repeat: begin === 'repeat' ? row.text('name') : block.repeat });
      } else if (END.test(type)) {
        const parent = stack.at(-2);
        if (!parent || !block.row) continue;
        stack.pop();
        if (parent.kind === 'root' && block.kind === 'group') pages.push(this.#group(block.row, block, 'page') as unknown as PageJson);
        else parent.elements.push(block.kind === 'repeat' ? this.#repeat(block.row, block, parent.repeat) : this.#group(block.row, block, 'panel'));
      } else {
        const element = this.#element(row, type, block.repeat);
        if (element) block.elements.push(element);
      }
    }
    const root = stack[0];
    if (root) flush(root);
    return pages;
  }

  #group(row: Row, block: Block, kind: 'page' | 'panel'): ElementJson {
    const question = this.#question(row, block.repeat);
    const appearance = row.text('appearance');
    if (appearance && !/^(field-list|w\d+)$/.test(appearance)) this.#problem('unsupported', row.at('appearance'), appearance, 'appearance');
    const title = question.label('label');
    const json = { name: row.text('name'), ...(title && { title }), ...question.condition('relevant', 'visibleIf'), elements: block.elements, ...question.kept() };
    return kind === 'panel' ? { type: 'panel', ...json } : (json as unknown as ElementJson);
  }

  #repeat(row: Row, block: Block, outer: string | undefined): ElementJson {
    // Its own label and conditions are read from outside.
    const question = this.#question(row, outer);
    const title = question.label('label');
    const count = row.text('repeat_count');
    const fixed = /^\d+$/.test(count);
    const name = /^\$\{\s*([^{}\s]+)\s*\}$/.exec(count)?.[1];
    const counted = name !== undefined && outer === undefined && this.#answer(name, outer)?.repeat === undefined ? this.#answer(name, outer)?.ref : undefined;
    if (count && !fixed && counted === undefined) this.#problem('unsupported', row.at('repeat_count'), count, 'repeatCount');
    return {
      type: 'paneldynamic',
      name: row.text('name'),
      ...(title && { title }),
      ...question.condition('relevant', 'visibleIf'),
      ...(counted === undefined ? { panelCount: fixed ? Number(count) : 1 } : { bindings: { panelCount: counted } }),
      ...((fixed || counted !== undefined) && { allowAddPanel: false, allowRemovePanel: false }),
      templateElements: block.elements,
      ...question.kept(),
    };
  }

  #element(row: Row, type: string, repeat: string | undefined): ElementJson | undefined {
    const name = row.text('name');
    if (META.test(type)) {
      this.#problem('unsupported', row.at('type'), type, 'meta');
      return undefined;
    }
    const question = this.#question(row, repeat);
    if (type === 'calculate') return this.#calculation(question, name, repeat);
    if (!isKnownType(type)) this.#problem('unsupported', row.at('type'), type, 'type');
    return asElement(type, name, question);
  }

  /** Outside repeats a value of the survey; inside, a hidden question of each entry. */
  #calculation(question: Question, name: string, repeat: string | undefined): ElementJson | undefined {
    const { expression } = question.condition('calculation', 'expression');
    if (expression === undefined) {
      this.#calculated.push({ name, expression: "''", ...question.kept() });
      return undefined;
    }
    const { visibleIf } = question.condition('relevant', 'visibleIf');
    const value = visibleIf === undefined ? expression : `iif(${visibleIf}, ${expression}, '')`;
    if (repeat !== undefined) return { type: 'expression', name, visible: false, clearIfInvisible: 'none', expression: value, ...question.kept() };
    this.#calculated.push({ name, expression: value, includeIntoResult: true, ...question.kept() });
    return undefined;
  }

  /** What a row says, for whoever makes an element of it. */
  #question(row: Row, repeat: string | undefined): Question {
    const kept: Record<string, string> = {};
    const reads = columnsOf(typeOf(row));
    for (const column of row.filled) {
      if (!SURVEY_COLUMNS.has(column.key) || reads.has(column.key)) continue;
      kept[column.key] = row.text(column.key);
      this.#problem('unsupported', row.address(column), column.header, 'cell');
    }
    const context: Context = { answer: (name) => this.#answer(name, repeat), self: row.text('name'), entry: repeat !== undefined };
    const expression = (source: string, key: string, more?: Pick<Context, 'column'>): string | undefined => {
      const result = translate(source, { ...context, ...more });
      if (result.ok && /\bonce\s*\(/.test(source)) this.#problem('unsupported', row.at(key), 'once', 'once');
      if (result.ok) {
        // What a calculation gives is a date where the next formula reads it.
        const named = this.#names.get(row.text('name'));
        if (key === 'calculation' && named && result.time) this.#names.set(row.text('name'), { ...named, time: result.time });
        return result.text;
      }
      kept[key] = source;
      this.#problem(/^(function|path|dates)$/.test(result.reason) ? 'unsupported' : 'invalid', row.at(key), result.name || source, result.reason);
      return undefined;
    };
    return {
      row,
      self: this.#answer(row.text('name'), repeat)?.ref ?? row.text('name'),
      expression,
      condition: (key, property) => {
        const source = row.text(key);
        const text = source === '' ? undefined : expression(source, key);
        return text === undefined ? {} : { [property]: text };
      },
      repeatOf: (name) => this.#answer(name, repeat)?.repeat,
      label: (key, of = row) => this.#pipe(of, key, repeat),
      choices: (list) => {
        const rows = this.#lists.get(list);
        if (!rows) this.#error(row.at('type'), 'noList', list);
        return rows ?? [];
      },
      unsupported: (key, name, message) => { this.#problem('unsupported', row.at(key), name, message); },
      kept: () => (Object.keys(kept).length > 0 ? { xlsform: kept } : {}),
    };
  }

  #answer(name: string, repeat: string | undefined): Answer | undefined {
    const named = this.#names.get(name);
    if (!named) return undefined;
    const { several, time } = named;
    if (named.repeat === undefined) return { ref: name, several, time };
    if (named.repeat === repeat) return { ref: `panel.${name}`, several, time };
    if (repeat !== undefined && named.repeat === this.#outer.get(repeat)) return { ref: `parentPanel.${name}`, several, time };
    return repeat === undefined ? { ref: name, several, time, repeat: named.repeat } : undefined;
  }

  /** `${name}` in a label quotes an answer: `{name}`. */
  #pipe(row: Row, key: string, repeat: string | undefined): ReturnType<Row['localized']> {
    const text = row.localized(key);
    const lost = new Set<string>();
    const one = (source: string) => source.replace(/\$\{\s*([^{}\s]+)\s*\}/g, (whole, name: string) => {
      const answer = this.#answer(name, repeat);
      // From outside a repeat, nobody knows which entry is meant.
      if (answer && answer.repeat === undefined) return `{${answer.ref}}`;
      lost.add(name);
      return whole;
    });
    const piped = text === undefined || typeof text === 'string' ? text && one(text) : Object.fromEntries(Object.entries(text).map(([lang, each]) => [lang, one(each)]));
    for (const name of lost) this.#problem('invalid', row.at(key), name, 'quote');
    return piped;
  }

  #error(path: string, key: XlsFormMessage, name?: string): void {
    if (this.errors.length < 100) this.errors.push({ path, text: xlsFormText(key, this.#locale, name) });
  }

  #problem(kind: DefinitionProblem['kind'], path: string, name: string, key: XlsFormMessage): void {
    this.problems.push({ kind, path, name, text: xlsFormText(key, this.#locale, name) });
  }
}

function timeOf(type: string): Time | undefined {
  const lower = type.toLowerCase();
  return lower === 'date' || lower === 'today' ? 'day' : /^(datetime|start|end)$/i.test(lower) ? 'moment' : undefined;
}

function typeOf(row: Row): string {
  return row.text('type').replace(/\s+/g, ' ').replace(/^(select|add select) (one|multiple)\b( from)?/i, 'select_$2').replace(/^(begin|end)_/i, '$1 ').replace(/^(begin|end) (group|repeat)$/i, (type) => type.toLowerCase());
}
