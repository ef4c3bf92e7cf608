/** Whether the badge still stands. Whatever cannot be read is "unknown": silence is never good news. */
import type { Findings } from '../findings.ts';
import { asArray, isObject, textOf, type JsonObject } from '../input/json.ts';
import { isCompactJws, readJws, type Jws } from '../proof/jwt.ts';
import { MAX_NESTING, type Scope } from '../scope.ts';
import { issuerId } from '../structure/credential.ts';
import type { Verdict } from '../verdict.ts';
import { isBitEntry, readBit } from './bitstring.ts';
import { readCredentialList } from './revocation-list.ts';

type VerifyCredential = (credential: JsonObject, scope: Scope, jws?: Jws) => Promise<Verdict>;

/** Status entries of one badge that are looked at. */
const MAX_ENTRIES = 5;

export async function checkStatus(credential: JsonObject, issuer: string, findings: Findings, scope: Scope, verify: VerifyCredential): Promise<void> {
  const entries = asArray(credential['credentialStatus']);
  if (entries.length > 0) findings.pass('status');
  const listed = Array.isArray(credential['credentialStatus']);
  for (const [index, entry] of entries.slice(0, MAX_ENTRIES).entries()) {
    const path = listed ? `$.credentialStatus[${String(index)}]` : '$.credentialStatus';
    if (!isObject(entry)) findings.add('status.list', path);
    else if (isBitEntry(entry)) await checkBit(entry, issuer, path, findings, scope, verify);
    else if (entry['type'] === '1EdTechRevocationList') await checkList(entry, credential, issuer, path, findings, scope);
    else findings.add('status.unsupported', path, { name: entry['type'] });
  }
}

async function checkBit(entry: JsonObject, issuer: string, path: string, findings: Findings, scope: Scope, verify: VerifyCredential): Promise<void> {
  const url = entry['statusListCredential'];
  const found = typeof url === 'string' && scope.depth < MAX_NESTING ? await scope.resources.value(url) : undefined;
  const jws = typeof found === 'string' && isCompactJws(found.trim()) ? readJws(found.trim()) : undefined;
  const token = typeof jws === 'object' ? jws : undefined;
  const inner = token && (isObject(token.payload['vc']) ? token.payload['vc'] : token.payload);
  const list = inner ?? (isObject(found) ? found : undefined);
  if (!list) {
    findings.add('status.unresolved', path, { url });
    return;
  }
  const verdict = await verify(list, { ...scope, recipient: undefined, depth: scope.depth + 1 }, token);
  const { integrity, issuer: bound, dates } = verdict.checks;
  if (integrity !== 'ok' || bound !== 'ok' || dates !== 'ok' || issuerId(list) !== issuer) {
    findings.add('status.proof', path);
    return;
  }
  findings.add(await readBit(entry, list), path);
}

async function checkList(entry: JsonObject, credential: JsonObject, issuer: string, path: string, findings: Findings, scope: Scope): Promise<void> {
  const url = entry['id'];
  const list = typeof url === 'string' ? await scope.resources.object(url) : undefined;
  if (!list) {
    findings.add('status.unresolved', path, { url });
    return;
  }
  const publisher = issuerId(list);
  if (list['issuer'] !== undefined && publisher !== issuer) {
    findings.add('status.proof', path);
    return;
  }
  const revocation = readCredentialList(list, textOf(credential['id']));
  if (!revocation) findings.add('status.list', path);
  else findings.add(revocation.revoked ? 'status.set' : 'status.clear', path, { reason: revocation.reason });
}
