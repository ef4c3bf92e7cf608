/** What an expression may ask of a question beside its answer: `displayValue('q')`, `propertyValue('q', 'title')`, `getComment('q')`. */
import type { Question } from './question.ts';
import { isEmpty, textOf } from './values.ts';

/** SurveyJS's names, and what stands for them here. */
const PROPERTIES = new Map<string, (question: Question) => unknown>([
  ['name', (question) => question.name],
  ['title', (question) => question.title],
  ['description', (question) => question.description],
  ['value', (question) => question.value],
  ['comment', (question) => question.comment],
  ['displayValue', (question) => question.displayValue],
  ['visible', (question) => question.shown],
  ['isVisible', (question) => question.filled],
  ['isVisibleInSurvey', (question) => question.visible],
  ['isRequired', (question) => question.required],
  ['readOnly', (question) => !question.able],
  ['isReadOnly', (question) => !question.enabled],
]);

export const isProperty = (name: string): boolean => PROPERTIES.has(name);

export function answerAbout(question: Question, name: string, [, argument]: readonly unknown[]): unknown {
  switch (name) {
    case 'displayValue':
      return isEmpty(argument) ? question.displayValue : question.words(argument);
    case 'propertyValue':
      return PROPERTIES.get(textOf(argument))?.(question);
    case 'getComment':
      return question.comment;
    default:
      return null;
  }
}
