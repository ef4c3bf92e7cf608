/**
 * Fictitious answers to the commune survey, for demonstrations and tests: plausible, the same for the same seed, valid
 * for the questionnaire, and marked as fictitious in what people read. No person is named; addresses end in `.example`.
 */
import type { Answers } from '../../survey/session/types.ts';
import type { Commune } from '../../territory/model.ts';
import { plainName } from '../../territory/search.ts';
import type { Territory } from '../../territory/territory.ts';
import { PUBLICS, SERVICES, SPECIFIC_CARE } from '../commune-survey/offer.ts';
import { LOCAL_NEEDS, NATIONAL_NEEDS } from '../commune-survey/needs.ts';
import { Draw } from './draw.ts';

/** How the free comment of every fictitious answer begins, in exports too. */
export const FICTITIOUS = 'Réponse fictive de démonstration.';

export const isFictitious = (answers: Answers): boolean => {
  const { commentaire } = answers;
  return typeof commentaire === 'string' && commentaire.startsWith(FICTITIOUS);
};

/** A fictitious answer, and the commune that it speaks of (INSEE code). */
export interface DemoAnswer {
  readonly commune: string;
  readonly answers: Answers;
}

/**
 * `count` fictitious answers. Communes are drawn without putting them back; past the territory's size, a second answer
 * of a commune may come, as it does in life. Same seed, count and territory: same answers.
 */
export function demoAnswers(seed: number, count: number, territory: Territory): DemoAnswer[] {
  const draw = new Draw(seed);
  const order: Commune[] = [];
  while (order.length < count && territory.communes.length > 0) order.push(...draw.shuffled(territory.communes));
  return order.slice(0, count).map((commune) => ({ commune: commune.code, answers: answersOf(commune, draw) }));
}

/** A larger commune has, on the whole, more means, more partners and more help on offer: from 0 (hamlet) to 1 (city). */
const size = ({ population = 2_000 }: Commune): number => Math.min(1, Math.max(0, Math.log10(population / 500) / 2.2));

function answersOf(commune: Commune, draw: Draw): Answers {
  const scale = size(commune);
  const answers: Record<string, unknown> = { commune: commune.code };
  answers['role'] = draw.weighted({ elu: 3 - 2 * scale, dgs: 2 - scale, ccas: 1 + scale, bibliotheque: 0.8, numerique: 2 * scale });
  contacts(answers, commune, draw);
  support(answers, scale, draw);
  offer(answers, scale, draw);
  partners(answers, scale, draw);
  needs(answers, scale, draw);
  expectations(answers, scale, draw);
  conditions(answers, scale, draw);
  followUp(answers, commune, scale, draw);
  return answers;
}

function contacts(answers: Record<string, unknown>, commune: Commune, draw: Draw): void {
  const domain = `${plainName(commune.name).replaceAll(' ', '-')}.example`;
  if (draw.chance(0.5)) {
    answers['contact_politique'] = {
      fonction: draw.one(['Adjoint·e aux solidarités', 'Adjoint·e à la culture', 'Maire', 'Conseiller·ère délégué·e au numérique']),
      courriel: `elus@${domain}`,
    };
  }
  if (draw.chance(0.6)) {
    answers['contact_technique'] = {
      fonction: draw.one(['Responsable du CCAS', 'Responsable de la médiathèque', 'Secrétariat de mairie', 'Chargé·e de projet numérique']),
      courriel: `${draw.one(['accueil', 'ccas', 'mediatheque'])}@${domain}`,
    };
  }
}

function support(answers: Record<string, unknown>, scale: number, draw: Draw): void {
  answers['elu_delegue'] = draw.weighted({ oui_dediee: 0.2 + scale, oui_partagee: 1.2, non: 1.8 - 1.5 * scale, nsp: 0.2 });
  const referent = draw.weighted({ oui_temps: scale, oui_sans_temps: 1, non: 1.6 - 1.4 * scale, nsp: 0.2 });
  answers['referent'] = referent;
  const followed = referent.startsWith('oui');
  if (followed) answers['referent_service'] = draw.weighted({ direction: 1 - scale, ccas: 1, bibliotheque: 1, numerique: 1.5 * scale, accueil: 0.6 });
  const plan = draw.weighted({ oui: 0.3 + scale, en_cours: 0.7, non: 1.5 - scale, nsp: 0.4 });
  answers['projet_communal'] = plan;
  if (followed || plan === 'oui' || plan === 'en_cours') {
    const known = draw.some(['crte', 'sdun', 'sdin', 'fne'], 0.15 + 0.25 * scale);
    answers['schemas'] = known.length > 0 ? known : [draw.one(['none', 'dontknow'])];
  }
}

