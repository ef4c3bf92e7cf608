/** Matrices of questions: one question a column in each row, the rows given (matrixdropdown) or added (matrixdynamic). */
import { errorText } from '../messages.ts';
import type { Finding } from './checks.ts';
import { choiceOf } from './choices.ts';
import { Part } from './holder.ts';
import type { ElementImpl, NodeBase } from './node.ts';
import { Question } from './question.ts';
import { STAGE } from './rules.ts';
import type { ColumnView, RowNode, SurveyError } from './types.ts';
import { isEmpty, isRecord, listOf, numberOf, recordOf, same, textOf, toNumber, withEntry, withItem, type Json } from './values.ts';

/** Types of cells that take the matrix's choices when they have none. */
const CHOOSING: ReadonlySet<string> = new Set(['dropdown', 'checkbox', 'radiogroup', 'tagbox']);
/** As in SurveyJS. */
const MOST_ROWS = 1_000;

class Row extends Part implements RowNode {
  declare readonly owner: TableQuestion;
  readonly id: string;
  /** matrixdropdown: the definition's row. */
  readonly json: Json;
  readonly key: unknown;
  cells: readonly Question[] = [];
  detail: readonly ElementImpl[] = [];

  constructor(owner: TableQuestion, serial: number, item: unknown) {
    super(owner);
    this.id = `${owner.id}-r${serial}`;
    ({ value: this.key, json: this.json } = choiceOf(item));
  }

  get below(): readonly ElementImpl[] {
    return [...this.cells, ...this.detail];
  }

  get index(): number {
    return this.owner.parts.indexOf(this);
  }

  get value(): string {
    return this.owner.dynamic ? String(this.index + 1) : textOf(this.key);
  }

  get text(): string {
    return this.owner.dynamic ? this.value : this.owner.say(this.json.text) || this.value;
  }

  record(): Json {
    const { value } = this.owner;
    return recordOf(this.owner.dynamic ? listOf(value)[this.index] : recordOf(value)[this.value]);
  }

  save(record: Json): void {
    this.owner.saveRow(this, record);
  }

  step(): string {
    return this.owner.dynamic ? `[${this.index}].` : `.${this.value}.`;
  }

  override variable(name: string): unknown {
    switch (name) {
      case 'rowindex':
        return this.index + 1;
      case 'visiblerowindex':
        return this.owner.rows.indexOf(this) + 1;
      case 'rowvalue':
      case 'rowname':
      case 'item':
        return this.owner.dynamic ? (name === 'rowvalue' ? this.index + 1 : undefined) : this.key;
      case 'rowtitle':
        return this.text;
      default:
        return undefined;
    }
  }

  override part(name: string): Part | null | undefined {
    const step = name === 'row' ? 0 : name === 'prevrow' ? -1 : name === 'nextrow' ? 1 : undefined;
    return step === undefined ? undefined : (this.owner.parts[this.index + step] ?? null);
  }
}

export class TableQuestion extends Question {
  /** Every row, hidden ones too. Made when they are first looked at: most matrices stand on pages not yet seen. */
  parts: Row[] = [];
  readonly dynamic = this.type === 'matrixdynamic';
  #built = false;
  #serial = 0;
  #count = 0;

  override start(): void {
    super.start();
    const { json } = this;
    this.#totals();
    if (!this.dynamic) return;
    const length = listOf(this.stored).length;
    this.#count = length > 0 ? length : this.#initial;
    const bound = textOf(recordOf(json.bindings).rowCount);
    if (bound === '') return;
    this.keep(this.core.rules.add(STAGE.question, this.holder.names([bound]), () => {
      const given = this.holder.scope.get(bound);
      const count = isEmpty(given) ? 0 : toNumber(given);
      this.setCount(count);
      // What is no number leaves the question that was to say how many.
      if (Number.isNaN(count)) this.holder.write(bound, undefined);
    }, this.holder.scope.get(bound) !== undefined, this.where));
  }

