/** From somebody's file to a `Territory`: checked, or refused with what is wrong and where. Apart from the class, which a page loads without it. */
import { readGeoApi, type GeoApiOptions } from './formats/geo-api.ts';
import { readTerritory as readOwn, type ReadOptions, type ReadResult, type TerritoryData } from './formats/json.ts';
import type { TerritoryProblem } from './model.ts';
import { Territory } from './territory.ts';

/** A territory that could be read, or what is wrong with the file, in the reader's language. */
export type TerritoryResult = { readonly territory: Territory } | { readonly error: readonly TerritoryProblem[] };

/** A territory's own file: `{ epci: { siren, nom }, communes: [{ code, nom, … }] }` (see `TerritoryJson`). */
export function territoryFromJson(json: unknown, options?: ReadOptions): TerritoryResult {
  return made(readOwn(json, options));
}

/** An answer of geo.api.gouv.fr (see formats/geo-api.ts). */
export function territoryFromGeoApi(json: unknown, options?: GeoApiOptions): TerritoryResult {
  return made(readGeoApi(json, options));
}

/** Whichever of the two an address gave: only our own file has an `epci` object. */
export function readTerritory(json: unknown, options?: GeoApiOptions): TerritoryResult {
  const own = typeof json === 'object' && json !== null && 'epci' in json && 'communes' in json;
  return own ? territoryFromJson(json, options) : territoryFromGeoApi(json, options);
}

function made(read: ReadResult<TerritoryData>): TerritoryResult {
  return 'error' in read ? read : { territory: new Territory(read.data) };
}
