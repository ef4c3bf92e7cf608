/**
 * Somebody's table, whatever its columns: guess what each one is, show a few lines as they would come out, let the
 * person correct, then read all of it. A column that is nothing of ours is kept beside, under its own name.
 */
import { plainName } from '../../territory/search.ts';
import type { Territory } from '../../territory/territory.ts';
import { findCommune } from '../communes.ts';
import { kindOfPlace } from '../holders.ts';
import { ACTOR_RECORD_VERSION } from '../model.ts';
import type { Actor, Place } from '../model.ts';
import { remarksOn } from '../read.ts';
import type { Problem, ReadOptions } from '../read.ts';
import { capped } from './capped.ts';
import type { CsvRow, CsvTable } from './csv.ts';
import { GUESSES, kindNamed } from './free-fields.ts';
import type { ActorField, PlaceField } from './free-fields.ts';
import { formatText } from './messages.ts';
import { admit } from './standard-cell.ts';
import { asideColumn, pivotRemarks, placeOfRow, placeRecord } from './standard-row.ts';

export { readCsv } from './csv.ts';
export type { CsvResult, CsvTable } from './csv.ts';
export { ACTOR_FIELDS } from './free-fields.ts';
export type { ActorField, PlaceField } from './free-fields.ts';

/** `keep`: beside, under the column's name. `ignore`: not read. */
export type ColumnUse<Field extends string> = Field | 'keep' | 'ignore';

export interface ColumnGuess<Field extends string> {
  readonly header: string;
  readonly use: ColumnUse<Field>;
  /** From 0 (nothing speaks for it) to 1. */
  readonly score: number;
  /** A few cells that are not empty, for the person to judge. */
  readonly examples: readonly string[];
}

const SAMPLE = 200;
/** Less than this is no guess: the column is kept beside. */
const ENOUGH = 0.5;

export const guessActorColumns = (table: CsvTable, territory: Territory): ColumnGuess<ActorField>[] => guess(table, GUESSES.actors, territory);
export const guessPlaceColumns = (table: CsvTable, territory: Territory): ColumnGuess<PlaceField>[] => guess(table, GUESSES.places, territory);

interface Hint {
  readonly headers: readonly string[];
  readonly looks?: (text: string, territory: Territory) => boolean;
}

/** Best guesses first, each field once. */
function guess<Field extends string>(table: CsvTable, fields: ReadonlyMap<Field, Hint>, territory: Territory): ColumnGuess<Field>[] {
  const columns = table.headers.map((header, index) => ({ header, index, cells: table.rows.slice(0, SAMPLE).map(({ cells }) => cells[index] ?? '').filter((cell) => cell !== '') }));
  const scores = columns.flatMap(({ header, index, cells }) =>
    Array.from(fields, ([field, hint]) => ({ index, field, score: scoreOf(plainName(header), cells, hint, territory) })));
  const uses = new Map<number, { field: Field; score: number }>();
  const taken = new Set<Field>();
  for (const { index, field, score } of scores.filter(({ score }) => score >= ENOUGH).sort((a, b) => b.score - a.score || a.index - b.index)) {
    if (uses.has(index) || taken.has(field)) continue;
    uses.set(index, { field, score });
    taken.add(field);
  }
  return columns.map(({ header, index, cells }) => {
    const use = uses.get(index);
    return { header, use: use?.field ?? 'keep', score: use?.score ?? 0, examples: [...new Set(cells)].slice(0, 3) };
  });
}

/** The header says most; cells that look otherwise take some of it back, and may be enough alone. */
function scoreOf(header: string, cells: readonly string[], { headers, looks }: Hint, territory: Territory): number {
  const at = headers.indexOf(header);
  // Among names for one thing, the first ones are the surer.
  const named = at >= 0 ? 1 - at * 0.01 : headers.some((name) => name.length > 3 && ` ${header} `.includes(` ${name} `)) ? 0.6 : 0;
  if (!looks || cells.length === 0) return named;
  const share = cells.filter((cell) => looks(cell, territory)).length / cells.length;
  return named === 0 ? share * 0.8 : named * (0.7 + 0.3 * share);
}

export interface MappingOptions extends ReadOptions {
  readonly newId: () => string;
  /** Names of communes become INSEE codes by it. */
  readonly territory: Territory;
}

