/** Axis 6: what is followed, what is gathered, what is said about it together, and what changes because of it. */
import type { DimensionSource, GridSource } from '../../assessment/grid.ts';
import { t } from '../text.ts';
import { LEVERS, OBSTACLES } from './conditions.ts';

export const impact: DimensionSource = {
  id: 'impact',
  name: t('Suivi et impact', 'Follow-up and impact'),
  help: t(
    'Comment on sait que la coordination sert à quelque chose, et ce que l’on change ensuite. Quelques chiffres simples suffisent.',
    'How people know that coordination is of use, and what they then change. A few simple figures are enough.',
  ),
  interview: [
    t('À quoi verriez-vous, dans un an, que la coordination a servi ?', 'How would you see, a year from now, that coordination has been of use?'),
    t('Quels chiffres vous demande-t-on déjà, et qui s’en sert ?', 'Which figures are you already asked for, and who uses them?'),
    t('Comment savez-vous ce que pensent les habitants aidés ?', 'How do you know what the residents who were helped think?'),
    t('La dernière fois qu’une action n’a pas marché, qu’en avez-vous fait ?', 'The last time something did not work, what did you do about it?'),
  ],
  criteria: [
    {
      id: 'indicators_chosen',
      name: t('Indicateurs choisis', 'Indicators chosen'),
      question: t('Avez-vous choisi des indicateurs pour suivre la coordination ?', 'Have you chosen indicators to follow the coordination?'),
      help: t(
        'Un indicateur est un chiffre ou un fait que l’on relève toujours de la même façon : rencontres tenues, structures présentes, habitants orientés…',
        'An indicator is a figure or a fact always noted in the same way: meetings held, organisations present, residents referred…',
      ),
      evidence: t('La liste des indicateurs, sa date, et qui l’a validée.', 'The list of indicators, its date, and who approved it.'),
      levels: [
        t('Aucun indicateur n’a encore été choisi pour suivre la coordination.', 'No indicator has been chosen yet to follow the coordination.'),
        t('Des chiffres à suivre ont été cités, en réunion ou dans un dossier. Aucun écrit ne dit qui les relève, ni quand.', 'Figures to follow have been mentioned, in a meeting or a file. Nothing in writing says who notes them, or when.'),
        t('Un document liste les indicateurs et dit, pour chacun, qui le relève et à quel rythme.', 'A document lists the indicators and says, for each, who notes it and how often.'),
        t(
          'Cette liste a été choisie avec les acteurs. Chaque indicateur a sa valeur de départ et une cible datée.',
          'This list was chosen with the actors. Each indicator has its starting value and a dated target.',
        ),
      ],
    },
    {
      id: 'data_collected',
      name: t('Données recueillies', 'Data collected'),
      question: t('Des données sur l’inclusion numérique sont-elles relevées et réunies ?', 'Are data about digital inclusion noted and brought together?'),
      help: t(
        'Des nombres, sans nom ni situation de personne : habitants aidés, permanences tenues, structures présentes. Une estimation dite comme telle compte.',
        'Numbers, with nobody’s name or circumstances: residents helped, sessions held, organisations present. An estimate counts if it is called one.',
      ),
      evidence: t('Le tableau de suivi, la date de son dernier remplissage, la liste des structures qui l’alimentent.', 'The follow-up table, the date it was last filled in, the list of organisations that feed it.'),
      levels: [
        t('Aucune donnée sur l’inclusion numérique n’a été relevée dans la commune depuis un an, à notre connaissance.', 'As far as we know, no data about digital inclusion have been noted in the commune in the past year.'),
        t('Des données ont été relevées depuis un an. Chaque structure garde les siennes.', 'Data have been noted in the past year. Each organisation keeps its own.'),
        t('Depuis un an, les données de plusieurs structures ont été réunies dans un même tableau.', 'In the past year, several organisations’ data have been brought together in one table.'),
        t(
          'Ce tableau est rempli à des dates fixées d’avance, avec les mêmes définitions pour tous, et les acteurs peuvent le consulter.',
          'This table is filled in on dates set in advance, with the same definitions for all, and the actors can consult it.',
        ),
      ],
    },
    {
      id: 'shared_review',
      name: t('Bilan partagé', 'Shared review'),
      question: t('Faites-vous le bilan de la coordination avec les acteurs ?', 'Do you review the coordination with the actors?'),
      help: t(
        'Une page et une heure d’échange suffisent. Le rapport d’activité d’une seule structure ne compte pas.',
        'One page and an hour of discussion are enough. A single organisation’s activity report does not count.',
      ),
      evidence: t('Le bilan écrit, sa date, la feuille de présence du jour où il a été discuté.', 'The written review, its date, the attendance sheet of the day it was discussed.'),
      levels: [
        t('Aucun bilan de la coordination n’a encore été fait.', 'The coordination has not been reviewed yet.'),
        t('Un bilan a été fait une fois, à l’oral ou par écrit. Il date de plus d’un an, ou il n’est pas écrit, ou les acteurs n’en ont pas discuté.', 'A review was made once, orally or in writing. It is over a year old, or is not in writing, or the actors have not discussed it.'),
        t('Depuis un an, un bilan écrit a été discuté avec les acteurs.', 'In the past year, a written review has been discussed with the actors.'),
        t(
          'Depuis un an, un bilan écrit a été discuté avec les acteurs, présenté aux élu·es et publié (site, bulletin, plateforme d’échange).',
          'In the past year, a written review has been discussed with the actors, presented to elected officials and published (website, bulletin, sharing platform).',
        ),
      ],
      quick: true,
    },
    {
      id: 'improvement',
      name: t('Amélioration', 'Improvement'),
      question: t('Les bilans et les retours changent-ils quelque chose ?', 'Do reviews and feedback change anything?'),
      help: t(
        'Un horaire déplacé, un format abandonné, une règle réécrite comptent, si cela vient d’un retour des acteurs ou des habitants.',
        'A time moved, a format dropped, a rule rewritten count, if they come from actors’ or residents’ feedback.',
      ),
      evidence: t('La liste des changements décidés, avec leurs dates et ce qui les a motivés.', 'The list of changes decided, with their dates and what prompted them.'),
      levels: [
        t('Aucun changement n’a été fait depuis un an à partir d’un bilan ou d’un retour, même si des idées sont notées.', 'No change has been made in the past year from a review or feedback, even if ideas are noted.'),
        t('Un changement au moins a été fait depuis un an à partir d’un bilan ou d’un retour. Aucune liste écrite ne dit ce qui reste à changer, pour quand et qui s’en charge.', 'At least one change has been made in the past year from a review or feedback. No written list says what is left to change, by when and who takes care of it.'),
        t('Un changement au moins a été fait depuis un an, et une liste écrite dit quoi changer, pour quand et quelle fonction s’en charge. Elle n’est pas revue avec les acteurs à date fixe, ou rien n’a été partagé avec d’autres communes.', 'At least one change has been made in the past year, and a written list says what to change, by when and which position takes care of it. It is not reviewed with the actors on a set date, or nothing has been shared with other communes.'),
        t(
          'Un changement au moins a été fait depuis un an, et la liste est revue avec les acteurs à date fixe. Depuis un an, ce qui a marché et ce qui n’a pas marché a été partagé avec d’autres communes.',
          'At least one change has been made in the past year, and the list is reviewed with the actors on a set date. In the past year, what worked and what did not has been shared with other communes.',
        ),
      ],
    },
  ],
};

