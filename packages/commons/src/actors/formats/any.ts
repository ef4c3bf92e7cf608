/** A file that somebody drops: found out what it is, and read as such. A table that follows no standard asks for a mapping. */
import type { ActorData } from '../model.ts';
import type { Problem } from '../read.ts';
import { isActorsTable, readActorsTable } from './actors-csv.ts';
import { readCsv } from './csv.ts';
import type { CsvTable } from './csv.ts';
import { readGeojson } from './geojson.ts';
import { formatText } from './messages.ts';
import { isRecordLists, readRecords } from './records.ts';
import { migrateRows } from './standard-v0.ts';
import type { Loss } from './standard-v0.ts';
import { readRows, standardJsonRows, standardTableRows } from './standard-v1.ts';
import type { RowsResult, StandardReadOptions } from './standard-v1.ts';
import { isOldVersion } from './standard-version.ts';

export type FileFormat = 'records' | 'actors' | 'geojson' | 'standard-1.0.2' | 'standard-0.1';

export type FileRead =
  | { readonly format: FileFormat; readonly data: ActorData; readonly problems: readonly Problem[]; readonly losses: readonly Loss[] }
  /** Columns of somebody's own: see `free-csv.ts`. */
  | { readonly format: 'free'; readonly table: CsvTable }
  | { readonly error: readonly Problem[] };

export function readActorFile(text: string, options: StandardReadOptions): FileRead {
  const start = text.replace(/^\ufeff/, '').trimStart().charAt(0);
  return start === '{' || start === '[' ? readJson(text, options) : readTable(text, options);
}

function readTable(text: string, options: StandardReadOptions): FileRead {
  const read = readCsv(text, options);
  if ('error' in read) return read;
  const { table } = read;
  if (isActorsTable(table.headers)) return { format: 'actors', losses: [], ...readActorsTable(table, options) };
  const standard = standardTableRows(table, options);
  // A name alone makes no standard file: its other columns must be the standard's too.
  const telling = ['pivot', 'code_postal', 'date_maj', 'services', 'code_insee'].filter((column) => table.headers.some((header) => header.toLowerCase() === column));
  if ('rows' in standard && (telling.length >= 2 || isOldVersion(standard.rows))) return readPlaces(standard, options);
  return { format: 'free', table };
}

function readJson(text: string, options: StandardReadOptions): FileRead {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    // Most engines say where; their words are for developers, the place is for all.
    const said = /line (\d+)/.exec(String(error))?.[1];
    const line = said === undefined ? undefined : Number(said);
    return { error: [{ path: '', text: formatText('notJson', options.locale), ...(line !== undefined && { line }) }] };
  }
  if (isObject(json) && (json['type'] === 'FeatureCollection' || json['type'] === 'Feature')) {
    const read = readGeojson(json, options);
    return 'error' in read ? read : { format: 'geojson', data: { actors: read.actors, places: read.places, links: [] }, problems: read.problems, losses: read.losses };
  }
  if (isRecordLists(json)) return { format: 'records', ...readRecords(json, options), losses: [] };
  return readPlaces(standardJsonRows(json, options), options);
}

function readPlaces(rows: RowsResult, options: StandardReadOptions): FileRead {
  if ('error' in rows) return rows;
  const old = isOldVersion(rows.rows);
  const read = old ? migrateRows(rows, options) : { losses: [], ...readRows(rows.rows, rows.problems, options) };
  if ('error' in read) return read;
  const { places, actors, problems, losses } = read;
  return { format: old ? 'standard-0.1' : 'standard-1.0.2', data: { actors, places, links: [] }, problems, losses };
}

/** UTF-8 as the standard wants it; UTF-16 and windows-1252 as spreadsheets save it. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
