/** Links as a table that people fill in: actors by their names, kinds and statuses in words or in codes. */
import { toCsv } from '../../survey/formats/table.ts';
import { plainName } from '../../territory/search.ts';
import {
  FREQUENCIES, LINK_KINDS, LINK_STATUSES, frequencyLabel, linkKindLabel, linkStatusLabel,
} from '../kinds.ts';
import type { Frequency, LinkKind, LinkStatus } from '../kinds.ts';
import { ACTOR_RECORD_VERSION } from '../model.ts';
import type { Actor, Link } from '../model.ts';
import { readLink } from '../read.ts';
import type { Problem, ReadOptions } from '../read.ts';
import { RECORD_ID } from '../record-shape.ts';
import { readCsv, textCell } from './csv.ts';
import type { CsvRow } from './csv.ts';
import { formatText } from './messages.ts';
import { MORE_COLUMN, moreInCell, moreOf } from './more.ts';

const COLUMNS = ['id', 'source', 'source_nom', 'cible', 'cible_nom', 'type', 'statut', 'depuis', 'frequence', 'note', MORE_COLUMN] as const;
type Column = (typeof COLUMNS)[number];

/** Names that other tools give to these columns. */
const ALIASES: Readonly<Record<string, Column>> = {
  target: 'cible', source_name: 'source_nom', target_name: 'cible_nom', de: 'source', vers: 'cible', a: 'cible', kind: 'type', status: 'statut', since: 'depuis', frequency: 'frequence',
  commentaire: 'note',
};

/** Other words that people write, in their plain form: the programme's own list of kinds, and the gender of what is spoken of. */
const SYNONYMS: Readonly<Record<string, LinkKind | LinkStatus>> = {
  pret: 'mutualisation', 'pret mutualisation': 'mutualisation', 'mutualisation pret': 'mutualisation', 'pret et mutualisation': 'mutualisation', 'orientation des usagers': 'orientation',
  'orientation d usager': 'orientation', existante: 'existant', souhaitee: 'souhaite', rompue: 'rompu',
};

/** What the columns say of a link; the rest of its record stands in `asb_more`. */
const MEMBERS: ReadonlySet<string> = new Set(['type', 'version', 'source', 'target', 'kind', 'status', 'since', 'frequency', 'note']);

/** `;` and a byte order mark: what a French spreadsheet opens. Codes, not words: they are read back in every language. */
export function writeLinksCsv(links: readonly Link[], actors: readonly Actor[]): string {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  return toCsv({
    columns: COLUMNS.map((key) => ({ key, title: key })),
    rows: links.map((link) => {
      const { id, source, target, kind, status, since, frequency, note } = link;
      const more = moreOf(link, MEMBERS);
      return [
        id, source, textCell(names.get(source)), target, textCell(names.get(target)), kind, status, since ?? null, frequency ?? null, textCell(note), more ? JSON.stringify(more) : null,
      ];
    }),
  });
}

export interface LinksReadOptions extends ReadOptions {
  readonly newId: () => string;
}

export type LinksResult = { readonly links: readonly Link[]; readonly problems: readonly Problem[] } | { readonly error: readonly Problem[] };

/** Actors are found by identifier, else by name; a name that two share, or that nobody bears, is told and its line left out. */
export function readLinksCsv(text: string, actors: readonly Actor[], options: LinksReadOptions): LinksResult {
  const read = readCsv(text, options);
  if ('error' in read) return read;
  const { table } = read;
  const columns = columnsOf(table.headers);
  const missing = missingEnds(columns);
  if (missing.length > 0) return { error: missing.map(([column]) => ({ path: column, line: 1, text: formatText('noColumn', options.locale, { column }) })) };
  const reader = new LinkReader(columns, actors, options);
  const links = table.rows.flatMap((row) => reader.read(row) ?? []);
  return { links, problems: [...table.problems, ...reader.problems] };
}

/** Whether a table is one of links, under the names that the reader knows: it names both ends. */
export const isLinksTable = (headers: readonly string[]): boolean => missingEnds(columnsOf(headers)).length === 0;

const ENDS = [['source', 'source_nom'], ['cible', 'cible_nom']] as const;
const missingEnds = (columns: ReadonlyMap<Column, number>): readonly (typeof ENDS)[number][] => ENDS.filter((either) => !either.some((column) => columns.has(column)));

function columnsOf(headers: readonly string[]): Map<Column, number> {
  const columns = new Map<Column, number>();
  headers.forEach((header, index) => {
    const plain = plainName(header).replaceAll(' ', '_');
    const column = COLUMNS.find((name) => name === plain) ?? (Object.hasOwn(ALIASES, plain) ? ALIASES[plain] : undefined);
    if (column !== undefined && !columns.has(column)) columns.set(column, index);
  });
  return columns;
}

