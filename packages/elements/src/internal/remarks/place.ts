/** Where people say something of a record: what is said there, and how one more is added. */
import { isRecordId, type RecordId } from '@assembleurs/commons/record';
import { type Remark, remarkRoom, remarksOn, removeRemark } from '@assembleurs/commons/remark';
import type { Workspace } from '@assembleurs/commons/workspace';
import { isOwnRemark, noteOwnRemark } from '../own-remarks.ts';
import { newRecordId } from '../record-id.ts';

export interface Said {
  readonly id: string;
  readonly day: string;
  /** A function or a service; empty when nobody said. */
  readonly by: string;
  readonly text: string;
  /** Absent: the workspace as a whole. */
  readonly about?: RecordId | undefined;
  /** False when it stays. Undefined where this person may not take it back. */
  readonly remove: (() => boolean) | undefined;
}

/** False when it was not taken. */
export type Add = (said: Pick<Said, 'by' | 'text'>) => boolean;

export interface RemarkPlace {
  readonly said: readonly Said[];
  /** Undefined: this person says nothing here. */
  readonly add: Add | undefined;
}

/** Today where the person is. */
const today = (): string => new Date().toLocaleDateString('sv');

/** Editors take any back, whoever may only comment their own. */
export const saidIn = (workspace: Workspace, { id, day, by, text, about }: Remark): Said => ({
  id, day, by, text, about, remove: remarkRoom(workspace) && (!workspace.readonly || isOwnRemark(id)) ? () => removeRemark(workspace, id) : undefined,
});

/** `about`: undefined for the workspace as a whole. */
export function addIn(workspace: Workspace, about: RecordId | undefined): Add | undefined {
  if (!remarkRoom(workspace)) return undefined;
  return ({ by, text }) => {
    const id = newRecordId();
    noteOwnRemark(id); // before it stands: whoever hears of it draws it at once
    // Asked again: what the invitation allows may have changed since the button was drawn.
    const put = remarkRoom(workspace)?.put({ id, type: 'remark', version: 1, derivedFrom: [], ...(about === undefined ? {} : { about }), day: today(), by, text });
    return put !== undefined && 'record' in put;
  };
}

/** Of a record of the workspace around. Undefined where there is none, and where nothing is said and nobody is expected to. */
export function remarkPlace(workspace: Workspace | undefined, about: string): RemarkPlace | undefined {
  if (!workspace || !isRecordId(about) || !workspace.get(about)) return undefined;
  const said = remarksOn(workspace, about).map((each) => saidIn(workspace, each));
  const add = addIn(workspace, about);
  return said.length > 0 || add ? { said, add } : undefined;
}
