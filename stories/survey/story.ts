import '@assembleurs/elements/define/survey.js';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { StoryObj } from '@storybook/web-components-vite';

export interface Args {
  src?: string;
  action?: string;
  commune?: string;
  lang?: string;
  display?: 'paged' | 'single';
  readonly?: boolean;
  /** Each story keeps a draft of its own. */
  storageKey?: string;
  definition?: object;
  value?: Record<string, unknown>;
}

export const survey = ({ definition, value, src, action, commune, lang, display, readonly, storageKey }: Args): TemplateResult => html`
  <asb-survey
    src=${ifDefined(src)}
    action=${ifDefined(action)}
    commune=${ifDefined(commune)}
    lang=${ifDefined(lang)}
    display=${ifDefined(display)}
    storage-key=${ifDefined(storageKey)}
    ?readonly=${readonly ?? false}
    .definition=${definition}
    .value=${value ?? {}}
    >Chargement du questionnaire…</asb-survey
  >
`;

/** A story that asks a few questions on one page. */
export const questions = (description: string, elements: object[], value?: Record<string, unknown>): StoryObj<Args> => ({
  args: { display: 'single', definition: { pages: [{ name: 'page', elements }] }, ...(value && { value }) },
  parameters: { docs: { description: { story: description } } },
});

/** What is said above a story in the documentation. */
export const described = (story: StoryObj<Args>, description: string): StoryObj<Args> => ({
  ...story,
  parameters: { docs: { description: { story: description } } },
});
