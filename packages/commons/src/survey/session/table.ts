/** Matrices of questions: one question a column in each row, the rows given (matrixdropdown) or added (matrixdynamic). */
import { errorText } from '../messages.ts';
import type { Finding } from './checks.ts';
import { choiceOf } from './choices.ts';
import { formatted } from './display.ts';
import type { Part } from './holder.ts';
import type { ElementImpl } from './node.ts';
import type { Question } from './question.ts';
import { Repeated, RepeatedPart, type Names } from './repeated.ts';
import { STAGE } from './rules.ts';
import type { ColumnView, RowNode } from './types.ts';
import { at, isEmpty, isRecord, listOf, recordOf, textOf, withEntry, type Json } from './values.ts';

/** Types of cells that take the matrix's choices when they have none. */
const CHOOSING: ReadonlySet<string> = new Set(['dropdown', 'checkbox', 'radiogroup', 'tagbox']);

const ROWS: Names = {
  count: 'rowCount', least: 'minRowCount', most: 'maxRowCount', canAdd: 'allowAddRows', canRemove: 'allowRemoveRows',
  first: 'defaultRowValue', fromLast: 'defaultValueFromLastRow', shownIf: 'rowsVisibleIf', limit: 1_000, usual: 2,
};

class Row extends RepeatedPart implements RowNode {
  readonly key: unknown;
  cells: readonly Question[] = [];
  detail: readonly ElementImpl[] = [];

  constructor(owner: TableQuestion, id: string, item: unknown) {
    const { value, json } = choiceOf(item);
    super(owner, id, json);
    this.key = value;
  }

  get value(): string {
    return this.owner.dynamic ? String(this.index + 1) : textOf(this.key);
  }

  get text(): string {
    return this.owner.say(this.json.text) || this.value;
  }

  override record(): Json {
    return this.owner.dynamic ? super.record() : recordOf(recordOf(this.owner.value)[this.value]);
  }

  save(record: Json): void {
    if (this.owner.dynamic) this.owner.savePart(this, record);
    else this.owner.save(withEntry(recordOf(this.owner.value), this.value, record));
  }

  override step(): string {
    return this.owner.dynamic ? super.step() : `.${this.value}.`;
  }

  variable(name: string): unknown {
    switch (name) {
      case 'rowindex':
        return this.index + 1;
      case 'visiblerowindex':
        return this.owner.shownParts.indexOf(this) + 1;
      case 'rowvalue':
      case 'rowname':
      case 'item':
        return this.key;
      case 'rowtitle':
        return this.text;
      default:
        return undefined;
    }
  }

  part(name: string): Part | null | undefined {
    if (name === 'row') return this;
    return name === 'prevrow' ? this.neighbour(-1) : name === 'nextrow' ? this.neighbour(1) : undefined;
  }
}

export class TableQuestion extends Repeated<Row> {
  protected readonly names = ROWS;

  override get dynamic(): boolean {
    return this.type === 'matrixdynamic';
  }

  protected override get keepsEmpty(): boolean {
    return false;
  }

  get #columns(): readonly Json[] {
    return listOf(this.json.columns).map((column) => (typeof column === 'string' ? { name: column } : column)).filter(isRecord);
  }

  override start(): void {
    super.start();
    this.#totals();
  }

  override accept(value: unknown): unknown {
    return this.dynamic ? super.accept(value) : isRecord(value) || isEmpty(value) ? value : this.value;
  }

  /** Totals of columns stand beside the answer, under `name-total`. */
  #totals(): void {
    const { core } = this;
    const columns = this.#columns.flatMap((column, index) => {
      const type = textOf(column.totalType);
      const totalExpression = textOf(column.totalExpression) || (type === '' || type === 'none' ? '' : `${type}InArray({matrix}, '${textOf(column.name)}')`);
      const expression = core.expression({ totalExpression }, 'totalExpression', at(`${this.where}.columns`, index));
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
    if (this.built) return this.shownParts.map((row) => row.record());
    return this.dynamic ? [...listOf(this.value)] : Object.values(recordOf(this.value));
  }

  protected override makePart(id: string, item: unknown): Row {
    const { core, json } = this;
    const row = new Row(this, id, item);
    row.cells = core.make(core, this.#columns.map((column) => this.#cell(column)), row, row, `${this.where}.columns`, `${id}-c`).filter((cell) => cell.kind === 'question');
    row.detail = core.make(core, json.detailElements, row, row, `${this.where}.detailElements`, `${id}-d`);
    row.below = [...row.cells, ...row.detail];
    return row;
  }

  #cell(column: Json): Json {
    const own = textOf(column.cellType);
    const type = own !== '' && own !== 'default' ? own : textOf(this.json.cellType) || 'dropdown';
    const choices = CHOOSING.has(type) && listOf(column.choices).length === 0 && column.choicesFromQuestion === undefined ? this.json.choices : column.choices;
    return { ...column, type, choices };
  }

  override findings(): Finding[] {
    const found = super.findings();
    if (this.dynamic && this.required && found.length === 0 && listOf(this.value).filter((record) => !isEmpty(record)).length < this.least) {
      found.push({ code: 'minRows', text: errorText('minRows', this.core.locale, { value: this.least }) });
    }
    const unique = this.#columns.filter((column) => column.isUnique === true || column.name === this.json.keyName).map((column) => textOf(column.name));
    return [...found, ...this.duplicates(new Set(unique))];
  }

  override get rows(): readonly RowNode[] {
    return this.shownParts;
  }

  override get filled(): boolean {
    return this.shown && !(this.json.hideIfRowsEmpty === true && this.rows.length === 0);
  }

  #total(column: Json): string {
    const value = recordOf(this.holder.read(`${this.valueName}-total`))[textOf(column.name)];
    if (isEmpty(value)) return '';
    const { totalDisplayStyle: displayStyle = 'decimal', totalFormat: format, totalCurrency: currency, totalMinimumFractionDigits: minimumFractionDigits, totalMaximumFractionDigits: maximumFractionDigits } = column;
    return formatted({ displayStyle, format, currency, minimumFractionDigits, maximumFractionDigits }, this.core, value);
  }

  override get columns(): readonly ColumnView[] {
    const { rows } = this;
    return this.#columns.map((column, index) => ({
      name: textOf(column.name),
      value: textOf(column.name),
      title: this.say(column.title) || textOf(column.name),
      total: this.#total(column),
      required: column.isRequired === true || rows.some((row) => row.cells[index]?.required === true),
    }));
  }
}
