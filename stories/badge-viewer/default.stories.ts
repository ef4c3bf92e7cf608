import type { Meta, StoryObj } from '@storybook/web-components-vite';

import { viewer } from './story.ts';
import type { Args } from './story.ts';

export default {
  title: 'Badge/Vérifier',
  component: 'asb-badge-viewer',
  render: viewer,
  tags: ['autodocs'],
} satisfies Meta<Args>;

type Story = StoryObj<Args>;
const story = (name: string, args: Args, description: string): Story => ({ name, args, parameters: { docs: { description: { story: description } } } });

export const Vide = story('Avant un badge', { known: true }, 'Déposez un fichier, choisissez un dossier, collez un texte, montrez un QR code. Rien n’est envoyé.');
export const Bon = story('Un bon badge', { src: 'bibliotheque-partenaire.svg', known: true }, 'Signé, inchangé, en cours de validité, par un émetteur que la page connaît.');
export const Inconnu = story('Un inconnu qui signe bien', { src: 'emetteur-inconnu.json', known: true }, 'La signature est bonne, mais n’importe qui peut se donner ce nom : cela ne doit pas avoir l’air bon.');
export const Expire = story('Un badge expiré', { src: 'participation-retex.svg', known: true }, 'Il a été bon.');
export const Modifie = story('Un badge modifié', { src: 'modifie.json', known: true }, 'Un mot a changé depuis la signature.');
export const Illisible = story('Un fichier qui n’est pas un badge', { value: '%PDF-1.7' }, 'La personne apprend à quoi ressemble son fichier, et lequel prendre.');
export const Ligne = story('Sur la page d’une commune', { src: 'bibliotheque-partenaire.svg', known: true, display: 'compact' }, '`display="compact"` : une ligne, pour montrer un badge reçu.');
export const Introuvable = story('Badge introuvable', { src: 'nulle-part.json', readonly: true }, 'Ce qui s’est passé, que faire, et le contenu de secours de la page.');
export const Anglais = story('En anglais', { src: 'bibliotheque-partenaire.svg', known: true, lang: 'en' }, '`lang="en"`, ou la langue de la page.');

/** Hosted badges are checked at their issuer's: the host is named, and asked only after a click. */
export const AInterroger = story(
  'Il faut interroger l’émetteur',
  {
    value: {
      '@context': 'https://w3id.org/openbadges/v2', type: 'Assertion', id: 'https://badges.hub.example/1', recipient: { type: 'email', hashed: false, identity: 'accueil@commune.example' },
      badge: { type: 'BadgeClass', name: 'Territoire engagé', description: 'La commune coordonne ses acteurs.', criteria: { narrative: 'Un comité se réunit.' }, issuer: 'https://badges.hub.example/emetteur' },
      verification: { type: 'hosted' }, issuedOn: '2026-01-05T00:00:00Z',
    },
  },
  'Un badge de la version 2 se contrôle chez son émetteur : le site est nommé, rien n’est demandé avant un clic.',
);
