/** A question: its answer, what follows from it, what is wrong with it. Types that hold more extend it. */
import type { ElementJson, QuestionType } from '../definition/model.ts';
import { QUESTION_TYPES } from '../definition/model.ts';
import { errorText } from '../messages.ts';
import { checkAnswer, type Finding } from './checks.ts';
import type { Core } from './core.ts';
import { displayOf } from './display.ts';
import type { Holder } from './holder.ts';
import { NodeBase, type Parent } from './node.ts';
import { STAGE } from './rules.ts';
import type {
  ChoiceView, ColumnView, MatrixRowView, PanelInstance, QuestionNode, RowNode, SurveyError,
} from './types.ts';
import { isBlank, isEmpty, numberOf, same, textOf, toNumber, type Json } from './values.ts';
import type { Expression } from '../expression/index.ts';

const NONE: readonly never[] = [];
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
  #external: { readonly path: string; readonly text: string }[] = [];
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
    this.#bounds();
    this.#defaults();
    this.#triggers();
    if (this.type !== 'expression') return;
    this.rule(STAGE.condition, this.core.expression(this.json, 'expression', this.where), (expression) => {
      if (this.enabled || this.json.runIfReadOnly === true) this.assign(this.#rounded(expression.evaluate(this.holder.scope)));
    });
  }

  #rounded(value: unknown): unknown {
    if (value instanceof Date) return isoDay(value);
    if (value === Infinity) return undefined;
    const precision = numberOf(this.json.precision, -1);
    return typeof value === 'number' && precision >= 0 ? Number(value.toFixed(Math.min(precision, 20))) : value;
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
    return 'owner' in this.holder ? (this.holder.owner as Question) : undefined;
  }

  get children(): readonly NodeBase[] {
    return NONE;
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
      if (Array.isArray(value) && json.inputType !== 'number') return value.join(', ');
      if (json.inputType !== 'number' && json.inputType !== 'range') return value;
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
      if (this.#unreadable(value)) this.#keep(value);
      else this.assign(value);
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

  setRow(_row: string, _value: unknown): void {
    // Only a matrix has rows to answer.
  }

  add(): void {
    // Only dynamic matrices and panels grow.
  }

  remove(_index: number): void {
    // Only dynamic matrices and panels shrink.
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

  #defaults(): void {
    const { json, core } = this;
    const given = json.defaultValue;
    const formula = typeof given === 'string' && given.startsWith('=') ? { defaultValueExpression: given.slice(1) } : json;
    this.#defaultExpression = core.expression(formula, 'defaultValueExpression', this.where);
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
    this.assignDefault(value instanceof Date ? isoDay(value) : value);
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

  #triggers(): void {
    const { json } = this;
    if (json.resetValueIf !== undefined) {
      this.trigger('resetValueIf', (expression) => {
        if (this.empty || !expression.test(this.holder.scope)) return;
        if (this.hasDefault) this.writeDefault();
        else this.clear();
      });
    }
    const setter = json.setValueExpression === undefined ? undefined : this.core.expression(json, 'setValueExpression', this.where);
    const set = (): void => {
      if (!setter) return;
      const value = setter.evaluate(this.holder.scope);
      this.assign(value instanceof Date ? isoDay(value) : value);
    };
    if (json.setValueIf !== undefined) {
      this.trigger('setValueIf', (expression) => {
        if (!expression.test(this.holder.scope)) return;
        if (setter) set();
        else this.clear();
      }, setter?.dependencies);
    } else if (setter) this.trigger('setValueExpression', set);
  }

  /** Runs when something that it reads really changed, and not because of this question's own answer. */
  trigger(property: string, run: (expression: Expression) => void, alsoReads: readonly string[] = []): void {
    const expression = this.core.expression(this.json, property, this.where);
    if (!expression) return;
    const paths = [...expression.dependencies, ...alsoReads];
    const look = (): unknown[] => paths.map((path) => this.holder.scope.get(path));
    let last = look();
    this.rule(STAGE.question, expression, () => {
      const now = look();
      const moved = paths.length === 0 || this.holder === this.core || now.some((value, index) => !same(value, last[index]));
      last = now;
      if (moved && this.core.origin !== this) run(expression);
    }, false, paths.length === 0 ? ['*'] : alsoReads);
  }

  // Bounds

  #bounds(): void {
    const { json } = this;
    for (const [bound, property] of [['min', 'minValueExpression'], ['max', 'maxValueExpression']] as const) {
      const given = json[bound];
      const written = typeof given === 'string' && given.startsWith('=');
      if (!written && (typeof given === 'number' || typeof given === 'string') && given !== '') this[bound] = given;
      else if (this.type === 'slider') this[bound] = bound === 'min' ? 0 : 100;
      const expression = this.core.expression(written ? { [property]: given.slice(1) } : json, property, this.where);
      this.rule(STAGE.condition, expression, (each) => {
        const result = each.evaluate(this.holder.scope);
        const value = result instanceof Date ? isoDay(result) : typeof result === 'number' || typeof result === 'string' ? result : undefined;
        if (value === this[bound]) return;
        this[bound] = value;
        this.touch();
      });
    }
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

  override shownChanged(own: boolean): void {
    super.shownChanged(own);
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

  check(): SurveyError[] {
    const found = this.visible && this.enabled && this.type !== 'unsupported' ? this.findings() : [];
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
    this.#external = [];
    if (this.errors.length > 0 || this.core.definition.checkErrorsMode === 'onValueChanged') this.check();
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
    if (type === 'html') this.say(json.html); // not for its text: it makes the node move with the answers that it quotes
    return type === 'html' ? this.core.localize(json.html) : type === 'image' ? this.core.localize(json.imageLink) : '';
  }

  get displayValue(): string {
    return this.empty ? '' : displayOf(this, this.value);
  }
}

export function isoDay(date: Date): string {
  const pad = (number: number): string => String(number).padStart(2, '0');
  return Number.isNaN(date.getTime()) ? '' : `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
