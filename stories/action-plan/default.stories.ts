import type { Meta, StoryObj } from '@storybook/web-components-vite';

import { plan } from './story.ts';
import type { Args } from './story.ts';

export default {
  title: 'Plan d’actions/Plan',
  component: 'asb-action-plan',
  render: plan,
  tags: ['autodocs'],
} satisfies Meta<Args>;

type Story = StoryObj<Args>;
/** The demonstration's plan, all fictitious: `.storybook/main.ts` serves it here. */
const SAMPLE = 'plan-d-actions/exemple.json';
const story = (name: string, args: Args, description: string): Story => ({ name, args, parameters: { docs: { description: { story: description } } } });

export const Tableau = story('Tableau', { src: SAMPLE }, 'Choisissez une cellule pour la modifier. Filtres, colonnes et regroupements sont au-dessus ; « Fiche » ouvre toute l’action.');
export const ParStatut = story('Par statut', { src: SAMPLE, view: 'board' }, 'La liste de chaque carte la déplace ; la souris aussi.');
export const Frise = story('Frise', { src: SAMPLE, view: 'timeline' }, 'Un vrai tableau, et son dessin. Le retard se voit et se lit ; les enchaînements aussi. S’imprime.');
export const Calendrier = story('Calendrier', { src: SAMPLE, view: 'calendar' }, 'Échéances, débuts, étapes et comités, mois par mois.');
export const TableauDeBord = story('Tableau de bord', { src: SAMPLE, view: 'dashboard' }, 'Pour une réunion : avancement, retards, budget, indicateurs avec leur cible.');
export const Vide = story('Avant la première action', {}, 'Ajoutez une action, ou ouvrez un fichier : autodiagnostic, plan, Excel, CSV.');
export const LectureSeule = story('En lecture seule', { src: SAMPLE, readonly: true }, '`readonly` : pour publier un plan. Rien n’est gardé sur l’appareil.');
export const Introuvable = story('Plan introuvable', { src: 'nulle-part.json', readonly: true }, 'Ce qui s’est passé, que faire, et le contenu de secours de la page.');
export const Illisible = story('Fichier qui n’est pas un plan', { value: { type: 'survey' } }, 'Le composant le dit, et n’abîme rien.');
export const Anglais = story('En anglais', { src: SAMPLE, lang: 'en' }, '`lang="en"`, ou la langue de la page.');
