/** Several proofs, one answer: each is checked and bound to the issuer, and the best one speaks. */
import type { Findings } from '../findings.ts';
import { asArray, isObject, type JsonObject } from '../input/json.ts';
import type { FoundKey } from '../issuer/binding.ts';
import { declared, findKey } from '../issuer/method.ts';
import type { Code } from '../messages/codes.ts';
import { MAX_PROOFS, type Budget, type Scope } from '../scope.ts';
import { checkProof, readProof, type Canonize } from './data-integrity.ts';
import { checkJws, type Jws } from './jwt.ts';
import { contradictedClaim } from './claims.ts';

type Finding = readonly [code: Code, path: string, parameters?: Readonly<Record<string, unknown>>];

/** Findings of one proof, and how good it is: only the best proof speaks, for one good proof by the issuer is enough (OB 3.0 §9.1). */
export interface Judged {
  readonly rank: number;
  readonly findings: readonly Finding[];
}

/**
 * Signed and bound, still valid or not > signed, issuer unknown > signed by a stranger > broken > not checked.
 * A broken proof is never hidden by an unknown one.
 */
const RANK = { bound: 5, outdated: 4, unbound: 3, stranger: 2, broken: 1, unknown: 0 } as const;

const UNCHECKED: readonly Code[] = ['proof.suite', 'proof.limit', 'jwt.unsigned', 'jwt.algorithm'];

function refused(code: Code, path: string, parameters?: Readonly<Record<string, unknown>>): Judged {
  return { rank: UNCHECKED.includes(code) ? RANK.unknown : RANK.broken, findings: [parameters ? [code, path, parameters] : [code, path]] };
}

function judge(signature: Code, path: string, found: FoundKey, method: string, expired = false): Judged {
  if (signature !== 'proof.ok' && signature !== 'jwt.ok') return refused(signature, path);
  const owner: Finding = [found.code, path, { url: method, name: found.name }];
  const findings: Finding[] = expired ? [[signature, path], owner, ['proof.expired', `${path}.expires`]] : [[signature, path], owner];
  if (found.binding === 'ok') return { rank: expired ? RANK.outdated : RANK.bound, findings };
  return { rank: found.binding === 'unknown' ? RANK.unbound : RANK.stranger, findings };
}

export async function judgeProofs(credential: JsonObject, issuer: string, findings: Findings, scope: Scope): Promise<Judged[]> {
  const judged: Judged[] = [];
  const listed = Array.isArray(credential['proof']);
  const canonize = once(credential, scope.budget);
  for (const [index, proof] of asArray(credential['proof']).slice(0, MAX_PROOFS).entries()) {
    const path = listed ? `$.proof[${String(index)}]` : '$.proof';
    if (!isObject(proof)) {
      judged.push(refused('proof.value', path));
      continue;
    }
    const read = readProof(proof, scope.now);
    if ('code' in read) {
      judged.push(refused(read.code, path, { name: proof['cryptosuite'] ?? proof['type'] }));
      continue;
    }
    const found = await findKey({ method: read.method, issuer, ...scope });
    if (!found.key) {
      judged.push({ rank: RANK.unknown, findings: [[found.code, `${path}.verificationMethod`, { url: read.method }]] });
      continue;
    }
    // With a context that is not pinned, canonical text would be guesswork.
    if (findings.has('context.unknown') && read.suite.canonicalization === 'rdfc') continue;
    judged.push(judge(await checkProof(credential, proof, read, found.key, canonize), path, found, read.method, read.expired));
  }
  return judged;
}

let canonizer: Promise<typeof import('./rdfc.ts')> | undefined;

/** Loaded once: asking a runtime for a module that it has already costs as much as canonicalizing a badge. */
function loadCanonizer(): Promise<typeof import('./rdfc.ts')> {
  canonizer ??= import('./rdfc.ts');
  return canonizer;
}

/** The document is the same for each of its proofs: it is made canonical once a hash. */
function once(credential: JsonObject, budget: Budget): Canonize {
  const known = new Map<string, Promise<string | undefined>>();
  return async (document, hash) => {
    const { canonize } = await loadCanonizer();
    if (document['credentialSubject'] !== credential['credentialSubject'] || 'proofPurpose' in document) return canonize(document, hash, budget);
    const text = known.get(hash) ?? canonize(document, hash, budget);
    known.set(hash, text);
    return text;
  };
}

export async function judgeToken(jws: Jws, credential: JsonObject, issuer: string, scope: Scope): Promise<Judged> {
  if (jws.refused) return refused(jws.refused, '$.header', { name: jws.header['alg'] });
  const { kid, jwk } = jws.header;
  const method = keyName(kid, jwk, issuer);
  const found = method === undefined ? await (await declared()).findEmbeddedKey(jwk, { method: issuer, issuer, ...scope }) : await findKey({ method, issuer, ...scope });
  if (!found.key) return { rank: RANK.unknown, findings: [[found.code, '$.header', { url: method }]] };
  const signature = await checkJws(jws, found.key);
  const contradiction = signature === 'jwt.ok' ? contradictedClaim(jws.payload, credential, issuer) : undefined;
  if (contradiction !== undefined) return refused('jwt.claims', `$.${contradiction}`, { name: contradiction });
  return judge(signature, '$.header', found, method ?? '');
}

/** `kid` is an address, or the end of one; without it a did:key is its own name. Undefined: the key in the header, if any, is to be compared. */
function keyName(kid: unknown, jwk: unknown, issuer: string): string | undefined {
  if (typeof kid === 'string' && /^[a-z][a-z\d+.-]*:/i.test(kid)) return kid;
  if (jwk !== undefined) return undefined;
  if (issuer.startsWith('did:key:')) return issuer;
  return typeof kid === 'string' ? `${issuer}#${kid.replace(/^#/, '')}` : undefined;
}

export function addBest(judged: readonly Judged[], findings: Findings): void {
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
