/** The shape of a Verifiable Credential that is a badge, an endorsement, a learner record or a status list. */
import { CREDENTIALS_V1, CREDENTIALS_V2, isOpenBadgesContext, KNOWN_CONTEXTS } from '../contexts/names.ts';
import { hasBidi, type Findings } from '../findings.ts';
import { asArray, isObject, only, textOf, type JsonObject, type JsonValue } from '../input/json.ts';
import type { Kind } from '../verdict.ts';
import { issuerId, isUri } from './kind.ts';
import { checkWords } from './words.ts';

export function checkStructure(credential: JsonObject, kind: Kind, findings: Findings): void {
  findings.pass('structure');
  checkContexts(credential, kind, findings);
  checkWords(credential, findings);
  const types = asArray(credential['type']);
  if (!types.includes('VerifiableCredential')) findings.add('badge.type', '$.type', { name: 'type' });
  text(credential, 'id', '$', findings, kind !== 'StatusListCredential' && kind !== 'VerifiableCredential');
  if (credential['issuer'] === undefined) findings.add('badge.required', '$.issuer', { name: 'issuer' });
  else if (issuerId(credential) === undefined) findings.add('badge.type', '$.issuer', { name: 'issuer' });
  const subject = only(credential['credentialSubject']);
  if (subject === undefined) findings.add('badge.required', '$.credentialSubject', { name: 'credentialSubject' });
  else if (!isObject(subject)) findings.add('badge.type', '$.credentialSubject', { name: 'credentialSubject' });
  else if (kind === 'OpenBadgeCredential') checkAchievement(subject, findings);
  if (kind === 'VerifiableCredential' || kind === 'StatusListCredential') findings.add('badge.other');
  if (holdsBidi(credential)) findings.add('badge.bidi');
}

/** OB 3.0 §B.1: the data model's context first, then a known Open Badges context; nothing that this package does not know by heart. */
function checkContexts(credential: JsonObject, kind: Kind, findings: Findings): void {
  const contexts = asArray(credential['@context']);
  contexts.forEach((context, index) => {
    const path = `$["@context"][${String(index)}]`;
    if (typeof context !== 'string') findings.add('context.inline', path);
    else if (!KNOWN_CONTEXTS.has(context)) findings.add('context.unknown', path, { url: context });
  });
  if (findings.has('context.inline', 'context.unknown')) return;
  const [first, second] = contexts;
  if (first !== CREDENTIALS_V1 && first !== CREDENTIALS_V2) findings.add('context.order', '$["@context"][0]');
  else if (kind === 'OpenBadgeCredential' && !isOpenBadgesContext(second)) findings.add('context.order', '$["@context"][1]');
}

function checkAchievement(subject: JsonObject, findings: Findings): void {
  const path = '$.credentialSubject';
  if (!asArray(subject['type']).includes('AchievementSubject')) findings.add('badge.type', `${path}.type`, { name: 'credentialSubject.type' });
  if (typeof subject['id'] !== 'string' && asArray(subject['identifier']).length === 0) findings.add('badge.recipient', path);
  const achievement = only(subject['achievement']);
  if (achievement === undefined) {
    findings.add('badge.required', `${path}.achievement`, { name: 'achievement' });
    return;
  }
  if (!isObject(achievement)) {
    findings.add('badge.type', `${path}.achievement`, { name: 'achievement' });
    return;
  }
  if (!asArray(achievement['type']).includes('Achievement')) findings.add('badge.type', `${path}.achievement.type`, { name: 'achievement.type' });
  for (const name of ['id', 'name', 'description']) text(achievement, name, `${path}.achievement`, findings, true);
  // JSON-LD reads a text there as the address of the criteria; platforms that sign tokens write sentences too.
  const criteria = only(achievement['criteria']);
  if (!isObject(criteria) && textOf(criteria).trim() === '') findings.add('badge.required', `${path}.achievement.criteria`, { name: 'achievement.criteria' });
}

function text(object: JsonObject, name: string, path: string, findings: Findings, required: boolean): void {
  const value = object[name];
  if (value === undefined) {
    if (required) findings.add('badge.required', `${path}.${name}`, { name });
  } else if (typeof value !== 'string' || value.trim() === '' || (name === 'id' && !isUri(value))) {
    findings.add('badge.type', `${path}.${name}`, { name });
  }
}

function holdsBidi(value: JsonValue): boolean {
  if (typeof value === 'string') return hasBidi(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(holdsBidi);
}
