import type { Workspace, WorkspaceSnapshot } from '@assembleurs/commons/workspace';
import type { Territory } from '@assembleurs/commons/territory';
import { ContextProvider } from '@lit/context';
import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Announcer } from '../internal/announcer.ts';
import { AsbElement } from '../internal/base-element.ts';
import { collectorContext, languageContext, territoryContext, workspaceContext } from '../internal/contexts.ts';
import { controlStyles } from '../internal/controls.styles.ts';
import type { RemarkDrafts } from '../internal/remarks/drafts.ts';
import { remarkStyles } from '../internal/remarks/remarks.styles.ts';
import { saveFile } from '../internal/save-file.ts';
import { tokens } from '../internal/tokens.ts';
import { warnOnce } from '../internal/warn.ts';
import type { Session, SessionOptions } from '../internal/workspace/session.ts';
import { enter, leave } from '../internal/workspace/sessions.ts';
import { commonsStyles } from './commons.styles.ts';
import { CommonsChangeEvent, CommonsReadyEvent } from './events.ts';
import { renderAside, renderFileStep } from './file-view.ts';
import { Files, type FileStep } from './files.ts';
import { keepRole, takeInvitation } from './invitation.ts';
import { loadRemarks, remarksHere } from './later.ts';
import { fetchText, fetchTerritory } from './loading.ts';
import { renderNotes, renderStates, spokenState } from './status-view.ts';
import { loadWords, wordsIn, type Words } from './words.ts';

/**
 * The workspace around the elements that stand inside it: they share its records, its territory and its language. Says where things are kept
 * and who is here, undoes, opens and saves files; has no form of its own.
 *
 * @summary Shares one workspace among the elements inside it.
 * @tagname asb-commons
 * @slot - The elements that share the workspace, and anything else.
 *
 * @fires {CommonsReadyEvent} asb-ready - The workspace is open: what was kept is there.
 * @fires {CommonsChangeEvent} asb-change - The person changed the workspace, in any element inside.
 *
 * @csspart bar - The bar above the content.
 * @csspart state - One thing that it says; `state-device`, `state-hub`, `state-people`.
 * @csspart note - What needs the person to do something.
 * @csspart remarks - What people said of the records.
 * @csspart field - A field of a comment.
 * @csspart aside - The records set aside.
 * @csspart button - Any button; `button-primary` the first one.
 *
 * @cssprop [--asb-brand=#252d80] - Buttons and links.
 * @cssprop [--asb-ink=#1b2056] - Text.
 * @cssprop [--asb-surface=#fff] - Background.
 * @cssprop [--asb-font] - Font family; the page's when absent.
 */
export class AsbCommons extends AsbElement {
  static override readonly tag = 'asb-commons';
  static override styles = [tokens, controlStyles, remarkStyles, commonsStyles];

  /** Names what is kept on the device: two of one key, in any page of the origin, are one workspace. */
  @property({ attribute: 'storage-key' }) storageKey = 'commons';
  /** Address of a workspace file to begin with; read when nothing is there yet, nor at the collector, by who may write. */
  @property() src = '';
  /** Address of the communes (a territory file, or an answer of geo.api.gouv.fr); the 95 of the MEL without it. */
  @property({ attribute: 'territory' }) territorySrc = '';
  /** Address of the collector that shares the workspace; an invitation link opens it. */
  @property() collector = '';
  /** How colleagues see this person: a function or a service, never a name. */
  @property() member = '';
  /** Nothing is changed here, whatever the invitation allows. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  @state() private step: FileStep | undefined;
  @state() private about = '';
  @state() private failure: 'failed' | 'srcFailed' | undefined;
  /** @internal */
  @state() session: Session | undefined;

  readonly #announcer = new Announcer(this);
  readonly #remarks: RemarkDrafts = new Map();
  readonly #files = new Files(this);
  readonly #territory = new ContextProvider(this, { context: territoryContext });
  readonly #workspace = new ContextProvider(this, { context: workspaceContext });
  readonly #language = new ContextProvider(this, { context: languageContext, initialValue: 'fr' });
  readonly #collector = new ContextProvider(this, { context: collectorContext });
  #options: SessionOptions | undefined;
  #endings: (() => void)[] = [];
  #begun: Promise<void> | undefined;
  #spoken = '';
  #focus = '';

