/** Actors as a table: those without a place too, which no file of places says. Read back, each is the record that it was. */
import { toCsv } from '../../survey/formats/table.ts';
import { COMMUNE_CODE } from '../../territory/code.ts';
import { plainName } from '../../territory/search.ts';
import type { Territory } from '../../territory/territory.ts';
import { kindOfPlace } from '../holders.ts';
import { ACTOR_RECORD_VERSION } from '../model.ts';
import type { Actor, ActorData } from '../model.ts';
import { readActor, remarksOn } from '../read.ts';
import type { Problem, ReadOptions } from '../read.ts';
import { RECORD_ID } from '../record-shape.ts';
import { capped } from './capped.ts';
import { readCsv, textCell } from './csv.ts';
import type { CsvRow, CsvTable } from './csv.ts';
import { kindNamed } from './free-fields.ts';
import { formatText } from './messages.ts';
import { MORE_COLUMN, moreInCell, moreOf } from './more.ts';
import { admit } from './standard-cell.ts';

const COLUMNS = ['asb_actor', 'nom', 'type', 'commune', 'code_insee', 'siret', 'courriel', 'telephone', 'site_web', 'publics', 'latitude', 'longitude', 'note', MORE_COLUMN] as const;
type Column = (typeof COLUMNS)[number];

/** What the columns say of an actor; the rest of its record stands in `asb_more`. */
const SAID: ReadonlySet<string> = new Set(['type', 'version', 'name', 'kind', 'commune', 'siret', 'email', 'phone', 'url', 'publics', 'latitude', 'longitude', 'note']);

const columnOf = (header: string): Column | undefined => {
  const plain = plainName(header).replaceAll(' ', '_');
  return COLUMNS.find((column) => column === plain);
};

/** Whether a table is one of ours: its first column names records. */
export const isActorsTable = (headers: readonly string[]): boolean => headers.some((header) => columnOf(header) === 'asb_actor') && headers.some((header) => columnOf(header) === 'nom');

/**
 * `;` and a byte order mark: what a French spreadsheet opens. Kinds are codes, read back in every language; `commune` is for people, `code_insee`
 * for machines. Columns of the file that an actor came from follow under their own names.
 */
export function writeActorsCsv(actors: readonly Actor[], territory?: Territory): string {
  const beside = [...new Set(actors.flatMap(({ extra = {} }) => Object.keys(extra).filter((name) => isColumn(name, extra[name]))))];
  return toCsv({
    columns: [...COLUMNS, ...beside].map((key) => ({ key, title: key })),
    rows: actors.map((actor) => {
      const { id, name, kind, commune, siret, email, phone, url, publics, latitude, longitude, note, extra = {} } = actor;
      const hidden = Object.entries(extra).filter(([key, value]) => !isColumn(key, value));
      const more = { ...moreOf(actor, new Set([...SAID, 'extra'])), ...(hidden.length > 0 && { extra: Object.fromEntries(hidden) }) };
      return [
        id, textCell(name), kind, textCell(territory?.byCode(commune ?? '')?.name), commune ?? null, textCell(siret), textCell(email), textCell(phone), textCell(url), textCell(publics?.join('|')),
        latitude ?? null, longitude ?? null, textCell(note), Object.keys(more).length > 0 ? JSON.stringify(more) : null,
        ...beside.map((key) => (isColumn(key, extra[key]) ? textCell(String(extra[key])) : null)),
      ];
    }),
  });
}

/** A text under a name that a header can hold and that is none of ours. */
const isColumn = (name: string, value: unknown): boolean => typeof value === 'string' && value !== '' && value === value.trim() && name !== '' && name === name.trim() && columnOf(name) === undefined;

export interface ActorsReadOptions extends ReadOptions {
  readonly newId: () => string;
}

export type ActorsResult = { readonly data: ActorData; readonly problems: readonly Problem[] } | { readonly error: readonly Problem[] };

