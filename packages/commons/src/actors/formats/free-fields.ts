/** What a column of somebody's table may be: by what its header says, and by what its cells look like. */
import { plainName } from '../../territory/search.ts';
import type { Territory } from '../../territory/territory.ts';
import { communeNamed } from '../communes.ts';
import { kindOfPlace } from '../holders.ts';
import { ACTOR_KINDS, actorKindLabel } from '../kinds.ts';
import type { ActorKind } from '../kinds.ts';
import { isSiret, siretDigits } from '../siret.ts';
import { STANDARD_COLUMNS, STANDARD_LISTS } from '../standard-values.ts';
import type { StandardColumn } from '../standard-values.ts';
import { admit, canonical } from './standard-cell.ts';

export const ACTOR_FIELDS = ['name', 'kind', 'commune', 'code_postal', 'code_insee', 'siret', 'email', 'phone', 'url', 'note', 'publics', 'latitude', 'longitude'] as const;
export type ActorField = (typeof ACTOR_FIELDS)[number];
export type PlaceField = StandardColumn;

interface Guess {
  /** Headers, in their plain form. */
  readonly headers: readonly string[];
  /** Whether one cell looks like it; absent: any text may be. */
  readonly looks?: (text: string, territory: Territory) => boolean;
}

const five = (text: string): boolean => /^\d{4,5}$|^2[AB]\d{3}$/i.test(text);
const number = (text: string): number => (/^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : NaN);
const within = (low: number, high: number) => (text: string): boolean => number(text) >= low && number(text) <= high && /[.,]/.test(text);

const NAME: Guess = {
  headers: [
    'nom', 'nom de la structure', 'nom du lieu', 'structure', 'lieu', 'organisme', 'etablissement', 'raison sociale', 'denomination', 'intitule', 'acteur', 'name',
    'title', 'libelle',
  ],
};
const COMMUNE: Guess = {
  headers: ['commune', 'ville', 'nom de la commune', 'nom commune', 'localite', 'city', 'town', 'municipality'],
  looks: (text, territory) => communeNamed(text, territory) !== undefined,
};
const POSTCODE: Guess = { headers: ['code postal', 'cp', 'codepostal', 'postcode', 'zip'], looks: (text, territory) => five(text) && territory.byPostcode(text).length > 0 };
const INSEE: Guess = { headers: ['code insee', 'insee', 'code commune', 'cog', 'depcom', 'codgeo', 'code insee commune'], looks: (text, territory) => territory.byCode(text) !== undefined };
const EMAIL: Guess = {
  headers: ['courriel', 'courriels', 'mail', 'email', 'e mail', 'adresse mail', 'adresse electronique', 'contact mail'],
  looks: (text) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text),
};
const PHONE: Guess = {
  headers: ['telephone', 'tel', 'numero de telephone', 'phone', 'mobile'],
  looks: (text) => /[\d+]/.test(text.charAt(0)) && admit('telephone', text).kept !== undefined,
};
const URL: Guess = { headers: ['site', 'site web', 'site internet', 'url', 'web', 'website', 'lien'], looks: (text) => /^(https?:\/\/|www\.)\S+$/i.test(text) };
const SIRET: Guess = { headers: ['siret', 'n siret', 'numero siret', 'pivot', 'rna', 'siret ou rna'], looks: (text) => isSiret(siretDigits(text)) };
// Metropolitan France: a number with decimals between these bounds is hardly anything else.
const LATITUDE: Guess = { headers: ['latitude', 'lat', 'y'], looks: within(41, 51.6) };
const LONGITUDE: Guess = { headers: ['longitude', 'lon', 'lng', 'long', 'x'], looks: within(-5.5, 9.8) };

