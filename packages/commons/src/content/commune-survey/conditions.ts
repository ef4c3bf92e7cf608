import type { PageJson } from '../../survey/definition/model.ts';
import { choice, t, unknown } from './text.ts';

/** Four points, so that a side is taken, and not knowing set apart: it is no middle of the scale. */
const AGREEMENT = [
  choice('pas_du_tout', 'Pas du tout d’accord', 'Strongly disagree'),
  choice('plutot_pas', 'Plutôt pas d’accord', 'Rather disagree'),
  choice('plutot', 'Plutôt d’accord', 'Rather agree'),
  choice('tout_a_fait', 'Tout à fait d’accord', 'Strongly agree'),
  unknown,
];

/** What helps and what hinders, as in the programme's theory of change. */
export const conditions: PageJson = {
  name: 'freins_leviers',
  title: t('Ce qui aide, ce qui freine', 'What helps, what hinders'),
  description: t('Répondez d’instinct : il n’y a pas de bonne réponse.', 'Answer by instinct: there is no right answer.'),
  elements: [
    {
      type: 'matrix',
      name: 'leviers',
      title: t('Ce qui vous aide : êtes-vous d’accord ?', 'What helps you: do you agree?'),
      columns: AGREEMENT,
      rows: [
        choice('competences', 'Nous avons les compétences en interne', 'We have the skills in house'),
        choice('appropriation', 'Le sujet est déjà connu de nos services', 'Our departments already know the subject'),
        choice('elus', 'Les élu·es sont sensibilisé·es', 'Elected officials are aware of it'),
        choice('moyens', 'Nous avons du temps ou un budget', 'We have time or a budget'),
        choice('maillage', 'Les acteurs locaux se connaissent et travaillent ensemble', 'Local actors know each other and work together'),
        choice('envie', 'Les acteurs locaux ont envie d’échanger', 'Local actors want to exchange'),
      ],
    },
    {
      type: 'matrix',
      name: 'freins',
      title: t('Ce qui vous freine : êtes-vous d’accord ?', 'What holds you back: do you agree?'),
      columns: AGREEMENT,
      rows: [
        choice('autres_priorites', 'La commune a d’autres priorités', 'The commune has other priorities'),
        choice('peu_acteurs', 'Il y a peu d’acteurs ou d’initiatives', 'There are few actors or initiatives'),
        choice('silos', 'Chaque acteur, chaque service travaille de son côté', 'Every actor, every department works on its own'),
        choice('budget', 'Le budget manque', 'There is not enough money'),
        choice('temps', 'Le temps manque', 'There is not enough time'),
        choice('cooperation', 'Nous n’avons pas l’habitude de coopérer', 'We are not used to cooperating'),
      ],
    },
  ],
};
