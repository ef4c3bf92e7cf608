/** Verifying one credential: its shape, its signature, whose signature, its dates, its status, its recipient. Each apart. */
import { parseDateTime } from './dates.ts';
import { Findings } from './findings.ts';
import { asArray, isObject, type JsonObject } from './input/json.ts';
import { findEmbeddedKey, findKey, type FoundKey } from './issuer/method.ts';
import type { Code } from './messages/codes.ts';
import { checkProof, readProof } from './proof/data-integrity.ts';
import { checkJws, readJws, type Jws } from './proof/jwt.ts';
import { checkRecipient, identitiesOf } from './recipient.ts';
import { MAX_NESTING, MAX_PARTS, type Scope } from './scope.ts';
import { checkStatus } from './status/status.ts';
import { checkStructure, issuerId, kindOf } from './structure/credential.ts';
import { stateOf, type Verdict } from './verdict.ts';

type Finding = readonly [code: Code, path: string, parameters?: Readonly<Record<string, unknown>>];

/** A credential in JSON, with its proofs inside; or in a token, whose claims say the same things once more. */
export async function verifyCredential(credential: JsonObject, scope: Scope, jws?: Jws): Promise<Verdict> {
  const findings = new Findings();
  const kind = kindOf(credential) ?? 'VerifiableCredential';
  checkStructure(credential, kind, findings);
  const issuer = issuerId(credential) ?? '';
  const proofs = jws ? [await judgeToken(jws, credential, issuer, scope)] : await judgeProofs(credential, issuer, findings, scope);
  addBest(proofs, findings);
  checkDates(credential, jws, findings, scope);
  const subject = credential['credentialSubject'];
  if (isObject(subject)) await checkRecipient(scope.recipient, identitiesOf(subject), findings, '$.credentialSubject');
  // What a forged badge says of its own status is not worth a request.
  if (findings.checks.integrity === 'ok') await checkStatus(credential, issuer, findings, scope, verifyCredential);
  const inner = { ...scope, depth: scope.depth + 1 };
  const endorsements = await verifyEach(endorsementsOf(credential), inner);
  for (const endorsement of endorsements) if (endorsement.state !== 'verified') findings.add('endorsement.bad', '$.endorsement');
  const parts = kind === 'ClrCredential' && isObject(subject) ? await verifyEach(asArray(subject['verifiableCredential']), inner) : [];
  return { ...conclude(findings), kind, document: credential, parts, endorsements };
}

export function conclude(findings: Findings): Pick<Verdict, 'state' | 'checks' | 'messages'> {
  const { checks, messages } = findings;
  const dates = findings.has('dates.expired') ? 'expired' : findings.has('dates.future') ? 'not yet valid' : undefined;
  const supported = !findings.has('context.unknown') && !(findings.has('proof.suite') && checks.integrity === 'unknown');
  const readable = checks.structure === 'ok' || findings.has('context.unknown');
  return { state: stateOf(checks, dates, readable || checks.integrity === 'failed', supported), checks, messages };
}

/** A badge inside a badge: a document or a token. */
export async function verifyEach(items: readonly unknown[], scope: Scope): Promise<Verdict[]> {
  if (scope.depth > MAX_NESTING) return [];
  const verdicts: Verdict[] = [];
  for (const item of items.slice(0, MAX_PARTS)) {
    if (isObject(item)) verdicts.push(await verifyCredential(item, scope));
    else if (typeof item === 'string') verdicts.push(await verifyToken(item, scope));
  }
  return verdicts;
}

/** A VC-JWT: the credential is the payload (OB 3.0 §8.2) or stands under `vc` (VC Data Model 1.1 §6.3.1). */
export async function verifyToken(text: string, scope: Scope): Promise<Verdict> {
  const jws = readJws(text);
  if (typeof jws === 'string') {
    const findings = new Findings();
    findings.add(jws);
    return { ...conclude(findings), kind: undefined, document: undefined, parts: [], endorsements: [] };
  }
  const { vc } = jws.payload;
  return verifyCredential(isObject(vc) ? { ...vc, ...claimed(jws.payload, vc) } : withoutClaims(jws.payload), scope, jws);
}

