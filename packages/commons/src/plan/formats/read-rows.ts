/** A table that somebody filled in becomes actions: headings more or less right, and nothing that was typed is lost. */
import type { RecordId } from '../../record/id.ts';
import { PRIORITIES, STATUSES } from '../codes.ts';
import { newAction, newPlan, patched } from '../edits.ts';
import type { Action, Funder } from '../model.ts';
import type { Axis, Plan } from '../plan-model.ts';
import { type CellValue, columnName, readAmount, readDay, readOneOf, splitList, textOf } from './cells.ts';
import { COLUMN_LABELS, COLUMNS, type Column, columnsIn, findColumns } from './columns.ts';
import { type FormatKey, formatText } from './messages.ts';

export interface ReadOptions {
  readonly newId: () => RecordId;
  readonly locale?: string | undefined;
  /** How somebody said that the table is to be read, instead of what its headings say. */
  readonly as?: Pick<TableSource, 'heading' | 'columns'> | undefined;
}

/** The table that a plan was read from, so that somebody can look at it and have it read otherwise. */
export interface TableSource {
  readonly table: readonly (readonly CellValue[])[];
  /** The row of headings, from 0. */
  readonly heading: number;
  readonly headings: readonly string[];
  readonly columns: readonly (Column | undefined)[];
  /** Columns whose heading is not written as it should be. */
  readonly guessed: ReadonlySet<number>;
}

/** `notes`: what to look at again, each with its cell. */
export type Imported = { readonly plan: Plan; readonly notes: readonly string[]; readonly source?: TableSource } | { readonly problem: string; readonly source?: TableSource };

type Say = (key: FormatKey, at: string, value?: string, as?: string) => void;

const MOST_ROWS = 5000;
const MOST_NOTES = 50;
const cut = (text: string, most: number): string => text.slice(0, most);

const filled = (row: readonly CellValue[]): number => row.filter((cell) => textOf(cell) !== '').length;

/** The row of headings: the first one that has a title, and more than one heading that is known; else the first one of several cells. */
function sourceOf(table: readonly (readonly CellValue[])[]): TableSource | undefined {
  const top = table.slice(0, 15);
  const named = (find: (headings: readonly string[]) => readonly (Column | undefined)[]): number => top.findIndex((row) => {
    const found = find(row.map(textOf));
    return found.includes('title') && (found.filter(Boolean).length > 1 || filled(row) === 1);
  });
  const exact = named(columnsIn);
  const near = exact >= 0 ? exact : named((headings) => findColumns(headings).columns);
  const heading = near >= 0 ? near : top.findIndex((row) => filled(row) > 1);
  const headings = table[heading]?.map(textOf);
  return headings && { table, heading, headings, ...findColumns(headings) };
}

class Cells {
  readonly #row: readonly CellValue[];
  readonly #at: ReadonlyMap<Column, number>;
  readonly #line: number;
  readonly #say: Say;
  /** What could not be put where it belongs. */
  readonly rest: string[] = [];

  constructor(row: readonly CellValue[], at: ReadonlyMap<Column, number>, line: number, say: Say) {
    this.#row = row;
    this.#at = at;
    this.#line = line;
    this.#say = say;
  }

  cell(column: Column): CellValue {
    const at = this.#at.get(column);
    return at === undefined ? undefined : this.#row[at];
  }

  address(column: Column): string {
    return `${columnName(this.#at.get(column) ?? 0)}${String(this.#line)}`;
  }

  text(column: Column, most = 10_000): string {
    const text = textOf(this.cell(column));
    if (text.length > most) this.rest.push(text.slice(most));
    return cut(text, most);
  }

  list(column: Column): string[] {
    return splitList(textOf(this.cell(column))).slice(0, 200).map((each) => cut(each, 500));
  }

  /** `undefined` when there is nothing or nothing that can be used; then its text goes to the rest. */
  use<Value>(column: Column, read: (cell: CellValue) => Value | undefined | null, trouble: FormatKey): Value | undefined {
    const cell = this.cell(column);
    const value = read(cell);
    if (value === null) {
      this.#say(trouble, this.address(column), textOf(cell));
      this.rest.push(textOf(cell));
    }
    return value ?? undefined;
  }

  oneOf<Value extends string>(column: Column, values: readonly Value[], trouble: FormatKey): Value | undefined {
    return this.use(column, (cell) => (textOf(cell) === '' ? undefined : readOneOf(values, textOf(cell)) ?? null), trouble);
  }
}

function fundersIn(cells: Cells): Funder[] {
  return ([['funder1', 'amount1'], ['funder2', 'amount2'], ['funder3', 'amount3']] as const).flatMap(([who, much]) => {
    const name = cells.text(who, 500);
    const amount = cells.use(much, readAmount, 'badAmount');
    return name === '' && amount === undefined ? [] : [patched<Funder>({ name }, { amount })];
  });
}

const stepsIn = (text: string): Action['steps'] => text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean).slice(0, 200).map((line) => {
  const [, mark = ' ', rest = line] = /^\[([ xX])\]\s*(.*)$/.exec(line) ?? [];
  return { text: cut(rest, 1000), done: mark !== ' ' };
});

