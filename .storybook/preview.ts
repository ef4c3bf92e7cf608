import { setCustomElementsManifest } from '@storybook/web-components-vite';
import type { Preview } from '@storybook/web-components-vite';

import manifest from '../packages/elements/custom-elements.json' with { type: 'json' };

setCustomElementsManifest(manifest);

export default {
  parameters: {
    a11y: { test: 'error' },
    backgrounds: { disable: true }, // the theme decides: elements follow the page's color-scheme
    docs: { lang: 'fr' },
    options: { storySort: { order: ['Accueil', 'Questionnaire', ['Par défaut', 'Types de question']] } },
  },
  globalTypes: {
    theme: {
      description: 'Clair ou sombre',
      toolbar: {
        title: 'Thème',
        icon: 'contrast',
        items: [
          { value: 'light', title: 'Clair' },
          { value: 'dark', title: 'Sombre' },
        ],
        dynamicTitle: true,
      },
    },
    lang: {
      description: 'Langue de la page',
      toolbar: {
        title: 'Langue',
        icon: 'globe',
        items: [
          { value: 'fr', title: 'Français' },
          { value: 'en', title: 'English' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { theme: 'light', lang: 'fr' },
  decorators: [
    (story, { globals }) => {
      const { documentElement: page, body } = document;
      page.lang = String(globals.lang);
      page.style.colorScheme = globals.theme === 'dark' ? 'dark' : 'light';
      body.style.background = 'Canvas';
      body.style.color = 'CanvasText';
      body.style.fontFamily = 'system-ui, sans-serif';
      return story();
    },
  ],
} satisfies Preview;
