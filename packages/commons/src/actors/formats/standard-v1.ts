/**
 * The national standard « lieux de médiation numérique » 1.0.2, CSV and JSON: read with tolerance, written to the letter.
 * Nothing that a file says is lost: columns that we do not know, and values that the standard refuses, are kept beside.
 */
import Papa from 'papaparse';
import { plainName } from '../../territory/search.ts';
import type { Place } from '../model.ts';
import type { Problem, ReadOptions } from '../read.ts';
import { STANDARD_COLUMNS } from '../standard-values.ts';
import type { StandardColumn } from '../standard-values.ts';
import { capped } from './capped.ts';
import { readCsv, writeCell } from './csv.ts';
import { formatText } from './messages.ts';
import { asideColumn, placeOfRow, placeRecord, rowOfPlace } from './standard-row.ts';
import type { RowOptions } from './standard-row.ts';

export interface StandardReadOptions extends ReadOptions {
  /** An identifier (`urn:uuid:…`) for a place whose own is no UUID: this package draws nothing at random. */
  readonly newId: () => string;
}

export type PlacesResult = { readonly places: readonly Place[]; readonly problems: readonly Problem[] } | { readonly error: readonly Problem[] };

/** One place's cells by name, and where it stands. */
export interface StandardRow {
  readonly cells: ReadonlyMap<string, unknown>;
  readonly at: (column: string) => Pick<Problem, 'path' | 'line'>;
}

/** What only version 0.1 has. */
const OLD_COLUMNS: readonly string[] = ['publics_accueillis', 'conditions_acces', 'conditions_access', 'labels_nationaux', 'labels_autres'];

export const isOldVersion = (columns: Iterable<string>): boolean => Array.from(columns).some((column) => OLD_COLUMNS.includes(column));

export function readStandardCsv(text: string, options: StandardReadOptions): PlacesResult {
  const rows = standardCsvRows(text, options);
  return 'error' in rows ? rows : readRows(rows.rows, rows.problems, options);
}

/** `json`: a list of places, or an object that holds one (`lieux`, `data`, `results`). */
export function readStandardJson(json: unknown, options: StandardReadOptions): PlacesResult {
  const rows = standardJsonRows(json, options);
  return 'error' in rows ? rows : readRows(rows.rows, [], options);
}

type RowsResult = { readonly rows: readonly StandardRow[]; readonly problems: readonly Problem[] } | { readonly error: readonly Problem[] };

export function standardCsvRows(text: string, options: ReadOptions): RowsResult {
  const read = readCsv(text, options);
  if ('error' in read) return read;
  const { headers, rows, problems } = read.table;
  const names = columnNames(headers);
  if (!names.includes('nom')) return { error: [{ path: 'nom', line: 1, text: formatText('noNameColumn', options.locale) }] };
  return {
    problems,
    rows: rows.map(({ line, cells }) => ({
      cells: new Map(names.map((name, index) => [name, cells[index] ?? ''])),
      at: (column) => ({ line, path: column }),
    })),
  };
}

/** `Code postal` and `CODE_POSTAL` are `code_postal`; a name that is already there, or that is not the standard's, stays as it is. */
function columnNames(headers: readonly string[]): string[] {
  const known = new Set<string>([...STANDARD_COLUMNS, ...OLD_COLUMNS]);
  const taken = new Set(headers);
  return headers.map((header) => {
    const plain = plainName(header).replaceAll(' ', '_');
    if (known.has(header) || !known.has(plain) || taken.has(plain)) return header;
    taken.add(plain);
    return plain;
  });
}

export function standardJsonRows(json: unknown, { locale }: ReadOptions): RowsResult {
  const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
  const body = isObject(json) ? json : {};
  const list: unknown = [json, body['lieux'], body['data'], body['results']].find((item) => Array.isArray(item));
  if (!Array.isArray(list)) return { error: [{ path: '', text: formatText('notAList', locale) }] };
  return {
    problems: [],
    rows: list.map((item: unknown, index) => ({
      cells: new Map(Object.entries(isObject(item) ? item : {})),
      at: (column) => ({ path: `[${String(index)}]${column === '' ? '' : `.${column}`}` }),
    })),
  };
}

