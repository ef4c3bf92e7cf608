import type { Answers, DefinitionProblem, SurveyDefinition, SurveyRgpd } from '@assembleurs/commons/survey';
import { LEGAL_BASES } from '@assembleurs/commons/survey/definition/frame';
import { adoptStyles, type CSSResult, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Announcer } from '../internal/announcer.ts';
import { AsbElement } from '../internal/base-element.ts';
import { saveFile } from '../internal/save-file.ts';
import { tokens } from '../internal/tokens.ts';
import type { SurveySubmission } from './events.ts';
import { fieldStyles, focusNode } from './fields/index.ts';
import { nodesOf } from './nodes.ts';
import { SurveyRun } from './run.ts';
import type { Settings } from './state.ts';
import { surveyStyles } from './survey.styles.ts';
import { renderSurvey } from './view.ts';

/** What the survey itself is read from: when one of these changes, it is loaded anew. */
const SOURCES = ['src', 'definition', 'commune', 'territory', 'storageKey', 'check'] as const;

/**
 * A survey: asks, keeps a draft on the device, sends, and shows which it is. Without any attribute, the questionnaire
 * to the communes; without `action`, the person downloads the answers.
 *
 * @summary Asks the questions of a survey, keeps what was answered, and sends it once.
 * @tagname asb-survey
 * @slot - What to show until the survey is ready, and when it cannot be shown: a link, a phone number. A
 *   `<script type="application/json">` there may hold the definition.
 *
 * @fires {SurveyReadyEvent} asb-ready - The questions can be answered.
 * @fires {SurveyChangeEvent} asb-change - The person changed an answer.
 * @fires {SurveyPageEvent} asb-page - Another page shows.
 * @fires {SurveySubmitEvent} asb-submit - The person sends; cancel it to send yourself, then call `confirmSent()`.
 * @fires {SurveySentEvent} asb-sent - The server acknowledged.
 * @fires {SurveyErrorEvent} asb-error - Loading failed, a sending did not get through yet, or was refused.
 *
 * @csspart survey - The card around everything.
 * @csspart header - Title, language and description.
 * @csspart notice - The information notice (RGPD).
 * @csspart step - "Étape 2 sur 8".
 * @csspart progress - The progress bar.
 * @csspart status - Whether the answers are saved.
 * @csspart page - One page of questions.
 * @csspart page-title - Its heading.
 * @csspart question - One question.
 * @csspart errors - The list of answers to correct.
 * @csspart note - A message above the questions.
 * @csspart button - Any button; `button-primary` the one that goes on.
 * @csspart draft - What can be done with the draft.
 * @csspart receipt - The date and code of the acknowledgement.
 *
 * @cssprop [--asb-brand=#252d80] - Buttons, chosen answers, progress.
 * @cssprop [--asb-on-brand=#fff] - Text on the brand colour.
 * @cssprop [--asb-ink=#1b2056] - Text.
 * @cssprop [--asb-surface=#fff] - Background.
 * @cssprop [--asb-line=#c9cde2] - Lines.
 * @cssprop [--asb-focus=#0a66ff] - The focus ring.
 * @cssprop [--asb-radius=8px] - Corners of buttons and boxes.
 * @cssprop [--asb-font] - Font family; the page's when absent.
 */
