import type { StorageTrouble } from '../internal/storage.ts';
import { uuid } from '../internal/uuid.ts';
import type { Draft } from './database.ts';
import { eraseDraft, readDraft, writeDraft, writeDraftNow } from './draft-store.ts';
import { remote } from './resume-link.ts';
import { dropStash } from './stash.ts';
import { trace } from './trace.ts';

/** What the person sees of the draft's state. */
export type SaveState =
  | { readonly kind: 'none' | 'unsaved' | 'gone' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'trouble'; readonly trouble: StorageTrouble }
  /** Another tab, or another device through the resume link, wrote; nothing is written here until the person chooses. */
  | { readonly kind: 'conflict'; readonly theirs: Draft; readonly elsewhere: boolean };

/** What changes from one save to the next; the rest of a draft is set when it begins. */
export type DraftContent = Pick<Draft, 'answers' | 'page' | 'locale'>;
type DraftStart = Omit<Draft, keyof DraftContent | 'savedAt' | 'expires'>;

interface Options {
  content(): DraftContent;
  /** Milliseconds that a draft is kept after its last change. */
  life(): number;
  /** Base address of the drafts on the server; empty when there is none. */
  drafts(): string;
  changed(): void;
}

const DELAY = 250;
const REMOTE_DELAY = 3000;
const CHANNEL = 'asb-survey';

/**
 * Writes the draft a moment after each change, and at once when the page is left. Tabs tell each other of what they
 * write; the database decides (see `writeDraft`), so that a frozen tab overwrites nothing either.
 */
export class Autosave {
  state: SaveState = { kind: 'none' };
  /** The resume link does not hold the last changes. */
  late = false;
  readonly #options: Options;
  #start: DraftStart | undefined;
  /** Grows when another draft begins: a writing that comes back late is not about it. */
  #epoch = 0;
  #dirty = false;
  /** Answers that this device knows the link to hold, or held when it was opened here. */
  #known: DraftContent['answers'] = {};
  #writing: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #remoteTimer: ReturnType<typeof setTimeout> | undefined;
  #channel: BroadcastChannel | undefined;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Begins with a draft that was found, or with none (`revision` 0). */
  begin(start: DraftStart, state: SaveState = { kind: 'none' }): void {
    this.#cancel();
    this.#epoch += 1;
    this.#start = start;
    this.#known = this.#options.content().answers;
    this.state = state;
    this.late = false;
    this.#listen();
  }

  get start(): DraftStart | undefined {
    return this.#start;
  }

  /** Nothing keeps the last answers but this page. */
  get atRisk(): boolean {
    return this.#dirty && this.state.kind === 'trouble';
  }