export function readActorsCsv(text: string, options: ActorsReadOptions): ActorsResult {
  const read = readCsv(text, options);
  if ('error' in read) return read;
  const missing = (['asb_actor', 'nom'] as const).filter((column) => !read.table.headers.some((header) => columnOf(header) === column));
  if (missing.length > 0) return { error: missing.map((column) => ({ path: column, line: 1, text: formatText('noColumn', options.locale, { column }) })) };
  return readActorsTable(read.table, options);
}

/** A commune that is only named stays in `extra.commune`: `withCommunes` finds its code, for which a territory is needed. */
export function readActorsTable(table: CsvTable, options: ActorsReadOptions): Extract<ActorsResult, { data: unknown }> {
  const problems: Problem[] = [...table.problems];
  const columns = table.headers.map(columnOf);
  const actors = table.rows.flatMap((row) => actorOf(row, table.headers, columns, options, problems) ?? []);
  return { data: { actors, places: [], links: [] }, problems: capped(problems, options.locale) };
}

function actorOf({ line, cells }: CsvRow, headers: readonly string[], columns: readonly (Column | undefined)[], { newId, locale }: ActorsReadOptions, problems: Problem[]): Actor | undefined {
  const tell = (path: Column, text: string): void => { problems.push({ line, path, text }); };
  const cell = (column: Column): string => cells[columns.indexOf(column)] ?? '';
  const name = cell('nom');
  if (name === '') {
    tell('nom', formatText('noNameCell', locale, { column: 'nom' }));
    return undefined;
  }
  const extra = new Map<string, unknown>(headers.flatMap((header, at) => (columns[at] === undefined && cells[at] !== undefined && cells[at] !== '' ? [[header, cells[at]] as const] : [])));
  const { more: { extra: hidden, ...more }, unread } = moreInCell(cell(MORE_COLUMN), SAID);
  if (unread) tell(MORE_COLUMN, formatText('moreUnread', locale, { column: MORE_COLUMN }));
  if (typeof hidden === 'object' && hidden !== null) for (const [key, value] of Object.entries(hidden)) extra.set(key, value);
  const kind = kindNamed(cell('type'));
  if (cell('type') !== '' && kind === undefined) {
    tell('type', formatText('noKind', locale, { value: cell('type') }));
    extra.set('kind', cell('type'));
  }
  const code = admit('code_insee', cell('code_insee')).kept;
  const commune = code !== undefined && COMMUNE_CODE.test(code) ? code : undefined;
  if (commune === undefined && cell('commune') !== '') extra.set('commune', cell('commune'));
  const degrees = (column: 'latitude' | 'longitude'): number | undefined => {
    const { kept, rest } = admit(column, cell(column));
    if (rest !== undefined) {
      tell(column, formatText('noDegrees', locale, { value: rest }));
      extra.set(column, rest);
    }
    return kept === undefined ? undefined : Number(kept);
  };
  const publics = cell('publics').split(/[|;]/).map((item) => item.trim()).filter((item) => item !== '');
  const members = {
    commune, siret: cell('siret'), email: cell('courriel'), phone: cell('telephone'), url: cell('site_web'), publics, latitude: degrees('latitude'), longitude: degrees('longitude'), note: cell('note'),
  };
  const own = cell('asb_actor');
  const read = readActor({
    ...more, id: RECORD_ID.test(own) ? own : newId(), type: 'actor', version: ACTOR_RECORD_VERSION, name, kind: kind ?? kindOfPlace({ nom: name }),
    ...Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))),
    ...(extra.size > 0 && { extra: Object.fromEntries(extra) }),
  }, { locale });
  if ('error' in read) {
    for (const { path, text } of read.error) tell(MORE_COLUMN, `${path}\u00a0: ${text}`);
    return undefined;
  }
  for (const { text } of remarksOn(read.record, { locale })) tell('siret', text);
  return read.record;
}
