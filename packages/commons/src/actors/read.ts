/** From unknown JSON to a record: checked, or refused with what is wrong and where. */
import type * as z from 'zod/mini';
import { pathText } from '../record/path.ts';
import { actorText, isActorMessage } from './messages.ts';
import { Actor, Link, Place } from './model.ts';
import { isSiret, siretDigits } from './siret.ts';

export interface ReadOptions {
  /** Language of the problems: `fr` (default) or `en`. */
  readonly locale?: string | undefined;
}

/** One thing wrong, or one thing to know. `path` is a JSON path or the header of a column; `line` that of a text file, from 1. */
export interface Problem {
  readonly path: string;
  readonly text: string;
  readonly line?: number;
}

/** No more than this many problems are told at once of one record. */
const MAX_PROBLEMS = 20;

export type RecordResult<T> = { readonly record: T } | { readonly error: readonly Problem[] };

export const readActor = (json: unknown, options?: ReadOptions): RecordResult<Actor> => read(Actor, json, options);
export const readPlace = (json: unknown, options?: ReadOptions): RecordResult<Place> => read(Place, json, options);
export const readLink = (json: unknown, options?: ReadOptions): RecordResult<Link> => read(Link, json, options);

function read<T>(schema: z.ZodMiniType<T>, json: unknown, { locale }: ReadOptions = {}): RecordResult<T> {
  const parsed = schema.safeParse(json);
  if (parsed.success) return { record: parsed.data };
  return {
    error: parsed.error.issues.slice(0, MAX_PROBLEMS).map(({ path, message }) => ({
      path: pathText(path),
      text: actorText(isActorMessage(message) ? message : 'string', locale),
    })),
  };
}

/** What is odd in an actor without being refused: a person may know better, or mend it later. */
export function remarksOn({ siret }: Pick<Actor, 'siret'>, { locale }: ReadOptions = {}): Problem[] {
  if (siret === undefined || siret === '' || isSiret(siretDigits(siret))) return [];
  return [{ path: 'siret', text: actorText('siret', locale, { siret }) }];
}
