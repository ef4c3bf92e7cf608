import type { PageJson } from '../../survey/definition/model.ts';
import { choice, orNone, orUnknown, t, unknown } from './text.ts';

export const expectations: PageJson = {
  name: 'attentes',
  title: t('Vos attentes pour une coordination', 'What you expect of coordination'),
  description: t(
    'Coordonner, c’est donner aux acteurs locaux un cadre et un espace pour travailler ensemble.',
    'To coordinate is to give local actors a frame and a space to work together.',
  ),
  elements: [
    {
      type: 'radiogroup',
      name: 'echelle',
      title: t('À quelle échelle faudrait-il se coordonner ?', 'At what scale should coordination happen?'),
      choices: [
        choice('communal', 'Dans la commune', 'Within the commune'),
        choice('intercommunal', 'Avec des communes voisines', 'With neighbouring communes'),
        choice('les_deux', 'Les deux', 'Both'),
        unknown,
      ],
    },
    {
      type: 'checkbox',
      name: 'formats',
      title: t('Quels formats de rencontre vous conviendraient ?', 'Which kinds of meeting would suit you?'),
      choices: [
        choice('comite', 'Un comité qui décide', 'A committee that decides'),
        choice('groupe_de_travail', 'Un groupe de travail sur un sujet', 'A working group on one subject'),
        choice('echange', 'Un temps d’échange entre pairs', 'A time to exchange between peers'),
        choice('reunion_coordination', 'Une réunion de coordination des acteurs', 'A coordination meeting of the actors'),
        choice('webinaire', 'Un webinaire', 'A webinar'),
      ],
      ...orNone('Aucun : nous manquons de temps', 'None: we lack the time'),
      ...orUnknown,
    },
    {
      type: 'radiogroup',
      name: 'frequence_rencontres',
      title: t('À quelle fréquence ?', 'How often?'),
      visibleIf: "{formats} notempty and {formats} notcontains 'none'",
      choices: [
        choice('mensuelle', 'Tous les mois', 'Every month'),
        choice('trimestrielle', 'Tous les trois mois', 'Every three months'),
        choice('semestrielle', 'Deux fois par an', 'Twice a year'),
        choice('annuelle', 'Une fois par an', 'Once a year'),
        unknown,
      ],
    },
  ],
};
