import type { Answers, DefinitionProblem, SurveyDefinition, SurveyError, SurveySession } from '@assembleurs/commons/survey';
import { createSession, resume } from '@assembleurs/commons/survey/core';
import { definitionVersion, languagesOf } from '@assembleurs/commons/survey/definition/frame';
import type { CSSResult, ReactiveControllerHost } from 'lit';
import { webAddress } from '../internal/web-address.ts';
import { uuid } from '../internal/uuid.ts';
import { warnOnce } from '../internal/warn.ts';
import { communeQuestion, lockQuestion } from './commune-lock.ts';
import type { DraftContent } from './autosave.ts';
import type { Draft } from './database.ts';
import { SurveyChangeEvent, SurveyErrorEvent, SurveyPageEvent, SurveyReadyEvent, type SurveySubmission } from './events.ts';
import { loadDefinition, type LoadedTerritory, loadTerritory } from './loading.ts';
import type { Later } from './later.ts';
import { fullTitle, pageOf } from './nodes.ts';
import { told } from './problems.ts';
import { hasToken } from './resume-link.ts';
import type { Note, Phase, Settings } from './state.ts';
import { dropStash, stash } from './stash.ts';
import { mayHold, trace } from './trace.ts';
import { loadWords, type Words, wordsIn } from './words.ts';

const DAY = 86_400_000;

/** The element as its run sees it. */
export interface SurveyHost extends ReactiveControllerHost, HTMLElement {
  readonly locale: string;
  territoryAround(): Promise<LoadedTerritory | undefined>;
  settings(): Settings;
  say(text: string): void;
  /** Draws, then moves the focus to the first of these that is there. */
  focusOn(...selectors: readonly string[]): void;
  focusQuestion(node: { readonly id: string }): void;
  /** Styles of a part that came later. */
  adopt(styles: CSSResult): void;
}

/** One survey being answered, from its definition to its last page. What keeps and sends the answers is in `later.ts`, what it shows in `view.ts`. */
export class SurveyRun {
  phase: Phase = { kind: 'loading' };
  session: SurveySession | undefined;
  territory: LoadedTerritory | undefined;
  problems: readonly DefinitionProblem[] = [];
  /** Once `check` was asked for and came. */
  renderProblems: typeof import('./checking.ts').renderProblems | undefined;
  notes: readonly Note[] = [];
  /** Why the server refused the last sending. */
  refusal = '';
  /** The language that the person chose instead of the page's. */
  language: string | undefined;
  /** The person left the summary for one question, and is to be led back there. */
  returning = false;
  /** Drafts, summary and sending: soon after the questions. */
  later: Later | undefined;
  /** What should have come later did not: nothing keeps the answers but this page. */
  alone = false;
  readonly #host: SurveyHost;
  #definition: SurveyDefinition | undefined;
  #languages: ReadonlySet<string> = new Set();
  #communeName: string | undefined;
  #communeLocked: string | undefined;
  #key = '';
  #initial: Answers = {};
  #answers: Answers | undefined;
  #shown: readonly SurveyError[] = [];
  #turn = 0;
  #quiet = 0;
  #touched = false;
  /** Under this key the page itself left a draft, and came back: it is no other tab's. */
  #left = '';
  #unsubscribe: (() => void) | undefined;

  constructor(host: SurveyHost) {
    this.#host = host;
  }

  get locale(): string {
    return this.language ?? this.#host.locale;
  }

  get words(): Words {
    return wordsIn(this.locale);
  }

  /** Languages that the survey's texts are written in. */
  get languages(): ReadonlySet<string> {
    return this.#languages;
  }

  get definition(): SurveyDefinition | undefined {
    return this.#definition;
  }

  /** The errors of the last check that still stand. */
  get errors(): readonly SurveyError[] {
    return this.#shown.filter(({ question, path }) => question.visible && question.errors.some((error) => error.path === path));
  }

  /** The person changed an answer since these questions were opened. */
  get touched(): boolean {
    return this.#touched;
  }

  /** What a draft holds. */
  get content(): DraftContent {
    return { answers: this.session?.answers ?? {}, page: this.session?.currentPage?.name ?? null, locale: this.locale };
  }

  get completed(): boolean {
    return this.phase.kind === 'done' || (this.phase.kind === 'delivery' && this.phase.state.kind === 'sent');
  }

  // Loading