export const impactRecommendations: NonNullable<GridSource['recommendations']> = [
  {
    id: 'indicators_chosen_pick_three', criterion: 'indicators_chosen', levels: [1],
    what: t('Choisir trois indicateurs faciles à relever', 'Choose three indicators that are easy to note'),
    why: t('Trois chiffres suivis valent mieux que vingt oubliés. Ils répondent déjà à la question des élu·es : à quoi cela sert-il ?', 'Three figures followed are worth more than twenty forgotten. They already answer the elected officials’ question: what is it for?'),
    firstStep: t('Écrire ce que l’on voudrait voir changer dans un an, puis un chiffre pour chaque changement.', 'Write down what you would like to see change in a year, then one figure for each change.'),
    who: t('La personne référente, avec l’élu·e qui suit le sujet', 'The contact person, with the elected official who follows the subject'), delayMonths: 1, effort: 'low',
    resource: { text: t('Les Bases du numérique d’intérêt général, pour voir comment d’autres mesurent leur impact', 'Les Bases du numérique d’intérêt général, to see how others measure their impact'), url: 'https://lesbases.anct.gouv.fr' },
    actsOn: OBSTACLES.temps, needs: ['etablir_un_diagnostic_territorial', 'collecter_des_donnees_territoriales'],
  },
  {
    id: 'indicators_chosen_write_who_when', criterion: 'indicators_chosen', levels: [2],
    what: t('Écrire pour chaque indicateur qui le relève et quand', 'Write who notes each indicator, and when'),
    why: t('Un chiffre sans responsable n’est pas relevé. Une définition écrite évite aussi que chacun compte à sa façon.', 'A figure with nobody in charge is not noted. A written definition also keeps everyone from counting in their own way.'),
    firstStep: t('Ouvrir un tableau à quatre colonnes : indicateur, définition, qui relève, à quelle date.', 'Open a four-column table: indicator, definition, who notes it, on what date.'),
    who: t('La personne référente', 'The contact person'), delayMonths: 2, effort: 'low',
    resource: { text: t('Mon Inclusion Numérique, pour les données déjà disponibles sur le territoire', 'Mon Inclusion Numérique, for data already available on the area'), url: 'https://inclusion-numerique.anct.gouv.fr' },
    actsOn: LEVERS.competences, needs: ['collecter_des_donnees_territoriales'],
  },
  {
    id: 'indicators_chosen_agree_targets', criterion: 'indicators_chosen', levels: [3],
    what: t('Revoir la liste avec les acteurs et fixer un point de départ et une cible', 'Review the list with the actors and set a starting point and a target'),
    why: t('Les acteurs relèvent plus volontiers un chiffre qui leur sert. Sans point de départ, on ne peut pas dire ce qui a changé.', 'Actors more readily note a figure that is of use to them. Without a starting point, nobody can say what has changed.'),
    firstStep: t('Mettre la liste à l’ordre du jour de la prochaine rencontre et demander quel indicateur retirer.', 'Put the list on the next meeting’s agenda and ask which indicator to remove.'),
    who: t('Les acteurs, à l’invitation de la personne référente', 'The actors, at the contact person’s invitation'), delayMonths: 3, effort: 'medium',
    resource: { text: t('Les indicateurs de la feuille de route France Numérique Ensemble de votre département, si elle en a', 'The indicators of your département’s France Numérique Ensemble roadmap, if it has any') },
    actsOn: OBSTACLES.cooperation, needs: ['co_construire_la_feuille_de_route', 'animer_la_gouvernance'],
  },
  {
    id: 'data_collected_count_one_month', criterion: 'data_collected', levels: [1],
    what: t('Compter pendant un mois les demandes d’aide à l’accueil', 'Count requests for help at the front desk for a month'),
    why: t('Un mois de comptage donne un premier ordre de grandeur. Il montre aussi aux agents que leur aide est vue.', 'A month of counting gives a first order of magnitude. It also shows staff that their help is seen.'),
    firstStep: t('Poser une feuille à l’accueil de la mairie et de la bibliothèque : une barre par demande, sans nom.', 'Put a sheet at the town hall’s and the library’s front desk: one mark per request, no names.'),
    who: t('Les agents d’accueil, avec la personne référente', 'Front-desk staff, with the contact person'), delayMonths: 2, effort: 'low',
    resource: { text: t('data.gouv.fr, pour compléter avec les données publiques de la commune', 'data.gouv.fr, to add the commune’s public data'), url: 'https://www.data.gouv.fr' },
    actsOn: OBSTACLES.peu_acteurs, needs: ['collecter_des_donnees_territoriales', 'etablir_un_diagnostic_territorial'],
  },
  {
    id: 'data_collected_gather_in_one_table', criterion: 'data_collected', levels: [2],
    what: t('Réunir les chiffres des structures dans un même tableau', 'Bring the organisations’ figures together in one table'),
    why: t('Chaque structure voit une partie des habitants. Mis ensemble, les chiffres montrent les quartiers et les publics sans réponse.', 'Each organisation sees some of the residents. Put together, the figures show the neighbourhoods and groups left without an answer.'),
    firstStep: t('Demander à deux structures les trois chiffres qu’elles relèvent déjà, et les mettre côte à côte.', 'Ask two organisations for the three figures that they already note, and put them side by side.'),
    who: t('La personne référente, avec les structures', 'The contact person, with the organisations'), delayMonths: 4, effort: 'medium',
    resource: { text: t('La Coop de la médiation numérique, où les médiateurs notent leur activité', 'La Coop de la médiation numérique, where mediators record their activity'), url: 'https://coop-numerique.anct.gouv.fr' },
    actsOn: OBSTACLES.silos, needs: ['collecter_des_donnees_territoriales'], requires: ['indicators_chosen_pick_three'],
  },
  {
    id: 'data_collected_set_dates_and_words', criterion: 'data_collected', levels: [3],
    what: t('Fixer les dates de remplissage et écrire les mêmes définitions pour tous', 'Set the dates for filling in and write the same definitions for all'),
    why: t('« Habitant aidé » peut vouloir dire une personne ou une visite. Des mots communs rendent les chiffres comparables d’une année à l’autre.', '“Resident helped” may mean a person or a visit. Common words make figures comparable from one year to the next.'),
    firstStep: t('Écrire une phrase de définition sous chaque titre de colonne et ouvrir le tableau en lecture à tous les acteurs.', 'Write a one-sentence definition under each column title and let all actors read the table.'),
    who: t('La personne référente, avec les structures', 'The contact person, with the organisations'), delayMonths: 3, effort: 'low',
    resource: { text: t('Les conseils de la CNIL, pour vérifier que le tableau ne permet de reconnaître personne', 'The CNIL’s advice, to check that nobody can be recognised from the table'), url: 'https://www.cnil.fr' },
    actsOn: LEVERS.maillage, needs: ['collecter_des_donnees_territoriales'], requires: ['indicators_chosen_write_who_when'],
  },
  {
    id: 'shared_review_take_an_hour', criterion: 'shared_review', levels: [1],
    what: t('Prendre une heure pour un premier bilan à trois questions', 'Take an hour for a first review with three questions'),
    why: t('Même un début de coordination apprend quelque chose. Le dire tôt évite de répéter ce qui n’a pas servi.', 'Even the start of a coordination teaches something. Saying it early avoids repeating what was of no use.'),
    firstStep: t('À la fin de la prochaine rencontre, demander : que garder, que changer, que commencer ? Noter les réponses.', 'At the end of the next meeting, ask: what to keep, what to change, what to start? Note the answers.'),
    who: t('La personne référente, avec deux ou trois acteurs', 'The contact person, with two or three actors'), delayMonths: 3, effort: 'low',
    resource: { text: t('Les Bases du numérique d’intérêt général, pour lire des retours d’expérience', 'Les Bases du numérique d’intérêt général, to read feedback from experience'), url: 'https://lesbases.anct.gouv.fr' },
    actsOn: LEVERS.envie, needs: ['animer_la_gouvernance'],
  },
  {
    id: 'shared_review_write_and_discuss', criterion: 'shared_review', levels: [2],
    what: t('Écrire un bilan d’une page et en discuter avec les acteurs', 'Write a one-page review and discuss it with the actors'),
    why: t('Un bilan discuté devient celui de tous. Il fait aussi apparaître ce que la commune ne voit pas seule.', 'A review that is discussed becomes everyone’s. It also brings out what the commune does not see alone.'),
    firstStep: t('Envoyer une page (faits, chiffres, difficultés) une semaine avant la prochaine rencontre et y réserver trente minutes.', 'Send one page (facts, figures, difficulties) a week before the next meeting and keep thirty minutes for it.'),
    who: t('La personne référente', 'The contact person'), delayMonths: 4, effort: 'medium',
    resource: { text: t('Le hub d’inclusion numérique de votre région, pour un regard extérieur', 'Your region’s digital inclusion hub, for an outside view') },
    actsOn: OBSTACLES.silos, needs: ['animer_la_gouvernance'],
  },
  {
    id: 'shared_review_present_and_publish', criterion: 'shared_review', levels: [3],
    what: t('Présenter le bilan aux élu·es et le publier', 'Present the review to elected officials and publish it'),
    why: t('Un bilan présenté aux élu·es aide à garder le temps et le budget. Publié, il sert à d’autres communes.', 'A review presented to elected officials helps to keep time and budget. Once published, it is of use to other communes.'),
    firstStep: t('Demander un passage de dix minutes à la prochaine commission ou réunion d’élu·es.', 'Ask for ten minutes at the next committee or elected officials’ meeting.'),
    who: t('L’élu·e qui suit le sujet, avec la personne référente', 'The elected official who follows the subject, with the contact person'), delayMonths: 6, effort: 'medium',
    resource: { text: t('Les Bases du numérique d’intérêt général, pour publier le bilan', 'Les Bases du numérique d’intérêt général, to publish the review'), url: 'https://lesbases.anct.gouv.fr' },
    actsOn: LEVERS.elus, needs: ['asb:sensibiliser_les_elus'],
  },
  {
    id: 'improvement_change_one_thing', criterion: 'improvement', levels: [1],
    what: t('Demander un retour et changer une chose', 'Ask for feedback and change one thing'),
    why: t('Un petit changement visible montre que les retours servent. Les acteurs en donnent alors d’autres.', 'One small visible change shows that feedback is of use. Actors then give more.'),
    firstStep: t('Poser une question par courriel aux acteurs : quelle chose simple vous aiderait le plus ? En faire une ce mois-ci.', 'Ask the actors one question by e-mail: what simple thing would help you most? Do one of them this month.'),
    who: t('La personne référente', 'The contact person'), delayMonths: 2, effort: 'low',
    resource: { text: t('Le hub d’inclusion numérique de votre région, pour des méthodes de retour d’expérience', 'Your region’s digital inclusion hub, for ways to gather feedback') },
    actsOn: LEVERS.envie, needs: ['animer_la_gouvernance'],
  },
  {
    id: 'improvement_keep_list', criterion: 'improvement', levels: [2],
    what: t('Tenir une liste des changements : quoi, quand, quelle fonction', 'Keep a list of changes: what, when, which position'),
    why: t('Ce qui n’est pas écrit se rediscute à chaque rencontre. Une liste courte montre aussi le chemin fait.', 'What is not written down is discussed again at every meeting. A short list also shows how far one has come.'),
    firstStep: t('Écrire les changements déjà faits depuis un an, puis les trois prochains avec une date.', 'Write down the changes made in the past year, then the next three with a date.'),
    who: t('La personne référente', 'The contact person'), delayMonths: 2, effort: 'low',
    resource: { text: t('Le plan d’actions de la commune, où noter ces changements', 'The commune’s action plan, in which to note these changes') },
    actsOn: OBSTACLES.cooperation, needs: ['co_construire_la_feuille_de_route'], requires: ['shared_review_take_an_hour'],
  },
  {
    id: 'improvement_share_experience', criterion: 'improvement', levels: [3],
    what: t('Revoir la liste à date fixe et partager le retour d’expérience avec d’autres communes', 'Review the list on a set date and share the experience with other communes'),
    why: t('Raconter aussi ce qui n’a pas marché fait gagner du temps aux autres. En retour, on apprend d’eux.', 'Telling what did not work, too, saves others time. In return, one learns from them.'),
    firstStep: t('Inscrire une date de revue dans l’agenda et écrire une demi-page : points saillants, difficultés, solutions.', 'Put a review date in the diary and write half a page: key points, difficulties, solutions.'),
    who: t('La personne référente, avec les acteurs', 'The contact person, with the actors'), delayMonths: 6, effort: 'medium',
    resource: { text: t('Les Bases du numérique d’intérêt général, pour publier un retour d’expérience', 'Les Bases du numérique d’intérêt général, to publish feedback from experience'), url: 'https://lesbases.anct.gouv.fr' },
    actsOn: LEVERS.maillage, needs: ['sensibiliser_les_acteurs_aux_outils_existants'],
  },
];
