import type { HocuspocusProvider, HocuspocusProviderWebsocket, onAuthenticatedParameters, onMessageParameters } from '@hocuspocus/provider';
import type * as Y from 'yjs';

/** A collector's workspace, and the invitation to it. */
export interface RemoteAddress {
  /** The collector's own: `https://hub.example/collector`. */
  readonly collector: string;
  readonly workspace: string;
  readonly token: string;
  /** What it allowed when the collector last told; absent at a first visit. */
  readonly role?: RemoteRole | undefined;
}

/** A workspace's documents: the collector says who may write which. */
export interface RemoteDocuments {
  readonly records: Y.Doc;
  readonly comments: Y.Doc;
}

/** `refused`: the invitation is not, or no longer, good. `unsent`: it does not allow to write, and this device has changes that the collector has not. */
export type RemoteState = 'connecting' | 'syncing' | 'synced' | 'unsent' | 'offline' | 'refused' | 'unloaded';
const ROLES = ['edit', 'comment', 'read'] as const;
export type RemoteRole = typeof ROLES[number];

export interface Person {
  /** A function or a service ("Accueil du CCAS"), never a name; empty when the page gives none. */
  readonly label: string;
  readonly self: boolean;
}

export const socketAddress = (collector: string): string => new URL(`${collector.replace(/\/+$/, '')}/live`, location.href).href.replace(/^http/, 'ws');

const MOST_PEOPLE = 50;
/** Changes closer than this go together: the collector writes each sending to disk. */
const FLUSH_MS = 100;
/** A change, among the messages of y-protocols/sync. */
const YJS_UPDATE = 2;
const ON_LINE: ReadonlySet<RemoteState> = new Set(['syncing', 'synced', 'unsent']);

/** The connection to a collector. It goes on trying by itself; what is written meanwhile goes when it comes back. */
export class Remote {
  state: RemoteState = 'connecting';
  /** Undefined until the collector told, at a first visit. */
  role: RemoteRole | undefined;
  people: readonly Person[] = [];
  readonly #told: () => void;
  #socket: HocuspocusProviderWebsocket | undefined;
  #providers: readonly HocuspocusProvider[] = [];
  /** Those whose changes the collector does not take. */
  readonly #unsent = new Set<HocuspocusProvider>();
  #closed = false;

  constructor(told: () => void, role: RemoteRole | undefined) {
    this.#told = told;
    this.role = role;
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
    const both = {
      websocketProvider: socket, token, flushDelay: FLUSH_MS,
      onSynced: () => { this.#progress(); },
      onUnsyncedChanges: () => { this.#progress(); },
      onAuthenticationFailed: () => {
        this.#become('refused');
        socket.disconnect();
      },
    } as const;
    const provider = new HocuspocusProvider({
      ...both, name: workspace, document: records,
      onStatus: ({ status }) => {
        if (this.state === 'refused') return;
        // While it tries again it is still offline: the words do not blink.
        if (status === library.WebSocketStatus.Disconnected) this.#become('offline');
      },
      onAuthenticated: ({ scope }) => {
        this.role = scope === 'readonly' ? this.role === 'comment' ? 'comment' : 'read' : 'edit';
        this.#become('syncing');
      },
      onStateless: ({ payload }) => {
        this.role = ROLES.find((role) => payload === `role:${role}`) ?? this.role;
        this.#told();
      },
      onAwarenessChange: ({ states }) => { this.#meet(states); },
    });
    // The same line and invitation; who is here is said once.
    const said = new HocuspocusProvider({ ...both, name: `${workspace}/comments`, document: comments, awareness: null });
    this.#providers = [provider, said];
    for (const each of this.#providers) {
      this.#watch(each, library.MessageType);
      each.attach();
    }
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

  /** By itself the provider sends what may not be written too (another tab's, say), and does not tell what was refused. */
  #watch(provider: HocuspocusProvider, { Sync, SyncStatus }: typeof import('@hocuspocus/provider').MessageType): void {
    const { document, boundDocumentUpdateHandler: send } = provider;
    document.off('update', send); // what changes until the collector told goes with the first exchange
    provider.on('authenticated', ({ scope }: onAuthenticatedParameters) => {
      this.#unsent.delete(provider);
      if (scope === 'readonly') document.off('update', send);
      else document.on('update', send);
    });
    provider.on('message', ({ message }: onMessageParameters) => {
      message.readVarString(); // the document's name
      const type = message.readVarUint();
      if (type === SyncStatus) {
        if (message.readVarUint()) this.#unsent.delete(provider);
        else this.#unsent.add(provider);
        this.#progress();
      } else if (type === Sync && this.#unsent.has(provider) && (message.readVarUint() as number) === YJS_UPDATE) {
        provider.forceSync(); // what another tab or page now sent may be the very change
      }
    });
  }

  #progress(): void {
    if (!ON_LINE.has(this.state)) return;
    const waiting = this.#providers.filter(({ isSynced, hasUnsyncedChanges }) => !isSynced || hasUnsyncedChanges);
    this.#become(waiting.length === 0 ? 'synced' : waiting.some((each) => this.#unsent.has(each)) ? 'unsent' : 'syncing');
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
    if (!ON_LINE.has(state)) this.people = [];
    this.#told();
  }
}
