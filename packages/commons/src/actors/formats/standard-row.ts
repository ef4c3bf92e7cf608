/** One place of the national standard: from its cells to a record, and back. */
import { COMMUNE_CODE } from '../../territory/code.ts';
import { kindOfPlace } from '../holders.ts';
import { ACTOR_KINDS } from '../kinds.ts';
import { ACTOR_RECORD_VERSION } from '../model.ts';
import type { Actor, Place } from '../model.ts';
import { remarksOn } from '../read.ts';
import type { Problem, ReadOptions } from '../read.ts';
import { RECORD_ID } from '../record-shape.ts';
import { NO_PIVOT, STANDARD_COLUMNS } from '../standard-values.ts';
import type { StandardColumn } from '../standard-values.ts';
import { MORE_COLUMN, moreIn, moreOf } from './more.ts';
import { admit, isListColumn } from './standard-cell.ts';

/** What the standard refuses in a column stands in a column of this name, after the standard's own. */
export const asideColumn = (column: StandardColumn): string => `${column}_hors_standard`;

/** Columns of ours, which a file may carry after the standard's own to find its records again. */
export const RECORD_COLUMN = 'asb_id';
export const HOLDER_COLUMN = 'asb_holder';
/** Who that is: the places come back to one actor, of the kind that somebody may have corrected. */
const HOLDER_NAME = 'asb_holder_name';
const HOLDER_KIND = 'asb_holder_kind';
const HOLDER_COMMUNE = 'asb_holder_commune';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isStandard = (name: string): name is StandardColumn => (STANDARD_COLUMNS as readonly string[]).includes(name);

export interface RowRead {
  /** Undefined: the place has no name. */
  readonly place: PlaceFound | undefined;
  /** Who holds it, when the row says more than an identifier. */
  readonly holder?: Actor | undefined;
  readonly refused: readonly { readonly column: StandardColumn; readonly value: string }[];
}

export interface PlaceFound {
  /** The record's identifier when the row brings one: in our column, or because the standard's `id` is a UUID. */
  readonly recordId: string | undefined;
  /** The standard's `id`. */
  readonly localId: string | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** `cells`: name of the column → what it holds. Absent and empty are the same. */
export function placeOfRow(cells: ReadonlyMap<string, unknown>): RowRead {
  const fields: Record<string, unknown> = {};
  const extra = new Map<string, unknown>();
  const refused: { column: StandardColumn; value: string }[] = [];
  for (const [name, value] of cells) {
    if (value === null || value === undefined || value === '') continue;
    if (!isStandard(name)) {
      extra.set(name, value);
      continue;
    }
    const { kept, rest } = admit(name, cellText(value));
    if (kept !== undefined) fields[name] = valueOf(name, kept);
    if (rest !== undefined) {
      refused.push({ column: name, value: rest });
      setAside(extra, name, rest);
    }
  }
  // The national export writes 0 for a coordinate that it does not know.
  if (fields['latitude'] === 0 && fields['longitude'] === 0) {
    delete fields['latitude'];
    delete fields['longitude'];
  }
  if (fields['nom'] === undefined) return { place: undefined, refused };
  const { id, ...rest } = fields;
  const localId = typeof id === 'string' ? id : undefined;
  const recordId = take(extra, RECORD_COLUMN) ?? (localId !== undefined && UUID.test(localId) ? `urn:uuid:${localId}` : undefined);
  const holder = take(extra, HOLDER_COLUMN);
  const named = holder === undefined ? undefined : holderOf(holder, extra, { nom: fields['nom'] as string, typologie: fields['typologie'] as string[] | undefined });
  const more = moreIn(extra, MEMBERS);
  return {
    holder: named,
    place: {
      recordId,
      localId,
      fields: { ...more, ...rest, ...(holder !== undefined && { holder }), ...(extra.size > 0 && { extra: Object.fromEntries(extra) }) },
    },
    refused,
  };
}

/** A place of ours, once it is known under which identifier. */
export function placeRecord({ localId, fields }: PlaceFound, id: string): Place {
  const own = id === `urn:uuid:${localId ?? ''}` ? {} : { localId };
  return { id, type: 'place', version: ACTOR_RECORD_VERSION, derivedFrom: [], ...(localId !== undefined && own), ...fields } as unknown as Place;
}

/** A pivot of 14 digits is a SIRET; a wrong one is told, and stays: the producer knows better. */
export const pivotRemarks = ({ pivot }: Place, options: ReadOptions): readonly Problem[] => (pivot !== undefined && /^\d{14}$/.test(pivot) ? remarksOn({ siret: pivot }, options) : []);

/** What columns say of a place; the rest of its record stands in `asb_more`. */
const MEMBERS: ReadonlySet<string> = new Set([...STANDARD_COLUMNS, 'type', 'version', 'holder', 'localId', 'extra']);

function holderOf(id: string, extra: Map<string, unknown>, place: Pick<Place, 'nom' | 'typologie'>): Actor | undefined {
  const cell = (column: string): string | undefined => {
    const value = extra.get(column);
    extra.delete(column);
    return typeof value === 'string' ? value : undefined;
  };
  const [name, said, code] = [cell(HOLDER_NAME), cell(HOLDER_KIND), cell(HOLDER_COMMUNE)];
  if (name === undefined) return undefined;
  const kind = ACTOR_KINDS.find((each) => each === said) ?? kindOfPlace(place);
  return { id, type: 'actor', version: ACTOR_RECORD_VERSION, derivedFrom: [], name, kind, ...(code !== undefined && COMMUNE_CODE.test(code) && { commune: code }) };
}

/** A record's identifier in a column of ours; anything else stays where it is, as a column that we do not know. */
function take(extra: Map<string, unknown>, column: string): string | undefined {
  const value = extra.get(column);
  if (typeof value !== 'string' || !RECORD_ID.test(value)) return undefined;
  extra.delete(column);
  return value;
}

function setAside(extra: Map<string, unknown>, column: StandardColumn, rest: string): void {
  const name = asideColumn(column);
  const before = extra.get(name);
  const known = typeof before === 'string' ? before : '';
  if (known.split('|').includes(rest) || known === rest) return;
  extra.set(name, known === '' ? rest : `${known}|${rest}`);
}

/** JSON files hold lists, and numbers, where CSV holds texts. */
const cellText = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(cellText).join('|');
  return typeof value === 'string' ? value : JSON.stringify(value);
};

