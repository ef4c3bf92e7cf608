/** Everything that a survey says in English: comes when a page or a person asks for it. */
export { fieldsEn } from './fields.en.ts';
export { surveyEn } from './survey.en.ts';
