/** The register of awards: take back, hand over again, export, erase. */
import { saveFile } from '../internal/save-file.ts';
import { keepAwards } from './database.ts';
import type { Desk } from './desk.ts';
import { BadgeRevokedEvent } from './events.ts';
import { slug } from './keys.ts';
import type { Awarded } from './model.ts';
import { NOBODY } from './desk.ts';
import { jsonOf } from './signed-text.ts';

const FORMAT = 'asb-badge-register';

export class Register {
  readonly #desk: Desk;
  search = '';
  shown = 50;
  /** The award whose form is open, and which one. */
  open: { readonly id: string; readonly way: 'revoke' | 'erase' } | undefined;
  reason = '';
  trouble: 'importWrong' | 'importOther' | undefined;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** The newest first, those that hold the words searched for. */
  get found(): readonly Awarded[] {
    const words = plain(this.search);
    return this.#desk.awards.filter(({ recipient, achievement, id, text }) => text !== '' && plain([recipient.email, recipient.name, achievement.name, id].join(' ')).includes(words)).toReversed();
  }

  begin(id: string, way: 'revoke' | 'erase'): void {
    this.open = { id, way };
    this.reason = '';
    this.#desk.host.focusOn('[data-focus=row]');
  }

  close(): void {
    const id = this.open?.id ?? '';
    this.open = undefined;
    this.#desk.host.focusOn(`[data-award="${id}"] button`);
  }

  async revoke(award: Awarded): Promise<void> {
    const { host } = this.#desk;
    const revoked = await this.#change(award.id, { revoked: { at: new Date().toISOString(), reason: this.reason.trim() } });
    if (!revoked) return;
    host.dispatchEvent(new BadgeRevokedEvent(revoked));
    host.say(host.words.t('revokedSaid'));
    if (this.open?.id === award.id && this.open.way === 'revoke') this.close();
  }

  async reinstate(award: Awarded): Promise<void> {
    await this.#change(award.id, { revoked: undefined });
    this.#desk.host.focusOn(`[data-award="${award.id}"] button`);
  }

  async erase(award: Awarded): Promise<void> {
    const desk = this.#desk;
    // Its place in the revocation list stays: given to another badge, or cleared, it would bring a revoked badge back.
    await this.#change(award.id, { recipient: { kind: award.recipient.kind, email: '', name: '' }, text: '', derivedFrom: [] });
    this.open = undefined;
    desk.host.say(desk.host.words.t('erased'));
    desk.host.focusOn('[data-focus=step]');
  }

  /** The same recipients, ready for a new batch. */
  renew(awards: readonly Awarded[]): void {
    const kind = awards[0]?.recipient.kind ?? NOBODY.kind;
    const lines = awards.filter(({ recipient }) => recipient.kind === kind).map(({ recipient: { email, name } }) => (kind === 'person' ? [email, name] : [name, email]).filter((cell) => cell !== '').map(quoted).join(';'));
    this.#desk.setPeople({ ...NOBODY, kind, text: lines.join('\n'), again: true });
    this.#desk.go('whom');
  }

  async saveStatus(): Promise<void> {
    const { issuer, awards, handing } = this.#desk;
    const parts = await handing.load();
    const file = issuer && parts && (await parts.statusFile(issuer, awards));
    if (file) saveFile(file.name, 'application/json', file.content);
  }

  async saveBadge(award: Awarded): Promise<void> {
    const { handing } = this.#desk;
    const parts = await handing.load();
    if (!parts) return;
    // Its own picture is inside it.
    const { svg, png } = pictureInside(jsonOf(award.text));
    const file = parts.bakedFile(award, { svg, png });
    saveFile(file.name, file.name.endsWith('.svg') ? 'image/svg+xml' : file.name.endsWith('.png') ? 'image/png' : file.name.endsWith('.jwt') ? 'application/vc+jwt' : 'application/json', file.content);
  }

  save(): void {
    const { issuer, awards } = this.#desk;
    if (!issuer) return;
    const name = `${slug(issuer.profile.name) || 'emetteur'}-registre-${new Date().toISOString().slice(0, 10)}.json`;
    saveFile(name, 'application/json', `${JSON.stringify({ type: FORMAT, version: 1, issuer: issuer.id, awards }, null, 2)}\n`);
  }

  /** The register of another machine: added to this one. Nothing here is overwritten but by a revocation. */
  async take(text: string): Promise<void> {
    const desk = this.#desk;
    const found = readRegister(text);
    this.trouble = !found ? 'importWrong' : found.issuer !== desk.issuer?.id ? 'importOther' : undefined;
    if (found && !this.trouble) {
      const known = new Map(desk.awards.map((award) => [award.id, award]));
      for (const award of found.awards) if (!known.has(award.id) || award.revoked) known.set(award.id, award);
      const all = [...known.values()].toSorted((one, other) => one.issuedAt.localeCompare(other.issuedAt));
      await keepAwards(all);
      desk.replaceAwards(all);
      desk.host.say(desk.host.words.t('imported', { count: found.awards.length }));
    }
    desk.host.requestUpdate();
  }

  /** Of the award as it stands now, not as it stood when its button was drawn: a revocation in between would be lost. */
  async #change(id: string, changes: Partial<Awarded>): Promise<Awarded | undefined> {
    const desk = this.#desk;
    const current = desk.awards.find((award) => award.id === id);
    if (!current) return undefined;
    const changed: Awarded = { ...current, ...changes };
    desk.replaceAwards(desk.awards.map((each) => (each.id === id ? changed : each)));
    desk.keeps = await keepAwards([changed]);
    return changed;
  }
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

const quoted = (cell: string): string => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

function pictureInside(text: string): { readonly svg: string | undefined; readonly png: Uint8Array<ArrayBuffer> | undefined } {
  const [, type, encoded = ''] = /"data:image\/(png|svg\+xml);base64,([A-Za-z\d+/=]+)"/.exec(text) ?? [];
  const bytes = Uint8Array.from(atob(encoded), (unit) => unit.charCodeAt(0));
  return { svg: type === 'svg+xml' ? new TextDecoder().decode(bytes) : undefined, png: type === 'png' ? bytes : undefined };
}

const isAwarded = (value: unknown): value is Awarded => {
  const { id, issuer, achievement, recipient, text, issuedAt } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Record<keyof Awarded, unknown>>;
  const hasName = (part: unknown): boolean => typeof part === 'object' && part !== null && typeof (part as { name?: unknown }).name === 'string';
  return [id, issuer, text, issuedAt].every((each) => typeof each === 'string') && hasName(achievement) && hasName(recipient);
};

function readRegister(text: string): { readonly issuer: string; readonly awards: readonly Awarded[] } | undefined {
  try {
    const { type, issuer, awards } = JSON.parse(text) as Partial<Record<'type' | 'issuer' | 'awards', unknown>>;
    return type === FORMAT && typeof issuer === 'string' && Array.isArray(awards) && awards.every(isAwarded) ? { issuer, awards } : undefined;
  } catch {
    return undefined;
  }
}
