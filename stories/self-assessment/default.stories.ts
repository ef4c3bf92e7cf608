import { exampleGrid } from '@assembleurs/commons/content/example-grid';
import type { Meta, StoryObj } from '@storybook/web-components-vite';

import { assess, sample } from './story.ts';
import type { Args } from './story.ts';

export default {
  title: 'Autodiagnostic/Évaluer une coordination',
  component: 'asb-self-assessment',
  render: assess,
  tags: ['autodocs'],
} satisfies Meta<Args>;

type Story = StoryObj<Args>;

/** Opens the step of that name once the story is drawn, as a person would. */
const at = (step: string): NonNullable<Story['play']> => async ({ canvasElement }) => {
  const element = canvasElement.querySelector('asb-self-assessment');
  for (let tries = 0; tries < 100; tries += 1) {
    const found = [...(element?.shadowRoot?.querySelectorAll<HTMLElement>('.step') ?? [])].find((each) => each.innerText === step);
    if (found) {
      found.click();
      return;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
};
const story = (name: string, args: Args, description: string, step?: string): Story => ({ name, args, parameters: { docs: { description: { story: description } } }, ...(step ? { play: at(step) } : {}) });

export const Debut = story('Au début', { key: 'debut', commune: '59350' }, 'Sans attribut, la grille de coordination. `commune` donne le nom et la population.');
export const Repondre = story('Répondre', { key: 'repondre', value: sample() }, 'Un axe à la fois ; on se reconnaît dans une phrase.', 'Répondre');
export const Accord = story('Se mettre d’accord', { key: 'accord', value: sample() }, 'Les réponses de chaque personne, l’écart, et le niveau retenu ensemble. Rien n’est moyenné.', 'Se mettre d’accord');
export const Resultats = story('Résultats', { key: 'resultats', value: sample() }, 'Score et complétude, radar et tableau, ce qui a changé depuis le dernier point d’étape.', 'Résultats');
export const Preconisations = story('Préconisations', { key: 'preconisations', value: sample() }, 'Dans un ordre qui se lit, chacune avec sa raison.', 'Préconisations');
export const Hub = story('Pour le hub', { key: 'hub', value: sample(), hub: true }, '`hub` : l’entretien, et plusieurs territoires côte à côte, sans classement.', 'Entretien');
export const Lecture = story('En lecture seule', { key: 'lecture', value: sample(), readonly: true }, '`readonly` : résultats, préconisations et rapport, sans rien changer.');
export const AutreGrille = story('La grille d’un autre hub', { key: 'autre', grid: exampleGrid }, 'La propriété `grid`, ou l’adresse `src` : votre grille, vos axes.');
export const GrilleFausse = story('Une grille avec des erreurs', { key: 'fausse', grid: { ...exampleGrid, version: 'un' } }, 'Ce qui ne va pas, où, et le contenu de secours de la page.');
export const Introuvable = story('Grille introuvable', { key: 'introuvable', src: 'nulle-part.json' }, 'Ce qui s’est passé, que faire, et le contenu de secours de la page.');
export const Anglais = story('En anglais', { key: 'anglais', value: sample(), lang: 'en' }, '`lang="en"`, ou la langue de la page.', 'Results');
