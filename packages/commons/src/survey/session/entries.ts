/** paneldynamic: the same questions as many times as there are people, places, projects… */
import { errorText } from '../messages.ts';
import type { Finding } from './checks.ts';
import { Part } from './holder.ts';
import { questionsIn, type ElementImpl, type NodeBase } from './node.ts';
import { pipe } from './texts.ts';
import { Question } from './question.ts';
import { STAGE } from './rules.ts';
import { duplicates } from './table.ts';
import type { PanelInstance, SurveyError } from './types.ts';
import { isEmpty, listOf, numberOf, recordOf, textOf, toNumber, withItem, type Json } from './values.ts';

/** As in SurveyJS. */
const MOST_PANELS = 100;

class Entry extends Part implements PanelInstance {
  declare readonly owner: PanelsQuestion;
  readonly id: string;
  elements: readonly ElementImpl[] = [];

  constructor(owner: PanelsQuestion, serial: number) {
    super(owner);
    this.id = `${owner.id}-p${serial}`;
  }

  get index(): number {
    return this.owner.parts.indexOf(this);
  }

  get title(): string {
    return pipe(this.owner.core.localize(this.owner.json.templateTitle), (name) => {
      const outside = this.owner.quote(name);
      return this.quote(name) ?? outside;
    });
  }

  record(): Json {
    return recordOf(listOf(this.owner.value)[this.index]);
  }

  save(record: Json): void {
    this.owner.save(withItem(this.owner.padded(), this.index, record));
  }

  step(): string {
    return `[${this.index}].`;
  }

  override variable(name: string): unknown {
    if (name === 'panelindex') return this.index;
    return name === 'visiblepanelindex' ? this.owner.panels.indexOf(this) : undefined;
  }

  override part(name: string): Part | null | undefined {
    const step = name === 'panel' ? 0 : name === 'prevpanel' ? -1 : name === 'nextpanel' ? 1 : undefined;
    if (step === 0) return this;
    if (step !== undefined) return this.owner.panels[this.owner.panels.indexOf(this) + step] ?? null;
    if (name !== 'parentpanel') return undefined;
    const { holder } = this.owner;
    return holder instanceof Part ? holder : null;
  }
}

export class PanelsQuestion extends Question {
  parts: Entry[] = [];
  #built = false;
  #serial = 0;
  /** How many, until the entries are made. */
  #count = 0;

  override start(): void {
    super.start();
    const { json } = this;
    const { length } = listOf(this.stored);
    this.#count = length > 0 ? Math.max(length, this.#least) : this.#clamped(numberOf(json.panelCount, 0));
    const bound = textOf(recordOf(json.bindings).panelCount);
    if (bound !== '') {
      this.keep(this.core.rules.add(STAGE.question, this.holder.names([bound]), () => {
        const given = this.holder.scope.get(bound);
        this.setCount(isEmpty(given) ? 0 : toNumber(given));
      }, this.holder.scope.get(bound) !== undefined, this.where));
    }
    this.rule(STAGE.condition, this.core.expression(json, 'panelCountExpression', this.where), (expression) => {
      this.setCount(numberOf(expression.evaluate(this.holder.scope), 0));
    });
  }

