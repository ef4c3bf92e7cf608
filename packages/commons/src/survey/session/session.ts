/** A survey being answered: pages, answers, errors, progress. Pure: no DOM, no clock, no network. */
import { LOOSE_PAGES, type SurveyDefinition } from '../definition/model.ts';
import { startCalculated } from './calculated.ts';
import { Page } from './container.ts';
import { Core, extras } from './core.ts';
import { makeElements } from './factory.ts';
import { questionsIn, type NodeBase } from './node.ts';
import type { Question } from './question.ts';
import type { LeaveTrigger } from './triggers.ts';
import type { Answers, DefinitionProblem, ElementNode, PageNode, Progress, QuestionNode, SessionOptions, SurveyError, SurveySession } from './types.ts';
import { at, isEmpty, isRecord, listOf, recordOf, type Json } from './values.ts';

/**
 * Begins a survey. `definition` is as `parseDefinition` gives it; elements at its root are taken as one page.
 * Never throws for what a definition or answers hold: `problems` says what could not be read.
 */
export function createSession(definition: SurveyDefinition, options: SessionOptions = {}): SurveySession {
  return new Session(definition, options);
}

/** Pages as written; elements at the root make one; one page, or one a question, when the definition says so. */
function pagesOf(definition: SurveyDefinition): { readonly json: Json; readonly where: string }[] {
  const loose = definition.elements ?? definition.questions;
  const pages: { json: Json; where: string }[] = listOf(definition.pages).map(recordOf).map((json, index) => ({ json, where: LOOSE_PAGES.has(json) ? '' : at('pages', index) }));
  if (Array.isArray(loose) && loose.length > 0) pages.push({ json: { name: 'page1', elements: loose }, where: '' });
  return pages;
}

class Session implements SurveySession {
  readonly definition: SurveyDefinition;
  readonly pages: readonly Page[];
  readonly #core: Core;
  readonly #leaving: readonly LeaveTrigger[];
  #current: Page | undefined;
  #looked = false;

  constructor(definition: SurveyDefinition, options: SessionOptions) {
    const core = new Core(definition, options, makeElements);
    this.#core = core;
    this.definition = definition;
    let leaving: readonly LeaveTrigger[] = [];
    let pages: Page[] = [];
    core.change(() => {
      startCalculated(core);
      const start = definition.firstPageIsStartPage === true || definition.firstPageIsStarted === true;
      const written = pagesOf(definition);
      pages = written.map(({ json, where }, index) => new Page(core, json, where, start && index === 0 && written.length > 1));
      leaving = extras.startTriggers?.(core) ?? leaving;
      core.startAll();
    });
    this.pages = pages;
    this.#leaving = leaving;
    this.#enter(this.currentPage);
  }

  get problems(): readonly DefinitionProblem[] {
    if (!this.#looked) extras.lookOver?.(this.#core);
    this.#looked = true;
    return this.#core.problems;
  }

  get locale(): string {
    return this.#core.locale;
  }

  set locale(locale: string) {
    if (locale === this.#core.locale) return;
    this.#core.change(() => {
      this.#core.locale = locale;
      for (const page of this.pages) page.touchAll();
      this.#core.rules.changed('locale');
    });
  }

  get title(): string {
    return this.#core.piped(this.definition.title);
  }

  get description(): string {
    return this.#core.piped(this.definition.description);
  }

  get answers(): Answers {
    return this.#core.answers;
  }

  get calculated(): Readonly<Record<string, unknown>> {
    const { variables } = this.#core;
    const named = listOf(this.definition.calculatedValues).filter(isRecord).map(({ name }) => String(name));
    return Object.fromEntries(named.map((name) => [name, variables.get(name.toLowerCase())]));
  }

  get visiblePages(): readonly Page[] {
    return this.pages.filter((page) => page.visible);
  }

