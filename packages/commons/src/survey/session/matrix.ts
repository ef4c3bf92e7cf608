/** matrix: one choice (or several) in each row, from the same columns. */
import { errorText } from '../messages.ts';
import { choiceOf } from './choices.ts';
import type { Finding } from './checks.ts';
import { Question } from './question.ts';
import { STAGE } from './rules.ts';
import type { ColumnView, MatrixRowView } from './types.ts';
import { at, isEmpty, isRecord, listOf, recordOf, same, textOf, withEntry, type Json } from './values.ts';

interface MatrixRow {
  readonly id: string;
  readonly key: string;
  readonly json: Json;
  shown: boolean;
  able: boolean;
}

export class MatrixQuestion extends Question {
  readonly #list: readonly MatrixRow[] = listOf(this.json.rows).map((item, index) => {
    const { value, json } = choiceOf(item);
    return { id: `${this.id}-r${String(index)}`, key: textOf(value), json, shown: true, able: true };
  });

  override start(): void {
    super.start();
    const { core, json } = this;
    const visibleIf = core.expression(json, 'rowsVisibleIf', this.where);
    const own = this.#list.flatMap((row, index) => [
      core.expression(row.json, 'visibleIf', at(`${this.where}.rows`, index)),
      core.expression(row.json, 'enableIf', at(`${this.where}.rows`, index)),
    ]);
    const reads = [visibleIf, ...own].flatMap((expression) => expression?.dependencies ?? []);
    if (!visibleIf && own.every((expression) => !expression)) return;
    this.keep(core.rules.add(STAGE.condition, this.holder.names(reads), () => {
      const { scope } = this.holder;
      for (const row of this.#list) {
        const rowScope = { ...scope, get: (path: string) => (['item', 'row', 'rowvalue', 'rowname'].includes(path.toLowerCase()) ? row.key : scope.get(path)) };
        const holds = (property: string): boolean => core.expression(row.json, property, this.where)?.test(rowScope) ?? true;
        const shown = holds('visibleIf') && (row.json.visibleIf !== undefined || (visibleIf?.test(rowScope) ?? true));
        const able = holds('enableIf');
        if (shown === row.shown && able === row.able) continue;
        row.shown = shown;
        row.able = able;
        this.touch();
      }
    }, true, this.where));
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
    return listOf(this.json.columns).map((item) => {
      const { value, json } = choiceOf(item);
      return { name: textOf(value), value, title: this.say(json.text) || textOf(value), required: false };
    });
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

  override get displayValue(): string {
    if (this.empty) return '';
    const columns = this.columns;
    const title = (answer: unknown): string => columns.find((column) => same(column.value, answer))?.title ?? textOf(answer);
    return this.matrixRows
      .filter((row) => !isEmpty(row.answer))
      .map((row) => `${row.text} : ${Array.isArray(row.answer) ? row.answer.map(title).join(', ') : title(row.answer)}`)
      .join(' ; ');
  }
}
