/**
 * Open Badges 1.x and 2.0: an assertion names a badge class, which names an issuer. A hosted one is true because its issuer publishes it,
 * a signed one because its issuer's key signed it. The documents come from the caller (https://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/).
 */
import { checkAssertionDates } from './assertion-dates.ts';
import { conclude } from './credential.ts';
import { compareAssertion } from './structure/compare.ts';
import { isAssertion } from './structure/kind.ts';
import { Findings } from './findings.ts';
import { asArray, isObject, only, textOf, type JsonObject, type JsonValue } from './input/json.ts';
import { sameOrigin } from './issuer/binding.ts';
import { checkJws, type Jws } from './proof/jwt.ts';
import type { PublicKey } from './proof/keys.ts';
import { keyFromMethod, keyFromPem } from './proof/published-keys.ts';
import { checkRecipient } from './recipient.ts';
import type { Scope } from './scope.ts';
import { readAssertionList, readUidList } from './status/revocation-list.ts';
import type { Verdict } from './verdict.ts';

export const OB2_CONTEXT = 'https://w3id.org/openbadges/v2';

/** The chain as far as it could be read. */
interface Chain {
  readonly badge: JsonObject | undefined;
  readonly issuer: JsonObject | undefined;
  /** The address that stands for the issuer, from the badge class. */
  readonly issuerUrl: string | undefined;
}

export async function verifyAssertion(written: JsonObject, scope: Scope, jws?: Jws): Promise<Verdict> {
  const findings = new Findings();
  const given = plain(written);
  const kind = asArray(given['@context']).includes(OB2_CONTEXT) ? 'Assertion 2.0' : 'Assertion 1.x';
  const verification = isObject(given['verification']) ? given['verification'] : isObject(given['verify']) ? given['verify'] : undefined;
  const types = asArray(verification?.['type']);
  const signed = types.some((type) => type === 'SignedBadge' || type === 'signed');
  checkShape(given, kind === 'Assertion 2.0', verification, findings);
  const hostedAt = hostedUrl(given, verification);
  const found = signed || hostedAt === undefined ? undefined : await scope.resources.object(hostedAt);
  const hosted = found && (isAssertion(found) || isRevoked(found)) ? plain(found) : undefined;
  // What the issuer publishes is the truth; the file in hand is only compared with it.
  const truth = hosted && isAssertion(hosted) ? hosted : given;
  const chain = await readChain(truth, scope);
  checkChain(chain, findings);
  if (signed) await checkSigned(given, verification, chain, jws, findings, scope);
  else checkHosted(given, hosted, hostedAt, chain, findings);
  checkAssertionDates(truth, kind === 'Assertion 2.0', findings, scope.now);
  await checkRevoked(given, hosted, chain, signed, findings, scope);
  if (asArray(truth['endorsement']).length > 0) findings.add('endorsement.unsigned', '$.endorsement');
  const { recipient } = truth;
  const identity = isObject(recipient)
    ? { value: recipient['identity'], hashed: recipient['hashed'], salt: recipient['salt'], type: only(recipient['type']) }
    : { value: recipient, hashed: undefined, salt: truth['salt'], type: undefined };
  await checkRecipient(scope.recipient, [identity], findings, '$.recipient');
  // Shown is what the issuer publishes, with the class and the profile in place of their addresses.
  const document = { ...truth, ...(chain.badge ? { badge: { ...chain.badge, ...(chain.issuer ? { issuer: chain.issuer } : {}) } } : {}) };
  return { ...conclude(findings), kind, document, parts: [], endorsements: [] };
}

/**
 * The same assertion in the plainest writing: what stands in a list of one stands alone, a property that is null is not there, and the
 * oldest name of the date is its present one.
 */
function plain(assertion: JsonObject): JsonObject {
  const result: JsonObject = {};
  const isOldest = !('@context' in assertion) && (assertion['issuedOn'] ?? null) === null;
  for (const [name, value] of Object.entries(assertion)) {
    const single = SINGLE.includes(name) ? only(value) : value;
    if (single !== undefined && single !== null) result[name === 'issued_on' && isOldest ? 'issuedOn' : name] = single;
  }
  return result;
}

const SINGLE: readonly string[] = ['recipient', 'badge', 'verification', 'verify'];

