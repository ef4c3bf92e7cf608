// JSON Forms with its vanilla renderers, as its documentation starts it.
import { JsonForms } from '@jsonforms/react';
import { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

import { expose } from './page.js';

expose({
  mount({ jsonForms: { schema, uischema } }, root) {
    createRoot(root).render(createElement(JsonForms, { schema, uischema, data: {}, renderers: vanillaRenderers, cells: vanillaCells }));
  },
  scope: (root) => root,
  option: (root) => root.querySelector('input[type=radio]'),
});
