import { type Assessment, localize } from '@assembleurs/commons/assessment';
import type { LocalizedText } from '@assembleurs/commons/survey';
import type { Words } from './words.ts';
import type { Other, Work } from './work.ts';

/** What every view is drawn with. */
export interface ViewContext {
  readonly work: Work;
  readonly words: Words;
  /** A text of the grid in the person's language. */
  readonly say: (text: LocalizedText | undefined) => string;
  readonly readonly: boolean;
  /** What only the hub does: interview, comparison. */
  readonly hub: boolean;
  /** In the live region. */
  readonly announce: (text: string) => void;
  /** Draws, then moves the focus. */
  readonly focusOn: (selector: string) => void;
  /** Downloads a report, a record, a plan. */
  readonly download: (format: string) => void;
  readonly openFile: (file: File) => Promise<void>;
  readonly replaceBy: (other: Other) => void;
  readonly bringIn: (other: Other) => void;
  readonly openSurvey: (file: File) => Promise<void>;
  readonly compareWith: (file: File) => Promise<void>;
  /** Assessments of the workspace around that may be shown here, by territory; none when it stands alone. */
  readonly records: readonly Assessment[];
  /** Another of them; undefined: a new one. */
  readonly turnTo: (assessment: Assessment | undefined) => void;
  readonly snapshot: (label: string) => void;
  readonly toActions: () => void;
  readonly erase: () => void;
  /** The communes that are known here, for their population; undefined while they load. */
  readonly communes: readonly { readonly code: string; readonly name: string; readonly population: number | undefined }[] | undefined;
}

export const sayIn = (locale: string) => (text: LocalizedText | undefined): string => (text === undefined ? '' : localize(text, locale));
