/**
 * Values of version 0.1 of the national standard, and what version 1.0.2 says instead. Services and conditions follow the
 * national library's own correspondence. `exact` is false where a nuance goes: it is then named, and the old text kept.
 */
import type { StandardColumn } from '../standard-values.ts';
import { fold } from './standard-cell.ts';

export interface Successor {
  /** Where the value goes; absent: version 1 has no word for it. */
  readonly column?: StandardColumn;
  readonly value?: string;
  readonly exact: boolean;
}

const exactly = (column: StandardColumn, value: string): Successor => ({ column, value, exact: true });
const roughly = (column: StandardColumn, value: string): Successor => ({ column, value, exact: false });
const nothing: Successor = { exact: false };

const HELP = roughly('services', 'Aide aux démarches administratives');
const DAILY = roughly('services', 'Maîtrise des outils numériques du quotidien');
const WORLD = roughly('services', 'Compréhension du monde numérique');
const WORK = roughly('services', 'Insertion professionnelle via le numérique');
const ACCESS = roughly('services', 'Accès internet et matériel informatique');
const label = (value: string): Successor => exactly('autres_formations_labels', value);

/** Old column → the beginning of an old value, before its explanation (« Payant : L’accès au lieu… ») → its successor. */
const SUCCESSORS = {
  services: {
    'Devenir autonome dans les démarches administratives': HELP,
    'Gagner en autonomie dans les démarches administratives': HELP,
    'Réaliser des démarches administratives avec un accompagnement': HELP,
    'Etre accompagné dans les démarches administratives': HELP,
    'Accompagner les démarches de santé': HELP,
    'Prendre en main un smartphone ou une tablette': DAILY,
    'Prendre en main un ordinateur': DAILY,
    'Utiliser le numérique au quotidien': DAILY,
    'Approfondir ma culture numérique': WORLD,
    'Promouvoir la citoyenneté numérique': WORLD,
    'Favoriser mon insertion professionnelle': WORK,
    'Créer et développer mon entreprise': WORK,
    'Accéder à une connexion internet': ACCESS,
    'Accéder à du matériel': ACCESS,
    "S'équiper en matériel informatique": roughly('services', 'Acquisition de matériel informatique à prix solidaire'),
    'Créer avec le numérique': exactly('services', 'Loisirs et créations numériques'),
    "Soutenir la parentalité et l'éducation avec le numérique": exactly('services', 'Parentalité et éducation avec le numérique'),
  },
  publics_accueillis: {
    'Seniors (+ 65 ans)': roughly('publics_specifiquement_adresses', 'Seniors'),
    'Familles/enfants': exactly('publics_specifiquement_adresses', 'Familles et/ou enfants'),
    Adultes: nothing,
    'Jeunes (16-26 ans)': roughly('publics_specifiquement_adresses', 'Jeunes'),
    'Public langues étrangères': roughly('prise_en_charge_specifique', 'Langues étrangères (autres)'),
    'Déficience visuelle': exactly('prise_en_charge_specifique', 'Déficience visuelle'),
    Surdité: exactly('prise_en_charge_specifique', 'Surdité'),
    'Handicaps psychiques': nothing,
    'Handicaps mentaux': exactly('prise_en_charge_specifique', 'Handicaps mentaux'),
    'Uniquement femmes': roughly('publics_specifiquement_adresses', 'Femmes'),
    "Personnes en situation d'illettrisme": exactly('prise_en_charge_specifique', 'Illettrisme'),
  },
  conditions_acces: {
    Gratuit: exactly('frais_a_charge', 'Gratuit'),
    'Gratuit sous condition': exactly('frais_a_charge', 'Gratuit sous condition'),
    Payant: exactly('frais_a_charge', 'Payant'),
    Adhésion: roughly('frais_a_charge', 'Payant'),
    'Accepte le Pass numérique': roughly('frais_a_charge', 'Gratuit sous condition'),
  },
  labels_nationaux: {
    'France Services': exactly('dispositif_programmes_nationaux', 'France Services'),
    CNFS: exactly('dispositif_programmes_nationaux', 'Conseillers numériques'),
    'Aidants Connect': exactly('dispositif_programmes_nationaux', 'Aidants Connect'),
    'Grandes écoles du numérique': exactly('dispositif_programmes_nationaux', 'Grande école du numérique'),
    'Point numérique CAF': exactly('dispositif_programmes_nationaux', "Point d'accès numérique CAF"),
    'Fabriques de Territoire': exactly('formations_labels', 'Fabriques de Territoire'),
    // No longer national programmes: their names stay, among the other labels.
    APTIC: label('APTIC'),
    'Point relais CAF': label('Point relais CAF'),
    'Relais pôle emploi': label('Relais pôle emploi'),
    'French Tech': label('French Tech'),
    'Campus connecté': label('Campus connecté'),
  },
  modalites_accompagnement: {
    Seul: exactly('modalites_accompagnement', 'En autonomie'),
    "Avec de l'aide": exactly('modalites_accompagnement', 'Accompagnement individuel'),
    'Dans un atelier': exactly('modalites_accompagnement', 'Dans un atelier collectif'),
    'A ma place': nothing,
  },
} satisfies Record<string, Record<string, Successor>>;

export type OldListColumn = keyof typeof SUCCESSORS;

const BY_COLUMN: ReadonlyMap<string, ReadonlyMap<string, Successor>> = new Map(
  Object.entries(SUCCESSORS).map(([column, values]) => [
    column,
    new Map(Object.entries(values).map(([old, successor]): [string, Successor] => [fold(old), successor])),
  ]),
);

export const isOldList = (column: string): column is OldListColumn => BY_COLUMN.has(column);

/** `undefined`: not a value of version 0.1. */
export const successorOf = (column: OldListColumn, value: string): Successor | undefined => BY_COLUMN.get(column)?.get(fold(value.split(' : ')[0] ?? value));

/** Columns that only changed their name. */
export const RENAMED: ReadonlyMap<string, StandardColumn> = new Map<string, StandardColumn>([
  ['courriel', 'courriels'], ['labels_autres', 'autres_formations_labels'], ['accessibilite', 'fiche_acces_libre'], ['presentation_resumee', 'presentation_resume'],
]);

/** Misspelt in what some producers published. */
export const MISSPELT: ReadonlyMap<string, OldListColumn> = new Map<string, OldListColumn>([['conditions_access', 'conditions_acces']]);