/** VC Data Model 1.1 lets `iss`, `jti`, `nbf`, `exp` stand for properties that the `vc` leaves out. */
function claimed(payload: JsonObject, vc: JsonObject): JsonObject {
  const filled: JsonObject = {};
  if (!('id' in vc) && typeof payload['jti'] === 'string') filled['id'] = payload['jti'];
  if (!('issuer' in vc) && typeof payload['iss'] === 'string') filled['issuer'] = payload['iss'];
  if (!('issuanceDate' in vc) && !('validFrom' in vc) && typeof payload['nbf'] === 'number') filled['issuanceDate'] = isoDate(payload['nbf']);
  if (!('expirationDate' in vc) && !('validUntil' in vc) && typeof payload['exp'] === 'number') filled['expirationDate'] = isoDate(payload['exp']);
  return filled;
}

const CLAIMS: readonly string[] = ['iss', 'sub', 'jti', 'nbf', 'exp', 'iat', 'aud', 'cnf'];

function withoutClaims(payload: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(payload).filter(([name]) => !CLAIMS.includes(name)));
}

function isoDate(seconds: number): string {
  const milliseconds = seconds * 1000;
  return Math.abs(milliseconds) < 8.64e15 ? new Date(milliseconds).toISOString() : '';
}

/** Findings of one proof, and how good it is: only the best proof speaks, for one good proof by the issuer is enough (OB 3.0 §9.1). */
interface Judged {
  readonly rank: number;
  readonly findings: readonly Finding[];
}

/** Signed and bound > signed, issuer unknown > signed by a stranger > broken > not checked. A broken proof is never hidden by an unknown one. */
const RANK = { bound: 4, unbound: 3, stranger: 2, broken: 1, unknown: 0 } as const;

function judge(signature: Code, path: string, found: FoundKey, method: string): Judged {
  const owner: Finding = [found.code, path, { url: method, name: found.name }];
  if (signature !== 'proof.ok' && signature !== 'jwt.ok') return { rank: RANK.broken, findings: [[signature, path]] };
  const rank = found.binding === 'ok' ? RANK.bound : found.binding === 'unknown' ? RANK.unbound : RANK.stranger;
  return { rank, findings: [[signature, path], owner] };
}

async function judgeProofs(credential: JsonObject, issuer: string, findings: Findings, scope: Scope): Promise<Judged[]> {
  const judged: Judged[] = [];
  const listed = Array.isArray(credential['proof']);
  for (const [index, proof] of asArray(credential['proof']).slice(0, MAX_PARTS).entries()) {
    const path = listed ? `$.proof[${String(index)}]` : '$.proof';
    if (!isObject(proof)) {
      judged.push({ rank: RANK.broken, findings: [['proof.value', path]] });
      continue;
    }
    const read = readProof(proof, scope.now);
    if ('code' in read) {
      const unknown = read.code === 'proof.suite';
      judged.push({ rank: unknown ? RANK.unknown : RANK.broken, findings: [[read.code, path, { name: proof['cryptosuite'] ?? proof['type'] }]] });
      continue;
    }
    const found = await findKey({ method: read.method, issuer, ...scope });
    if (!found.key) {
      judged.push({ rank: RANK.unknown, findings: [[found.code, `${path}.verificationMethod`, { url: read.method }]] });
      continue;
    }
    // With a context that is not pinned, canonical text would be guesswork.
    if (findings.has('context.unknown') && read.suite.canonicalization === 'rdfc') continue;
    const { canonize } = await import('./proof/rdfc.ts');
    judged.push(judge(await checkProof(credential, proof, read, found.key, canonize), path, found, read.method));
  }
  return judged;
}

