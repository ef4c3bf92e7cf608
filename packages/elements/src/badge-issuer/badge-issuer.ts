import type { Meeting } from '@assembleurs/commons/animation';
import { html } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Announcer } from '../internal/announcer.ts';
import { AsbElement } from '../internal/base-element.ts';
import { controlStyles } from '../internal/controls.styles.ts';
import { tokens } from '../internal/tokens.ts';
import { SurroundingWorkspace } from '../internal/workspace/around.ts';
import { issuerStyles } from './badge-issuer.styles.ts';
import type { DeskHost } from './desk.ts';
import { SHELL } from './messages/shell.ts';
import type { Awarded } from './model.ts';
import type { Desk } from './room.ts';
import type { Words } from './words.ts';

type Room = typeof import('./room.ts');

/**
 * Issues Open Badges after a workshop, on the device: makes the organisation's key, designs the badge, reads the list, signs, verifies each
 * badge, and hands over a ZIP. Nothing is sent to anybody; what has to be put on a site, and when, is said. With a `collector`, a button publishes it there.
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
 * @csspart collector - What goes to the collector.
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
  /** The issuer's address on a collector, which may then publish and hand over: `https://collecteur.hub.example/issuers/mel`. */
  @property() collector = '';
  /** Signs in a worker: the page's policy must allow it (`worker-src`, and `asb-worker` among its `trusted-types`). Without it, or where it cannot start, signing goes in small steps on the page. */
  @property({ type: Boolean }) worker = false;
  /** The template to begin with: `retex-workshop`, `partner-library`… */
  @property() template = '';
  /** The records (`urn:uuid:…`) that the badges come from: the workshop, the action. They go into the register, not into the badges. */
  @property({ attribute: false }) derivedFrom: readonly string[] = [];

  @state() private desk: Desk | undefined;
  @state() private failed = false;

  readonly #announcer = new Announcer(this);
  #room: Room | undefined;
  #focus = '';
  /** Given before the desk was open. */
  #waiting: (string | Meeting)[] = [];
  readonly #around = new SurroundingWorkspace(this, () => { this.requestUpdate(); }, () => { this.requestUpdate(); });

  /** @internal For the desk, which the room opens. */
  get words(): Words {
    if (!this.#room) throw new Error('words come with the room');
    return this.#room.wordsIn(this.locale);
  }

  /** @internal The meetings of the workspace around. */
  get meetings(): readonly Meeting[] {
    return this.#around.workspace?.all('meeting') ?? [];
  }

  /** What was awarded by the issuer that shows. */
  get awards(): readonly Awarded[] {
    return this.desk?.awards ?? [];
  }

  /** A list of recipients from the page: as pasted or as CSV; or a meeting, whose attendees are taken and whose name goes into the register. Added under what was typed. */
  addRecipients(list: string | Meeting): void {
    if (!this.desk) this.#waiting.push(list);
    else if (typeof list === 'string') this.desk.addPeople(list);
    else this.desk.addMeeting(list);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.desk) void this.#open();
  }

  async #open(): Promise<void> {
    this.failed = false;
    try {
      this.#room ??= await import('./room.ts');
      await this.#room.loadWords(this.locale);
      this.desk = await this.#room.openDesk(this, this.template);
    } catch {
      this.failed = true; // a part did not come: no network
      return;
    }
    for (const list of this.#waiting.splice(0)) this.addRecipients(list);
  }

  protected override willUpdate(): void {
    void this.#room?.loadWords(this.locale).then((came) => { if (came) this.requestUpdate(); });
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

  protected override render(): unknown {
    const said = SHELL[/^en\b/i.test(this.locale) ? 'en' : 'fr'];
    // Without a secure page the browser gives no cryptography at all: nothing would work.
    if (!globalThis.isSecureContext) return html`<div class="box"><div class="note trouble" role="alert"><h2>${said.insecure}</h2><p>${said.insecureHelp}</p></div><slot></slot></div>`;
    if (this.desk && this.#room) return html`${this.#room.renderDesk(this.desk)}${this.#announcer.render()}`;
    if (this.failed) return html`<div class="box"><div class="note trouble" role="alert"><h2>${said.failed}</h2><p>${said.failedHelp}</p><button type="button" class="secondary" part="button" @click=${() => { void this.#open(); }}>${said.retry}</button></div><slot></slot></div>`;
    return html`<div class="box" aria-busy="true"><p class="soft">${said.loading}</p><slot></slot></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'asb-badge-issuer': AsbBadgeIssuer;
  }
}
