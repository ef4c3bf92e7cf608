/** What may be published for an issuer: only what is its own, verifies, and takes nothing from the badges that are out. */
import { verify } from '@assembleurs/open-badges';
import type { Verdict } from '@assembleurs/open-badges';
import { readStatusList } from '@assembleurs/open-badges/issue';
import type { Database } from '../database/connect.ts';
import type { Language } from '../http/language.ts';
import type { ReasonCode } from '../http/messages.ts';
import { Problem, reason } from '../http/problems.ts';
import type { MessageValues } from '../http/messages.ts';
import { issuerAddress } from './addresses.ts';
import type { DocumentPath } from './documents.ts';
import { issuerOf, listOf, objectOf, textOf } from './json.ts';
import type { Json } from './json.ts';
import { readObject } from './store.ts';

export interface Publication {
  readonly database: Database;
  readonly issuer: { readonly id: string; readonly did: string };
  readonly publicUrl: string;
  readonly path: string;
  readonly document: Json;
  readonly language: Language;
  readonly now: Date;
  /** Whoever publishes says that badges come back to life on purpose. */
  readonly reinstate: boolean;
}

/** Clocks differ a little; a date further ahead is a wrong clock. */
const CLOCKS_DIFFER_MS = 5 * 60_000;

const refuse = (pointer: string, code: ReasonCode, language: Language, values: MessageValues = {}): Problem =>
  new Problem('invalid-badge-document', {}, [{ pointer, path: pointer.slice(1).replaceAll('/', '.'), code, detail: reason(code, language, values) }]);

/** What the issuer published, and nothing else: the collector asks no other site. `extra` is what is being published now. */
export function resolveHere({ database, issuer, publicUrl }: Pick<Publication, 'database' | 'issuer' | 'publicUrl'>, extra?: { readonly url: string; readonly document: Json }) {
  const address = issuerAddress(publicUrl, issuer.id);
  return async (url: string): Promise<Json | undefined> =>
    url === extra?.url ? extra.document
      : url === issuer.did ? await readObject(database, issuer.id, 'did.json')
        : url.startsWith(address) ? await readObject(database, issuer.id, url.slice(address.length)) : undefined;
}

/** The names of the issuer: the one in use, and the did:key of each of its keys, with which it may have begun. */
async function namesOf({ database, issuer }: Pick<Publication, 'database' | 'issuer'>): Promise<readonly unknown[]> {
  const keys = await readObject(database, issuer.id, 'did.json');
  return [issuer.did, ...listOf(keys?.['alsoKnownAs'])];
}

const keysOf = (document: Json | undefined): string[] => listOf(document?.['verificationMethod']).map((method) => textOf(objectOf(method)['publicKeyMultibase'])).filter((key) => key !== '');

/** Until when what a key signed counts, wherever the document names it: readers take a date that they cannot read for a withdrawal too. */
function countsUntil(document: Json | undefined, key: string): number {
  const named = ['verificationMethod', 'assertionMethod'].flatMap((list) => listOf(document?.[list])).map(objectOf).filter(({ publicKeyMultibase }) => publicKeyMultibase === key);
  return Math.max(...named.map(({ revoked }) => (revoked === undefined || revoked === null ? Infinity : Date.parse(textOf(revoked)) || -Infinity)));
}

function unverified(verdict: Verdict, language: Language): Problem {
  const said = verdict.messages.find(({ check }) => verdict.checks[check] === 'failed') ?? verdict.messages.find(({ check }) => verdict.checks[check] !== 'ok');
  return refuse(said ? `/${said.path.replace(/^\$\.?/, '').replaceAll('.', '/')}` : '', 'badge-unverified', language, { reason: said?.text[language] ?? verdict.state });
}

/** A badge, as it is handed over. Throws what is wrong; its status list may come later, and its dates are its own affair. */
export async function checkBadge(text: string, about: Omit<Publication, 'path' | 'document' | 'reinstate'>, pointer: string): Promise<{ id: string; name: string }> {
  const verdict = await verify(text, { now: about.now, resolve: resolveHere(about) });
  const sound = verdict.checks.integrity === 'ok' && verdict.checks.issuer === 'ok' && verdict.checks.structure === 'ok' && verdict.state !== 'revoked';
  if (verdict.kind !== 'OpenBadgeCredential' || !verdict.document) throw refuse(pointer, 'badge-type', about.language, { expected: 'OpenBadgeCredential' });
  if (!(await namesOf(about)).includes(issuerOf(verdict.document))) throw refuse(pointer, 'badge-issuer', about.language, { expected: about.issuer.did });
  if (!sound) throw unverified(verdict, about.language);
  const achievement = objectOf(objectOf(verdict.document['credentialSubject'])['achievement']);
  return { id: textOf(verdict.document['id']), name: textOf(achievement['name']) };
}

type Check = (publication: Publication) => Promise<void>;

const isAt: Check = ({ publicUrl, issuer, path, document, language }) => {
  const expected = issuerAddress(publicUrl, issuer.id) + path;
  if (document['id'] !== expected) throw refuse('/id', 'badge-id', language, { expected });
  return Promise.resolve();
};

const isA = (type: string): Check => ({ document, language }) => {
  if (!listOf(document['type']).includes(type)) throw refuse('/type', 'badge-type', language, { expected: type });
  return Promise.resolve();
};

const profile: Check = async (publication) => {
  const { document, issuer, language } = publication;
  if (document['id'] !== issuer.did) throw refuse('/id', 'badge-id', language, { expected: issuer.did });
  await isA('Profile')(publication);
};

