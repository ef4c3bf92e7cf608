import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { Announcer } from '../internal/announcer.ts';
import { AsbElement } from '../internal/base-element.ts';
import { controlStyles } from '../internal/controls.styles.ts';
import { tokens } from '../internal/tokens.ts';
import { issuerStyles } from './badge-issuer.styles.ts';
import { Desk, type DeskHost, STEPS, type Step } from './desk.ts';
import { renderHand } from './hand-view.ts';
import type { Awarded } from './model.ts';
import { renderRegister } from './register-view.ts';
import { renderSign } from './sign-view.ts';
import { renderWhat } from './what-view.ts';
import { renderWho } from './who-view.ts';
import { renderWhom } from './whom-view.ts';
import { loadWords, type Words, wordsIn } from './words.ts';
import { findTemplate } from '@assembleurs/commons/content/badges';
import { designFrom } from './designs.ts';

const VIEWS: Readonly<Record<Step, (desk: Desk) => unknown>> = { who: renderWho, what: renderWhat, whom: renderWhom, sign: renderSign, hand: renderHand, register: renderRegister };

/**
 * Issues Open Badges after a workshop, on the device: makes the organisation's key, designs the badge, reads the list, signs, verifies each
 * badge, and hands over a ZIP. Nothing is sent to anybody; what has to be put on a site, and when, is said.
 *
 * @summary Issues Open Badges in the browser, without a server.
 * @tagname asb-badge-issuer
 * @slot - What to show until the script runs.
 *
 * @fires {BadgesIssuedEvent} asb-issued - Badges were signed and written into the register.
 * @fires {BadgeRevokedEvent} asb-revoked - A badge was taken back.
 *
 * @csspart issuer - The card of the organisation that issues.
 * @csspart steps - The list of steps.
 * @csspart step - The step that shows.
 * @csspart form - A form.
 * @csspart field - A field with its label.
 * @csspart template - One badge to begin with.
 * @csspart picture - The badge's picture.
 * @csspart report - What was read of the list.
 * @csspart progress - How far signing is.
 * @csspart register - The list of awards.
 * @csspart sheet - The sheet to print.
 * @csspart note - A message.
 * @csspart button - Any button; `button-primary` the one that goes on.
 *
 * @cssprop [--asb-brand=#252d80] - Buttons and links.
 * @cssprop [--asb-ink=#1b2056] - Text.
 * @cssprop [--asb-surface=#fff] - Background.
 * @cssprop [--asb-font] - Font family; the page's when absent.
 */
export class AsbBadgeIssuer extends AsbElement implements DeskHost {
  static override readonly tag = 'asb-badge-issuer';
  static override styles = [tokens, controlStyles, issuerStyles];

  /** Under which name what is being prepared is kept on the device; two of these elements on one site may need two. */
  @property({ attribute: 'storage-key' }) storageKey = 'default';
  /** Where the badges are put on the web, as a first proposal: `https://commune.example/badges/`. */
  @property() hosting = '';
  /** Where the file of revocations is put, as a first proposal for a new issuer. */
  @property({ attribute: 'status-url' }) statusUrl = '';
  /** The template to begin with: `retex-workshop`, `partner-library`… */
  @property() template = '';
  /** The records (`urn:uuid:…`) that the badges come from: the workshop, the action. They go into the register, not into the badges. */
  @property({ attribute: false }) derivedFrom: readonly string[] = [];

  readonly #announcer = new Announcer(this);
  readonly #desk = new Desk(this);
  #focus = '';

  /** @internal */
  get words(): Words {
    return wordsIn(this.locale);
  }

  /** What was awarded by the issuer that shows. */
  get awards(): readonly Awarded[] {
    return this.#desk.awards;
  }

  /** A list of recipients from the page (an attendance list): as pasted or as CSV. Added under what was typed. */
  addRecipients(text: string): void {
    const { people } = this.#desk;
    this.#desk.setPeople({ text: people.text.trim() === '' ? text : `${people.text.trimEnd()}\n${text}` });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#desk.ready) return;
    void this.#desk.load().then(() => {
      const found = findTemplate(this.template);
      if (found && !this.#desk.design) this.#desk.startDesign(designFrom(found, this.words.lang));
    });
  }

  protected override willUpdate(): void {
    void loadWords(this.locale).then((came) => { if (came) this.requestUpdate(); });
  }

  protected override updated(): void {
    if (!this.#focus) return;
    const target = this.renderRoot.querySelector<HTMLElement>(this.#focus);
    if (!target) return;
    this.#focus = '';
    // A field that is wrong may stand in a part that is folded.
    for (let fold = target.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) fold.open = true;
    target.focus();
    target.scrollIntoView({ block: 'nearest' });
  }

  /** @internal */
  say(text: string): void {
    this.#announcer.say(text);
  }

  /** @internal Draws, then moves the focus. */
  focusOn(selector: string): void {
    this.#focus = selector;
    this.requestUpdate();
  }

  /** The register, without the signed badges themselves. */
  toJSON(): readonly object[] {
    return this.awards.map(({ id, issuer, achievement, recipient, validFrom, validUntil, issuedAt, status, revoked, derivedFrom }) => ({ id, issuer, achievement, recipient, validFrom, validUntil, issuedAt, status, revoked, derivedFrom }));
  }

  #renderSteps(): unknown {
    const { t } = this.words;
    const { step } = this.#desk;
    return html`<nav aria-label=${t('steps')} part="steps"><ol class="steps">${STEPS.map((each, at) => html`<li><button type="button" class="step" part="button" aria-current=${each === step ? 'step' : 'false'} ?disabled=${this.#desk.run.state === 'running'} @click=${() => { this.#desk.go(each); }}>
      <span class="number" aria-hidden="true">${at + 1}</span>${t(`step_${each}`)}</button></li>`)}</ol></nav>`;
  }

  protected override render(): unknown {
    const { t } = this.words;
    const desk = this.#desk;
    // Without a secure page the browser gives no cryptography at all: nothing below would work.
    if (!globalThis.isSecureContext || !('subtle' in crypto)) return html`<div class="box"><div class="note trouble" role="alert"><h2>${t('insecure')}</h2><p>${t('insecureHelp')}</p></div><slot></slot></div>`;
    if (!desk.ready) return html`<div class="box" aria-busy="true"><p class="soft">${t('loading')}</p><slot></slot></div>`;
    return html`<div class="box" part="desk">
      ${this.#renderSteps()}
      ${desk.keeps ? nothing : html`<p class="note trouble" part="note">${t('keepsNothing')}</p>`}
      <section class="stack" part="step" aria-labelledby="asb-step"><h2 id="asb-step" tabindex="-1" data-focus="step">${t(`title_${desk.step}`)}</h2>${VIEWS[desk.step](desk)}</section>
    </div>${this.#announcer.render()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'asb-badge-issuer': AsbBadgeIssuer;
  }
}
