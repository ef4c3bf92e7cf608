import type { StorageTrouble } from '../internal/storage.ts';
import type { SaveState } from './autosave.ts';
import type { Draft } from './database.ts';
import { findDraft } from './draft-store.ts';
import type { Later } from './later.ts';
import { remote, resumeLink, takeToken } from './resume-link.ts';
import { stillAsked } from './resumed.ts';
import type { SurveyHost, SurveyRun } from './run.ts';

/** What the person does with a draft: go on, start again, erase, take it elsewhere, choose between two. */
export class Drafting {
  /** The resume link, once made. */
  link: { readonly url: string; readonly expiresAt: string } | undefined;
  /** The person asked to erase and has not confirmed yet. */
  erasing = false;
  readonly #run: SurveyRun;
  readonly #host: SurveyHost;
  readonly #later: Later;

  constructor(run: SurveyRun, host: SurveyHost, later: Later) {
    this.#run = run;
    this.#host = host;
    this.#later = later;
  }

  /** Offers what stands on this device or behind the page's resume link, or begins. */
  async find(key: string, drafts: string, late: () => boolean): Promise<void> {
    const { words: { t, date } } = this.#run;
    const token = drafts ? takeToken() : undefined;
    const [found, answer] = await Promise.all([findDraft(key, Date.now()), token === undefined ? undefined : remote().then((server) => server?.readRemoteDraft(drafts, token) ?? 'failed')]);
    const { phase, touched } = this.#run;
    // Sent already: the person was much quicker than the database.
    if (late() || !['loading', 'answering', 'review'].includes(phase.kind)) return;
    /** Answers stand here that no draft that is found may take the place of. */
    const begun = phase.kind === 'review' || touched;
    const trouble = 'trouble' in found ? found.trouble : undefined;
    const { draft, receipt } = 'trouble' in found ? {} : found.value;
    if (typeof answer === 'string') this.#run.note('warn', t(answer === 'dead' ? 'linkDead' : 'linkFailed'));
    const linked: Draft | undefined = typeof answer === 'object'
      ? { ...this.#run.newDraft(), answers: answer.answers, page: answer.page, locale: answer.locale, savedAt: answer.updatedAt, token, remoteAt: answer.updatedAt }
      : undefined;
    if (linked && (!draft || draft.token === token)) this.resume(draft ? { ...linked, revision: draft.revision, sendKey: draft.sendKey } : linked, trouble);
    else if (draft && begun) this.#go({ kind: 'conflict', theirs: linked ?? draft, elsewhere: linked !== undefined });
    else if (draft) this.#run.set({ kind: 'resume', draft, ...(linked ? { linked } : {}) });
    else {
      if (receipt) this.#run.note('info', t('before', { date: date(receipt.receivedAt), receipt: receipt.code || '–' }));
      this.#go(trouble ? { kind: 'trouble', trouble } : { kind: 'none' });
    }
    if (typeof answer === 'string') this.#host.focusOn('[data-focus=note]');
  }

  /** Begins a draft of what the person answered already, or of nothing. */
  #go(state: SaveState): void {
    const run = this.#run;
    this.#later.autosave.begin(run.newDraft(), state);
    if (run.phase.kind === 'loading') run.ready();
    else if (run.touched) this.#later.autosave.touch();
    run.refresh();
  }

  /** Goes on with a draft. Answers whose question is gone since are left out, and that is said. */
  resume(draft: Draft, trouble?: StorageTrouble): void {
    const run = this.#run;
    run.open({});
    if (!run.session) return;
    const { kept, dropped } = stillAsked(run.session, draft.answers);
    if (dropped > 0 || draft.version !== run.version) run.note('info', run.words.t(dropped === 0 ? 'changed' : 'changedLess', { count: dropped }));
    // Another version may ask what this draft never saw: its defaults are not what the person took away.
    run.open(kept, draft.version === run.version);
    run.goToPage(draft.page);
    const saved = draft.revision > 0 ? { kind: 'saved', at: new Date(draft.savedAt) } as const : { kind: 'none' } as const;
    this.#later.autosave.begin({ ...draft, version: run.version }, trouble ? { kind: 'trouble', trouble } : saved);
    this.link = undefined;
    run.ready();
    if (draft.revision === 0) this.#later.autosave.touch();
    run.focusPage();
  }

  /** The link was chosen while another draft stands here: its answers take that draft's place. */
  takeLinked(linked: Draft, draft: Draft): void {
    this.resume({ ...linked, revision: draft.revision });
    this.#later.autosave.touch();
  }

  /** Begins anew; the draft that stood is erased. */
  async restart(draft: Draft): Promise<void> {
    this.#later.autosave.begin(draft);
    await this.erase();
  }

  /** Erases everything that this device keeps of these answers, and begins anew. */
  async erase(): Promise<void> {
    const run = this.#run;
    const had = (this.#later.autosave.start?.revision ?? 0) > 0;
    this.erasing = false;
    this.link = undefined;
    await this.#later.sender.delivery.abandon();
    await this.#later.autosave.erase();
    run.notes = [];
    run.open();
    if (had) run.note('info', run.words.t('erased'));
    this.#later.autosave.begin(run.newDraft());
    run.ready();
    run.focusPage();
    if (had) this.#host.say(run.words.t('erased'));
  }

  askErase(asked: boolean): void {
    this.erasing = asked;
    this.#host.focusOn(asked ? '[data-focus=sure]' : '[data-focus=erase]');
  }

  async useOther(): Promise<void> {
    const { state } = this.#later.autosave;
    if (state.kind === 'conflict') {
      this.resume(state.theirs);
      if (state.elsewhere) this.#later.autosave.touch();
    } else await this.erase();
  }

  async keepMine(): Promise<void> {
    await this.#later.autosave.keepMine();
    this.#run.focusPage();
  }

  /** Makes the resume link and keeps it up to date from then on. */
  async share(): Promise<void> {
    const { session, words: { t }, locale } = this.#run;
    const { autosave } = this.#later;
    if (!session) return;
    const server = await remote();
    const made = await server?.createRemoteDraft(this.#host.settings().drafts, { answers: session.answers, page: session.currentPage?.name ?? null, locale });
    if (!made) {
      this.#host.say(t('otherFailed'));
      this.#run.note('warn', t('otherFailed'));
      return;
    }
    autosave.share(made.token, made.updatedAt);
    this.link = { url: resumeLink(made.token), expiresAt: made.expiresAt };
    this.#run.refresh();
    this.#host.focusOn('#asb-link');
  }
}
