import type { Problem } from '../read.ts';
import { formatText } from './messages.ts';

/** More remarks than this help nobody: the rest is counted. */
const MAX_PROBLEMS = 500;

export function capped(problems: readonly Problem[], locale: string | undefined): Problem[] {
  const left = problems.length - MAX_PROBLEMS;
  return left <= 0 ? [...problems] : [...problems.slice(0, MAX_PROBLEMS), { path: '', text: formatText('more', locale, { count: left }) }];
}
