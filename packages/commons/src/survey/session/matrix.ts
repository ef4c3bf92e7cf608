/** matrix: one choice (or several) in each row, from the same columns. */
import { errorText } from '../messages.ts';
import { choiceOf } from './choices.ts';
import type { Finding } from './checks.ts';
import { Question } from './question.ts';
import { STAGE } from './rules.ts';
import type { ColumnView, MatrixRowView } from './types.ts';
import { at, isEmpty, isRecord, listOf, recordOf, same, textOf, withEntry, type Json } from './values.ts';

/** A row or a column. */
interface Item {
  readonly value: unknown;
  readonly key: string;
  readonly json: Json;
  shown: boolean;
  able: boolean;
}

interface MatrixRow extends Item {
  readonly id: string;
}

function itemOf(item: unknown): Item {
  const { value, json } = choiceOf(item);
  return { value, key: textOf(value), json, shown: true, able: true };
}

export class MatrixQuestion extends Question {
  readonly #list: readonly MatrixRow[] = listOf(this.json.rows).map((item, index) => Object.assign(itemOf(item), { id: `${this.id}-r${String(index)}` }));
  readonly #columns: readonly Item[] = listOf(this.json.columns).map(itemOf);

  override start(): void {
    super.start();
    this.#follow(this.#list, 'rows');
    this.#follow(this.#columns, 'columns');
  }

  /** Rows or columns show by their own condition, else by the one that they share. */
  #follow(items: readonly Item[], list: 'rows' | 'columns'): void {
    const { core, json } = this;
    const visibleIf = core.expression(json, `${list}VisibleIf`, this.where);
    const own = items.flatMap((item, index) => ['visibleIf', 'enableIf'].map((property) => core.expression(item.json, property, at(`${this.where}.${list}`, index))));
    const reads = [visibleIf, ...own].flatMap((expression) => expression?.dependencies ?? []);
    if (!visibleIf && own.every((expression) => !expression)) return;
    this.keep(core.rules.add(STAGE.condition, this.holder.names(reads), () => {
      const { scope } = this.holder;
      for (const item of items) {
        const itemScope = { ...scope, get: (path: string) => (['item', 'row', 'rowvalue', 'rowname'].includes(path.toLowerCase()) ? item.value : scope.get(path)) };
        const holds = (property: string): boolean => core.expression(item.json, property)?.test(itemScope) ?? true;
        const shown = holds('visibleIf') && (item.json.visibleIf !== undefined || (visibleIf?.test(itemScope) ?? true));
        const able = holds('enableIf');
        if (shown === item.shown && able === item.able) continue;
        item.shown = shown;
        item.able = able;
        this.touch();
      }
      if (this.clearIfHidden === 'onHidden') this.#leaveHidden();
    }, true, this.where));
  }

  /** Answers leave with their column. */
  #leaveHidden(): void {
    const hidden = this.#columns.filter((column) => !column.shown);
    if (hidden.length === 0 || !isRecord(this.value)) return;
    const kept = (answer: unknown): unknown => (Array.isArray(answer) ? answer.filter((each) => !isEmpty(kept(each))) : hidden.some(({ value }) => same(value, answer)) ? undefined : answer);
    this.assign(Object.fromEntries(Object.entries(this.value).map(([row, answer]) => [row, kept(answer)]).filter(([, answer]) => !isEmpty(answer))));
  }

  override prepare(): void {
    if (this.clearIfHidden !== 'none') this.#leaveHidden();
  }

  get #shownRows(): readonly MatrixRow[] {
    return this.#list.filter((row) => row.shown);
  }

  override get filled(): boolean {
    return this.shown && !(this.json.hideIfRowsEmpty === true && this.#shownRows.length === 0);
  }

  override accept(value: unknown): unknown {
    if (this.#list.length === 0 || isEmpty(value)) return value;
    return isRecord(value) ? value : this.value;
  }

  override clearUnused(): void {
    super.clearUnused();
    this.prepare();
    const { value } = this;
    if (this.clearIfHidden === 'none' || !isRecord(value)) return;
    const hidden = this.#list.filter((row) => !row.shown).map((row) => row.key);
    if (hidden.some((key) => Object.hasOwn(value, key))) this.assign(hidden.reduce<Json>((kept, key) => withEntry(kept, key, undefined), value));
  }

  override findings(): Finding[] {
    const found = super.findings();
    if (found.length > 0) return found;
    const { json, core } = this;
    const value = recordOf(this.value);
    const answer = (row: MatrixRow): unknown => (Object.hasOwn(value, row.key) ? value[row.key] : undefined);
    if (json.isAllRowRequired === true || json.eachRowRequired === true) {
      const text = core.localize(json.requiredErrorText) || errorText('rowRequired', core.locale);
      const missing = this.#shownRows.filter((row) => isEmpty(answer(row)));
      found.push(...missing.map((row): Finding => ({ code: 'rowRequired', text, path: `${this.path}.${row.key}` })));
    }
    if (json.eachRowUnique === true) {
      const seen: unknown[] = [];
      for (const row of this.#shownRows) {
        const given = answer(row);
        if (isEmpty(given)) continue;
        if (seen.some((each) => same(each, given))) found.push({ code: 'duplicate', text: errorText('duplicate', core.locale), path: `${this.path}.${row.key}` });
        seen.push(given);
      }
    }
    return found;
  }

  override get columns(): readonly ColumnView[] {
    return this.#columns.filter(({ shown }) => shown).map(({ key, value, json }) => ({ name: key, value, title: this.say(json.text) || key, required: false }));
  }

  override get matrixRows(): readonly MatrixRowView[] {
    const value = recordOf(this.value);
    return this.#shownRows.map((row) => {
      const path = `${this.path}.${row.key}`;
      return {
        id: row.id,
        value: row.key,
        text: this.say(row.json.text) || row.key,
        enabled: row.able && this.enabled,
        answer: Object.hasOwn(value, row.key) ? value[row.key] : undefined,
        errors: this.errors.filter((error) => error.path === path),
      };
    });
  }

  #titles(answer: unknown): string {
    const { columns } = this;
    const title = (each: unknown): string => columns.find((column) => same(column.value, each))?.title ?? textOf(each);
    return (Array.isArray(answer) ? (answer as unknown[]) : [answer]).map(title).join(', ');
  }

  override quotePart(rest: string): string | undefined {
    const row = this.#list.find(({ key }) => rest.toLowerCase() === `.${key.toLowerCase()}`);
    return row && this.#titles(recordOf(this.value)[row.key]);
  }

  override get displayValue(): string {
    if (this.empty) return '';
    return this.matrixRows
      .filter((row) => !isEmpty(row.answer))
      .map((row) => `${row.text} : ${this.#titles(row.answer)}`)
      .join(' ; ');
  }
}
