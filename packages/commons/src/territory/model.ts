import * as z from 'zod/mini';
import { COMMUNE_CODE } from './code.ts';
import type { TerritoryMessage } from './messages.ts';

z.config({ jitless: true });

/** More than France has (34,875 in 2026): what is longer is not a list of communes. */
const MAX_COMMUNES = 40_000;

/** A commune as the library knows it. What a source does not say is absent (`undefined`) or an empty list, never guessed. */
export interface Commune {
  /** INSEE code. Not the postcode: one postcode may cover nine communes. */
  readonly code: string;
  readonly name: string;
  /** 9 digits. */
  readonly siren: string | undefined;
  /** Municipal population, inhabitants. */
  readonly population: number | undefined;
  readonly postcodes: readonly string[];
  /** [longitude, latitude] in degrees, WGS 84. */
  readonly centre: readonly [number, number] | undefined;
  /** INSEE codes of the communes of the territory that touch it. */
  readonly neighbours: readonly string[];
}

/** One thing wrong in a territory file. `path` is a JSON path (`communes[3].code`); the root is an empty string. */
export interface TerritoryProblem {
  readonly path: string;
  readonly text: string;
}

// A check names its message; `problemsOf` puts it in the reader's language.
const says = (key: TerritoryMessage): { error: string } => ({ error: key });

const CommuneJson = z.object(
  {
    code: z.string(says('commune')).check(z.regex(COMMUNE_CODE, says('commune'))),
    nom: z.string(says('string')).check(z.minLength(1, says('string'))),
    siren: z.nullish(z.string(says('siren')).check(z.regex(/^\d{9}$/, says('siren')))),
    population: z.nullish(z.number(says('number')).check(z.nonnegative(says('number')))),
    codesPostaux: z.nullish(z.array(z.string(says('postcode')).check(z.regex(/^\d{5}$/, says('postcode'))), says('array'))),
    centre: z.nullish(
      z.tuple(
        [
          z.number(says('centre')).check(z.minimum(-180, says('centre')), z.maximum(180, says('centre'))),
          z.number(says('centre')).check(z.minimum(-90, says('centre')), z.maximum(90, says('centre'))),
        ],
        says('centre'),
      ),
    ),
    voisines: z.nullish(z.array(z.string(says('commune')), says('array'))),
  },
  says('object'),
);

/**
 * A territory's file, with the names of the official French data (`nom`, `codesPostaux`…):
 * `{ epci: { siren, nom }, communes: [{ code, nom, siren?, population?, codesPostaux?, centre?: [lon, lat], voisines? }] }`.
 * Properties of other names are ignored.
 */
export const TerritoryJson = z.object(
  {
    epci: z.object({ siren: z.string(says('siren')), nom: z.string(says('string')) }, says('object')),
    communes: z.array(CommuneJson, says('array')).check(z.minLength(1, says('empty')), z.maxLength(MAX_COMMUNES, says('tooMany'))),
  },
  says('object'),
);
export type TerritoryJson = z.infer<typeof TerritoryJson>;
