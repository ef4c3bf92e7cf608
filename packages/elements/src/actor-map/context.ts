import type { Workspace } from '@assembleurs/commons/workspace';
import type { RemarkDrafts } from '../internal/remarks/drafts.ts';
import type { Tiles } from './tiles.ts';
import type { Words } from './words.ts';
import type { Work } from './work.ts';

/** What every view is drawn with. */
export interface ViewContext {
  readonly work: Work;
  readonly words: Words;
  readonly editable: boolean;
  /** Where a reader proposes a correction; empty when the page says none. */
  readonly contact: string;
  /** Address that takes proposals; empty when the page names none, or none that can be used. */
  readonly corrections: string;
  /** Whether the page names a file of its own. */
  readonly hasSource: boolean;
  /** Outlines of communes that the page names. */
  readonly outlines: string;
  /** Pictures under the map that the page names; undefined when it names none, or none that can be used. */
  readonly tiles: Tiles | undefined;
  /** The one around; undefined when the map stands alone. */
  readonly workspace: Workspace | undefined;
  /** How colleagues see this person; empty when the page does not say. */
  readonly author: string;
  /** What was typed of comments and not added yet. */
  readonly remarks: RemarkDrafts;
  /** In the live region. */
  readonly announce: (text: string) => void;
  /** Draws, then moves the focus to the first of these that is there. */
  readonly focusOn: (...selectors: readonly string[]) => void;
  readonly openActor: (id: string) => void;
  readonly download: (format: string) => void;
  readonly openFile: (file: File) => void;
  readonly compareSource: () => void;
  readonly erase: () => void;
}
