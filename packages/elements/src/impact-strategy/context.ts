/** What the element gives to its views: the strategy as it is shown, and the ways to change it. */
import type { Action } from '@assembleurs/commons/plan';
import type { Edited, Graph, Kind, Strategy, StrategyNode } from '@assembleurs/commons/strategy';
import type { RecordId } from '@assembleurs/commons/record';
import type { Workspace } from '@assembleurs/commons/workspace';
import type { RemarkDrafts } from '../internal/remarks/drafts.ts';
import type { Words } from './words.ts';

export const VIEWS = ['map', 'theory', 'logic', 'stakeholders', 'guide', 'slides'] as const;
export type View = (typeof VIEWS)[number];

/** A line of the map that is being written and is not in the strategy yet; its words are the draft `ADDING`. */
export const ADDING = 'map adding';
export interface Adding {
  readonly kind: Kind;
  readonly parent: RecordId | undefined;
  readonly after: RecordId | undefined;
}

/** What a person set for looking at the strategy; never part of it. */
export interface Looking {
  readonly layout: 'map' | 'list';
  readonly folded: ReadonlySet<string>;
  /** The place in the map that the keys and buttons act on. */
  readonly selected: string;
  /** The place whose words are being changed. */
  readonly editing: string;
  readonly adding: Adding | undefined;
  /** The field of a list that is open: `edit <node>` or `add <kind> <parent>`. */
  readonly field: string;
  readonly question: string;
  readonly slide: number;
}

/** What is opened in full: a node, or a stakeholder. */
export type Opened = RecordId | undefined;

export interface EditOptions {
  /** For the live region. */
  readonly said?: string;
  /** Several edits of the same field are undone together. */
  readonly field?: string;
}

export interface StrategyContext {
  readonly words: Words;
  readonly strategy: Strategy;
  readonly graph: Graph;
  readonly readonly: boolean;
  readonly looking: Looking;
  /** The one around; undefined when the strategy stands alone. */
  readonly workspace: Workspace | undefined;
  /** How colleagues see this person; empty when the page does not say. */
  readonly author: string;
  /** Whether an item opens in full: where something of it can be changed, or said. */
  readonly opens: boolean;
  /** Of the plan in the workspace around; none when there is none. */
  readonly actions: readonly Action[];
  /** Undefined when there is no plan to put one into. */
  readonly plan: ((node: StrategyNode) => void) | undefined;
  /** What was typed and cannot be kept yet, by field. */
  readonly drafts: Map<string, string>;
  /** What was typed of comments and not added yet: undo leaves it alone. */
  readonly remarks: RemarkDrafts;
  readonly newId: () => RecordId;
  /** A refusal is told, and changes nothing. True when it was done. */
  readonly edit: (edited: Edited, options?: EditOptions) => boolean;
  readonly look: (looking: Partial<Looking>) => void;
  readonly open: (id: Opened, back?: string) => void;
  readonly say: (text: string) => void;
  readonly focusOn: (selector: string) => void;
  readonly print: (paper?: 'A4 landscape') => void;
}
