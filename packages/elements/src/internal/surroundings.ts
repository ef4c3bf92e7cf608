/** What the `<asb-commons>` around an element gives it. Loaded inside one only: whoever stands alone does not weigh it. */
import { type Context, ContextConsumer, ContextEvent, type ContextType } from '@lit/context';
import type { Territory } from '@assembleurs/commons/territory';
import type { Workspace } from '@assembleurs/commons/workspace';
import type { ReactiveController, ReactiveElement } from 'lit';
import { type CollectorAddress, collectorContext, languageContext, territoryContext, workspaceContext } from './contexts.ts';
import { nearest } from './nearest.ts';

/** Milliseconds for the script of `<asb-commons>`, and for the territory that it reads. */
const PATIENCE = 6000;

export interface Surrounded extends ReactiveElement {
  /** Another territory than the one that the element began with, which may be none. */
  territoryMoved(): void;
}

/** Tells the workspace, now and whenever it is another one; asks again by itself at each connection. */
export function followWorkspace(host: ReactiveElement, told: (workspace: Workspace | undefined) => void): void {
  new ContextConsumer(host, { context: workspaceContext, subscribe: true, callback: told });
}

/** The territory, the collector, the language. */
export class Surroundings implements ReactiveController {
  readonly #host: Surrounded;
  #territory: Territory | undefined;
  #collector: CollectorAddress | undefined;
  #ends: (() => void)[] = [];
  #late: ReturnType<typeof setTimeout> | undefined;
  #begun = false;
  #begin: () => void = () => undefined;
  readonly #first = new Promise<void>((done) => { this.#begin = done; });

  constructor(host: Surrounded) {
    (this.#host = host).addController(this);
  }

  get collector(): CollectorAddress | undefined {
    return this.#collector;
  }

  /** Once it is read, or is not to be waited for any longer. */
  async territory(): Promise<Territory | undefined> {
    await this.#first;
    return this.#territory;
  }

  hostConnected(): void {
    void this.#ask();
  }

  hostDisconnected(): void {
    clearTimeout(this.#late);
    for (const end of this.#ends) end();
    this.#ends = [];
  }

  async #ask(): Promise<void> {
    if (!nearest(this.#host, 'asb-commons')) { // it was taken out of one
      this.#collector = undefined;
      this.#stands(undefined);
      return;
    }
    this.#late = setTimeout(() => { if (!this.#begun) this.#stands(undefined); }, PATIENCE);
    // Scripts may come in any order: who asks before it is there would never be heard.
    await customElements.whenDefined('asb-commons');
    if (!this.#host.isConnected || this.#ends.length > 0) return;
    this.#listen(languageContext, () => { this.#host.requestUpdate(); });
    this.#listen(collectorContext, (collector) => {
      this.#collector = collector;
      this.#host.requestUpdate();
    });
    this.#listen(territoryContext, (territory) => { if (territory !== undefined) this.#stands(territory ?? undefined); });
  }

  #stands(territory: Territory | undefined): void {
    const moved = this.#begun && territory !== this.#territory;
    this.#begun = true;
    this.#territory = territory;
    clearTimeout(this.#late);
    this.#begin();
    if (moved) this.#host.territoryMoved();
  }

  #listen<C extends Context<unknown, unknown>>(context: C, told: (value: ContextType<C>) => void): void {
    this.#host.dispatchEvent(new ContextEvent(context, this.#host, (value, end) => {
      if (end && !this.#ends.includes(end)) this.#ends.push(end);
      told(value);
    }, true));
  }
}
