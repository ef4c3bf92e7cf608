/** Errors as problem details (RFC 9457): one shape, in the caller's language. */
import * as z from 'zod';
import type { Language } from './language.ts';
import { fill, PROBLEM_STATUS, PROBLEMS, REASONS } from './messages.ts';
import type { MessageValues, ProblemCode, ReasonCode } from './messages.ts';
import type { Refusals } from './route.ts';

/** One place of the request that is wrong. */
export interface Fault {
  /** JSON Pointer (RFC 6901) into the body: `/answers/q1`. For a parameter: its name after `/`. */
  readonly pointer: string;
  /** Where the answer stands in the data, as the survey session names it: `q1`, `matrix.row.column`. */
  readonly path: string;
  readonly code: string;
  readonly detail: string;
}

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.object({ pointer: z.string(), path: z.string(), code: z.string(), detail: z.string() })).optional(),
}).meta({ id: 'Problem', description: 'RFC 9457 problem details, in the language of Accept-Language (fr by default, en).' });

/** Thrown anywhere while a request is served; becomes its response. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly values: MessageValues;
  readonly faults: readonly Fault[];

  constructor(code: ProblemCode, values: MessageValues = {}, faults: readonly Fault[] = []) {
    super(code);
    this.code = code;
    this.values = values;
    this.faults = faults;
  }

  get status(): (typeof PROBLEM_STATUS)[ProblemCode] {
    return PROBLEM_STATUS[this.code];
  }

  /** In the shape that the route's own standard asks for, when it has one. */
  toResponse(language: Language, refusals?: Refusals): Response {
    const { title, detail } = PROBLEMS[language][this.code];
    const said = fill(detail, language, this.values);
    const body: z.infer<typeof problemSchema> = {
      type: `urn:assembleurs:problem:${this.code}`,
      title,
      status: this.status,
      detail: said,
      ...(this.faults.length > 0 && { errors: [...this.faults] }),
    };
    const headers = new Headers({
      'Content-Type': `${refusals ? 'application/json' : 'application/problem+json'}; charset=utf-8`,
      'Content-Language': language,
      'Cache-Control': 'no-store',
    });
    if (this.status === 401) headers.set('WWW-Authenticate', 'Bearer');
    return new Response(JSON.stringify(refusals ? refusals.of(this.status, said) : body), { status: this.status, headers });
  }
}

export const reason = (code: ReasonCode, language: Language, values: MessageValues = {}): string =>
  fill(REASONS[language][code], language, values);

/** `["answers", "q/1", 0]` → `/answers/q~11/0` (RFC 6901 §3). */
export const pointerTo = (keys: readonly PropertyKey[]): string =>
  keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** `people[0].role` → `["people", "0", "role"]`: the session's data path as keys. */
export const keysOf = (path: string): string[] => path.split(/[.[\]]+/).filter((key) => key !== '');

const zodTexts = { fr: z.locales.fr().localeError, en: z.locales.en().localeError };

/** Checks `value` against a schema; a problem names each wrong place in the caller's language. */
export function check<S extends z.ZodType>(schema: S, value: unknown, code: ProblemCode, language: Language): z.infer<S> {
  const result = schema.safeParse(value, { error: zodTexts[language] });
  if (result.success) return result.data;
  throw new Problem(code, {}, result.error.issues.slice(0, 20).map((issue) => ({
    pointer: pointerTo(issue.path),
    path: issue.path.map(String).join('.'),
    code: issue.code,
    detail: issue.message,
  })));
}
