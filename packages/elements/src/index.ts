/** The elements' classes and events; `@assembleurs/elements/define/survey.js` registers one. */
export * from './survey/events.ts';
export { AsbSurvey } from './survey/survey.ts';
