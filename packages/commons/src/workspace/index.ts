/** A territory's records in one shared document: edited by several, offline, undone, kept in a file. Needs Yjs: load it where records are edited. */
/** For those who keep or send the document: the same copy as the workspace's own, two would not understand each other. */
export * as Yjs from 'yjs';
export { snapshotOf, mergeFile, readWorkspaceFile, WORKSPACE_SCHEMA, type FileResult, type Merged } from './file.ts';
export { problemText, type WorkspaceMessage } from './messages.ts';
export type { Aside, PutResult, RecordOf, RecordType, RecordTypes, Workspace, WorkspaceChange, WorkspaceProblem, WorkspaceSnapshot } from './model.ts';
export { RECORD_TYPES, REMARK_TYPE } from './types.ts';
export { openWorkspace, YjsWorkspace, type WorkspaceOptions } from './workspace.ts';
