import type { ActorData } from '@assembleurs/commons/actors';

export const FORMATS = ['json', 'csv', 'actors', 'geojson', 'links', 'gexf', 'svg', 'png'] as const;
export type Format = (typeof FORMATS)[number];

export interface ActorMapRecord extends ActorData {
  readonly type: 'actor-map';
  readonly version: 1;
}

/** The data as a file and this device hold them. */
export const recordOf = ({ actors, places, links }: ActorData): ActorMapRecord => ({ type: 'actor-map', version: 1, actors, places, links });
