/** What pages, panels and questions have in common: conditions, texts, a place in the tree. */
import type { Expression } from '../expression/index.ts';
import type { Core } from './core.ts';
import type { Holder } from './holder.ts';
import type { Panel } from './container.ts';
import type { Question } from './question.ts';
import { STAGE, type Rule, type Stage } from './rules.ts';
import { pipe } from './texts.ts';
import type { SurveyError } from './types.ts';
import type { Json } from './values.ts';

export type ElementImpl = Panel | Question;

/** Every question below, in order; those of rows and panels of an answer left out. */
export function* questionsIn(nodes: readonly NodeBase[]): Generator<Question> {
  for (const node of nodes) {
    if (node.asQuestion) yield node.asQuestion;
    else yield* questionsIn(node.children);
  }
}

/** What stands above a node. */
export interface Parent {
  /** Shown, and every parent too; an empty panel is open though not visible. */
  readonly open: boolean;
  readonly enabled: boolean;
  touch(): void;
}

/** Properties that change what a node shows or answers by itself. Most questions have none, and then cost nothing of what serves these. */
const LIVELY: ReadonlySet<string> = new Set([
  'visibleIf', 'enableIf', 'requiredIf', 'min', 'max', 'minValueExpression', 'maxValueExpression', 'defaultValue', 'defaultValueExpression',
  'defaultRowValue', 'defaultPanelValue', 'resetValueIf', 'setValueIf', 'setValueExpression', 'expression',
]);

function isLively(json: Json): boolean {
  for (const name in json) if (LIVELY.has(name)) return true;
  return false;
}

export abstract class NodeBase implements Parent {
  readonly id: string;
  readonly name: string;
  readonly json: Json;
  readonly core: Core;
  readonly parent: Parent | undefined;
  readonly holder: Holder;
  /** JSON path in the definition. */
  readonly where: string;
  readonly lively: boolean;
  revision = 0;
  errors: readonly SurveyError[] = [];
  /** Its own conditions. */
  shown: boolean;
  able: boolean;
  required: boolean;
  #rules: Rule[] | undefined;
  #watched: Set<string> | undefined;
  #tick = 0;

  constructor(core: Core, json: Json, parent: Parent | undefined, holder: Holder, where: string, id = core.nextId()) {
    this.core = core;
    this.json = json;
    this.parent = parent;
    this.holder = holder;
    this.where = where;
    this.id = id;
    this.name = core.nameOf(json, json.type === 'panel' ? 'panel' : parent ? 'question' : 'page');
    this.shown = json.visible !== false;
    this.able = json.readOnly !== true;
    this.required = json.isRequired === true;
    core.nodes.set(id, this);
    this.lively = isLively(json);
    if (this.lively) this.#conditions();
  }

  #conditions(): void {
    this.condition('visibleIf', (holds) => { this.show(holds); });
    this.condition('enableIf', (holds) => {
      if (holds === this.able) return;
      this.able = holds;
      this.core.rules.stirred();
      this.touchAll();
    });
    this.condition('requiredIf', (holds) => {
      if (holds === this.required) return;
      this.required = holds;
      this.core.rules.stirred();
      this.touch();
    });
  }

  abstract readonly kind: 'page' | 'panel' | 'question';
  abstract readonly visible: boolean;
  /** Shows something itself: a question does, a panel when one of its elements does. */
  abstract readonly filled: boolean;
  abstract readonly children: readonly NodeBase[];
  abstract check(): SurveyError[];
  /** Nothing is wrong with it nor below; unlike `check`, says nothing to the person. */
  abstract readonly sound: boolean;
  /** Hidden or shown, by its own condition or with a parent. */
  abstract shownChanged(own: boolean): void;

  get asQuestion(): Question | undefined {
    return undefined;
  }

  get open(): boolean {
    return this.shown && (this.parent?.open ?? true);
  }

  get enabled(): boolean {
    return this.able && (this.parent ? this.parent.enabled : this.core.options.readOnly !== true && this.core.definition.readOnly !== true);
  }

  get title(): string {
    return this.say(this.json.title);
  }

  get description(): string {
    return this.say(this.json.description);
  }

  // Rules

  /** Does something with what an expression gives each time that what it reads changes. */
  rule(stage: Stage, expression: Expression | undefined, run: (expression: Expression) => void, queue = true, alsoReads: readonly string[] = []): void {
    if (!expression) return;
    const names = this.holder.names([...expression.dependencies, ...alsoReads]);
    this.keep(this.core.rules.add(stage, names, () => { run(expression); }, queue, this.where));
  }

  keep(rule: Rule): void {
    (this.#rules ??= []).push(rule);
  }

  condition(property: string, apply: (holds: boolean) => void): void {
    if (this.json[property] === undefined) return;
    this.rule(STAGE.condition, this.core.expression(this.json, property, this.where), (expression) => {
      apply(expression.test(this.holder.scope));
    });
  }

  show(shown: boolean): void {
    if (shown === this.shown) return;
    this.shown = shown;
    this.core.rules.stirred();
    this.touchAll();
    this.shownChanged(true);
  }

  /** Gone for good, with everything below it. */
  dispose(): void {
    for (const child of this.children) child.dispose();
    for (const rule of this.#rules ?? []) this.core.rules.drop(rule);
    this.core.nodes.delete(this.id);
  }

  // Drawing

  /** Something that can be seen changed. */
  touch(): void {
    if (this.#tick === this.core.tick && this.core.settling) return;
    this.#tick = this.core.tick;
    this.revision++;
    this.core.moved();
    this.parent?.touch();
  }

  touchAll(): void {
    this.touch();
    for (const child of this.children) child.touchAll();
  }

  /** A text in the session's language, with the answers that it quotes; the node is drawn again when they change. */
  say(text: unknown): string {
    return pipe(this.core.localize(text), (name) => this.quote(name));
  }

  quote(name: string): string | undefined {
    if (!this.#watched?.has(name)) {
      (this.#watched ??= new Set()).add(name);
      this.keep(this.core.rules.add(STAGE.condition, this.holder.names([name]), () => { this.touch(); }, false, this.where));
    }
    return this.holder.quote(name);
  }
}
