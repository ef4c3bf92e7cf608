/** Closed lists of codes, and the words that people read for them. The codes are those of the commune survey. */
import { inLanguage } from './language.ts';

export const ACTOR_KINDS = [
  'commune', 'ccas', 'bibliotheque', 'operateur_mediation', 'centre_social', 'france_services', 'association', 'epci', 'departement', 'etat', 'operateur_social', 'autre',
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export const LINK_KINDS = ['partenariat', 'intervention', 'orientation', 'financement', 'mutualisation', 'convention', 'instance'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** Those that go both ways: from whom to whom says nothing of them. */
export const MUTUAL_LINKS: ReadonlySet<LinkKind> = new Set<LinkKind>(['partenariat', 'convention', 'instance']);

export const LINK_STATUSES = ['existant', 'souhaite', 'rompu'] as const;
export type LinkStatus = (typeof LINK_STATUSES)[number];

export const FREQUENCIES = ['rarement', 'annuel', 'trimestriel', 'mensuel'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

const KIND_WORDS = {
  fr: {
    commune: 'commune', ccas: 'CCAS', bibliotheque: 'bibliothèque', operateur_mediation: 'opérateur de médiation', centre_social: 'centre social',
    france_services: 'France services', association: 'association', epci: 'intercommunalité', departement: 'département', etat: 'service de l’État',
    operateur_social: 'opérateur social', autre: 'autre',
  },
  en: {
    commune: 'municipality', ccas: 'CCAS (social services centre)', bibliotheque: 'library', operateur_mediation: 'digital mediation operator',
    centre_social: 'community centre', france_services: '“France services” centre', association: 'association', epci: 'intercommunal body',
    departement: 'département', etat: 'State service', operateur_social: 'social operator', autre: 'other',
  },
} satisfies Record<string, Record<ActorKind, string>>;

const LINK_WORDS = {
  fr: {
    partenariat: 'partenariat', intervention: 'intervention', orientation: 'orientation d’usagers', financement: 'financement',
    mutualisation: 'prêt ou mutualisation', convention: 'convention', instance: 'instance commune',
  },
  en: {
    partenariat: 'partnership', intervention: 'working on site', orientation: 'referral of people', financement: 'funding',
    mutualisation: 'lending or sharing', convention: 'agreement', instance: 'common body',
  },
} satisfies Record<string, Record<LinkKind, string>>;

const STATUS_WORDS = {
  fr: { existant: 'existant', souhaite: 'souhaité', rompu: 'rompu' },
  en: { existant: 'existing', souhaite: 'wished for', rompu: 'broken' },
} satisfies Record<string, Record<LinkStatus, string>>;

const FREQUENCY_WORDS = {
  fr: { rarement: 'moins d’une fois par an', annuel: 'une ou deux fois par an', trimestriel: 'chaque trimestre', mensuel: 'chaque mois ou plus' },
  en: { rarement: 'less than once a year', annuel: 'once or twice a year', trimestriel: 'every quarter', mensuel: 'every month or more' },
} satisfies Record<string, Record<Frequency, string>>;

export const actorKindLabel = (kind: ActorKind, locale?: string): string => inLanguage(KIND_WORDS, locale)[kind];
export const linkKindLabel = (kind: LinkKind, locale?: string): string => inLanguage(LINK_WORDS, locale)[kind];
export const linkStatusLabel = (status: LinkStatus, locale?: string): string => inLanguage(STATUS_WORDS, locale)[status];
export const frequencyLabel = (frequency: Frequency, locale?: string): string => inLanguage(FREQUENCY_WORDS, locale)[frequency];
