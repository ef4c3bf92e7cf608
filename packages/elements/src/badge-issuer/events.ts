import type { Awarded } from './model.ts';

/** Badges were signed, verified and written into the register. */
export class BadgesIssuedEvent extends Event {
  readonly awards: readonly Awarded[];
  constructor(awards: readonly Awarded[]) {
    super('asb-issued', { bubbles: true, composed: true });
    this.awards = awards;
  }
}

/** A badge was taken back: the file of revocations is to be published again. */
export class BadgeRevokedEvent extends Event {
  readonly award: Awarded;
  constructor(award: Awarded) {
    super('asb-revoked', { bubbles: true, composed: true });
    this.award = award;
  }
}