function checkShape(assertion: JsonObject, isVersion2: boolean, verification: JsonObject | undefined, findings: Findings): void {
  findings.pass('structure');
  // Moodle writes version 2 with the `verify` of version 1, which says the same.
  const required = isVersion2 ? ['id', 'type', 'recipient', 'badge', 'verify' in assertion ? 'verify' : 'verification', 'issuedOn'] : ['uid', 'recipient', 'badge', 'verify', 'issuedOn'];
  for (const name of required) if (assertion[name] === undefined) findings.add('badge.required', `$.${name}`, { name });
  if (isVersion2 && !asArray(assertion['type']).includes('Assertion')) findings.add('badge.type', '$.type', { name: 'type' });
  if (isVersion2 && assertion['recipient'] !== undefined && (!isObject(assertion['recipient']) || typeof assertion['recipient']['identity'] !== 'string')) findings.add('badge.type', '$.recipient', { name: 'recipient' });
  if (verification && asArray(verification['type']).length === 0) findings.add('badge.type', '$.verification.type', { name: 'verification.type' });
}

/** OB 2.0: at the assertion's own id. OB 1.x: where `verify` says. */
function hostedUrl(assertion: JsonObject, verification: JsonObject | undefined): string | undefined {
  const url = verification === assertion['verify'] ? (verification?.['url'] ?? assertion['id']) : assertion['id'];
  return typeof url === 'string' && /^https?:\/\//.test(url) ? url : undefined;
}

async function readChain(assertion: JsonObject, scope: Scope): Promise<Chain> {
  const badge = await follow(assertion['badge'], scope);
  const named = badge?.['issuer'];
  const url = isObject(named) ? named['id'] : named;
  const issuerUrl = typeof url === 'string' ? url : undefined;
  // The profile at the issuer's own address, not a copy that the badge brings along.
  const issuer = (issuerUrl === undefined ? undefined : await scope.resources.object(issuerUrl)) ?? (isObject(named) && issuerUrl === undefined ? named : undefined);
  return { badge, issuer, issuerUrl };
}

/** Required of a BadgeClass and of a Profile; what was not read is told by other checks. */
function checkChain({ badge, issuer }: Chain, findings: Findings): void {
  for (const name of badge ? ['name', 'issuer'] : []) if (badge?.[name] === undefined) findings.add('badge.required', `$.badge.${name}`, { name: `badge.${name}` });
  if (issuer && typeof issuer['name'] !== 'string') findings.add('badge.required', '$.badge.issuer.name', { name: 'issuer.name' });
}

async function follow(value: JsonValue | undefined, scope: Scope): Promise<JsonObject | undefined> {
  if (isObject(value)) return value;
  return typeof value === 'string' ? scope.resources.object(value) : undefined;
}

function checkHosted(given: JsonObject, hosted: JsonObject | undefined, url: string | undefined, chain: Chain, findings: Findings): void {
  if (!hosted) {
    findings.add('hosted.unresolved', '$.verification', { url });
    return;
  }
  findings.pass('integrity');
  const difference = isRevoked(hosted) ? undefined : compareAssertion(given, hosted, chain.badge, chain.issuer);
  findings.add(difference === undefined ? 'hosted.ok' : 'hosted.differs', difference === undefined ? '$' : `$.${difference}`, { name: difference });
  if (!chain.badge) findings.add('hosted.class', '$.badge', { url: given['badge'] });
  const { issuer, issuerUrl } = chain;
  if (!issuer || issuerUrl === undefined || url === undefined) {
    findings.add('issuer.unresolved', '$.badge.issuer');
    return;
  }
  findings.pass('issuer');
  findings.add(issuer['id'] !== undefined && issuer['id'] !== issuerUrl ? 'issuer.mismatch' : allowedAt(url, issuer, issuerUrl) ? 'issuer.bound' : 'issuer.origin', '$.badge.issuer');
}

