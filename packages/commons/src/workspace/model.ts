/** What a territory's shared document gives to whoever edits it. */
import type * as z from 'zod/mini';
import type { Actor, Link, Place } from '../actors/model.ts';
import type { Assessment } from '../assessment/model.ts';
import type { Action } from '../plan/model.ts';
import type { Plan } from '../plan/plan-model.ts';
import type { RecordId } from '../record/id.ts';
import type { Migration } from '../record/migrate.ts';
import type { AnyRecord } from '../record/model.ts';
import type { Meeting } from '../animation/model.ts';
import type { Remark } from '../remark/model.ts';
import type { Stakeholder, Strategy, StrategyNode } from '../strategy/model.ts';
import type { WorkspaceMessage } from './messages.ts';

/** Types by their name, for `all('action')`. Others add theirs by declaration merging, and `register()` at run time. */
export interface RecordTypes {
  assessment: Assessment;
  action: Action;
  plan: Plan;
  actor: Actor;
  place: Place;
  link: Link;
  strategy: Strategy;
  'strategy-node': StrategyNode;
  stakeholder: Stakeholder;
  meeting: Meeting;
  remark: Remark;
}
export type RecordOf<Type extends string> = Type extends keyof RecordTypes ? RecordTypes[Type] : AnyRecord;

/** How the records of one type are checked, migrated and shared. */
export interface RecordType {
  /** As in the record's `type`. */
  readonly type: string;
  /** Takes the version after the last of `steps`. */
  readonly schema: z.ZodMiniType<AnyRecord>;
  readonly steps?: readonly Migration[];
  // A line comment: the star of a pointer would end the other kind.
  // Long texts that several people may write in at once, as JSON Pointers in which `*` stands for any key: `/notes/*/comment`.
  readonly texts?: readonly string[];
}

/** What is wrong with a record, and where (`steps[2].text`; empty for the whole of it). See `problemText`. */
export interface WorkspaceProblem {
  readonly path: string;
  readonly key: WorkspaceMessage;
  readonly value?: string;
}

/**
 * A record that is kept but not used. `invalid`: its type's model refuses it; `future`: a later version of the library wrote it; `unknown`: no
 * part of this page knows its type.
 */
export interface Aside {
  /** What `restore` and `discard` take: the record's id, or a name of its own. */
  readonly key: string;
  readonly kind: 'invalid' | 'future' | 'unknown';
  /** As it came. */
  readonly raw: unknown;
  readonly problems: readonly WorkspaceProblem[];
}

export interface WorkspaceChange {
  /** Records that changed, came or went; `undefined` when there are too many to name. */
  readonly ids: ReadonlySet<string> | undefined;
  /** Whether this page did it (undo and redo included), or a colleague, another tab or the store. */
  readonly local: boolean;
}

export type PutResult = { readonly record: AnyRecord } | { readonly problems: readonly WorkspaceProblem[] };

/** The document as elements use it. Records that it gives are frozen: change a copy and `put` it. Nothing throws. */
export interface Workspace {
  /** Nobody writes here: a reader's invitation, or a document of a later version. */
  readonly readonly: boolean;
  /** Remarks, where a collector keeps them apart: those who may only comment write there. Its changes are told by this workspace too. */
  readonly comments?: Workspace | undefined;
  /** Kept, not used: to be shown. */
  readonly aside: readonly Aside[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Valid records of a type, by id. */
  all<Type extends string>(type: Type): readonly RecordOf<Type>[];
  get(id: RecordId): AnyRecord | undefined;
  /** Writes what differs from what is there, so that a colleague's change to another field stays. One step of undo. */
  put(record: AnyRecord): PutResult;
  /** Takes a record away, also one set aside. False when it was not there. */
  remove(id: string): boolean;
  /** Several changes, one step of undo, one call of listeners. */
  batch(work: () => void): void;
  /** The next change begins a new step of undo, however soon it comes. */
  checkpoint(): void;
  undo(): void;
  redo(): void;
  /** Returns what ends it. */
  subscribe(listener: (change: WorkspaceChange) => void): () => void;
  /** Adds a type, or another version of it; what waited aside for it is judged again. */
  register(type: RecordType): void;
  /** Everything, what is aside included: what a file holds. */
  toJSON(): WorkspaceSnapshot;
}

/** A workspace as one JSON file. */
export interface WorkspaceSnapshot {
  readonly $schema: string;
  readonly records: readonly unknown[];
  /** What is kept and not used, as it came. */
  readonly aside: readonly unknown[];
  /** The shared document itself (Yjs, base64), so that two files saved apart can be merged change by change. */
  readonly history?: string;
}
