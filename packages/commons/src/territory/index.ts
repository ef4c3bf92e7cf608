export type { GeoApiOptions } from './formats/geo-api.ts';
export type { ReadOptions } from './formats/json.ts';
export { COMMUNE_CODE } from './model.ts';
export type { Commune, TerritoryProblem } from './model.ts';
export { plainName } from './search.ts';
export { STRATA, stratumLabel, stratumOf } from './strata.ts';
export type { StratumId } from './strata.ts';
export { Territory } from './territory.ts';
export type { CommuneResult, TerritoryResult } from './territory.ts';