function offer(answers: Record<string, unknown>, scale: number, draw: Draw): void {
  const offered = draw.weighted({ oui: 0.5 + 2 * scale, non: 1.2 - scale, nsp: 0.15 });
  answers['offre_existe'] = offered;
  if (offered === 'non') answers['offre_voisine'] = draw.weighted({ commune_voisine: 2, mairie: 1.5, proches: 1, dontknow: 0.5 });
  if (offered !== 'oui') return;
  answers['lieux'] = draw.atLeastOne(['mairie', 'ccas', 'bibliotheque', 'france_services', 'centre_social', 'association', 'itinerant'], 0.2 + 0.4 * scale);
  answers['services'] = draw.chance(0.08) ? ['dontknow'] : draw.atLeastOne(SERVICES.map(([code]) => code), 0.25 + 0.4 * scale);
  const publics = draw.some([...PUBLICS.map(([code]) => code as string), ...SPECIFIC_CARE.map(({ value }) => value)], 0.1 + 0.25 * scale);
  answers['publics'] = publics.length > 0 ? publics : ['none'];
}

const RHYTHMS = { rarement: 1, annuel: 2, trimestriel: 2, mensuel: 1.5, nsp: 0.4 };

function partners(answers: Record<string, unknown>, scale: number, draw: Draw): void {
  const kinds = ['ccas', 'bibliotheque', 'operateur_mediation', 'france_services', 'centre_social', 'association', 'operateur_social', 'commune', 'epci', 'departement', 'etat'];
  const chosen = draw.some(kinds, 0.12 + 0.5 * scale);
  answers['partenaires'] = chosen.length > 0 ? chosen : ['none'];
  if (chosen.length > 0) answers['frequence_liens'] = Object.fromEntries(chosen.map((kind) => [kind, draw.weighted(RHYTHMS)]));
}

function needs(answers: Record<string, unknown>, scale: number, draw: Draw): void {
  const codes = [...LOCAL_NEEDS, ...NATIONAL_NEEDS].map(({ value }) => value);
  const chosen = draw.atLeastOne(codes, 0.2 + 0.15 * scale);
  answers['besoins'] = chosen;
  if (chosen.length > 1) answers['priorites'] = draw.shuffled(chosen).slice(0, 3);
}

function expectations(answers: Record<string, unknown>, scale: number, draw: Draw): void {
  answers['echelle'] = draw.weighted({ communal: 0.2 + 1.5 * scale, intercommunal: 2 - scale, les_deux: 1, nsp: 0.3 });
  const formats = draw.some(['comite', 'groupe_de_travail', 'echange', 'reunion_coordination', 'webinaire'], 0.4);
  answers['formats'] = formats.length > 0 ? formats : ['none'];
  if (formats.length > 0) answers['frequence_rencontres'] = draw.weighted({ mensuelle: 0.3, trimestrielle: 2, semestrielle: 2, annuelle: 0.8, nsp: 0.4 });
}

/** Agreement that leans one way: `lean` from -1 (disagree) to 1 (agree). */
function agreement(lean: number, draw: Draw): string {
  return draw.weighted({ pas_du_tout: 1 - lean, plutot_pas: 1.3 - 0.6 * lean, plutot: 1.3 + 0.6 * lean, tout_a_fait: 1 + lean, nsp: 0.35 });
}

function conditions(answers: Record<string, unknown>, scale: number, draw: Draw): void {
  const lean = 2 * scale - 1;
  const rows = (names: readonly string[], toward: number): Record<string, string> => Object.fromEntries(names.map((name) => [name, agreement(toward, draw)]));
  answers['leviers'] = rows(['competences', 'appropriation', 'elus', 'moyens', 'maillage', 'envie'], 0.7 * lean);
  answers['freins'] = { ...rows(['autres_priorites', 'peu_acteurs', 'cooperation'], -0.7 * lean), ...rows(['silos'], 0.5 * lean), ...rows(['budget', 'temps'], 0.5) };
}

function followUp(answers: Record<string, unknown>, commune: Commune, scale: number, draw: Draw): void {
  const pilot = draw.weighted({ oui: 0.4 + 0.6 * scale, peut_etre: 1, non: 1 });
  answers['pilote'] = pilot;
  if (pilot !== 'non') {
    answers['disponibilite'] = draw.weighted({ un_mois: 1, trois_mois: 2, six_mois: 1, plus_tard: 0.4, nsp: 0.4 });
    const associated = draw.some(commune.neighbours, 0.35);
    if (associated.length > 0) answers['communes_associees'] = associated;
  }
  answers['recontact'] = draw.chance(0.7);
  const reachable = answers['contact_politique'] !== undefined || answers['contact_technique'] !== undefined;
  if (answers['recontact'] === true && !reachable) answers['recontact_courriel'] = `mairie@${plainName(commune.name).replaceAll(' ', '-')}.example`;
  const said = draw.one([
    '',
    ' Nous manquons surtout de temps pour rencontrer les autres acteurs.',
    ' Les demandes d’aide augmentent à l’accueil de la mairie.',
    ' Un atelier par trimestre avec les communes voisines serait utile.',
    ' La médiathèque est prête à accueillir des permanences.',
  ]);
  answers['commentaire'] = FICTITIOUS + said;
}