async function judgeToken(jws: Jws, credential: JsonObject, issuer: string, scope: Scope): Promise<Judged> {
  const { kid, jwk } = jws.header;
  const method = typeof kid === 'string' ? (/^[a-z][a-z\d+.-]*:/i.test(kid) ? kid : `${issuer}#${kid.replace(/^#/, '')}`) : '';
  const found = method ? await findKey({ method, issuer, ...scope }) : await findEmbeddedKey(jwk, { method, issuer, ...scope });
  if (!found.key) return { rank: RANK.unknown, findings: [[found.code, '$.header', { url: method }]] };
  const signature = await checkJws(jws, found.key);
  const contradiction = contradictedClaim(jws.payload, credential, issuer);
  if (signature === 'jwt.ok' && contradiction) return { rank: RANK.broken, findings: [['jwt.claims', `$.${contradiction}`, { name: contradiction }]] };
  return judge(signature, '$.header', found, method);
}

/** OB 3.0 §8.2.3: what the claims repeat must be the same. */
function contradictedClaim(payload: JsonObject, credential: JsonObject, issuer: string): string | undefined {
  const subject = credential['credentialSubject'];
  const expected: readonly (readonly [string, unknown])[] = [
    ['iss', issuer],
    ['sub', isObject(subject) ? subject['id'] : undefined],
    ['jti', credential['id']],
    ['nbf', seconds(credential['validFrom'] ?? credential['issuanceDate'])],
    ['exp', seconds(credential['validUntil'] ?? credential['expirationDate'])],
  ];
  return expected.find(([name, value]) => payload[name] !== undefined && value !== undefined && (typeof value === 'number' ? Math.floor(Number(payload[name])) !== value : payload[name] !== value))?.[0];
}

function seconds(text: unknown): number | undefined {
  const date = parseDateTime(text);
  return date === undefined ? undefined : Math.floor(date / 1000);
}

function addBest(judged: readonly Judged[], findings: Findings): void {
  const best = judged.toSorted((one, other) => other.rank - one.rank)[0];
  if (!best) {
    if (!findings.has('context.unknown')) findings.add('proof.missing', '$.proof');
    return;
  }
  if (best.rank > RANK.broken) {
    findings.pass('integrity');
    findings.pass('issuer');
  }
  if (best.rank === RANK.unknown) findings.doubt('integrity');
  for (const [code, path, parameters] of best.findings) findings.add(code, path, parameters);
}

function checkDates(credential: JsonObject, jws: Jws | undefined, findings: Findings, scope: Scope): void {
  const [from, until] = ['validFrom' in credential || !('issuanceDate' in credential) ? 'validFrom' : 'issuanceDate', 'validUntil' in credential ? 'validUntil' : 'expirationDate'];
  findings.pass('dates');
  const start = readDate(credential, from, findings);
  const end = Math.min(readDate(credential, until, findings) ?? Infinity, typeof jws?.payload['exp'] === 'number' ? jws.payload['exp'] * 1000 : Infinity);
  if (credential[from] === undefined) findings.add('dates.missing', `$.${from}`);
  if (start !== undefined && end < start) findings.add('dates.order', `$.${until}`);
  else if (end <= scope.now) findings.add('dates.expired', `$.${until}`);
  else if (start !== undefined && start > scope.now) findings.add('dates.future', `$.${from}`);
}

function readDate(object: JsonObject, name: string, findings: Findings): number | undefined {
  if (object[name] === undefined) return undefined;
  const date = parseDateTime(object[name]);
  if (date === undefined) findings.add('dates.invalid', `$.${name}`, { name });
  return date;
}

function endorsementsOf(credential: JsonObject): unknown[] {
  const subject = credential['credentialSubject'];
  const achievement = isObject(subject) ? subject['achievement'] : undefined;
  return [credential, credential['issuer'], achievement].filter(isObject).flatMap((holder) => [...asArray(holder['endorsement']), ...asArray(holder['endorsementJwt'])]);
}

