/** Verifying one credential: its shape, its signature, whose signature, its dates, its status, its recipient. Each apart. */
import { CREDENTIALS_V2 } from './contexts/names.ts';
import { parseDateTime } from './dates.ts';
import { Findings } from './findings.ts';
import { asArray, isObject, only, textOf, type JsonObject, type JsonValue } from './input/json.ts';
import type { Code } from './messages/codes.ts';
import { credentialOf } from './proof/claims.ts';
import { addBest, judgeProofs, judgeToken } from './proof/judge.ts';
import { readJws, type Jws } from './proof/jwt.ts';
import { checkRecipient, identitiesOf } from './recipient.ts';
import { inner, MAX_NESTING, type Scope } from './scope.ts';
import { checkStructure } from './structure/credential.ts';
import { issuerId, kindOf } from './structure/kind.ts';
import { STATES, stateOf, type Kind, type Message, type Verdict } from './verdict.ts';

/** A credential in JSON, with its proofs inside; or in a token, whose claims say the same things once more. */
export async function verifyCredential(credential: JsonObject, scope: Scope, jws?: Jws): Promise<Verdict> {
  const findings = new Findings();
  const kind = kindOf(credential) ?? 'VerifiableCredential';
  checkStructure(credential, kind, findings);
  const issuer = issuerId(credential) ?? '';
  addBest(jws ? [await judgeToken(jws, credential, issuer, scope)] : await judgeProofs(credential, issuer, findings, scope), findings);
  checkDates(credential, kind, jws, findings, scope);
  const subject = only(credential['credentialSubject']);
  if (isObject(subject)) await checkRecipient(scope.recipient, identitiesOf(subject), findings, '$.credentialSubject');
  // What a forged badge says of its own status is not worth a request.
  if (findings.checks.integrity === 'ok' && credential['credentialStatus'] !== undefined) {
    const { checkStatus } = await import('./status/status.ts');
    await checkStatus(credential, issuer, findings, scope, verifyCredential);
  }
  const endorsements = await verifyEndorsements(credential, findings, scope);
  const verdict = { ...conclude(findings), kind, document: credential, parts: [], endorsements };
  return kind === 'ClrCredential' && isObject(subject) ? withParts(verdict, subject['verifiableCredential'], '$.credentialSubject.verifiableCredential', scope) : verdict;
}

export function conclude(findings: Findings): Pick<Verdict, 'state' | 'checks' | 'messages'> {
  const { checks, messages } = findings;
  const dates = findings.has('dates.expired', 'proof.expired') ? 'expired' : findings.has('dates.future') ? 'not yet valid' : undefined;
  const unchecked = checks.integrity === 'unknown' && findings.has('proof.suite', 'proof.limit', 'jwt.algorithm');
  const supported = !findings.has('context.unknown') && !unchecked;
  const readable = checks.structure === 'ok' || findings.has('context.unknown');
  return { state: stateOf(checks, findings.has('dates.invalid', 'dates.missing', 'dates.order') ? undefined : dates, readable || checks.integrity === 'failed', supported), checks, messages };
}

/** Nothing could be judged, for this one reason. */
export function refuse(...finding: readonly [code: Code, path?: string]): Verdict {
  const findings = new Findings();
  findings.add(...finding);
  return { ...conclude(findings), kind: undefined, document: undefined, parts: [], endorsements: [] };
}

/** A record or a presentation is worth its worst part; it says which. `own` is what the holder itself is worth, if anything. */
export async function withParts(own: Verdict, held: JsonValue | undefined, path: string, scope: Scope): Promise<Verdict> {
  const parts: Verdict[] = [];
  for (const item of asArray(held)) parts.push(await verifyPart(item, inner(scope)));
  const worst = [own, ...parts].toSorted((one, other) => STATES.indexOf(other.state) - STATES.indexOf(one.state))[0] ?? own;
  const said = parts.flatMap((part, index) => prefixed(part.messages, Array.isArray(held) ? `${path}[${String(index)}]` : path));
  return { ...own, state: worst.state, checks: worst.checks, messages: [...own.messages, ...said], parts };
}

function prefixed(messages: readonly Message[], path: string): Message[] {
  return messages.map((message) => ({ ...message, path: `${path}${message.path.slice(1)}` }));
}

