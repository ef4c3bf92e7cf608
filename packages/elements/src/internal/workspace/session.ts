import type { FileResult, Merged, WorkspaceOptions, WorkspaceSnapshot, YjsWorkspace } from '@assembleurs/commons/workspace';
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

/** One document, kept on the device and alike in the tabs. */
class Copy {
  readonly doc: Y.Doc;
  readonly workspace: YjsWorkspace;
  readonly store: DocumentStore;
  readonly #leaveTabs: () => void;

  constructor(key: string, { Yjs, openWorkspace }: Library, told: () => void, types?: WorkspaceOptions['types']) {
    this.doc = new Yjs.Doc();
    this.workspace = openWorkspace(this.doc, types && { types });
    this.store = new DocumentStore(key, this.doc, Yjs, told);
    this.#leaveTabs = joinTabs(key, this.doc, Yjs);
  }

  close(): void {
    this.#leaveTabs();
    this.store.close();
    this.workspace.close();
    this.doc.destroy();
  }
}

/** A workspace that is open in this page: its document, where it is kept, who shares it. */
export class Session {
  readonly workspace: YjsWorkspace;
  readonly #library: Library;
  readonly #records: Copy;
  /** Apart, because an invitation to comment writes nothing else. */
  readonly #comments: Copy | undefined;
  readonly #remote: Remote | undefined;
  readonly #listeners = new Set<() => void>();
  #locked = false;

  private constructor({ key, remote }: SessionOptions, library: Library) {
    this.#library = library;
    this.#records = new Copy(key, library, this.#tell);
    this.workspace = this.#records.workspace;
    if (remote) {
      this.#comments = new Copy(`${key}/comments`, library, this.#tell, [library.REMARK_TYPE]);
      this.workspace.comments = this.#comments.workspace;
      this.#remote = new Remote(this.#remoteTold, remote.role);
      this.#remoteTold();
    }
  }

  /** Loads what is kept, and Yjs. Rejects when the library cannot be loaded. */
  static async open(options: SessionOptions): Promise<Session> {
    const session = new Session(options, await import('@assembleurs/commons/workspace'));
    await Promise.all(session.#copies.map(({ store }) => store.open()));
    session.#connect(options);
    return session;
  }

  /** Once what is kept is here: the first exchange tells whether the collector has all of it. */
  #connect({ remote, label = '' }: SessionOptions): void {
    if (remote && this.#comments) void this.#remote?.open({ records: this.#records.doc, comments: this.#comments.doc }, remote, label);
  }

  /** What may be written. Nothing until the collector told; beside an invitation that it never took, the workspace is this device's own. */
  get #allowed(): RemoteRole {
    const { role, state } = this.#remote ?? { role: 'edit' };
    return role ?? (state === 'refused' ? 'edit' : 'read');
  }

  get #copies(): readonly Copy[] {
    return this.#comments ? [this.#records, this.#comments] : [this.#records];
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
    const stores = this.#copies.map(({ store }) => store);
    const trouble = stores.find((store) => store.trouble !== undefined)?.trouble;
    const remote = this.#remote;
    return {
      saving: stores.some(({ pending }) => pending) && trouble === undefined,
      savedAt: stores.flatMap(({ savedAt }) => savedAt ?? []).sort((a, b) => b.getTime() - a.getTime())[0],
      trouble, damaged: stores.reduce((sum, { damaged }) => sum + damaged.length, 0),
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
    return JSON.stringify({ damaged: this.#copies.flatMap(({ store }) => store.damaged).map((update) => btoa(String.fromCharCode(...update))) });
  }

  readonly readFile = (text: string): FileResult => this.#library.readWorkspaceFile(text);

  readonly merge = (snapshot: WorkspaceSnapshot, options?: { readonly replace?: boolean }): Merged => this.#library.mergeFile(this.workspace, snapshot, options);

  problemText(problem: Parameters<Library['problemText']>[0], locale: string): string {
    return this.#library.problemText(problem, locale);
  }

  /** Writes again what the device refused. */
  retry(): void {
    for (const { store } of this.#copies) store.retry();
  }

  close(): void {
    // What waits is asked to be written before the line goes.
    for (const copy of this.#copies) copy.close();
    this.#remote?.close();
    this.#listeners.clear();
  }

  readonly #tell = (): void => {
    for (const listener of [...this.#listeners]) listener();
  };

  readonly #remoteTold = (): void => {
    const allowed = this.#allowed;
    this.workspace.reader = this.#locked || allowed !== 'edit';
    if (this.#comments) this.#comments.workspace.reader = this.#locked || allowed === 'read';
    this.#tell();
  };
}
