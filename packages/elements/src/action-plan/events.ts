import type { Plan } from '@assembleurs/commons/plan';

/** The person changed the plan: an edit, an undo, a file that was opened. */
export class PlanChangeEvent extends Event {
  readonly value: Plan;
  constructor(value: Plan) {
    super('asb-change', { bubbles: true, composed: true });
    this.value = value;
  }
}