/** Keys that are not in use any more stay: the badges that they signed stay good. A stolen one stays too, with its `revoked` date. */
const did: Check = async ({ database, issuer, document, language }) => {
  if (document['id'] !== issuer.did) throw refuse('/id', 'badge-id', language, { expected: issuer.did });
  const keys = keysOf(document);
  if (keys.length === 0) throw refuse('/verificationMethod', 'badge-type', language, { expected: 'Multikey' });
  const published = await readObject(database, issuer.id, 'did.json');
  const lost = keysOf(published).find((key) => !keys.includes(key));
  if (lost !== undefined) throw refuse('/verificationMethod', 'badge-key-lost', language, { key: lost });
  const restored = keysOf(published).find((key) => countsUntil(document, key) > countsUntil(published, key));
  if (restored !== undefined) throw refuse('/verificationMethod', 'badge-key-restored', language, { key: restored });
};

/** The moment that a list was signed. */
const signedAt = (list: Json | undefined): string => textOf(objectOf(listOf(list?.['proof'])[0])['created']) || textOf(list?.['validFrom']);

/** The places that a list takes back, with the letter of its base or without (StatusList2021); undefined when they cannot be read. */
async function placesIn(list: Json): Promise<ReadonlySet<number> | undefined> {
  const encoded = textOf(objectOf(listOf(list['credentialSubject'])[0])['encodedList']);
  try {
    return (await readStatusList({ credentialSubject: { encodedList: encoded.startsWith('u') ? encoded : `u${encoded}` } })).revoked;
  } catch {
    return undefined;
  }
}

/** The badges that a list takes back by name, in each spelling that readers take. */
const namesIn = (list: Json | undefined): ReadonlySet<string> =>
  new Set(['revokedCredential', 'revokedCredentials'].flatMap((name) => listOf(list?.[name])).filter((one) => objectOf(one)['revoked'] !== false).map((one) => textOf(one) || textOf(objectOf(one)['id'])).filter((id) => id !== ''));

/** What is taken back stays so: dates do not tell that the register of another machine has missed it. */
function keepTakenBack(before: ReadonlySet<number | string>, after: ReadonlySet<number | string>, { reinstate }: Publication): void {
  const count = [...before].filter((one) => !after.has(one)).length;
  if (count > 0 && !reinstate) throw new Problem('badge-document-reinstates', { count });
}

const status: Check = async (publication) => {
  const { database, issuer, path, document, language, now } = publication;
  await isAt(publication);
  if (!(await namesOf(publication)).includes(issuerOf(document))) throw refuse('/issuer', 'badge-issuer', language, { expected: issuer.did });
  const verdict = await verify(JSON.stringify(document), { now, resolve: resolveHere(publication) });
  if (verdict.kind !== 'StatusListCredential') throw refuse('/type', 'badge-type', language, { expected: 'BitstringStatusListCredential' });
  if (verdict.checks.integrity !== 'ok' || verdict.checks.issuer !== 'ok' || verdict.checks.structure !== 'ok') throw unverified(verdict, language);
  const places = await placesIn(document);
  if (!places) throw refuse('/credentialSubject/encodedList', 'badge-type', language, { expected: 'BitstringStatusList' });
  // Dated by a clock that is wrong, it would pass for newer than every true list to come.
  const latest = now.getTime() + CLOCKS_DIFFER_MS;
  const ahead = [textOf(document['validFrom']), signedAt(document)].map((date) => Date.parse(date)).find((date) => date > latest);
  if (ahead !== undefined) throw refuse('/validFrom', 'badge-ahead', language, { date: new Date(ahead) });
  // The list of another machine, opened again after a while, would bring revoked badges back. A published one that is ahead says nothing of that.
  const published = await readObject(database, issuer.id, path);
  const [before, after] = [Date.parse(signedAt(published)), Date.parse(signedAt(document))];
  if (after < before && before <= latest) throw new Problem('badge-document-older', { date: new Date(after) });
  keepTakenBack((published && await placesIn(published)) ?? new Set(), places, publication);
};

const revocations: Check = async (publication) => {
  const { database, issuer, path, document, language } = publication;
  await isAt(publication);
  if (!(await namesOf(publication)).includes(document['issuer'])) throw refuse('/issuer', 'badge-issuer', language, { expected: issuer.did });
  if (!Array.isArray(document['revokedCredential'])) throw refuse('/revokedCredential', 'badge-type', language, { expected: '1EdTechRevocationList' });
  keepTakenBack(namesIn(await readObject(database, issuer.id, path)), namesIn(document), publication);
};

/** A hosted assertion is true because it stands here: it must point to a class and an issuer that stand here too. */
const ob2Badge: Check = async (publication) => {
  const { database, issuer, path, document, language, now } = publication;
  await isAt(publication);
  await isA('Assertion')(publication);
  if (document['revoked'] === true) return;
  const url = textOf(document['id']);
  const published = await readObject(database, issuer.id, path);
  keepTakenBack(new Set(published?.['revoked'] === true ? [url] : []), new Set(), publication);
  const verdict = await verify(JSON.stringify(document), { now, resolve: resolveHere(publication, { url, document }) });
  if (!['verified', 'expired', 'not yet valid'].includes(verdict.state)) throw unverified(verdict, language);
};

const every = (...checks: readonly Check[]): Check => async (publication) => {
  for (const each of checks) await each(publication);
};

const CHECKS: Readonly<Record<DocumentPath, Check>> = {
  'profile.json': profile,
  'did.json': did,
  'status/{name}': status,
  'revocations/{name}': revocations,
  'achievements/{name}': isA('Achievement'),
  'ob2/issuer.json': isAt,
  'ob2/badges/{name}': ob2Badge,
  'ob2/achievements/{name}': every(isAt, isA('BadgeClass')),
};

/** Throws the problem that says what is wrong, where. */
export const checkPublication = (kind: DocumentPath, publication: Publication): Promise<void> => CHECKS[kind](publication);
