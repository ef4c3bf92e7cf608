/**
 * DigComp 2.2, the European framework of digital competence: 5 areas, 21 competences, with the framework's own codes. English titles are
 * those of the publication (JRC128415, doi:10.2760/115376, CC BY 4.0); French ones are our translation.
 * The framework is published as a whole: each competence is named by its code at the publication's address.
 */
import { t } from '../text.ts';

export interface Competence {
  readonly code: string;
  readonly name: { readonly fr: string; readonly en: string };
}

export interface CompetenceArea extends Competence {
  readonly competences: readonly Competence[];
}

export const DIGCOMP = { name: 'DigComp 2.2', url: 'https://publications.jrc.ec.europa.eu/repository/handle/JRC128415' } as const;

const of = (code: string, en: string, fr: string): Competence => ({ code, name: t(fr, en) });
const area = (code: string, en: string, fr: string, ...competences: readonly Competence[]): CompetenceArea => ({ ...of(code, en, fr), competences });

export const DIGCOMP_AREAS: readonly CompetenceArea[] = [
  area('1', 'Information and data literacy', 'Maîtrise de l’information et des données',
    of('1.1', 'Browsing, searching and filtering data, information and digital content', 'Naviguer, rechercher et filtrer des données, des informations et des contenus numériques'),
    of('1.2', 'Evaluating data, information and digital content', 'Évaluer des données, des informations et des contenus numériques'),
    of('1.3', 'Managing data, information and digital content', 'Gérer des données, des informations et des contenus numériques')),
  area('2', 'Communication and collaboration', 'Communication et collaboration',
    of('2.1', 'Interacting through digital technologies', 'Interagir avec les technologies numériques'),
    of('2.2', 'Sharing through digital technologies', 'Partager avec les technologies numériques'),
    of('2.3', 'Engaging citizenship through digital technologies', 'Exercer sa citoyenneté avec les technologies numériques'),
    of('2.4', 'Collaborating through digital technologies', 'Collaborer avec les technologies numériques'),
    of('2.5', 'Netiquette', 'Nétiquette'),
    of('2.6', 'Managing digital identity', 'Gérer son identité numérique')),
  area('3', 'Digital content creation', 'Création de contenu numérique',
    of('3.1', 'Developing digital content', 'Créer du contenu numérique'),
    of('3.2', 'Integrating and re-elaborating digital content', 'Intégrer et retravailler du contenu numérique'),
    of('3.3', 'Copyright and licences', 'Droit d’auteur et licences'),
    of('3.4', 'Programming', 'Programmer')),
  area('4', 'Safety', 'Sécurité',
    of('4.1', 'Protecting devices', 'Protéger les appareils'),
    of('4.2', 'Protecting personal data and privacy', 'Protéger les données personnelles et la vie privée'),
    of('4.3', 'Protecting health and well-being', 'Protéger la santé et le bien-être'),
    of('4.4', 'Protecting the environment', 'Protéger l’environnement')),
  area('5', 'Problem solving', 'Résolution de problèmes',
    of('5.1', 'Solving technical problems', 'Résoudre des problèmes techniques'),
    of('5.2', 'Identifying needs and technological responses', 'Identifier des besoins et des réponses technologiques'),
    of('5.3', 'Creatively using digital technologies', 'Utiliser les technologies numériques de façon créative'),
    of('5.4', 'Identifying digital competence gaps', 'Repérer ses lacunes numériques')),
];

/** A competence or an area by its code. */
export function findCompetence(code: string): Competence | undefined {
  return DIGCOMP_AREAS.flatMap((each) => [each, ...each.competences]).find((each) => each.code === code);
}
