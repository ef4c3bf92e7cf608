/** What the commune's questionnaire already says: a level proposed, with the question that it comes from, for a person to confirm. */
import { factsOf, judge } from './facts.ts';
import type { Grid } from './grid.ts';
import type { Answer, Assessment } from './model.ts';
import { criteriaOf } from './tree.ts';

/** Proposals by criterion: the first rule that holds. */
export function proposalsFor(grid: Grid, assessment: Assessment): Readonly<Record<string, Answer>> {
  const facts = factsOf(assessment);
  return Object.fromEntries(criteriaOf(grid).flatMap(({ criterion }) => {
    const rule = criterion.prefill.find(({ if: condition }) => judge(condition, facts) === 'met');
    return rule ? [[criterion.id, { value: rule.level, from: rule.from }] as const] : [];
  }));
}

/** One respondent's answers with the proposals in the places that are empty; nothing that was said is replaced. */
export function prefilled(grid: Grid, assessment: Assessment, respondent: string): Readonly<Record<string, Answer>> {
  return { ...proposalsFor(grid, assessment), ...assessment.answers[respondent] };
}
