import type { Meta, StoryObj } from '@storybook/web-components-vite';

import { described, survey } from './story.ts';
import type { Args } from './story.ts';

export default {
  title: 'Questionnaire/Par défaut',
  component: 'asb-survey',
  tags: ['autodocs'],
  render: survey,
  args: { storageKey: 'storybook-default' },
  parameters: {
    docs: {
      description: {
        component: `Une balise suffit : \`<asb-survey></asb-survey>\` pose le questionnaire aux communes. Sans attribut \`action\`, rien ne part :
la personne télécharge ses réponses. Le brouillon reste sur l’appareil.`,
      },
    },
  },
} satisfies Meta<Args>;

type Story = StoryObj<Args>;

export const QuestionnaireAuxCommunes: Story = described({ name: 'Questionnaire aux communes' }, 'Huit étapes, moins de dix minutes.');

export const CommuneConnue: Story = described(
  { name: 'Commune connue', args: { commune: '59350', storageKey: 'storybook-commune' } },
  '`commune="59350"` : la commune est remplie et verrouillée.',
);

export const UneSeulePage: Story = described(
  { name: 'Une seule page', args: { display: 'single', storageKey: 'storybook-single' } },
  '`display="single"` : toutes les étapes à la suite, pour relire ou imprimer.',
);

export const EnAnglais: Story = described(
  { name: 'En anglais', args: { lang: 'en', storageKey: 'storybook-en' } },
  'La langue est celle de l’attribut `lang`, ou de la page.',
);

export const LectureSeule: Story = described(
  { name: 'Lecture seule', args: { readonly: true, display: 'single', storageKey: 'storybook-readonly' } },
  '`readonly` : les réponses se lisent et ne changent pas.',
);
