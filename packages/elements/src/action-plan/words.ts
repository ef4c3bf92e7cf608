import type { Need, Priority, Status } from '@assembleurs/commons/plan';
import { once } from '../internal/once.ts';
import { type Translator, translator } from '../internal/translate.ts';
import { type PlanKey, planFr } from './messages/fr.ts';

type Lang = 'fr' | 'en';

const STATUS: Readonly<Record<Lang, Readonly<Record<Status, string>>>> = {
  fr: { 'À venir': 'À venir', 'En cours': 'En cours', 'Réalisé': 'Réalisé', 'En pause': 'En pause', 'Abandonné': 'Abandonné', 'Bloqué': 'Bloqué', 'En retard': 'En retard', 'A discuter': 'À discuter' },
  en: { 'À venir': 'Upcoming', 'En cours': 'In progress', 'Réalisé': 'Done', 'En pause': 'On hold', 'Abandonné': 'Given up', 'Bloqué': 'Blocked', 'En retard': 'Late', 'A discuter': 'To discuss' },
};
const PRIORITY: Readonly<Record<Lang, Readonly<Record<Priority, string>>>> = { fr: { 'Élevé': 'Élevée', Moyen: 'Moyenne', Bas: 'Basse' }, en: { 'Élevé': 'High', Moyen: 'Medium', Bas: 'Low' } };
const NEED: Readonly<Record<Lang, Readonly<Record<Need, string>>>> = {
  fr: {
    etablir_un_diagnostic_territorial: 'Établir un diagnostic territorial', co_construire_la_feuille_de_route: 'Co-construire la feuille de route', rediger_la_feuille_de_route: 'Rédiger la feuille de route', appui_juridique: 'Appui juridique', structurer_un_fonds: 'Structurer un fonds',
    monter_dossiers_de_subvention: 'Monter des dossiers de subvention', animer_la_gouvernance: 'Animer la gouvernance', structurer_une_filiere_de_reconditionnement: 'Structurer une filière de reconditionnement', collecter_des_donnees_territoriales: 'Collecter des données territoriales',
    sensibiliser_les_acteurs_aux_outils_existants: 'Sensibiliser les acteurs aux outils existants', appuyer_la_certification_qualiopi: 'Appuyer la certification Qualiopi',
  },
  en: {
    etablir_un_diagnostic_territorial: 'Draw up a local diagnosis', co_construire_la_feuille_de_route: 'Build the roadmap together', rediger_la_feuille_de_route: 'Write the roadmap', appui_juridique: 'Legal support', structurer_un_fonds: 'Set up a fund',
    monter_dossiers_de_subvention: 'Apply for grants', animer_la_gouvernance: 'Run the governance', structurer_une_filiere_de_reconditionnement: 'Set up a refurbishing channel', collecter_des_donnees_territoriales: 'Collect local data',
    sensibiliser_les_acteurs_aux_outils_existants: 'Make existing tools known', appuyer_la_certification_qualiopi: 'Support the Qualiopi certification',
  },
};

export interface Words {
  readonly lang: Lang;
  readonly t: Translator<PlanKey>;
  /** `2026-11-26` as 26 nov. 2026; a day has no time zone. */
  readonly day: (day: string) => string;
  /** Novembre 2026. */
  readonly month: (day: string) => string;
  readonly shortMonth: (day: string) => string;
  /** The letters of Monday to Sunday. */
  readonly weekdays: readonly string[];
  readonly number: (value: number) => string;
  readonly percent: (share: number) => string;
  readonly status: (status: Status) => string;
  readonly priority: (priority: Priority) => string;
  readonly need: (code: string) => string;
  readonly list: (names: readonly string[]) => string;
}

const make = (lang: Lang, catalogue: Readonly<Record<PlanKey, string>>): Words => {
  const tag = lang === 'fr' ? 'fr' : 'en-GB';
  const dates = (options: Intl.DateTimeFormatOptions): ((day: string) => string) => {
    const format = once(() => new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' }));
    return (day) => format().format(new Date(`${day}T00:00:00Z`));
  };
  const weekday = dates({ weekday: 'short' });
  // One that began on a Monday.
  const week = once(() => [5, 6, 7, 8, 9, 10, 11].map((day) => weekday(`2026-01-${String(day).padStart(2, '0')}`)));
  const number = once(() => new Intl.NumberFormat(tag, { maximumFractionDigits: 2 }));
  const percent = once(() => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }));
  return {
    lang,
    t: translator(catalogue, lang),
    day: dates({ day: 'numeric', month: 'short', year: 'numeric' }),
    month: dates({ month: 'long', year: 'numeric' }),
    shortMonth: dates({ month: 'short' }),
    get weekdays() { return week(); },
    number: (value) => number().format(value),
    percent: (share) => percent().format(share),
    status: (status) => STATUS[lang][status],
    priority: (priority) => PRIORITY[lang][priority],
    need: (code) => (Object.hasOwn(NEED[lang], code) ? NEED[lang][code as Need] : code.replace(/^asb:/, '').replaceAll('_', ' ')),
    list: (names) => names.join(', '),
  };
};

const made: Partial<Record<Lang, Words>> = {};
const isEnglish = (locale: string): boolean => /^en\b/i.test(locale);

/** Brings the words of a language that is not French; without a network they stay French. True when something came. */
export async function loadWords(locale: string): Promise<boolean> {
  if (!isEnglish(locale) || made.en) return false;
  try {
    made.en = make('en', (await import('./messages/en.ts')).planEn);
    return true;
  } catch {
    return false;
  }
}

/** English when asked and there, French otherwise. */
export const wordsIn = (locale: string): Words => (isEnglish(locale) ? made.en : undefined) ?? (made.fr ??= make('fr', planFr));
