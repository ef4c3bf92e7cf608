// The page that SurveyJS's documentation shows for plain HTML: core, user interface, French, default stylesheet.
import { Model } from 'survey-core';
import 'survey-core/i18n/french';
import 'survey-core/survey-core.min.css';
import { renderSurvey } from 'survey-js-ui';

import { expose } from './page.js';

expose({
  mount({ survey, single }, root) {
    const model = new Model(survey);
    model.locale = 'fr';
    if (single) model.questionsOnPageMode = 'singlePage';
    renderSurvey(model, root);
  },
  scope: (root) => root,
  option: (root) => root.querySelector('input[type=radio]').closest('label'),
});
