import type { Workspace } from '@assembleurs/commons/workspace';

/** The workspace is open: what was kept is there. */
export class CommonsReadyEvent extends Event {
  readonly workspace: Workspace;
  constructor(workspace: Workspace) {
    super('asb-ready', { bubbles: true, composed: true });
    this.workspace = workspace;
  }
}

/** The person changed the workspace, in any element. */
export class CommonsChangeEvent extends Event {
  readonly workspace: Workspace;
  constructor(workspace: Workspace) {
    super('asb-change', { bubbles: true, composed: true });
    this.workspace = workspace;
  }
}