/** OB 2.0, VerificationObject of a Profile: `startsWith` and `allowedOrigins`, each if given; with neither, the issuer's own origin. */
function allowedAt(url: string, issuer: JsonObject, issuerUrl: string): boolean {
  const rules = isObject(issuer['verification']) ? issuer['verification'] : {};
  const starts = asArray(rules['startsWith']).filter((start) => typeof start === 'string');
  const origins = asArray(rules['allowedOrigins']).filter((origin) => typeof origin === 'string');
  if (starts.length > 0 && !starts.some((start) => URL.canParse(start) && url.startsWith(start) && sameAuthority(url, start))) return false;
  if (origins.length > 0 && !origins.some((origin) => new URL(url).host === origin.replace(/^https?:\/\//, '').replace(/\/$/, ''))) return false;
  if (starts.length > 0 || origins.length > 0) return true;
  // Anyone on the way can write a page that comes without encryption: it proves nothing about an issuer who has it.
  return sameOrigin(url, issuerUrl) || (/^http:/i.test(url) && /^http:/i.test(issuerUrl) && sameAuthority(url, issuerUrl));
}

/** `https://hub.example` must not allow `https://hub.example.attacker.test`. */
function sameAuthority(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).host === new URL(other).host;
}

async function checkSigned(given: JsonObject, verification: JsonObject | undefined, chain: Chain, jws: Jws | undefined, findings: Findings, scope: Scope): Promise<void> {
  if (!jws) {
    findings.add('proof.missing', '$.verification');
    return;
  }
  const creator = verification?.['creator'] ?? verification?.['url'] ?? jws.header['kid'] ?? asArray(chain.issuer?.['publicKey'])[0];
  const name = isObject(creator) ? creator['id'] : creator;
  const url = typeof name === 'string' ? name : undefined;
  const listed = asArray(chain.issuer?.['publicKey']).find((entry) => isObject(entry) && entry['id'] === url);
  const found = url === undefined ? undefined : ((await scope.resources.value(url)) ?? listed);
  const key = await readKey(found);
  if (!key) {
    findings.add('key.unresolved', '$.verification.creator', { url });
    return;
  }
  findings.pass('integrity');
  findings.add(await checkJws(jws, key), '$', { name: jws.header['alg'] });
  findings.pass('issuer');
  const { issuer, issuerUrl } = chain;
  if (!issuer || issuerUrl === undefined || url === undefined) {
    findings.add('issuer.unresolved', '$.badge.issuer');
    return;
  }
  const isVersion1 = 'verify' in given && !asArray(given['@context']).includes(OB2_CONTEXT);
  const declared = asArray(issuer['publicKey']).some((entry) => (isObject(entry) ? entry['id'] : entry) === url);
  const owner = isObject(found) ? found['owner'] : undefined;
  if (owner !== undefined && owner !== issuerUrl) findings.add('issuer.controller', '$.verification.creator');
  // Version 1 has no list of keys: the key must stand at the issuer's own origin. An issuer that has such a list is held to it.
  else findings.add(declared || (isVersion1 && issuer['publicKey'] === undefined && sameOrigin(url, issuerUrl)) ? 'issuer.bound' : 'issuer.undeclared', '$.verification.creator');
}

async function readKey(found: string | JsonValue | undefined): Promise<PublicKey | undefined> {
  if (typeof found === 'string') return keyFromPem(found);
  return isObject(found) ? keyFromMethod(found) : undefined;
}

/** Whatever is said there but "no": a platform that writes the word in quotes means it too. */
function isRevoked({ revoked }: JsonObject): boolean {
  return revoked !== undefined && revoked !== null && revoked !== false && revoked !== 'false';
}

async function checkRevoked(given: JsonObject, hosted: JsonObject | undefined, chain: Chain, signed: boolean, findings: Findings, scope: Scope): Promise<void> {
  const source = hosted ?? given;
  if (isRevoked(source)) {
    findings.add('status.set', '$.revoked', { reason: source['revocationReason'] });
    return;
  }
  if (!signed) {
    if (hosted) findings.pass('status');
    else findings.add('status.unresolved', '$.verification', { url: given['id'] });
    return;
  }
  const url = chain.issuer?.['revocationList'];
  if (chain.issuer && url === undefined) return;
  const list = typeof url === 'string' ? await scope.resources.object(url) : undefined;
  const listIssuer = isObject(list?.['issuer']) ? list['issuer']['id'] : list?.['issuer'];
  const foreign = listIssuer !== undefined && listIssuer !== chain.issuerUrl;
  const ids = [given['id'], given['uid']].filter((id) => typeof id === 'string' || typeof id === 'number').map(String);
  const revocation = list && ('verify' in given ? (readAssertionList(list, ids) ?? readUidList(list, textOf(given['uid']))) : readAssertionList(list, ids));
  findings.pass('status');
  if (!list) findings.add('status.unresolved', '$.badge.issuer.revocationList', { url });
  else if (foreign) findings.add('status.proof', '$.badge.issuer.revocationList');
  else if (!revocation) findings.add('status.list', '$.badge.issuer.revocationList');
  else findings.add(revocation.revoked ? 'status.set' : 'status.clear', '$.badge.issuer.revocationList', { reason: revocation.reason });
}
