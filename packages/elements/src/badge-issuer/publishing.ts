/** Putting on the collector what badges refer to, and making the links by which recipients collect them. Nothing goes before a button is pressed. */
import { isRecord, textOf } from '../internal/json.ts';
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
  /** How many badges the refused list would bring back, and what was taken back here when it was refused. */
  #refused: { readonly count: number; readonly taken: string } | undefined;
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

  /** Badges that publishing all the same would reinstate: offered once the collector refused, for the register as it was then. */
  get comingBack(): number {
    return this.#refused?.taken === this.#taken ? this.#refused.count : 0;
  }

  /** Signed here and collectable: persons by their address. */
  get collectable(): readonly Awarded[] {
    return this.#desk.handing.awards.filter(({ recipient, text }) => text !== '' && recipient.email !== '');
  }

  /** `reinstate`: what the published list takes back and this register does not comes back on purpose. The collector refuses it otherwise. */
  async publish(reinstate = false): Promise<void> {
    await this.#work(async () => {
      const { issuer, awards, host } = this.#desk;
      if (!issuer) return;
      const put = async (address: string, body: unknown, takesBack = false): Promise<void> => {
        await ask('PUT', takesBack && reinstate ? `${address}?reinstate=true` : address, { token: this.token, body, words: host.words });
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
        const document = JSON.parse(String(list.content)) as unknown;
        try {
          await put(issuer.statusUrl, document, true);
        } catch (error) {
          if (error instanceof Refusal && error.reinstates) this.#refused = { count: await this.#missing(document), taken: listed };
          throw error;
        }
        this.#listed = listed;
      }
      if (this.copies) await this.#publishCopies(put, listed);
      host.say(host.words.t('publishedSaid'));
      // The button that was pressed is gone.
      if (reinstate) host.focusOn('[data-focus=collector]');
    });
  }

  /** Those that would bring a badge back wait until the person says so; the others go. */
  async #publishCopies(put: (address: string, body: unknown, takesBack: boolean) => Promise<void>, taken: string): Promise<void> {
    const refused: Refusal[] = [];
    for (const [address, document] of ob2Documents(this.#desk.awards, `${this.address}/ob2/`)) {
      try {
        await put(address, document, address.startsWith(`${this.address}/ob2/badges/`));
      } catch (error) {
        if (!(error instanceof Refusal && error.reinstates)) throw error;
        refused.push(error);
      }
    }
    const [first] = refused;
    if (!first) return;
    this.#refused = { count: refused.length, taken };
    throw first;
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

  /** How many badges the published list takes back and this one does not; none when it cannot be read. */
  async #missing(document: unknown): Promise<number> {
    try {
      const published = await takenBackIn(await ask('GET', this.#desk.issuer?.statusUrl ?? '', { token: this.token, words: this.#desk.host.words }));
      const kept = await takenBackIn(document);
      return [...published].filter((one) => !kept.has(one)).length;
    } catch (error) {
      if (error instanceof Refusal || error instanceof tools().IssueError) return 0;
      throw error;
    }
  }

  get #taken(): string {
    return this.#desk.awards.filter(({ revoked }) => revoked).map(({ id }) => id).toSorted().join(' ');
  }

  async #work(act: () => Promise<void>): Promise<void> {
    const { host } = this.#desk;
    if (this.busy) return;
    this.busy = true;
    this.trouble = undefined;
    this.#refused = undefined;
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

/** What a list takes back: badges by name, or their places. */
async function takenBackIn(list: unknown): Promise<ReadonlySet<string | number>> {
  const { revokedCredential, credentialSubject } = isRecord(list) ? list : {};
  if (Array.isArray(revokedCredential)) return new Set((revokedCredential as unknown[]).map((each) => textOf(isRecord(each) ? each['id'] : each)));
  return (await tools().readStatusList({ credentialSubject: { encodedList: textOf(isRecord(credentialSubject) ? credentialSubject['encodedList'] : undefined) } })).revoked;
}
