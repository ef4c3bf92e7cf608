import type { Answers, SurveySession } from '@assembleurs/commons/survey';

/**
 * The answers of a draft that still have a question after the definition changed, and how many have none. A comment
 * (`q-Comment`) follows its question.
 */
export function stillAsked(session: SurveySession, answers: Answers): { readonly kept: Answers; readonly dropped: number } {
  const names = Object.keys(answers);
  const asked = names.filter((name) => session.question(name) ?? session.question(name.replace(/-Comment$/, '')));
  return { kept: Object.fromEntries(asked.map((name) => [name, answers[name]])), dropped: names.length - asked.length };
}
