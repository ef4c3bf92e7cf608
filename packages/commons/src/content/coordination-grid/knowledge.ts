import type { DimensionSource } from '../../assessment/grid.ts';
import { t } from '../text.ts';

export const knowledge: DimensionSource = {
  id: 'knowledge',
  name: t('Connaissance du territoire et des acteurs', 'Knowledge of the area and its actors'),
  help: t(
    'Ce que la commune sait des habitants qui ont du mal avec le numérique, de l’aide qui existe et de ceux qui la donnent.',
    'What the commune knows about residents who struggle with digital tools, the help that exists and those who give it.',
  ),
  interview: [
    t('Quels habitants ont du mal avec le numérique ici, et comment le savez-vous ?', 'Which residents struggle with digital tools here, and how do you know?'),
    t('Si un habitant demande de l’aide ce matin, que lui répond-on et avec quelle information ?', 'If a resident asks for help this morning, what are they told and from what information?'),
    t('Quels acteurs connaissez-vous, et lesquels connaissez-vous mal ?', 'Which actors do you know, and which do you know little about?'),
    t('Quelles demandes reviennent le plus souvent dans vos accueils ?', 'Which requests come up most often at your front desks?'),
    t('Quels chiffres avez-vous déjà, et qui les garde ?', 'What figures do you already have, and who keeps them?'),
  ],
  criteria: [
    {
      id: 'publics_known',
      name: t('Publics éloignés connus', 'People far from digital tools known'),
      question: t('La commune sait-elle quels habitants ont du mal avec le numérique ?', 'Does the commune know which residents struggle with digital tools?'),
      help: t(
        'Il s’agit de groupes (âge, quartier, situation), jamais d’une liste de personnes ; les demandes qu’ils font sont vues plus loin.',
        'This is about groups (age, neighbourhood, circumstances), never a list of persons; what they ask for comes further on.',
      ),
      evidence: t('Le document qui décrit ces publics, sa date et la liste de ceux qui l’ont reçu.', 'The document that describes these groups, its date and the list of those who received it.'),
      levels: [
        t('La commune n’a pas encore cherché à savoir quels habitants ont du mal avec le numérique.', 'The commune has not yet looked into which residents struggle with digital tools.'),
        t(
          'Des agents ou des associations ont été interrogés et disent quels publics ont du mal. Aucun document ne le décrit.',
          'Staff or associations have been asked and say which groups struggle. No document describes it.',
        ),
        t(
          'Un document décrit ces publics. Il ne donne pas de chiffre, ou il a plus de deux ans, ou les partenaires ne l’ont pas reçu.',
          'A document describes these groups. It gives no figure, or is more than two years old, or partners have not received it.',
        ),
        t(
          'Un document de moins de deux ans décrit ces publics, avec au moins un chiffre. Les partenaires l’ont reçu.',
          'A document less than two years old describes these groups, with at least one figure. Partners have received it.',
        ),
      ],
    },
    {
      id: 'offer_listed',
      name: t('Offre d’aide recensée', 'Help on offer listed'),
      question: t('La commune ou un acteur tient-il une liste des lieux où les habitants se font aider avec le numérique ?', 'Does the commune or an actor keep a list of the places where residents get help with digital tools?'),
      help: t(
        'Lieux, permanences et ateliers, tenus par la commune ou par d’autres, ou les lieux voisins s’il n’y en a pas. La cartographie nationale des lieux de médiation numérique compte si quelqu’un y tient à jour les lieux de la commune.',
        'Places, drop-in sessions and workshops, run by the commune or by others, or those nearby where it has none. The national map of digital mediation places counts if somebody keeps the commune’s places up to date there.',
      ),
      evidence: t('La liste, l’endroit où elle est publiée et la date de la dernière vérification.', 'The list, where it is published and the date of the last check.'),
      levels: [
        t('Personne, à la commune ou chez les acteurs, ne tient encore de liste de ces lieux.', 'Nobody, in the commune or among the actors, keeps a list of these places yet.'),
        t('La commune ou un acteur tient une liste de ces lieux. Elle n’est pas publiée.', 'The commune or an actor keeps a list of these places. It is not published.'),
        t(
          'La liste est publiée (site de la commune, dépliant, cartographie nationale des lieux de médiation numérique). Les horaires et les services n’ont pas été vérifiés dans les douze derniers mois.',
          'The list is published (the commune’s website, a leaflet, the national map of digital mediation places). Opening hours and services have not been checked in the last twelve months.',
        ),
        t(
          'La liste est publiée. Les horaires et les services de chaque lieu ont été vérifiés dans les douze derniers mois.',
          'The list is published. The opening hours and services of each place have been checked in the last twelve months.',
        ),
      ],
    },
    {
      id: 'actors_mapped',
      name: t('Acteurs cartographiés', 'Actors mapped'),
      question: t('La commune sait-elle qui agit pour l’inclusion numérique, et qui travaille avec qui ?', 'Does the commune know who acts for digital inclusion, and who works with whom?'),
      help: t(
        'Un acteur est une organisation (CCAS, bibliothèque, association, opérateur…), pas un lieu : la liste des lieux est vue à part.',
        'An actor is an organisation (CCAS, library, association, operator…), not a place: the list of places is seen separately.',
      ),
      evidence: t('La liste ou la carte des acteurs, et la date à laquelle ils l’ont relue.', 'The list or map of actors, and the date when they read it over.'),
      quick: true,
      levels: [
        t('Il n’existe pas encore de liste des acteurs.', 'There is no list of actors yet.'),
        t(
          'Un service tient une liste des acteurs, avec un contact pour chacun. Elle ne dit pas qui travaille avec qui.',
          'A department keeps a list of actors, with a contact for each. It does not say who works with whom.',
        ),
        t(
          'Une liste ou une carte dit ce que fait chaque acteur et avec qui il travaille. Les acteurs ne l’ont pas relue dans les douze derniers mois.',
          'A list or map says what each actor does and with whom. The actors have not read it over in the last twelve months.',
        ),
        t(
          'Une liste ou une carte dit ce que fait chaque acteur et avec qui il travaille. Les acteurs l’ont reçue et corrigée dans les douze derniers mois.',
          'A list or map says what each actor does and with whom. The actors have received and corrected it in the last twelve months.',
        ),
      ],
      prefill: [{ if: "{survey.partenaires} contains 'none'", level: 1, from: 'partenaires' }],
    },
    {
      id: 'needs_measured',
      name: t('Besoins mesurés', 'Needs measured'),
      question: t('La commune compte-t-elle les demandes d’aide des habitants ?', 'Does the commune count residents’ requests for help?'),
      help: t(
        'Ce que les habitants demandent et combien de fois, sans donnée sur une personne ; une feuille de pointage sur une semaine suffit.',
        'What residents ask for and how often, with nothing about any one person; a tally sheet over one week is enough.',
      ),
      evidence: t('Les comptages ou l’enquête, avec leurs dates ; le compte rendu de la réunion qui en a parlé.', 'The counts or the survey, with their dates; the minutes of the meeting that discussed them.'),
      levels: [
        t('Les demandes d’aide des habitants ne sont pas encore comptées.', 'Residents’ requests for help are not counted yet.'),
        t(
          'Un accueil au moins (mairie, CCAS, bibliothèque, association…) compte ou a compté les demandes. Les chiffres de plusieurs accueils n’ont pas été réunis.',
          'At least one desk (town hall, CCAS, library, association…) counts or has counted requests. Figures from several desks have not been put together.',
        ),
        t(
          'Les chiffres d’au moins deux accueils, ou d’un accueil et d’une enquête, ont été réunis. Ils ont plus d’un an, ou les acteurs n’en ont pas discuté ensemble.',
          'Figures from at least two desks, or from one desk and a survey, have been put together. They are more than a year old, or actors have not discussed them together.',
        ),
        t(
          'Les chiffres d’au moins deux accueils, ou d’un accueil et d’une enquête, ont été réunis dans les douze derniers mois. Les acteurs en ont discuté ensemble.',
          'Figures from at least two desks, or from one desk and a survey, have been put together in the last twelve months. Actors have discussed them together.',
        ),
      ],
      reduce: [
        {
          if: '{commune.population} < 1500',
          by: 0.5,
          why: t(
            'En dessous de 1 500 habitants, le CCAS est facultatif et les demandes sont peu nombreuses : les compter pèse moitié moins.',
            'Below 1,500 inhabitants, a CCAS is optional and requests are few: counting them weighs half as much.',
          ),
        },
      ],
    },
  ],
};
