import { ContextConsumer } from '@lit/context';
import type { Workspace, WorkspaceChange } from '@assembleurs/commons/workspace';
import type { LitElement, ReactiveController } from 'lit';
import { workspaceContext } from '../contexts.ts';

/** Milliseconds for the script of `<asb-commons>` to come: a page may have forgotten it. */
const PATIENCE = 6000;

/** The element around, through shadow roots. */
export function around(element: Element, tag: string): Element | undefined {
  const found = element.closest(tag);
  if (found) return found;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? around(root.host, tag) : undefined;
}

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
    return !this.#missing && around(this.#host, 'asb-commons') !== undefined;
  }

  /** How colleagues see this person, as `<asb-commons member>` says: a function or a service. Empty when the page says nothing. */
  get member(): string {
    const { member } = (around(this.#host, 'asb-commons') ?? {}) as { readonly member?: unknown };
    return typeof member === 'string' ? member.trim().slice(0, 60) : '';
  }

  hostConnected(): void {
    if (this.inside) void this.#ask();
  }

  hostDisconnected(): void {
    this.#watch(undefined);
  }

  async #ask(): Promise<void> {
    const late = setTimeout(() => {
      this.#missing = true;
      this.#came();
    }, PATIENCE);
    // Scripts may come in any order: who asks before it is there would never be heard.
    await customElements.whenDefined('asb-commons');
    clearTimeout(late);
    this.#missing = false;
    if (!this.#host.isConnected || this.#asks) return; // the consumer asks again by itself at each connection
    this.#asks = true;
    new ContextConsumer(this.#host, { context: workspaceContext, subscribe: true, callback: (workspace) => { this.#watch(workspace); } });
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
