/** The words for what a merge found: why two records may be one. */
import { fill, inLanguage } from './language.ts';
import type { MatchReason } from './match.ts';

const REASONS = {
  fr: {
    id: 'même identifiant',
    localId: 'même identifiant local, mais un autre nom, un autre endroit ou un autre producteur',
    name: 'même nom, même commune',
    nameOnly: 'même nom ; la commune n’est pas dite des deux côtés',
    farName: 'même nom, même commune, mais pas au même endroit',
    likeName: 'noms proches, même commune',
    address: 'même adresse, noms proches',
    key: 'même numéro au répertoire (SIRET, RNA), autre nom ou autre commune',
    several: 'même nom, même commune : plusieurs enregistrements peuvent convenir',
  },
  en: {
    id: 'same identifier',
    localId: 'same local identifier, but another name, another spot or another producer',
    name: 'same name, same municipality',
    nameOnly: 'same name; the municipality is not said on both sides',
    farName: 'same name, same municipality, but not at the same spot',
    likeName: 'names that are close, same municipality',
    address: 'same address, names that are close',
    key: 'same number in the register (SIRET, RNA), another name or municipality',
    several: 'same name, same municipality: several records may be meant',
  },
} satisfies Record<string, Record<MatchReason, string>>;

const AT = { fr: '{reason}, à {distance}', en: '{reason}, {distance} away' } as const;

/** « même nom, même commune, mais pas au même endroit, à 350 m » */
export function matchText({ reason, distance }: { readonly reason: MatchReason; readonly distance: number | undefined }, locale = 'fr'): string {
  const words = inLanguage<Record<MatchReason, string>>(REASONS, locale)[reason];
  return distance === undefined ? words : fill(inLanguage<string>(AT, locale), { reason: words, distance: distanceText(distance, locale) });
}

/** Metres under a kilometre, rounded to ten: no address is better known. */
export function distanceText(kilometres: number, locale = 'fr'): string {
  const near = kilometres < 0.995;
  return new Intl.NumberFormat(locale, {
    style: 'unit', unit: near ? 'meter' : 'kilometer', maximumFractionDigits: near || kilometres >= 10 ? 0 : 1,
  }).format(near ? Math.round(kilometres * 100) * 10 : kilometres);
}
