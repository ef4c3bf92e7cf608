import { expose } from './page.js';

expose({
  mount({ survey, single }, root) {
    const element = document.createElement('asb-survey');
    if (single) element.setAttribute('display', 'single');
    element.definition = survey;
    root.append(element);
  },
  scope: (root) => root.querySelector('asb-survey').shadowRoot,
  option: (root) => root.querySelector('asb-survey').shadowRoot.querySelector('input[type=radio]').closest('label'),
});
