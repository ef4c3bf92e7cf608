/** A workspace as a file: written, read, merged. */
import * as Y from 'yjs';
import type { AnyRecord } from '../record/model.ts';
import { eraseRecord, futureFormat, keepAside, plantRecord, readRecord, recordsIn, writeRecord } from './document.ts';
import { judge } from './door.ts';
import { isObject } from './leaves.ts';
import type { WorkspaceProblem, WorkspaceSnapshot } from './model.ts';
import { openWorkspace, type YjsWorkspace } from './workspace.ts';

export const WORKSPACE_SCHEMA = 'urn:assembleurs:workspace:1';
const MAX_MEGABYTES = 50;

/** What a merge did. Nothing is overwritten without being named here, and one undo takes all of it back. */
export interface Merged {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Were here, and were removed according to the file's history. */
  readonly removed: readonly string[];
  readonly same: number;
  /** Records whose copy in the file was the older one, by `updatedAt`: ours stayed. */
  readonly older: readonly string[];
  /** How many more are kept as they came, not used. */
  readonly aside: number;
  readonly problems: readonly WorkspaceProblem[];
}

export type FileResult = { readonly snapshot: WorkspaceSnapshot } | { readonly problems: readonly WorkspaceProblem[] };

const toBase64 = (bytes: Uint8Array): string => {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
};

/** Every record, and what is aside. `history`: with the shared document, for a file that others merge; without, what the records say only. */
export function snapshotOf(workspace: YjsWorkspace, { history = false }: { readonly history?: boolean } = {}): WorkspaceSnapshot {
  const { doc, aside, comments } = workspace;
  return {
    $schema: WORKSPACE_SCHEMA,
    records: [...workspace.records(), ...(comments?.records() ?? [])],
    aside: aside.map(({ raw }) => raw),
    ...(history ? { history: toBase64(Y.encodeStateAsUpdate(doc)) } : {}),
  };
}

/** Reads a file's text. Never throws; its records are judged when it is merged. */
export function readWorkspaceFile(text: string): FileResult {
  if (text.length > MAX_MEGABYTES * 1_000_000) return { problems: [{ path: '', key: 'fileTooBig', value: String(MAX_MEGABYTES) }] };
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { problems: [{ path: '', key: 'fileNotJson', value: error instanceof Error ? error.message : '' }] };
  }
  if (!isObject(json) || !Array.isArray(json['records'])) return { problems: [{ path: '', key: 'notWorkspace' }] };
  const { $schema, records, aside, history } = json;
  const later = typeof $schema === 'string' ? /^urn:assembleurs:workspace:(\d+)$/.exec($schema)?.[1] : undefined;
  if (later !== undefined && Number(later) > 1) return { problems: [{ path: '$schema', key: 'futureDocument', value: later }] };
  return {
    snapshot: { $schema: WORKSPACE_SCHEMA, records, aside: Array.isArray(aside) ? aside : [], ...(typeof history === 'string' ? { history } : {}) },
  };
}

/** The file's own document, when it carries a whole one that can be read. */
function historyOf(text: string): { readonly doc: Y.Doc; readonly update: Uint8Array } | undefined {
  const doc = new Y.Doc();
  try {
    const update = Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));
    Y.applyUpdate(doc, update);
    if (!doc.store.pendingStructs && !doc.store.pendingDs) return { doc, update };
  } catch {
    // Told by whoever asked.
  }
  doc.destroy();
  return undefined;
}

const textOf = (value: unknown): string => JSON.stringify(value);
const dateOf = (record: Readonly<Record<string, unknown>>): number => Date.parse(typeof record['updatedAt'] === 'string' ? record['updatedAt'] : '');

/**
 * Brings a file into a workspace. With its history, each change joins those made here since the two parted; without, a record that differs takes
 * the file's values, unless ours says that it is the later one. `replace`: afterwards the workspace holds what the file holds, and nothing else
 * (remarks that a collector keeps apart stay).
 */
