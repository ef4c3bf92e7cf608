/** Remarks of a workspace: those of its own document, and those of the document apart that a collector keeps for them. */
import type { RecordId } from '../record/id.ts';
import type { Workspace } from '../workspace/model.ts';
import type { Remark } from './model.ts';

/** All of them, the oldest first. One that stands in both documents is one remark. */
export function remarksIn(workspace: Workspace): readonly Remark[] {
  const all = new Map([...workspace.all('remark'), ...(workspace.comments?.all('remark') ?? [])].map((each) => [each.id, each]));
  return [...all.values()].sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
}

export const remarksOn = (workspace: Workspace, about: RecordId): readonly Remark[] => remarksIn(workspace).filter((each) => each.about === about);

/** Where this page may write them; undefined: nowhere. */
export function remarkRoom(workspace: Workspace): Workspace | undefined {
  const room = workspace.comments ?? workspace;
  return room.readonly ? undefined : room;
}

/** Wherever it stands. False when it is not there, or may not be taken away here. */
export function removeRemark(workspace: Workspace, id: RecordId): boolean {
  const rooms = [workspace.comments, workspace].flatMap((room) => (room?.get(id)?.type === 'remark' ? room : []));
  return rooms.length > 0 && rooms.map((room) => room.remove(id)).every(Boolean);
}
