import { isAssertion, verifyAssertion } from './assertion.ts';
import { conclude, verifyCredential, verifyEach, verifyToken } from './credential.ts';
import { Findings } from './findings.ts';
import { asArray, isObject, type JsonObject, type JsonValue } from './input/json.ts';
import { readInput } from './input/read.ts';
import type { KnownIssuer } from './issuer/method.ts';
import { readJws } from './proof/jwt.ts';
import { Resources, type Resolve } from './resources.ts';
import type { Scope } from './scope.ts';
import { kindOf } from './structure/credential.ts';
import { STATES, type Message, type Verdict } from './verdict.ts';

export interface VerifyOptions {
  /** The moment to judge at: this package has no clock. */
  readonly now: Date;
  /** Gives the documents that a badge refers to (keys, profiles, status lists). Without it nothing outside the badge is known. */
  readonly resolve?: Resolve | undefined;
  /** Organisations that the host vouches for. */
  readonly knownIssuers?: readonly KnownIssuer[] | undefined;
  /** The e-mail to compare with the recipient; compared here, sent nowhere. */
  readonly recipient?: string | undefined;
}

/**
 * Reads a badge (a file's bytes, or a text) and says what is known of it. Never throws on what it is given: what cannot be read is
 * "unreadable", what cannot be checked is "unknown".
 */
export async function verify(input: string | Uint8Array, options: VerifyOptions): Promise<Verdict> {
  const { knownIssuers = [], recipient, resolve } = options;
  const scope: Scope = { now: options.now.getTime(), resources: new Resources(resolve), known: knownIssuers, recipient, depth: 0 };
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
  if (isAssertion(document)) return verifyAssertion(document, scope);
  const kind = kindOf(document);
  if (kind === 'VerifiablePresentation') return verifyPresentation(document, scope);
  if (kind !== undefined) return verifyCredential(document, scope);
  return refuse(asArray(document['type']).includes('BadgeClass') || ('criteria' in document && 'issuer' in document) ? 'badge.class' : 'badge.kind');
}

async function verifyCompact(text: string, scope: Scope): Promise<Verdict> {
  const jws = readJws(text);
  if (typeof jws === 'object') {
    if (isAssertion(jws.payload)) return verifyAssertion(jws.payload, scope, jws);
    const { vp } = jws.payload;
    if (isObject(vp)) return verifyPresentation(vp, scope);
    if (kindOf(jws.payload) === 'VerifiablePresentation') return verifyPresentation(jws.payload, scope);
  }
  return verifyToken(text, scope);
}

/** A presentation is worth its worst credential. Its own proof says who shows the badges, not whether they are good. */
async function verifyPresentation(document: JsonObject, scope: Scope): Promise<Verdict> {
  const parts = await verifyEach(asArray(document['verifiableCredential']), { ...scope, depth: scope.depth + 1 });
  const worst = parts.toSorted((one, other) => STATES.indexOf(other.state) - STATES.indexOf(one.state))[0];
  if (!worst) return refuse('badge.kind');
  return { ...worst, messages: parts.flatMap(prefixed), kind: 'VerifiablePresentation', document, parts, endorsements: [] };
}

function prefixed(verdict: Verdict, index: number): Message[] {
  return verdict.messages.map((message) => ({ ...message, path: `$.verifiableCredential[${String(index)}]${message.path.slice(1)}` }));
}

function refuse(code: 'badge.kind' | 'badge.class'): Verdict {
  const findings = new Findings();
  findings.add(code);
  return { ...conclude(findings), kind: undefined, document: undefined, parts: [], endorsements: [] };
}
