/** The issuer's key: made, put into a backup at once, restored, replaced. */
import type { Profile } from '@assembleurs/open-badges/issue';
import { randomBytes } from './awards.ts';
import type { Issuer } from './model.ts';
import { tools } from './tools.ts';

export interface IssuerForm {
  readonly name: string;
  readonly url: string;
  readonly email: string;
  /** A site that will publish `did.json`; empty: a did:key. */
  readonly site: string;
  /** A data URL; empty: none. */
  readonly image: string;
  readonly statusUrl: string;
  readonly statusKind: Issuer['statusKind'];
}

const optional = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

const profileOf = (id: string, { name, url, email, image }: IssuerForm): Profile => ({ id, name: name.trim(), url: optional(url), email: optional(email), ...(image === '' ? {} : { image }) });

/** What a new key replaces; `stolen`: its last key may be in other hands. */
export interface Replaced {
  readonly issuer: Issuer;
  readonly stolen: boolean;
}

/** A new issuer, or the same one with a new key when `before` is given. Throws `IssueError`. */
export async function makeIssuer(form: IssuerForm, passphrase: string, before?: Replaced): Promise<Issuer> {
  const seed = tools().newSeed(randomBytes);
  try {
    const key = await tools().keyFromSeed(seed, { random: randomBytes });
    const site = optional(form.site);
    const id = site === undefined ? tools().didKey(key) : tools().didWeb(site).did;
    const now = tools().isoSeconds(new Date());
    // Another name has a did.json of its own, without the keys of this one.
    const same = before?.issuer.id === id ? before.issuer : undefined;
    const last = same ? [same.kept.publicKeyMultibase] : [];
    const earlier = [...(before?.stolen ? [] : last), ...(same?.earlier ?? [])];
    const stolen = [...(before?.stolen ? last.map((key) => ({ key, at: now })) : []), ...(same?.stolen ?? [])];
    const { statusKind } = form;
    const statusUrl = form.statusUrl.trim();
    const content = { profile: JSON.parse(JSON.stringify(profileOf(id, form))) as Record<string, string>, earlier, stolen, statusUrl, statusKind };
    const backup = await tools().encryptBackup({ label: { id, name: form.name.trim() }, seed, content, passphrase, random: randomBytes, now });
    return { id, profile: profileOf(id, form), kept: key.kept, earlier, stolen, backup, backedUp: false, statusUrl, statusKind, madeAt: now };
  } finally {
    seed.fill(0);
  }
}

/** Throws `IssueError`: another file, damaged, another passphrase. */
export async function restoreIssuer(text: string, passphrase: string): Promise<Issuer> {
  const { seed, content } = await tools().decryptBackup(text, passphrase);
  try {
    const key = await tools().keyFromSeed(seed, { random: randomBytes });
    const { id = '', made = '' } = tools().readBackupLabel(text) ?? {};
    const { profile, earlier, stolen, statusUrl, statusKind } = content;
    const given = (typeof profile === 'object' && profile !== null && !Array.isArray(profile) ? profile : {}) as Record<string, unknown>;
    const word = (name: string): string | undefined => (typeof given[name] === 'string' ? given[name] : undefined);
    return {
      id, profile: { id, name: word('name') ?? '', url: word('url'), email: word('email'), ...(word('image') === undefined ? {} : { image: word('image') }) }, kept: key.kept, earlier: Array.isArray(earlier) ? earlier.filter((each) => typeof each === 'string') : [], stolen: Array.isArray(stolen) ? stolen.filter(isStolen) : [], backup: text, backedUp: true,
      statusUrl: typeof statusUrl === 'string' ? statusUrl : '', statusKind: statusKind === 'list' ? 'list' : 'bitstring', madeAt: made,
    };
  } finally {
    seed.fill(0);
  }
}

const isStolen = (each: unknown): each is { key: string; at: string } => typeof each === 'object' && each !== null && 'key' in each && typeof each.key === 'string' && 'at' in each && typeof each.at === 'string';

/** `cle-hub-de-demonstration.json` */
export const backupName = ({ profile, madeAt }: Issuer): string => `${slug(profile.name) || 'emetteur'}-cle-${madeAt.slice(0, 10)}.json`;

export const slug = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '').toLowerCase().slice(0, 60);
