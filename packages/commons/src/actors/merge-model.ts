/** What a merge says before anything is taken. */
import { differences } from './diff.ts';
import type { FieldChange } from './diff.ts';
import type { ActorRecord, Link } from './model.ts';
import type { Doubt, Pair } from './pairing.ts';

export interface Change<T> extends Pair<T> {
  readonly fields: readonly FieldChange[];
}

export interface Merge<T> {
  readonly added: readonly T[];
  /** Those of which the incoming file says no more than we know. */
  readonly same: readonly Pair<T>[];
  readonly changed: readonly Change<T>[];
  readonly doubtful: readonly Doubt<T>[];
}

export interface LinkMerge extends Omit<Merge<Link>, 'doubtful'> {
  /** An end of theirs is an actor about whom a person has to say first, or whom nobody knows. */
  readonly waiting: readonly Link[];
}

/** Identifier of an incoming actor → that under which we know it; absent: not decided, or unheard of. */
export type Who = ReadonlyMap<string, string>;

export function split<T extends ActorRecord>(pairs: readonly Pair<T>[]): Pick<Merge<T>, 'same' | 'changed'> {
  const changes = pairs.map((one) => ({ ...one, fields: differences(one.mine, one.incoming) }));
  return {
    same: changes.filter(({ fields }) => fields.length === 0).map(({ mine, incoming }) => ({ mine, incoming })),
    changed: changes.filter(({ fields }) => fields.length > 0),
  };
}
