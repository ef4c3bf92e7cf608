/** "Is it mine?": compares an e-mail with what the badge says of its recipient, here, without sending it anywhere. */
import type { Findings } from './findings.ts';
import { asArray, isObject, only, textOf, type JsonObject, type JsonValue } from './input/json.ts';

type Answer = 'yes' | 'no' | 'md5' | 'unknown' | 'other kind';

/** An identity as Open Badges 2.0 (`recipient`) and 3.0 (`credentialSubject.identifier`) write it. */
interface Identity {
  readonly value: JsonValue | undefined;
  readonly hashed: JsonValue | undefined;
  readonly salt: JsonValue | undefined;
  /** `email`, `url`, `telephone`, `did`…; `emailAddress` and others in Open Badges 3.0. An e-mail when nothing is said. */
  readonly type: JsonValue | undefined;
}

export async function checkRecipient(email: string | undefined, identities: readonly Identity[], findings: Findings, path: string): Promise<void> {
  if (email === undefined) return;
  const all = await Promise.all(identities.map((identity) => compare(email, identity)));
  // That an e-mail is not a telephone number proves nothing, unless there is an e-mail to compare with as well.
  const answers = all.filter((answer) => answer !== 'other kind');
  findings.pass('recipient');
  if (answers.includes('yes')) findings.add('recipient.ok', path);
  else if (answers.includes('md5')) findings.add('recipient.md5', path);
  else findings.add(answers.includes('no') && !answers.includes('unknown') ? 'recipient.other' : 'recipient.unknown', path);
}

/** Open Badges 3.0, IdentityObject; a subject whose `id` is a mailto counts too. */
export function identitiesOf(subject: JsonObject): Identity[] {
  const identities = asArray(subject['identifier']).filter(isObject).map((entry) => ({ value: entry['identityHash'], hashed: entry['hashed'], salt: entry['salt'], type: only(entry['identityType']) }));
  const { id } = subject;
  return typeof id === 'string' && id.startsWith('mailto:') ? [...identities, { value: id.slice(7), hashed: false, salt: undefined, type: 'email' }] : identities;
}

/** Addresses are hashed as they were typed or in lower case, depending on the issuer: both are tried. */
async function compare(email: string, { value, hashed, salt, type }: Identity): Promise<Answer> {
  if (typeof value !== 'string') return 'unknown';
  const no: Answer = email.includes('@') && typeof type === 'string' && !/^e-?mail/i.test(type) ? 'other kind' : 'no';
  const forms = [...new Set([email.trim(), email.trim().toLowerCase()])];
  const isHash = hashed === true || hashed === 'true' || /^(?:sha256|md5)\$/i.test(value);
  if (!isHash) return plain(email, type) === plain(value, type) ? 'yes' : no;
  const hash = /^sha256\$([\da-f]{64})$/i.exec(value)?.[1]?.toLowerCase();
  if (hash === undefined) return /^md5\$/i.test(value) ? 'md5' : 'unknown';
  const ending = typeof salt === 'string' || typeof salt === 'number' ? String(salt) : '';
  const hashes = await Promise.all(forms.map((form) => sha256(form + ending)));
  return hashes.includes(hash) ? 'yes' : no;
}

/** The same address or number, whatever its case, its scheme, and the spaces in it. */
function plain(text: string, type: JsonValue | undefined): string {
  const bare = text.trim().toLowerCase().replace(/^(?:mailto|tel):/, '');
  return /^(?:tele)?phone/i.test(textOf(type)) ? bare.replace(/[\s().-]/g, '') : bare.replace(/^(https?:\/\/.*)\/$/, '$1');
}

async function sha256(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
