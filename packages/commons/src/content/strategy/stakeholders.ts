/** Who is involved in the design, with whom it is shared: why, how and when are proposals, to be changed. */
import { t } from '../text.ts';

type Text = ReturnType<typeof t>;

export interface StakeholderText {
  readonly name: Text;
  readonly why: Text;
  readonly how: Text;
  readonly when: Text;
  readonly validates?: readonly Text[];
}

const validates = {
  materials: t('Les supports', 'The materials'), tools: t('Les outils', 'The tools'), indicators: t('Les indicateurs', 'The indicators'), areas: t('Les territoires', 'The areas'),
  feasible: t('La faisabilité des indicateurs', 'That the indicators can be followed'),
} as const;

export const design: readonly StakeholderText[] = [
  { name: t('L’équipe projet', 'The project team'), why: t('Elle écrit la stratégie et la met en œuvre.', 'It writes the strategy and carries it out.'), how: t('Points d’équipe, journal de bord', 'Team meetings, logbook'), when: t('Chaque semaine', 'Every week') },
  {
    name: t('Les commanditaires', 'The commissioning bodies'), why: t('Ils financent et fixent le cap.', 'They fund it and set the course.'), how: t('Réunions de lancement, de suivi et de clôture', 'Launch, follow-up and closing meetings'), when: t('À chaque étape', 'At each stage'),
    validates: [validates.materials, validates.tools, validates.indicators, validates.areas],
  },
  {
    name: t('Les territoires identifiés', 'The areas identified'), why: t('Ils disent ce qui est tenable chez eux.', 'They say what can be done at home.'), how: t('Entretien de diagnostic, rendez-vous de préconisations', 'Diagnosis interview, meeting on recommendations'), when: t('Avant le plan d’actions', 'Before the action plan'),
    validates: [validates.feasible],
  },
];

export const sharing: readonly StakeholderText[] = [
  { name: t('Les autres hubs', 'The other hubs'), why: t('Ils peuvent reprendre la démarche.', 'They can take up the approach.'), how: t('Réseau inter-hubs, RETEX', 'Network of hubs, feedback'), when: t('À mi-parcours et à la fin', 'Halfway and at the end') },
  { name: t('Les sociétaires et partenaires', 'Members and partners'), why: t('Ils soutiennent et relaient.', 'They support it and pass it on.'), how: t('Lettre d’information, réunions', 'Newsletter, meetings'), when: t('Chaque trimestre', 'Every quarter') },
  { name: t('Le reste de l’équipe', 'The rest of the team'), why: t('Il peut s’en servir ailleurs.', 'They can use it elsewhere.'), how: t('Réunions internes, canal Mattermost', 'Internal meetings, Mattermost channel'), when: t('Chaque mois', 'Every month') },
  { name: t('Les territoires de la MEL', 'The areas of the MEL'), why: t('Ils sont les prochains à s’engager.', 'They are next to commit.'), how: t('Panorama, webinaire', 'Panorama, webinar'), when: t('Après l’enquête, puis à la fin', 'After the survey, then at the end') },
  { name: t('Les autres territoires de la région', 'The other areas of the region'), why: t('La démarche peut y essaimer.', 'The approach can spread there.'), how: t('Rencontres régionales, RETEX', 'Regional meetings, feedback'), when: t('À la fin', 'At the end') },
  { name: t('La Région', 'The Region'), why: t('Elle relie les dynamiques locales.', 'It ties local drives together.'), how: t('Synthèse écrite, réunion', 'Written summary, meeting'), when: t('À la fin', 'At the end') },
  { name: t('Les acteurs locaux', 'The local actors'), why: t('Ils font vivre la coordination.', 'They bring the coordination to life.'), how: t('Ateliers collectifs, temps forts', 'Group workshops, highlights'), when: t('Tout au long de l’année', 'All year long') },
];