export function mergeFile(workspace: YjsWorkspace, snapshot: WorkspaceSnapshot, options: { readonly replace?: boolean } = {}): Merged {
  const { comments } = workspace;
  if (!comments || workspace.refusal()) return mergeDocument(workspace, snapshot, options);
  const isRemark = (raw: unknown): boolean => isObject(raw) && raw['type'] === 'remark';
  const merged = mergeDocument(workspace, { ...snapshot, records: snapshot.records.filter((raw) => !isRemark(raw)) }, options);
  // Remarks have a document of their own here. They only come: what others said is never taken away by a file.
  const said = mergeDocument(comments, { $schema: WORKSPACE_SCHEMA, records: snapshot.records.filter(isRemark), aside: [] }, {});
  return {
    added: [...merged.added, ...said.added], changed: [...merged.changed, ...said.changed], removed: merged.removed, same: merged.same + said.same,
    older: [...merged.older, ...said.older], aside: merged.aside + said.aside, problems: [...merged.problems, ...said.problems],
  };
}

function mergeDocument(workspace: YjsWorkspace, snapshot: WorkspaceSnapshot, { replace = false }: { readonly replace?: boolean }): Merged {
  const { doc, types } = workspace;
  const problems: WorkspaceProblem[] = [];
  const older: string[] = [];
  const before = new Map(workspace.records().map((record) => [record.id as string, textOf(record)]));
  const asideBefore = workspace.aside.length;
  const result = (): Merged => {
    const now = new Map(workspace.records().map((record) => [record.id as string, textOf(record)]));
    const both = [...now].filter(([id]) => before.has(id));
    return {
      added: [...now.keys()].filter((id) => !before.has(id)),
      changed: both.filter(([id, text]) => before.get(id) !== text).map(([id]) => id),
      removed: [...before.keys()].filter((id) => !now.has(id)),
      same: both.filter(([id, text]) => before.get(id) === text).length,
      older, aside: workspace.aside.length - asideBefore, problems,
    };
  };
  const refusal = workspace.refusal();
  if (refusal) {
    problems.push(...refusal);
    return result();
  }
  const history = snapshot.history === undefined ? undefined : historyOf(snapshot.history);
  if (snapshot.history !== undefined && !history) problems.push({ path: 'history', key: 'historyUnread' });
  const future = history && futureFormat(history.doc);
  if (future !== undefined) {
    problems.push({ path: 'history', key: 'futureDocument', value: String(future) });
    return result();
  }
  const theirs = history && openWorkspace(history.doc, { types: [...types.values()] });
  // What the history already says; a file changed by hand says more, and is read as an edit of it.
  const known = new Set(theirs ? [...theirs.records(), ...theirs.aside.map(({ raw }) => raw)].map(textOf) : []);
  workspace.checkpoint();
  workspace.transact(() => {
    if (history) Y.applyUpdate(doc, history.update);
    if (replace) {
      const wanted = new Set([...snapshot.records, ...snapshot.aside].map((raw) => (isObject(raw) ? raw['id'] : undefined)));
      for (const id of [...recordsIn(doc).keys()]) if (!wanted.has(id)) eraseRecord(doc, id);
    }
    for (const raw of [...snapshot.records, ...snapshot.aside]) if (replace || !known.has(textOf(raw))) take(raw);
  });
  workspace.checkpoint();
  theirs?.close();
  history?.doc.destroy();
  return result();

  function take(raw: unknown): void {
    const verdict = judge(raw, types);
    // A record of another version or type waits in its place for a page that knows it; what is wrong waits apart.
    const record = 'record' in verdict ? verdict.record : verdict.kind === 'invalid' ? undefined : raw as AnyRecord;
    if (!record) {
      keepAside(doc, raw);
      return;
    }
    const texts = types.get(record.type)?.texts ?? [];
    if (!recordsIn(doc).has(record.id)) {
      plantRecord(doc, record, texts);
      return;
    }
    const ours = readRecord(doc, record.id);
    const standing = judge(ours, types);
    if (textOf('record' in standing ? standing.record : ours) === textOf(record)) return;
    if (!('record' in verdict) || !('record' in standing)) keepAside(doc, raw);
    else if (!replace && dateOf(record) < dateOf(ours)) older.push(record.id);
    else writeRecord(doc, record, texts);
  }
}