export class AsbSurvey extends AsbElement {
  static override readonly tag = 'asb-survey';
  static readonly formAssociated = true;
  static override styles = [tokens, fieldStyles, surveyStyles];
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: false };

  /** Address of the definition (JSON, SurveyJS's names). */
  @property() src = '';
  /** The definition itself; wins over `src`. */
  @property({ attribute: false }) definition: SurveyDefinition | Readonly<Record<string, unknown>> | undefined;
  /** Address that takes the answers by POST, as JSON. Without one nothing is sent. */
  @property() action = '';
  /** Base address of the drafts on the server, for "continue on another device". */
  @property() drafts = '';
  /** INSEE code of the commune that answers: prefilled and locked. */
  @property() commune = '';
  /** Address of the communes to choose from (a territory file, or an answer of geo.api.gouv.fr); without it, those of the `<asb-commons>` around, or the 95 of the MEL. */
  @property() territory = '';
  /** Tells apart two drafts of one survey on one site. */
  @property({ attribute: 'storage-key' }) storageKey = '';
  /** `paged`: one page at a time. `single`: everything on one page. */
  @property() display: 'paged' | 'single' = 'paged';
  /** The answers are shown and cannot be changed. */
  @property({ type: Boolean, reflect: true }) readonly = false;
  /** Days that a draft is kept on the device after its last change, 1 to 365. */
  @property({ type: Number, attribute: 'draft-days' }) draftDays = 30;
  /** For whoever writes a definition: what it asks for that is not done is listed above the questions, and in `problems`. */
  @property({ type: Boolean }) check = false;
  /** Seconds before a request is given up and tried again, 1 to 300. */
  @property({ type: Number }) timeout = 30;

  /** Information notice: who decides what is done with the answers. This and the next ones win over the definition's `rgpd`. */
  @property() controller = '';
  /** Information notice: how to reach the data protection officer. */
  @property() dpo = '';
  /** Information notice: why the answers are collected. */
  @property() purpose = '';
  /** Information notice: `consentement`, `contrat`, `obligation-legale`, `interets-vitaux`, `mission-interet-public` or `interet-legitime`. */
  @property({ attribute: 'legal-basis' }) legalBasis = '';
  /** Information notice: who reads the answers; several with `;` between them. */
  @property() recipients = '';
  /** Information notice: how long the answers are kept: a number of months, or words. */
  @property() retention = '';
  /** Information notice: the person's rights and how to use them. */
  @property() rights = '';
  /** Information notice: address of the whole notice. */
  @property() privacy = '';

  @state() private online = navigator.onLine;

  readonly #internals = this.attachInternals();
  readonly #announcer = new Announcer(this);
  readonly #run = new SurveyRun(this);
  #value: Answers | undefined;
  #disabled = false;
  #locale = '';
  #focus: readonly string[] = [];
  #guarded = false;
  readonly #styles = [...AsbSurvey.elementStyles];

  /** The answers, by question name. Setting them replaces those that stand. */
  @property({ attribute: false })
  get value(): Answers {
    return this.#run.session?.answers ?? this.#value ?? {};
  }

  set value(answers: Answers) {
    this.#value = answers;
    this.#run.answers = answers;
  }

  /** What in the definition is kept but not done, or could not be read, by path: types and names; each property too with `check`. */
  get problems(): readonly DefinitionProblem[] {
    return this.#run.problems;
  }

  /** The form that the element belongs to, for which its answers stand as JSON under its `name`. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#network);
    addEventListener('offline', this.#network);
    addEventListener('pagehide', this.#leave);
    document.addEventListener('visibilitychange', this.#leave);
    this.#network();
    this.requestUpdate(); // it may have moved under another `lang`
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#network);
    removeEventListener('offline', this.#network);
    removeEventListener('pagehide', this.#leave);
    document.removeEventListener('visibilitychange', this.#leave);
    this.#run.leave();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const locale = this.locale;
    const moved = this.#locale !== '' && this.#locale !== locale;
    this.#locale = locale;
    // Not in the constructor or on connection: properties set before the upgrade are there only now.
    if (!this.hasUpdated || SOURCES.some((name) => changed.has(name))) void this.#run.load();
    else if (moved || changed.has('readonly')) this.#run.update({ locale: moved, readOnly: changed.has('readonly') });
  }

  protected override updated(): void {
    this.#guard(this.#run.atRisk);
    this.#report();
    if (this.#focus.length === 0) return;
    const target = this.#focus.map((selector) => this.renderRoot.querySelector<HTMLElement>(selector)).find((found) => found !== null);
    this.#focus = [];
    target?.focus();
    target?.scrollIntoView({ block: 'nearest' });
  }

  /** The attributes and properties, each with a value that can be used. */
  settings(): Settings {
    return {
      definition: this.definition,
      src: this.src,
      action: this.action,
      drafts: this.drafts,
      commune: this.commune,
      territory: this.territory,
      storageKey: this.storageKey,
      display: this.oneOf('display', this.display, ['paged', 'single']),
      readOnly: this.readonly || this.#disabled,
      draftDays: this.inRange('draft-days', this.draftDays, [1, 365], 30),
      timeout: this.inRange('timeout', this.timeout, [1, 300], 30),
      rgpd: this.#notice(),
      check: this.check,
    };
  }

  #notice(): Partial<SurveyRgpd> {
    const { controller, dpo, purpose, legalBasis, recipients, retention, rights, privacy } = this;
    const months = /^\d+$/.test(retention.trim());
    return {
      ...(controller ? { responsable: controller } : {}),
      ...(dpo ? { contactDpo: dpo } : {}),
      ...(purpose ? { finalite: purpose } : {}),
      ...(legalBasis ? { baseLegale: this.oneOf('legal-basis', legalBasis, ['mission-interet-public', ...LEGAL_BASES]) } : {}),
      ...(recipients ? { destinataires: recipients.split(';').map((each) => each.trim()).filter(Boolean) } : {}),
      ...(retention ? (months ? { dureeMois: Number(retention), duree: '' } : { duree: retention }) : {}),
      ...(rights ? { droits: rights } : {}),
      ...(privacy ? { url: privacy } : {}),
    };
  }

  /** @internal */
  override territoryMoved(): void {
    if (this.territory === '') this.#run.moveTerritory();
  }

  /** @internal For the run: says something to screen readers. */
  say(text: string): void {
    this.#announcer.say(text);
  }

  /** @internal For the run: draws, then moves the focus. */
  focusOn(...selectors: readonly string[]): void {
    this.#focus = selectors;
    this.requestUpdate();
  }

  /** @internal For the run: draws, then moves the focus to a question. */
  focusQuestion(node: { readonly id: string }): void {
    this.requestUpdate();
    void this.updateComplete.then(() => focusNode(this.renderRoot as ShadowRoot, node));
  }

  /** @internal For parts that come later: their styles, after those that stand. */
  adopt(styles: CSSResult): void {
    if (this.#styles.includes(styles)) return;
    this.#styles.push(styles);
    adoptStyles(this.renderRoot as ShadowRoot, this.#styles);
  }

  /** What would be sent now: answers with the survey, its version, the language, the commune and times. */
  toJSON(): SurveySubmission {
    return this.#run.submission();
  }

  /** Hands a copy of the answers to the person: `json`, `csv`, or `pdf` by the browser's print dialog. */
  download(format: 'json' | 'csv' | 'pdf' = 'json'): void {
    const { session, definition, later } = this.#run;
    if (!session) return;
    const name = `${definition?.id ?? 'survey'}-${new Date().toISOString().slice(0, 10)}`;
    if (later) later.download(format, name, this.renderRoot);
    // Nothing else is there yet, and may never be (offline): the plain answers rather than none.
    else saveFile(`${name}.json`, 'application/json', JSON.stringify(this.toJSON(), null, 2));
  }

  /** Erases the draft and begins anew. */
  async reset(): Promise<void> {
    await this.#run.erase();
  }

  /** After a cancelled `asb-submit`: the page has sent the answers itself. `receipt` is the code to show. */
  confirmSent(receipt = ''): void {
    this.#run.later?.sender.confirm(receipt);
  }

  formResetCallback(): void {
    void this.reset();
  }

  formDisabledCallback(disabled: boolean): void {
    this.#disabled = disabled;
    this.#run.update({ readOnly: true });
    this.requestUpdate();
  }

  /** In a form: the answers as JSON, and whether they may be sent. */
  #report(): void {
    if (!this.#internals.form) return;
    const { session, words, completed } = this.#run;
    this.#internals.setFormValue(session ? JSON.stringify(session.answers) : null);
    const missing = session !== undefined && !completed && nodesOf(session).some((node) => node.kind === 'question' && node.visible && node.required && node.empty);
    this.#internals.setValidity(missing ? { valueMissing: true } : {}, missing ? words.t('review') : '');
  }

  readonly #network = (): void => {
    this.online = navigator.onLine;
    if (this.online) void this.#run.online();
  };

  readonly #leave = (event: Event): void => {
    if (event.type === 'pagehide' || document.visibilityState === 'hidden') this.#run.leave();
  };

  /** Asks before the page closes, only while closing it would lose answers: such a listener costs the back button its speed. */
  #guard(needed: boolean): void {
    if (needed === this.#guarded) return;
    this.#guarded = needed;
    if (needed) addEventListener('beforeunload', this.#ask);
    else removeEventListener('beforeunload', this.#ask);
  }

  readonly #ask = (event: Event): void => {
    event.preventDefault();
  };

  protected override render(): unknown {
    const { kind } = this.#run.phase;
    const settings = this.settings();
    const fallback = kind === 'loading' || kind === 'failed';
    // What the page says meanwhile stands alone.
    const said = kind === 'loading' && [...this.childNodes].some(({ nodeName, textContent }) => !/script|comment/i.test(nodeName) && textContent?.trim());
    return html`<div class="survey" part="survey" aria-busy=${String(kind === 'loading')}>
      ${said ? nothing : renderSurvey(this.#run, {
        settings,
        online: this.online,
        announce: (text) => { this.say(text); },
        download: (format) => { this.download(format); },
      })}${fallback ? html`<slot></slot>` : nothing}</div>${this.#announcer.render()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'asb-survey': AsbSurvey;
  }
}
