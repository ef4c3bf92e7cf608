/**
 * Answers of the official API geo.api.gouv.fr: `/epcis/{siren}/communes?fields=nom,code,siren,codeEpci,codesPostaux,population,centre`
 * (an array), the same with `format=geojson` (a FeatureCollection), one commune, or an EPCI that carries its
 * `communes` or `membres`. `fields` may leave anything out but `nom` and `code`.
 */
import { territoryText } from '../messages.ts';
import { readTerritory } from './json.ts';
import type { ReadOptions, ReadResult, TerritoryData } from './json.ts';

export interface GeoApiOptions extends ReadOptions {
  /** The API's list of communes does not name their EPCI: give the name to show. */
  readonly name?: string | undefined;
}

const isObject = (json: unknown): json is Readonly<Record<string, unknown>> => typeof json === 'object' && json !== null && !Array.isArray(json);

/** `{ type: 'Point', coordinates: [lon, lat] }` → `[lon, lat]`; anything else goes through, for the checks to name. */
function point(centre: unknown): unknown {
  return isObject(centre) && centre['type'] === 'Point' ? centre['coordinates'] : centre;
}

function communeJson(item: unknown): unknown {
  if (!isObject(item)) return item;
  const { type, properties, geometry } = item;
  const source = type === 'Feature' && isObject(properties) ? { centre: isObject(geometry) && geometry['type'] === 'Point' ? geometry : null, ...properties } : item;
  // `voisines` is not a field of the API; what bears that name elsewhere may name communes of other territories.
  return { ...source, centre: point(source['centre']), voisines: null };
}

export function readGeoApi(json: unknown, options: GeoApiOptions = {}): ReadResult<TerritoryData> {
  const body = isObject(json) ? json : {};
  const list = [json, body['features'], body['communes'], body['membres']].find((item) => Array.isArray(item)) as unknown[] | undefined;
  if (!list && !isObject(json)) return { error: [{ path: '', text: territoryText('array', options.locale) }] };
  // An EPCI's code is a SIREN, a commune's is an INSEE code.
  if (!list && typeof body['code'] === 'string' && body['code'].length === 9) {
    return { error: [{ path: '', text: territoryText('epciOnly', options.locale) }] };
  }
  const communes = (list ?? [json]).map(communeJson);
  const first: unknown = communes[0];
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  const code = (list && text(body['code'])) ?? (isObject(first) ? text(first['codeEpci']) : undefined) ?? '';
  const name = options.name ?? (list ? text(body['nom']) : undefined) ?? (communes.length === 1 && isObject(first) ? text(first['nom']) : undefined) ?? code;
  return readTerritory({ epci: { siren: code, nom: name }, communes }, options);
}
