import { isRecord, textOf } from './json.ts';

/** Why a server refused: problem details (RFC 9457), with the `errors` list that the collector adds. The survey, which finds its fields by pointer, reads them itself. */
export interface ProblemDetails {
  /** In the language that was asked for; empty when the server says nothing. */
  readonly text: string;
  /** What is wrong, by its path in what was sent; empty for the whole. */
  readonly errors: readonly { readonly path: string; readonly text: string }[];
}

export function problemDetails(body: unknown): ProblemDetails {
  const { title, detail, errors } = isRecord(body) ? body : {};
  const list = Array.isArray(errors) ? (errors as unknown[]).filter(isRecord) : [];
  return { text: textOf(detail) || textOf(title), errors: list.map((error) => ({ path: textOf(error['path']), text: textOf(error['detail']) })).filter(({ text }) => text !== '') };
}
