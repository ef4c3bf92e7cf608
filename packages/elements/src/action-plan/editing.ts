/** The plan as it is edited, with what undo and redo need. Plans are never changed in place: a step back costs a reference. */
import type { Plan } from '@assembleurs/commons/plan';

const MOST = 200;

export class Editing {
  #now: Plan;
  #past: Plan[] = [];
  #future: Plan[] = [];
  /** What the last edit was of: typing on in the same field is one step. */
  #field = '';

  constructor(plan: Plan) {
    this.#now = plan;
  }

  get plan(): Plan {
    return this.#now;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** `field`: edits of the same one in a row are undone together; empty stands alone. */
  set(plan: Plan, field = ''): void {
    if (plan === this.#now) return;
    if (field === '' || field !== this.#field) this.#past = [...this.#past, this.#now].slice(-MOST);
    this.#field = field;
    this.#future = [];
    this.#now = plan;
  }

  /** The next edit is a step of its own. */
  settle(): void {
    this.#field = '';
  }

  undo(): void {
    const before = this.#past.pop();
    if (!before) return;
    this.#future.push(this.#now);
    this.#now = before;
    this.#field = '';
  }

  redo(): void {
    const after = this.#future.pop();
    if (!after) return;
    this.#past.push(this.#now);
    this.#now = after;
    this.#field = '';
  }
}
