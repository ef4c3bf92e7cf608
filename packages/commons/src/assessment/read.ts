/** Reads an assessment that was saved as a file, or that a colleague sends. */
import { pathText } from '../record/path.ts';
import { migrate } from '../record/migrate.ts';
import { assessmentText, issueText } from './messages.ts';
import { Assessment } from './model.ts';
import type { AssessmentProblem } from './read-grid.ts';

export type AssessmentResult = { readonly assessment: Assessment } | { readonly problems: readonly AssessmentProblem[] };

const MAX_MEGABYTES = 5;
const MAX_PROBLEMS = 20;

/** Reads an assessment: as `JSON.parse` gives it, or as text. Never throws. */
export function readAssessment(input: unknown, locale = 'fr'): AssessmentResult {
  const fail = (key: Parameters<typeof assessmentText>[0], params?: Readonly<Record<string, string | number>>): AssessmentResult =>
    ({ problems: [{ path: '', text: assessmentText(key, locale, params) }] });
  let json = input;
  if (typeof input === 'string') {
    if (input.length > MAX_MEGABYTES * 1_000_000) return fail('tooBig', { max: MAX_MEGABYTES });
    try {
      json = JSON.parse(input.replace(/^\uFEFF/, ''));
    } catch {
      return fail('json');
    }
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return fail('notObject');
  if ((json as { type?: unknown }).type !== 'assessment') return fail('notAssessment');
  const migrated = migrate(json as Record<string, unknown>, []);
  if ('future' in migrated) return fail('laterAssessment', { value: migrated.future });
  const parsed = Assessment.safeParse(migrated.record);
  if (!parsed.success) return { problems: parsed.error.issues.slice(0, MAX_PROBLEMS).map((issue) => ({ path: pathText(issue.path), text: issueText(issue, locale) })) };
  return { assessment: parsed.data };
}
