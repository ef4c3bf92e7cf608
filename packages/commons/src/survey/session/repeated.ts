/** What rows of a matrix and entries of a dynamic panel have in common: made late, added, removed, bound, conditional. */
import { errorText } from '../messages.ts';
import type { Finding } from './checks.ts';
import { Part } from './holder.ts';
import type { ElementImpl, NodeBase } from './node.ts';
import { Question } from './question.ts';
import { STAGE } from './rules.ts';
import type { SurveyError } from './types.ts';
import { at, isEmpty, listOf, numberOf, recordOf, same, textOf, toNumber, withItem, type Json } from './values.ts';

/** How the definition calls the same things for rows and for panels. */
export interface Names {
  readonly count: string;
  readonly least: string;
  readonly most: string;
  readonly canAdd: string;
  readonly canRemove: string;
  readonly first: string;
  readonly fromLast: string;
  readonly shownIf: string;
  /** As in SurveyJS. */
  readonly limit: number;
  /** How many when the definition does not say. */
  readonly usual: number;
}

export abstract class RepeatedPart extends Part {
  declare readonly owner: Repeated;
  readonly id: string;
  readonly json: Json;
  below: readonly ElementImpl[] = [];

  constructor(owner: Repeated, id: string, json: Json) {
    super(owner);
    this.id = id;
    this.json = json;
  }

  get index(): number {
    return this.owner.parts.indexOf(this);
  }

  record(): Json {
    return recordOf(listOf(this.owner.value)[this.index]);
  }

  step(): string {
    return `[${String(this.index)}].`;
  }

  /** The part at a distance among those that show: null beyond the ends. */
  neighbour(distance: number): Part | null {
    const { shownParts } = this.owner;
    return shownParts[shownParts.indexOf(this) + distance] ?? null;
  }

  get words(): string {
    return this.questions.map((question) => question.displayValue).filter(Boolean).join(', ');
  }
}

export abstract class Repeated<P extends RepeatedPart = RepeatedPart> extends Question {
  /** Every part, hidden ones too. Made when they are first looked at or checked: most stand on pages not yet seen. */
  parts: P[] = [];
  protected count = 0;
  protected built = false;
  #serial = 0;

  protected abstract readonly names: Names;
  protected abstract makePart(id: string, item: unknown): P;

  /** Rows are given, or come and go. */
  get dynamic(): boolean {
    return true;
  }

  /** An empty part is an answer too: `[{}, {}]`. */
  protected get keepsEmpty(): boolean {
    return true;
  }

  override start(): void {
    super.start();
    if (!this.dynamic) return;
    const { length } = listOf(this.stored);
    this.count = length > 0 ? length : this.initial;
    const { bound } = this;
    if (bound === '') return;
    const read = (): unknown => this.holder.scope.get(bound);
    this.keep(this.core.rules.add(STAGE.question, this.holder.names([bound]), () => {
      const count = isEmpty(read()) ? 0 : toNumber(read());
      if (!Number.isNaN(count)) this.setCount(count);
      else if (!this.keepsEmpty) {
        // What is no number leaves the question that was to say how many.
        this.setCount(0);
        this.holder.write(bound, undefined);
      }
    }, read() !== undefined, this.where));
  }

  protected get least(): number {
    return numberOf(this.json[this.names.least], 0);
  }

  protected get most(): number {
    return Math.min(numberOf(this.json[this.names.most], this.names.limit), this.names.limit);
  }

  protected get initial(): number {
    return Math.min(Math.max(numberOf(this.json[this.names.count], this.names.usual), 0), this.names.limit);
  }

  /** The answer that says how many, with `bindings`. */
  private get bound(): string {
    return textOf(recordOf(this.json.bindings)[this.names.count]);
  }

  get shownParts(): readonly P[] {
    this.prepare();
    return this.parts.filter((part) => part.shown);
  }

  override get children(): readonly NodeBase[] {
    return this.parts.flatMap((part) => part.below);
  }

  override get empty(): boolean {
    return this.dynamic ? listOf(this.value).every(isEmpty) : super.empty;
  }

  /** What has not the form of an answer changes nothing. */
  override accept(value: unknown): unknown {
    return Array.isArray(value) ? value.slice(0, this.names.limit) : isEmpty(value) ? value : this.value;
  }

  override get hasDefault(): boolean {
    return super.hasDefault || !isEmpty(this.json[this.names.first]);
  }

  override get defaultValue(): unknown {
    const first = this.json[this.names.first];
    return !isEmpty(super.defaultValue) || isEmpty(first) || this.count === 0 ? super.defaultValue : Array.from({ length: this.count }, () => first);
  }

  // Parts

  override prepare(): void {
    if (this.built) return;
    this.built = true;
    this.core.change(() => {
      if (this.dynamic) this.resize(this.count);
      else for (const item of listOf(this.json.rows)) this.#grow(item);
      this.core.startAll();
      this.keepPlaces();
    });
  }

