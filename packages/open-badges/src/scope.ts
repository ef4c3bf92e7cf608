import type { KnownIssuer } from './issuer/binding.ts';
import type { Resources } from './resources.ts';

/** What one verification carries down to every part of it. */
export interface Scope {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly resources: Resources;
  readonly known: readonly KnownIssuer[];
  /** The e-mail (or other identity) that the reader compares with the badge's recipient. */
  readonly recipient: string | undefined;
  /** Credentials inside credentials: bounded. */
  readonly depth: number;
  /** Shared by the whole verification, so that badges inside badges inside badges cannot multiply. */
  readonly budget: Budget;
}

export interface Budget {
  /** Badges inside badges that may still be verified. */
  parts: number;
  /** What may still be spent on canonical text: one a value of a document, more for what only the slower libraries can do. */
  work: number;
}

export function newBudget(): Budget {
  return { parts: MAX_PARTS, work: MAX_WORK };
}

export const MAX_NESTING = 3;
/** Endorsements, credentials and status lists that are verified inside one document. */
const MAX_PARTS = 100;
/** About a second, whatever the file is made of. */
const MAX_WORK = 200_000;
/** Proofs of one document that are looked at. */
export const MAX_PROOFS = 10;

/** One level further in. */
export function inner(scope: Scope): Scope {
  return { ...scope, depth: scope.depth + 1 };
}
