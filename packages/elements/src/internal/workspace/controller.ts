import { ContextConsumer } from '@lit/context';
import type { Workspace } from '@assembleurs/commons/workspace';
import type { LitElement, ReactiveController } from 'lit';
import { workspaceContext } from '../contexts.ts';
import { around } from './around.ts';
import type { Session, SessionOptions } from './session.ts';
import { enter, leave } from './sessions.ts';

/**
 * Gives an element the workspace of the `<asb-commons>` around it, or one of its own when it stands alone. Asks the element to draw itself
 * again at each change.
 */
export class WorkspaceController implements ReactiveController {
  readonly #host: LitElement;
  readonly #key: () => string;
  #asks = false;
  #own: Session | undefined;
  #options: SessionOptions | undefined;
  #given: Workspace | undefined;
  #watched: Workspace | undefined;
  #unwatch: (() => void)[] = [];
  /** What it needs could not be loaded. */
  failed = false;

  /** `key`: the name under which the element keeps its own workspace on the device. */
  constructor(host: LitElement, key: () => string) {
    this.#key = key;
    (this.#host = host).addController(this);
  }

  /** Undefined while it opens. */
  get workspace(): Workspace | undefined {
    return this.#given ?? this.#own?.workspace;
  }

  /** The element's own session, when it stands alone: then it is the one to show whether things are saved. */
  get session(): Session | undefined {
    return this.#own;
  }

  hostConnected(): void {
    void this.#open();
  }

  hostDisconnected(): void {
    this.#watch(undefined);
    if (this.#options) leave(this.#options);
    this.#options = this.#own = this.#given = undefined;
  }

  retry(): void {
    this.failed = false;
    if (!this.workspace) void this.#open();
  }

  async #open(): Promise<void> {
    const host = this.#host;
    if (around(host, 'asb-commons')) {
      // Scripts may come in any order: who asks before it is there would never be heard.
      await customElements.whenDefined('asb-commons');
      if (!host.isConnected) return;
      if (this.#asks) return; // the consumer asks again by itself at each connection
      this.#asks = true;
      new ContextConsumer(host, {
        context: workspaceContext, subscribe: true,
        callback: (workspace) => {
          this.#given = workspace;
          this.#watch(workspace);
        },
      });
      return;
    }
    const options = this.#options = { key: this.#key() };
    try {
      const session = await enter(options);
      if (this.#options !== options) return;
      this.#own = session;
      this.#watch(session.workspace);
      this.#unwatch.push(session.subscribe(() => { host.requestUpdate(); }));
    } catch {
      leave(options);
      if (this.#options !== options) return;
      this.#options = undefined;
      this.failed = true;
      host.requestUpdate();
    }
  }

  #watch(workspace: Workspace | undefined): void {
    if (workspace === this.#watched) return;
    for (const end of this.#unwatch) end();
    this.#unwatch = workspace ? [workspace.subscribe(() => { this.#host.requestUpdate(); })] : [];
    this.#watched = workspace;
    this.#host.requestUpdate();
  }
}
