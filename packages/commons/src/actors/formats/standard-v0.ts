/**
 * From version 0.1 of the national standard (15 services, `conditions_acces`, `labels_nationaux`…) to version 1.0.2.
 * Whatever loses a nuance is named, and its old text stays with the place, in a column that ends in `_v0`.
 */
import type { Problem, ReadOptions } from '../read.ts';
import { formatText } from './messages.ts';
import { canonical } from './standard-cell.ts';
import type { ListColumn } from './standard-cell.ts';
import { STANDARD_COLUMNS, STANDARD_LISTS } from '../standard-values.ts';
import type { StandardList } from '../standard-values.ts';
import { MISSPELT, RENAMED, isOldList, successorOf } from './standard-v0-values.ts';
import type { OldListColumn } from './standard-v0-values.ts';
import { readRows, standardCsvRows, standardJsonRows } from './standard-v1.ts';
import type { PlacesResult, RowsResult, StandardReadOptions, StandardRow } from './standard-v1.ts';

/** One old value that version 1 does not say as well, with the places that held it. */
export interface Loss {
  /** Of version 0.1. */
  readonly column: string;
  readonly value: string;
  /** What stands instead; absent: nothing does. */
  readonly becomes?: string;
  readonly count: number;
  /** Where it was first. */
  readonly at: Pick<Problem, 'path' | 'line'>;
  /** The sentence to show. */
  readonly text: string;
}

export type MigrationResult = Extract<PlacesResult, { readonly error: unknown }> | (Extract<PlacesResult, { readonly places: unknown }> & { readonly losses: readonly Loss[] });

/** The column in which an old text stays. */
export const oldColumn = (column: string): string => `${column}_v0`;

export const migrateStandardCsv = (text: string, options: StandardReadOptions): MigrationResult => migrateRows(standardCsvRows(text, options), options);
export const migrateStandardJson = (json: unknown, options: StandardReadOptions): MigrationResult => migrateRows(standardJsonRows(json, options), options);

export function migrateRows(read: RowsResult, options: StandardReadOptions): MigrationResult {
  if ('error' in read) return read;
  const losses = new Map<string, Omit<Loss, 'text'>>();
  const lose = (row: StandardRow, column: string, value: string, becomes: string | undefined): void => {
    const key = `${column}\n${value}`;
    const known = losses.get(key);
    losses.set(key, known ? { ...known, count: known.count + 1 } : { column, value, ...(becomes !== undefined && { becomes }), count: 1, at: row.at(column) });
  };
  const rows = read.rows.map((row) => ({ ...row, cells: migrateRow(row, (...loss) => { lose(row, ...loss); }) }));
  const result = readRows(rows, read.problems, options);
  if ('error' in result) return result;
  return { ...result, losses: [...losses.values()].map((loss) => ({ ...loss, text: lossText(loss, options) })) };
}

type Lose = (column: string, value: string, becomes: string | undefined) => void;

function migrateRow({ cells }: StandardRow, lose: Lose): ReadonlyMap<string, unknown> {
  const row = new Map<string, unknown>();
  /** Several old columns may feed a new one. */
  const add = (column: string, value: string): void => {
    const before = row.get(column);
    if (typeof before !== 'string' || before === '') row.set(column, value);
    else if (!before.split('|').includes(value)) row.set(column, `${before}|${value}`);
  };
  for (const [name, given] of cells) {
    const column = MISSPELT.get(name) ?? name;
    const value = isText(given) ? given : Array.isArray(given) && given.every(isText) && isKnown(column) ? given.join('|') : given;
    if (!isText(value)) row.set(RENAMED.get(column) ?? column, value);
    else if (isOldList(column)) migrateList(column, value, add, lose);
    else if (column === 'labels_autres') items(value).forEach((label) => { add('autres_formations_labels', label); });
    else if (value !== '') add(RENAMED.get(column) ?? column, value);
  }
  return row;
}

const isText = (value: unknown): value is string => typeof value === 'string';
/** JSON files hold lists where CSV holds texts; a list in a column that nobody knows stays one. */
const isKnown = (column: string): boolean => isOldList(column) || RENAMED.has(column) || (STANDARD_COLUMNS as readonly string[]).includes(column);

const items = (text: string): string[] => text.split(/[|;]/).map((item) => item.trim()).filter((item) => item !== '');

function migrateList(column: OldListColumn, text: string, add: (column: string, value: string) => void, lose: Lose): void {
  let whole = true;
  for (const item of knownItems(column, text)) {
    const successor = successorOf(column, item);
    const current = successor ? undefined : currentValue(column, item);
    if (successor?.column !== undefined && successor.value !== undefined) add(successor.column, successor.value);
    // Files are half converted: a word of version 1 under a name of version 0.1 is at home there.
    if (current) add(current.column, current.value);
    if (successor?.exact === true || current) continue;
    whole = false;
    lose(column, item, successor?.value);
  }
  if (!whole) add(oldColumn(column), text);
}

/** Separated by `;`, and by `, ` in what the first national API gave; some values hold a comma themselves. */
function knownItems(column: OldListColumn, text: string): string[] {
  return items(text).flatMap((item) => {
    const split = item.split(/,\s*/);
    const known = split.filter((part) => successorOf(column, part) !== undefined).length;
    return successorOf(column, item) === undefined && known > 1 ? split : [item];
  });
}

/** Where a list's values went in version 1, first place first. */
const HOMES: Readonly<Record<OldListColumn, readonly StandardList[]>> = {
  services: ['services'],
  publics_accueillis: ['publics_specifiquement_adresses', 'prise_en_charge_specifique'],
  conditions_acces: ['frais_a_charge'],
  labels_nationaux: ['dispositif_programmes_nationaux', 'formations_labels'],
  modalites_accompagnement: ['modalites_accompagnement'],
};

function currentValue(column: OldListColumn, item: string): { column: ListColumn; value: string } | undefined {
  for (const home of STANDARD_LISTS.filter((list) => HOMES[column].includes(list))) {
    const value = canonical(home, item);
    if (value !== undefined) return { column: home, value };
  }
  return undefined;
}

function lossText({ column, value, becomes, count }: Omit<Loss, 'text'>, { locale }: ReadOptions): string {
  const kept = oldColumn(column);
  if (becomes === undefined) return formatText('dropped', locale, { column, value, count, kept });
  return formatText('narrowed', locale, { column, value, becomes, count, kept });
}