  touch(): void {
    if (!this.#start) return;
    this.#dirty = true;
    if (this.state.kind === 'conflict' || this.state.kind === 'gone') return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), DELAY);
    if (this.#start.token === undefined) return;
    clearTimeout(this.#remoteTimer);
    this.#remoteTimer = setTimeout(() => void this.#sync(false), REMOTE_DELAY);
  }

  /** The page is going away, perhaps for good: what is not surely written is written without waiting for anything. */
  leave(): void {
    if (this.#remoteTimer !== undefined) void this.#sync(true);
    const start = this.#start;
    if (!start || !(this.#dirty || this.#writing) || this.state.kind === 'conflict' || this.state.kind === 'gone') return;
    clearTimeout(this.#timer);
    const draft = this.#draft(start);
    trace(start.key, true);
    writeDraftNow(draft);
    this.#channel?.postMessage(start.key);
    // The page may come back: it then stands where it left.
    this.#dirty = false;
    this.#epoch += 1;
    this.#start = { ...start, revision: start.revision + 1 };
    if (this.state.kind !== 'trouble') this.state = { kind: 'saved', at: new Date(draft.savedAt) };
  }

  #draft(start: DraftStart): Draft {
    const now = Date.now();
    return { ...start, ...this.#options.content(), savedAt: new Date(now).toISOString(), expires: now + this.#options.life() };
  }

  /** Writes what is not written yet. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#writing) await this.#writing;
    if (!this.#dirty || !this.#start || this.state.kind === 'conflict' || this.state.kind === 'gone') return;
    this.#writing = this.#write(this.#start);
    await this.#writing;
    this.#writing = undefined;
  }

  async #write(start: DraftStart): Promise<void> {
    this.#dirty = false;
    const epoch = this.#epoch;
    const draft = this.#draft(start);
    if (start.revision === 0) trace(start.key, true);
    const written = await writeDraft(draft);
    if (this.#epoch !== epoch || !this.#start) return;
    if ('trouble' in written) this.state = { kind: 'trouble', trouble: written.trouble };
    else if ('changed' in written.value) this.state = { kind: 'conflict', theirs: written.value.changed, elsewhere: false };
    else if ('gone' in written.value) this.state = { kind: 'gone' };
    else {
      // The token of a link may have come meanwhile.
      this.#start = { ...this.#start, revision: written.value.written };
      this.state = { kind: 'saved', at: new Date(draft.savedAt) };
      this.#channel?.postMessage(start.key);
    }
    if (this.state.kind !== 'saved') this.#dirty = true;
    this.#options.changed();
  }

  /** The person keeps this tab's answers: they are written over the other tab's, or begin a new draft. */
  async keepMine(): Promise<void> {
    if (!this.#start) return;
    if (this.state.kind === 'conflict') this.#start = { ...this.#start, revision: this.state.theirs.revision, remoteAt: this.state.theirs.remoteAt };
    // The other tab's answers were sent under the key: these are another answer.
    else if (this.state.kind === 'gone') this.#start = { ...this.#start, revision: 0, sendKey: uuid(), token: undefined };
    else return;
    this.state = { kind: 'unsaved' };
    this.#dirty = true;
    await this.flush();
    await this.#sync(false);
  }

  /** Remembers the token of a resume link: from now on saves go there too. */
  share(token: string, remoteAt: string | undefined): void {
    if (!this.#start) return;
    this.#start = { ...this.#start, token, remoteAt };
    this.#dirty = true;
    void this.flush();
  }

  /** Erases the draft here and behind its link, and stops saving. */
  async erase(): Promise<void> {
    const start = this.#start;
    this.end();
    if (!start) return;
    await this.#writing;
    await eraseDraft(start.key);
    this.#announceTo(start.key);
    this.forgetRemote(start.token);
  }

  /** Nothing to save any more: sent, or erased. */
  end(): void {
    this.#cancel();
    this.#epoch += 1;
    this.#start = undefined;
    this.state = { kind: 'none' };
    this.#channel?.close();
    this.#channel = undefined;
  }

  /** Tells the other tabs to look at a draft that went. */
  #announceTo(key: string): void {
    trace(key, false);
    dropStash(key);
    try {
      const channel = new BroadcastChannel(CHANNEL);
      channel.postMessage(key);
      channel.close();
    } catch { /* no other tab can share this storage */ }
  }

  /** After `end()`, once the server acknowledged. */
  sent(key: string, token: string | undefined): void {
    this.#announceTo(key);
    this.forgetRemote(token);
  }

  forgetRemote(token: string | undefined): void {
    const base = this.#options.drafts();
    if (base && token !== undefined) void remote().then((server) => server?.eraseRemoteDraft(base, token));
  }

  #cancel(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#remoteTimer);
    this.#remoteTimer = undefined;
    this.#dirty = false;
  }

  async #sync(last: boolean): Promise<void> {
    clearTimeout(this.#remoteTimer);
    this.#remoteTimer = undefined;
    const base = this.#options.drafts();
    const start = this.#start;
    const token = start?.token;
    if (!base || token === undefined || this.state.kind === 'conflict') return;
    const content = this.#options.content();
    const epoch = this.#epoch;
    const server = await remote();
    const saved = (await server?.saveRemoteDraft(base, token, content, start?.remoteAt, last)) ?? 'failed';
    if (epoch !== this.#epoch || !this.#start) return;
    if (saved === 'changed') await this.#meet(base, token);
    else if (saved !== 'failed' && saved.updatedAt !== undefined) {
      this.#known = content.answers;
      // Kept with the draft: after a reload this device still knows what it last read.
      this.#start = { ...this.#start, remoteAt: saved.updatedAt };
      this.#dirty = true;
      void this.flush();
    }
    const late = saved === 'failed';
    if (this.late === late) return;
    this.late = late;
    this.#options.changed();
  }

  /** Another device saved behind the link: its answers, for the person to choose. */
  async #meet(base: string, token: string): Promise<void> {
    const server = await remote();
    const theirs = await server?.readRemoteDraft(base, token);
    if (!server || typeof theirs !== 'object' || !this.#start) return;
    const { answers, page, locale, updatedAt } = theirs;
    // What this very device wrote as its page closed, and could not hear of.
    if (server.sameAnswers(answers, this.#known) || server.sameAnswers(answers, this.#options.content().answers)) {
      this.#start = { ...this.#start, remoteAt: updatedAt };
      await this.#sync(false);
      return;
    }
    this.state = { kind: 'conflict', elsewhere: true, theirs: { ...this.#draft(this.#start), answers, page, locale, savedAt: updatedAt, remoteAt: updatedAt } };
    this.#options.changed();
  }

  #listen(): void {
    if (this.#channel) return;
    try {
      this.#channel = new BroadcastChannel(CHANNEL);
      this.#channel.addEventListener('message', ({ data }) => {
        if (data === this.#start?.key) void this.#look();
      });
    } catch { /* opaque origin: no other tab can share this storage */ }
  }

  #isWriting(): boolean {
    return this.#writing !== undefined;
  }

  /** Another tab wrote: is it further than what this one knows? */
  async #look(): Promise<void> {
    while (this.#writing) await this.#writing;
    const start = this.#start;
    if (!start) return;
    const read = await readDraft(start.key);
    // A writing of ours that began meanwhile finds out by itself.
    if ('trouble' in read || this.#start !== start || this.#isWriting()) return;
    if (read.value && read.value.revision !== start.revision) this.state = { kind: 'conflict', theirs: read.value, elsewhere: false };
    else if (!read.value && start.revision > 0) this.state = { kind: 'gone' };
    else return;
    this.#options.changed();
  }
}
