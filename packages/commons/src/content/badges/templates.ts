/** The seven badges of the programme, ready to issue and to change. Texts: CC BY-SA 4.0 (README.md here). */
import { t } from '../text.ts';
import { type BadgePicture, COLOURS } from './picture.ts';

interface Text {
  readonly fr: string;
  readonly en: string;
}

/** What a badge recognises: having been there, having committed, knowing how. */
export type Recognises = 'participation' | 'engagement' | 'competence';

export interface BadgeTemplate {
  readonly code: string;
  readonly name: Text;
  readonly description: Text;
  /** Markdown. */
  readonly criteria: Text;
  readonly recognises: Recognises;
  /** Open Badges 3.0, AchievementType. */
  readonly achievementType: 'Badge' | 'CommunityService' | 'Competency' | 'Membership';
  readonly recipient: 'person' | 'organisation';
  /** Months of validity; undefined: no end, what was done stays done. */
  readonly months: number | undefined;
  /** What proves it: shown where evidence is asked for. */
  readonly evidence: Text;
  readonly tags: { readonly fr: readonly string[]; readonly en: readonly string[] };
  /** DigComp 2.2 codes; most of these badges recognise a commitment, not a skill, and point at none. */
  readonly digcomp: readonly string[];
  readonly picture: Omit<BadgePicture, 'text'> & { readonly text: Text };
}

const tags = (fr: string, en: string): BadgeTemplate['tags'] => ({ fr: fr.split(', '), en: en.split(', ') });

