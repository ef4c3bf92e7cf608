/** Questions answered by choosing: which choices are offered, and what an answer keeps when they change. */
import { wordOf } from '../messages.ts';
import { numberedChoices, rates } from './rates.ts';
import { Question, flag } from './question.ts';
import { STAGE } from './rules.ts';
import type { Finding } from './checks.ts';
import type { ChoiceView } from './types.ts';
import { errorText } from '../messages.ts';
import { alike, at, isEmpty, isRecord, listOf, numberOf, same, textOf, type Json } from './values.ts';

interface Choice {
  readonly value: unknown;
  readonly json: Json;
  /** In place of the definition's text: a choice taken from another question. */
  readonly text?: () => string;
  shown: boolean;
  able: boolean;
}

const SEVERAL: ReadonlySet<string> = new Set(['checkbox', 'tagbox', 'ranking']);
/** Questions without choices whose answer is a list of records: each gives a choice. */
const LISTED: ReadonlySet<string> = new Set(['matrixdynamic', 'paneldynamic']);
const NONE: readonly unknown[] = [];

/** Choices beside the definition's own: which property shows them, which names their text. */
const SPECIAL = [
  { kind: 'selectall', flags: ['showSelectAllItem', 'hasSelectAll'], text: 'selectAllText' },
  { kind: 'none', flags: ['showNoneItem', 'hasNone'], text: 'noneText' },
  { kind: 'refuse', flags: ['showRefuseItem'], text: 'refuseText' },
  { kind: 'dontknow', flags: ['showDontKnowItem'], text: 'dontKnowText' },
  { kind: 'other', flags: ['showOtherItem', 'hasOther'], text: 'otherText' },
] as const;
type Special = (typeof SPECIAL)[number]['kind'];
/** What the data hold for one: its kind, but for SurveyJS's `refused`. */
const codeOf = (kind: Special): string => (kind === 'refuse' ? 'refused' : kind);

/** A choice as the definition writes it: bare, `value|text`, or an object. */
export function choiceOf(item: unknown): { readonly value: unknown; readonly json: Json } {
  if (isRecord(item)) return { value: item.value, json: item };
  if (typeof item !== 'string' || !item.includes('|')) return { value: item, json: {} };
  const bar = item.indexOf('|');
  return { value: item.slice(0, bar), json: { text: item.slice(bar + 1) } };
}

function hasConditions(choices: readonly unknown[]): boolean {
  for (const item of choices) if (isRecord(item) && (item.visibleIf !== undefined || item.enableIf !== undefined)) return true;
  return false;
}

export class ChoiceQuestion extends Question {
  #list: Choice[] | undefined;
  /** Chosen, then hidden: they come back with their choice. */
  #hiddenAnswers: readonly unknown[] = NONE;
  #views: { readonly revision: number; readonly choices: readonly ChoiceView[] } | undefined;

  override start(): void {
    // Before the default, which may be no choice.
    this.#conditions();
    super.start();
  }

  get several(): boolean {
    return SEVERAL.has(this.type) || (this.type === 'imagepicker' && this.json.multiSelect === true);
  }

