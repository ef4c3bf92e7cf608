/** The programme's own strategy, in words: a model to start from and to change. */
import { t } from '../text.ts';

type Text = ReturnType<typeof t>;

export const name = t('Coordinations locales d’inclusion numérique', 'Local coordinations of digital inclusion');

export const objective = t('Mise en place de la coordination locale', 'Setting up the local coordination');

/** Impacts and deliverables are named by their key: several actors share them. */
export const impacts: Readonly<Record<string, { readonly text: Text; readonly deliverables: readonly string[] }>> = {
  elected: { text: t('Sensibiliser les élus', 'Make elected officials aware'), deliverables: ['project', 'coordinations'] },
  skills: { text: t('Repérer les compétences internes', 'Find the skills within the team'), deliverables: ['referent'] },
  knowledge: { text: t('Mieux connaître son territoire et s’y connaître les uns les autres', 'Know one’s area, and one another, better'), deliverables: ['moments', 'support', 'coordinations'] },
};

export const deliverables: Readonly<Record<string, Text>> = {
  project: t('L’inclusion numérique inscrite dans le projet communal', 'Digital inclusion written in the municipal project'),
  referent: t('Un référent numérique désigné', 'A digital lead appointed'),
  moments: t('Des temps forts', 'Highlights through the year'),
  support: t('Un soutien aux initiatives : financement, prêt, mutualisation', 'Support for initiatives: funding, lending, pooling'),
  coordinations: t('Des coordinations à l’échelle des territoires', 'Coordinations at the scale of each area'),
};

export interface Effect {
  readonly text: Text;
  readonly facilitators: readonly Text[];
  readonly obstacles: readonly Text[];
}

export const actors: readonly { readonly text: Text; readonly impacts: readonly string[]; readonly effect?: Effect }[] = [
  {
    text: t('La commune accompagnée', 'The supported municipality'), impacts: ['elected', 'skills', 'knowledge'],
    effect: {
      text: t('Le territoire porte la coordination', 'The area carries the coordination'),
      facilitators: [
        t('Un référent numérique ou des compétences internes', 'A digital lead, or skills within the team'), t('Une inclusion numérique déjà appropriée', 'Digital inclusion already taken up'),
        t('Des élus sensibilisés ou délégués', 'Elected officials who are aware or delegated'), t('Des moyens', 'Means'), t('Un maillage qui existe déjà', 'A network that already exists'),
      ],
      obstacles: [
        t('D’autres priorités politiques', 'Other political priorities'), t('Peu d’acteurs ou d’initiatives', 'Few actors or initiatives'),
        t('Des silos entre acteurs et entre services', 'Silos between actors and between departments'), t('Un manque de budget', 'A lack of budget'),
      ],
    },
  },
  {
    text: t('Les acteurs du territoire', 'The local actors'), impacts: ['knowledge'],
    effect: {
      text: t('Les acteurs locaux participent et s’impliquent', 'Local actors take part and get involved'),
      facilitators: [
        t('L’interconnaissance', 'Knowing one another'), t('Un contact régulier avec la commune ou la MEL', 'Regular contact with the municipality or the metropolis'),
        t('L’envie d’échanger et d’intégrer un maillage', 'The wish to exchange and to join a network'),
      ],
      obstacles: [t('Le temps et les ressources qui manquent', 'Time and resources that are lacking'), t('L’absence de culture de coopération', 'No culture of cooperation')],
    },
  },
  { text: t('La Métropole européenne de Lille (MEL)', 'The Métropole européenne de Lille (MEL)'), impacts: ['elected', 'knowledge'] },
];

const staff = t('Temps de l’équipe, supports', 'Staff time, materials');

export const logic: { readonly impact: Text; readonly rows: readonly { readonly resources: readonly Text[]; readonly activity: Text; readonly result: Text }[] } = {
  impact: t('Création, consolidation et outillage de la dynamique territoriale de coordination', 'The local drive for coordination is created, strengthened and equipped'),
  rows: [
    { resources: [staff], activity: t('Enquête, supports, visites aux communes', 'Survey, materials, visits to municipalities'), result: t('Panorama de l’avancement des communes ; territoires identifiés et mobilisés', 'Panorama of where municipalities stand; areas identified and engaged') },
    { resources: [t('Équipe et MEL', 'Team and MEL')], activity: t('Entretiens de diagnostic', 'Diagnosis interviews'), result: t('Besoins et capacités compris ; plan adapté à chaque territoire', 'Needs and capacities understood; a plan that fits each area') },
    { resources: [staff], activity: t('Amorçage de l’animation locale', 'Starting the local network'), result: t('Ateliers tenus, opérateurs mobilisés, outils communs pris en main', 'Workshops held, operators engaged, shared tools in use') },
  ],
};

export const tools: readonly Text[] = [
  t('Journal de bord', 'Logbook'), t('Rétroplanning', 'Retroplanning'), t('Diapositives de la stratégie', 'Slides of the strategy'), t('Canal Mattermost', 'Mattermost channel'), t('Rôles répartis', 'Roles shared out'),
];

export const sharing: readonly Text[] = [
  t('Format RETEX : points saillants, difficultés, alternatives et solutions', 'Feedback format: highlights, difficulties, alternatives and solutions'),
  t('Réseau inter-hubs', 'Network of hubs'), t('La Base (les communs de l’inclusion numérique)', 'La Base (the commons of digital inclusion)'), t('NEC (Numérique en Commun[s])', 'NEC (Numérique en Commun[s])'),
  t('Lettre d’information', 'Newsletter'), t('Réunions de lancement, de suivi et de clôture', 'Launch, follow-up and closing meetings'),
];
