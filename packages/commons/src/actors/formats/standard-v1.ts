/**
 * The national standard « lieux de médiation numérique » 1.0.2, CSV and JSON: read with tolerance, written to the letter.
 * Nothing that a file says is lost: columns that we do not know, and values that the standard refuses, are kept beside.
 */
import Papa from 'papaparse';
import { plainName } from '../../territory/search.ts';
import type { Actor, Place } from '../model.ts';
import type { Problem, ReadOptions } from '../read.ts';
import { STANDARD_COLUMNS } from '../standard-values.ts';
import type { StandardColumn } from '../standard-values.ts';
import { capped } from './capped.ts';
import { readCsv, writeCell } from './csv.ts';
import type { CsvTable } from './csv.ts';
import { formatText } from './messages.ts';
import { asideColumn, pivotRemarks, placeOfRow, placeRecord, rowOfPlace } from './standard-row.ts';
import type { RowOptions } from './standard-row.ts';
import { OLD_COLUMNS, isOldVersion } from './standard-version.ts';

export interface StandardReadOptions extends ReadOptions {
  /** An identifier (`urn:uuid:…`) for a place whose own is no UUID: this package draws nothing at random. */
  readonly newId: () => string;
}

export type PlacesResult =
  /** `actors`: those that hold places, where the file carries our columns. */
  | { readonly places: readonly Place[]; readonly actors: readonly Actor[]; readonly problems: readonly Problem[] }
  | { readonly error: readonly Problem[] };

/** One place's cells by name, and where it stands. */
export interface StandardRow {
  readonly cells: ReadonlyMap<string, unknown>;
  readonly at: (column: string) => Pick<Problem, 'path' | 'line'>;
}

export function readStandardCsv(text: string, options: StandardReadOptions): PlacesResult {
  const rows = standardCsvRows(text, options);
  return 'error' in rows ? rows : readRows(rows.rows, rows.problems, options);
}

/** `json`: a list of places, or an object that holds one (`lieux`, `data`, `results`). */
export function readStandardJson(json: unknown, options: StandardReadOptions): PlacesResult {
  const rows = standardJsonRows(json, options);
  return 'error' in rows ? rows : readRows(rows.rows, [], options);
}

export type RowsResult = { readonly rows: readonly StandardRow[]; readonly problems: readonly Problem[] } | { readonly error: readonly Problem[] };

export function standardCsvRows(text: string, options: ReadOptions): RowsResult {
  const read = readCsv(text, options);
  return 'error' in read ? read : standardTableRows(read.table, options);
}

export function standardTableRows({ headers, rows, problems }: CsvTable, options: ReadOptions): RowsResult {
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
  const body = isObject(json) ? json : {};
  const list: unknown = [json, body['lieux'], body['data'], body['results']].find((item) => Array.isArray(item));
  if (!Array.isArray(list)) return { error: [{ path: '', text: formatText('notAList', locale) }] };
  return {
    problems: [],
    rows: list.map((item: unknown, index) => {
      const { cells, paths } = flat(isObject(item) ? item : {});
      return { cells, at: (column) => ({ path: `[${String(index)}]${column === '' ? '' : `.${paths.get(column) ?? column}`}` }) };
    }),
  };
}

/** The national library's own shape (`LieuMediationNumerique`): some columns stand in objects, one under another name. */
const NESTED: Readonly<Record<string, Readonly<Record<string, StandardColumn>>>> = {
  adresse: { voie: 'adresse', complement_adresse: 'complement_adresse', code_postal: 'code_postal', code_insee: 'code_insee', commune: 'commune' },
  localisation: { latitude: 'latitude', longitude: 'longitude' },
  contact: { telephone: 'telephone', courriels: 'courriels', site_web: 'site_web' },
  presentation: { resume: 'presentation_resume', detail: 'presentation_detail' },
};

/** Cells by the name of their column, and where those that stood deeper were. */
function flat(item: Readonly<Record<string, unknown>>): { readonly cells: ReadonlyMap<string, unknown>; readonly paths: ReadonlyMap<string, string> } {
  const cells = new Map<string, unknown>();
  const paths = new Map<string, string>();
  for (const [name, value] of Object.entries(item)) {
    const columns = Object.hasOwn(NESTED, name) ? NESTED[name] : undefined;
    if (columns && isObject(value)) {
      for (const [inside, deeper] of Object.entries(value)) {
        const path = `${name}.${inside}`;
        const column = (Object.hasOwn(columns, inside) ? columns[inside] : undefined) ?? path;
        if (column !== name && Object.hasOwn(item, column)) continue; // said outside as well
        cells.set(column, deeper);
        paths.set(column, path);
      }
    } else if (name === 'typologies' && !Object.hasOwn(item, 'typologie')) cells.set('typologie', value);
    else cells.set(name, value);
  }
  return { cells, paths };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

export function readRows(rows: readonly StandardRow[], before: readonly Problem[], { locale, newId }: StandardReadOptions): PlacesResult {
  if (isOldVersion(rows)) return { error: [{ path: '', text: formatText('oldVersion', locale) }] };
  const problems: Problem[] = [...before];
  const places: Place[] = [];
  const actors = new Map<string, Actor>();
  const ids = new Set<string>();
  const records = new Set<string>();
  for (const { cells, at } of rows) {
    const { place, holder, refused } = placeOfRow(cells);
    for (const { column, value } of refused) {
      problems.push({ ...at(column), text: formatText('refused', locale, { value, column, kept: asideColumn(column) }) });
    }
    if (!place) {
      problems.push({ ...at('nom'), text: formatText('noName', locale) });
      continue;
    }
    const own = place.localId ?? place.recordId;
    if (own !== undefined && ids.has(own)) problems.push({ ...at('id'), text: formatText('twice', locale, { value: own }) });
    if (holder) actors.set(holder.id, holder);
    if (own !== undefined) ids.add(own);
    const record = placeRecord(place, place.recordId === undefined || records.has(place.recordId) ? newId() : place.recordId);
    records.add(record.id);
    for (const { text } of pivotRemarks(record, { locale })) problems.push({ ...at('pivot'), text });
    places.push(record);
  }
  return { places, actors: [...actors.values()], problems: capped(problems, locale) };
}

export interface StandardWriteOptions extends ReadOptions, Omit<RowOptions, 'holders'> {
  /** With `withRecords`: the actors, of whom those that hold a place come along by name, kind and commune. */
  readonly actors?: readonly Actor[] | undefined;
}

const rowsOf = (places: readonly Place[], { actors = [], ...options }: StandardWriteOptions): ReturnType<typeof rowOfPlace>[] => {
  const holders = new Map(actors.map((actor) => [actor.id, actor]));
  return places.map((place) => rowOfPlace(place, { ...options, holders }));
};

/** UTF-8, comma, quotes around every cell, the 32 columns in their order, then what else the places hold. */
export function writeStandardCsv(places: readonly Place[], options: StandardWriteOptions = {}): { readonly text: string; readonly problems: readonly Problem[] } {
  const rows = rowsOf(places, options);
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
  const rows = rowsOf(places, options);
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
