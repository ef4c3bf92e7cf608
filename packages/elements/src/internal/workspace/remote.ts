import type { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import type * as Y from 'yjs';

/** A collector's workspace, and the invitation to it. */
export interface RemoteAddress {
  /** The collector's own: `https://hub.example/collector`. */
  readonly collector: string;
  readonly workspace: string;
  readonly token: string;
}

/** `refused`: the invitation is not, or no longer, good. */
export type RemoteState = 'connecting' | 'syncing' | 'synced' | 'offline' | 'refused' | 'unloaded';
export type RemoteRole = 'edit' | 'comment' | 'read';

export interface Person {
  /** A function or a service ("Accueil du CCAS"), never a name; empty when the page gives none. */
  readonly label: string;
  readonly self: boolean;
}

export const socketAddress = (collector: string): string => new URL(`${collector.replace(/\/+$/, '')}/live`, location.href).href.replace(/^http/, 'ws');

const MOST_PEOPLE = 50;
/** Changes closer than this go together: the collector writes each sending to disk. */
const FLUSH_MS = 100;

/** The connection to a collector. It goes on trying by itself; what is written meanwhile goes when it comes back. */
export class Remote {
  state: RemoteState = 'connecting';
  role: RemoteRole | undefined;
  people: readonly Person[] = [];
  readonly #told: () => void;
  #socket: HocuspocusProviderWebsocket | undefined;
  #provider: HocuspocusProvider | undefined;
  #closed = false;

  constructor(told: () => void) {
    this.#told = told;
  }

  async open(doc: Y.Doc, { collector, workspace, token }: RemoteAddress, label: string): Promise<void> {
    let library: typeof import('@hocuspocus/provider');
    try {
      library = await import('@hocuspocus/provider');
    } catch {
      this.#become('unloaded');
      return;
    }
    if (this.#closed) return;
    const { HocuspocusProvider, HocuspocusProviderWebsocket } = library;
    const socket = this.#socket = new HocuspocusProviderWebsocket({ url: socketAddress(collector), delay: 500, minDelay: 500, maxDelay: 15_000 });
    const provider = this.#provider = new HocuspocusProvider({
      websocketProvider: socket, name: workspace, document: doc, token, flushDelay: FLUSH_MS,
      onStatus: ({ status }) => {
        if (this.state === 'refused') return;
        // While it tries again it is still offline: the words do not blink.
        if (status === library.WebSocketStatus.Disconnected) this.#become('offline');
      },
      onAuthenticated: ({ scope }) => {
        this.role = scope === 'readonly' ? this.role === 'comment' ? 'comment' : 'read' : 'edit';
        this.#become('syncing');
      },
      onAuthenticationFailed: () => {
        this.#become('refused');
        socket.disconnect();
      },
      onSynced: () => { this.#progress(); },
      onUnsyncedChanges: () => { this.#progress(); },
      onStateless: ({ payload }) => {
        if (payload === 'role:comment') this.role = 'comment';
        this.#told();
      },
      onAwarenessChange: ({ states }) => { this.#meet(states); },
    });
    provider.attach();
    provider.setAwarenessField('label', label);
    addEventListener('online', this.#online);
    addEventListener('offline', this.#offline);
  }

  close(): void {
    this.#closed = true;
    removeEventListener('online', this.#online);
    removeEventListener('offline', this.#offline);
    this.#provider?.destroy();
    this.#socket?.destroy();
  }

  /** At once, not at the next try of a series that grows long. */
  readonly #online = (): void => {
    if (this.state === 'offline') void this.#socket?.connect();
  };

  /** A dead line may take a minute to show; if this one is not, it opens again by itself. */
  readonly #offline = (): void => {
    if (this.state !== 'refused') this.#socket?.webSocket?.close();
  };

  #progress(): void {
    const { isSynced, hasUnsyncedChanges } = this.#provider ?? {};
    if (this.state !== 'syncing' && this.state !== 'synced') return;
    this.#become(isSynced && !hasUnsyncedChanges ? 'synced' : 'syncing');
  }

  #meet(states: readonly { readonly clientId: number; readonly label?: unknown }[]): void {
    const self = this.#provider?.document.clientID;
    this.people = [...states].sort((a, b) => Number(b.clientId === self) - Number(a.clientId === self) || a.clientId - b.clientId).slice(0, MOST_PEOPLE)
      .map(({ clientId, label }) => ({ label: typeof label === 'string' ? label.slice(0, 60) : '', self: clientId === self }));
    this.#told();
  }

  #become(state: RemoteState): void {
    if (this.state === state) return;
    this.state = state;
    if (state !== 'synced' && state !== 'syncing') this.people = [];
    this.#told();
  }
}
