/** A question: its answer, what follows from it, what is wrong with it. Types that hold more extend it. */
import type { ElementJson, QuestionType } from '../definition/model.ts';
import { QUESTION_TYPES } from '../definition/model.ts';
import { errorText } from '../messages.ts';
import { checkAnswer, type Finding } from './checks.ts';
import type { Core } from './core.ts';
import { displayOf } from './display.ts';
import type { Holder } from './holder.ts';
import { NodeBase, questionsIn, type Parent } from './node.ts';
import { answerOf, startBounds, startFormula, startTriggers } from './question-rules.ts';
import { STAGE } from './rules.ts';
import type {
  ChoiceView, ColumnView, MatrixRowView, PanelInstance, QuestionNode, RowNode, SurveyError,
} from './types.ts';
import { isBlank, isEmpty, numberOf, recordOf, same, textOf, toNumber, withEntry, type Json } from './values.ts';
import type { Expression } from '../expression/index.ts';

const NONE: readonly never[] = [];
/** Characters of one written answer: a long book chapter, not a memory full. */
const MOST_TEXT = 100_000;
const KNOWN: ReadonlySet<string> = new Set(QUESTION_TYPES);
/** SurveyJS's old names of properties, and their meaning. */
export function flag(json: Json, ...names: string[]): boolean {
  return names.some((name) => json[name] === true);
}

export class Question extends NodeBase implements QuestionNode {
  declare readonly json: ElementJson;
  readonly kind = 'question';
  readonly type: QuestionType;
  readonly valueName: string;
  /** The person, or another rule, answered: the default is not written again. */
  direct = false;
  /** An answer out of its bounds stays here: SurveyJS does not let it in the data. */
  #refused: unknown;
  #seen: unknown;
  #seenComment = '';
  #external: readonly { readonly path: string; readonly text: string }[] = NONE;
  min: number | string | undefined;
  max: number | string | undefined;

  constructor(core: Core, json: Json, parent: Parent, holder: Holder, where: string, id?: string) {
    super(core, json, parent, holder, where, id);
    this.type = KNOWN.has(textOf(json.type)) ? (json.type as QuestionType) : 'unsupported';
    this.valueName = textOf(json.valueName) || this.name;
    holder.register(this);
    this.#seen = this.stored;
    this.#seenComment = this.storedComment;
    this.direct = !isEmpty(this.#seen);
    core.born.push(this);
  }

  /** Its rules, once every question that they may name is there. */
  start(): void {
    if (!this.lively && this.type !== 'slider') return;
    startBounds(this);
    this.#startDefault();
    startTriggers(this);
    startFormula(this);
  }

  // Where and whether

  get path(): string {
    return this.holder.path(this.valueName);
  }

  /** The names in the survey's data under which this answer is found. */
  get rootNames(): ReadonlySet<string> {
    return this.holder === this.core ? this.core.names([this.valueName]) : (this.parentQuestion?.rootNames ?? new Set());
  }

  get parentQuestion(): Question | undefined {
    return this.holder.owner;
  }

  get children(): readonly NodeBase[] {
    return NONE;
  }

  override get asQuestion(): this {
    return this;
  }

  get filled(): boolean {
    return this.shown;
  }

  get visible(): boolean {
    return this.open && this.filled;
  }

  override get title(): string {
    return super.title || this.name;
  }

  /** Takes an answer. */
  get input(): boolean {
    return this.type !== 'html' && this.type !== 'image' && this.type !== 'expression' && this.type !== 'unsupported';
  }

  // The answer

  get stored(): unknown {
    return this.holder.read(this.valueName);
  }

  get value(): unknown {
    return this.#refused ?? this.stored;
  }

  get seenByExpressions(): unknown {
    return this.value;
  }

  get empty(): boolean {
    return isBlank(this.value);
  }

  get storedComment(): string {
    return textOf(this.holder.read(`${this.valueName}-Comment`));
  }

  get comment(): string {
    return this.storedComment;
  }

  /** What this question makes of an answer before it keeps it. */
  accept(value: unknown): unknown {
    const { type, json } = this;
    if (type === 'comment' || type === 'text') {
      if (Array.isArray(value) && json.inputType !== 'number') return value.join(type === 'comment' ? '\n' : ', ');
      if (json.inputType !== 'number' && json.inputType !== 'range') return typeof value === 'string' ? value.slice(0, MOST_TEXT) : value;
      return isEmpty(value) || typeof value === 'number' ? value : numberOf(value, NaN);
    }
    if (type === 'boolean') {
      if (value === 'true' && json.valueTrue !== 'true') return true;
      if (value === 'false' && json.valueFalse !== 'false') return false;
      return value === 'indeterminate' || value === null ? undefined : value;
    }
    if (type === 'slider') {
      const clamp = (each: unknown): unknown => {
        const number = toNumber(each);
        return number < numberOf(this.min, 0) ? this.min : number > numberOf(this.max, 100) ? this.max : each;
      };
      return Array.isArray(value) ? value.map(clamp) : clamp(value);
    }
    return value;
  }

  setValue(value: unknown): void {
    this.core.change(() => {
      this.core.origin ??= this;
      if (this.#unreadable(value)) {
        this.save(undefined);
        this.#keep(value);
      } else this.assign(value);
    });
  }

  /** A text typed where a number is asked; a view must not lose it, the data cannot hold it. */
  #unreadable(value: unknown): boolean {
    return typeof value === 'string' && value.trim() !== '' && Number.isNaN(this.accept(value));
  }

