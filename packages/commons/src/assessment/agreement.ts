/** Several people, one territory: what each said, how far apart they stand, and what they set together. Nothing is averaged. */
import type { Grid, Level } from './grid.ts';
import type { AnswerValue, Answer, Assessment, Respondent } from './model.ts';

/** Values by criterion. */
export type Values = Readonly<Record<string, AnswerValue>>;

/** What one respondent said. */
export function valuesOf(assessment: Assessment, respondent: string): Values {
  return Object.fromEntries(Object.entries(assessment.answers[respondent] ?? {}).map(([id, { value }]) => [id, value]));
}

/**
 * What stands for the territory: what people agreed on. Where one person answers alone, that person's answers stand until something else is
 * agreed; where there are several, nothing stands before it is agreed, even when all say the same: agreeing takes people, not a sum.
 */
export function standingValues(assessment: Assessment): Values {
  const [only, ...others] = assessment.respondents;
  const alone = only && others.length === 0 ? valuesOf(assessment, only.id) : {};
  return { ...alone, ...Object.fromEntries(Object.entries(assessment.agreed).map(([id, { value }]) => [id, value])) };
}

export interface Position {
  readonly respondent: Respondent;
  readonly answer: Answer | undefined;
}

export const positionsOn = (assessment: Assessment, criterion: string): Position[] =>
  assessment.respondents.map((respondent) => ({ respondent, answer: assessment.answers[respondent.id]?.[criterion] }));

export interface Spread {
  /** People who chose a level. */
  readonly levels: number;
  readonly lowest: Level | undefined;
  readonly highest: Level | undefined;
  /** 0 when all those who chose a level chose the same. */
  readonly gap: number;
  /** How many said what. */
  readonly counts: Readonly<Record<AnswerValue, number>>;
  /** All of two or more answered, and said the same. */
  readonly unanimous: AnswerValue | undefined;
}

export function spreadOn(assessment: Assessment, criterion: string): Spread {
  const positions = positionsOn(assessment, criterion);
  const said = positions.flatMap(({ answer }) => (answer ? [answer.value] : []));
  const levels = said.filter((value) => typeof value === 'number').sort((a, b) => a - b);
  const [lowest] = levels;
  const highest = levels.at(-1);
  const counts = { 1: 0, 2: 0, 3: 0, 4: 0, na: 0, dk: 0 };
  for (const value of said) counts[value] += 1;
  const [first] = said;
  const unanimous = said.length > 1 && said.length === positions.length && said.every((value) => value === first) ? first : undefined;
  return { levels: levels.length, lowest, highest, gap: lowest !== undefined && highest !== undefined ? highest - lowest : 0, counts, unanimous };
}

export interface Representation {
  readonly role: string;
  /** People of this role who answered something. */
  readonly count: number;
  /** How many it takes to show their answers apart. */
  readonly minimum: number;
  readonly enough: boolean;
}

/** Who has answered, by role: roles of the grid first, then others that people typed. */
export function representationOf(grid: Grid, assessment: Assessment): Representation[] {
  const answered = assessment.respondents.filter(({ id }) => Object.keys(assessment.answers[id] ?? {}).length > 0);
  const known = grid.roles.map(({ id, minimum }) => ({ id, minimum }));
  const others = [...new Set(answered.map(({ role }) => role))].filter((role) => !known.some(({ id }) => id === role)).map((id) => ({ id, minimum: 1 }));
  return [...known, ...others].map(({ id, minimum }) => {
    const count = answered.filter(({ role }) => role === id).length;
    return { role: id, count, minimum, enough: count >= minimum };
  });
}

/** How one role answered a criterion; undefined when too few of them did to show it apart. */
export function countsByRole(grid: Grid, assessment: Assessment, criterion: string, role: string): Readonly<Record<AnswerValue, number>> | undefined {
  const minimum = grid.roles.find(({ id }) => id === role)?.minimum ?? 1;
  const counts = { 1: 0, 2: 0, 3: 0, 4: 0, na: 0, dk: 0 };
  const said = positionsOn(assessment, criterion).flatMap(({ respondent, answer }) => (respondent.role === role && answer ? [answer.value] : []));
  for (const value of said) counts[value] += 1;
  return said.length >= minimum ? counts : undefined;
}
