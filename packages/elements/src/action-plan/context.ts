/** What the element gives to its views: the plan as it is shown, and the ways to change it. */
import type { Action, Filter, Group, GroupBy, PlacedAction, Plan } from '@assembleurs/commons/plan';
import type { RecordId } from '@assembleurs/commons/record';
import type { Workspace } from '@assembleurs/commons/workspace';
import type { RemarkDrafts } from '../internal/remarks/drafts.ts';
import type { Words } from './words.ts';

export const VIEWS = ['table', 'board', 'timeline', 'calendar', 'dashboard'] as const;
export type View = (typeof VIEWS)[number];
/** Beside the views of the actions: what is opened, then closed. */
export type Panel = 'retro' | 'changes' | 'life' | 'axes';

export const TABLE_COLUMNS = ['status', 'priority', 'pilots', 'partners', 'start', 'end', 'progress', 'axis', 'planned'] as const;
export type TableColumn = (typeof TABLE_COLUMNS)[number];

/** What a person set for looking at the plan; never part of the plan. */
export interface Looking {
  readonly filter: Filter;
  readonly groupBy: GroupBy;
  readonly columns: readonly TableColumn[];
  readonly scale: 'month' | 'quarter' | 'year';
  /** Any day of the month that the calendar shows. */
  readonly month: string;
  readonly since: string;
  readonly shown: number;
  /** What the retroplanning would apply. */
  readonly pivot: { readonly date: string; readonly label: string } | undefined;
  readonly paper: Paper;
}

export const PAPERS = ['A4', 'A3'] as const;
export type Paper = (typeof PAPERS)[number];

export interface PlanContext {
  readonly words: Words;
  readonly plan: Plan;
  readonly today: string;
  readonly readonly: boolean;
  /** How colleagues see this person: a function or a service; empty when the page does not say. */
  readonly author: string;
  readonly looking: Looking;
  /** Where actors, the strategy and assessments stand beside the plan; undefined when it stands alone. */
  readonly workspace: Workspace | undefined;
  /** What the filters take, in the order of the plan. */
  readonly chosen: readonly PlacedAction[];
  readonly groups: readonly Group[];
  /** The cell that is edited: `<id> <column>`. */
  readonly editing: string;
  /** What was typed and cannot be kept yet, by field. */
  readonly drafts: Map<string, string>;
  /** What was typed of comments and not added yet. */
  readonly remarks: RemarkDrafts;
  /** `field`: several edits of the same one are undone together. */
  edit(change: (plan: Plan) => Plan, options?: { readonly said?: string; readonly field?: string }): void;
  patch(action: Action, patch: Readonly<Partial<Action>>, field?: string): void;
  look(looking: Partial<Looking>): void;
  editCell(cell: string): void;
  open(id: RecordId | undefined, back?: string): void;
  add(known?: Partial<Action>): void;
  remove(action: Action): void;
  say(text: string): void;
  focusOn(selector: string): void;
  redraw(): void;
  /** With everything that the filters take; on a sheet of its own size where a picture needs one. */
  print(paper?: Paper): void;
}
