/** What verifying answers: six separate results and one state in words. Never one boolean. */
import type { JsonObject } from './input/json.ts';
import type { Code } from './messages/codes.ts';

export const CHECKS = ['structure', 'integrity', 'issuer', 'dates', 'status', 'recipient'] as const;
export type CheckName = (typeof CHECKS)[number];
export type CheckState = 'ok' | 'failed' | 'unknown' | 'not checked';

export const STATES = [
  'verified', 'expired', 'revoked', 'not yet valid', 'altered', 'issuer not proven', 'status unknown', 'unreadable', 'unsupported',
] as const;
export type State = (typeof STATES)[number];

/** One finding. `text` is in every language the package speaks. */
export interface Message {
  readonly check: CheckName;
  readonly code: Code;
  /** JSON path in the badge: `$.proof[0].proofValue`; `$` for the whole. */
  readonly path: string;
  /** The specification's section that asks for it, for the expert. */
  readonly section: string;
  readonly text: { readonly fr: string; readonly en: string };
}

export type Checks = Readonly<Record<CheckName, CheckState>>;

/**
 * The state that a person reads, from the separate checks. The order is the order of danger: a badge that was altered is said to be altered
 * even when it is expired too, and nothing unknown ever reads as good.
 */
export function stateOf(checks: Checks, dates: 'expired' | 'not yet valid' | undefined, readable: boolean, supported: boolean): State {
  if (!readable) return 'unreadable';
  if (checks.integrity === 'failed') return 'altered';
  if (!supported) return 'unsupported';
  if (checks.structure !== 'ok') return 'unreadable';
  if (checks.status === 'failed') return 'revoked';
  if (checks.integrity !== 'ok' || checks.issuer !== 'ok') return 'issuer not proven';
  if (checks.dates === 'failed') return dates ?? 'unreadable';
  return checks.status === 'unknown' || checks.dates !== 'ok' ? 'status unknown' : 'verified';
}

/** What kind of document it is: decides what is checked and how it is shown. */
export type Kind = 'OpenBadgeCredential' | 'EndorsementCredential' | 'ClrCredential' | 'StatusListCredential' | 'VerifiableCredential' | 'VerifiablePresentation' | 'Assertion 2.0' | 'Assertion 1.x';

export interface Verdict {
  readonly state: State;
  readonly checks: Checks;
  readonly messages: readonly Message[];
  readonly kind: Kind | undefined;
  /** The object that was verified: display comes from here and from nowhere else. */
  readonly document: JsonObject | undefined;
  /** Credentials inside a presentation or a learner record. */
  readonly parts: readonly Verdict[];
  /** Endorsements that the badge carries, each with its own verdict. */
  readonly endorsements: readonly Verdict[];
}