  /** Reads what the attributes ask, from the beginning. Given answers are kept for a fresh start. */
  async load(): Promise<void> {
    const turn = ++this.#turn;
    const late = (): boolean => turn !== this.#turn;
    const { definition, src, commune, territory, check } = this.#host.settings();
    if (this.later) {
      await this.later.autosave.flush();
      this.later.autosave.end();
    }
    this.set({ kind: 'loading' });
    this.notes = [];
    this.renderProblems = undefined;
    const [loaded] = await Promise.all([loadDefinition(this.#host, { definition, src, locale: this.locale }), loadWords(this.locale)]);
    if (late()) return;
    if ('failure' in loaded) {
      this.#fail(loaded.failure);
      return;
    }
    this.problems = loaded.problems;
    this.#communeName = communeQuestion(loaded.definition);
    this.#communeLocked = undefined;
    this.#definition = loaded.definition;
    this.#languages = languagesOf([loaded.definition.title, loaded.definition.pages]);
    if (this.#communeName !== undefined || commune) {
      const reading = this.#readTerritory(territory, late);
      if (commune) {
        await reading;
        if (late()) return;
        this.#lock(commune);
      }
    }
    await this.#begin(loaded.drawers, late);
    if (late() || !check) return;
    try {
      const { checkDefinition, renderProblems } = await import('./checking.ts');
      const found = await checkDefinition(loaded.json, this.locale);
      if (late()) return;
      this.problems = told([...found, ...(this.session?.problems ?? [])]);
      this.renderProblems = renderProblems;
      this.refresh();
    } catch {
      if (!late()) this.note('warn', this.words.t('failNetwork'));
    }
  }

  /** The communes to choose from are others now. */
  moveTerritory(): void {
    const turn = this.#turn;
    if (this.territory) void this.#readTerritory('', () => turn !== this.#turn);
  }

  async #readTerritory(address: string, late: () => boolean): Promise<void> {
    const read = (address === '' ? await this.#host.territoryAround() : undefined) ?? await loadTerritory(address, this.locale);
    if (late()) return;
    if (Array.isArray(read)) {
      warnOnce('<asb-survey>: the territory could not be read.', read);
      this.note('warn', this.words.t('territoryFailed'));
    } else this.territory = read as LoadedTerritory;
    this.refresh();
  }

  /** Prefills the commune and locks it; an unknown code is said, and left to the person. */
  #lock(code: string): void {
    const found = this.territory?.lookUp(code, this.locale);
    if (!found || !this.#definition) return;
    if ('error' in found) {
      warnOnce(`<asb-survey commune="${code}">: ${found.error}`);
      this.note('warn', found.error);
      return;
    }
    this.#communeLocked = found.commune.code;
    if (this.#communeName !== undefined) this.#definition = lockQuestion(this.#definition, this.#communeName);
  }

  /** Finds what an earlier visit left (an answer not sent yet, a draft, a receipt), or begins. */
  async #begin(drawers: Promise<CSSResult | undefined>, late: () => boolean): Promise<void> {
    const definition = this.#definition;
    if (!definition) return;
    this.open();
    if (this.session?.visiblePages.length === 0) {
      this.#fail({ key: 'failEmpty', details: this.problems });
      return;
    }
    this.problems = told([...this.problems, ...(this.session?.problems ?? [])]);
    try {
      const styles = await drawers;
      if (styles) this.#host.adopt(styles);
    } catch {
      if (!late()) this.#fail({ key: 'failNetwork', details: [] });
      return;
    }
    if (late()) return;
    const { storageKey, src, readOnly, drafts } = this.#host.settings();
    this.#key = [definition.id ?? (webAddress(src) ?? location.pathname), storageKey, this.#communeLocked ?? ''].join(' ');
    const linked = drafts !== '' && hasToken();
    if (readOnly || (!linked && !mayHold(this.#key))) {
      this.ready();
      await this.#drawn();
      if (late()) return;
    }
    await this.#goOn(late);
  }

  /** Takes up what an earlier visit left, or begins to keep what is answered. */
  async #goOn(late: () => boolean): Promise<void> {
    const { readOnly, drafts } = this.#host.settings();
    const later = await this.#bring();
    if (late()) return;
    this.alone = later === undefined;
    if (!later && this.phase.kind === 'loading') this.ready();
    this.refresh();
    if (!later || readOnly) return;
    if (this.#left === this.#key) dropStash(this.#key);
    this.#left = '';
    const pending = await later.sender.delivery.resume(this.#key);
    if (late()) return;
    if (pending) {
      this.open((JSON.parse(pending.body) as SurveySubmission).answers, true);
      this.note('info', this.words.t('pending', { date: this.words.date(pending.madeAt) }));
      return;
    }
    await later.drafting.find(this.#key, drafts, late);
  }

  /** What keeps, sums up and sends; undefined when it cannot be loaded now. */
  async #bring(): Promise<Later | undefined> {
    try {
      const { Later } = await import('./later.ts');
      return (this.later ??= new Later(this, this.#host));
    } catch {
      return undefined;
    }
  }

  /** Erases what is kept of these answers, and begins anew. */
  async erase(): Promise<void> {
    const later = await this.#bring();
    if (later) {
      await later.drafting.erase();
      return;
    }
    this.open();
    this.ready();
  }

  /** The network is back: what could not be loaded is asked for again. */
  async online(): Promise<void> {
    const turn = this.#turn;
    if (this.alone) await this.#goOn(() => turn !== this.#turn);
  }

  /** The questions stand in the document, and the browser had a turn to show them. */
  async #drawn(): Promise<void> {
    await this.#host.updateComplete;
    await new Promise((done) => setTimeout(done));
  }

  newDraft(): Draft {
    const now = new Date().toISOString();
    return {
      key: this.#key, version: this.version, answers: {}, page: null, locale: this.locale, startedAt: now, savedAt: now, expires: 0, revision: 0, sendKey: uuid(),
    };
  }

  get version(): string | null {
    return this.#definition ? definitionVersion(this.#definition) : null;
  }

  ready(): void {
    this.set({ kind: 'answering' });
    this.#host.dispatchEvent(new SurveyReadyEvent());
  }

  #fail(failure: Extract<Phase, { kind: 'failed' }>['failure']): void {
    this.session = undefined;
    this.set({ kind: 'failed', failure });
    this.#host.dispatchEvent(new SurveyErrorEvent('load', this.words.t(failure.key, { status: failure.status ?? '' })));
  }

  /** A session over these answers, on its first page. `left`: someone had come to them, and what they took away stays away. */
  open(answers: Answers = this.#initial, left = false): void {
    if (!this.#definition) return;
    this.#unsubscribe?.();
    const commune = this.#communeLocked;
    const given = commune !== undefined && this.#communeName !== undefined ? { ...answers, [this.#communeName]: commune } : answers;
    const session = createSession(this.#definition, {
      answers: given,
      locale: this.locale,
      now: () => new Date(),
      random: () => Math.random(),
      readOnly: this.#host.settings().readOnly,
      // The list may come after the questions: until then any code will do, and the server has the last word.
      communes: { has: (code) => this.territory === undefined || this.territory.byCode(code) !== undefined },
      ...(commune === undefined ? {} : { variables: { $commune: this.territory?.byCode(commune) } }),
    });
    if (left) resume(session, given);
    this.session = session;
    this.#touched = false;
    this.#answers = session.answers;
    this.#shown = [];
    this.refusal = '';
    this.returning = false;
    this.#unsubscribe = session.subscribe(() => { this.#changed(session); });
  }

  #changed(session: SurveySession): void {
    // Errors and pages change too: only new answers are the person's.
    if (session.answers !== this.#answers) {
      this.#answers = session.answers;
      if (this.#quiet === 0) {
        this.#touched = true;
        if (this.#shown.length > 0) this.#host.say(''); // the errors said are no longer those that stand
        this.later?.autosave.touch();
        this.#host.dispatchEvent(new SurveyChangeEvent(session.answers));
      }
    }
    this.refresh();
  }

  /** Changes that are not the person's: no `asb-change`, no draft. */
  quietly<Value>(work: () => Value): Value {
    this.#quiet += 1;
    try {
      return work();
    } finally {
      this.#quiet -= 1;
    }
  }

  /** Applies a change of language or of `readonly` without losing answers. */
  update({ locale = false, readOnly = false }: { locale?: boolean; readOnly?: boolean }): void {
    const { session } = this;
    if (!session) return;
    if (readOnly) this.#replace(session.answers, true);
    if (!locale) return;
    this.quietly(() => { session.locale = this.locale; });
    void loadWords(this.locale).then(() => { this.refresh(); });
  }

  #replace(answers: Answers, left = false): void {
    const page = this.session?.currentPage?.name;
    this.open(answers, left);
    this.goToPage(page ?? null);
    this.refresh();
  }

  /** The answers from outside: they replace those that stand. */
  set answers(answers: Answers) {
    this.#initial = answers;
    if (this.session) this.#replace(answers);
  }

  setLanguage(language: string): void {
    this.language = language;
    this.update({ locale: true });
    this.refresh();
  }

  goToPage(name: string | null): void {
    const page = this.session?.visiblePages.find((each) => each.name === name);
    if (page) this.quietly(() => { this.session?.goTo(page); });
  }

  // Moving

  next(): void {
    const { session } = this;
    const page = session?.currentPage;
    if (!session || !page) return;
    if (this.#host.settings().display === 'single') {
      this.#check(session.validate());
      return;
    }
    this.refusal = '';
    if (!session.next()) this.#check(session.validate(page));
    // A `complete` trigger ends the survey before its last page.
    else if (session.completed || this.returning) this.review();
    else this.#moved();
  }

  /** To the summary when nothing is wrong, else to the errors. */
  #check(errors: readonly SurveyError[]): void {
    this.#shown = errors;
    if (errors.length > 0) this.showErrors();
    else this.review();
  }

  previous(): void {
    this.refusal = '';
    if (this.session?.completed) this.session.reopen();
    if (this.phase.kind === 'review') {
      if (this.returning) this.goToPage(this.session?.visiblePages.at(-1)?.name ?? null);
      this.returning = false;
      this.set({ kind: 'answering' });
    } else if (!this.session?.previous()) return;
    this.#moved();
  }

  review(): void {
    void this.later?.autosave.flush();
    this.set({ kind: 'review' });
    this.#host.dispatchEvent(new SurveyPageEvent(null, (this.session?.progress.pages ?? 0) + 1));
    this.focusPage();
  }

  #moved(): void {
    this.#shown = [];
    this.later?.autosave.touch();
    void this.later?.autosave.flush();
    this.#host.dispatchEvent(new SurveyPageEvent(this.session?.currentPage?.name ?? null, this.session?.progress.page ?? 1));
    this.focusPage();
    this.refresh();
  }

  /** Shows a question, on whichever page it stands. */
  edit(node: { readonly id: string }): void {
    const { session } = this;
    if (!session) return;
    if (session.completed) session.reopen();
    const page = pageOf(session, node);
    if (page && page !== session.currentPage) session.goTo(page);
    this.returning ||= this.phase.kind === 'review';
    this.set({ kind: 'answering' });
    this.#host.focusQuestion(node);
  }

  showErrors(): void {
    const [first] = this.#shown;
    if (!first || !this.session) return;
    const { t, colon } = this.words;
    const title = fullTitle(this.session, first.question);
    this.refresh();
    this.#host.say(t('errorsSaid', { count: this.#shown.length, first: title + colon(title) + first.text }));
    this.#host.focusOn('[data-focus=errors]');
  }

  focusPage(): void {
    this.#host.focusOn('[data-focus=page]');
  }

  // Sending

  submission(): SurveySubmission {
    const { session } = this;
    const commune = this.#communeLocked ?? (this.#communeName === undefined ? undefined : session?.get(this.#communeName));
    return {
      survey: this.#definition?.id ?? null,
      definitionVersion: this.version,
      locale: this.locale,
      commune: typeof commune === 'string' && commune !== '' ? commune : null,
      answers: session?.answers ?? {},
      startedAt: this.later?.autosave.start?.startedAt ?? new Date().toISOString(),
      completedAt: null,
    };
  }

  /** Shows what is wrong anywhere in the survey, on the page of the first error. */
  toErrors(errors: readonly SurveyError[]): void {
    this.#shown = errors;
    const [first] = errors;
    this.returning = true;
    this.set({ kind: 'answering' });
    const page = first && this.session && pageOf(this.session, first.question);
    if (page) this.session?.goTo(page);
    this.showErrors();
  }

  retry(): void {
    if (this.phase.kind === 'failed') void this.load();
    else this.later?.sender.delivery.retry();
  }

  /** Closing the page would lose answers. */
  get atRisk(): boolean {
    return this.later?.atRisk ?? (this.alone && this.#touched);
  }

  // Showing

  note(kind: Note['kind'], text: string): void {
    this.notes = [...this.notes.filter((note) => note.text !== text), { kind, text }];
    this.refresh();
  }

  set(phase: Phase): void {
    this.phase = phase;
    this.refresh();
    if (phase.kind === 'review' && !this.later) void this.#close(phase);
  }

  /** What follows the questions did not come yet: waits for it, or goes back to them. */
  async #close(phase: Phase): Promise<void> {
    const turn = this.#turn;
    const sorry = this.words.t('failNetwork');
    if (await this.#bring()) {
      this.notes = this.notes.filter(({ text }) => text !== sorry);
      if (this.alone) await this.#goOn(() => turn !== this.#turn);
      if (this.phase !== phase) return;
      this.refresh();
      this.focusPage();
    } else {
      this.note('warn', sorry);
      if (this.phase === phase) this.set({ kind: 'answering' });
    }
  }

  /** The page is going away, perhaps for good. */
  leave(): void {
    if (this.later) this.later.autosave.leave();
    else if (this.#touched && !this.#host.settings().readOnly) {
      // The person was quicker than what keeps: left where it looks first.
      this.#left = this.#key;
      const now = Date.now();
      trace(this.#key, true);
      stash({ ...this.newDraft(), ...this.content, savedAt: new Date(now).toISOString(), expires: now + this.#host.settings().draftDays * DAY, revision: 1 });
    }
  }

  refresh(): void {
    this.#host.requestUpdate();
  }
}