  get currentPage(): Page | undefined {
    const pages = this.visiblePages;
    if (this.#current && pages.includes(this.#current)) return this.#current;
    // Its page got hidden: the next one that shows, else the last.
    const after = this.#current ? this.pages.indexOf(this.#current) : 0;
    return pages.find((page) => this.pages.indexOf(page) >= after) ?? pages.at(-1);
  }

  get progress(): Progress {
    const { currentPage, visiblePages } = this;
    const questions = visiblePages.flatMap((page) => [...questionsIn(page.elements)]).filter((question) => question.input && question.visible);
    return {
      page: currentPage ? visiblePages.indexOf(currentPage) + 1 : 0,
      pages: visiblePages.length,
      answered: questions.filter((question) => !question.empty).length,
      questions: questions.length,
    };
  }

  get completed(): boolean {
    return this.#core.completed;
  }

  get(name: string): unknown {
    return this.#core.scope.get(name);
  }

  set(name: string, value: unknown): void {
    const question = this.#core.byName(name) ?? this.#core.question(name);
    if (question) question.setValue(value);
    else this.#core.change(() => { this.#core.write(name, value); });
  }

  merge(answers: Answers): void {
    this.#core.change(() => {
      for (const [name, value] of Object.entries(answers)) this.#core.write(name, value);
    });
  }

  question(name: string): QuestionNode | undefined {
    return this.#core.byName(name) ?? this.#core.question(name);
  }

  node(id: string): PageNode | ElementNode | undefined {
    return this.#core.nodes.get(id) as (NodeBase & (PageNode | ElementNode)) | undefined;
  }

  // Pages

  /** What a page holds is made when it is first shown: entries of dynamic panels count as answers. */
  #enter(page: Page | undefined): void {
    for (const question of questionsIn(page?.elements ?? [])) question.enter();
  }

  /** Everything that can be wrong is there before it is checked, its conditions settled. */
  #prepare(nodes: readonly NodeBase[]): void {
    const questions = [...questionsIn(nodes)].filter((question) => question.visible);
    if (questions.length === 0) return;
    this.#core.change(() => { for (const question of questions) question.prepare(); });
    for (const question of questions) this.#prepare(question.children);
  }

  #move(page: Page): void {
    this.#current = page;
    this.#enter(page);
    this.#core.change(() => {
      page.touch();
      this.#core.moved();
    });
  }

  goTo(page: PageNode): void {
    const target = this.visiblePages.find((each) => each === page);
    if (target) this.#move(target);
  }

  next(): boolean {
    const { currentPage: page } = this;
    if (!page || this.validate(page).length > 0) return false;
    const names = new Set([...questionsIn(page.elements)].map((question) => question.valueName.toLowerCase()));
    let goal = this.visiblePages[this.visiblePages.indexOf(page) + 1];
    for (const trigger of this.#leaving) {
      if (![...trigger.names].some((name) => names.has(name)) || !trigger.holds()) continue;
      if (trigger.complete) {
        this.complete();
        return this.completed;
      }
      // A question that does not show leads nowhere; one of this very page holds nobody back.
      const target = this.#core.byName(trigger.goTo);
      const skipped = target?.shown ? this.#pageOf(target) : undefined;
      if (!skipped || skipped === page) continue;
      goal = skipped;
      break;
    }
    if (!goal) return false;
    this.#move(goal);
    return true;
  }

  previous(): boolean {
    const { currentPage: page, visiblePages } = this;
    const goal = page && visiblePages[visiblePages.indexOf(page) - 1];
    if (!goal) return false;
    this.#move(goal);
    return true;
  }

  #pageOf(question: Question): Page | undefined {
    return this.visiblePages.find((page) => [...questionsIn(page.elements)].includes(question));
  }

  // Errors and the end

  validate(page?: PageNode): readonly SurveyError[] {
    const pages = page ? this.pages.filter((each) => each === page) : this.visiblePages;
    for (const each of pages) this.#prepare(each.elements);
    let errors: SurveyError[] = [];
    this.#core.change(() => { errors = pages.flatMap((each) => each.check()); });
    return errors;
  }

  complete(): Answers | undefined {
    const core = this.#core;
    if (core.completed) return this.answers;
    if (this.validate().length > 0) return undefined;
    core.change(() => {
      core.completed = true;
      for (const page of this.pages) for (const question of questionsIn(page.elements)) question.clearUnused();
      core.moved();
    });
    return this.answers;
  }

  reopen(): void {
    this.#core.change(() => {
      this.#core.completed = false;
      this.#core.moved();
    });
  }

  setExternalErrors(errors: readonly { readonly path: string; readonly text: string }[]): void {
    this.#core.change(() => {
      const owners = [...this.#core.nodes.values()].flatMap((node) => node.asQuestion ?? []);
      const given = new Map<Question, { path: string; text: string }[]>();
      for (const error of errors) {
        const owner = owners.find((question) => question.path === error.path)
          ?? owners.filter((question) => error.path.startsWith(question.path) && /^[.[-]/.test(error.path.slice(question.path.length))).sort((a, b) => b.path.length - a.path.length)[0];
        if (owner) given.set(owner, [...(given.get(owner) ?? []), error]);
      }
      for (const question of owners) {
        const own = given.get(question) ?? [];
        if (own.length > 0 || question.errors.some((error) => error.code === 'external')) question.refuse(own);
      }
    });
  }

  subscribe(listener: () => void): () => void {
    this.#core.listeners.add(listener);
    return () => { this.#core.listeners.delete(listener); };
  }

  text(property: string): string | undefined {
    const text = Object.hasOwn(this.definition, property) ? this.#core.localize(this.definition[property]) : '';
    return isEmpty(text) ? undefined : text;
  }

  display(name: string): string {
    return this.#core.quote(name) ?? '';
  }
}
