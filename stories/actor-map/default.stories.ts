import type { Meta, StoryObj } from '@storybook/web-components-vite';

import { actors, sample } from './story.ts';
import type { Args } from './story.ts';

export default {
  title: 'Acteurs/Acteurs et liens',
  component: 'asb-actor-map',
  render: actors,
  tags: ['autodocs'],
} satisfies Meta<Args>;

type Story = StoryObj<Args>;

const story = (name: string, args: Args, description: string): Story => ({ name, args, parameters: { docs: { description: { story: description } } } });

export const Liste = story('La liste', { key: 'liste', value: sample(), contact: 'hub@hub.example' }, 'La source : filtres avec leurs comptes, tri, fiche d’un acteur.');
export const Carte = story('La carte', { key: 'carte', value: sample(), view: 'map' }, 'Les mêmes acteurs ; chaque repère est un bouton, flèches pour aller au voisin.');
export const Matrice = story('La matrice', { key: 'matrice', value: sample(), view: 'matrix' }, 'Bibliothèques et opérateurs ; la couverture est au-dessus.');
export const Reseau = story('Le réseau', { key: 'reseau', value: sample(), view: 'network' }, 'Toujours la même image pour les mêmes données, et la liste qui dit la même chose.');
export const Maillage = story('Le maillage', { key: 'maillage', value: sample(), view: 'meshing', editable: true }, 'Chaque nombre avec sa liste, et les liens à proposer.');
export const Tenir = story('Tenir la carte', { key: 'tenir', value: sample(), editable: true }, '`editable` : ajouter, modifier, relier, annuler, ouvrir et fusionner des fichiers.');
export const Vide = story('Au début', { key: 'vide', editable: true }, 'Personne encore : que faire d’abord.');
export const Communes = story('Deux communes', { key: 'communes', value: sample(), communes: '59350,59512' }, '`communes`, ou les attributs de la cartographie nationale.');
export const Illisible = story('Des acteurs illisibles', { key: 'illisible', value: '{ "actors": [' }, 'Ce qui ne va pas ; rien n’a changé.');
export const Introuvable = story('Fichier introuvable', { key: 'introuvable', src: 'nulle-part.json' }, 'Ce qui s’est passé, que faire, et le contenu de secours de la page.');
export const Anglais = story('En anglais', { key: 'anglais', value: sample(), lang: 'en' }, '`lang="en"`, ou la langue de la page.');
