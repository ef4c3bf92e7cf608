import type { Meta, StoryObj } from '@storybook/web-components-vite';

import { strategy } from './story.ts';
import type { Args } from './story.ts';

export default {
  title: 'Stratégie d’impact/Stratégie',
  component: 'asb-impact-strategy',
  render: strategy,
  tags: ['autodocs'],
} satisfies Meta<Args>;

type Story = StoryObj<Args>;
const story = (name: string, args: Args, description: string): Story => ({ name, args, parameters: { docs: { description: { story: description } } } });

export const Carte = story('Carte d’impact', { template: 'programme' }, 'Pourquoi, qui, comment, quoi. Flèches pour se déplacer, Entrée pour écrire ; en écrivant, Tab change de niveau et Échap sort. Les boutons font de même.');
export const Theorie = story('Théorie du changement', { template: 'programme', view: 'theory' }, 'Par acteur : l’effet espéré, ce qui aide, ce qui empêche. Un obstacle sans réponse se voit et se lit.');
export const MiseEnOeuvre = story('Mise en œuvre', { template: 'programme', view: 'logic' }, 'Ressources, réalisations, résultats, impact : un tableau, et son dessin.');
export const Parties = story('Parties prenantes', { template: 'programme', view: 'stakeholders' }, 'Qui, pourquoi, comment, quand ; ce que chacun valide, et depuis quand.');
export const Questions = story('Se laisser guider', { template: 'guided' }, 'Une question à la fois ; chacune peut être passée.');
export const Diapositives = story('Diapositives', { template: 'programme', view: 'slides' }, 'Plein écran, impression, un fichier .html qui se suffit.');
export const Vide = story('Avant le premier objectif', {}, 'Le modèle du programme, les questions, ou un premier objectif.');
export const LectureSeule = story('En lecture seule', { template: 'programme', readonly: true }, '`readonly` : pour publier. Rien n’est gardé sur l’appareil.');
export const Introuvable = story('Stratégie introuvable', { src: 'nulle-part.json', readonly: true }, 'Ce qui s’est passé, que faire, et le contenu de secours de la page.');
export const Illisible = story('Fichier d’une autre sorte', { value: { type: 'plan', actions: [] } }, 'Le composant le dit, et n’abîme rien.');
export const Anglais = story('En anglais', { template: 'programme', lang: 'en' }, '`lang="en"`, ou la langue de la page : le modèle aussi est en anglais.');