  #grow(item?: unknown): void {
    const { core, json } = this;
    const part = this.makePart(`${this.id}-r${String(this.#serial++)}`, item);
    this.parts.push(part);
    const row = at(`${this.where}.rows`, this.parts.length - 1);
    for (const [source, property, of, where] of [[json, this.names.shownIf, 'shown', this.where], [part.json, 'visibleIf', 'shown', row], [part.json, 'enableIf', 'able', row]] as const) {
      const expression = core.expression(source, property, where);
      if (!expression) continue;
      this.keep(core.rules.add(STAGE.condition, part.names(expression.dependencies), () => {
        const holds = expression.test(part.scope);
        if (part[of] === holds) return;
        part[of] = holds;
        this.touchAll();
      }, true, this.where));
    }
  }

  #drop(index: number): void {
    for (const part of this.parts.splice(index, 1)) for (const node of part.below) node.dispose();
  }

  protected resize(count: number): void {
    this.count = Math.min(count, this.names.limit);
    if (!this.built) return;
    while (this.parts.length > this.count) this.#drop(this.parts.length - 1);
    if (this.parts.length === this.count) return;
    while (this.parts.length < this.count) this.#grow();
    this.core.startAll();
  }

  /** The answers of every part, empty ones in their place. */
  protected padded(): unknown[] {
    const list = [...listOf(this.value)];
    while (list.length < this.count) list.push(this.json[this.names.first] ?? {});
    return list.slice(0, this.count);
  }

  protected keepPlaces(): void {
    if (this.dynamic && this.keepsEmpty && this.built && listOf(this.value).length !== this.count) this.save(this.padded());
  }

  savePart(part: RepeatedPart, record: Json): void {
    this.saveList(withItem(this.padded(), part.index, record));
  }

  protected saveList(list: readonly unknown[]): void {
    this.save(!this.keepsEmpty && list.every(isEmpty) ? undefined : list);
  }

  /** The answer moved: as many parts as it has, each with its own. */
  override settle(): void {
    if (this.dynamic) {
      const { length } = listOf(this.value);
      if (this.keepsEmpty) {
        if (length !== this.count) this.resize(length === 0 ? this.least : length);
      } else if (length >= this.initial) this.resize(length);
    }
    for (const part of this.parts) for (const question of part.questions) question.changed();
  }

  setCount(count: number): void {
    this.resize(Math.max(count, 0));
    if (listOf(this.value).length > this.count) this.saveList(this.padded());
    this.keepPlaces();
    this.touch();
  }

  override get canAdd(): boolean {
    return this.dynamic && this.enabled && this.json[this.names.canAdd] !== false && this.count < this.most;
  }

  override get canRemove(): boolean {
    return this.dynamic && this.enabled && this.json[this.names.canRemove] !== false && this.count > this.least;
  }

  override add(): void {
    if (!this.canAdd) return;
    this.prepare();
    this.core.change(() => {
      const { json, names } = this;
      const last = listOf(this.value)[this.count - 1];
      const copied = json[names.fromLast] === true || json.copyDefaultValueFromLastEntry === true;
      const first = copied && !isEmpty(last) ? last : json[names.first];
      this.resize(this.count + 1);
      this.keepPlaces();
      if (!isEmpty(first)) this.save(withItem(this.padded(), this.count - 1, first));
      this.#announce();
    });
  }

  override remove(index: number): void {
    if (!this.canRemove || index < 0 || index >= this.count) return;
    this.prepare();
    this.core.change(() => {
      const list = listOf(this.value).filter((_, place) => place !== index);
      this.#drop(index);
      this.count--;
      if (!isEmpty(this.value)) this.saveList(list);
      this.#announce();
    });
  }

  #announce(): void {
    if (this.bound !== '') this.holder.write(this.bound, this.count);
    this.touch();
  }

  // What is wrong

  /** The later ones of equal answers, in the columns or questions that must differ. */
  protected duplicates(names: ReadonlySet<string>): Finding[] {
    const text = this.core.localize(this.json.keyDuplicationError) || errorText('duplicate', this.core.locale);
    return [...names].flatMap((name) => {
      const seen: unknown[] = [];
      return this.parts.flatMap((part): Finding[] => {
        const value = part.shown ? part.read(name) : undefined;
        if (isEmpty(value)) return [];
        if (seen.some((each) => same(each, value))) return [{ code: 'duplicate', text, path: part.path(name) }];
        seen.push(value);
        return [];
      });
    });
  }

  override checkBelow(): SurveyError[] {
    return this.visible ? this.shownParts.flatMap((part) => part.below.flatMap((node) => node.check())) : [];
  }

  override get sound(): boolean {
    if (this.visible) this.prepare();
    return super.sound;
  }

  override quotePart(rest: string): string | undefined {
    if (!this.empty) this.prepare();
    return super.quotePart(rest);
  }

  override get displayValue(): string {
    return this.empty ? '' : this.shownParts.map((part) => part.words).filter(Boolean).join(' ; ');
  }
}
