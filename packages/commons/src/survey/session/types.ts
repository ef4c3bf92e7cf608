/**
 * What a survey session shows to whoever draws it: a tree of nodes that stays the same objects while answers
 * change. A view keeps a node's `revision` and draws again only the nodes whose revision moved.
 */
import type { ErrorCode } from '../messages.ts';
import type { ElementJson, PageJson, QuestionType, SurveyDefinition } from '../definition/model.ts';

/** Answers by question name: plain JSON, in SurveyJS's shapes (`q`, `q-Comment`, arrays of rows…). */
export type Answers = Record<string, unknown>;

/** One thing wrong with an answer. */
export interface SurveyError {
  readonly code: ErrorCode;
  /** Where the answer stands in the data: `name`, `matrix.row.column`, `people[0].role`. */
  readonly path: string;
  /** The node to focus. */
  readonly question: QuestionNode;
  /** The sentence to show, in the session's locale; the definition's own wording when it has one. */
  readonly text: string;
}

/** Something in the definition that this engine keeps but does not do, or could not read. */
export interface DefinitionProblem {
  /** `unsupported`: kept, not done. `invalid`: an expression or reference that cannot be read. `cycle`: values that depend on each other. */
  readonly kind: 'unsupported' | 'invalid' | 'cycle';
  /** JSON path: `pages[0].elements[3].choicesByUrl`. */
  readonly path: string;
  /** The property, type, function or expression. */
  readonly name: string;
  /** The detail for whoever wrote the definition, in the session's locale. */
  readonly text: string;
}

interface NodeBase {
  /** Unique in the session and safe in an `id` attribute: `q12`, `q12-r0-c2`. Stable while the node lives. */
  readonly id: string;
  readonly name: string;
  /** Visible itself and through every parent. */
  readonly visible: boolean;
  /** Neither disabled by `enableIf`/`readOnly` here or above, nor by the session. */
  readonly enabled: boolean;
  /** Grows each time something that can be seen of this node (or below it) changes. */
  readonly revision: number;
  /** Localised, piped, plain text. Never empty for a question (falls back to the name). May hold markup: give it to `parseRichText`. */
  readonly title: string;
  readonly description: string;
  /** A page, panel or question whose answer is required, for the mark beside the title. */
  readonly required: boolean;
}

export interface PageNode extends NodeBase {
  readonly kind: 'page';
  readonly json: PageJson;
  readonly elements: readonly ElementNode[];
  /** Title for navigation lists; falls back to the title. */
  readonly navigationTitle: string;
  readonly errors: readonly SurveyError[];
}

export interface PanelNode extends NodeBase {
  readonly kind: 'panel';
  readonly json: ElementJson;
  readonly elements: readonly ElementNode[];
  /** `state: collapsed|expanded|default` of the definition. */
  readonly state: 'default' | 'collapsed' | 'expanded';
  readonly errors: readonly SurveyError[];
}

export type ElementNode = PanelNode | QuestionNode;

/** A choice as it is offered now: hidden ones are left out, order is decided, text is localised and piped. */
export interface ChoiceView {
  readonly value: unknown;
  readonly text: string;
  readonly enabled: boolean;
  readonly kind: 'item' | 'other' | 'none' | 'refuse' | 'dontknow' | 'selectall';
  /** This one empties the others (none, refuse, don't know, or `exclusive: true`). */
  readonly exclusive: boolean;
  /** imagepicker; an http(s), relative or data:image URL, else left out. */
  readonly imageLink?: string;
  readonly description?: string;
}

/** A row of `matrix` (one answer a row). */
export interface MatrixRowView {
  readonly id: string;
  readonly value: string;
  readonly text: string;
  readonly enabled: boolean;
  readonly answer: unknown;
  readonly errors: readonly SurveyError[];
}

/** A row of `matrixdropdown` or `matrixdynamic`: one question a column. */
export interface RowNode {
  readonly id: string;
  readonly index: number;
  /** matrixdropdown: the row's value and text. matrixdynamic: its place, from 1. */
  readonly value: string;
  readonly text: string;
  readonly cells: readonly QuestionNode[];
  /** `detailElements`, when the definition has some. */
  readonly detail: readonly ElementNode[];
}

export interface ColumnView {
  readonly name: string;
  /** `matrix`: the value that the column stands for. */
  readonly value: unknown;
  readonly title: string;
  /** `matrixdropdown`, `matrixdynamic`: what the column adds up to, in words; empty when nothing is asked. */
  readonly total?: string;
  readonly required: boolean;
}

/** One entry of `paneldynamic`. */
export interface PanelInstance {
  readonly id: string;
  readonly index: number;
  readonly title: string;
  readonly elements: readonly ElementNode[];
}

export interface QuestionNode extends NodeBase {
  readonly kind: 'question';
  readonly type: QuestionType;
  readonly json: ElementJson;
  /** Where the answer stands in the data (see `SurveyError.path`). */
  readonly path: string;
  readonly value: unknown;
  /** What the person wrote beside "other", or in the question's comment area. */
  readonly comment: string;
  readonly empty: boolean;
  /** From the last validation of the page or survey, renewed when the answer changes. */
  readonly errors: readonly SurveyError[];

