/** The plan as records of the workspace around: one an action, one for what stands beside them. */
import { type Plan, planFrom, settingsOf, SHARED_PLAN_ID } from '@assembleurs/commons/plan';
import type { Workspace, WorkspaceProblem } from '@assembleurs/commons/workspace';
import type { LitElement } from 'lit';
import { SurroundingWorkspace } from '../internal/workspace/around.ts';

export interface SharedPlanHost {
  /** The workspace is open; what it holds may be shown. */
  came(): void;
  /** A colleague or another element changed the plan. */
  changed(plan: Plan): void;
}

/** Plans are never changed in place: what is the same object holds the same. The order alone is made anew each time. */
function same(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key] || ((key === 'order' || key === 'actions') && String(a[key]) === String(b[key])));
}

export class SharedPlan {
  readonly #around: SurroundingWorkspace;
  readonly #host: SharedPlanHost;
  #writing = false;
  #problems: readonly WorkspaceProblem[] | undefined;
  /** What the workspace and the element last agreed on. */
  #agreed: Plan | undefined;

  constructor(element: LitElement, host: SharedPlanHost) {
    this.#host = host;
    this.#around = new SurroundingWorkspace(element, () => { host.came(); }, () => { this.#follow(); });
  }

  get workspace(): Workspace | undefined {
    return this.#around.workspace;
  }

  get inside(): boolean {
    return this.#around.inside;
  }

  get member(): string {
    return this.#around.member;
  }

  get refused(): boolean {
    return this.#problems !== undefined;
  }

  /** Undefined while the workspace has none. */
  read(): Plan | undefined {
    const { workspace } = this;
    const actions = workspace?.all('action') ?? [];
    const settings = workspace?.all('plan').find(({ id }) => id === SHARED_PLAN_ID);
    return this.#agreed = actions.length > 0 || settings ? planFrom(settings, actions) : undefined;
  }

  /** Only what changed; the plan as the workspace has it then. */
  write(plan: Plan): Plan {
    const { workspace } = this;
    if (!workspace) return plan;
    this.#writing = true;
    workspace.batch(() => { this.#problems = this.#send(workspace, plan); });
    this.#writing = false;
    // What was refused stays on the screen.
    return this.refused ? plan : this.read() ?? plan;
  }

  /** What is wrong with what was refused. */
  #send(workspace: Workspace, plan: Plan): readonly WorkspaceProblem[] | undefined {
    let problems: readonly WorkspaceProblem[] | undefined;
    const before = new Map(this.#agreed?.actions.map((action) => [action.id, action]));
    const put = (record: Parameters<Workspace['put']>[0]): void => {
      const done = workspace.put(record);
      if ('problems' in done) ({ problems } = done);
    };
    for (const action of plan.actions) {
      if (before.get(action.id) !== action) put(action);
      before.delete(action.id);
    }
    for (const id of before.keys()) workspace.remove(id);
    const settings = settingsOf(plan);
    if (!this.#agreed || !same(settings, settingsOf(this.#agreed))) put(settings);
    return problems;
  }

  #follow(): void {
    if (this.#writing) return;
    const before = this.#agreed;
    const read = this.read();
    if (!before && !read) return; // what the page begins with is not in the workspace yet: a change of something else leaves it
    const now = read ?? planFrom(undefined, []);
    const unchanged = before && before.actions.length === now.actions.length && before.actions.every((action, at) => action === now.actions[at]) && same(settingsOf(before), settingsOf(now));
    if (!unchanged) this.#host.changed(now);
  }
}
