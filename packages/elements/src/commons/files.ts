/** The way in and out of files: what was chosen, what to do with it, what became of it. */
import type { Merged, WorkspaceProblem, WorkspaceSnapshot } from '@assembleurs/commons/workspace';
import { saveFile } from '../internal/save-file.ts';
import type { Session } from '../internal/workspace/session.ts';

export type FileStep =
  | { readonly kind: 'asks'; readonly file: string; readonly snapshot: WorkspaceSnapshot }
  | { readonly kind: 'done'; readonly file: string; readonly merged: Merged }
  | { readonly kind: 'trouble'; readonly file: string; readonly problems: readonly WorkspaceProblem[] };

export interface FilesHost {
  readonly session: Session | undefined;
  readonly words: { readonly t: (key: 'fileName') => string };
  /** A step was taken: draw it, and move the focus there. */
  stepped(step: FileStep | undefined): void;
}

const today = (): string => new Date().toLocaleDateString('sv');

export class Files {
  readonly #host: FilesHost;

  constructor(host: FilesHost) {
    this.#host = host;
  }

  save(): void {
    const { session, words } = this.#host;
    if (session) saveFile(`${words.t('fileName')}-${today()}.json`, 'application/json', session.file());
  }

  /** A chosen or dropped file. An empty workspace takes it at once, another one asks. */
  async take(file: File): Promise<void> {
    const { session } = this.#host;
    if (!session) return;
    const read = session.readFile(await file.text().catch(() => ''));
    if ('problems' in read) {
      this.#host.stepped({ kind: 'trouble', file: file.name, problems: read.problems });
      return;
    }
    const { workspace } = session;
    if (workspace.records().length + workspace.aside.length === 0) this.merge(file.name, read.snapshot);
    else this.#host.stepped({ kind: 'asks', file: file.name, snapshot: read.snapshot });
  }

  merge(file: string, snapshot: WorkspaceSnapshot, replace = false): void {
    const { session } = this.#host;
    if (!session) return;
    const merged = session.merge(snapshot, { replace });
    const refused = merged.problems.filter(({ key }) => key !== 'historyUnread');
    this.#host.stepped(refused.length > 0 ? { kind: 'trouble', file, problems: refused } : { kind: 'done', file, merged });
  }
}
