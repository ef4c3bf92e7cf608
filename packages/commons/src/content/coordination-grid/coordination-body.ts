import type { DimensionSource } from '../../assessment/grid.ts';
import { t } from '../text.ts';

export const coordinationBody: DimensionSource = {
  id: 'coordination_body',
  name: t('Instance et règles de coordination', 'Coordination body and rules'),
  help: t(
    'Le cadre donné aux acteurs pour se parler, décider et orienter les habitants. Les ateliers et les visites sont vus avec l’animation.',
    'The frame given to actors to talk, decide and direct residents. Workshops and visits are seen with networking.',
  ),
  interview: [
    t('Où et quand les acteurs se parlent-ils aujourd’hui, même de façon informelle ?', 'Where and when do actors talk today, even informally?'),
    t('Quelle décision avez-vous prise à plusieurs, et qu’est-elle devenue ?', 'What decision have several of you taken, and what became of it?'),
    t('Jusqu’où vont les habitants pour se faire aider, et avec quelles communes cela vous relie-t-il ?', 'How far do residents go to get help, and which communes does this connect you with?'),
    t('Racontez le parcours d’une personne envoyée d’un accueil vers un autre.', 'Tell the story of someone sent from one desk to another.'),
  ],
  criteria: [
    {
      id: 'body_meets',
      name: t('Instance réunie', 'A body that meets'),
      question: t('Les acteurs de l’inclusion numérique se réunissent-ils dans un groupe régulier ?', 'Do digital inclusion actors meet in a regular group?'),
      help: t(
        'Compte un groupe de la commune, de plusieurs communes ou de l’intercommunalité, si la commune y participe ; un atelier pour les habitants ne compte pas.',
        'A group of the commune, of several communes or of the intermunicipal body counts if the commune takes part; a workshop for residents does not.',
      ),
      evidence: t('La liste des membres, les dates des réunions et les comptes rendus.', 'The list of members, the dates of meetings and the minutes.'),
      quick: true,
      levels: [
        t(
          'Aucune réunion de plusieurs acteurs sur l’inclusion numérique n’a eu lieu dans les douze derniers mois, ou la commune n’y était pas.',
          'No meeting of several actors on digital inclusion has taken place in the last twelve months, or the commune was not there.',
        ),
        t(
          'La commune a participé à au moins une réunion de plusieurs acteurs dans les douze derniers mois. Aucun groupe avec une liste de membres ne s’est réuni deux fois.',
          'The commune has taken part in at least one meeting of several actors in the last twelve months. No group with a list of members has met twice.',
        ),
        t(
          'Un groupe avec une liste de membres s’est réuni au moins deux fois dans les douze derniers mois. La date de la prochaine réunion n’est pas fixée, ou les suites de la précédente ne sont pas revues.',
          'A group with a list of members has met at least twice in the last twelve months. The date of the next meeting is not set, or the follow-up of the previous one is not reviewed.',
        ),
        t(
          'Un groupe avec une liste de membres s’est réuni au moins deux fois dans les douze derniers mois. Chaque réunion revoit les suites de la précédente et fixe la date de la prochaine.',
          'A group with a list of members has met at least twice in the last twelve months. Each meeting reviews the follow-up of the previous one and sets the date of the next.',
        ),
      ],
      prefill: [{ if: "{survey.partenaires} contains 'none'", level: 1, from: 'partenaires' }],
    },
    {
      id: 'roles_written',
      name: t('Rôles et décisions écrits', 'Roles and decisions in writing'),
      question: t('Ce que fait chaque acteur et ce qui est décidé ensemble sont-ils écrits ?', 'Is it written down what each actor does and what is decided together?'),
      help: t(
        'Une page suffit (charte, convention, tableau, relevé de décisions) ; une convention de subvention avec un seul acteur ne compte pas.',
        'One page is enough (charter, agreement, table, list of decisions); a grant agreement with a single actor does not count.',
      ),
      evidence: t('Le texte qui dit les rôles, les comptes rendus ou relevés de décisions, leurs dates.', 'The text that states roles, the minutes or lists of decisions, their dates.'),
      levels: [
        t('Rien n’est encore écrit sur le rôle de chaque acteur ni sur les décisions prises ensemble.', 'Nothing is written yet about each actor’s role or the decisions taken together.'),
        t(
          'Il existe des comptes rendus ou un texte sur les rôles, mais pas les deux.',
          'There are minutes or a text on roles, but not both.',
        ),
        t(
          'Un texte dit le rôle de chaque acteur et les décisions des réunions sont notées. Les acteurs n’ont pas validé ou relu ce texte dans les douze derniers mois.',
          'A text states each actor’s role and decisions taken in meetings are noted. The actors have not approved or reread this text in the last twelve months.',
        ),
        t(
          'Un texte dit le rôle de chaque acteur et les décisions des réunions sont notées. Les acteurs ont validé ou relu ce texte dans les douze derniers mois.',
          'A text states each actor’s role and decisions taken in meetings are noted. The actors have approved or reread this text in the last twelve months.',
        ),
      ],
    },
    {
      id: 'right_scale',
      name: t('Échelle adaptée (bassin de vie)', 'Right scale (where people live their lives)'),
      question: t('À quelle échelle se coordonne-t-on : la commune, des communes voisines, le bassin de vie ?', 'At what scale is coordination done: the commune, neighbouring communes, the living area?'),
      help: t(
        'Le bassin de vie est l’endroit où les habitants font leurs démarches, leurs courses, leurs études ; rester à l’échelle de la commune est aussi un choix.',
        'The living area is where residents run errands, shop and study; staying at the commune’s scale is a choice too.',
      ),
      evidence: t('Le compte rendu ou le courrier qui dit l’échelle choisie ; la liste des présents à une réunion.', 'The minutes or letter stating the scale chosen; the attendance list of a meeting.'),
      levels: [
        t('La question de l’échelle ne s’est pas encore posée, ou rien n’est choisi.', 'The question of scale has not come up yet, or nothing has been chosen.'),
        t(
          'La commune sait à quelle échelle elle voudrait se coordonner. Ce choix n’est pas écrit avec les autres communes ou acteurs.',
          'The commune knows at what scale it would like to coordinate. The choice has not been written down with the other communes or actors.',
        ),
        t(
          'Un écrit partagé dit l’échelle choisie et la liste des communes ou des acteurs concernés. Ils ne se sont pas réunis à cette échelle dans les douze derniers mois.',
          'A shared document states the scale chosen and lists the communes or actors concerned. They have not met at that scale in the last twelve months.',
        ),
        t(
          'Un écrit partagé dit l’échelle choisie et la liste des communes ou des acteurs concernés. Ils se sont réunis à cette échelle au moins une fois dans les douze derniers mois.',
          'A shared document states the scale chosen and lists the communes or actors concerned. They have met at that scale at least once in the last twelve months.',
        ),
      ],
      prefill: [
        { if: "{survey.echelle} anyof ['communal', 'intercommunal', 'les_deux']", level: 2, from: 'echelle' },
      ],
    },
    {
      id: 'referral',
      name: t('Orientation des habitants', 'Directing residents'),
      question: t('Comment un accueil envoie-t-il un habitant vers la bonne aide ?', 'How does a front desk send a resident to the right help?'),
      help: t(
        'Accueils ouverts au public et tenus par la commune ou le CCAS : mairie, CCAS, bibliothèque… ; la liste publiée des lieux ne suffit pas, il faut que les agents s’en servent.',
        'Desks open to the public and run by the commune or the CCAS: town hall, CCAS, library…; the published list of places is not enough, staff must be using it.',
      ),
      evidence: t('Le support utilisé aux accueils (fiche, tableau, logiciel) ; le nombre de personnes orientées et reçues.', 'What desks use (sheet, table, software); the number of people directed and received.'),
      levels: [
        t('Chaque agent·e oriente avec ce qu’il ou elle connaît. Aucun support écrit n’est utilisé.', 'Each member of staff directs people from what they know. No written aid is used.'),
        t(
          'Un accueil au moins utilise un support écrit (fiche, tableau, affiche). Il en reste un ou plusieurs sans support, ou avec un support différent.',
          'At least one desk uses a written aid (sheet, table, poster). One or more others have none, or a different one.',
        ),
        t(
          'Tous les accueils utilisent le même support écrit. On ne sait pas si les personnes orientées ont été reçues.',
          'Every desk uses the same written aid. It is not known whether the people directed have been received.',
        ),
        t(
          'Tous les accueils utilisent le même support écrit. On compte, au moins une fois par an, les personnes orientées et celles qui ont été reçues.',
          'Every desk uses the same written aid. At least once a year, people directed and people received are counted.',
        ),
      ],
      prefill: [{ if: "{survey.offre_voisine} = 'mairie'", level: 1, from: 'offre_voisine' }],
    },
  ],
};
