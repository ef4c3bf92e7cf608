import type { Assessment } from '@assembleurs/commons/assessment';
import type { Action } from '@assembleurs/commons/plan';

/** The person changed something: an answer, an agreement, a note, a choice. */
export class AssessmentChangeEvent extends Event {
  readonly value: Assessment;
  constructor(value: Assessment) {
    super('asb-change', { bubbles: true, composed: true });
    this.value = value;
  }
}

/** The recommendations that were kept, as actions of a plan. */
export class AssessmentActionsEvent extends Event {
  readonly actions: readonly Action[];
  constructor(actions: readonly Action[]) {
    super('asb-actions', { bubbles: true, composed: true });
    this.actions = actions;
  }
}

/** A dated picture was taken. */
export class AssessmentSnapshotEvent extends Event {
  readonly value: Assessment;
  constructor(value: Assessment) {
    super('asb-snapshot', { bubbles: true, composed: true });
    this.value = value;
  }
}
