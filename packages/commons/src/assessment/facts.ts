/** What a grid's expressions read: `{commune.population}`, `{survey.referent}`, `{level.elected_delegate}`. */
import { isEmpty, parseExpression, resolvePath } from '../survey/expression/index.ts';
import { type Values, standingValues } from './agreement.ts';
import type { Assessment } from './model.ts';

/** Names to values. */
export interface Facts {
  readonly commune: Readonly<Record<string, unknown>>;
  /** The answers of the commune's questionnaire, by question; empty when there is none. */
  readonly survey: Readonly<Record<string, unknown>>;
  /** Levels that stand, by criterion. */
  readonly level: Readonly<Record<string, number>>;
}

export const FACT_ROOTS = ['commune', 'survey', 'level'] as const satisfies readonly (keyof Facts)[];

/** `unknown` when a fact that it reads is not there: nothing is decided on what nobody said. */
export type Truth = 'met' | 'unmet' | 'unknown';

export function factsOf(assessment: Assessment, values: Values = standingValues(assessment)): Facts {
  const levels = Object.entries(values).filter((entry): entry is [string, 1 | 2 | 3 | 4] => typeof entry[1] === 'number');
  return { commune: assessment.territory, survey: assessment.survey, level: Object.fromEntries(levels) };
}

/** Whether a condition holds. One that cannot be read is `unknown`; `readGrid` has said so to its author. */
export function judge(condition: string, facts: Facts): Truth {
  const read = parseExpression(condition);
  if (!read.ok) return 'unknown';
  const { expression } = read;
  // A questionnaire that was answered is known as a whole: a question left empty in it is an answer, too.
  const answered = Object.keys(facts.survey).length > 0;
  const lacking = (name: string): boolean => (/^survey\./.test(name) ? !answered : isEmpty(resolvePath(facts, name)));
  if (expression.dependencies.some(lacking)) return 'unknown';
  return expression.test({ get: (path) => resolvePath(facts, path) }) ? 'met' : 'unmet';
}
