/** Pages and panels: they show when their condition holds and something in them shows. */
import type { PageJson, ElementJson } from '../definition/model.ts';
import { errorText } from '../messages.ts';
import type { Core } from './core.ts';
import type { Holder } from './holder.ts';
import { NodeBase, questionsIn, type ElementImpl, type Parent } from './node.ts';
import type { Question } from './question.ts';
import type { PageNode, PanelNode, SurveyError } from './types.ts';
import type { Json } from './values.ts';

abstract class Container extends NodeBase {
  readonly elements: readonly ElementImpl[];

  constructor(core: Core, json: Json, parent: Parent | undefined, holder: Holder, where: string, property: string, id?: string) {
    super(core, json, parent, holder, where, id);
    this.elements = core.make(core, json[property], this, holder, where === '' ? property : `${where}.${property}`, id);
  }

  get children(): readonly NodeBase[] {
    return this.elements;
  }

  shownChanged(): void {
    for (const child of this.elements) child.shownChanged(false);
  }

  get filled(): boolean {
    return this.shown && this.elements.some((element) => element.filled);
  }

  get visible(): boolean {
    return this.open && this.filled;
  }

  override get title(): string {
    return this.say(this.json.title);
  }

  /** The first question of those that it wants an answer to, when none has one. */
  get #missing(): Question | undefined {
    const questions = this.required ? [...questionsIn(this.elements)].filter((question) => question.visible && question.input) : [];
    // Nobody is asked for what cannot be answered.
    return questions.every((question) => question.empty) ? questions.find((question) => question.enabled) : undefined;
  }

  get sound(): boolean {
    return !this.visible || (!this.#missing && this.elements.every((element) => element.sound));
  }

  /** Its own errors and those of what shows in it. */
  check(): SurveyError[] {
    if (!this.visible) return [];
    const own: SurveyError[] = [];
    const errors = this.elements.flatMap((element) => element.check());
    const missing = this.#missing;
    if (missing) {
      const text = this.core.localize(this.json.requiredErrorText) || errorText('required', this.core.locale);
      own.push({ code: 'required', path: missing.path, question: missing, text });
    }
    if (own.length > 0 || this.errors.length > 0) {
      this.errors = own;
      this.touch();
    }
    return [...own, ...errors];
  }
}

export class Panel extends Container implements PanelNode {
  declare readonly json: ElementJson;
  readonly kind = 'panel';

  constructor(core: Core, json: Json, parent: Parent, holder: Holder, where: string, id?: string) {
    super(core, json, parent, holder, where, 'elements', id);
  }

  get state(): PanelNode['state'] {
    const { state } = this.json;
    return state === 'collapsed' || state === 'expanded' ? state : 'default';
  }
}

export class Page extends Container implements PageNode {
  declare readonly json: PageJson;
  readonly kind = 'page';
  /** The survey's first page, seen before its questions start (`firstPageIsStartPage`). */
  readonly isStart: boolean;

  constructor(core: Core, json: Json, where: string, isStart: boolean) {
    super(core, json, undefined, core, where, 'elements');
    this.isStart = isStart;
  }

  get navigationTitle(): string {
    return this.say(this.json.navigationTitle) || this.title;
  }
}
