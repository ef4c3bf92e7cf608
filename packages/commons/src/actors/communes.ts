/** In which commune of the territory something stands, from what people wrote: files of the national standard may leave the INSEE code out. */
import { COMMUNE_CODE } from '../territory/code.ts';
import { plainName } from '../territory/search.ts';
import type { Territory } from '../territory/territory.ts';
import { capped } from './formats/capped.ts';
import { formatText } from './formats/messages.ts';
import type { Actor, ActorData, Place } from './model.ts';
import type { Problem, ReadOptions } from './read.ts';

export interface WrittenCommune {
  /** Its name as it was written; a code does as well. */
  readonly name?: string | undefined;
  readonly postcode?: string | undefined;
}

/**
 * The INSEE code of the one commune that is meant: by its whole name, which a postcode of another département denies; else by a postcode and a
 * name that is close (`Lile`, `Lille-Sud`, 59000); else by a postcode alone that only one commune has. Undefined when it cannot be told.
 */
export function findCommune({ name = '', postcode = '' }: WrittenCommune, territory: Territory): string | undefined {
  const digits = postcode.replace(/\s/g, '');
  const sharing = digits === '' ? [] : territory.byPostcode(digits);
  const text = name.trim().replace(/\s+cedex.*$/i, '');
  const named = communeNamed(text, territory);
  // `59033 LILLE CEDEX` is nobody's postcode in a list, but it is of this département.
  if (named !== undefined) return digits === '' || sharing.some(({ code }) => code === named) || departmentOf(digits) === departmentOf(named) ? named : undefined;
  if (plainName(text) === '') return sharing.length === 1 ? sharing[0]?.code : undefined;
  const plain = plainName(text);
  const near = new Set(territory.search(text).map(({ code }) => code));
  const close = sharing.filter((commune) => near.has(commune.code) || plain.startsWith(`${plainName(commune.name)} `));
  return close.length === 1 ? close[0]?.code : undefined;
}

/** Corsica's postcodes begin with 20, its codes with 2A and 2B. */
const departmentOf = (code: string): string => code.slice(0, 2).replace(/^2[AB]/i, '20');

/** The one commune of the territory that bears this name (or has this INSEE code), whatever its accents and hyphens. */
export function communeNamed(text: string, territory: Territory): string | undefined {
  const code = text.trim().toUpperCase();
  if (COMMUNE_CODE.test(code) && territory.byCode(code)) return code;
  const codes = namesOf(territory).get(plainName(text.replace(/\s+cedex.*$/i, '')));
  return codes?.size === 1 ? [...codes][0] : undefined;
}

/** Computed once a territory, which never changes: a table asks for every cell. */
const NAMES = new WeakMap<Territory, ReadonlyMap<string, ReadonlySet<string>>>();

function namesOf(territory: Territory): ReadonlyMap<string, ReadonlySet<string>> {
  const known = NAMES.get(territory);
  if (known) return known;
  const names = new Map<string, Set<string>>();
  for (const { code, name } of territory.communes) {
    // « Bassée » as well as « La Bassée ».
    for (const plain of [plainName(name), plainName(name).replace(/^(la|le|les|l) /, '')]) names.set(plain, (names.get(plain) ?? new Set()).add(code));
  }
  NAMES.set(territory, names);
  return names;
}

/**
 * `data` with the INSEE code of every commune that is only named: of places, of the actors that were made from them, and of actors whose table
 * named it (`extra.commune`). What is not found stays as it is; `problems` tells each name once, with how many bear it.
 */
export function withCommunes(data: ActorData, territory: Territory, { locale }: ReadOptions = {}): { readonly data: ActorData; readonly problems: readonly Problem[] } {
  const found = new Map<string, string | undefined>();
  const unknown = new Map<string, { readonly value: string; readonly postcode: string; count: number }>();
  const codeOf = (name: string, postcode: string): string | undefined => {
    const key = `${name}\n${postcode}`;
    if (!found.has(key)) found.set(key, findCommune({ name, postcode }, territory));
    const code = found.get(key);
    if (code !== undefined) return code;
    const told = unknown.get(key);
    if (told) told.count += 1;
    else unknown.set(key, { value: name === '' ? postcode : name, postcode: name === '' ? '' : postcode, count: 1 });
    return undefined;
  };
  /** By identifier of place: only those that had no code. */
  const codes = new Map<string, string>();
  const places = data.places.map((place): Place => {
    const { commune = '', code_postal: postcode = '' } = place;
    if (place.code_insee !== undefined || (commune === '' && postcode === '')) return place;
    const code = codeOf(commune, postcode);
    if (code === undefined) return place;
    codes.set(place.id, code);
    return { ...place, code_insee: code, commune: commune === '' ? (territory.byCode(code)?.name ?? '') : commune };
  });
  const actors = data.actors.map((actor): Actor => {
    if (actor.commune !== undefined) return actor;
    const said = actor.extra?.['commune'];
    if (typeof said !== 'string') {
      const [first] = actor.derivedFrom.flatMap((id) => codes.get(id) ?? []);
      return first === undefined ? actor : { ...actor, commune: first };
    }
    const postcode = actor.extra?.['code_postal'];
    const code = codeOf(said, typeof postcode === 'string' ? postcode : '');
    if (code === undefined) return actor;
    const { extra, ...rest } = actor;
    const left = Object.entries(extra ?? {}).filter(([name]) => name !== 'commune');
    return { ...rest, commune: code, ...(left.length > 0 && { extra: Object.fromEntries(left) }) };
  });
  const problems = [...unknown.values()].map(({ value, postcode, count }): Problem => ({
    path: 'commune', text: formatText('communeUnknown', locale, { value: [value, postcode].filter(Boolean).join(', '), territory: territory.name, count }),
  }));
  const changed = places.some((place, at) => place !== data.places[at]) || actors.some((actor, at) => actor !== data.actors[at]);
  return { data: changed ? { ...data, actors, places } : data, problems: capped(problems, locale) };
}
