/** What may be published for an issuer: only what is its own, verifies, and takes nothing from the badges that are out. */
import { verify } from '@assembleurs/open-badges';
import type { Verdict } from '@assembleurs/open-badges';
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
}

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

function unverified(verdict: Verdict, language: Language): Problem {
  const said = verdict.messages.find(({ check }) => verdict.checks[check] === 'failed') ?? verdict.messages.find(({ check }) => verdict.checks[check] !== 'ok');
  return refuse(said ? `/${said.path.replace(/^\$\.?/, '').replaceAll('.', '/')}` : '', 'badge-unverified', language, { reason: said?.text[language] ?? verdict.state });
}

/** A badge, as it is handed over. Throws what is wrong; its status list may come later, and its dates are its own affair. */
export async function checkBadge(text: string, about: Omit<Publication, 'path' | 'document'>, pointer: string): Promise<{ id: string; name: string }> {
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
  const lost = keysOf(await readObject(database, issuer.id, 'did.json')).find((key) => !keys.includes(key));
  if (lost !== undefined) throw refuse('/verificationMethod', 'badge-key-lost', language, { key: lost });
};

/** The moment that a list was signed. */
const signedAt = (list: Json | undefined): string => textOf(objectOf(listOf(list?.['proof'])[0])['created']) || textOf(list?.['validFrom']);

const status: Check = async (publication) => {
  const { database, issuer, path, document, language, now } = publication;
  await isAt(publication);
  if (!(await namesOf(publication)).includes(issuerOf(document))) throw refuse('/issuer', 'badge-issuer', language, { expected: issuer.did });
  const verdict = await verify(JSON.stringify(document), { now, resolve: resolveHere(publication) });
  if (verdict.kind !== 'StatusListCredential') throw refuse('/type', 'badge-type', language, { expected: 'BitstringStatusListCredential' });
  if (verdict.checks.integrity !== 'ok' || verdict.checks.issuer !== 'ok' || verdict.checks.structure !== 'ok') throw unverified(verdict, language);
  // The list of another machine, opened again after a while, would bring revoked badges back.
  const [before, after] = [Date.parse(signedAt(await readObject(database, issuer.id, path))), Date.parse(signedAt(document))];
  if (after < before) throw new Problem('badge-document-older', { date: new Date(after) });
};

const revocations: Check = async (publication) => {
  const { issuer, document, language } = publication;
  await isAt(publication);
  if (!(await namesOf(publication)).includes(document['issuer'])) throw refuse('/issuer', 'badge-issuer', language, { expected: issuer.did });
  if (!Array.isArray(document['revokedCredential'])) throw refuse('/revokedCredential', 'badge-type', language, { expected: '1EdTechRevocationList' });
};

/** A hosted assertion is true because it stands here: it must point to a class and an issuer that stand here too. */
const ob2Badge: Check = async (publication) => {
  const { document, language, now } = publication;
  await isAt(publication);
  await isA('Assertion')(publication);
  if (document['revoked'] === true) return;
  const url = textOf(document['id']);
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
