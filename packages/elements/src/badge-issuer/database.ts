import type { DBSchema } from 'idb';
import { silently, Storage } from '../internal/storage.ts';
import type { Awarded, Draft, Issuer } from './model.ts';

interface IssuerTables extends DBSchema {
  issuers: { key: string; value: Issuer };
  awards: { key: string; value: Awarded; indexes: { issuer: string } };
  drafts: { key: string; value: Draft };
}

const database = new Storage<IssuerTables>('asb-badge-issuer', (db) => {
  db.createObjectStore('issuers', { keyPath: 'id' });
  db.createObjectStore('awards', { keyPath: 'id' }).createIndex('issuer', 'issuer');
  db.createObjectStore('drafts', { keyPath: 'key' });
});

const LOT = 50;

export interface Kept {
  readonly issuers: readonly Issuer[];
  readonly draft: Draft | undefined;
}

/** Undefined when this page keeps nothing (a sandboxed frame, a private window): everything then lasts as long as the page. */
export async function readAll(draftKey: string): Promise<Kept | undefined> {
  const read = await database.use(async (db) => ({ issuers: await db.getAll('issuers'), draft: await db.get('drafts', draftKey) }));
  return 'value' in read ? read.value : undefined;
}

export async function readAwards(issuer: string): Promise<readonly Awarded[]> {
  const read = await database.use((db) => db.getAllFromIndex('awards', 'issuer', issuer));
  return 'value' in read ? read.value : [];
}

/** Whether it was kept. */
const kept = async (work: Promise<{ readonly value: unknown } | { readonly trouble: unknown }>): Promise<boolean> => 'value' in (await work);

export const keepIssuer = (issuer: Issuer): Promise<boolean> => kept(database.use((db) => db.put('issuers', issuer)));
export const keepDraft = (draft: Draft): Promise<boolean> => kept(database.use((db) => db.put('drafts', draft)));

/** All of them, or none. */
export const keepAwards = (awards: readonly Awarded[]): Promise<boolean> => kept(database.use(async (db) => {
  const tx = silently(db.transaction('awards', 'readwrite'));
  // In lots: a thousand at once would hold the page while they are copied.
  for (let at = 0; at < awards.length; at += LOT) await Promise.all(awards.slice(at, at + LOT).map((award) => tx.store.put(award)));
  await tx.done;
}));

/** The issuer, its key and its register. */
export const eraseIssuer = (id: string): Promise<boolean> => kept(database.use(async (db) => {
  const tx = silently(db.transaction(['issuers', 'awards'], 'readwrite'));
  const awards = tx.objectStore('awards');
  await tx.objectStore('issuers').delete(id);
  await Promise.all((await awards.index('issuer').getAllKeys(id)).map((key) => awards.delete(key)));
  await tx.done;
}));
