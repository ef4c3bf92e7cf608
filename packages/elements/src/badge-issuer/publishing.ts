/** Putting on the collector what badges refer to, and making the links by which recipients collect them. Nothing goes before a button is pressed. */
import { saveFile } from '../internal/save-file.ts';
import { ask, Refusal } from './asking.ts';
import type { Desk } from './desk.ts';
import type { Awarded } from './model.ts';
import { siteFile, statusFile } from './handover.ts';
import { ob2Documents } from './older-copy.ts';
import { tools } from './tools.ts';

/** Badges sent at once: a request must not grow with the list. */
const BATCH = 25;

export class Publishing {
  readonly #desk: Desk;
  /** For this page only: it opens the hub's whole collector. */
  token = '';
  /** Days that a badge waits for its recipient. */
  days = '90';
  /** Also a copy for readers of Open Badges 2.0. */
  copies = false;
  busy = false;
  /** What went wrong, as it is said; the step may be tried again. */
  trouble: string | undefined;
  /** Addresses that were published. */
  published: readonly string[] = [];
  /** What was taken back when the list was published last, from this page. */
  #listed: string | undefined;
  /** How many wait, how many were collected; undefined until asked. */
  claims: { readonly waiting: number; readonly claimed: number } | undefined;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** `https://collecteur.hub.example/issuers/mel` */
  get address(): string {
    return this.#desk.host.collector.trim().replace(/\/+$/, '');
  }

  get links(): ReadonlyMap<string, string> {
    return this.#desk.links;
  }

  /** A badge was taken back since the list was published. */
  get outdated(): boolean {
    return this.#listed !== undefined && this.#listed !== this.#taken;
  }

  /** Signed here and collectable: persons by their address. */
  get collectable(): readonly Awarded[] {
    return this.#desk.handing.awards.filter(({ recipient, text }) => text !== '' && recipient.email !== '');
  }

  async publish(): Promise<void> {
    await this.#work(async () => {
      const { issuer, awards, host } = this.#desk;
      if (!issuer) return;
      const put = async (address: string, body: unknown): Promise<void> => {
        await ask('PUT', address, { token: this.token, body, words: host.words });
        this.published = [...new Set([...this.published, address])];
        host.requestUpdate();
      };
      this.published = [];
      await put(this.address, { ...issuer.profile, id: issuer.id });
      const keys = siteFile(issuer);
      if (keys) await put(`${this.address}/did.json`, JSON.parse(String(keys.content)));
      const listed = this.#taken;
      const list = issuer.statusUrl.startsWith(`${this.address}/`) ? await statusFile(issuer, awards) : undefined;
      if (list) {
        await put(issuer.statusUrl, JSON.parse(String(list.content)));
        this.#listed = listed;
      }
      if (this.copies) for (const [address, document] of ob2Documents(awards, `${this.address}/ob2/`)) await put(address, document);
      host.say(host.words.t('publishedSaid'));
    });
  }

  /** One link a recipient. What was made stays when the rest fails. */
  async makeLinks(): Promise<void> {
    await this.#work(async () => {
      const { words, say } = { words: this.#desk.host.words, say: (text: string) => { this.#desk.host.say(text); } };
      const waiting = this.collectable.filter(({ id }) => !this.links.has(id));
      for (let at = 0; at < waiting.length; at += BATCH) {
        const batch = waiting.slice(at, at + BATCH);
        const { items } = await ask('POST', `${this.address}/claims`, {
          token: this.token, words, body: { days: Number(this.days), items: batch.map(({ text, recipient }) => ({ credential: text, email: recipient.email })) },
        }) as { readonly items: readonly { readonly badge: string; readonly link: string }[] };
        this.#desk.links = new Map([...this.links, ...items.map(({ badge, link }) => [badge, link] as const)]);
        this.#desk.host.requestUpdate();
      }
      say(words.t('linksMade', { count: this.links.size }));
    });
  }

  async saveLinks(): Promise<void> {
    const { toCsv } = await import('@assembleurs/commons/survey/formats/table');
    const { t } = this.#desk.host.words;
    const columns = (['email', 'name', 'badge', 'link', 'id'] as const).map((key) => ({ key, title: t(`column_${key}`) }));
    const rows = this.collectable.flatMap(({ id, recipient, achievement }) => {
      const link = this.links.get(id);
      return link === undefined ? [] : [[recipient.email, recipient.name, achievement.name, link, id]];
    });
    saveFile(t('fileLinks'), 'text/csv;charset=utf-8', toCsv({ columns, rows }));
  }

  async count(): Promise<void> {
    await this.#work(async () => {
      const { items } = await ask('GET', `${this.address}/claims`, { token: this.token, words: this.#desk.host.words }) as { readonly items: readonly { readonly claimedAt: string | null }[] };
      const claimed = items.filter(({ claimedAt }) => claimedAt !== null).length;
      this.claims = { claimed, waiting: items.length - claimed };
    });
  }

  get #taken(): string {
    return this.#desk.awards.filter(({ revoked }) => revoked).map(({ id }) => id).toSorted().join(' ');
  }

  async #work(act: () => Promise<void>): Promise<void> {
    const { host } = this.#desk;
    if (this.busy) return;
    this.busy = true;
    this.trouble = undefined;
    host.requestUpdate();
    try {
      await act();
    } catch (error) {
      if (error instanceof Refusal) this.trouble = error.message;
      else if (error instanceof tools().IssueError) this.trouble = error.problems.map(({ text }) => text[host.words.lang]).join(' ');
      else throw error;
      host.focusOn('[data-focus=collector]');
    } finally {
      this.busy = false;
      host.requestUpdate();
    }
  }
}