/** A badge inside a document: a credential, a token, or a token in an envelope (VC Data Model 2.0 §4.12). */
export async function verifyPart(item: JsonValue, scope: Scope): Promise<Verdict> {
  scope.budget.parts -= 1;
  if (scope.depth > MAX_NESTING || scope.budget.parts < 0) return refuse('parts.many');
  if (typeof item === 'string') return verifyToken(item, scope);
  if (!isObject(item)) return refuse('badge.kind');
  const enveloped = envelopedToken(item);
  return enveloped === undefined ? verifyCredential(item, scope) : verifyToken(enveloped, scope);
}

export function envelopedToken(item: JsonObject): string | undefined {
  // The drafts said `vc-ld+jwt` and `vc+ld+jwt` for what is `vc+jwt` now.
  const types = asArray(item['type']);
  if (!types.includes('EnvelopedVerifiableCredential') && !types.includes('EnvelopedVerifiablePresentation')) return undefined;
  return /^data:application\/v[cp](?:[+-]ld)?\+jwt,(.*)$/.exec(textOf(item['id']))?.[1];
}

/** A VC-JWT: the credential is the payload (OB 3.0 §8.2) or stands under `vc` (VC Data Model 1.1 §6.3.1). */
export async function verifyToken(token: string | Jws, scope: Scope): Promise<Verdict> {
  const jws = typeof token === 'string' ? readJws(token) : token;
  return jws ? verifyCredential(credentialOf(jws.payload), scope, jws) : refuse('jwt.syntax');
}

function checkDates(credential: JsonObject, kind: Kind, jws: Jws | undefined, findings: Findings, scope: Scope): void {
  findings.pass('dates');
  const exp = jws?.payload['exp'];
  const start = Math.max(...readDates(credential, ['validFrom', 'issuanceDate'], findings));
  // Whichever ends first: a badge must not outlive one date by bringing another.
  const end = Math.min(...readDates(credential, ['validUntil', 'expirationDate'], findings), typeof exp === 'number' ? exp * 1000 : Infinity);
  const required = asArray(credential['@context'])[0] === CREDENTIALS_V2 ? 'validFrom' : 'issuanceDate';
  const [from, until] = ['validFrom' in credential ? 'validFrom' : 'issuanceDate', 'validUntil' in credential ? 'validUntil' : 'expirationDate'];
  if (kind !== 'StatusListCredential' && kind !== 'VerifiableCredential' && credential[required] === undefined) findings.add('dates.missing', `$.${required}`);
  if (end < start) findings.add('dates.order', `$.${until}`);
  else if (end <= scope.now) findings.add('dates.expired', `$.${until}`);
  else if (start > scope.now) findings.add('dates.future', `$.${from}`);
}

function readDates(object: JsonObject, names: readonly string[], findings: Findings): number[] {
  return names.flatMap((name) => {
    if (object[name] === undefined) return [];
    const date = parseDateTime(object[name]);
    if (date === undefined) findings.add('dates.invalid', `$.${name}`, { name });
    return date ?? [];
  });
}

/** Endorsements stand on the badge, its issuer and its achievement; one that is not proven, or speaks of something else, is only noted. */
async function verifyEndorsements(credential: JsonObject, findings: Findings, scope: Scope): Promise<Verdict[]> {
  const subject = only(credential['credentialSubject']);
  const achievement = isObject(subject) ? only(subject['achievement']) : undefined;
  const holders = [['$', credential], ['$.issuer', credential['issuer']], ['$.credentialSubject.achievement', achievement]] as const;
  const endorsable = holders.map(([, holder]) => (isObject(holder) ? holder['id'] : holder));
  const verdicts: Verdict[] = [];
  for (const [path, holder] of holders) {
    for (const name of isObject(holder) ? ['endorsement', 'endorsementJwt'] : []) {
      for (const [index, item] of asArray(isObject(holder) ? holder[name] : undefined).entries()) {
        const verdict = await verifyPart(item, { ...inner(scope), recipient: undefined });
        const place = `${path}.${name}[${String(index)}]`;
        const about = only(verdict.document?.['credentialSubject']);
        if (verdict.state !== 'verified' || verdict.kind !== 'EndorsementCredential') findings.add('endorsement.bad', place, { name: verdict.state });
        else if (!isObject(about) || about['id'] === undefined || !endorsable.includes(about['id'])) findings.add('endorsement.other', place);
        verdicts.push(verdict);
      }
    }
  }
  return verdicts;
}
