/** Keys that a document declares: a DID document, an issuer's profile, a published JWK. */
import { asArray, isObject, textOf, type JsonObject, type JsonValue } from '../input/json.ts';
import { parseDateTime } from '../dates.ts';
import { keyFromJwk, keyFromMultibase, type PublicKey } from '../proof/keys.ts';
import { keyFromMethod } from '../proof/published-keys.ts';
import { bound, sameOrigin, vouched, type FoundKey, type Query } from './binding.ts';

/** The key behind a did:web or an https address. */
export function findPublishedKey(query: Query): Promise<FoundKey> {
  return query.method.startsWith('did:web:') ? didWeb(query) : httpsKey(query);
}

/** A token may carry its own key: it proves nothing until the issuer is found to hold the same key. */
export async function findEmbeddedKey(jwk: JsonValue | undefined, query: Query): Promise<FoundKey> {
  const key = keyFromJwk(jwk);
  if (!key) return { key: undefined, binding: 'failed', code: 'key.unreadable' };
  if (query.issuer.startsWith('did:key:')) {
    const own = keyFromMultibase(query.issuer.slice('did:key:'.length));
    return own && sameKey(own, key) ? { key, ...bound(query) } : { key, binding: 'failed', code: 'issuer.mismatch' };
  }
  const profile = query.issuer.startsWith('did:web:') ? await didDocument(query.issuer, query) : await query.resources.object(query.issuer);
  if (!profile) return { key, binding: 'unknown', code: 'issuer.unresolved' };
  if (profile['id'] !== query.issuer) return { key, binding: 'failed', code: 'issuer.mismatch' };
  return { key, ...(await declaredKey(profile, key, query)) };
}

/** The same key, whatever its name, among those that the document lets assert. */
async function declaredKey(document: JsonObject, key: PublicKey, query: Query): Promise<Omit<FoundKey, 'key'>> {
  for (const method of methodsOf(document)) {
    const declared = await keyFromMethod(method);
    if (!declared || !sameKey(declared, key) || !asserts(document, textOf(method['id']))) continue;
    return isRevoked(method, query.now) ? { binding: 'failed', code: 'issuer.revokedKey' } : bound(query);
  }
  return { binding: 'failed', code: 'issuer.undeclared' };
}

const RELATIONSHIPS = ['assertionMethod', 'authentication', 'keyAgreement', 'capabilityInvocation', 'capabilityDelegation'] as const;

/**
 * Whether a document lets this method sign statements. A DID document says so under `assertionMethod`; a profile that sorts its keys by
 * purpose is held to that too, and one that does not (Open Badges: `publicKey`) declares them for what it does, which is to issue badges.
 */
function asserts(document: JsonObject, method: string): boolean {
  const isDid = textOf(document['id']).startsWith('did:');
  const sorted = isDid || RELATIONSHIPS.some((name) => name in document);
  const lists = sorted ? [document['assertionMethod']] : [document['verificationMethod']];
  return [...lists, isDid ? undefined : document['publicKey']].flatMap(asArray).some((item) => matches(isObject(item) ? item['id'] : item, method, document['id']));
}

function sameKey(one: PublicKey, other: PublicKey): boolean {
  return (['kty', 'crv', 'x', 'y', 'n', 'e'] as const).every((member) => one.jwk[member] === other.jwk[member]);
}

/** https://w3c-ccg.github.io/did-method-web/ : `did:web:host:path` is the document at `https://host/path/did.json`. */
export function didWebUrl(did: string): string | undefined {
  const [name = '', ...path] = did.slice('did:web:'.length).split(':');
  const host = decode(name); // a port is written %3A8443
  if (!/^[a-z\d.-]+(?::\d{1,5})?$/i.test(host) || !path.every(isPlainStep)) return undefined;
  return `https://${host}/${path.length > 0 ? path.join('/') : '.well-known'}/did.json`;
}

/** A step of the path, percent-encoded as it goes into the address; none that climbs or hides another step. */
function isPlainStep(step: string): boolean {
  const text = decode(step);
  return /^(?:[\w.~-]|%[\da-f]{2})+$/i.test(step) && !/^\.{0,2}$/.test(text) && !/[/\\\p{Cc}]/u.test(text);
}

async function didWeb(query: Query): Promise<FoundKey> {
  const did = query.method.split('#')[0] ?? '';
  const document = await didDocument(did, query);
  if (!document) return { key: undefined, binding: 'unknown', code: 'key.unresolved' };
  if (document['id'] !== did) return { key: undefined, binding: 'failed', code: 'issuer.controller' };
  const found = await methodIn(document, query);
  if (!found.key || found.binding !== 'ok') return found;
  return query.issuer === did ? found : { key: found.key, ...(await declaredElsewhere(query, did, found.key)) };
}

async function didDocument(did: string, { resources }: Query): Promise<JsonObject | undefined> {
  const url = didWebUrl(did);
  return (await resources.object(did)) ?? (url === undefined ? undefined : resources.object(url));
}

