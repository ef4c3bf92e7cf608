import * as Y from 'yjs';
import type { RecordId } from '../record/id.ts';
import type { AnyRecord } from '../record/model.ts';
import { asideIn, eraseRecord, futureFormat, readRecord, recordIdIn, recordsIn, rootName, writeRecord } from './document.ts';
import { frozen, judge, type Verdict } from './door.ts';
import { snapshotOf } from './file.ts';
import type { Aside, PutResult, RecordOf, RecordType, Workspace, WorkspaceChange, WorkspaceProblem, WorkspaceSnapshot } from './model.ts';
import { RECORD_TYPES } from './types.ts';

export interface WorkspaceOptions {
  readonly types?: readonly RecordType[];
  /** Nobody writes here, as with a reader's invitation; can be set later. */
  readonly readonly?: boolean;
  /** Changes closer than this are one step of undo, in milliseconds. */
  readonly undoWithin?: number;
}

/** More roots than this in one change, and everything is read again. */
const MANY = 50;

/** A workspace over a Yjs document, which the caller keeps, sends and ends. */
export class YjsWorkspace implements Workspace {
  readonly doc: Y.Doc;
  readonly #types: Map<string, RecordType>;
  readonly #undo: Y.UndoManager;
  readonly #listeners = new Set<(change: WorkspaceChange) => void>();
  /** What was read since the last change of it. */
  readonly #read = new Map<string, { readonly raw: unknown; readonly verdict: Verdict }>();
  #reader: boolean;
  #comments: YjsWorkspace | undefined;
  #lists: ReadonlyMap<string, readonly AnyRecord[]> | undefined;
  #aside: readonly Aside[] | undefined;

