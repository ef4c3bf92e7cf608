import type { Workspace, WorkspaceChange } from '@assembleurs/commons/workspace';
import type { LitElement, ReactiveController } from 'lit';
import { nearest } from '../nearest.ts';

/** Milliseconds for the script of `<asb-commons>` to come: a page may have forgotten it. */
const PATIENCE = 6000;

/**
 * The workspace of the `<asb-commons>` around an element that keeps a document of its own when it stands alone: brings no Yjs, opens nothing.
 * `came` is called when it is there, when it is another one, and when its script did not come: the element then works alone.
 */
export class SurroundingWorkspace implements ReactiveController {
  readonly #host: LitElement;
  readonly #came: () => void;
  readonly #changed: (change: WorkspaceChange) => void;
  #asks = false;
  #missing = false;
  #unwatch: (() => void) | undefined;
  workspace: Workspace | undefined;

  constructor(host: LitElement, came: () => void, changed: (change: WorkspaceChange) => void) {
    this.#came = came;
    this.#changed = changed;
    (this.#host = host).addController(this);
  }

  /** Whether there is one to wait for. */
  get inside(): boolean {
    return !this.#missing && nearest(this.#host, 'asb-commons') !== undefined;
  }

  /** How colleagues see this person, as `<asb-commons member>` says: a function or a service. Empty when the page says nothing. */
  get member(): string {
    const { member } = (nearest(this.#host, 'asb-commons') ?? {}) as { readonly member?: unknown };
    return typeof member === 'string' ? member.trim().slice(0, 60) : '';
  }

  hostConnected(): void {
    if (this.inside) void this.#ask();
  }

  hostDisconnected(): void {
    this.#watch(undefined);
  }

  async #ask(): Promise<void> {
    const alone = (): void => {
      this.#missing = true;
      this.#came();
    };
    const late = setTimeout(alone, PATIENCE);
    // Scripts may come in any order: who asks before it is there would never be heard. What asks is not weighed by who stands alone.
    const part = await Promise.all([import('../surroundings.ts'), customElements.whenDefined('asb-commons')]).then(([surroundings]) => surroundings, () => undefined);
    clearTimeout(late);
    if (!part) {
      alone();
      return;
    }
    this.#missing = false;
    if (!this.#host.isConnected || this.#asks) return; // the consumer asks again by itself at each connection
    this.#asks = true;
    part.followWorkspace(this.#host, (workspace) => { this.#watch(workspace); });
  }

  #watch(workspace: Workspace | undefined): void {
    if (workspace === this.workspace) return;
    this.#unwatch?.();
    this.workspace = workspace;
    this.#unwatch = workspace?.subscribe((change) => {
      this.#changed(change);
      // Also for what is not its own: what people say of its records, who may write.
      this.#host.requestUpdate();
    });
    if (workspace) this.#came();
  }
}
