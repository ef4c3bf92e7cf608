/** A workspace as a file: written, read, merged. */
import * as Y from 'yjs';
import type { RecordId } from '../record/id.ts';
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

/** Records and remarks, by id: a remark that stands in both documents counts once. */
const standingIn = (workspace: YjsWorkspace): ReadonlyMap<string, AnyRecord> =>
  new Map([...workspace.records(), ...(workspace.comments?.records() ?? [])].map((record) => [record.id, record]));

const asideCount = ({ aside, comments }: YjsWorkspace): number => aside.length + (comments?.aside.length ?? 0);

/** Every record, and what is aside. `history`: with the shared document, for a file that others merge; without, what the records say only. */
export function snapshotOf(workspace: YjsWorkspace, { history = false }: { readonly history?: boolean } = {}): WorkspaceSnapshot {
  const { doc, aside } = workspace;
  return {
    $schema: WORKSPACE_SCHEMA,
    records: [...standingIn(workspace).values()],
    aside: aside.map(({ raw }) => raw),
    ...(history ? { history: toBase64(Y.encodeStateAsUpdate(doc)) } : {}),
  };
}

/** What the map of actors saves holds three lists in place of one. */
const LISTS = ['actors', 'places', 'links'] as const;

function recordsOf(json: Readonly<Record<string, unknown>>): readonly unknown[] | undefined {
  const lists = ['records', ...LISTS].flatMap((name) => (Array.isArray(json[name]) ? [json[name] as readonly unknown[]] : []));
  return lists.length === 0 ? undefined : lists.flat();
}

/** Reads a file's text: a workspace's, or the actors, places and links that a map saved. Never throws; its records are judged when it is merged. */
export function readWorkspaceFile(text: string): FileResult {
  if (text.length > MAX_MEGABYTES * 1_000_000) return { problems: [{ path: '', key: 'fileTooBig', value: String(MAX_MEGABYTES) }] };
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { problems: [{ path: '', key: 'fileNotJson', value: error instanceof Error ? error.message : '' }] };
  }
  const records = isObject(json) ? recordsOf(json) : undefined;
  if (!isObject(json) || !records) return { problems: [{ path: '', key: 'notWorkspace' }] };
  const { $schema, aside, history } = json;
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
 * (remarks that a collector keeps apart stay: what others said is never taken away by a file).
 */
export function mergeFile(workspace: YjsWorkspace, snapshot: WorkspaceSnapshot, { replace = false }: { readonly replace?: boolean } = {}): Merged {
  const { doc, types, comments } = workspace;
  const problems: WorkspaceProblem[] = [];
  const older: string[] = [];
  const texts = (): Map<string, string> => new Map([...standingIn(workspace)].map(([id, record]) => [id, textOf(record)]));
  const before = texts();
  const asideBefore = asideCount(workspace);
  const result = (): Merged => {
    const now = texts();
    const both = [...now].filter(([id]) => before.has(id));
    return {
      added: [...now.keys()].filter((id) => !before.has(id)),
      changed: both.filter(([id, text]) => before.get(id) !== text).map(([id]) => id),
      removed: [...before.keys()].filter((id) => !now.has(id)),
      same: both.filter(([id, text]) => before.get(id) === text).length,
      older, aside: asideCount(workspace) - asideBefore, problems,
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
  const goesApart = (raw: unknown): boolean => comments !== undefined && isObject(raw) && raw['type'] === 'remark';
  const apart = snapshot.records.filter(goesApart);
  const rest = [...snapshot.records.filter((raw) => !goesApart(raw)), ...snapshot.aside];
  const rooms = comments ? [comments, workspace] : [workspace];
  for (const room of rooms) room.checkpoint();
  comments?.transact(() => { for (const raw of apart) take(raw, comments, false); });
  workspace.transact(() => {
    if (history) Y.applyUpdate(doc, history.update);
    if (replace) {
      const wanted = new Set(rest.map((raw) => (isObject(raw) ? raw['id'] : undefined)));
      for (const id of [...recordsIn(doc).keys()]) if (!wanted.has(id)) eraseRecord(doc, id);
    }
    for (const raw of rest) if (replace || !known.has(textOf(raw))) take(raw, workspace, replace);
    // The history of a file written alone plants its remarks here too: each stands once, apart.
    for (const [id, type] of [...recordsIn(doc).entries()]) if (type === 'remark' && comments?.get(id as RecordId)) eraseRecord(doc, id);
  });
  for (const room of rooms) room.checkpoint();
  theirs?.close();
  history?.doc.destroy();
  return result();

  function take(raw: unknown, { doc, types }: YjsWorkspace, overwrite: boolean): void {
    const verdict = judge(raw, types);
    // A record of another version or type waits in its place for a page that knows it; what is wrong waits apart.
    const record = 'record' in verdict ? verdict.record : verdict.kind === 'invalid' ? undefined : raw as AnyRecord;
    if (!record) {
      keepAside(doc, raw);
      return;
    }
    const long = types.get(record.type)?.texts ?? [];
    if (!recordsIn(doc).has(record.id)) {
      plantRecord(doc, record, long);
      return;
    }
    const ours = readRecord(doc, record.id);
    const standing = judge(ours, types);
    if (textOf('record' in standing ? standing.record : ours) === textOf(record)) return;
    if (!('record' in verdict) || !('record' in standing)) keepAside(doc, raw);
    else if (!overwrite && dateOf(record) < dateOf(ours)) older.push(record.id);
    else writeRecord(doc, record, long);
  }
}
