import { conclude, envelopedToken, refuse, verifyCredential, verifyToken, withParts } from './credential.ts';
import { Findings, loadTexts } from './findings.ts';
import { asArray, isObject, type JsonObject, type JsonValue } from './input/json.ts';
import { readInput } from './input/read.ts';
import type { KnownIssuer } from './issuer/binding.ts';
import { readJws, type Jws } from './proof/jwt.ts';
import { Resources, type Resolve } from './resources.ts';
import { newBudget, type Scope } from './scope.ts';
import { isAssertion, kindOf } from './structure/kind.ts';
import type { Verdict } from './verdict.ts';

export interface VerifyOptions {
  /** The moment to judge at: this package has no clock. */
  readonly now: Date;
  /** Gives the documents that a badge refers to (keys, profiles, status lists). Without it nothing outside the badge is known. */
  readonly resolve?: Resolve | undefined;
  /** Organisations that the host vouches for. */
  readonly knownIssuers?: readonly KnownIssuer[] | undefined;
  /** The e-mail (or number, URL, DID) to compare with the recipient; compared here, sent nowhere. */
  readonly recipient?: string | undefined;
  /** False: findings are told by their codes, and the sentences (5 kB) are not loaded. */
  readonly sentences?: boolean | undefined;
}

/**
 * Reads a badge (a file's bytes, or a text) and says what is known of it. Never rejects for what the badge holds: what cannot be read is
 * "unreadable", what cannot be checked is "unknown". Rejects with a RangeError when `now` is no date: every badge would look unexpired.
 */
export async function verify(input: string | Uint8Array, options: VerifyOptions): Promise<Verdict> {
  const { knownIssuers = [], recipient, resolve } = options;
  const now = options.now.getTime();
  if (Number.isNaN(now)) throw new RangeError('verify: `now` is not a date');
  const scope: Scope = { now, resources: new Resources(resolve), known: knownIssuers, recipient, depth: 0, budget: newBudget() };
  if (options.sentences !== false) await loadTexts().catch(() => undefined); // a verdict in codes beats none
  try {
    return await verifyInput(input, scope);
  } catch {
    return refuse('input.failed'); // a defect of ours must not read as good, nor stop a page that shows many badges
  }
}

async function verifyInput(input: string | Uint8Array, scope: Scope): Promise<Verdict> {
  const findings = new Findings();
  const read = await readInput(input, findings, scope.resources);
  if (!read) return { ...conclude(findings), kind: undefined, document: undefined, parts: [], endorsements: [] };
  const verdict = read.badge.form === 'json' ? await verifyJson(read.badge.value, scope) : await verifyCompact(read.badge.text, scope);
  return { ...verdict, messages: [...findings.messages, ...verdict.messages] };
}

async function verifyJson(value: JsonValue, scope: Scope): Promise<Verdict> {
  // Some platforms export a list that holds the one badge.
  const document = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (!isObject(document)) return refuse('badge.kind');
  const kind = kindOf(document);
  if (kind === 'VerifiablePresentation') return verifyPresentation(document, scope);
  if (kind !== undefined) return verifyCredential(document, scope);
  const token = envelopedToken(document);
  if (token !== undefined) return verifyCompact(token, scope);
  if (isAssertion(document)) return verifyOlder(document, scope);
  return refuse(asArray(document['type']).includes('BadgeClass') || ('criteria' in document && 'issuer' in document) ? 'badge.class' : 'badge.kind');
}

async function verifyCompact(text: string, scope: Scope): Promise<Verdict> {
  const jws = readJws(text);
  if (!jws) return refuse('jwt.syntax');
  const { vp } = jws.payload;
  if (isObject(vp)) return verifyPresentation(vp, scope);
  const kind = kindOf(jws.payload);
  if (kind === 'VerifiablePresentation') return verifyPresentation(jws.payload, scope);
  if (kind === undefined && isAssertion(jws.payload)) return verifyOlder(jws.payload, scope, jws);
  return verifyToken(jws, scope);
}

/** Open Badges 1 and 2 load when one turns up. */
async function verifyOlder(assertion: JsonObject, scope: Scope, jws?: Jws): Promise<Verdict> {
  const { verifyAssertion } = await import('./assertion.ts');
  return verifyAssertion(assertion, scope, jws);
}

/** Its own proof says who shows the badges, not whether they are good: it is left aside, and said to be. */
async function verifyPresentation(document: JsonObject, scope: Scope): Promise<Verdict> {
  const held = document['verifiableCredential'];
  if (asArray(held).length === 0) return { ...refuse('badge.kind'), kind: 'VerifiablePresentation', document };
  const findings = new Findings();
  findings.add('parts.presenter');
  const nothing: Verdict = { state: 'verified', checks: findings.checks, messages: findings.messages, kind: 'VerifiablePresentation', document, parts: [], endorsements: [] };
  const verdict = await withParts(nothing, held, '$.verifiableCredential', scope);
  // The first part's checks stand for the whole when every part is good.
  return verdict.checks === nothing.checks ? { ...verdict, checks: verdict.parts[0]?.checks ?? nothing.checks } : verdict;
}