const ACTOR_GUESSES: Readonly<Record<ActorField, Guess>> = {
  name: NAME,
  kind: {
    headers: ['type', 'type de structure', 'type d acteur', 'categorie', 'nature', 'typologie', 'kind', 'category', 'statut juridique'],
    looks: (text) => kindNamed(text) !== undefined,
  },
  commune: COMMUNE, code_postal: POSTCODE, code_insee: INSEE, siret: SIRET, email: EMAIL, phone: PHONE, url: URL,
  note: { headers: ['note', 'notes', 'commentaire', 'commentaires', 'remarque', 'remarques', 'observations', 'comment'] },
  publics: { headers: ['publics', 'public', 'publics accueillis', 'publics cibles', 'public cible', 'beneficiaires'] },
  latitude: LATITUDE, longitude: LONGITUDE,
};

const PLACE_HEADERS: Partial<Record<PlaceField, Guess>> = {
  id: { headers: ['id', 'identifiant', 'identifiant unique'] },
  pivot: SIRET, nom: NAME, commune: COMMUNE, code_postal: POSTCODE, code_insee: INSEE, telephone: PHONE, courriels: EMAIL, site_web: URL, latitude: LATITUDE, longitude: LONGITUDE,
  adresse: {
    headers: ['adresse', 'adresse postale', 'voie', 'rue', 'address', 'street'],
    looks: (text) => /^\d+.*\b(rue|avenue|av|place|boulevard|bd|chemin|allee|route|square|quai|impasse)\b/i.test(plainName(text)),
  },
  complement_adresse: { headers: ['complement', 'complement d adresse', 'batiment', 'etage'] },
  typologie: { headers: ['typologie', 'type', 'type de lieu', 'categorie'] },
  horaires: { headers: ['horaires', 'horaires d ouverture', 'ouverture', 'opening hours'], looks: (text) => /^(Mo|Tu|We|Th|Fr|Sa|Su)\b.*\d{2}:\d{2}/.test(text) },
  presentation_resume: { headers: ['presentation', 'description', 'resume', 'presentation resume'] },
  date_maj: { headers: ['date', 'date de mise a jour', 'mise a jour', 'date maj', 'maj', 'updated'], looks: (text) => admit('date_maj', text).kept !== undefined },
  source: { headers: ['source', 'origine', 'producteur'] },
  publics_specifiquement_adresses: { headers: ['publics', 'public', 'publics specifiques'] },
  frais_a_charge: { headers: ['frais', 'tarif', 'tarifs', 'cout', 'prix'] },
  prise_rdv: { headers: ['rdv', 'prise de rdv', 'rendez vous', 'prise de rendez vous'] },
};

/** A field of the standard is known by its own name, and its closed lists by their values. */
function placeGuess(field: PlaceField): Guess {
  const { headers = [], looks } = PLACE_HEADERS[field] ?? {};
  const list = STANDARD_LISTS.find((each) => each === field);
  const values = list && ((text: string): boolean => text.split(/[|;]/).some((item) => canonical(list, item.trim()) !== undefined));
  const seems = looks ?? values;
  return { headers: [...headers, plainName(field)], ...(seems && { looks: seems }) };
}

export const GUESSES: { readonly actors: ReadonlyMap<ActorField, Guess>; readonly places: ReadonlyMap<PlaceField, Guess> } = {
  actors: new Map(ACTOR_FIELDS.map((field) => [field, ACTOR_GUESSES[field]])),
  places: new Map(STANDARD_COLUMNS.map((field) => [field, placeGuess(field)])),
};

/** A kind by its code, its words in either language, or what such a name usually is. */
export function kindNamed(text: string): ActorKind | undefined {
  const plain = plainName(text);
  if (plain === '') return undefined;
  const exact = ACTOR_KINDS.find((kind) => [kind.replaceAll('_', ' '), plainName(actorKindLabel(kind)), plainName(actorKindLabel(kind, 'en'))].some((name) => name === plain || `${name}s` === plain));
  if (exact) return exact;
  const guessed = kindOfPlace({ nom: text, typologie: [text.trim().toUpperCase()] });
  return guessed === 'autre' ? undefined : guessed;
}
