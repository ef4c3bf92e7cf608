/** The plan of one element: where it comes from, how it changes, where it is kept. */
import { newPlan, type Plan, remembered } from '@assembleurs/commons/plan';
import { Steps } from '../internal/steps.ts';
import { Keeper, type KeepState } from './keeping.ts';
import type { LitElement } from 'lit';
import { fetchPlan, judge, type Loaded, newId } from './loading.ts';
import { SharedPlan } from './shared-plan.ts';

/** What the element says of itself. */
export interface Owner extends LitElement {
  readonly src: string;
  readonly storageKey: string;
  readonly readonly: boolean;
  readonly locale: string;
}

export class PlanDocument {
  readonly #owner: Owner;
  /** The person changed the plan. */
  readonly #changed: () => void;
  #steps = new Steps<Plan>(newPlan(newId()));
  #keeper: Keeper | undefined;
  readonly #shared: SharedPlan;
  /** The page's script gave the plan: it also keeps it. */
  #given = false;
  #turn = 0;

  loading = false;
  trouble: Exclude<Loaded, { plan: Plan }> | undefined;
  /** What is kept stands in front of the page's own plan. */
  fromKept = false;
  /** What is kept and cannot be read any more. */
  unreadable: unknown;

  constructor(owner: Owner, changed: () => void) {
    this.#owner = owner;
    this.#changed = changed;
    this.#shared = new SharedPlan(owner, {
      came: () => { void this.begin(); },
      changed: (plan) => {
        this.#steps = new Steps(plan);
        owner.requestUpdate();
      },
    });
  }

  /** In the workspace around, the workspace keeps the plan, takes back and says whether one may write. */
  get inWorkspace(): boolean {
    return this.#shared.inside;
  }

  get readonly(): boolean {
    return this.#owner.readonly || (this.#shared.workspace?.readonly ?? false);
  }

  get workspace(): SharedPlan['workspace'] {
    return this.#shared.workspace;
  }

  /** How colleagues see this person; empty when nobody said. */
  get author(): string {
    return this.#shared.member;
  }

  get plan(): Plan {
    return this.#steps.now;
  }

  get canUndo(): boolean {
    return this.inWorkspace ? this.#shared.workspace?.canUndo ?? false : this.#steps.canUndo;
  }

  get canRedo(): boolean {
    return this.inWorkspace ? this.#shared.workspace?.canRedo ?? false : this.#steps.canRedo;
  }

  get keepState(): KeepState | 'shared' | 'refused' {
    if (this.inWorkspace) return this.#shared.refused ? 'refused' : 'shared';
    return this.#owner.readonly ? 'idle' : this.#keeper?.state ?? 'idle';
  }

  /** A plan that the page's script hands over. */
  give(value: unknown): void {
    this.#given = true;
    void this.#take(() => judge(value, this.#owner.locale), this.#shared.workspace !== undefined);
  }

  /** What the person kept wins over the page's plan, which stays one click away. */
  async begin(): Promise<void> {
    if (this.#given && !this.inWorkspace) return;
    await this.#take(async () => {
      const { src, storageKey, readonly, locale } = this.#owner;
      if (this.inWorkspace) {
        const plan = this.#shared.read();
        if (plan || this.#given) return { plan: plan ?? this.plan };
      } else if (!readonly) {
        this.#keeper = new Keeper(storageKey || 'plan', () => { this.#owner.requestUpdate(); });
        const kept = await this.#keeper.read();
        if (kept !== undefined) {
          const read = await judge(kept, locale);
          this.fromKept = src !== '' && 'plan' in read;
          // Never begin over what a person made: it is given back to them first.
          this.unreadable = 'problems' in read ? kept : undefined;
          return read;
        }
      }
      return src ? fetchPlan(src, locale) : { plan: this.plan };
    }, false);
  }

  /** The page's plan in the place of what is kept. */
  fromPage(): void {
    const { src, locale } = this.#owner;
    this.fromKept = false;
    this.unreadable = undefined;
    void this.#take(() => (src ? fetchPlan(src, locale) : Promise.resolve({ plan: newPlan(newId()) })), true);
  }

  /** This tab's plan in the place of another tab's. */
  takeOver(): void {
    void this.#keeper?.takeOver(this.plan);
  }

  /** The page goes away. */
  leave(): void {
    this.#keeper?.writeNow();
  }

  /** `day`: under which it stands in the history. False when nothing changed. */
  edit(change: (plan: Plan) => Plan, day: string, field = ''): boolean {
    const before = this.plan;
    const after = change(before);
    if (this.readonly || after === before) return false;
    if (field === '') this.settle();
    this.#steps.set(remembered(before, after, day, this.author), field);
    this.#tell();
    return true;
  }

  /** The next edit is a step of its own. */
  settle(): void {
    this.#steps.settle();
    this.#shared.workspace?.checkpoint();
  }

  undo(): void {
    if (this.inWorkspace) {
      this.#shared.workspace?.undo();
      this.#changed();
      return;
    }
    this.#steps.undo();
    this.#tell();
  }

  redo(): void {
    if (this.inWorkspace) {
      this.#shared.workspace?.redo();
      this.#changed();
      return;
    }
    this.#steps.redo();
    this.#tell();
  }

  #tell(): void {
    if (this.inWorkspace) this.#steps = new Steps(this.#shared.write(this.plan));
    else this.#keeper?.write(this.plan);
    this.#owner.requestUpdate();
    this.#changed();
  }

  /** Shows what comes, unless something later was asked meanwhile. */
  async #take(load: () => Promise<Loaded>, keep: boolean): Promise<void> {
    const turn = ++this.#turn;
    this.loading = true;
    this.#owner.requestUpdate();
    const loaded = await load();
    if (turn !== this.#turn) return;
    this.loading = this.inWorkspace && !this.#shared.workspace; // it comes, and begins again
    this.trouble = 'plan' in loaded ? undefined : loaded;
    if ('plan' in loaded) {
      this.#steps = new Steps(loaded.plan);
      if (keep && this.inWorkspace) this.#steps = new Steps(this.#shared.write(loaded.plan));
      else if (keep) this.#keeper?.write(loaded.plan);
    }
    this.#owner.requestUpdate();
  }
}
