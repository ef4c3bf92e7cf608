/** What a question writes besides one plain answer, for every format that lays answers out. */
import type { ElementJson, SurveyDefinition } from '../definition/model.ts';
import { isRecord, plain } from '../definition/items.ts';
import { answerKey, columnQuestions, questionsOf, templateQuestions, type DefinedChoice } from '../definition/questions.ts';

/** The questions of each row of a matrix: its columns, then its details. */
export function rowQuestions(matrix: ElementJson): ElementJson[] {
  const detail = Array.isArray(matrix.detailElements) ? (matrix.detailElements as readonly ElementJson[]) : [];
  return [...columnQuestions(matrix), ...templateQuestions({ ...matrix, templateElements: detail })];
}

/** The columns that add up, as questions that calculate: their totals stand beside the answer, under `name-total`. */
export function totalQuestions(question: ElementJson): ElementJson[] {
  if (question.type !== 'matrixdropdown' && question.type !== 'matrixdynamic') return [];
  return columnQuestions(question)
    .filter(({ totalType, totalExpression }) => plain(totalExpression) !== '' || !['', 'none'].includes(plain(totalType)))
    .map(({ name, title, totalType, totalExpression }) => ({
      type: 'expression', name, ...(title !== undefined && { title }), expression: plain(totalExpression) || `${plain(totalType)}InArray({matrix}, '${name}')`,
    }));
}

/** Calculated values that are part of the answers, as questions that calculate. */
export function calculatedQuestions({ calculatedValues }: SurveyDefinition): ElementJson[] {
  const list = Array.isArray(calculatedValues) ? calculatedValues.filter(isRecord) : [];
  return list.filter(({ name, includeIntoResult }) => includeIntoResult === true && plain(name) !== '')
    .map((value) => ({ ...value, type: 'expression', name: plain(value.name) }));
}

/** '5' answers the choice 5: forms give texts. */
export function sameCode(answer: unknown, value: DefinedChoice['value']): boolean {
  return answer === value || (plain(answer) !== '' && plain(answer) === plain(value));
}

/** Every name that a session of this definition may write an answer under. */
export function answerNames(definition: SurveyDefinition): Set<string> {
  const { calculatedValues, triggers } = definition;
  const listed = (list: unknown, key: string): string[] => (Array.isArray(list) ? list.filter(isRecord).map((each) => plain(each[key])) : []);
  const own = [...questionsOf(definition).map(({ question }) => answerKey(question)), ...listed(calculatedValues, 'name'), ...listed(triggers, 'setToName')];
  // A trigger may write inside an answer: `people[0].role`.
  return new Set(own.flatMap((name) => [name, name.split(/[.[]/, 1)[0] ?? '']).filter(Boolean).flatMap((name) => [name, `${name}-Comment`, `${name}-total`]));
}
