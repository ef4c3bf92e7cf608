import type { KnownIssuer } from './issuer/method.ts';
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
}

export const MAX_NESTING = 3;
/** Endorsements or credentials that are verified inside one document. */
export const MAX_PARTS = 50;