  /** Keeps an answer out of the data, to be corrected. */
  #keep(value: unknown): void {
    this.#refused = value;
    this.direct = true;
    this.#renew();
    this.touch();
  }

  assign(value: unknown): void {
    const accepted = this.accept(value);
    if (same(accepted, this.value)) return;
    if (this.type === 'text' && !this.core.byDefault && !isEmpty(accepted) && checkAnswer(this, accepted, true).length > 0) {
      this.#keep(accepted);
      return;
    }
    const refused = this.#refused !== undefined;
    this.#refused = undefined;
    this.save(accepted);
    if (refused) this.#changed();
  }

  /** Writes where the answer is kept. */
  save(value: unknown): void {
    this.holder.write(this.valueName, value);
  }

  setComment(text: string): void {
    this.core.change(() => { this.holder.write(`${this.valueName}-Comment`, text); });
  }

  /** A matrix's answer is a record of its rows'. */
  setRow(row: string, value: unknown): void {
    this.setValue(withEntry(recordOf(this.value), row, value));
  }

  add(): void {
    // Only dynamic matrices and panels grow.
  }

  /** Only dynamic matrices and panels shrink. */
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- the signature of those that do
  remove(index: number): void {
    // Nothing to take away.
  }

  /** Empties the answer, without a person: its default may come back. */
  clear(keepComment = false): void {
    this.#refused = undefined;
    if (!isEmpty(this.stored)) this.save(undefined);
    if (!keepComment && this.storedComment !== '') this.holder.write(`${this.valueName}-Comment`, undefined);
    this.direct = false;
  }

  /** The data moved where this answer is kept. */
  changed(): void {
    const { stored, storedComment } = this;
    if (stored === this.#seen && storedComment === this.#seenComment) return;
    if (!same(stored, this.#seen)) {
      this.#refused = undefined;
      if (!this.core.byDefault) this.direct = true;
    }
    this.#seen = stored;
    this.#seenComment = storedComment;
    this.#changed();
  }

  #changed(): void {
    this.settle();
    this.#renew();
    this.touch();
  }

  /** What a type must do once its answer moved. */
  settle(): void {
    // Nothing for a plain answer.
  }

  // Defaults and triggers

  #defaultExpression: Expression | undefined;

  #startDefault(): void {
    const { json, core } = this;
    const given = json.defaultValue;
    this.#defaultExpression = typeof given === 'string' && given.startsWith('=')
      ? core.expression({ defaultValue: given.slice(1) }, 'defaultValue', this.where)
      : core.expression(json, 'defaultValueExpression', this.where);
    this.rule(STAGE.condition, this.#defaultExpression, () => {
      if (!this.direct && (!this.#clearsAtOnce || this.visible)) this.writeDefault();
    });
  }

  /** The default of the definition, undefined when it has none. */
  get defaultValue(): unknown {
    const { defaultValue } = this.json;
    return typeof defaultValue === 'string' && defaultValue.startsWith('=') ? undefined : defaultValue;
  }

  writeDefault(): void {
    const calculated = this.#defaultExpression?.evaluate(this.holder.scope);
    const value = calculated ?? this.defaultValue;
    const before = this.core.byDefault;
    this.core.byDefault = true;
    this.assignDefault(answerOf(value));
    this.core.byDefault = before;
    if (!before) this.direct = false;
  }

  assignDefault(value: unknown): void {
    this.assign(value);
  }

  get hasDefault(): boolean {
    return this.#defaultExpression !== undefined || !isEmpty(this.defaultValue);
  }

  /** When nothing is answered yet. */
  applyDefault(): void {
    if (this.hasDefault && isEmpty(this.stored) && (!this.#clearsAtOnce || this.shown)) this.writeDefault();
  }

  // Hiding

  /** `onHidden`, `onHiddenContainer`, `onComplete` or `none`, from here or from the survey. */
  get clearIfHidden(): string {
    const own = textOf(this.json.clearIfInvisible);
    return own !== '' && own !== 'default' ? own : textOf(this.core.definition.clearInvisibleValues) || 'onComplete';
  }

  get #clearsAtOnce(): boolean {
    return this.clearIfHidden.startsWith('onHidden');
  }

  shownChanged(own: boolean): void {
    for (const child of this.children) child.shownChanged(false);
    const { clearIfHidden } = this;
    if (this.errors.length > 0 && !this.visible) this.errors = NONE;
    if (this.type === 'expression' || (clearIfHidden !== 'onHiddenContainer' && !(own && clearIfHidden === 'onHidden'))) return;
    if (this.visible) this.applyDefault();
    else if (own ? !this.shown : !(this.parent?.open ?? true)) this.clearHidden();
  }

  /** Empties the answer of a hidden question, unless a visible one shares it. */
  clearHidden(): void {
    const shared = this.holder === this.core && this.core.sharing(this).some((other) => other !== this && other.visible);
    if (!this.visible && !shared) this.clear();
  }

  /** At completion: what is not used leaves the answers. */
  clearUnused(): void {
    if (this.clearIfHidden !== 'none') this.clearHidden();
  }

  // Errors

  /** Errors of this question alone. */
  findings(): Finding[] {
    if (this.#unreadable(this.#refused)) return [{ code: 'numeric', text: errorText('numeric', this.core.locale) }];
    return checkAnswer(this, this.value, false);
  }

  get #asked(): boolean {
    return this.visible && this.enabled && this.type !== 'unsupported';
  }

  get sound(): boolean {
    return !(this.#asked && this.findings().length > 0) && this.#external.length === 0 && this.children.every((child) => child.sound);
  }

  check(): SurveyError[] {
    const found = this.#asked ? this.findings() : [];
    const own = found.map(({ code, text, path }) => this.error(code, text, path));
    const errors: SurveyError[] = [...own, ...this.#external.map(({ path, text }) => this.error('external', text, path))];
    if (errors.length > 0 || this.errors.length > 0) {
      if (errors.length !== this.errors.length || errors.some((error, index) => error.text !== this.errors[index]?.text)) this.touch();
      this.errors = errors;
    }
    return [...errors, ...this.checkBelow()];
  }

  checkBelow(): SurveyError[] {
    return [];
  }

  /** Its page is shown for the first time. */
  enter(): void {
    // A plain question has nothing to make.
  }

  /** Before the checks: what it holds is made, what cannot stay is gone. */
  prepare(): void {
    // A plain question is ready.
  }

  error(code: SurveyError['code'], text: string, path = this.path): SurveyError {
    return { code, text, path, question: this };
  }

  refuse(errors: { readonly path: string; readonly text: string }[]): void {
    this.#external = errors;
    this.errors = [...this.errors.filter((error) => error.code !== 'external'), ...errors.map(({ path, text }) => this.error('external', text, path))];
    this.touch();
  }

  /** Errors already shown follow the answer. */
  #renew(): void {
    this.#external = NONE;
    const each = this.core.definition.checkErrorsMode === 'onValueChanged';
    if (this.errors.length === 0 && !each) return;
    const said = each || this.errors.some(({ code }) => code === 'otherEmpty');
    this.check();
    // "Other" was only just chosen: its text has not been asked for yet.
    if (!said) this.errors = this.errors.filter(({ code }) => code !== 'otherEmpty');
  }

  // What other types have

  get choices(): readonly ChoiceView[] {
    return NONE;
  }

  get otherSelected(): boolean {
    return false;
  }

  get columns(): readonly ColumnView[] {
    return NONE;
  }

  get matrixRows(): readonly MatrixRowView[] {
    return NONE;
  }

  get rows(): readonly RowNode[] {
    return NONE;
  }

  get items(): readonly Question[] {
    return NONE;
  }

  get panels(): readonly PanelInstance[] {
    return NONE;
  }

  get canAdd(): boolean {
    return false;
  }

  get canRemove(): boolean {
    return false;
  }

  get html(): string {
    const { json, type } = this;
    // The view quotes the answers itself, in the parsed text; saying it here makes the node move with them.
    if (type === 'html') this.say(json.html);
    return type === 'html' ? this.core.localize(json.html) : type === 'image' ? this.core.localize(json.imageLink) : '';
  }

  /** What follows the name in `{name.row}`, `{name[0]}`, in words; undefined when it names no part of the answer. */
  quotePart(rest: string): string | undefined {
    const path = (this.path + rest).toLowerCase();
    for (const child of questionsIn(this.children)) {
      const own = child.path.toLowerCase();
      if (path === own) return child.displayValue;
      if (path.startsWith(own) && /[.[]/.test(path.charAt(own.length))) return child.quotePart(rest.slice(own.length - path.length));
    }
    return undefined;
  }

  /** An answer to it in words. */
  words(value: unknown): string {
    return displayOf(this, value);
  }

  get displayValue(): string {
    return this.empty ? '' : this.words(this.value);
  }
}
