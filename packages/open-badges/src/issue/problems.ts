/** What keeps a badge from being signed, told to the person who issues it. */
import { TEXTS, type ProblemCode } from './messages.ts';

export type { ProblemCode };

export interface Problem {
  readonly code: ProblemCode;
  /** `issuer.url`, `achievement.alignments[2].url`: names of the model, not of the badge. */
  readonly path: string;
  readonly text: { readonly fr: string; readonly en: string };
}

export function problem(code: ProblemCode, path = '', parameters: Readonly<Record<string, string | number>> = {}): Problem {
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole));
  return { code, path, text: { fr: fill(TEXTS[code].fr), en: fill(TEXTS[code].en) } };
}

/** Nothing was issued, for these reasons. */
export class IssueError extends Error {
  readonly problems: readonly Problem[];

  constructor(...problems: readonly Problem[]) {
    super(problems.map(({ code, path, text }) => `${path || code}: ${text.en}`).join('\n'));
    this.name = 'IssueError';
    this.problems = problems;
  }
}