function valueOf(column: StandardColumn, kept: string): unknown {
  if (isListColumn(column)) return kept.split('|');
  return column === 'latitude' || column === 'longitude' ? Number(kept) : kept;
}

export interface RowOptions {
  /** Stands for a missing `date_maj` (`2026-11-23`): the day of publication, which only the caller knows. */
  readonly today?: string | undefined;
  /** Adds our columns after the standard's, so that a copy read elsewhere finds its records, who holds them and what the standard has no word for. */
  readonly withRecords?: boolean | undefined;
  /** Actors by identifier. */
  readonly holders?: ReadonlyMap<string, Actor> | undefined;
}

export interface RowWritten {
  /** To the standard's letter; absent columns are absent. */
  readonly standard: ReadonlyMap<StandardColumn, string>;
  /** What comes after: unknown columns, values set aside, our columns. */
  readonly extra: ReadonlyMap<string, unknown>;
  readonly missing: readonly StandardColumn[];
  readonly refused: readonly { readonly column: StandardColumn; readonly value: string }[];
}

const REQUIRED: readonly StandardColumn[] = ['id', 'pivot', 'nom', 'commune', 'code_postal', 'adresse', 'date_maj'];

export function rowOfPlace(place: Place, { today, withRecords = false, holders }: RowOptions = {}): RowWritten {
  const standard = new Map<StandardColumn, string>();
  const extra = new Map<string, unknown>();
  // A column of theirs that bears one of the standard's names must not stand in its place.
  for (const [name, value] of Object.entries(place.extra ?? {})) extra.set(isStandard(name) ? asideColumn(name) : name, value);
  const refused: { column: StandardColumn; value: string }[] = [];
  for (const column of STANDARD_COLUMNS) {
    const value = column === 'id' ? (place.localId ?? place.id.slice('urn:uuid:'.length)) : place[column];
    if (value === undefined) continue;
    const { kept, rest } = admit(column, cellText(value));
    if (kept !== undefined) standard.set(column, kept);
    if (rest === undefined) continue;
    refused.push({ column, value: rest });
    setAside(extra, column, rest);
  }
  if (!standard.has('pivot')) standard.set('pivot', NO_PIVOT);
  if (!standard.has('date_maj') && today !== undefined) standard.set('date_maj', today);
  if (withRecords) {
    extra.set(RECORD_COLUMN, place.id);
    if (place.holder !== undefined) extra.set(HOLDER_COLUMN, place.holder);
    const holder = holders?.get(place.holder ?? '');
    if (holder) for (const [column, value] of [[HOLDER_NAME, holder.name], [HOLDER_KIND, holder.kind], [HOLDER_COMMUNE, holder.commune ?? '']] as const) extra.set(column, value);
    const more = moreOf(place, MEMBERS);
    if (more) extra.set(MORE_COLUMN, more);
  }
  return { standard, extra, missing: REQUIRED.filter((column) => !standard.has(column)), refused };
}
