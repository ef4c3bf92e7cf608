import { COMMUNE_CODE } from './code.ts';
import type { TerritoryData } from './formats/json.ts';
import { territoryText } from './messages.ts';
import type { Commune } from './model.ts';
import { searchCommunes, searchEntry } from './search.ts';
import type { SearchEntry } from './search.ts';
import { stratumOf } from './strata.ts';
import type { StratumId } from './strata.ts';

/** A commune, or why there is none: a sentence that names the code, the territory, and communes that may be meant. */
export type CommuneResult = { readonly commune: Commune } | { readonly error: string; readonly near: readonly Commune[] };

/** A closed list of communes, and the ways to find one. It never changes once made. */
export class Territory implements TerritoryData {
  /** SIREN of the EPCI; empty when the source does not say. */
  readonly code: string;
  readonly name: string;
  /** In the source's order. */
  readonly communes: readonly Commune[];
  readonly #byCode: ReadonlyMap<string, Commune>;
  #entries: readonly SearchEntry[] | undefined;

  constructor({ code, name, communes }: TerritoryData) {
    this.code = code;
    this.name = name;
    this.communes = communes;
    this.#byCode = new Map(communes.map((commune) => [commune.code, commune]));
  }

  byCode(code: string): Commune | undefined {
    return this.#byCode.get(code.trim().toUpperCase());
  }

  /** As `byCode`, with the sentence to show when the code is not one of this territory. */
  lookUp(code: string, locale?: string): CommuneResult {
    const commune = this.byCode(code);
    if (commune) return { commune };
    const near = this.#near(code.trim());
    const key = COMMUNE_CODE.test(code.trim().toUpperCase()) ? 'unknownCode' : 'notACode';
    const names = near.map((one) => `${one.name} (${one.code})`).join(', ');
    const error = territoryText(key, locale, { code, territory: this.name, count: this.communes.length });
    return { error: near.length === 0 ? error : `${error} ${territoryText('near', locale, { names })}`, near };
  }

  /** Communes whose postcode this is, or whose name or code is almost what was given; three at most. */
  #near(code: string): Commune[] {
    const found = this.search(code, 3);
    if (found.length > 0) return found;
    const differ = (other: string): number => Array.from(other).filter((letter, at) => letter !== code[at]).length;
    return this.communes.filter((commune) => commune.code.length === code.length && differ(commune.code) === 1).slice(0, 3);
  }

  /** What a person typed (name, part of a name, postcode, INSEE code) → communes, best first. See search.ts. */
  search(text: string, limit = 10): Commune[] {
    this.#entries ??= this.communes.map(searchEntry);
    return searchCommunes(this.#entries, text, limit);
  }

  /** Every commune that has this postcode: the person chooses, a postcode alone never does. */
  byPostcode(postcode: string): Commune[] {
    const digits = postcode.replace(/\s/g, '');
    return this.communes.filter((commune) => commune.postcodes.includes(digits));
  }

  neighboursOf(code: string): Commune[] {
    return (this.byCode(code)?.neighbours ?? []).flatMap((other) => this.byCode(other) ?? []);
  }

  stratumOf(code: string): StratumId | undefined {
    return stratumOf(this.byCode(code)?.population);
  }

  /** The file's shape again: `territoryFromJson(JSON.parse(JSON.stringify(territory)))` gives an equal one. */
  toJSON(): unknown {
    return {
      epci: { siren: this.code, nom: this.name },
      communes: this.communes.map(({ code, name, siren, population, postcodes, centre, neighbours }) => ({
        code, nom: name, siren, population, codesPostaux: postcodes, centre, voisines: neighbours,
      })),
    };
  }
}