  /** @internal */
  get words(): Words {
    return wordsIn(this.locale);
  }

  /** Undefined while it opens. */
  get workspace(): Workspace | undefined {
    return this.session?.workspace;
  }

  /** Undefined until it is read. */
  get territory(): Territory | undefined {
    return this.#territory.value ?? undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    void loadWords(this.locale).then((came) => { if (came) this.requestUpdate(); });
    if (this.#language.value !== this.locale) this.#language.setValue(this.locale);
    if (changed.has('territorySrc') || !this.hasUpdated) void this.#readTerritory(this.territorySrc);
    if (!this.hasUpdated || changed.has('storageKey') || changed.has('collector') || changed.has('member')) void this.#open();
    if (changed.has('readonly') && this.session) this.session.locked = this.readonly;
  }

  protected override updated(): void {
    if (!this.#focus) return;
    this.renderRoot.querySelector<HTMLElement>(this.#focus)?.focus();
    this.#focus = '';
  }

  /** @internal */
  stepped(step: FileStep | undefined): void {
    this.step = step;
    this.#focus = step ? '[data-focus=step]' : '';
  }

  /** Brings a file's content in: as `JSON.parse` gives it, or its text. What it did, or undefined when it cannot be read or nothing is open yet. */
  merge(file: WorkspaceSnapshot | string): ReturnType<Session['merge']> | undefined {
    const read = this.session?.readFile(typeof file === 'string' ? file : JSON.stringify(file));
    return read && 'snapshot' in read ? this.session?.merge(read.snapshot) : undefined;
  }

  /** Everything in the workspace, as a file has it, without its history. */
  toJSON(): WorkspaceSnapshot | undefined {
    return this.session?.workspace.toJSON();
  }

  /** Hands the workspace to the person as a file. */
  download(): void {
    this.#files.save();
  }

  async #readTerritory(address: string): Promise<void> {
    const territory = await fetchTerritory(address);
    if (address !== this.territorySrc) return;
    if (!territory) warnOnce(`<${this.localName} territory="${address}">: the communes could not be read; elements take their own.`);
    this.#territory.setValue(territory ?? null);
  }

  async #open(): Promise<void> {
    this.#close();
    const invitation = this.collector ? takeInvitation(this.storageKey) : undefined;
    this.#collector.setValue(this.collector ? { url: this.collector, workspace: invitation?.workspace } : undefined);
    const options = this.#options = {
      key: invitation ? `${this.storageKey}/${invitation.workspace}` : this.storageKey,
      label: this.member,
      ...(invitation ? { remote: { collector: this.collector, ...invitation } } : {}),
    };
    this.failure = undefined;
    try {
      const [session] = await Promise.all([enter(options), loadRemarks()]);
      if (this.#options !== options) return;
      this.session = session;
      this.#endings = [session.subscribe(this.#told), session.workspace.subscribe(({ local }) => {
        this.requestUpdate();
        if (local) this.dispatchEvent(new CommonsChangeEvent(session.workspace));
      })];
      session.locked = this.readonly;
      await this.#begin(session);
      if (this.#options !== options) return;
      this.#workspace.setValue(session.workspace);
      this.dispatchEvent(new CommonsReadyEvent(session.workspace));
    } catch {
      if (this.#options !== options) return;
      leave(options);
      this.#options = undefined;
      this.failure = 'failed';
    }
  }

