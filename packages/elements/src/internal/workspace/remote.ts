import type { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import type * as Y from 'yjs';

/** A collector's workspace, and the invitation to it. */
export interface RemoteAddress {
  /** The collector's own: `https://hub.example/collector`. */
  readonly collector: string;
  readonly workspace: string;
  readonly token: string;
}

/** A workspace's documents: the collector says who may write which. */
export interface RemoteDocuments {
  readonly records: Y.Doc;
  readonly comments: Y.Doc;
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
  #providers: readonly HocuspocusProvider[] = [];
  #closed = false;

  constructor(told: () => void) {
    this.#told = told;
  }

  async open({ records, comments }: RemoteDocuments, { collector, workspace, token }: RemoteAddress, label: string): Promise<void> {
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
    const synced = { onSynced: () => { this.#progress(); }, onUnsyncedChanges: () => { this.#progress(); } };
    const provider = new HocuspocusProvider({
      websocketProvider: socket, name: workspace, document: records, token, flushDelay: FLUSH_MS, ...synced,
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
      onStateless: ({ payload }) => {
        if (payload === 'role:comment') this.role = 'comment';
        this.#told();
      },
      onAwarenessChange: ({ states }) => { this.#meet(states); },
    });
    // The same line and invitation; who is here is said once.
    const said = new HocuspocusProvider({ websocketProvider: socket, name: `${workspace}/comments`, document: comments, token, flushDelay: FLUSH_MS, awareness: null, ...synced });
    this.#providers = [provider, said];
    for (const each of this.#providers) each.attach();
    provider.setAwarenessField('label', label);
    addEventListener('online', this.#online);
    addEventListener('offline', this.#offline);
  }

  close(): void {
    this.#closed = true;
    removeEventListener('online', this.#online);
    removeEventListener('offline', this.#offline);
    for (const each of this.#providers) each.destroy();
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
    if (this.state !== 'syncing' && this.state !== 'synced') return;
    this.#become(this.#providers.every(({ isSynced, hasUnsyncedChanges }) => isSynced && !hasUnsyncedChanges) ? 'synced' : 'syncing');
  }

  #meet(states: readonly { readonly clientId: number; readonly label?: unknown }[]): void {
    const self = this.#providers[0]?.document.clientID;
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
