import type { Verdict } from '@assembleurs/open-badges';
import type { Source } from './source.ts';

/** The person gave other badges to read. */
export class BadgeChangeEvent extends Event {
  readonly sources: readonly Source[];
  constructor(sources: readonly Source[]) {
    super('asb-change', { bubbles: true, composed: true });
    this.sources = sources;
  }
}

/** A badge was judged; again each time that more is known of it. */
export class BadgeVerdictEvent extends Event {
  readonly verdict: Verdict;
  readonly source: Source;
  constructor(verdict: Verdict, source: Source) {
    super('asb-verdict', { bubbles: true, composed: true });
    this.verdict = verdict;
    this.source = source;
  }
}
