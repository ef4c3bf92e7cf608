/** Which communes the page asks for, by our attributes or by the national map's. */
import type { ActorData } from '@assembleurs/commons/actors';
import type { Territory } from '@assembleurs/commons/territory';
import { warnOnce } from '../internal/warn.ts';

/** What `territoire-type` may say; nothing asks for nothing. */
export const TERRITORY_TYPES = ['', 'communes', 'epci', 'departements', 'regions'] as const;

export interface Asked {
  readonly communes: string;
  readonly epci: string;
  readonly territoireType: string;
  readonly territoires: string;
}

/** What the page asks for; the codes of communes, départements and intercommunal bodies. */
export interface Within {
  readonly communes: readonly string[];
  readonly departments: readonly string[];
  readonly groups: readonly string[];
}

const codes = (text: string): string[] => text.split(/[\s,;|]+/).filter((code) => code !== '').map((code) => code.toUpperCase());

/** `type`: of `territoires`, one of `TERRITORY_TYPES`. Rejects when what knows the regions cannot be loaded. */
export async function readAsked({ communes, epci, territoires }: Asked, type: (typeof TERRITORY_TYPES)[number]): Promise<Within> {
  const named = codes(territoires);
  const of = (each: typeof type): string[] => (type === each ? named : []);
  return { communes: [...codes(communes), ...of('communes')], groups: [...codes(epci), ...of('epci')], departments: [...of('departements').map((code) => code.padStart(2, '0')), ...await inRegions(of('regions'))] };
}

async function inRegions(regions: readonly string[]): Promise<readonly string[]> {
  if (regions.length === 0) return [];
  const { departmentsOf } = await import('@assembleurs/commons/territory/regions');
  return regions.flatMap((code) => {
    const departments = departmentsOf(code);
    if (!departments) warnOnce(`<asb-actor-map territoires="${code}">: no region has this INSEE code.`);
    return departments ?? [];
  });
}

/** The first two characters of an INSEE code, three overseas: `59`, `2A`, `974`. */
const departmentOf = (code: string): string => code.slice(0, /^9[78]/.test(code) ? 3 : 2);

/** Only what stands there: actors with their seat or a place in one of these communes, what they hold, the links between them. Everything when the page asks for nothing that is known. */
export function communesAsked(data: ActorData, territory: Territory, { communes, departments, groups }: Within): ActorData {
  const asked = new Set(communes);
  for (const group of groups) {
    if (group === territory.code) for (const { code } of territory.communes) asked.add(code);
    else warnOnce(`<asb-actor-map>: the communes of ${group} are not known here; everything shows. Give them in "communes", or a Territory in the property "territory".`);
  }
  if (asked.size === 0 && departments.length === 0) return data;
  const inside = (code: string | undefined): boolean => code !== undefined && (asked.has(code) || departments.includes(departmentOf(code)));
  const there = new Set(data.places.flatMap(({ holder, code_insee }) => (holder !== undefined && inside(code_insee) ? [holder] : [])));
  const actors = data.actors.filter(({ id, commune }) => there.has(id) || inside(commune));
  const ids = new Set(actors.map(({ id }) => id));
  return {
    actors,
    places: data.places.filter(({ holder, code_insee }) => ids.has(holder ?? '') && (code_insee === undefined || inside(code_insee))),
    links: data.links.filter(({ source, target }) => ids.has(source) && ids.has(target)),
  };
}
