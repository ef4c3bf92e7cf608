import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';

import { described, survey } from './story.ts';
import type { Args } from './story.ts';

const definition = {
  title: 'Un accueil près de chez vous',
  pages: [
    {
      name: 'accueil',
      title: 'L’accueil',
      elements: [
        { type: 'text', name: 'nom', title: 'Nom du lieu', isRequired: true },
        { type: 'radiogroup', name: 'type', title: 'Quel lieu ?', choices: ['Mairie', 'Médiathèque', 'Centre social'] },
        { type: 'rating', name: 'note', title: 'Votre note', rateMax: 5 },
      ],
    },
    { name: 'fin', title: 'Pour finir', elements: [{ type: 'comment', name: 'avis', title: 'Votre avis' }] },
  ],
};

export default {
  title: 'Questionnaire/Thèmes',
  component: 'asb-survey',
  render: survey,
  tags: ['autodocs'],
  args: { definition, storageKey: 'storybook-themes' },
} satisfies Meta<Args>;

type Story = StoryObj<Args>;

export const Clair: Story = { globals: { theme: 'light' } };

export const Sombre: Story = described({ globals: { theme: 'dark' } }, 'Le thème suit le `color-scheme` de la page.');

export const CouleursDuSite: Story = described(
  {
    name: 'Aux couleurs du site',
    render: (args) => html`
      <style>
        .mairie {
          --asb-brand: #1d6b43;
          --asb-on-brand: #fff;
          --asb-ink: #16301f;
          --asb-tint: #e2f3e8;
          --asb-radius: 2px;
          --asb-font: Georgia, serif;
          color-scheme: light;
        }
      </style>
      <div class="mairie">${survey(args)}</div>
    `,
  },
  'Quelques variables CSS, posées sur la page ou sur la balise, suffisent.',
);

export const Etroit: Story = described(
  { name: 'À 320 pixels', render: (args) => html`<div style="max-width: 320px">${survey(args)}</div>` },
  'Le questionnaire regarde la place qu’il a, pas la taille de l’écran.',
);