  get #least(): number {
    return numberOf(this.json.minRowCount, 0);
  }

  get #most(): number {
    return Math.min(numberOf(this.json.maxRowCount, MOST_ROWS), MOST_ROWS);
  }

  get #initial(): number {
    return Math.min(Math.max(numberOf(this.json.rowCount, 2), 0), MOST_ROWS);
  }

  override get children(): readonly NodeBase[] {
    return this.parts.flatMap((row) => row.below);
  }

  override get hasDefault(): boolean {
    return super.hasDefault || !isEmpty(this.json.defaultRowValue);
  }

  override get defaultValue(): unknown {
    const given = super.defaultValue;
    return isEmpty(given) && !isEmpty(this.json.defaultRowValue) && this.#count > 0 ? Array.from({ length: this.#count }, () => this.json.defaultRowValue) : given;
  }

  override get empty(): boolean {
    const { value } = this;
    return this.dynamic ? listOf(value).every(isEmpty) : isEmpty(value);
  }

  override accept(value: unknown): unknown {
    if (isEmpty(value)) return undefined;
    // What has not the form of an answer changes nothing.
    return this.dynamic ? (Array.isArray(value) ? value : this.value) : isRecord(value) ? value : this.value;
  }

  /** Totals of columns stand beside the answer, under `name-total`. */
  #totals(): void {
    const { core, json } = this;
    const columns = listOf(json.columns).filter(isRecord).flatMap((column, index) => {
      const type = textOf(column.totalType);
      const formula = textOf(column.totalExpression) || (type === '' || type === 'none' ? '' : `${type}InArray({matrix}, '${textOf(column.name)}')`);
      const expression = formula === '' ? undefined : core.expression({ totalExpression: formula }, 'totalExpression', `${this.where}.columns[${index}]`);
      return expression ? [{ name: textOf(column.name), expression }] : [];
    });
    if (columns.length === 0) return;
    const outer = this.holder.scope;
    const scope = { ...outer, get: (path: string) => (path.toLowerCase() === 'matrix' ? this.#shownRecords() : outer.get(path)) };
    const names = this.holder.names([...columns.flatMap(({ expression }) => expression.dependencies), this.valueName]);
    for (const name of this.rootNames) names.add(name);
    this.keep(core.rules.add(STAGE.condition, names, () => {
      this.holder.write(`${this.valueName}-total`, Object.fromEntries(columns.map(({ name, expression }) => [name, expression.evaluate(scope)])));
    }, true, this.where));
  }

  #shownRecords(): unknown[] {
    if (this.parts.length > 0) return this.rows.map((row) => row.record());
    return this.dynamic ? [...listOf(this.value)] : Object.values(recordOf(this.value));
  }

  // Rows

  build(): void {
    if (this.#built) return;
    this.#built = true;
    this.core.change(() => {
      if (this.dynamic) for (let index = 0; index < this.#count; index++) this.#grow(undefined);
      else for (const item of listOf(this.json.rows)) this.#grow(item);
      this.core.startAll();
    });
  }

  #grow(item: unknown): void {
    const { core, json } = this;
    const row = new Row(this, this.#serial++, item);
    this.parts.push(row);
    row.cells = listOf(json.columns).filter(isRecord).flatMap((column, index) => {
      const [cell] = core.make(core, [this.#cell(column)], row, row, `${this.where}.columns[${index}]`, `${row.id}-c${index}`);
      return cell?.kind === 'question' ? [cell] : [];
    });
    if (listOf(json.detailElements).length > 0) row.detail = core.make(core, json.detailElements, row, row, `${this.where}.detailElements`, `${row.id}-d`);
    for (const [source, property] of [[json, 'rowsVisibleIf'], [row.json, 'visibleIf'], [row.json, 'enableIf']] as const) {
      const expression = core.expression(source, property, this.where);
      if (!expression) continue;
      const of = property === 'enableIf' ? 'able' : 'shown';
      this.keep(core.rules.add(STAGE.condition, row.names(expression.dependencies), () => {
        const holds = expression.test(row.scope);
        if (row[of] === holds) return;
        row[of] = holds;
        this.touchAll();
      }, true, this.where));
    }
  }

  #cell(column: Json): Json {
    const own = textOf(column.cellType);
    const type = own !== '' && own !== 'default' ? own : textOf(this.json.cellType) || 'dropdown';
    const choices = CHOOSING.has(type) && listOf(column.choices).length === 0 && column.choicesFromQuestion === undefined ? this.json.choices : column.choices;
    return { ...column, type, choices };
  }

  /** A row's answers take their place in the matrix's. */
  saveRow(row: Row, record: Json): void {
    if (!this.dynamic) {
      this.save(withEntry(recordOf(this.value), row.value, record));
      return;
    }
    const list = withItem(this.#padded(), row.index, record);
    this.save(list.every(isEmpty) ? undefined : list);
  }

  #padded(): unknown[] {
    const list = [...listOf(this.value)];
    while (list.length < this.#count) list.push(this.json.defaultRowValue ?? {});
    return list;
  }

  override settle(): void {
    if (this.dynamic) {
      const { length } = listOf(this.value);
      if (length >= this.#initial || length > this.#count) this.#resize(length);
    }
    for (const row of this.parts) for (const question of row.questions) question.changed();
  }

  #resize(count: number): void {
    this.#count = Math.min(count, MOST_ROWS);
    if (!this.#built) return;
    while (this.parts.length > this.#count) this.#drop(this.parts.length - 1);
    if (this.parts.length === this.#count) return;
    while (this.parts.length < this.#count) this.#grow(undefined);
    this.core.startAll();
  }

  #drop(index: number): void {
    for (const row of this.parts.splice(index, 1)) {
      for (const question of row.below) question.dispose();
    }
  }

  setCount(count: number): void {
    const { value } = this;
    this.#resize(Math.min(Math.max(count || 0, 0), this.#most));
    if (listOf(value).length > this.#count) this.save(listOf(value).slice(0, this.#count));
    this.touch();
  }

  #announce(): void {
    const bound = textOf(recordOf(this.json.bindings).rowCount);
    if (bound !== '') this.holder.write(bound, this.#count);
    this.touch();
  }

  override get canAdd(): boolean {
    return this.dynamic && this.enabled && this.json.allowAddRows !== false && this.#count < this.#most;
  }

  override get canRemove(): boolean {
    return this.dynamic && this.enabled && this.json.allowRemoveRows !== false && this.#count > this.#least;
  }

  override add(): void {
    if (!this.canAdd) return;
    this.build();
    this.core.change(() => {
      const last = listOf(this.value)[this.#count - 1];
      const copied = this.json.defaultValueFromLastRow === true || this.json.copyDefaultValueFromLastEntry === true;
      const first = copied && !isEmpty(last) ? last : this.json.defaultRowValue;
      this.#resize(this.#count + 1);
      if (!isEmpty(first)) this.save(withItem(this.#padded(), this.#count - 1, first));
      this.#announce();
    });
  }

  override remove(index: number): void {
    if (!this.canRemove || index < 0 || index >= this.#count) return;
    this.build();
    this.core.change(() => {
      const list = listOf(this.value).filter((_, place) => place !== index);
      this.#drop(index);
      this.#count--;
      if (listOf(this.value).length > 0) this.save(list.every(isEmpty) ? undefined : list);
      this.#announce();
    });
  }

  // What is wrong

  override findings(): Finding[] {
    const found = super.findings();
    const { locale } = this.core;
    if (this.dynamic && this.required && this.#least > 0 && found.length === 0) {
      const filled = listOf(this.value).filter((record) => !isEmpty(record)).length;
      if (filled < this.#least) found.push({ code: 'minRows', text: errorText('minRows', locale, { value: this.#least }) });
    }
    const key = textOf(this.json.keyName);
    const unique = new Set(listOf(this.json.columns).filter(isRecord).filter((column) => column.isUnique === true || column.name === key).map((column) => textOf(column.name)));
    const text = this.core.localize(this.json.keyDuplicationError) || errorText('duplicate', locale);
    for (const name of unique) found.push(...duplicates(this.parts, name, text));
    return found;
  }

  override prepare(): void {
    this.build();
  }

  override checkBelow(): SurveyError[] {
    if (!this.visible) return [];
    return this.parts.filter((row) => row.shown).flatMap((row) => row.below.flatMap((question) => question.check()));
  }

  // Drawing

  override get rows(): readonly Row[] {
    this.build();
    return this.parts.filter((row) => row.shown);
  }

  override get filled(): boolean {
    return this.shown && !(this.json.hideIfRowsEmpty === true && this.rows.length === 0);
  }

  override get columns(): readonly ColumnView[] {
    this.build();
    const rows = this.parts;
    return listOf(this.json.columns).filter(isRecord).map((column, index) => ({
      name: textOf(column.name),
      value: textOf(column.name),
      title: this.say(column.title) || textOf(column.name),
      required: column.isRequired === true || rows.some((row) => row.cells[index]?.required === true),
    }));
  }

  override get displayValue(): string {
    if (this.empty) return '';
    return this.rows.map((row) => row.cells.map((cell) => cell.displayValue).filter(Boolean).join(', ')).filter(Boolean).join(' ; ');
  }
}

/** The later ones of equal answers. */
export function duplicates(parts: readonly Part[], name: string, text: string): Finding[] {
  const seen: unknown[] = [];
  return parts.flatMap((part): Finding[] => {
    const value = part.shown ? part.read(name) : undefined;
    if (isEmpty(value)) return [];
    if (seen.some((each) => same(each, value))) return [{ code: 'duplicate', text, path: part.path(name) }];
    seen.push(value);
    return [];
  });
}