  /** radiogroup, checkbox, dropdown, tagbox, ranking, imagepicker, rating (its values), boolean (two), slider: none. */
  readonly choices: readonly ChoiceView[];
  /** The "other" choice is chosen: its text field shows. */
  readonly otherSelected: boolean;
  /** matrix, matrixdropdown, matrixdynamic. */
  readonly columns: readonly ColumnView[];
  /** matrix */
  readonly matrixRows: readonly MatrixRowView[];
  /** matrixdropdown, matrixdynamic */
  readonly rows: readonly RowNode[];
  /** multipletext: one text question an item. */
  readonly items: readonly QuestionNode[];
  /** paneldynamic */
  readonly panels: readonly PanelInstance[];
  readonly canAdd: boolean;
  readonly canRemove: boolean;
  /** html and image: the text with its markup, not yet piped (see `parseRichText`, which pipes as text); image: the URL. */
  readonly html: string;
  /** expression: the calculated value as text, with `displayStyle`, `precision`, `currency`. Other types: the answer in words, for a summary. */
  readonly displayValue: string;
  /** Bounds after `minValueExpression`/`maxValueExpression`, as the field wants them. */
  readonly min: number | string | undefined;
  readonly max: number | string | undefined;

  /** What `{name}` stands for in this question's `html`: the answers of its own row or panel first. Undefined when the name leads nowhere. */
  quote(name: string): string | undefined;
  setValue(value: unknown): void;
  setComment(text: string): void;
  /** matrix: answer one row. */
  setRow(row: string, value: unknown): void;
  /** matrixdynamic, paneldynamic */
  add(): void;
  remove(index: number): void;
}

export interface Progress {
  /** Place of the current page among the visible ones, from 1. */
  readonly page: number;
  readonly pages: number;
  /** Visible questions that take an answer, and how many have one. */
  readonly answered: number;
  readonly questions: number;
}

export interface SessionOptions {
  /** Answers to begin with: kept as given, defaults fill only what is absent. */
  readonly answers?: Answers | undefined;
  /** BCP 47; `fr` when absent. */
  readonly locale?: string | undefined;
  /** The clock: commons has none of its own. Without it `today()` and its kin are empty. */
  readonly now?: (() => Date) | undefined;
  /** Random numbers in [0, 1) for `choicesOrder: random`; without it the order is as written. */
  readonly random?: (() => number) | undefined;
  /** Facts for expressions that are not answers: `{$commune.population}` is `variables.$commune.population`. */
  readonly variables?: Record<string, unknown> | undefined;
  /** INSEE codes that `asb:commune` accepts; any code when absent. */
  readonly communes?: { has(code: string): boolean } | undefined;
  /** Nothing can be answered: every node is disabled. */
  readonly readOnly?: boolean | undefined;
}

export interface SurveySession {
  readonly definition: SurveyDefinition;
  readonly problems: readonly DefinitionProblem[];
  /** Setting it changes every text, keeps every answer. */
  locale: string;
  readonly title: string;
  readonly description: string;
  /** The answers as they are now; a new object after a change, never to be written to. */
  readonly answers: Answers;
  /** calculatedValues by name. */
  readonly calculated: Readonly<Record<string, unknown>>;
  readonly pages: readonly PageNode[];
  readonly visiblePages: readonly PageNode[];
  /** Undefined only when no page is visible. Set by `goTo`, `next`, `previous`; moves by itself when its page gets hidden. */
  readonly currentPage: PageNode | undefined;
  readonly progress: Progress;
  readonly completed: boolean;
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  /** Several answers as one change (prefill, restored draft). */
  merge(answers: Answers): void;
  question(name: string): QuestionNode | undefined;
  /** A node by its `id`, at any depth. */
  node(id: string): PageNode | ElementNode | undefined;
  /** Validates the current page, runs its triggers; true when it moved. */
  next(): boolean;
  previous(): boolean;
  goTo(page: PageNode): void;
  /** Every visible question of a page, or of the survey; the errors stay on the nodes. */
  validate(page?: PageNode): readonly SurveyError[];
  /** Validates, clears what is hidden as `clearInvisibleValues` says, runs the triggers: the answers to send, or undefined with errors. */
  complete(): Answers | undefined;
  /** Back to answering after `complete()` (the server refused, the person corrects). */
  reopen(): void;
  /** Errors said by someone else (a server), by data path. Kept until the answer changes. */
  setExternalErrors(errors: readonly { readonly path: string; readonly text: string }[]): void;
  /** Called once after each change, when the tree is settled. */
  subscribe(listener: () => void): () => void;
  /** What of the survey's own texts (`completedHtml`, `pageNextText`…) the definition gives: localised, not piped. */
  text(property: string): string | undefined;
  /** Answers in words for piping `{name}` in texts: choice texts, dates and numbers by `Intl`. */
  display(name: string): string;
}