/** `columns`: the use of each column, in the order of the headers. For a preview, give a table with its first rows only. */
export function readActorTable(
  table: CsvTable,
  columns: readonly ColumnUse<ActorField>[],
  options: MappingOptions,
): { readonly actors: readonly Actor[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [...table.problems];
  const actors = table.rows.flatMap((row) => actorOf(new Line(table, columns, row, options, problems), options) ?? []);
  return { actors, problems: capped(problems, options.locale) };
}

export function readPlaceTable(
  table: CsvTable,
  columns: readonly ColumnUse<PlaceField>[],
  options: MappingOptions,
): { readonly places: readonly Place[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [...table.problems];
  const places = table.rows.flatMap((row) => placeOf(new Line(table, columns, row, options, problems), options) ?? []);
  return { places, problems: capped(problems, options.locale) };
}

/** The first rows of a table: what a preview reads. */
export const firstRows = (table: CsvTable, count: number): CsvTable => ({ ...table, rows: table.rows.slice(0, count), problems: [] });

/** One row under its mapping, and where its problems go: they name the person's own columns. */
class Line<Field extends string> {
  readonly cells = new Map<Field, string>();
  readonly beside = new Map<string, string>();
  readonly #headers = new Map<Field, string>();
  readonly #row: CsvRow;
  readonly #locale: string | undefined;
  readonly #problems: Problem[];

  constructor({ headers }: CsvTable, columns: readonly ColumnUse<Field>[], row: CsvRow, { locale }: ReadOptions, problems: Problem[]) {
    this.#row = row;
    this.#locale = locale;
    this.#problems = problems;
    headers.forEach((header, index) => {
      const use = columns[index] ?? 'keep';
      const cell = row.cells[index] ?? '';
      if (use === 'ignore') return;
      if (use !== 'keep') this.#headers.set(use, header);
      if (cell === '') return;
      if (use === 'keep') this.beside.set(header, cell);
      else this.cells.set(use, cell);
    });
  }

  get(field: Field): string {
    return this.cells.get(field) ?? '';
  }

  tell(field: Field, key: Parameters<typeof formatText>[0], params: Readonly<Record<string, string | number>> = {}): void {
    this.say(field, formatText(key, this.#locale, { column: this.#headers.get(field) ?? field, ...params }));
  }

  say(field: Field, text: string): void {
    this.#problems.push({ line: this.#row.line, path: this.#headers.get(field) ?? field, text });
  }
}

/** INSEE code from the code, else from the name and the postcode. */
function communeOf<F extends 'commune' | 'code_postal' | 'code_insee'>(line: Pick<Line<F>, 'get' | 'tell'>, territory: Territory): string | undefined {
  const [code, name, postcode] = [line.get('code_insee' as F), line.get('commune' as F), line.get('code_postal' as F)];
  const known = admit('code_insee', code).kept ?? findCommune({ name, postcode: admit('code_postal', postcode).kept ?? postcode }, territory);
  if (known !== undefined) return known;
  if (name !== '' || code !== '') line.tell((name !== '' ? 'commune' : 'code_insee') as F, 'noCommune', { value: name === '' ? code : name, territory: territory.name });
  return undefined;
}

function actorOf(line: Line<ActorField>, options: MappingOptions): Actor | undefined {
  const name = line.get('name');
  if (name === '') {
    line.tell('name', 'noNameCell');
    return undefined;
  }
  const aside = new Map(line.beside);
  const text = line.get('kind');
  const kind = kindNamed(text);
  if (text !== '' && kind === undefined) {
    line.tell('kind', 'noKind', { value: text });
    aside.set('kind', text);
  }
  const commune = communeOf(line, options.territory);
  if (commune === undefined && line.get('commune') !== '') aside.set('commune', line.get('commune'));
  if (line.get('code_postal') !== '') aside.set('code_postal', line.get('code_postal'));
  const number = (field: 'latitude' | 'longitude'): number | undefined => {
    const { kept, rest } = admit(field, line.get(field));
    if (rest !== undefined) {
      line.tell(field, 'noDegrees', { value: rest });
      aside.set(field, rest);
    }
    return kept === undefined ? undefined : Number(kept);
  };
  const [latitude, longitude] = [number('latitude'), number('longitude')];
  const nowhere = latitude === 0 && longitude === 0;
  const publics = line.get('publics').split(/[|;,]/).map((item) => item.trim()).filter((item) => item !== '');
  const actor: Actor = {
    id: options.newId(), type: 'actor', version: ACTOR_RECORD_VERSION, derivedFrom: [], name, kind: kind ?? kindOfPlace({ nom: name }), ...(commune !== undefined && { commune }),
    ...present({ siret: line.get('siret'), email: line.get('email'), phone: line.get('phone'), url: line.get('url'), note: line.get('note') }),
    ...(publics.length > 0 && { publics }),
    ...(latitude !== undefined && !nowhere && { latitude }), ...(longitude !== undefined && !nowhere && { longitude }),
    ...(aside.size > 0 && { extra: Object.fromEntries(aside) }),
  };
  for (const remark of remarksOn(actor, options)) line.say('siret', remark.text);
  return actor;
}

const present = (fields: Readonly<Record<string, string>>): Record<string, string> => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));

function placeOf(line: Line<PlaceField>, { newId, territory, locale }: MappingOptions): Place | undefined {
  const cells = new Map<string, string>(line.cells);
  const commune = communeOf(line, territory);
  if (commune !== undefined) {
    cells.set('code_insee', commune);
    cells.set('commune', line.get('commune') || (territory.byCode(commune)?.name ?? ''));
  }
  // A column of theirs that happens to bear a name of ours is not that column: the person said otherwise.
  for (const [name, value] of line.beside) cells.set(GUESSES.places.has(name as PlaceField) ? `${name} (bis)` : name, value);
  const { place, refused } = placeOfRow(cells);
  for (const { column, value } of refused) line.tell(column, 'refused', { value, kept: asideColumn(column) });
  if (!place) {
    line.tell('nom', 'noNameCell');
    return undefined;
  }
  const record = placeRecord(place, place.recordId ?? newId());
  for (const { text } of pivotRemarks(record, { locale })) line.say('pivot', text);
  return record;
}
