import { webAddress } from '../internal/web-address.ts';
import { uuid } from '../internal/uuid.ts';
import { warnOnce } from '../internal/warn.ts';
import type { Receipt } from './database.ts';
import { Delivery, type DeliveryState } from './delivery.ts';
import { ending } from './ending.ts';
import { SurveyErrorEvent, SurveySentEvent, SurveySubmitEvent, type SurveySubmission } from './events.ts';
import type { Later } from './later.ts';
import { standingErrors } from './nodes.ts';
import { acknowledge } from './outbox.ts';
import type { SurveyHost, SurveyRun } from './run.ts';
import { trace } from './trace.ts';

const DAY = 86_400_000;

/** The message for each reason to wait. */
export const WHY = {
  offline: 'whyOffline', unreachable: 'whyUnreachable', timeout: 'whyTimeout', server: 'whyServer', busy: 'whyBusy', unread: 'whyUnread',
} as const;

/** From "send" to the receipt, or back to the answers when the server refuses them. */
export class Sender {
  readonly delivery: Delivery;
  readonly #run: SurveyRun;
  readonly #host: SurveyHost;
  readonly #later: Later;

  constructor(run: SurveyRun, host: SurveyHost, later: Later) {
    this.#run = run;
    this.#host = host;
    this.#later = later;
    this.delivery = new Delivery({
      timeout: () => host.settings().timeout * 1000,
      locale: () => run.locale,
      receiptLife: () => this.#life,
      changed: (state) => { this.#delivered(state); },
    });
  }

  get #life(): number {
    return this.#host.settings().draftDays * DAY;
  }

  async send(): Promise<void> {
    const { session } = this.#run;
    const { autosave } = this.#later;
    if (!session || this.#run.phase.kind !== 'review') return;
    if (autosave.state.kind === 'conflict' || autosave.state.kind === 'gone') {
      this.#host.focusOn('[data-focus=conflict]');
      return;
    }
    const ended = this.#run.quietly(() => ending(session));
    if (ended === 'errors') {
      this.#run.toErrors(session.validate());
      return;
    }
    if (ended === 'moved') {
      this.#run.note('info', this.#run.words.t('moved'));
      this.#host.focusOn('[data-focus=note]');
      return;
    }
    const { notes, words: { t } } = this.#run;
    this.#run.notes = notes.filter(({ text }) => text !== t('moved'));
    const submission: SurveySubmission = { ...this.#run.submission(), completedAt: new Date().toISOString() };
    const { action } = this.#host.settings();
    const url = action ? webAddress(action) : undefined;
    if (action && url === undefined) warnOnce(`<asb-survey action="${action}">: not an http(s) address; nothing is sent.`);
    // A variable: the manifest analyser takes the first argument of an event made in place for its name.
    const event = new SurveySubmitEvent(submission);
    this.#host.dispatchEvent(event);
    if (event.defaultPrevented) return;
    await autosave.flush();
    const start = autosave.start ?? this.#run.newDraft();
    if (url === undefined) {
      this.#run.set({ kind: 'done' });
      this.#run.focusPage();
      return;
    }
    this.#run.notes = [];
    trace(start.key, true);
    await this.delivery.submit({
      id: start.sendKey, key: start.key, action: url, body: JSON.stringify(submission), madeAt: new Date().toISOString(), token: start.token,
    });
  }

  #delivered(state: DeliveryState): void {
    const { phase, words: { t } } = this.#run;
    const { autosave, drafting } = this.#later;
    // What had the focus goes with the state; a person elsewhere in the page is left there.
    const here = phase.kind !== 'delivery' || this.#host.shadowRoot?.activeElement !== null;
    if (state.kind === 'refused') {
      this.#refused(state);
      return;
    }
    if (state.kind === 'sent') {
      autosave.end();
      autosave.sent(state.sending.key, state.sending.token);
      this.#run.notes = [];
      drafting.link = undefined;
    }
    this.#run.set({ kind: 'delivery', state });
    if (state.kind === 'sending') {
      if (here) this.#run.focusPage();
      this.#host.say(t('sending'));
    } else if (state.kind === 'sent') {
      this.#host.dispatchEvent(new SurveySentEvent(state.receipt.code));
      this.#host.say(t('sent'));
      this.#run.focusPage();
    } else {
      const why = t(WHY[state.why], { status: state.status ?? '' });
      this.#host.dispatchEvent(new SurveyErrorEvent('send', why));
      this.#host.say(`${t('waiting')}. ${why}`);
      if (here) this.#run.focusPage();
    }
  }

  /** Back to answering, with the server's reasons where it names an answer. */
  #refused({ sending, outcome }: Extract<DeliveryState, { kind: 'refused' }>): void {
    const { session, words } = this.#run;
    const { autosave } = this.#later;
    if (!session) return;
    session.reopen();
    // The refused body was not kept under this key; the corrected one is another.
    autosave.begin({ ...(autosave.start ?? { ...this.#run.newDraft(), token: sending.token }), sendKey: uuid() }, autosave.state);
    autosave.touch();
    this.#run.notes = [];
    this.#run.refusal = outcome.text || words.t('refusedStatus', { status: outcome.status });
    this.#run.quietly(() => { session.setExternalErrors(outcome.errors); });
    this.#host.dispatchEvent(new SurveyErrorEvent('refused', this.#run.refusal));
    const named = standingErrors(session, ({ code }) => code === 'external');
    if (named.length > 0) {
      this.#run.toErrors(named);
      return;
    }
    this.#run.set({ kind: 'review' });
    this.#host.say(this.#run.refusal);
    this.#host.focusOn('[data-focus=refusal]');
  }

  /** The page's own script has sent (see `asb-submit`). */
  confirm(code: string): void {
    const { sendKey: id, key, token } = this.#later.autosave.start ?? this.#run.newDraft();
    const receivedAt = new Date().toISOString();
    const receipt: Receipt = { id, key, code, receivedAt, expires: Date.now() + this.#life };
    void acknowledge(receipt);
    this.#delivered({ kind: 'sent', sending: { id, key, action: '', body: '', madeAt: receivedAt, token }, receipt });
  }
}
