/** The strategy as records of the workspace around: one a node, one a stakeholder, one for what stands beside them. */
import { settingsOf, SHARED_STRATEGY_ID, strategyFrom, type Strategy } from '@assembleurs/commons/strategy';
import type { AnyRecord } from '@assembleurs/commons/record';
import type { Workspace, WorkspaceProblem } from '@assembleurs/commons/workspace';
import type { LitElement } from 'lit';
import { SurroundingWorkspace } from '../internal/workspace/around.ts';

export interface SharedStrategyHost {
  /** The workspace is open; what it holds may be shown. */
  came(): void;
  /** A colleague or another element changed the strategy, or the actions that come from it. */
  changed(strategy: Strategy): void;
}

const recordsOf = ({ nodes, stakeholders }: Strategy): readonly AnyRecord[] => [...nodes, ...stakeholders];

export class SharedStrategy {
  readonly #around: SurroundingWorkspace;
  readonly #host: SharedStrategyHost;
  #writing = false;
  #problems: readonly WorkspaceProblem[] | undefined;
  /** What the workspace and the element last agreed on. */
  #agreed: Strategy | undefined;

  constructor(element: LitElement, host: SharedStrategyHost) {
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
  read(): Strategy | undefined {
    const { workspace } = this;
    if (!workspace) return undefined;
    const [nodes, stakeholders] = [workspace.all('strategy-node'), workspace.all('stakeholder')];
    const settings = workspace.all('strategy').find(({ id }) => id === SHARED_STRATEGY_ID);
    return this.#agreed = nodes.length > 0 || stakeholders.length > 0 || settings ? strategyFrom(settings, nodes, stakeholders) : undefined;
  }

  /** Only what changed; the strategy as the workspace has it then. */
  write(strategy: Strategy): Strategy {
    const { workspace } = this;
    if (!workspace) return strategy;
    this.#writing = true;
    workspace.batch(() => { this.#problems = this.#send(workspace, strategy); });
    this.#writing = false;
    // What was refused stays on the screen.
    return this.refused ? strategy : this.read() ?? strategy;
  }

  /** What is wrong with what was refused. */
  #send(workspace: Workspace, strategy: Strategy): readonly WorkspaceProblem[] | undefined {
    let problems: readonly WorkspaceProblem[] | undefined;
    const put = (record: AnyRecord): void => {
      const done = workspace.put(record);
      if ('problems' in done) ({ problems } = done);
    };
    const before = new Map(this.#agreed ? recordsOf(this.#agreed).map((record) => [record.id, record]) : []);
    for (const record of recordsOf(strategy)) {
      if (before.get(record.id) !== record) put(record);
      before.delete(record.id);
    }
    for (const id of before.keys()) workspace.remove(id);
    const settings = settingsOf(strategy);
    if (!this.#agreed || JSON.stringify(settings) !== JSON.stringify(settingsOf(this.#agreed))) put(settings);
    return problems;
  }

  #follow(): void {
    if (this.#writing) return;
    const before = this.#agreed;
    const now = this.read();
    // What the page begins with is not in the workspace yet: a change of something else leaves it.
    if (before || now) this.#host.changed(now ?? strategyFrom(undefined, [], []));
  }
}
