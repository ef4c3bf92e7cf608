import type { SurveySession } from '@assembleurs/commons/survey';

/**
 * Ends the survey. What does not show is left out then, and what shows may have depended on it (a choice offered, an answer that was not
 * asked for): the conditions run again on what is left, as they will on the server. `moved`: they took an answer away, which the person must see first.
 */
export function ending(session: SurveySession): 'errors' | 'moved' | 'sound' {
  const first = session.complete();
  if (!first) return 'errors';
  session.reopen();
  const again = session.complete();
  if (again && JSON.stringify(again) === JSON.stringify(first)) return 'sound';
  session.reopen();
  return again ? 'moved' : 'errors';
}
