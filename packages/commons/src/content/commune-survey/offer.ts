import type { PageJson } from '../../survey/definition/model.ts';
import { choice, orNone, orOther, orUnknown, t, yesNo } from './text.ts';

/** Values of the national standard "lieux de médiation numérique" 1.0.2, `services`, to the letter, with their English. */
export const SERVICES = [
  ['Aide aux démarches administratives', 'Help with administrative procedures'],
  ['Maîtrise des outils numériques du quotidien', 'Everyday digital skills'],
  ['Insertion professionnelle via le numérique', 'Finding work through digital tools'],
  ['Utilisation sécurisée du numérique', 'Using digital tools safely'],
  ['Parentalité et éducation avec le numérique', 'Parenting and education with digital tools'],
  ['Loisirs et créations numériques', 'Digital leisure and creation'],
  ['Compréhension du monde numérique', 'Understanding the digital world'],
  ['Accès internet et matériel informatique', 'Internet access and computers'],
  ['Acquisition de matériel informatique à prix solidaire', 'Buying computers at a solidarity price'],
] as const;

/** The standard's `publics_specifiquement_adresses`. */
export const PUBLICS = [
  ['Jeunes', 'Young people'],
  ['Étudiants', 'Students'],
  ['Familles et/ou enfants', 'Families and children'],
  ['Seniors', 'Older people'],
  ['Femmes', 'Women'],
] as const;

/** The standard's `prise_en_charge_specifique`, as codes: its labels name conditions, we speak of people. */
export const SPECIFIC_CARE = [
  choice('Surdité', 'Personnes sourdes ou malentendantes', 'Deaf or hard-of-hearing people'),
  choice('Handicaps moteurs', 'Personnes en situation de handicap moteur', 'People with motor disabilities'),
  choice('Handicaps mentaux', 'Personnes en situation de handicap mental', 'People with learning disabilities'),
  choice('Illettrisme', 'Personnes en situation d’illettrisme', 'People who struggle with reading and writing'),
  choice('Langues étrangères (anglais)', 'Personnes qui parlent anglais', 'English speakers'),
  choice('Langues étrangères (autres)', 'Personnes qui parlent une autre langue étrangère', 'Speakers of another foreign language'),
  choice('Déficience visuelle', 'Personnes aveugles ou malvoyantes', 'Blind or partially sighted people'),
];

const asChoices = (list: readonly (readonly [string, string])[]): ReturnType<typeof choice>[] => list.map(([fr, en]) => choice(fr, fr, en));
const offered = "{offre_existe} = 'oui'";

export const offer: PageJson = {
  name: 'offre',
  title: t('L’aide proposée aux habitants', 'The help offered to residents'),
  elements: [
    {
      type: 'radiogroup',
      name: 'offre_existe',
      title: t('Peut-on se faire aider avec le numérique dans votre commune ?', 'Can people get help with digital tools in your commune?'),
      description: t('Un lieu, une permanence, un atelier, même quelques heures par mois.', 'A place, a drop-in session, a workshop, even a few hours a month.'),
      choices: yesNo,
    },
    {
      type: 'radiogroup',
      name: 'offre_voisine',
      title: t('Où vont alors les habitants qui ont besoin d’aide ?', 'Where do residents who need help go, then?'),
      visibleIf: "{offre_existe} = 'non'",
      choices: [
        choice('commune_voisine', 'Dans une commune voisine', 'To a neighbouring commune'),
        choice('mairie', 'À l’accueil de la mairie, qui fait ce qu’il peut', 'To the town hall’s front desk, which does what it can'),
        choice('proches', 'Vers leurs proches', 'To relatives and friends'),
      ],
      ...orOther,
      ...orUnknown,
    },
    {
      type: 'checkbox',
      name: 'lieux',
      title: t('Où trouve-t-on cette aide ?', 'Where is this help found?'),
      visibleIf: offered,
      choices: [
        choice('mairie', 'Mairie', 'Town hall'),
        choice('ccas', 'CCAS', 'CCAS (social services centre)'),
        choice('bibliotheque', 'Bibliothèque ou médiathèque', 'Library'),
        choice('france_services', 'Espace France services', '“France services” centre'),
        choice('centre_social', 'Centre social ou maison de quartier', 'Community centre'),
        choice('association', 'Association', 'Association'),
        choice('itinerant', 'Service itinérant (bus, permanences)', 'Mobile service (bus, visiting sessions)'),
      ],
      ...orOther,
      ...orUnknown,
    },
    {
      type: 'comment',
      name: 'lieux_precisions',
      title: t('Un lieu à signaler, ou une information à corriger ?', 'A place to point out, or something to correct?'),
      description: t(
        'Facultatif. Le nom du lieu et ce qui a changé. N’écrivez pas de nom de personne.',
        'Optional. The name of the place and what has changed. Please write no person’s name.',
      ),
      visibleIf: offered,
      rows: 3,
      maxLength: 1000,
    },
    {
      type: 'checkbox',
      name: 'services',
      title: t('Quels services y propose-t-on ?', 'What services are offered there?'),
      visibleIf: offered,
      choices: asChoices(SERVICES),
      ...orUnknown,
    },
    {
      type: 'checkbox',
      name: 'publics',
      title: t('Certains publics y sont-ils accueillis de façon particulière ?', 'Are some groups given specific attention?'),
      visibleIf: offered,
      choices: [...asChoices(PUBLICS), ...SPECIFIC_CARE],
      ...orNone('Tout le monde, sans accueil particulier', 'Everyone, with no specific attention'),
      ...orUnknown,
    },
  ],
};
