import { pathText } from '../../record/path.ts';
import { territoryText } from '../messages.ts';
import { TerritoryJson } from '../model.ts';
import type { Commune, TerritoryProblem } from '../model.ts';

export interface ReadOptions {
  /** Language of the problems: `fr` (default) or `en`. */
  readonly locale?: string | undefined;
}

/** What a reader hands to `Territory`: checked, in the library's names. */
export interface TerritoryData {
  readonly code: string;
  readonly name: string;
  readonly communes: readonly Commune[];
}

export type ReadResult<T> = { readonly data: T } | { readonly error: readonly TerritoryProblem[] };

/** No more than this many problems are told at once: the first ones are enough to mend a file. */
const MAX_PROBLEMS = 20;

/** Reads a territory file (shape: `TerritoryJson` in model.ts). Neighbours must be in the file; they are made mutual. */
export function readTerritory(json: unknown, { locale }: ReadOptions = {}): ReadResult<TerritoryData> {
  const parsed = TerritoryJson.safeParse(json);
  if (!parsed.success) {
    return {
      error: parsed.error.issues.slice(0, MAX_PROBLEMS).map((issue) => ({
        path: pathText(issue.path),
        text: territoryText(issue.message as Parameters<typeof territoryText>[0], locale),
      })),
    };
  }
  const { epci, communes } = parsed.data;
  const error: TerritoryProblem[] = [];
  const neighbours = new Map<string, Set<string>>();
  communes.forEach(({ code }, at) => {
    if (neighbours.has(code)) error.push({ path: `communes[${String(at)}].code`, text: territoryText('duplicate', locale, { code }) });
    neighbours.set(code, new Set());
  });
  communes.forEach(({ code, voisines }, at) => {
    voisines?.forEach((other, index) => {
      const back = neighbours.get(other);
      if (back) {
        back.add(code);
        neighbours.get(code)?.add(other);
      } else {
        error.push({ path: `communes[${String(at)}].voisines[${String(index)}]`, text: territoryText('neighbour', locale, { code: other }) });
      }
    });
  });
  if (error.length > 0) return { error: error.slice(0, MAX_PROBLEMS) };
  return {
    data: {
      code: epci.siren,
      name: epci.nom,
      communes: communes.map((commune) => ({
        code: commune.code,
        name: commune.nom,
        siren: commune.siren ?? undefined,
        population: commune.population ?? undefined,
        postcodes: commune.codesPostaux ?? [],
        centre: commune.centre ?? undefined,
        neighbours: [...(neighbours.get(commune.code) ?? [])].sort(),
      })),
    },
  };
}
