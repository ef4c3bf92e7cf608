/** Which communes the page asks for, by our attributes or by the national map's. */
import type { ActorData } from '@assembleurs/commons/actors';
import type { Territory } from '@assembleurs/commons/territory';
import { warnOnce } from '../internal/warn.ts';

export interface Asked {
  readonly communes: string;
  readonly epci: string;
  readonly territoireType: string;
  readonly territoires: string;
}

const codes = (text: string): string[] => text.split(/[\s,;|]+/).filter((code) => code !== '');

/** Only what stands there: actors with their seat or a place in one of these communes, what they hold, the links between them. Everything when the page asks for nothing. */
export function communesAsked(data: ActorData, territory: Territory, { communes, epci, territoireType, territoires }: Asked): ActorData {
  const asked = new Set(codes(communes));
  if (territoireType === 'communes') for (const code of codes(territoires)) asked.add(code);
  const groups = [...codes(epci), ...(territoireType === 'epci' ? codes(territoires) : [])];
  for (const group of groups) {
    if (group === territory.code) for (const { code } of territory.communes) asked.add(code);
    else warnOnce(`<asb-actor-map>: the communes of ${group} are not known here; everything shows. Give them in "communes", or a Territory in the property "territory".`);
  }
  if (asked.size === 0) return data;
  const there = new Set(data.places.flatMap(({ holder, code_insee }) => (holder !== undefined && code_insee !== undefined && asked.has(code_insee) ? [holder] : [])));
  const actors = data.actors.filter(({ id, commune }) => there.has(id) || (commune !== undefined && asked.has(commune)));
  const ids = new Set(actors.map(({ id }) => id));
  return {
    actors,
    places: data.places.filter(({ holder, code_insee }) => ids.has(holder ?? '') && (code_insee === undefined || asked.has(code_insee))),
    links: data.links.filter(({ source, target }) => ids.has(source) && ids.has(target)),
  };
}
