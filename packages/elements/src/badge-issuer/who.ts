/** Who issues: made with its key and backup, restored, given another key, erased. */
import type { Problem } from '@assembleurs/open-badges/issue';
import { saveFile } from '../internal/save-file.ts';
import { eraseIssuer, keepIssuer } from './database.ts';
import type { Desk } from './desk.ts';
import { backupName, type IssuerForm, makeIssuer, restoreIssuer } from './keys.ts';
import type { Issuer } from './model.ts';
import { readPicture } from './picture-file.ts';
import { tools } from './tools.ts';

/** Characters of a data URL: it is in every badge, beside the badge's own picture. */
const MOST_PICTURE = 140_000;

/** Which form shows, when one does. */
export type WhoWay = 'none' | 'create' | 'restore' | 'rotate' | 'erase';

export class Who {
  readonly #desk: Desk;
  way: WhoWay = 'none';
  busy = false;
  /** As typed; passphrases stand here and nowhere else, until the key is made. */
  fields: Readonly<Record<string, string>> = {};
  problems: readonly Problem[] = [];
  file: { readonly name: string; readonly text: string } | undefined;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  value(name: string): string {
    return this.fields[name] ?? '';
  }

  set(name: string, value: string): void {
    this.fields = { ...this.fields, [name]: value };
  }

  open(way: WhoWay): void {
    this.way = way;
    this.problems = [];
    this.file = undefined;
    const { issuer, host } = this.#desk;
    const kept = way === 'rotate' && issuer ? { name: issuer.profile.name, url: issuer.profile.url ?? '', email: issuer.profile.email ?? '', image: issuer.profile.image ?? '', site: siteOf(issuer), statusUrl: issuer.statusUrl, statusKind: issuer.statusKind } : undefined;
    this.fields = kept ?? proposed(host);
    host.focusOn(way === 'none' ? '[data-focus=step]' : '[data-focus=form]');
  }

  async create(): Promise<void> {
    const form = this.#form();
    const before = this.way === 'rotate' ? this.#desk.issuer : undefined;
    this.problems = this.#check(form);
    if (this.problems.length > 0) {
      this.#toProblem();
      return;
    }
    await this.#work(async () => {
      const issuer = await makeIssuer(form, this.value('passphrase'), before && { issuer: before, stolen: this.value('why') === 'stolen' });
      this.saveBackup(issuer);
      await this.#take(issuer, before?.id === issuer.id ? before : undefined);
    });
  }

  async takePicture(file: File): Promise<void> {
    const read = await readPicture(file);
    this.problems = this.problems.filter(({ path }) => path !== 'image');
    if ('problem' in read) this.problems = [...this.problems, ...(read.problem ? [{ ...read.problem, path: 'image' }] : [])];
    else this.set('image', read.address);
    this.#desk.host.requestUpdate();
  }

  async restore(): Promise<void> {
    const { file } = this;
    if (!file) {
      this.problems = [tools().problem('backup.syntax', 'file')];
      this.#toProblem();
      return;
    }
    await this.#work(async () => {
      await this.#take(await restoreIssuer(file.text, this.value('passphrase')));
    });
  }

  saveBackup(issuer: Issuer): void {
    saveFile(backupName(issuer), 'application/json', issuer.backup);
  }

  async confirmBackup(): Promise<void> {
    const { issuer } = this.#desk;
    if (issuer) await this.#take({ ...issuer, backedUp: true }, issuer);
  }

  async erase(): Promise<void> {
    const desk = this.#desk;
    const { issuer } = desk;
    if (!issuer) return;
    await eraseIssuer(issuer.id);
    desk.issuers = desk.issuers.filter(({ id }) => id !== issuer.id);
    this.way = 'none';
    await desk.choose(desk.issuers[0]);
    desk.host.say(desk.host.words.t('erased'));
    desk.host.focusOn('[data-focus=step]');
  }

  #form(): IssuerForm {
    return { name: this.value('name'), url: this.value('url'), email: this.value('email'), site: this.value('site'), image: this.value('image'), statusUrl: this.value('statusUrl'), statusKind: this.value('statusKind') === 'list' ? 'list' : 'bitstring' };
  }

  #check({ name, url, email, image, statusUrl }: IssuerForm): Problem[] {
    const filled = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());
    const problems = tools().checkProfile({ id: 'did:key:new', name, url: filled(url), email: filled(email), image: filled(image) }, '').map((each) => ({ ...each, path: each.path.slice(1) }));
    if (image.length > MOST_PICTURE) problems.push(tools().problem('image.large', 'image', { max: (MOST_PICTURE * 3) / 4000 }));
    if (filled(statusUrl) !== undefined && !tools().isWebAddress(statusUrl.trim())) problems.push(tools().problem('url.wrong', 'statusUrl'));
    if (this.value('passphrase').trim().length < tools().SHORTEST_PASSPHRASE) problems.push(tools().problem('backup.weak', 'passphrase', { min: tools().SHORTEST_PASSPHRASE }));
    else if (this.value('passphrase') !== this.value('again')) problems.push(tools().problem('backup.differs', 'again'));
    return problems;
  }

  async #work(act: () => Promise<void>): Promise<void> {
    const { host } = this.#desk;
    this.busy = true;
    this.problems = [];
    host.requestUpdate();
    try {
      await act();
      this.way = 'none';
      this.fields = {};
      this.file = undefined;
      host.focusOn('[data-focus=step]');
    } catch (error) {
      if (!(error instanceof tools().IssueError)) throw error;
      this.problems = error.problems.map((each) => (each.path === '' ? { ...each, path: 'file' } : each));
      this.#toProblem();
    } finally {
      this.busy = false;
      host.requestUpdate();
    }
  }

  #toProblem(): void {
    const [first] = this.problems;
    this.#desk.host.focusOn(`#asb-${first?.path ?? 'name'}`);
  }

  /** Into the list, in the place of what it replaces. */
  async #take(issuer: Issuer, before?: Issuer): Promise<void> {
    const desk = this.#desk;
    desk.keeps = await keepIssuer(issuer);
    desk.issuers = [...desk.issuers.filter(({ id }) => id !== issuer.id && id !== before?.id), issuer];
    if (before) {
      desk.issuer = issuer;
      desk.host.requestUpdate();
    } else await desk.choose(issuer);
  }
}

/** On a collector, everything has its address already. */
function proposed({ statusUrl, collector }: Desk['host']): Readonly<Record<string, string>> {
  const address = collector.trim().replace(/\/+$/, '');
  if (address === '') return { statusUrl };
  return { statusUrl: statusUrl || `${address}/status/1.json`, ...(address.startsWith('https://') ? { site: address.slice('https://'.length) } : {}) };
}

/** `commune.example/badges` out of `did:web:commune.example:badges`. */
const siteOf = ({ id }: Issuer): string => (id.startsWith('did:web:') ? id.slice('did:web:'.length).split(':').map(decodeURIComponent).join('/') : '');