  /** Rating and boolean: the choices are fixed, an answer never leaves because of them. */
  get #fixed(): boolean {
    return this.type === 'rating' || this.type === 'boolean';
  }

  // What is offered

  /** The choices stand at an address that is not asked: nothing is known to be none of them. */
  get #unlisted(): boolean {
    return this.json.choicesByUrl !== undefined && this.list.length === 0;
  }

  get list(): readonly Choice[] {
    return (this.#list ??= this.#make());
  }

  #make(): Choice[] {
    const { json, type } = this;
    const make = (item: unknown): Choice => ({ ...choiceOf(item), shown: true, able: true });
    if (type === 'boolean') {
      return [
        { value: json.valueTrue ?? true, json: { text: json.labelTrue }, text: () => this.core.localize(json.labelTrue) || wordOf('yes', this.core.locale), shown: true, able: true },
        { value: json.valueFalse ?? false, json: { text: json.labelFalse }, text: () => this.core.localize(json.labelFalse) || wordOf('no', this.core.locale), shown: true, able: true },
      ];
    }
    if (type === 'rating') return (listOf(json.rateValues).length > 0 ? listOf(json.rateValues) : rates(json)).map(make);
    const source = this.#source;
    if (source) return this.#taken(source);
    const ranged = type === 'dropdown' && json.choicesMax !== undefined ? numberedChoices(json) : NONE;
    return [...listOf(json.choices), ...ranged].map(make);
  }

  get #source(): Question | undefined {
    const name = textOf(this.json.choicesFromQuestion);
    const source = name === '' ? undefined : this.core.byName(name);
    return source !== this && (source instanceof ChoiceQuestion || LISTED.has(source?.type ?? '')) ? source : undefined;
  }

  #taken(source: Question): Choice[] {
    const { json } = this;
    if (!(source instanceof ChoiceQuestion)) {
      const valueKey = textOf(json.choiceValuesFromQuestion);
      const textKey = textOf(json.choiceTextsFromQuestion);
      return listOf(source.value).filter(isRecord).flatMap((record): Choice[] => {
        const value = record[valueKey || (Object.keys(record)[0] ?? '')];
        return isEmpty(value) ? [] : [{ value, json: {}, text: () => textOf(record[textKey]) || textOf(value), shown: true, able: true }];
      });
    }
    const mode = json.choicesFromQuestionMode;
    const taken = source.offered.filter(({ value }) => mode === undefined || mode === 'all' || source.chosen(value) === (mode === 'selected'));
    const choices = taken.map((choice) => ({ value: choice.value, json: choice.json, text: () => source.textOf(choice.value), shown: true, able: true }));
    if (mode === 'selected' && source.otherSelected && source.comment !== '' && !this.has('other')) {
      choices.push({ value: 'other', json: {}, text: () => source.comment, shown: true, able: true });
    }
    return choices;
  }

  get offered(): readonly Choice[] {
    return this.list.filter((choice) => choice.shown);
  }

  has(kind: Special): boolean {
    const special = SPECIAL.find((each) => each.kind === kind);
    if (!special || this.#fixed || this.type === 'imagepicker') return false;
    if (kind === 'selectall' && this.type !== 'checkbox' && this.type !== 'tagbox') return false;
    return this.type !== 'ranking' && flag(this.json, ...special.flags);
  }

  override get filled(): boolean {
    return this.shown && !(this.json.hideIfChoicesEmpty === true && this.offered.length === 0);
  }

  #conditions(): void {
    const { json, core } = this;
    if (this.type === 'boolean') return;
    const property = this.type === 'rating' ? 'rateValues' : 'choices';
    const written = listOf(json[property]);
    const visibleIf = core.expression(json, 'choicesVisibleIf', this.where);
    const enableIf = core.expression(json, 'choicesEnableIf', this.where);
    const own = hasConditions(written);
    const source = textOf(json.choicesFromQuestion);
    if (source !== '') {
      const reads = [`choices:${source.toLowerCase()}`, ...core.names([core.valueNameOf(source), `${core.valueNameOf(source)}-Comment`])];
      let begun = false;
      this.keep(core.rules.add(STAGE.condition, reads, () => {
        this.#list = undefined;
        this.#decide(visibleIf, enableIf);
        // A default may wait for the rows that will offer it.
        if (begun || this.#source instanceof ChoiceQuestion) this.#offerChanged();
        begun = true;
      }, true, this.where));
    }
    if (!visibleIf && !enableIf && !own) return;
    const expressions = [visibleIf, enableIf, ...written.flatMap((item, index) => {
      if (!isRecord(item)) return [];
      const where = at(`${this.where}.${property}`, index);
      return [core.expression(item, 'visibleIf', where), core.expression(item, 'enableIf', where)];
    })];
    const names = this.holder.names(expressions.flatMap((expression) => (expression ? expression.dependencies.filter((name) => name !== 'item' && name !== 'choice') : [])));
    this.keep(core.rules.add(STAGE.condition, names, () => {
      if (this.#decide(visibleIf, enableIf)) this.#offerChanged();
    }, true, this.where));
  }

  /** Runs the conditions of the choices; true when one came or went. */
  #decide(visibleIf: ReturnType<typeof this.core.expression>, enableIf: ReturnType<typeof this.core.expression>): boolean {
    const { core } = this;
    let moved = false;
    for (const choice of this.list) {
      const { scope } = this.holder;
      const itemScope = { ...scope, get: (path: string) => (path === 'item' || path === 'choice' ? choice.value : scope.get(path)) };
      const own = (property: string): boolean => core.expression(choice.json, property)?.test(itemScope) ?? true;
      const shown = own('visibleIf') && (choice.json.visibleIf !== undefined || (visibleIf?.test(itemScope) ?? true));
      const able = own('enableIf') && (choice.json.enableIf !== undefined || (enableIf?.test(itemScope) ?? true));
      if (shown === choice.shown && able === choice.able) continue;
      moved ||= shown !== choice.shown;
      choice.shown = shown;
      choice.able = able;
      this.touch();
    }
    return moved;
  }

  #offerChanged(): void {
    this.core.rules.changed(`choices:${this.name}`);
    this.touch();
    // What nobody sees chosen is not sent.
    if (this.type === 'rating' && this.#find(this.value)?.shown === false) this.clear(true);
    else if (this.type === 'ranking' && this.json.selectToRankEnabled !== true) super.assign(this.value);
    else this.clearIncorrect();
  }

  // The answer

  #find(value: unknown): Choice | undefined {
    return this.list.find((choice) => choice.value === value) ?? this.list.find((choice) => alike(choice.value, value));
  }

  /** Not a choice that is offered now, nor one of the special ones that are shown. */
  unknown(value: unknown, everChosen = false): boolean {
    const choice = this.#find(value);
    if (choice && (everChosen || choice.shown)) return false;
    return value !== 'other' && !SPECIAL.some(({ kind }) => value === codeOf(kind) && this.has(kind));
  }

  chosen(value: unknown): boolean {
    const { value: answer } = this;
    return Array.isArray(answer) ? answer.some((each) => same(each, value)) : same(answer, value);
  }

  /** With `valuePropertyName` the data hold `[{ name: value }]`. */
  get #wrapper(): string {
    return this.several ? textOf(this.json.valuePropertyName) : '';
  }

  override get value(): unknown {
    const wrapper = this.#wrapper;
    const stored = super.value;
    return wrapper && Array.isArray(stored) ? stored.map((each: unknown) => (isRecord(each) ? each[wrapper] : each)) : stored;
  }

  override save(value: unknown): void {
    const wrapper = this.#wrapper;
    super.save(wrapper && Array.isArray(value) ? value.map((each: unknown) => (isRecord(each) ? each : { [wrapper]: each })) : value);
  }

  override accept(given: unknown): unknown {
    const value = super.accept(given);
    // SurveyJS takes 0 and false for no choice at all.
    if (this.several && !value) return undefined;
    if (this.type === 'boolean' || isEmpty(value)) return value;
    if (this.type === 'rating') {
      const choice = this.#find(value);
      return choice ? choice.value : numberOf(value, NaN) === numberOf(value, 0) ? numberOf(value, 0) : value;
    }
    const known = (each: unknown): unknown => this.#find(each)?.value ?? each;
    if (!this.several) return known(Array.isArray(value) ? (value as unknown[])[0] : value);
    const wrapper = this.#wrapper;
    const list = (Array.isArray(value) ? (value as unknown[]) : [value]).map((each) => known(wrapper && isRecord(each) ? each[wrapper] : each));
    if (list.includes('selectall') && this.has('selectall')) return this.offered.filter((choice) => choice.able && !this.#exclusive(choice)).map((choice) => choice.value);
    return this.type === 'ranking' ? this.#ranked(list) : this.#withoutOthers(list);
  }

  #exclusive(choice: Choice): boolean {
    return choice.json.exclusive === true || choice.json.isExclusive === true;
  }

  /** "None of these" empties the rest when chosen, and leaves when something else is. */
  #withoutOthers(list: unknown[]): unknown[] {
    const alone = [
      ...this.offered.filter((choice) => this.#exclusive(choice)).map((choice) => choice.value),
      ...(['none', 'refuse', 'dontknow'] as const).filter((kind) => this.has(kind)).map(codeOf),
    ];
    if (alone.length === 0) return list;
    const last = (values: readonly unknown[]): unknown => values.findLast((each) => alone.includes(each));
    const before = last(listOf(this.value));
    const now = last(list);
    if (before === undefined) return now !== undefined && list.length > 1 ? [now] : list;
    if (before === now) return list.length > 1 ? list.filter((each) => each !== now) : list;
    return list.indexOf(before) >= 0 && list.indexOf(before) < list.length - 1 ? list.filter((each) => each !== before) : list;
  }

  override assign(value: unknown): void {
    this.#hiddenAnswers = NONE;
    super.assign(value);
  }

  override writeDefault(): void {
    super.writeDefault();
    // SurveyJS writes a boolean's default once: its expression does not come back on it.
    if (this.type === 'boolean' && !isEmpty(this.stored) && this.defaultValue !== undefined) this.direct = true;
  }

  override assignDefault(given: unknown): void {
    const value = this.type === 'boolean' ? (this.defaultValue ?? given) : given;
    const { json } = this;
    if (this.type === 'boolean' && this.defaultValue !== undefined) {
      if (value === true || value === 'true' || (json.valueTrue !== undefined && value === json.valueTrue)) super.assignDefault(json.valueTrue ?? true);
      else if (value === false || value === 'false' || (json.valueFalse !== undefined && value === json.valueFalse)) super.assignDefault(json.valueFalse ?? false);
      return;
    }
    // A default that is no choice is what the person would have written beside "other".
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    const stray = this.has('other') && this.list.length > 0 ? values.filter((each) => !isEmpty(each) && this.unknown(each)) : NONE;
    if (stray.length === 0) super.assignDefault(value);
    else {
      super.assignDefault(this.several ? [...values.filter((each) => !stray.includes(each)), 'other'] : 'other');
      this.setComment(textOf(stray[0]));
    }
  }

  override settle(): void {
    if (this.#area || !this.#othersApart || this.storedComment === '' || this.otherSelected || !this.has('other')) return;
    this.holder.write(`${this.valueName}-Comment`, undefined);
  }

  /** A hidden choice leaves the answer; a checkbox gets it back when it shows again. */
  clearIncorrect(): void {
    if (this.#fixed || this.#unlisted || (this.holder === this.core && this.core.sharing(this).length > 1)) return;
    const { value } = this;
    const gone = (each: unknown): boolean => this.unknown(each) && !(this.#otherInValue && this.has('other'));
    if (!this.several) {
      if (!isEmpty(value) && gone(value)) this.clear(true);
      return;
    }
    const back = this.#hiddenAnswers.filter((each) => !this.unknown(each));
    const left = listOf(value).filter((each) => !gone(each));
    const hidden = [...this.#hiddenAnswers.filter((each) => !back.includes(each)), ...listOf(value).filter(gone)];
    if (back.length > 0 || left.length !== listOf(value).length) super.assign([...left, ...back]);
    this.#hiddenAnswers = hidden;
  }

  /** Everything that is offered is ranked, once ranking has begun. */
  #ranked(list: readonly unknown[]): unknown[] {
    const offered = this.offered.map((choice) => choice.value);
    if (this.json.selectToRankEnabled === true) return [...list];
    const kept = list.filter((each) => offered.includes(each));
    return [...kept, ...offered.filter((each) => !kept.includes(each))];
  }

  override clearUnused(): void {
    super.clearUnused();
    this.settle();
    // SurveyJS's "select all" has the empty text for value: it is no answer.
    if (Array.isArray(this.value) && this.value.includes('') && this.has('selectall')) super.assign(this.value.filter((each) => each !== ''));
  }

  // Other

  get #area(): boolean {
    return flag(this.json, 'showCommentArea', 'hasComment');
  }

  get #othersApart(): boolean {
    const { storeOthersAsComment } = this.json;
    if (this.#wrapper) return false;
    return typeof storeOthersAsComment === 'boolean' ? storeOthersAsComment : this.core.definition.storeOthersAsComment !== false;
  }

  /** What is written beside "other" takes its place in the answer. */
  get #otherInValue(): boolean {
    return !this.#othersApart && !this.#area;
  }

  get #written(): unknown {
    return (Array.isArray(this.value) ? (this.value as unknown[]) : [this.value]).find((each) => !isEmpty(each) && this.unknown(each, true));
  }

  override get otherSelected(): boolean {
    if (!this.has('other')) return false;
    return this.chosen('other') || (this.#otherInValue && this.#written !== undefined);
  }

  override get comment(): string {
    return this.#otherInValue && this.has('other') ? textOf(this.#written) : super.comment;
  }

  override setComment(text: string): void {
    if (!this.#otherInValue || !this.otherSelected) {
      super.setComment(text);
      return;
    }
    const { value } = this;
    const written = this.#written ?? 'other';
    const next = text === '' ? 'other' : text;
    this.core.change(() => { super.assign(Array.isArray(value) ? value.map((each: unknown) => (each === written ? next : each)) : next); });
  }

  // What is wrong

  /** Before the checks, what is no choice leaves the answer. */
  override prepare(): void {
    if (this.clearIfHidden !== 'none') this.clearIncorrect();
  }

  override findings(): Finding[] {
    const found = super.findings();
    const { locale } = this.core;
    if (this.otherSelected && this.comment.trim() === '') {
      found.push({ code: 'otherEmpty', text: this.core.localize(this.json.otherErrorText) || errorText('otherEmpty', locale), path: this.holder.path(`${this.valueName}-Comment`) });
    }
    const least = numberOf(this.json.minSelectedChoices, 0);
    const count = listOf(this.value).length;
    const alone = count === 1 && this.choices.some((choice) => choice.exclusive && this.chosen(choice.value));
    if (this.several && this.type !== 'imagepicker' && count < least && !alone && found.length === 0) {
      found.push({ code: 'minCount', text: errorText('minCount', locale, { value: least }) });
    }
    return found;
  }

  // Drawing

  textOf(value: unknown): string {
    const choice = this.#find(value);
    if (choice) return choice.text?.() || this.say(choice.json.text) || textOf(choice.value);
    const special = SPECIAL.find(({ kind }) => codeOf(kind) === value);
    return special && this.has(special.kind) ? this.core.localize(this.json[special.text]) || wordOf(special.kind, this.core.locale) : textOf(value);
  }

  override get choices(): readonly ChoiceView[] {
    if (this.#views?.revision !== this.revision) this.#views = { revision: this.revision, choices: this.#view() };
    return this.#views.choices;
  }

  #view(): ChoiceView[] {
    const most = this.several ? numberOf(this.json.maxSelectedChoices, 0) : 0;
    const full = most > 0 && listOf(this.value).length >= most;
    const views = this.#ordered(this.offered.map((choice): ChoiceView => {
      const description = this.say(choice.json.description);
      const imageLink = safeImage(this.core.localize(choice.json.imageLink));
      return {
        value: choice.value,
        text: this.textOf(choice.value),
        enabled: choice.able && (!full || this.chosen(choice.value)),
        kind: 'item',
        exclusive: this.#exclusive(choice),
        ...(imageLink && { imageLink }),
        ...(description && { description }),
      };
    }));
    // SurveyJS places "other" last, or where a setting of the whole program says; `otherFirst` says it for one question.
    const specials = flag(this.json, 'otherFirst') ? SPECIAL.toSorted((a, b) => Number(b.kind === 'other') - Number(a.kind === 'other')) : SPECIAL;
    for (const { kind } of specials) {
      if (!this.has(kind)) continue;
      const value = codeOf(kind);
      const view: ChoiceView = { value, text: this.textOf(value), enabled: !full || this.chosen(value), kind, exclusive: kind !== 'other' && kind !== 'selectall' };
      if (kind === 'selectall') views.unshift(view);
      else views.push(view);
    }
    return views;
  }

  #order: readonly unknown[] | undefined;

  #ordered(views: ChoiceView[]): ChoiceView[] {
    const order = textOf(this.json.choicesOrder).toLowerCase();
    const { random } = this.core.options;
    if (order === 'asc' || order === 'desc') {
      const { compare } = new Intl.Collator(this.core.locale, { numeric: true });
      views.sort((a, b) => (order === 'asc' ? compare(a.text, b.text) : compare(b.text, a.text)));
    } else if (order === 'random' && random) {
      const drawn = (this.#order ??= this.list.map((choice) => ({ value: choice.value, draw: random() })).sort((a, b) => a.draw - b.draw).map(({ value }) => value));
      views.sort((a, b) => drawn.indexOf(a.value) - drawn.indexOf(b.value));
    }
    return views;
  }

  override words(value: unknown): string {
    if (this.type === 'boolean') return super.words(value);
    return listOf(Array.isArray(value) ? value : [value])
      .map((each) => (each === 'other' && this.otherSelected && this.comment ? this.comment : this.textOf(each)))
      .join(', ');
  }

  override quotePart(rest: string): string | undefined {
    const index = /^\[(-?\d+)\]$/.exec(rest)?.[1];
    if (index === undefined) return undefined;
    const value = listOf(this.value).at(Number(index));
    return isEmpty(value) ? '' : this.words(value);
  }
}

/** http(s), relative or data:image addresses; nothing that could run. */
function safeImage(link: string): string | undefined {
  if (link === '') return undefined;
  return /^(?:https?:|data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,]|(?![a-z][a-z0-9+.-]*:))/i.test(link.trim()) ? link.trim() : undefined;
}
