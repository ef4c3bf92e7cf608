/** Axis 5: time, money, equipment, and the link between libraries and digital mediation operators. */
import type { DimensionSource } from '../../assessment/grid.ts';
import { t } from '../text.ts';

export const means: DimensionSource = {
  id: 'means',
  name: t('Moyens et mutualisation', 'Means and pooling'),
  help: t(
    'Ce que la commune et ses partenaires mettent dans la coordination, et ce qu’ils partagent pour dépenser moins.',
    'What the commune and its partners put into coordination, and what they share so as to spend less.',
  ),
  interview: [
    t('Combien de temps la coordination a-t-elle pris le mois dernier, et à qui ?', 'How much time did coordination take last month, and whose?'),
    t('Qu’avez-vous renoncé à faire faute de moyens ?', 'What have you given up for lack of means?'),
    t('Quel matériel dort dans un placard, et qui en aurait l’usage ?', 'What equipment sits in a cupboard, and who could use it?'),
    t('Qui aide les habitants avec le numérique dans la bibliothèque la plus proche ?', 'Who helps residents with digital tools in the nearest library?'),
    t('Que pourriez-vous payer ou prêter à plusieurs communes ?', 'What could several communes pay for or lend together?'),
  ],
  criteria: [
    {
      id: 'dedicated_time',
      name: t('Temps dédié', 'Dedicated time'),
      question: t('Du temps de travail est-il prévu pour coordonner l’inclusion numérique ?', 'Is working time set aside to coordinate digital inclusion?'),
      help: t(
        'Comptez le temps pour relier les acteurs et préparer les rencontres ; pas le temps passé à aider les habitants. Un temps partagé entre communes compte, même si la personne travaille ailleurs.',
        'Count the time spent connecting actors and preparing meetings, not the time spent helping residents. Time shared between communes counts, even if the person works elsewhere.',
      ),
      evidence: t('La fiche de poste, la lettre de mission ou la convention qui dit combien d’heures ou de jours.', 'The job description, mission letter or agreement that says how many hours or days.'),
      levels: [
        t('Personne ne suit encore l’inclusion numérique pour la commune, ni chez elle, ni dans un service partagé avec d’autres.', 'Nobody looks after digital inclusion for the commune yet, neither at home nor in a service shared with others.'),
        t('Une personne suit le sujet en plus de ses autres missions. Aucun écrit ne prévoit de temps pour la coordination.', 'Someone follows the subject on top of other duties. Nothing in writing sets aside time for coordination.'),
        t('Un écrit prévoit un temps pour la coordination, en heures ou en jours. Il n’a pas été comparé au temps passé depuis un an, ou personne ne peut prendre le relais.', 'A written document sets aside time for coordination, in hours or days. It has not been compared within a year with the time spent, or nobody can take over.'),
        t(
          'Un écrit prévoit ce temps, il a été comparé au temps passé depuis un an, et une autre personne peut prendre le relais en cas d’absence.',
          'This time is in writing, it has been compared within a year with the time spent, and someone else can take over during an absence.',
        ),
      ],
      quick: true,
      prefill: [
        { if: "{survey.referent} = 'oui_sans_temps'", level: 2, from: 'referent' },
        { if: "{survey.referent} = 'non'", level: 1, from: 'referent' },
      ],
    },
    {
      id: 'budget',
      name: t('Budget', 'Budget'),
      question: t('De l’argent est-il prévu pour l’inclusion numérique et sa coordination ?', 'Is money set aside for digital inclusion and its coordination?'),
      help: t(
        'Comptez l’argent de la commune et celui des partenaires ; pas l’informatique de la mairie ni le salaire des agents.',
        'Count the commune’s money and its partners’; not the town hall’s IT or staff pay.',
      ),
      evidence: t('La ligne du budget, la délibération, la notification de subvention, le tableau de financement.', 'The budget line, the council’s decision, the grant notification, the funding table.'),
      levels: [
        t('Aucune dépense n’a été prévue ni faite pour l’inclusion numérique depuis un an.', 'No spending has been planned or made for digital inclusion in the past year.'),
        t('Une dépense au moins a été faite depuis un an. Elle a été décidée au cas par cas, sans ligne au budget.', 'At least one expense has been made in the past year. It was decided case by case, with no budget line.'),
        t('Une somme pour l’inclusion numérique est inscrite au budget de l’année.', 'A sum for digital inclusion is in this year’s budget.'),
        t(
          'Une somme est inscrite au budget et un tableau prévoit les dépenses sur deux ans ou plus. Un partenaire au moins y participe.',
          'A sum is in the budget and a table plans spending over two years or more. At least one partner contributes.',
        ),
      ],
    },
    {
      id: 'shared_equipment',
      name: t('Prêt et mutualisation de matériel', 'Lending and pooling equipment'),
      question: t('Le matériel numérique est-il prêté ou partagé entre acteurs ?', 'Is digital equipment lent or shared between actors?'),
      help: t(
        'Ordinateurs, tablettes, vidéoprojecteur, valise d’atelier, salle équipée. Un ordinateur en libre accès dans un seul lieu ne compte pas.',
        'Computers, tablets, projector, workshop kit, equipped room. A self-service computer in one place only does not count.',
      ),
      evidence: t('L’inventaire du matériel à prêter, la convention ou la fiche de prêt, le nombre de prêts de l’année.', 'The list of equipment to lend, the agreement or loan form, the number of loans in the year.'),
      levels: [
        t('Chaque structure utilise son propre matériel. Aucun prêt n’a eu lieu depuis un an.', 'Each organisation uses its own equipment. No loan has taken place in the past year.'),
        t('Du matériel a été prêté ou partagé depuis un an, à la demande. Il n’y a ni liste, ni règle écrite.', 'Equipment has been lent or shared in the past year, on request. There is neither a list nor a written rule.'),
        t('Une liste du matériel et une règle écrite de prêt existent. Les acteurs les ont reçues.', 'There are a list of equipment and a written lending rule. The actors have received them.'),
        t(
          'La liste et la règle réunissent le matériel de plusieurs structures ou communes, et les prêts de l’année sont comptés.',
          'The list and the rule bring together the equipment of several organisations or communes, and the year’s loans are counted.',
        ),
      ],
    },
    {
      id: 'libraries_operators',
      name: t('Bibliothèques et opérateurs de médiation', 'Libraries and digital mediation operators'),
      question: t('La bibliothèque travaille-t-elle avec des opérateurs de médiation numérique ?', 'Does the library work with digital mediation operators?'),
      help: t(
        'Un opérateur est une structure qui aide les habitants avec le numérique (association, centre social, France services…). S’il y a plusieurs bibliothèques, décrivez le cas le plus courant ; sans bibliothèque, répondez « non concerné ».',
        'An operator is an organisation that helps residents with digital tools (association, community centre, “France services”…). With several libraries, describe the most common case; with none, answer “not concerned”.',
      ),
      evidence: t('Le calendrier des interventions, la convention, le compte rendu de la rencontre annuelle.', 'The calendar of sessions, the agreement, the minutes of the yearly meeting.'),
      levels: [
        t('La bibliothèque et les opérateurs n’ont pas eu d’échange depuis un an, ou ne se connaissent pas encore.', 'The library and the operators have not been in touch for a year, or do not know each other yet.'),
        t('Ils ont échangé depuis un an, ou un opérateur est venu à la bibliothèque. Aucun calendrier n’est fixé entre eux.', 'They have been in touch in the past year, or an operator has come to the library. No calendar is set between them.'),
        t('Un écrit (convention, courrier, courriel) fixe les dates des interventions d’un opérateur au moins à la bibliothèque, et elles ont lieu.', 'A written document (agreement, letter, e-mail) sets the dates when at least one operator comes to the library, and the sessions take place.'),
        t(
          'Ces interventions ont lieu et chacun envoie des habitants vers l’autre. Depuis un an, ils ont fait le point et préparé la suite ensemble.',
          'These sessions take place and each sends residents to the other. In the past year, they have taken stock and prepared what comes next together.',
        ),
      ],
    },
  ],
};
