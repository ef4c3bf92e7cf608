/**
 * Population strata (municipal population, inhabitants). The bounds are those that change what a commune may be
 * asked or advised, so that a panorama compares like with like:
 * - 3,500: below it, the national "flash" responsible-digital approach is meant; above it, the full one. It is also
 *   where many local-government rules begin (43 of the MEL's 95 communes are below).
 * - 10,000 and 20,000: usual bounds of national surveys of communes.
 * - 50,000: "plus de 50 000 habitants" must have a responsible-digital strategy (loi REEN, art. 35, décret
 *   2022-1084); 4 communes of the MEL. Exactly 50,000 is not "plus de", hence an upper stratum that begins at 50,001.
 */
export const STRATA = [
  { id: 'lt3500', min: 0, max: 3_499 },
  { id: '3500-10000', min: 3_500, max: 9_999 },
  { id: '10000-20000', min: 10_000, max: 19_999 },
  { id: '20000-50000', min: 20_000, max: 50_000 },
  { id: 'gt50000', min: 50_001, max: Infinity },
] as const;

export type StratumId = (typeof STRATA)[number]['id'];

/** The stratum of a population in inhabitants; undefined when the population is not known. */
export function stratumOf(population: number | undefined): StratumId | undefined {
  if (population === undefined) return undefined;
  return STRATA.find(({ max }) => population <= max)?.id;
}

const STRATUM_LABELS = {
  fr: {
    'lt3500': 'moins de 3 500 habitants',
    '3500-10000': 'de 3 500 à 10 000 habitants',
    '10000-20000': 'de 10 000 à 20 000 habitants',
    '20000-50000': 'de 20 000 à 50 000 habitants',
    'gt50000': 'plus de 50 000 habitants',
  },
  en: {
    'lt3500': 'under 3,500 inhabitants',
    '3500-10000': '3,500 to 10,000 inhabitants',
    '10000-20000': '10,000 to 20,000 inhabitants',
    '20000-50000': '20,000 to 50,000 inhabitants',
    'gt50000': 'over 50,000 inhabitants',
  },
} satisfies Record<'fr' | 'en', Record<StratumId, string>>;

/** What to write for a stratum, in French unless the locale is English. */
export function stratumLabel(id: StratumId, locale = 'fr'): string {
  return STRATUM_LABELS[locale.startsWith('en') ? 'en' : 'fr'][id];
}
