import type { Meta, StoryObj } from '@storybook/web-components-vite';

import { issuer } from './story.ts';
import type { Args } from './story.ts';

export default {
  title: 'Badge/Émettre',
  component: 'asb-badge-issuer',
  render: issuer,
  tags: ['autodocs'],
} satisfies Meta<Args>;

type Story = StoryObj<Args>;
const story = (name: string, args: Args, description: string): Story => ({ name, args, parameters: { docs: { description: { story: description } } } });

export const Debut = story('Premier usage', { storageKey: 'story-start' }, 'Créer l’émetteur, choisir le badge, coller la liste, signer, remettre. Tout se passe sur l’appareil.');
export const Atelier = story('Après un atelier RETEX', { storageKey: 'story-retex', template: 'retex-workshop' }, '`template` : le modèle par lequel commencer.');
export const AvecUnSite = story(
  'Avec un site',
  { storageKey: 'story-site', template: 'partner-library', hosting: 'https://commune.example/badges/', statusUrl: 'https://commune.example/badges/status.json' },
  '`hosting` et `status-url` proposent les adresses de votre site : liens, QR codes et révocation.',
);
export const Anglais = story('En anglais', { storageKey: 'story-en', lang: 'en' }, '`lang="en"`, ou la langue de la page.');
