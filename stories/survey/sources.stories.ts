import { readXlsForm } from '@assembleurs/commons/survey/formats/xlsform';
import { html, render } from 'lit';
import type { TemplateResult } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';

import { described, survey } from './story.ts';
import type { Args } from './story.ts';

export default {
  title: 'Questionnaire/Venir d’ailleurs',
  component: 'asb-survey',
  render: survey,
  tags: ['autodocs'],
} satisfies Meta<Args>;

type Story = StoryObj<Args>;

export const DepuisUnFichier: Story = described(
  { name: 'Depuis un fichier JSON', args: { src: 'point-accueil.json', storageKey: 'storybook-file' } },
  '`src="point-accueil.json"` : la définition est un fichier, aux noms de SurveyJS.',
);

export const DansLaPage: Story = described(
  {
    name: 'Écrite dans la page',
    render: () => html`<asb-survey storage-key="storybook-inline"><script type="application/json">
      { "title": "Une question", "elements": [{ "type": "boolean", "name": "ok", "title": "Est-ce clair ?" }] }
    </script></asb-survey>`,
  },
  'La définition tient dans un `<script type="application/json">` à l’intérieur de la balise.',
);

/** What came out of the spreadsheet: the survey, or why there is none; then what could not be done, cell by cell. */
async function imported(file: Blob): Promise<TemplateResult> {
  const result = await readXlsForm(file);
  if ('error' in result) return html`<ul role="alert">${result.error.map(({ path, text }) => html`<li>${path} ${text}</li>`)}</ul>`;
  const { definition, problems } = result;
  return html`
    ${problems.length > 0 ? html`<ul>${problems.map(({ path, text }) => html`<li>${path} : ${text}</li>`)}</ul>` : ''}
    ${survey({ definition, storageKey: 'storybook-xlsform' })}
  `;
}

export const DepuisUnTableur: Story = described(
  {
    name: 'Depuis un tableur (XLSForm)',
    render: () => {
      const place = document.createElement('div');
      const show = async (file: Blob) => {
        render(await imported(file), place);
      };
      const choose = ({ target }: Event) => {
        const [file] = (target as HTMLInputElement).files ?? [];
        if (file) void show(file);
      };
      void fetch('compte-rendu-atelier.xlsx').then(async (response) => show(await response.blob()));
      return html`
        <p><label>Un autre tableur : <input type="file" accept=".xlsx" @change=${choose} /></label></p>
        ${place}
      `;
    },
  },
  'Un fichier `.xlsx` au format XLSForm, converti dans la page : rien n’est envoyé.',
);
