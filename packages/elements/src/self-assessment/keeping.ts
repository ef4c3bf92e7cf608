/** Where an assessment is kept: on this device by itself, or as a record of the workspace around, beside those of other territories. */
import type { Assessment } from '@assembleurs/commons/assessment';
import type { Workspace, WorkspaceProblem } from '@assembleurs/commons/workspace';
import type { LitElement } from 'lit';
import { Kept, type KeptState } from '../internal/kept.ts';
import { SurroundingWorkspace } from '../internal/workspace/around.ts';

export type KeepingState = KeptState | { readonly kind: 'shared' } | { readonly kind: 'refused'; readonly problems: readonly WorkspaceProblem[] };

export interface KeepingHost extends LitElement {
  /** Another tab wrote this. */
  adopt(value: unknown): void;
  /** Another element or a colleague changed the record, or took it away. */
  follow(assessment: Assessment | undefined): void;
  /** Whether a record is one that this element may show. */
  wants(assessment: Assessment): boolean;
  /** Nothing was said here yet: a colleague's may take its place. */
  readonly untouched: boolean;
  /** The workspace came after the element asked for what is kept. */
  reopen(): void;
}

export class Keeping {
  readonly #host: KeepingHost;
  readonly #kept: Kept;
  readonly #around: SurroundingWorkspace;
  #shown: Assessment | undefined;
  #writing = false;
  #problems: readonly WorkspaceProblem[] | undefined;

  constructor(host: KeepingHost) {
    this.#host = host;
    this.#kept = new Kept({ changed: () => { host.requestUpdate(); }, adopt: (value) => { host.adopt(value); } });
    this.#around = new SurroundingWorkspace(host, () => { host.reopen(); }, () => { if (!this.#writing) this.#follow(); });
  }

  get workspace(): Workspace | undefined {
    return this.#around.workspace;
  }

  /** It will be kept in a workspace, open or not yet. */
  get inWorkspace(): boolean {
    return this.#around.inside;
  }

  get readonly(): boolean {
    return this.workspace?.readonly ?? false;
  }

  get state(): KeepingState {
    if (!this.inWorkspace) return this.#kept.state;
    return this.#problems ? { kind: 'refused', problems: this.#problems } : this.#shown ? { kind: 'shared' } : { kind: 'none' };
  }

  /** Assessments of the workspace that this element may show, by territory. */
  get records(): readonly Assessment[] {
    const all = this.workspace?.all('assessment').filter((each) => this.#host.wants(each)) ?? [];
    return [...all].sort((a, b) => a.territory.name.localeCompare(b.territory.name) || (a.createdAt < b.createdAt ? -1 : 1));
  }

  /** What stands under this key on the device, or the last changed in the workspace; undefined when nothing does. */
  async open(key: string): Promise<unknown> {
    this.#shown = this.#problems = undefined;
    if (!this.inWorkspace) return this.#kept.open(key);
    this.#kept.close();
    return this.#shown = this.#latest;
  }

  /** Another record of the workspace; undefined: a new one, there at the first change. */
  turnTo(assessment: Assessment | undefined): void {
    this.#shown = assessment;
    this.#problems = undefined;
  }

  write(assessment: Assessment | undefined): void {
    if (!this.inWorkspace) {
      this.#kept.write(assessment);
      return;
    }
    if (!assessment || !this.workspace) return;
    this.#writing = true;
    const put = this.workspace.put(assessment);
    this.#writing = false;
    this.#problems = 'problems' in put ? put.problems : undefined;
    this.#shown = 'record' in put ? put.record as Assessment : assessment;
  }

  /** Takes it away: from the device, or from the workspace, where it can be undone. */
  async erase(): Promise<void> {
    if (!this.inWorkspace) {
      await this.#kept.erase();
      return;
    }
    const id = this.#shown?.id;
    this.turnTo(undefined);
    if (id === undefined) return;
    this.workspace?.checkpoint(); // what was typed just before is another step
    this.workspace?.remove(id);
  }

  keepMine(assessment: Assessment | undefined): void {
    this.#kept.keepMine(assessment);
  }

  takeTheirs(): Promise<unknown> {
    return this.#kept.takeTheirs();
  }

  close(): void {
    this.#kept.close();
  }

  get #latest(): Assessment | undefined {
    return this.records.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))[0];
  }

  #follow(): void {
    const { workspace } = this;
    const before = this.#shown;
    if (!workspace) return;
    const now = before ? workspace.get(before.id) : this.#host.untouched ? this.#latest : undefined;
    if (now === before) return;
    this.#shown = now as Assessment | undefined;
    this.#host.follow(this.#shown);
  }
}