  get #least(): number {
    return Math.min(numberOf(this.json.minPanelCount, 0), MOST_PANELS);
  }

  get #most(): number {
    return Math.min(numberOf(this.json.maxPanelCount, MOST_PANELS), MOST_PANELS);
  }

  #clamped(count: number): number {
    return Math.min(Math.max(count, this.#least), this.#most);
  }

  override get children(): readonly NodeBase[] {
    return this.parts.flatMap((part) => part.elements);
  }

  override get empty(): boolean {
    return listOf(this.value).every(isEmpty);
  }

  override accept(value: unknown): unknown {
    return Array.isArray(value) || isEmpty(value) ? value : this.value;
  }

  override get hasDefault(): boolean {
    return super.hasDefault || !isEmpty(this.json.defaultPanelValue);
  }

  override get defaultValue(): unknown {
    const given = super.defaultValue;
    return isEmpty(given) && !isEmpty(this.json.defaultPanelValue) && this.#count > 0 ? Array.from({ length: this.#count }, () => this.json.defaultPanelValue) : given;
  }

  /** Makes the entries: when the page is entered, checked, or when someone looks at them. */
  build(): void {
    if (this.#built) return;
    this.#built = true;
    this.core.change(() => {
      this.#resize(this.#count);
      this.#keepPlaces();
    });
  }

  /** An entry is an answer even when it is empty. */
  #keepPlaces(): void {
    if (listOf(this.value).length !== this.parts.length) this.save(this.padded().slice(0, this.parts.length));
  }

  padded(): unknown[] {
    const list = [...listOf(this.value)];
    while (list.length < this.parts.length) list.push({});
    return list;
  }

  #resize(count: number): void {
    this.#count = count;
    if (!this.#built) return;
    while (this.parts.length > count) this.#drop(this.parts.length - 1);
    if (this.parts.length === count) return;
    while (this.parts.length < count) this.#grow();
    this.core.startAll();
  }

  #grow(): void {
    const { core, json } = this;
    const part = new Entry(this, this.#serial++);
    this.parts.push(part);
    const expression = core.expression(json, 'templateVisibleIf', this.where);
    if (expression) {
      this.keep(core.rules.add(STAGE.condition, part.names(expression.dependencies), () => {
        const shown = expression.test(part.scope);
        if (part.shown === shown) return;
        part.shown = shown;
        this.touchAll();
      }, true, this.where));
    }
    part.elements = core.make(core, json.templateElements, part, part, `${this.where}.templateElements`, part.id);
  }

  #drop(index: number): void {
    for (const part of this.parts.splice(index, 1)) for (const element of part.elements) element.dispose();
  }

  override settle(): void {
    const { length } = listOf(this.value);
    if (length !== this.#count) this.#resize(length === 0 ? this.#least : Math.min(length, MOST_PANELS));
    for (const part of this.parts) for (const question of part.questions) question.changed();
  }

  setCount(count: number): void {
    if (Number.isNaN(count)) return;
    this.#resize(this.#clamped(count));
    if (this.#built) this.#keepPlaces();
    this.touch();
  }

  #announce(): void {
    const bound = textOf(recordOf(this.json.bindings).panelCount);
    if (bound !== '') this.holder.write(bound, this.parts.length);
    this.touch();
  }

  override get canAdd(): boolean {
    return this.enabled && this.json.allowAddPanel !== false && this.#count < this.#most;
  }

  override get canRemove(): boolean {
    return this.enabled && this.json.allowRemovePanel !== false && this.#count > this.#least;
  }

  override add(): void {
    if (!this.canAdd) return;
    this.build();
    this.core.change(() => {
      const { json } = this;
      const last = listOf(this.value).at(-1);
      const copied = json.defaultValueFromLastPanel === true || json.copyDefaultValueFromLastEntry === true;
      const first = copied && !isEmpty(last) ? last : json.defaultPanelValue;
      this.#resize(this.parts.length + 1);
      this.#keepPlaces();
      if (!isEmpty(first)) this.save(withItem(this.padded(), this.parts.length - 1, first));
      this.#announce();
    });
  }

  override remove(index: number): void {
    if (!this.canRemove || index < 0 || index >= this.#count) return;
    this.build();
    this.core.change(() => {
      this.#drop(index);
      this.#count--;
      this.save(listOf(this.value).filter((_, place) => place !== index));
      this.#announce();
    });
  }

  override clearUnused(): void {
    super.clearUnused();
    for (const question of questionsIn(this.children)) question.clearUnused();
  }

  override findings(): Finding[] {
    const name = textOf(this.json.keyName);
    const text = this.core.localize(this.json.keyDuplicationError) || errorText('duplicate', this.core.locale);
    return [...super.findings(), ...(name === '' ? [] : duplicates(this.parts, name, text))];
  }

  override prepare(): void {
    this.build();
  }

  override checkBelow(): SurveyError[] {
    return this.visible ? this.panels.flatMap((part) => part.elements.flatMap((element) => element.check())) : [];
  }

  override get panels(): readonly Entry[] {
    this.build();
    return this.parts.filter((part) => part.shown);
  }

  override get displayValue(): string {
    if (this.empty) return '';
    return this.panels.map((part) => part.questions.map((question) => question.displayValue).filter(Boolean).join(', ')).filter(Boolean).join(' ; ');
  }
}
