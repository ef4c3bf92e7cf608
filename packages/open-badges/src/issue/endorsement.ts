/** An organisation says that it stands behind another's badge, achievement or issuer (Open Badges 3.0, EndorsementCredential). */
import { CREDENTIALS_V2 } from '../contexts/names.ts';
import { asArray, isObject, textOf, type JsonObject } from '../input/json.ts';
import { checkProfile } from './check.ts';
import { OPEN_BADGES_3, writeProfile } from './credential.ts';
import type { SigningKey } from './key.ts';
import type { Profile } from './model.ts';
import { IssueError, problem, type Problem } from './problems.ts';
import { signCredential } from './sign.ts';

export interface Endorsement {
  /** `urn:uuid:…`. */
  readonly id: string;
  /** The endorser. */
  readonly issuer: Profile;
  /** The `id` of what is endorsed: a badge, its achievement or its issuer. */
  readonly about: string;
  /** Its name, for whoever reads the endorsement alone. */
  readonly name: string;
  readonly comment: string;
  readonly validFrom: string;
}

/** What may be endorsed in a badge: itself, what it is given for, who gives it. */
export function endorsable(badge: JsonObject): readonly { readonly kind: 'badge' | 'achievement' | 'issuer'; readonly id: string; readonly name: string }[] {
  const subject = badge['credentialSubject'];
  const achievement = isObject(subject) ? subject['achievement'] : undefined;
  const parts = [['achievement', achievement], ['badge', badge], ['issuer', badge['issuer']]] as const;
  return parts.flatMap(([kind, part]) => (isObject(part) && typeof part['id'] === 'string' ? [{ kind, id: part['id'], name: textOf(part['name']) }] : []));
}

/** Signed; its place is in `endorsements` of the next badges of that kind: one that is signed already cannot take it in. */
export async function endorse(endorsement: Endorsement, key: SigningKey, created: string): Promise<JsonObject> {
  const { id, issuer, about, name, comment, validFrom } = endorsement;
  const missing: Problem[] = Object.entries({ about, name, comment }).flatMap(([path, value]) => (value.trim() === '' ? [problem('text.missing', path)] : []));
  const problems = [...missing, ...checkProfile(issuer)];
  if (problems.length > 0) throw new IssueError(...problems);
  const credentialSubject = { id: about, type: ['EndorsementSubject'], endorsementComment: comment.trim() };
  return signCredential({ '@context': [CREDENTIALS_V2, OPEN_BADGES_3], id, type: ['VerifiableCredential', 'EndorsementCredential'], name: name.trim(), issuer: writeProfile(issuer), validFrom, credentialSubject }, key, created);
}

/** The id that an endorsement speaks of; undefined when the document is none. */
export function endorsed(document: JsonObject): string | undefined {
  const subject = document['credentialSubject'];
  return asArray(document['type']).includes('EndorsementCredential') && isObject(subject) && typeof subject['id'] === 'string' ? subject['id'] : undefined;
}