export const BADGE_TEMPLATES: readonly BadgeTemplate[] = [
  {
    code: 'committed-territory',
    name: t('Territoire engagé', 'Committed territory'),
    description: t('La commune s’engage dans la coordination locale de l’inclusion numérique : elle la porte, y donne du temps et en rend compte.', 'The commune is committed to the local coordination of digital inclusion: it leads it, gives it time and reports on it.'),
    criteria: t(
      '- l’inclusion numérique figure dans une **décision** de la commune (délibération, projet, feuille de route) ;\n- un **élu** ou un service en est chargé ;\n- la commune a réuni les acteurs locaux **au moins une fois** dans l’année ;\n- un **plan d’actions** est écrit et suivi.',
      '- digital inclusion stands in a **decision** of the commune (resolution, project, roadmap);\n- an **elected official** or a department is in charge;\n- the commune brought local actors together **at least once** in the year;\n- an **action plan** is written and followed.',
    ),
    recognises: 'engagement', achievementType: 'Membership', recipient: 'organisation', months: 24,
    evidence: t('La délibération, la feuille de route ou le plan d’actions', 'The resolution, the roadmap or the action plan'),
    tags: tags('inclusion numérique, coordination, commune', 'digital inclusion, coordination, commune'), digcomp: [],
    picture: { shape: 'hexagon', pictogram: 'territory', colour: COLOURS.blue, ground: COLOURS.sky, text: t('Territoire engagé', 'Committed territory') },
  },
  {
    code: 'appointed-contact',
    name: t('Référent numérique désigné', 'Appointed digital contact'),
    description: t('La structure a désigné une personne à qui habitants et partenaires peuvent s’adresser pour l’inclusion numérique.', 'The organisation has appointed someone whom residents and partners can turn to about digital inclusion.'),
    criteria: t(
      '- le référent est **désigné par écrit** et dispose d’un temps dédié ;\n- ses **coordonnées professionnelles** sont connues des partenaires ;\n- il ou elle sait **orienter** vers les lieux et les dispositifs du territoire.',
      '- the contact is **appointed in writing** and has time for it;\n- their **professional contact details** are known to partners;\n- they can **direct** people to the places and schemes of the territory.',
    ),
    recognises: 'engagement', achievementType: 'Membership', recipient: 'organisation', months: 24,
    evidence: t('La lettre de mission ou la fiche de poste', 'The letter of appointment or the job description'),
    tags: tags('inclusion numérique, référent, orientation', 'digital inclusion, contact, guidance'), digcomp: [],
    picture: { shape: 'shield', pictogram: 'referent', colour: COLOURS.blue, ground: COLOURS.peach, text: t('Référent numérique', 'Digital contact') },
  },
  {
    code: 'coordination-actor',
    name: t('Acteur de la coordination', 'Actor of the coordination'),
    description: t('La structure prend part à la coordination locale : elle partage ce qu’elle fait, rencontre les autres et agit avec eux.', 'The organisation takes part in the local coordination: it shares what it does, meets the others and acts with them.'),
    criteria: t(
      '- avoir participé à **deux rencontres** de la coordination dans l’année ;\n- tenir à jour sa **fiche d’acteur** (services, publics, horaires) ;\n- porter ou soutenir **une action** du plan commun.',
      '- having attended **two meetings** of the coordination in the year;\n- keeping its **actor’s record** up to date (services, publics, opening hours);\n- leading or supporting **one action** of the common plan.',
    ),
    recognises: 'engagement', achievementType: 'Membership', recipient: 'organisation', months: 12,
    evidence: t('L’action du plan, les rencontres suivies', 'The action of the plan, the meetings attended'),
    tags: tags('inclusion numérique, coordination, réseau', 'digital inclusion, coordination, network'), digcomp: [],
    picture: { shape: 'circle', pictogram: 'network', colour: COLOURS.blue, ground: COLOURS.sky, text: t('Acteur', 'Actor') },
  },
  {
    code: 'partner-library',
    name: t('Bibliothèque partenaire', 'Partner library'),
    description: t('La bibliothèque accueille des opérateurs de médiation numérique et oriente les habitants vers eux.', 'The library hosts digital mediation operators and directs residents to them.'),
    criteria: t(
      '- une **convention** ou un accord écrit lie la bibliothèque et un opérateur ;\n- au moins **quatre permanences ou ateliers** ont eu lieu dans l’année ;\n- l’équipe sait **vers qui orienter** et le dit au public.',
      '- an **agreement** in writing links the library and an operator;\n- at least **four sessions or workshops** took place in the year;\n- the team knows **whom to direct people to** and tells the public.',
    ),
    recognises: 'engagement', achievementType: 'Membership', recipient: 'organisation', months: 24,
    evidence: t('La convention, le programme des permanences', 'The agreement, the programme of sessions'),
    tags: tags('inclusion numérique, bibliothèque, médiation', 'digital inclusion, library, mediation'), digcomp: [],
    picture: { shape: 'hexagon', pictogram: 'books', colour: COLOURS.blue, ground: COLOURS.white, text: t('Bibliothèque', 'Library') },
  },
  {
    code: 'retex-workshop',
    name: t('Participation à l’atelier RETEX', 'Taking part in the feedback workshop'),
    description: t('A partagé son expérience de la coordination avec les autres territoires, pour que chacun en profite.', 'Shared their experience of coordination with the other territories, for everyone to benefit.'),
    criteria: t(
      '- avoir **participé à l’atelier** du début à la fin ;\n- avoir présenté ses **points saillants**, ses **difficultés** et ses **solutions** ;\n- avoir accepté que ce retour soit partagé.',
      '- having **attended the workshop** from start to end;\n- having presented **highlights**, **difficulties** and **solutions**;\n- having agreed to share this feedback.',
    ),
    recognises: 'participation', achievementType: 'Badge', recipient: 'person', months: undefined,
    evidence: t('Le compte rendu de l’atelier', 'The workshop’s report'),
    tags: tags('inclusion numérique, retour d’expérience, atelier', 'digital inclusion, feedback, workshop'), digcomp: [],
    picture: { shape: 'rosette', pictogram: 'exchange', colour: COLOURS.orange, ground: COLOURS.peach, text: t('Atelier RETEX', 'Feedback') },
  },
  {
    code: 'responsible-digital',
    name: t('Numérique responsable : démarche engagée', 'Responsible digital: under way'),
    description: t('La structure a engagé une démarche de numérique responsable : moins d’achats, plus de réemploi, des services accessibles à tous.', 'The organisation is on its way to responsible digital: fewer purchases, more reuse, services that everyone can use.'),
    criteria: t(
      '- un **état des lieux** est fait (équipements, usages, accessibilité) ;\n- **trois actions** sont choisies, avec une échéance et un responsable ;\n- l’une porte sur le **réemploi** ou l’allongement de la durée de vie du matériel ;\n- une personne suit la démarche.',
      '- a **review** has been made (equipment, uses, accessibility);\n- **three actions** are chosen, each with a deadline and someone in charge;\n- one of them is about **reuse** or about keeping equipment longer;\n- someone follows it up.',
    ),
    recognises: 'engagement', achievementType: 'Badge', recipient: 'organisation', months: 24,
    evidence: t('L’état des lieux et les actions choisies', 'The review and the actions chosen'),
    tags: tags('numérique responsable, réemploi, accessibilité', 'responsible digital, reuse, accessibility'), digcomp: ['4.4'],
    picture: { shape: 'circle', pictogram: 'leaf', colour: COLOURS.green, ground: COLOURS.mint, text: t('Démarche engagée', 'Under way') },
  },
  {
    code: 'commons-contributor',
    name: t('Contributeur aux communs', 'Contributor to the commons'),
    description: t('A enrichi une ressource ouverte de l’inclusion numérique, que d’autres peuvent reprendre et améliorer.', 'Enriched an open resource of digital inclusion, which others may reuse and improve.'),
    criteria: t(
      '- avoir **publié ou amélioré** une ressource (guide, données, outil, retour d’expérience) ;\n- sous une **licence ouverte** qui permet de la reprendre ;\n- à une **adresse publique** qui en garde l’histoire.',
      '- having **published or improved** a resource (guide, data, tool, feedback);\n- under an **open licence** that lets others reuse it;\n- at a **public address** that keeps its history.',
    ),
    recognises: 'competence', achievementType: 'CommunityService', recipient: 'person', months: undefined,
    evidence: t('L’adresse de la ressource', 'The resource’s address'),
    tags: tags('communs numériques, licence ouverte, contribution', 'digital commons, open licence, contribution'), digcomp: ['2.2', '3.2', '3.3'],
    picture: { shape: 'square', pictogram: 'commons', colour: COLOURS.blue, ground: COLOURS.peach, text: t('Communs', 'Commons') },
  },
];

export function findTemplate(code: string): BadgeTemplate | undefined {
  return BADGE_TEMPLATES.find((template) => template.code === code);
}
