import type { Strategy } from '@assembleurs/commons/strategy';

/** The person changed the strategy: an edit, an undo, a file that was opened. */
export class StrategyChangeEvent extends Event {
  readonly value: Strategy;
  constructor(value: Strategy) {
    super('asb-change', { bubbles: true, composed: true });
    this.value = value;
  }
}
