/**
 * Which recommendations a territory sees, in which order, and why. The order can be read: 3 points for each level that is missing, 3, 2 or 1
 * for answering the first, second or third need, 2 for a low effort and 1 for a medium one; then what must come first goes before.
 */
import { standingValues } from './agreement.ts';
import { type Facts, type Truth, factsOf, judge } from './facts.ts';
import type { Effort, Grid, Level, Recommendation } from './grid.ts';
import type { AnswerValue, Assessment, Choice } from './model.ts';
import { sharesOf } from './shares.ts';
import { findCriterion } from './tree.ts';

/** Why a recommendation is shown, and why there: each part can be said in a sentence. */
export interface Why {
  /** What stands for its criterion, when that is what brought it; undefined: its condition alone did. */
  readonly answer: AnswerValue | undefined;
  /** Levels between this one and the highest; none without a level. */
  readonly gap: number;
  /** The condition of the recommendation: `unknown` when a fact is missing, and people judge. Absent when it has none. */
  readonly condition: Truth | undefined;
  /** The need that it answers, the most pressing one: its code, and its rank from 1. */
  readonly need: { readonly code: string; readonly rank: number } | undefined;
  readonly effort: Effort;
  /** Recommendations of the list that come first. */
  readonly after: readonly string[];
  readonly points: number;
}

export interface Suggestion {
  readonly recommendation: Recommendation;
  readonly why: Why;
  readonly choice: Choice | undefined;
}

const EFFORT_POINTS: Readonly<Record<Effort, number>> = { low: 2, medium: 1, high: 0 };

/** Needs by rank: those of the interview, else the three priorities of the questionnaire, else what it ticked. */
export function needsOf({ interview, survey }: Assessment): readonly string[] {
  const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []);
  if (interview.needs) return interview.needs;
  const ranked = texts(survey['priorites']);
  return ranked.length > 0 ? ranked : texts(survey['besoins']);
}

/** Whether it is for what stands: a level, an answer without one, or, with neither, anything. */
const isFor = ({ levels, answers }: Recommendation, value: AnswerValue | undefined): boolean =>
  levels.length + answers.length === 0 || (typeof value === 'number' ? levels.includes(value) : value !== undefined && answers.includes(value));

function whyOf(recommendation: Recommendation, value: AnswerValue | undefined, facts: Facts, needs: readonly string[]): Omit<Why, 'after'> | undefined {
  const alone = recommendation.levels.length + recommendation.answers.length === 0;
  const condition = recommendation.if === undefined ? undefined : judge(recommendation.if, facts);
  // Where nothing else speaks for it, what nobody said does not either.
  if (condition === 'unmet' || (alone && condition !== 'met')) return undefined;
  const rank = needs.findIndex((code) => recommendation.needs.includes(code));
  const code = needs[rank];
  const gap = alone || typeof value !== 'number' ? 0 : 4 - value;
  const points = gap * 3 + (code === undefined ? 0 : Math.max(0, 3 - rank)) + EFFORT_POINTS[recommendation.effort];
  return { answer: alone ? undefined : value, gap, condition, need: code === undefined ? undefined : { code, rank: rank + 1 }, effort: recommendation.effort, points };
}

/** Moves what must come first before what needs it, and changes the order no further. A loop is cut where it closes. */
function prerequisitesFirst(sorted: readonly Suggestion[]): Suggestion[] {
  const byId = new Map(sorted.map((each) => [each.recommendation.id, each]));
  const placed = new Set<Suggestion>();
  const place = (each: Suggestion, above: ReadonlySet<Suggestion>): void => {
    if (placed.has(each) || above.has(each)) return;
    for (const id of each.recommendation.requires) {
      const first = byId.get(id);
      if (first) place(first, new Set([...above, each]));
    }
    placed.add(each);
  };
  for (const each of sorted) place(each, new Set());
  return [...placed];
}

/** Recommendations for the levels that stand, in order; those set aside by people included, with their choice. */
export function suggestionsFor(grid: Grid, assessment: Assessment): Suggestion[] {
  const values = standingValues(assessment);
  const shares = sharesOf(grid, assessment, values);
  const facts = factsOf(assessment, values);
  const needs = needsOf(assessment);
  const place = new Map(grid.recommendations.map(({ id }, at) => [id, at]));
  const found = grid.recommendations.flatMap((recommendation) => {
    const value = values[recommendation.criterion];
    const aside = shares.get(recommendation.criterion)?.aside;
    if (!isFor(recommendation, value) || (aside !== undefined && !(aside === 'na' && value === 'na'))) return [];
    const why = whyOf(recommendation, value, facts, needs);
    return why ? [{ recommendation, why }] : [];
  });
  const shown = new Set(found.map(({ recommendation }) => recommendation.id));
  const suggestions = found.map(({ recommendation, why }) => ({
    recommendation,
    why: { ...why, after: recommendation.requires.filter((id) => shown.has(id)) },
    choice: assessment.choices[recommendation.id],
  }));
  suggestions.sort((a, b) => b.why.points - a.why.points || (place.get(a.recommendation.id) ?? 0) - (place.get(b.recommendation.id) ?? 0));
  return prerequisitesFirst(suggestions);
}

/** What helps: criteria at level 4, then 3; what hinders: 1, then 2. As codes, the widest gap first in each. */
export function strengthsAndObstacles(grid: Grid, assessment: Assessment): { readonly strengths: readonly string[]; readonly obstacles: readonly string[] } {
  const shares = sharesOf(grid, assessment);
  const standing = Object.entries(standingValues(assessment)).filter((entry): entry is [string, Level] =>
    typeof entry[1] === 'number' && findCriterion(grid, entry[0]) !== undefined && shares.get(entry[0])?.aside === undefined);
  const pick = (keep: (level: Level) => boolean, order: 1 | -1): string[] =>
    standing.filter(([, level]) => keep(level)).sort((a, b) => (a[1] - b[1]) * order).map(([id]) => id);
  return { strengths: pick((level) => level >= 3, -1), obstacles: pick((level) => level <= 2, 1) };
}
