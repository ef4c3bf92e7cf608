/** Whether the badge still stands. Whatever cannot be read is "unknown": silence is never good news. */
import type { Findings } from '../findings.ts';
import { asArray, isObject, textOf, type JsonObject } from '../input/json.ts';
import { credentialOf } from '../proof/claims.ts';
import { isCompactJws, readJws, type Jws } from '../proof/jwt.ts';
import { inner, MAX_NESTING, type Scope } from '../scope.ts';
import { issuerId } from '../structure/kind.ts';
import type { Verdict } from '../verdict.ts';
import { isBitEntry, readBit } from './bitstring.ts';
import { readCredentialList } from './revocation-list.ts';

type VerifyCredential = (credential: JsonObject, scope: Scope, jws?: Jws) => Promise<Verdict>;

/** Status entries of one badge that are looked at. */
const MAX_ENTRIES = 5;

export async function checkStatus(credential: JsonObject, issuer: string, findings: Findings, scope: Scope, verify: VerifyCredential): Promise<void> {
  const entries = asArray(credential['credentialStatus']);
  if (entries.length > 0) findings.pass('status');
  if (entries.length > MAX_ENTRIES) findings.add('status.many', '$.credentialStatus');
  const listed = Array.isArray(credential['credentialStatus']);
  for (const [index, entry] of entries.slice(0, MAX_ENTRIES).entries()) {
    const path = listed ? `$.credentialStatus[${String(index)}]` : '$.credentialStatus';
    if (!isObject(entry)) findings.add('status.list', path);
    else if (isBitEntry(entry)) await checkBit(entry, issuer, path, findings, scope, verify);
    else if (asArray(entry['type']).includes('1EdTechRevocationList')) await checkList(entry, credential, issuer, path, findings, scope);
    else findings.add('status.unsupported', path, { name: asArray(entry['type'])[0] });
  }
}

async function checkBit(entry: JsonObject, issuer: string, path: string, findings: Findings, scope: Scope, verify: VerifyCredential): Promise<void> {
  const url = entry['statusListCredential'];
  scope.budget.parts -= 1;
  const found = typeof url === 'string' && scope.depth < MAX_NESTING && scope.budget.parts >= 0 ? await scope.resources.value(url) : undefined;
  const token = typeof found === 'string' && isCompactJws(found.trim()) ? readJws(found.trim()) : undefined;
  const list = token ? credentialOf(token.payload) : isObject(found) ? found : undefined;
  if (!list) {
    findings.add('status.unresolved', path, { url });
    return;
  }
  const verdict = await verify(list, { ...inner(scope), recipient: undefined }, token);
  const { structure, integrity, issuer: bound, dates } = verdict.checks;
  if (structure !== 'ok') findings.add('status.list', path);
  else if (integrity !== 'ok' || bound !== 'ok' || issuerId(list) !== issuer) findings.add('status.proof', path);
  else if (dates !== 'ok') findings.add('status.outdated', path);
  // Another list of the same issuer, in the place of this one, would clear what this one revokes.
  else if (list['id'] !== undefined && list['id'] !== url) findings.add('status.list', path);
  else findings.add(await readBit(entry, list), path, { name: entry['statusPurpose'] });
}

async function checkList(entry: JsonObject, credential: JsonObject, issuer: string, path: string, findings: Findings, scope: Scope): Promise<void> {
  const url = entry['id'];
  const list = typeof url === 'string' ? await scope.resources.object(url) : undefined;
  if (!list) {
    findings.add('status.unresolved', path, { url });
    return;
  }
  if (list['issuer'] !== undefined && issuerId(list) !== issuer) {
    findings.add('status.proof', path);
    return;
  }
  const revocation = list['id'] === undefined || list['id'] === url ? readCredentialList(list, textOf(credential['id'])) : undefined;
  if (!revocation) findings.add('status.list', path);
  else findings.add(revocation.revoked ? 'status.set' : 'status.clear', path, { reason: revocation.reason });
}
