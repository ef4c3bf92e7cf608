import '@assembleurs/elements/define/action-plan.js';
import '@assembleurs/elements/define/commons.js';
import '@assembleurs/elements/define/self-assessment.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

export default {
  title: 'Espace de travail/Diagnostic et plan',
  component: 'asb-commons',
  render: () => html`<asb-commons lang="fr" storage-key="story-together"><asb-self-assessment lang="fr" commune="59350"></asb-self-assessment><asb-action-plan lang="fr"></asb-action-plan></asb-commons>`,
} satisfies Meta;

export const Ensemble: StoryObj = {
  name: 'Ensemble',
  parameters: { docs: { description: { story: 'Les préconisations retenues dans l’autodiagnostic deviennent des actions du plan qui est à côté. « Annuler » est dans la barre.' } } },
};