  /** Once this page may write, and all that the collector has is here: before, nobody knows that there is nothing. */
  #begin(session: Session): Promise<void> | undefined {
    const { workspace, state: { remote } } = session;
    return workspace.readonly || (remote && remote.state !== 'synced') ? undefined : this.#begun ??= this.#fill(session);
  }

  /** The page's own starting point, when there is nothing yet: the same for everybody who begins with it. */
  async #fill({ workspace, readFile, merge }: Session): Promise<void> {
    if (!this.src || workspace.records().length + workspace.aside.length > 0) return;
    const text = await fetchText(this.src);
    const read = text === undefined ? undefined : readFile(text);
    if (!read || !('snapshot' in read)) this.failure = 'srcFailed';
    else if (workspace.records().length === 0) merge(read.snapshot);
  }

  #close(): void {
    for (const end of this.#endings) end();
    this.#endings = [];
    if (this.#options) leave(this.#options);
    this.#options = this.session = this.#begun = undefined;
    this.#workspace.setValue(undefined);
  }

  readonly #told = (): void => {
    this.requestUpdate();
    const { session } = this;
    const role = session?.state.remote?.role;
    if (role && this.#options?.remote) keepRole(this.storageKey, this.#options.remote, role);
    if (session) void this.#begin(session);
    const spoken = session ? spokenState(session.state, this.words) : '';
    if (spoken === this.#spoken) return;
    this.#spoken = spoken;
    this.#announcer.say(spoken);
  };

  #undo(redo = false): void {
    const { workspace } = this.session ?? {};
    if (redo) workspace?.redo();
    else workspace?.undo();
    this.#announcer.say(this.words.t(redo ? 'redone' : 'undone'));
  }

  readonly #chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) void this.#files.take(file).finally(() => { input.value = ''; });
  };

  #renderButtons({ workspace }: Session): unknown {
    const { t } = this.words;
    const button = (label: string, act: (event: Event) => void, disabled = false): unknown =>
      html`<button type="button" class="plain" part="button" ?disabled=${disabled} @click=${act}>${label}</button>`;
    return html`<div class="buttons">
      ${workspace.readonly ? nothing : html`${button(t('undo'), () => { this.#undo(); }, !workspace.canUndo)}${button(t('redo'), () => { this.#undo(true); }, !workspace.canRedo)}
      <input type="file" hidden accept=".json,application/json" @change=${this.#chosen}>
      ${button(t('openFile'), (event) => { (event.currentTarget as Element).parentElement?.querySelector('input')?.click(); })}`}
      ${button(t('saveFile'), () => { this.#files.save(); })}</div>`;
  }

  #renderBar(): unknown {
    const { words, session, step, locale } = this;
    const { t } = words;
    if (!session) {
      return this.failure === undefined ? html`<p class="soft">${t('opening')}</p>`
        : html`<div class="note trouble" role="alert"><p>${t(this.failure)}</p><button type="button" class="secondary" part="button" @click=${() => { void this.#open(); }}>${t('retry')}</button></div>`;
    }
    const close = (): void => { this.step = undefined; };
    return html`<div class="line">${renderStates(session.state, words)}${this.#renderButtons(session)}</div>
      ${this.failure ? html`<p class="note trouble" role="alert">${t(this.failure)}</p>` : nothing}
      ${renderNotes(session.state, session.workspace.future !== undefined, words, {
        retry: () => { session.retry(); },
        save: () => { this.#files.save(); },
        saveDamaged: () => { saveFile(`${t('fileName')}-damaged.json`, 'application/json', session.damagedFile()); },
      })}
      ${step ? renderFileStep(step, { session, files: this.#files, words, locale, close, undo: () => {
        this.#undo();
        close();
      } }) : nothing}
      ${remarksHere()?.renderBarRemarks({
        workspace: session.workspace, words, author: this.member, drafts: this.#remarks, about: this.about,
        choose: (about) => { this.about = about; },
        say: (text) => { this.#announcer.say(text); },
        focusOn: (selector) => { this.#focus = selector; this.requestUpdate(); },
        redraw: () => { this.requestUpdate(); },
      })}
      ${renderAside({ session, words, locale, removed: () => { this.#announcer.say(t('asideRemoved')); } })}`;
  }

  protected override render(): unknown {
    return html`<section class="bar" part="bar" aria-label=${this.words.t('bar')} aria-busy=${String(!this.session && !this.failure)}>${this.#renderBar()}</section>
      ${this.#announcer.render()}<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'asb-commons': AsbCommons;
  }
}
