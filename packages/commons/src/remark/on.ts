/** Remarks of a workspace: those of its own document, and those of the document apart that a collector keeps for them. */
import type { RecordId } from '../record/id.ts';
import type { Workspace } from '../workspace/model.ts';
import type { Remark } from './model.ts';

/** All of them, the oldest first. */
export function remarksIn(workspace: Workspace): readonly Remark[] {
  const all = [...workspace.all('remark'), ...(workspace.comments?.all('remark') ?? [])];
  return all.sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
}

export const remarksOn = (workspace: Workspace, about: RecordId): readonly Remark[] => remarksIn(workspace).filter((each) => each.about === about);

/** Where this page may write them; undefined: nowhere. */
export function remarkRoom(workspace: Workspace): Workspace | undefined {
  const room = workspace.comments ?? workspace;
  return room.readonly ? undefined : room;
}

/** False when it is not there, or may not be taken away here. */
export const removeRemark = (workspace: Workspace, id: RecordId): boolean => (workspace.comments?.remove(id) ?? false) || (workspace.get(id)?.type === 'remark' && workspace.remove(id));
