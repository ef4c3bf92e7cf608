/** GeoJSON in and out: a point an actor or a place. Ours come back whole; a stranger's are read as places. */
import type { Point } from '../distance.ts';
import { pointOf } from '../distance.ts';
import type { Actor, ActorData, Place } from '../model.ts';
import { readActor } from '../read.ts';
import type { Problem, ReadOptions } from '../read.ts';
import { RECORD_ID } from '../record-shape.ts';
import { capped } from './capped.ts';
import { formatText } from './messages.ts';
import { RECORD_COLUMN } from './standard-row.ts';
import { migrateRows } from './standard-v0.ts';
import type { Loss } from './standard-v0.ts';
import { readRows, writeStandardJson } from './standard-v1.ts';
import type { StandardReadOptions, StandardRow } from './standard-v1.ts';
import { isOldVersion } from './standard-version.ts';

type Json = Readonly<Record<string, unknown>>;

export interface GeoFeature {
  readonly type: 'Feature';
  /** The record's identifier. */
  readonly id: string;
  /** `null`: somewhere, nobody says where. */
  readonly geometry: { readonly type: 'Point'; readonly coordinates: readonly [number, number] } | null;
  readonly properties: Json;
}

export interface FeatureCollection {
  readonly type: 'FeatureCollection';
  readonly features: readonly GeoFeature[];
}

/** Of which kind of record a feature is. */
const KIND = 'asb_type';

/** Places carry the standard's words, and beside them what it has none for; actors carry ours. Links have no shape of their own: see links-csv. */
export function writeGeojson({ actors, places }: Pick<ActorData, 'actors' | 'places'>): FeatureCollection {
  const { lieux } = writeStandardJson(places, { withRecords: true });
  return {
    type: 'FeatureCollection',
    features: [
      ...places.map((place, at) => {
        const properties = without(lieux[at] ?? {}, ['latitude', 'longitude', RECORD_COLUMN]);
        return feature(place.id, pointOf(place), { [KIND]: 'place', ...properties });
      }),
      ...actors.map((actor) => feature(actor.id, pointOf(actor), { [KIND]: actor.type, ...without(actor, ['id', 'type', 'latitude', 'longitude']) })),
    ],
  };
}

const without = (fields: Json, names: readonly string[]): Json => Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

const feature = (id: string, point: Point | undefined, properties: Json): GeoFeature => ({
  type: 'Feature', id, geometry: point ? { type: 'Point', coordinates: [point.longitude, point.latitude] } : null, properties,
});

export type GeojsonResult =
  /** `losses`: of places whose words are those of version 0.1 of the standard. */
  | { readonly actors: readonly Actor[]; readonly places: readonly Place[]; readonly problems: readonly Problem[]; readonly losses: readonly Loss[] }
  | { readonly error: readonly Problem[] };

/** More than the whole country has. */
const MAX_FEATURES = 200_000;

export function readGeojson(json: unknown, options: StandardReadOptions): GeojsonResult {
  const features = isObject(json) && json['type'] === 'Feature' ? [json] : isObject(json) && json['type'] === 'FeatureCollection' ? json['features'] : undefined;
  if (!Array.isArray(features)) return { error: [{ path: '', text: formatText('notGeojson', options.locale) }] };
  if (features.length > MAX_FEATURES) return { error: [{ path: 'features', text: formatText('tooBig', options.locale) }] };
  const problems: Problem[] = [];
  const actors: Actor[] = [];
  const rows: StandardRow[] = [];
  features.forEach((each: unknown, index) => {
    const path = `features[${String(index)}]`;
    if (!isObject(each) || each['type'] !== 'Feature') {
      problems.push({ path, text: formatText('notAFeature', options.locale) });
      return;
    }
    const properties = isObject(each['properties']) ? each['properties'] : {};
    const point = pointIn(each['geometry']);
    if (each['geometry'] != null && !point) problems.push({ path: `${path}.geometry`, text: formatText('notAPoint', options.locale) });
    if (properties[KIND] === 'actor') readOwnActor(each, point, path, options, actors, problems);
    else rows.push(placeRow(each, properties, point, path));
  });
  const read = isOldVersion(rows) ? migrateRows({ rows, problems }, options) : { losses: [], ...readRows(rows, problems, options) };
  if ('error' in read) return read;
  const own = new Set(actors.map(({ id }) => id));
  return { actors: [...actors, ...read.actors.filter(({ id }) => !own.has(id))], places: read.places, problems: capped(read.problems, options.locale), losses: read.losses };
}

function readOwnActor(each: Json, point: Point | undefined, path: string, options: ReadOptions, actors: Actor[], problems: Problem[]): void {
  const { [KIND]: type, ...properties } = each['properties'] as Json;
  const read = readActor({ ...properties, id: each['id'], type, ...point }, options);
  if ('record' in read) actors.push(read.record);
  else problems.push(...read.error.map(({ path: inside, text }) => ({ path: `${path}.properties.${inside}`, text })));
}

/** What others call a place's name, where there is no `nom`. */
const NAMES = ['name', 'title', 'libelle', 'label', 'Nom', 'NOM'] as const;

function placeRow(each: Json, properties: Json, point: Point | undefined, path: string): StandardRow {
  const cells = new Map<string, unknown>(Object.entries(without(properties, [KIND])));
  const name = cells.has('nom') ? undefined : NAMES.find((key) => typeof cells.get(key) === 'string');
  if (name !== undefined) {
    cells.set('nom', cells.get(name));
    cells.delete(name);
  }
  if (typeof each['id'] === 'string' && RECORD_ID.test(each['id'])) cells.set(RECORD_COLUMN, each['id']);
  else if (!cells.has('id') && (typeof each['id'] === 'string' || typeof each['id'] === 'number')) cells.set('id', each['id']);
  // The shape says where, whatever the properties repeat.
  if (point) for (const [column, value] of Object.entries(point)) cells.set(column, value);
  return { cells, at: (column) => ({ path: column === '' ? path : `${path}.properties.${column}` }) };
}

/** A point, or the middle of the box around another shape: enough to say where it is. */
function pointIn(geometry: unknown): Point | undefined {
  if (!isObject(geometry)) return undefined;
  const positions = positionsIn(geometry['coordinates'], 0);
  if (positions.length === 0) return undefined;
  const middle = (values: readonly number[]): number => (values.length === 1 ? (values[0] ?? NaN) : (least(values) + most(values)) / 2);
  return { latitude: middle(positions.map(([, y]) => y)), longitude: middle(positions.map(([x]) => x)) };
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);

/** A multipolygon nests four deep; what is deeper is no GeoJSON. */
function positionsIn(coordinates: unknown, depth: number): (readonly [number, number])[] {
  if (!Array.isArray(coordinates) || depth > 4) return [];
  const [x, y] = coordinates as readonly unknown[];
  if (typeof x === 'number' && typeof y === 'number') return Math.abs(x) <= 180 && Math.abs(y) <= 90 ? [[x, y]] : [];
  return coordinates.flatMap((each: unknown) => positionsIn(each, depth + 1));
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
