import '@assembleurs/elements/define/commons.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';

interface Args {
  key: string;
  src?: string;
  lang?: string;
  readonly?: boolean;
  collector?: string;
}

export default {
  title: 'Espace de travail/La barre',
  component: 'asb-commons',
  tags: ['autodocs'],
  render: ({ key, src, lang, readonly, collector }) => html`<asb-commons
    storage-key=${`story-${key}`} src=${ifDefined(src)} lang=${ifDefined(lang)} collector=${ifDefined(collector)} ?readonly=${readonly ?? false}
    ><p>Ici, un autodiagnostic, un plan d’actions : tout ce qui partage l’espace.</p></asb-commons>`,
} satisfies Meta<Args>;

type Story = StoryObj<Args>;
const story = (name: string, args: Args, description: string): Story => ({ name, args, parameters: { docs: { description: { story: description } } } });

export const Vide = story('Au début', { key: 'empty' }, 'Chaque changement est enregistré sur l’appareil. Un fichier s’ouvre d’un bouton.');
export const Commence = story('Avec un point de départ', { key: 'begun', src: 'espace-de-travail.json' }, '`src` : le fichier que la page donne pour commencer. Une de ses fiches est mal écrite : elle est mise de côté, avec la raison.');
export const Lecture = story('En lecture seule', { key: 'read', src: 'espace-de-travail.json', readonly: true }, '`readonly` : rien ne se change ici.');
export const Anglais = story('En anglais', { key: 'english', lang: 'en' }, '`lang="en"`, ou la langue de la page.');
