/** One badge being judged: what is known of it, what it would take to know more, and whom that asks. */
import { allowedUrl, carefulFetch, contentHash, type ContentHash, verify, type KnownIssuer, type Verdict } from '@assembleurs/open-badges';
import { extrasHere, loadExtras } from './extras-loader.ts';
import type { BadgeFacts } from './facts.ts';
import type { LookAlike } from './look-alike.ts';
import type { Source } from './source.ts';

/** A host that the badge names, and what came of asking it. */
export interface Host {
  readonly name: string;
  readonly state: 'unasked' | 'asking' | 'answered' | 'silent';
}

export interface ReadingOptions {
  knownIssuers(): readonly KnownIssuer[];
  /** Something that shows changed. */
  changed(): void;
  /** A verdict came. */
  judged(reading: Reading, verdict: Verdict): void;
}

let readings = 0;

export class Reading {
  /** What is judged: what was given, or the code in it. */
  source: Source;
  /** Tells it from the others on the page. */
  readonly id = `r${String(++readings)}`;
  verdict: Verdict | undefined;
  facts: BadgeFacts | undefined;
  /** Of a file that holds no badge. */
  looks: LookAlike;
  /** The address of the picture to show: of bytes at hand, or a data URL; empty until a remote one is asked for. */
  picture = '';
  /** The badge's own picture stands elsewhere and was not asked for. */
  remotePicture = '';
  /** « Is it mine? »: what was asked last. */
  compared = '';
  /** What was written there is no address. */
  compareTrouble = false;
  /** What came of the last action: copied, not allowed. */
  notice = '';
  busy = false;
  /** Unfolded, in a list. */
  open = false;
  /** Of the content; reckoned once somebody looks. */
  hash: ContentHash | undefined;
  readonly #options: ReadingOptions;
  readonly #hosts = new Map<string, Host['state']>();
  readonly #documents = new Map<string, string>();
  #own = '';
  #wantsHash = false;
  #turn = 0;

  constructor(source: Source, options: ReadingOptions) {
    this.source = source;
    this.#options = options;
  }

  get hosts(): Host[] {
    return [...this.#hosts].map(([name, state]) => ({ name, state }));
  }

  /** Judges, or judges again. Nothing is asked of a host that the person has not agreed to. Never rejects. */
  async judge(): Promise<void> {
    const turn = ++this.#turn;
    this.busy = true;
    this.#options.changed();
    const coming = loadExtras();
    let verdict = await this.#verify();
    const extras = await coming;
    if (extras?.mayShowQr(this.source, verdict)) {
      const found = await import('./qr.ts').then(({ badgeInPhoto }) => badgeInPhoto(this.source)).catch(() => undefined);
      if (found && turn === this.#turn) {
        this.source = found;
        verdict = await this.#verify();
      }
    }
    if (turn !== this.#turn) return;
    this.busy = false;
    this.verdict = verdict;
    this.hash = undefined;
    if (this.#wantsHash) this.reckonHash();
    this.facts = extras?.factsOf(verdict);
    this.looks = verdict.document ? undefined : extras?.looksLike(this.source.data);
    this.#setPicture(verdict);
    this.#options.judged(this, verdict);
    this.#options.changed();
  }

  #verify(): Promise<Verdict> {
    return verify(this.source.data, {
      now: new Date(),
      resolve: (url) => this.#document(url),
      knownIssuers: this.#options.knownIssuers(),
      ...(this.compared ? { recipient: this.compared } : {}),
    });
  }

  /** What stands behind an address, when its host may be asked; else the host is noted, to be named to the person. */
  async #document(url: string): Promise<string | undefined> {
    const known = this.#documents.get(url);
    if (known !== undefined) return known;
    const host = allowedUrl(url)?.host;
    if (host === undefined) return undefined; // a DID is asked for again by its address; what is not public is never asked
    const state = this.#hosts.get(host);
    if (state === undefined) this.#hosts.set(host, 'unasked');
    if (state !== 'asking' && state !== 'answered') return undefined;
    const text = await carefulFetch(url).catch(() => undefined);
    this.#hosts.set(host, text === undefined ? 'silent' : 'answered');
    if (text !== undefined) this.#documents.set(url, text);
    return text;
  }

  /** The person agreed that this host be asked, or asked again. */
  async ask(host: string): Promise<void> {
    this.#hosts.set(host, 'asking');
    await this.judge();
    // Nothing was asked after all (the badge names it no more): it stays as it was.
    if (this.#hosts.get(host) === 'asking') this.#hosts.set(host, 'silent');
    this.#options.changed();
  }

  async compare(email: string): Promise<void> {
    this.compared = email.trim();
    this.compareTrouble = false;
    await this.judge();
  }

  /** Of what shows now: asking the issuer may bring another document. */
  reckonHash(): void {
    this.#wantsHash = true;
    const { document } = this.verdict ?? {};
    if (this.hash || !document) return;
    void contentHash(document).then((hash) => {
      if (document !== this.verdict?.document) return;
      this.hash = hash;
      this.#options.changed();
    }, () => undefined);
  }

  showRemotePicture(): void {
    this.picture = this.remotePicture;
    this.remotePicture = '';
    this.#options.changed();
  }

  /** The picture cannot be shown: blocked by the page's policy, gone, or no picture. */
  pictureFailed(): void {
    this.picture = '';
    this.#options.changed();
  }

  #setPicture({ messages }: Verdict): void {
    const extras = extrasHere();
    if (this.picture || !extras) return;
    // A few kilobytes may claim gigabytes of pixels.
    const swollen = messages.some(({ code }) => code === 'png.dimensions');
    const declared = this.facts?.picture ?? '';
    this.picture = (this.verdict?.document && !swollen ? (this.#own ||= extras.ownPicture(this.source)) : '') || extras.safeData(declared);
    if (!this.picture && !declared.startsWith('data:')) this.remotePicture = declared;
  }

  /** Lets go of what the browser holds for it. */
  dispose(): void {
    this.#turn += 1;
    if (this.#own.startsWith('blob:')) URL.revokeObjectURL(this.#own);
  }
}
