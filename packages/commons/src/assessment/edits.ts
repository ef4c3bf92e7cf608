/** The ways in which an assessment changes: each gives a new one. Times and identifiers are the caller's. */
import type { RecordId } from '../record/id.ts';
import { spreadOn } from './agreement.ts';
import type { Grid } from './grid.ts';
import type { Answer, AnswerValue, Assessment, Choice, Interview, Note, OwnRecommendation, Respondent, Snapshot } from './model.ts';

export interface Beginning {
  readonly id: RecordId;
  /** ISO 8601. */
  readonly now: string;
  readonly territory?: Partial<Assessment['territory']>;
  readonly derivedFrom?: readonly RecordId[];
  readonly survey?: Readonly<Record<string, unknown>>;
}

export const newAssessment = (grid: Grid, { id, now, territory, derivedFrom = [], survey = {} }: Beginning): Assessment => ({
  id, type: 'assessment', version: 1, derivedFrom: [...derivedFrom],
  grid: { id: grid.id, version: grid.version },
  territory: { code: '', name: '', ...territory },
  mode: 'full', options: [], respondents: [], answers: {}, agreed: {}, notes: {}, survey: { ...survey },
  interview: { date: '', notes: {}, capacity: { people: '', time: '', budget: '' }, needs: null, appointments: [] },
  choices: {}, own: [], snapshots: [],
  createdAt: now, updatedAt: now,
});

/** An entry set, or taken out when `value` is undefined. */
const put = <Value>(all: Readonly<Record<string, Value>>, key: string, value: NoInfer<Value> | undefined): Record<string, Value> => {
  const rest = Object.fromEntries(Object.entries(all).filter(([each]) => each !== key));
  return value === undefined ? rest : { ...rest, [key]: value };
};

export const withRespondent = (assessment: Assessment, respondent: Respondent): Assessment => ({
  ...assessment,
  respondents: assessment.respondents.some(({ id }) => id === respondent.id)
    ? assessment.respondents.map((each) => (each.id === respondent.id ? { ...each, ...respondent } : each))
    : [...assessment.respondents, respondent],
});

/** Takes a respondent away with what they said. What was agreed stays: it is everybody's. */
export const withoutRespondent = (assessment: Assessment, id: string): Assessment => ({
  ...assessment,
  respondents: assessment.respondents.filter((each) => each.id !== id),
  answers: put(assessment.answers, id, undefined),
});

export const withAnswer = (assessment: Assessment, respondent: string, criterion: string, answer: Answer | undefined): Assessment => ({
  ...assessment,
  answers: { ...assessment.answers, [respondent]: put(assessment.answers[respondent] ?? {}, criterion, answer) },
});

export const withAgreement = (assessment: Assessment, criterion: string, value: AnswerValue | undefined, at: string): Assessment => ({
  ...assessment,
  agreed: put(assessment.agreed, criterion, value === undefined ? undefined : { value, at }),
});

/** Agrees, for people who asked for it, on every criterion where all said the same and nothing is agreed yet. */
export function withUnanimousAgreed(assessment: Assessment, criteria: readonly string[], at: string): Assessment {
  return criteria.reduce((now, criterion) => {
    const { unanimous } = spreadOn(now, criterion);
    return unanimous === undefined || now.agreed[criterion] ? now : withAgreement(now, criterion, unanimous, at);
  }, assessment);
}

/**
 * Brings in the people of a colleague's file, with their answers, as new respondents; someone who is here already with the same answers is not
 * doubled. Their comments are added under ours. What was agreed here stands.
 */
export function withPeopleOf(assessment: Assessment, other: Assessment): { readonly assessment: Assessment; readonly added: number } {
  const same = (one: unknown, two: unknown): boolean => JSON.stringify(one) === JSON.stringify(two);
  const sorted = (answers: Readonly<Record<string, Answer>> = {}): unknown => Object.entries(answers).map(([id, { value }]) => [id, value]).sort();
  let now = assessment;
  let added = 0;
  for (const person of other.respondents) {
    const said = other.answers[person.id] ?? {};
    if (Object.keys(said).length === 0) continue;
    if (assessment.respondents.some(({ id, role, label }) => role === person.role && label === person.label && same(sorted(assessment.answers[id]), sorted(said)))) continue;
    const id = freeRespondent(now);
    now = { ...withRespondent(now, { ...person, id }), answers: { ...now.answers, [id]: said } };
    added += 1;
  }
  for (const [criterion, { comment, evidence }] of Object.entries(other.notes)) {
    const mine = now.notes[criterion] ?? { comment: '', evidence: '' };
    const joined = (a: string, b: string): string => (b === '' || a.includes(b) ? a : [a, b].filter(Boolean).join('\n'));
    now = withNote(now, criterion, { comment: joined(mine.comment, comment), evidence: mine.evidence || evidence });
  }
  return { assessment: now, added };
}

/** A name that no respondent has. */
export function freeRespondent({ respondents }: Assessment): string {
  const taken = new Set(respondents.map(({ id }) => id));
  let at = taken.size + 1;
  while (taken.has(`p${String(at)}`)) at += 1;
  return `p${String(at)}`;
}

export const withNote = (assessment: Assessment, criterion: string, note: Partial<Note>): Assessment => ({
  ...assessment,
  notes: put(assessment.notes, criterion, { comment: '', evidence: '', ...assessment.notes[criterion], ...note }),
});

export const withInterview = (assessment: Assessment, interview: Partial<Interview>): Assessment => ({ ...assessment, interview: { ...assessment.interview, ...interview } });

export const withChoice = (assessment: Assessment, recommendation: string, choice: Choice | undefined): Assessment => ({
  ...assessment,
  choices: put(assessment.choices, recommendation, choice),
});

export const withOwn = (assessment: Assessment, own: OwnRecommendation): Assessment => ({
  ...assessment,
  own: assessment.own.some(({ id }) => id === own.id) ? assessment.own.map((each) => (each.id === own.id ? own : each)) : [...assessment.own, own],
});

export const withoutOwn = (assessment: Assessment, id: string): Assessment => ({ ...assessment, own: assessment.own.filter((each) => each.id !== id) });

export const withSnapshot = (assessment: Assessment, snapshot: Snapshot): Assessment => ({ ...assessment, snapshots: [...assessment.snapshots, snapshot] });
