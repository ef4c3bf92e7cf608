import type { PageJson } from '../../survey/definition/model.ts';
import { choice, orOther, t } from './text.ts';

/** The eleven needs of Mon Inclusion Numérique, by their codes, in words that a town hall uses. */
export const NATIONAL_NEEDS = [
  choice('etablir_un_diagnostic_territorial', 'Connaître les besoins et l’offre d’aide du territoire (diagnostic)', 'Knowing the area’s needs and help on offer (diagnosis)'),
  choice('co_construire_la_feuille_de_route', 'Construire une feuille de route avec les acteurs locaux', 'Building a roadmap with local actors'),
  choice('rediger_la_feuille_de_route', 'Être aidé·e pour rédiger cette feuille de route', 'Help with writing that roadmap'),
  choice('appui_juridique', 'Un appui juridique (conventions, statuts)', 'Legal support (agreements, statutes)'),
  choice('structurer_un_fonds', 'Réunir les financements de plusieurs partenaires', 'Pooling several partners’ funding'),
  choice('monter_dossiers_de_subvention', 'Monter des dossiers de subvention', 'Applying for grants'),
  choice('animer_la_gouvernance', 'Animer les rencontres entre acteurs', 'Running meetings between actors'),
  choice('structurer_une_filiere_de_reconditionnement', 'Organiser le reconditionnement d’ordinateurs', 'Setting up computer refurbishing'),
  choice('collecter_des_donnees_territoriales', 'Recueillir des données sur la commune', 'Collecting data about the commune'),
  choice('sensibiliser_les_acteurs_aux_outils_existants', 'Faire connaître les outils qui existent déjà', 'Making existing tools known'),
  choice('appuyer_la_certification_qualiopi', 'Accompagner un organisme vers la certification Qualiopi', 'Supporting an organisation towards Qualiopi certification'),
];

/** Ours, prefixed: left out of what is sent to Mon Inclusion Numérique. */
export const LOCAL_NEEDS = [
  choice('asb:orienter_les_habitants', 'Savoir vers qui orienter les habitants', 'Knowing where to direct residents'),
  choice('asb:former_les_agents', 'Former les agents et les bénévoles qui aident le public', 'Training staff and volunteers who help the public'),
  choice('asb:sensibiliser_les_elus', 'Sensibiliser les élu·es', 'Raising elected officials’ awareness'),
  choice('asb:mediateurs_en_bibliotheque', 'Faire venir des médiateurs numériques à la bibliothèque', 'Bringing digital mediators to the library'),
  choice('asb:mutualiser_le_materiel', 'Prêter ou partager du matériel entre communes', 'Lending or sharing equipment between communes'),
  choice('asb:numerique_responsable', 'Avancer vers un numérique plus sobre et accessible', 'Moving towards leaner, more accessible digital services'),
];

export const needs: PageJson = {
  name: 'vos_besoins',
  title: t('Vos besoins', 'Your needs'),
  elements: [
    {
      type: 'checkbox',
      name: 'besoins',
      title: t('De quoi auriez-vous besoin pour avancer ?', 'What would you need to move forward?'),
      description: t(
        'Cochez tout ce qui vous serait utile. Si vous ne savez pas, passez à la suite : nous en parlerons ensemble.',
        'Tick whatever would be useful. If you don’t know, move on: we will talk about it together.',
      ),
      choices: [...LOCAL_NEEDS.slice(0, 3), ...NATIONAL_NEEDS, ...LOCAL_NEEDS.slice(3)],
      ...orOther,
    },
    {
      type: 'ranking',
      name: 'priorites',
      title: t('Quelles sont vos priorités ? Trois au plus.', 'What are your priorities? Three at most.'),
      description: t('La plus importante en premier.', 'The most important one first.'),
      visibleIf: '{besoins.length} > 1',
      choicesFromQuestion: 'besoins',
      choicesFromQuestionMode: 'selected',
      selectToRankEnabled: true,
      maxSelectedChoices: 3,
    },
  ],
};
