/** multipletext: several short texts kept as one answer. */
import { Part } from './holder.ts';
import type { NodeBase } from './node.ts';
import { Question } from './question.ts';
import type { SurveyError } from './types.ts';
import { isEmpty, isRecord, listOf, recordOf, type Json } from './values.ts';

class Texts extends Part {
  record(): Json {
    return recordOf(this.owner.value);
  }

  save(record: Json): void {
    this.owner.save(record);
  }

  step(): string {
    return '.';
  }

  variable(): undefined {
    return undefined;
  }

  part(): undefined {
    return undefined;
  }
}

export class TextsQuestion extends Question {
  #items: readonly Question[] = [];

  override start(): void {
    super.start();
    const { core, json } = this;
    const part = new Texts(this);
    const items = listOf(json.items).map((item) => (typeof item === 'string' ? { name: item } : item)).filter(isRecord).map((item): Json => ({ ...item, type: 'text' }));
    this.#items = core.make(core, items, this, part, `${this.where}.items`, `${this.id}-i`).filter((each) => each.kind === 'question');
  }

  override get children(): readonly NodeBase[] {
    return this.#items;
  }

  override get items(): readonly Question[] {
    return this.#items;
  }

  override accept(value: unknown): unknown {
    return isRecord(value) || isEmpty(value) ? value : this.value;
  }

  override settle(): void {
    for (const item of this.#items) item.changed();
  }

  override checkBelow(): SurveyError[] {
    return this.visible ? this.#items.flatMap((item) => item.check()) : [];
  }

  override get displayValue(): string {
    return this.#items.map((item) => (item.empty ? '' : `${item.title} : ${item.displayValue}`)).filter(Boolean).join(' ; ');
  }
}
