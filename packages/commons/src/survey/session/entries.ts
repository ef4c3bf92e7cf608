/** paneldynamic: the same questions as many times as there are people, places, projects… */
import type { Finding } from './checks.ts';
import { Part } from './holder.ts';
import { questionsIn, type ElementImpl } from './node.ts';
import { Repeated, RepeatedPart, type Names } from './repeated.ts';
import { STAGE } from './rules.ts';
import { pipe } from './texts.ts';
import type { PanelInstance } from './types.ts';
import { numberOf, textOf, type Json } from './values.ts';

const PANELS: Names = {
  count: 'panelCount', least: 'minPanelCount', most: 'maxPanelCount', canAdd: 'allowAddPanel', canRemove: 'allowRemovePanel',
  first: 'defaultPanelValue', fromLast: 'defaultValueFromLastPanel', shownIf: 'templateVisibleIf', limit: 100, usual: 0,
};

class Entry extends RepeatedPart implements PanelInstance {
  get elements(): readonly ElementImpl[] {
    return this.below;
  }

  get title(): string {
    const { owner } = this;
    return pipe(owner.core.localize(owner.json.templateTitle), (name) => {
      const outside = owner.quote(name);
      return this.quote(name) ?? outside;
    });
  }

  save(record: Json): void {
    this.owner.savePart(this, record);
  }

  variable(name: string): unknown {
    return name === 'panelindex' ? this.index : name === 'visiblepanelindex' ? this.owner.shownParts.indexOf(this) : undefined;
  }

  part(name: string): Part | null | undefined {
    switch (name) {
      case 'panel':
        return this;
      case 'prevpanel':
        return this.neighbour(-1);
      case 'nextpanel':
        return this.neighbour(1);
      case 'parentpanel':
        return this.owner.holder instanceof Part ? this.owner.holder : null;
      default:
        return undefined;
    }
  }
}

export class PanelsQuestion extends Repeated<Entry> {
  protected readonly names = PANELS;

  override start(): void {
    super.start();
    this.rule(STAGE.condition, this.core.expression(this.json, 'panelCountExpression', this.where), (expression) => {
      this.setCount(numberOf(expression.evaluate(this.holder.scope), 0));
    });
  }

  protected override get initial(): number {
    return Math.min(Math.max(super.initial, this.least), this.most);
  }

  override setCount(count: number): void {
    super.setCount(Math.min(Math.max(count, this.least), this.most));
  }

  /** Entries count as answers as soon as they show. */
  override enter(): void {
    this.prepare();
  }

  /** What stands in an entry is made with it: entries and rows of its own count as answers. */
  protected override resize(count: number): void {
    super.resize(count);
    if (this.built) for (const question of questionsIn(this.children)) if (question instanceof Repeated) question.prepare();
  }

  protected override makePart(id: string): Entry {
    const { core, json } = this;
    const entry = new Entry(this, id, {});
    entry.below = core.make(core, json.templateElements, entry, entry, `${this.where}.templateElements`, id);
    return entry;
  }

  override clearUnused(): void {
    super.clearUnused();
    for (const question of questionsIn(this.children)) question.clearUnused();
  }

  override findings(): Finding[] {
    return [...super.findings(), ...this.duplicates(new Set([textOf(this.json.keyName)].filter(Boolean)))];
  }

  override get panels(): readonly PanelInstance[] {
    return this.shownParts;
  }
}
