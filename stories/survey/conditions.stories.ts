import type { Meta } from '@storybook/web-components-vite';

import { questions, survey } from './story.ts';
import type { Args } from './story.ts';

export default {
  title: 'Questionnaire/Conditions',
  component: 'asb-survey',
  render: survey,
  tags: ['autodocs'],
} satisfies Meta<Args>;

export const MontrerSelonUneReponse = questions('`visibleIf` : la question suivante n’apparaît que si elle a un sens.', [
  { type: 'boolean', name: 'lieu', title: 'Votre commune a-t-elle un lieu d’accompagnement ?' },
  { type: 'text', name: 'nom', title: 'Comment s’appelle-t-il ?', visibleIf: '{lieu} = true', isRequired: true },
  { type: 'comment', name: 'frein', title: 'Qu’est-ce qui vous en empêche ?', visibleIf: '{lieu} = false' },
]);
MontrerSelonUneReponse.name = 'Montrer selon une réponse';

export const ObligatoireSelonUneReponse = questions('`requiredIf` : obligatoire seulement dans ce cas.', [
  { type: 'checkbox', name: 'besoins', title: 'De quoi avez-vous besoin ?', choices: ['Formation', 'Matériel', 'Budget'] },
  { type: 'text', name: 'montant', title: 'Quel budget, en euros ?', inputType: 'number', requiredIf: "{besoins} contains 'Budget'" },
]);
ObligatoireSelonUneReponse.name = 'Obligatoire selon une réponse';

export const ReprendreUneReponse = questions('`{nom}` reprend une réponse dans un titre, toujours comme du texte.', [
  { type: 'text', name: 'nom', title: 'Nom de votre commune' },
  { type: 'comment', name: 'force', title: 'Quel est l’atout de {nom} ?', visibleIf: '{nom} notempty' },
]);
ReprendreUneReponse.name = 'Reprendre une réponse';

export const ChoixSelonUneReponse = questions('Un choix peut dépendre d’une réponse lui aussi.', [
  { type: 'radiogroup', name: 'taille', title: 'Taille de la commune', choices: ['Moins de 3 500 habitants', 'Davantage'] },
  {
    type: 'radiogroup',
    name: 'equipe',
    title: 'Qui suit le numérique ?',
    choices: ['Une élue ou un élu', 'Un agent', { value: 'service', text: 'Un service', visibleIf: "{taille} = 'Davantage'" }],
  },
]);
ChoixSelonUneReponse.name = 'Choix selon une réponse';
