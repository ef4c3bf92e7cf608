/** Where actors are kept: on this device by themselves, or as records of the workspace around, each one its own. */
import type { ActorData, ActorRecord } from '@assembleurs/commons/actors';
import type { AnyRecord } from '@assembleurs/commons/record';
import type { Workspace, WorkspaceProblem } from '@assembleurs/commons/workspace';
import type { LitElement } from 'lit';
import { Kept, type KeptState } from '../internal/kept.ts';
import { SurroundingWorkspace } from '../internal/workspace/around.ts';
import { recordOf } from './record.ts';
import { NO_ACTORS } from './work.ts';

export type KeepingState = KeptState | { readonly kind: 'shared' } | { readonly kind: 'refused'; readonly problems: readonly WorkspaceProblem[] };

export interface KeepingHost extends LitElement {
  /** Another tab wrote this. */
  adopt(value: unknown): void;
  /** The records of the workspace are these now; answers with those that it shows. */
  follow(data: ActorData): ActorData;
  /** The workspace came after the element asked for what is kept. */
  reopen(): void;
}

const all = ({ actors, places, links }: ActorData): readonly ActorRecord[] => [...actors, ...places, ...links];
const same = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((each, at) => each === b[at]);

const keptOf = (data: ActorData, waiting: ActorData): unknown => ({ ...recordOf(data), ...(all(waiting).length > 0 && { waiting }) });

export class Keeping {
  readonly #host: KeepingHost;
  readonly #kept: Kept;
  readonly #around: SurroundingWorkspace;
  /** What the workspace and the element last agreed on. */
  #agreed: ActorData = NO_ACTORS;
  #all: ActorData = NO_ACTORS;
  #writing = false;
  #problems: readonly WorkspaceProblem[] | undefined;

  constructor(host: KeepingHost) {
    this.#host = host;
    this.#kept = new Kept({ changed: () => { host.requestUpdate(); }, adopt: (value) => { host.adopt(value); } });
    this.#around = new SurroundingWorkspace(host, () => { host.reopen(); }, () => { this.#follow(); });
  }

  get workspace(): Workspace | undefined {
    return this.#around.workspace;
  }

  get inWorkspace(): boolean {
    return this.#around.inside;
  }

  /** How colleagues see this person; empty when the page does not say. */
  get author(): string {
    return this.#around.member;
  }

  get readonly(): boolean {
    return this.workspace?.readonly ?? false;
  }

  get state(): KeepingState {
    if (!this.inWorkspace) return this.#kept.state;
    return this.#problems ? { kind: 'refused', problems: this.#problems } : { kind: 'shared' };
  }

  /** The actors of the workspace around. */
  get shared(): ActorData {
    const { workspace } = this;
    return workspace ? { actors: workspace.all('actor'), places: workspace.all('place'), links: workspace.all('link') } : NO_ACTORS;
  }

  /** Shows those of the workspace; false when it has none. */
  openShared(): boolean {
    const { shared } = this;
    if (all(shared).length === 0) return false;
    this.#all = shared;
    this.#agreed = this.#host.follow(shared);
    return true;
  }

  /** As the device has it; nothing of it is known to be good. */
  async openKept(key: string): Promise<unknown> {
    return this.#kept.open(key);
  }

  /** `waiting`: for a decision; the device keeps them beside. */
  write(data: ActorData, waiting: ActorData): void {
    const { workspace } = this;
    if (!this.inWorkspace) this.#kept.write(keptOf(data, waiting));
    else if (workspace) {
      this.#writing = true;
      workspace.batch(() => { this.#send(workspace, data); });
      this.#writing = false;
      this.#all = this.shared;
      this.#agreed = this.#host.follow(this.#all);
    }
  }

  /** Only what changed, one by one: what a colleague did to another record stays. */
  #send(workspace: Workspace, data: ActorData): void {
    const before = new Map(all(this.#agreed).map((record) => [record.id, record]));
    this.#problems = undefined;
    for (const record of all(data)) {
      const stands = before.get(record.id);
      before.delete(record.id);
      if (stands === record) continue;
      const put = workspace.put(record as AnyRecord);
      if ('problems' in put) this.#problems = put.problems;
    }
    for (const id of before.keys()) workspace.remove(id);
  }

  /** Takes everything away: from the device, or from the workspace, where it can be undone. */
  async erase(): Promise<void> {
    if (!this.inWorkspace) await this.#kept.erase();
    else {
      this.workspace?.checkpoint();
      this.write(NO_ACTORS, NO_ACTORS);
    }
  }

  keepMine(data: ActorData, waiting: ActorData): void {
    this.#kept.keepMine(keptOf(data, waiting));
  }

  takeTheirs(): Promise<unknown> {
    return this.#kept.takeTheirs();
  }

  close(): void {
    this.#kept.close();
  }

  #follow(): void {
    if (this.#writing) return;
    const { shared } = this;
    if (same(all(this.#all), all(shared))) return;
    this.#all = shared;
    this.#agreed = this.#host.follow(shared);
  }
}