class LinkReader {
  readonly problems: Problem[] = [];
  readonly #columns: ReadonlyMap<Column, number>;
  readonly #byId: ReadonlySet<string>;
  readonly #byName = new Map<string, string[]>();
  readonly #options: LinksReadOptions;

  constructor(columns: ReadonlyMap<Column, number>, actors: readonly Actor[], options: LinksReadOptions) {
    this.#columns = columns;
    this.#options = options;
    this.#byId = new Set(actors.map(({ id }) => id));
    for (const { id, name } of actors) this.#byName.set(plainName(name), [...(this.#byName.get(plainName(name)) ?? []), id]);
  }

  read(row: CsvRow): Link | undefined {
    const source = this.#actor(row, 'source', 'source_nom');
    const target = this.#actor(row, 'cible', 'cible_nom');
    const kind = this.#choice<LinkKind>(row, 'type', LINK_KINDS, linkKindLabel, 'partenariat');
    const status = this.#choice<LinkStatus>(row, 'statut', LINK_STATUSES, linkStatusLabel, 'existant');
    const frequency = this.#choice<Frequency>(row, 'frequence', FREQUENCIES, frequencyLabel);
    if (source === undefined || target === undefined) return undefined;
    const [own, since, note] = [this.#cell(row, 'id'), isoDate(this.#cell(row, 'depuis')), this.#cell(row, 'note')];
    const { more, unread } = moreInCell(this.#cell(row, MORE_COLUMN), MEMBERS);
    if (unread) this.#tell(row, MORE_COLUMN, formatText('moreUnread', this.#options.locale, { column: MORE_COLUMN }));
    const link = {
      derivedFrom: [], ...more,
      id: RECORD_ID.test(own) ? own : this.#options.newId(), type: 'link', version: ACTOR_RECORD_VERSION, source, target, kind: kind ?? 'partenariat', status: status ?? 'existant',
      ...(since !== '' && { since }), ...(frequency !== undefined && { frequency }), ...(note !== '' && { note }),
    };
    const checked = readLink(link, this.#options);
    // « en cours » is no « existant »: a link whose status or kind nobody understands must not count.
    if ('record' in checked) return kind === undefined || status === undefined ? undefined : checked.record;
    const names: Readonly<Record<string, Column>> = { since: 'depuis', target: 'cible' };
    for (const { path, text } of checked.error) this.#tell(row, names[path] ?? 'id', text);
    return undefined;
  }

  #cell(row: CsvRow, column: Column): string {
    return row.cells[this.#columns.get(column) ?? -1] ?? '';
  }

  #tell(row: CsvRow, column: Column, text: string): void {
    this.problems.push({ path: column, line: row.line, text });
  }

  #actor(row: CsvRow, column: Column, nameColumn: Column): string | undefined {
    const id = this.#cell(row, column);
    if (this.#byId.has(id)) return id;
    // A person writes the name where we write the identifier.
    const name = RECORD_ID.test(id) || id === '' ? this.#cell(row, nameColumn) : id;
    const found = this.#byName.get(plainName(name)) ?? [];
    if (found.length === 1) return found[0];
    this.#tell(row, column, formatText(found.length === 0 ? 'noActor' : 'severalActors', this.#options.locale, { name: name === '' ? id : name, count: found.length }));
    return undefined;
  }

  /** `unsaid` stands for an empty cell, never for a word that is not understood. */
  #choice<T extends string>(row: CsvRow, column: Column, codes: readonly T[], label: (code: T, locale: string) => string, unsaid?: T): T | undefined {
    const text = plainName(this.#cell(row, column));
    if (text === '') return unsaid;
    const meant = Object.hasOwn(SYNONYMS, text) ? SYNONYMS[text] : undefined;
    const code = codes.find((each) => each === meant || [each.replaceAll('_', ' '), plainName(label(each, 'fr')), plainName(label(each, 'en'))].includes(text));
    if (code === undefined) {
      const values = codes.map((each) => label(each, this.#options.locale ?? 'fr')).join(', ');
      this.#tell(row, column, formatText(unsaid === undefined ? 'notAChoice' : 'notTaken', this.#options.locale, { value: this.#cell(row, column), values }));
    }
    return code;
  }
}

/** `23/11/2026` and `11/2026`, as French spreadsheets write them. */
function isoDate(text: string): string {
  const [, day, month, year] = /^(?:(\d{1,2})\/)?(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  if (month === undefined || year === undefined) return text;
  return [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-');
}