/** A key document at an https address: it must live at the issuer's own origin, and the issuer's profile must declare it. */
async function httpsKey(query: Query): Promise<FoundKey> {
  const url = query.method.split('#')[0] ?? '';
  const document = (await query.resources.object(query.method)) ?? (await query.resources.object(url));
  if (!document) return { key: undefined, binding: 'unknown', code: 'key.unresolved' };
  const published = publishedJwk(document, query.method);
  if (published) {
    const key = keyFromJwk(published);
    if (!key) return { key: undefined, binding: 'failed', code: 'key.unreadable' };
    return { key, ...(await declaredElsewhere(query, query.method, key)) };
  }
  const isKey = document['id'] === query.method && ('publicKeyMultibase' in document || 'publicKeyJwk' in document || 'publicKeyPem' in document);
  const method = isKey ? document : methodsOf(document).find((entry) => matches(entry['id'], query.method, document['id']));
  const key = method && (await keyFromMethod(method));
  if (!method || !key) return { key: undefined, binding: 'failed', code: 'key.unreadable' };
  if (isRevoked(method, query.now)) return { key, binding: 'failed', code: 'issuer.revokedKey' };
  const controller = method['controller'] ?? method['owner'];
  if (controller !== undefined && controller !== query.issuer) return { key, binding: 'failed', code: 'issuer.controller' };
  if (document['id'] !== query.issuer || !sameOrigin(query.method, query.issuer)) return { key, ...(await declaredElsewhere(query, query.method, key)) };
  return { key, ...(asserts(document, query.method) ? bound(query) : ({ binding: 'failed', code: 'issuer.undeclared' } as const)) };
}

/** OB 3.0 §8.2.2: a `kid` may be the address of a JWK, or of a set of them (RFC 7517 §5) in which it is named. */
function publishedJwk(document: JsonObject, method: string): JsonObject | undefined {
  if ('kty' in document) return document;
  const fragment = method.split('#')[1];
  return asArray(document['keys']).filter(isObject).find(({ kid }) => kid === method || (fragment !== undefined && kid === fragment));
}

/** The method inside a DID document, listed under `assertionMethod` as Data Integrity §4.1 asks. */
async function methodIn(document: JsonObject, query: Query): Promise<FoundKey> {
  const entry = methodsOf(document).find((candidate) => matches(candidate['id'], query.method, document['id'])) ?? methodByKid(document, query.method);
  const key = entry && (await keyFromMethod(entry));
  if (!entry || !key) return { key: undefined, binding: 'failed', code: 'key.unreadable' };
  if (!asserts(document, absolute(entry['id'], document['id']))) return { key, binding: 'failed', code: 'issuer.undeclared' };
  if (isRevoked(entry, query.now)) return { key, binding: 'failed', code: 'issuer.revokedKey' };
  if (entry['controller'] !== document['id']) return { key, binding: 'failed', code: 'issuer.controller' };
  return { key, ...bound(query) };
}

/** The issuer is not the key's own address: then its profile, or the host's list, must name the key. */
export async function declaredElsewhere(query: Query, keyOwner: string, key: PublicKey): Promise<Omit<FoundKey, 'key'>> {
  const names: readonly string[] = [query.method, keyOwner];
  const known = query.known.find(({ id }) => id === query.issuer);
  if (known && vouched(known, query.now) && known.keys?.some((name) => names.includes(name))) return { binding: 'ok', code: 'issuer.known', name: known.name };
  if (!/^https:\/\//.test(query.issuer)) return { binding: 'failed', code: 'issuer.mismatch' };
  const profile = await query.resources.object(query.issuer);
  if (!profile) return { binding: 'unknown', code: 'issuer.unresolved' };
  if (profile['id'] !== query.issuer) return { binding: 'failed', code: 'issuer.mismatch' };
  const name = names.find((candidate) => asserts(profile, candidate));
  if (name === undefined) return declaredKey(profile, key, query);
  const entry = methodsOf(profile).find((method) => matches(method['id'], name, query.issuer));
  return entry && isRevoked(entry, query.now) ? { binding: 'failed', code: 'issuer.revokedKey' } : bound(query);
}

function methodsOf(document: JsonObject): JsonObject[] {
  return [...asArray(document['verificationMethod']), ...asArray(document['assertionMethod']), ...asArray(document['publicKey'])].filter(isObject);
}

/** A method's name may be relative to its document: `#key-1`. */
function absolute(name: JsonValue | undefined, base: JsonValue | undefined): string {
  return textOf(name).startsWith('#') ? `${textOf(base)}${textOf(name)}` : textOf(name);
}

function matches(name: JsonValue | undefined, method: string, base: JsonValue | undefined): boolean {
  return method !== '' && absolute(name, base) === absolute(method, base);
}

/** Tokens often name a key by the `kid` of its JWK, which need not be the end of the method's own name. */
function methodByKid(document: JsonObject, method: string): JsonObject | undefined {
  const [base, kid] = method.split('#');
  if (base !== document['id'] || kid === undefined || kid === '') return undefined;
  const named = methodsOf(document).filter(({ publicKeyJwk }) => isObject(publicKeyJwk) && publicKeyJwk['kid'] === kid);
  return named.length === 1 ? named[0] : undefined; // a name that two keys bear names neither
}

function isRevoked(method: JsonObject, now: number): boolean {
  for (const property of ['revoked', 'expires']) {
    if (method[property] === undefined || method[property] === null) continue;
    const date = parseDateTime(method[property]);
    if (date === undefined || date <= now) return true;
  }
  return false;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
