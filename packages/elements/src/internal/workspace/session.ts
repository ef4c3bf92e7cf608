import type { FileResult, Merged, WorkspaceSnapshot, YjsWorkspace } from '@assembleurs/commons/workspace';
import type * as Y from 'yjs';
import type { StorageTrouble } from '../storage.ts';
import { Remote, type Person, type RemoteAddress, type RemoteRole, type RemoteState } from './remote.ts';
import { DocumentStore } from './store.ts';
import { joinTabs } from './tabs.ts';

export interface SessionOptions {
  /** Names what is kept on the device: two elements of one key share one workspace. */
  readonly key: string;
  readonly remote?: RemoteAddress | undefined;
  /** How colleagues see this person: a function or a service. */
  readonly label?: string | undefined;
}

/** Where things stand, to be shown. */
export interface SessionState {
  readonly saving: boolean;
  readonly savedAt: Date | undefined;
  readonly trouble: StorageTrouble | 'later' | undefined;
  /** How many changes could not be read on this device. */
  readonly damaged: number;
  /** Absent: there is no collector. */
  readonly remote: { readonly state: RemoteState; readonly role: RemoteRole | undefined } | undefined;
  readonly people: readonly Person[];
}

type Library = typeof import('@assembleurs/commons/workspace');

/** A workspace that is open in this page: its document, where it is kept, who shares it. */
export class Session {
  readonly workspace: YjsWorkspace;
  readonly #doc: Y.Doc;
  readonly #library: Library;
  readonly #store: DocumentStore;
  readonly #remote: Remote | undefined;
  readonly #leaveTabs: () => void;
  readonly #listeners = new Set<() => void>();
  #locked = false;

  private constructor({ key, remote, label = '' }: SessionOptions, library: Library) {
    const { Yjs, openWorkspace } = library;
    this.#library = library;
    const doc = this.#doc = new Yjs.Doc();
    this.workspace = openWorkspace(doc);
    this.#store = new DocumentStore(key, doc, Yjs, this.#tell);
    this.#leaveTabs = joinTabs(key, doc, Yjs);
    if (remote) {
      this.#remote = new Remote(this.#remoteTold);
      void this.#remote.open(doc, remote, label);
    }
  }

  /** Loads what is kept, and Yjs. Rejects when the library cannot be loaded. */
  static async open(options: SessionOptions): Promise<Session> {
    const session = new Session(options, await import('@assembleurs/commons/workspace'));
    await session.#store.open();
    return session;
  }

  /** The page allows no change, whatever the invitation says. */
  get locked(): boolean {
    return this.#locked;
  }

  set locked(locked: boolean) {
    this.#locked = locked;
    this.#remoteTold();
  }

  get state(): SessionState {
    const { pending, savedAt, trouble, damaged } = this.#store;
    const remote = this.#remote;
    return {
      saving: pending && trouble === undefined, savedAt, trouble, damaged: damaged.length,
      remote: remote && { state: remote.state, role: remote.role },
      people: remote?.people ?? [],
    };
  }

  /** Calls when `state` may have changed. Returns what ends it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => { this.#listeners.delete(listener); };
  }

  /** The whole workspace as a file's text. */
  file(): string {
    return JSON.stringify(this.#library.snapshotOf(this.workspace, { history: true }), null, 1);
  }

  /** What could not be read on this device, for whoever can mend it. */
  damagedFile(): string {
    return JSON.stringify({ damaged: this.#store.damaged.map((update) => btoa(String.fromCharCode(...update))) });
  }

  readonly readFile = (text: string): FileResult => this.#library.readWorkspaceFile(text);

  readonly merge = (snapshot: WorkspaceSnapshot, options?: { readonly replace?: boolean }): Merged => this.#library.mergeFile(this.workspace, snapshot, options);

  problemText(problem: Parameters<Library['problemText']>[0], locale: string): string {
    return this.#library.problemText(problem, locale);
  }

  /** Writes again what the device refused. */
  retry(): void {
    this.#store.retry();
  }

  close(): void {
    this.#leaveTabs();
    this.#store.close();
    this.#remote?.close();
    this.workspace.close();
    this.#doc.destroy();
    this.#listeners.clear();
  }

  readonly #tell = (): void => {
    for (const listener of [...this.#listeners]) listener();
  };

  readonly #remoteTold = (): void => {
    const { role = 'edit' } = this.#remote ?? {};
    this.workspace.reader = this.#locked || role !== 'edit';
    this.#tell();
  };
}
