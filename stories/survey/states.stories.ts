import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';

import { described, survey } from './story.ts';
import type { Args } from './story.ts';

export default {
  title: 'Questionnaire/Erreurs et hors connexion',
  component: 'asb-survey',
  render: survey,
  tags: ['autodocs'],
} satisfies Meta<Args>;

type Story = StoryObj<Args>;

const DEFAULT_STORY = 'iframe.html?id=questionnaire-par-défaut--questionnaire-aux-communes&viewMode=story';

const short = {
  id: 'court',
  title: 'Un atelier',
  pages: [
    {
      name: 'atelier',
      elements: [
        { type: 'text', name: 'titre', title: 'Titre', isRequired: true },
        { type: 'text', name: 'places', title: 'Places', inputType: 'number', min: 1, max: 30 },
        { type: 'matrix', name: 'avis', title: 'Votre avis', isAllRowRequired: true, columns: ['Oui', 'Non'], rows: ['Utile', 'Bien placé'] },
      ],
    },
  ],
};
const answers = { titre: 'Premiers pas', places: 12, avis: { Utile: 'Oui', 'Bien placé': 'Non' } };

export const ReponsesACorriger: Story = described(
  { name: 'Réponses à corriger', args: { definition: short, value: { places: 45 }, storageKey: 'storybook-errors' } },
  'Appuyez sur « Relire mes réponses » : la liste des réponses à corriger s’affiche, chaque ligne mène à sa question.',
);

export const AdresseFausse: Story = described(
  {
    name: 'Questionnaire introuvable',
    render: () => html`<asb-survey src="nulle-part.json"><p>Vous pouvez aussi répondre sur papier, à l’accueil de la mairie.</p></asb-survey>`,
    parameters: { a11y: { test: 'error' } },
  },
  'La définition ne se charge pas : ce qui s’est passé, que faire, et le contenu de secours écrit dans la page.',
);

export const DefinitionFausse: Story = described(
  { name: 'Définition illisible', args: { definition: { pages: 'aucune' }, storageKey: 'storybook-invalid' } },
  'La définition n’en est pas une : la personne sait qui prévenir.',
);

export const ServeurAbsent: Story = described(
  { name: 'Hors connexion', args: { definition: short, value: answers, action: 'http://127.0.0.1:9/', storageKey: 'storybook-offline' } },
  `Aucun serveur ne répond à cette adresse. Envoyez : la réponse est gardée sur l’appareil et repart seule ; la personne le voit. Couper le réseau du
navigateur montre le bandeau « hors connexion ».`,
);

export const ServeurQuiRefuse: Story = described(
  { name: 'Le serveur refuse', args: { definition: short, value: answers, action: 'nulle-part', storageKey: 'storybook-refused' } },
  'Le serveur répond par une erreur (404 ou 501 ici) : elle est dite, rien n’est perdu.',
);

export const DansUnCadreFerme: Story = described(
  {
    name: 'Sans stockage',
    render: () => html`<iframe sandbox="allow-scripts" title="Questionnaire dans un cadre fermé" src=${DEFAULT_STORY} width="100%" height="600"></iframe>`,
  },
  'Dans un cadre fermé (`sandbox`), le navigateur ne garde rien : le questionnaire fonctionne et le dit.',
);