  constructor(doc: Y.Doc, { types = RECORD_TYPES, readonly = false, undoWithin = 500 }: WorkspaceOptions = {}) {
    this.doc = doc;
    this.#reader = readonly;
    this.#types = new Map(types.map((type) => [type.type, type]));
    this.#undo = new Y.UndoManager(doc, { trackedOrigins: new Set([this]), captureTimeout: undoWithin });
    doc.on('afterTransaction', this.#changed);
  }

  get types(): ReadonlyMap<string, RecordType> {
    return this.#types;
  }

  get reader(): boolean {
    return this.#reader;
  }

  /** Who reads only: set by whoever knows the invitation's role. Listeners hear it. */
  set reader(reader: boolean) {
    if (reader === this.#reader) return;
    this.#reader = reader;
    this.#tell({ ids: new Set(), local: false });
  }

  get readonly(): boolean {
    return this.reader || this.future !== undefined;
  }

  get comments(): YjsWorkspace | undefined {
    return this.#comments;
  }

  /** Given once, by whoever opens both; each stays that one's to close. */
  set comments(comments: YjsWorkspace | undefined) {
    this.#comments = comments;
    comments?.subscribe(({ local }) => { this.#tell({ ids: new Set(), local }); });
  }

  /** The format of the document, when a later version of the library wrote it. */
  get future(): number | undefined {
    return futureFormat(this.doc);
  }

  get canUndo(): boolean {
    return !this.readonly && this.#undo.undoStack.length > 0;
  }

  get canRedo(): boolean {
    return !this.readonly && this.#undo.redoStack.length > 0;
  }

  get aside(): readonly Aside[] {
    return this.#aside ??= [
      ...[...recordsIn(this.doc).keys()].sort().flatMap((id) => {
        const { raw, verdict } = this.#readOne(id);
        return 'record' in verdict ? [] : [{ key: id, raw, ...verdict }];
      }),
      ...[...asideIn(this.doc).entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, raw]): Aside => {
        const verdict = judge(raw, this.#types);
        // It was refused when it came; a page that knows more may find it good, and it waits to be taken back.
        return { key, raw, ...('record' in verdict ? { kind: 'invalid', problems: [] } : verdict) };
      }),
    ];
  }

  all<Type extends string>(type: Type): readonly RecordOf<Type>[] {
    if (!this.#lists) {
      const lists = this.#lists = new Map<string, AnyRecord[]>();
      for (const record of this.records()) (lists.get(record.type) ?? lists.set(record.type, []).get(record.type))?.push(record);
    }
    // What the model of the type gave.
    return (this.#lists.get(type) ?? []) as readonly RecordOf<Type>[];
  }

  /** Every valid record, by id. */
  records(): readonly AnyRecord[] {
    return [...recordsIn(this.doc).keys()].sort().flatMap((id) => this.get(id as RecordId) ?? []);
  }

  get(id: RecordId): AnyRecord | undefined {
    if (!recordsIn(this.doc).has(id)) return undefined;
    const { verdict } = this.#readOne(id);
    return 'record' in verdict ? verdict.record : undefined;
  }

  put(record: AnyRecord): PutResult {
    const problems = this.refusal();
    if (problems) return { problems };
    const verdict = judge(record, this.#types);
    if (!('record' in verdict)) return { problems: verdict.problems };
    const { id, type } = verdict.record;
    const there = recordsIn(this.doc).has(id) ? this.#readOne(id).verdict : undefined;
    if (there && 'kind' in there && there.kind === 'future') return { problems: there.problems };
    this.transact(() => { writeRecord(this.doc, verdict.record, this.#types.get(type)?.texts ?? []); });
    this.#forget(new Set([id])); // in a batch, listeners and `#changed` come later
    return { record: this.get(id) ?? verdict.record };
  }

  remove(id: string): boolean {
    if (this.refusal()) return false;
    const aside = asideIn(this.doc);
    if (!recordsIn(this.doc).has(id) && !aside.has(id)) return false;
    this.transact(() => {
      if (aside.has(id)) aside.delete(id);
      else eraseRecord(this.doc, id);
    });
    this.#forget(new Set([id]));
    return true;
  }

  batch(work: () => void): void {
    this.transact(work);
  }

  /** @internal For what writes to the document itself. */
  transact(work: () => void): void {
    this.doc.transact((transaction) => {
      work();
      // A file's changes are applied as a peer's are, but it is this page that does it: else Yjs takes its own author for a stranger.
      transaction.local = true;
    }, this);
  }

  checkpoint(): void {
    this.#undo.stopCapturing();
  }

  undo(): void {
    if (this.canUndo) this.#undo.undo();
  }

  redo(): void {
    if (this.canRedo) this.#undo.redo();
  }

  subscribe(listener: (change: WorkspaceChange) => void): () => void {
    this.#listeners.add(listener);
    return () => { this.#listeners.delete(listener); };
  }

  register(type: RecordType): void {
    if (this.#types.get(type.type) === type) return;
    this.#types.set(type.type, type);
    this.#tell({ ids: undefined, local: false });
  }

  toJSON(): WorkspaceSnapshot {
    return snapshotOf(this);
  }

  /** Ends what it watches; the document stays the caller's. */
  close(): void {
    this.doc.off('afterTransaction', this.#changed);
    this.#undo.destroy();
    this.#listeners.clear();
  }

  /** As the document has it, judged. */
  #readOne(id: string): { readonly raw: unknown; readonly verdict: Verdict } {
    let read = this.#read.get(id);
    if (!read) {
      const raw = readRecord(this.doc, id);
      const verdict: Verdict = raw['id'] === id ? judge(raw, this.#types) : { kind: 'invalid', problems: [{ path: 'id', key: 'id' }] };
      this.#read.set(id, read = { raw, verdict: 'record' in verdict ? frozen(verdict) : verdict });
    }
    return read;
  }

  /** @internal Why nothing may be written. */
  refusal(): readonly WorkspaceProblem[] | undefined {
    const { future } = this;
    if (future !== undefined) return [{ path: '', key: 'futureDocument', value: String(future) }];
    return this.reader ? [{ path: '', key: 'readonly' }] : undefined;
  }

  readonly #changed = ({ changed, origin }: Y.Transaction): void => {
    if (changed.size === 0) return;
    const local = origin === this || origin === this.#undo;
    if (changed.size > MANY) {
      this.#tell({ ids: undefined, local });
      return;
    }
    const ids = new Set<string>();
    for (const [type, keys] of changed) {
      const name = rootName(this.doc, type);
      if (name === undefined) {
        this.#tell({ ids: undefined, local });
        return;
      }
      const id = recordIdIn(name);
      if (id !== undefined) ids.add(id);
      else if (name === 'records') for (const key of keys) if (key !== null) ids.add(key);
    }
    this.#tell({ ids, local });
  };

  #forget(ids: ReadonlySet<string> | undefined): void {
    if (ids) for (const id of ids) this.#read.delete(id);
    else this.#read.clear();
    this.#lists = this.#aside = undefined;
  }

  #tell(change: WorkspaceChange): void {
    this.#forget(change.ids);
    for (const listener of [...this.#listeners]) listener(change);
  }
}

export const openWorkspace = (doc: Y.Doc, options?: WorkspaceOptions): YjsWorkspace => new YjsWorkspace(doc, options);