function actionIn(cells: Cells, { newId, locale }: ReadOptions, axis: string | undefined, say: Say): Action {
  const title = cells.text('subtitle', 500) || cells.text('title', 500);
  if (title === '') say('noTitle', cells.address('title'));
  const planned = cells.use('planned', readAmount, 'badAmount');
  const action = newAction({
    id: newId(), title: title || formatText('untitled', locale),
    description: cells.text('description', 20_000), goals: cells.text('goals'), context: cells.text('context'), resources: cells.text('resources'), financing: cells.text('financing'), participation: cells.text('participation', 500),
    bodies: cells.list('bodies'), pilots: cells.list('pilots'), partners: cells.list('partners'), services: cells.list('services'), contacts: cells.list('contacts'), elected: cells.list('elected'), publics: cells.list('publics'), needs: cells.list('needs'),
    indicators: cells.list('indicators').slice(0, 100).map((name) => ({ name, unit: '', source: '', values: [] })),
    budget: planned === undefined ? [] : [{ unit: 'HT', planned }],
    funders: fundersIn(cells),
    status: cells.oneOf('status', STATUSES, 'badStatus') ?? 'A discuter',
    steps: stepsIn(textOf(cells.cell('steps'))),
  });
  const whole = patched(action, { axis, priority: cells.oneOf('priority', PRIORITIES, 'badPriority'), start: cells.use('start', readDay, 'badDate'), end: cells.use('end', readDay, 'badDate') });
  const own = cells.text('notes');
  return { ...whole, notes: cut([own, ...cells.rest].filter(Boolean).join('\n'), 10_000) };
}

/** The axis of a path of names, made when it is new. */
function axisFor(path: readonly string[], axes: Axis[]): string | undefined {
  return path.reduce<string | undefined>((parent, name) => {
    const found = axes.find((axis) => axis.name === name && axis.parent === parent);
    if (found) return found.id;
    const axis = patched<Axis>({ id: `axe-${String(axes.length + 1)}`, name }, { parent });
    axes.push(axis);
    return axis.id;
  }, undefined);
}

/** Rows of cells, as a workbook or a CSV file gives them. Never throws. */
export function planFromRows(table: readonly (readonly CellValue[])[], options: ReadOptions): Imported {
  const { locale } = options;
  const found = sourceOf(table);
  const { heading, headings, columns: keys } = { ...found, ...options.as, headings: options.as ? table[options.as.heading]?.map(textOf) : found?.headings };
  if (!found || heading === undefined || !headings || !keys?.includes('title')) return { problem: formatText('noHeader', locale), ...(found && { source: found }) };
  const source: TableSource = { table, heading, headings, columns: keys, guessed: options.as ? new Set() : found.guessed };
  const notes: string[] = [];
  const say: Say = (key, at, value = '', as = '') => { if (notes.length < MOST_NOTES) notes.push(formatText(key, locale, { at, value: cut(value, 60), as })); };
  const at = new Map(keys.flatMap((key, index) => (key === undefined ? [] : [[key, index] as const])));
  const strangers = keys.flatMap((key, index) => (key === undefined && headings[index] ? [[headings[index], index] as const] : []));
  if (headings.some((each) => /TTC/.test(each))) say('taxIncluded', '');
  for (const [name, index] of strangers) if (table.slice(heading + 1).some((row) => textOf(row[index]) !== '')) say('unknownColumn', '', name);
  // In the national template, the third row explains the columns.
  const first = heading === 1 && headings[0] === COLUMNS[0][1] ? 3 : heading + 1;
  const axes: Axis[] = [];
  const actions: Action[] = [];
  const byTitle = new Map<string, Action>();
  table.slice(first, first + MOST_ROWS).forEach((row, index) => {
    if (row.every((cell) => textOf(cell) === '')) return;
    const cells = new Cells(row, at, first + index + 1, say);
    for (const [name, column] of strangers) if (textOf(row[column]) !== '') cells.rest.push(`${name}\u00a0: ${textOf(row[column])}`);
    const path = (['axis1', 'axis2', 'axis3'] as const).map((key) => cells.text(key, 500)).filter(Boolean);
    const axis = axisFor(path, axes);
    const subtitle = cells.text('subtitle', 500);
    const key = `${axis ?? ''} ${cells.text('title', 500)}`;
    const parent = subtitle === '' ? undefined : byTitle.get(key) ?? (cells.text('title', 500) === '' ? actions.findLast((each) => each.parent === undefined) : undefined);
    // A part whose action has no row of its own: it gets one.
    const made = subtitle !== '' && !parent && cells.text('title', 500) !== '' ? patched(newAction({ id: options.newId(), title: cells.text('title', 500) }), { axis }) : undefined;
    if (made) {
      actions.push(made);
      byTitle.set(key, made);
    }
    const head = parent ?? made;
    const action = head ? patched(actionIn(cells, options, undefined, say), { parent: head.id }) : actionIn(cells, options, axis, say);
    actions.push(action);
    if (!head) byTitle.set(key, action);
  });
  for (const index of source.guessed) say('guessedColumn', '', headings[index], COLUMN_LABELS.get(keys[index] ?? 'notes'));
  return { plan: newPlan(options.newId(), { axes, actions }), notes, source };
}