export function readRows(rows: readonly StandardRow[], before: readonly Problem[], { locale, newId }: StandardReadOptions): PlacesResult {
  const [first] = rows;
  if (first && isOldVersion(first.cells.keys())) return { error: [{ path: '', text: formatText('oldVersion', locale) }] };
  const problems: Problem[] = [...before];
  const places: Place[] = [];
  const ids = new Set<string>();
  for (const { cells, at } of rows) {
    const { place, refused } = placeOfRow(cells);
    for (const { column, value } of refused) {
      problems.push({ ...at(column), text: formatText('refused', locale, { value, column, kept: asideColumn(column) }) });
    }
    if (!place) {
      problems.push({ ...at('nom'), text: formatText('noName', locale) });
      continue;
    }
    const own = place.localId ?? place.recordId;
    const twice = own !== undefined && ids.has(own);
    if (own !== undefined) ids.add(own);
    if (twice) problems.push({ ...at('id'), text: formatText('twice', locale, { value: own }) });
    places.push(placeRecord(place, twice ? newId() : (place.recordId ?? newId())));
  }
  return { places, problems: capped(problems, locale) };
}

export interface StandardWriteOptions extends ReadOptions, RowOptions {}

/** UTF-8, comma, quotes around every cell, the 32 columns in their order, then what else the places hold. */
export function writeStandardCsv(places: readonly Place[], options: StandardWriteOptions = {}): { readonly text: string; readonly problems: readonly Problem[] } {
  const rows = places.map((place) => rowOfPlace(place, options));
  const others = [...new Set(rows.flatMap(({ extra }) => [...extra.keys()]))];
  const data = rows.map(({ standard, extra }) => [
    ...STANDARD_COLUMNS.map((column) => (EXACT.has(column) ? (standard.get(column) ?? '') : writeCell(standard.get(column) ?? ''))),
    ...others.map((name) => writeCell(textOf(extra.get(name)))),
  ]);
  const text = Papa.unparse({ fields: [...STANDARD_COLUMNS, ...others.map(writeCell)], data }, { quotes: true, newline: '\r\n' });
  return { text: `${text}\r\n`, problems: told(places, rows, (line) => ({ line: line + 2 }), options) };
}

/** Numbers and telephones begin with + or - by right, and hold nothing that a spreadsheet would run. */
const EXACT: ReadonlySet<StandardColumn> = new Set<StandardColumn>(['latitude', 'longitude', 'telephone']);

const textOf = (value: unknown): string => (value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value));

/** The JSON form: what is absent is left out, lists are texts with `|`, coordinates are numbers. */
export function writeStandardJson(
  places: readonly Place[],
  options: StandardWriteOptions = {},
): { readonly lieux: readonly Readonly<Record<string, unknown>>[]; readonly problems: readonly Problem[] } {
  const rows = places.map((place) => rowOfPlace(place, options));
  const lieux = rows.map(({ standard, extra }) =>
    Object.fromEntries([
      ...Array.from(standard, ([column, text]): [string, unknown] => [column, column === 'latitude' || column === 'longitude' ? Number(text) : text]),
      ...extra,
    ]));
  return { lieux, problems: told(places, rows, () => ({}), options) };
}

function told(
  places: readonly Place[],
  rows: readonly ReturnType<typeof rowOfPlace>[],
  at: (index: number) => Pick<Problem, 'line'>,
  { locale }: ReadOptions,
): Problem[] {
  const problems = rows.flatMap(({ missing, refused }, index): Problem[] => [
    ...missing.map((column) => ({ ...at(index), path: column, text: formatText('missing', locale, { column, name: places[index]?.nom ?? '' }) })),
    ...refused.map(({ column, value }) => ({ ...at(index), path: column, text: formatText('refused', locale, { value, column, kept: asideColumn(column) }) })),
  ]);
  return capped(problems, locale);
}

/** `2026-11-23_assembleurs_lieux-de-mediation-numerique_metropole-europeenne-de-lille.csv`, as the standard's guide asks. */
export function standardFileName({ day, producer, territory }: { readonly day: string; readonly producer: string; readonly territory: string }): string {
  const plain = (text: string): string => plainName(text).replaceAll(' ', '-');
  return `${day}_${plain(producer)}_lieux-de-mediation-numerique_${plain(territory)}.csv`;
}
