/** Whom the badge names, as Open Badges 3.0 (§B.1.10 IdentityObject) and 2.0 (IdentityObject) write it. */
import type { JsonObject } from '../input/json.ts';
import { sha256 } from '../proof/sha256.ts';
import type { RandomBytes, Recipient } from './model.ts';

/** Hashing hides an address from a reader, not from someone who tries addresses: the salt stands beside it. 128 bits keep tables out. */
const SALT_BYTES = 16;

/** A salt for one badge and no other: with a shared one, the badges of one person would show that they belong together. */
export function newSalt(random: RandomBytes): string {
  return Array.from(random(SALT_BYTES), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Addresses are compared by their lower-case form. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** One `@`, a domain with a dot, nothing that a mailer would refuse at first sight. Whether somebody reads it, only a message tells. */
export function isEmail(text: string): boolean {
  const email = text.trim();
  return email.length <= 254 && /^[^\s@<>()[\]\\,;:"]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u.test(email) && !/^\.|\.\.|\.@/.test(email);
}

export function hashEmail(email: string, salt: string): string {
  return `sha256$${sha256(normalEmail(email) + salt)}`;
}

/** `id` and `identifier` of the subject. */
export function subjectNames(recipient: Recipient): JsonObject {
  if (recipient.kind === 'person') return { identifier: [emailIdentity(recipient.email, recipient.salt)] };
  const { name, url, email } = recipient;
  const named = { type: 'IdentityObject', hashed: false, identityHash: name.trim(), identityType: 'name' };
  return { ...(url === undefined ? {} : { id: url }), identifier: [named, ...(email === undefined ? [] : [emailIdentity(email, undefined)])] };
}

function emailIdentity(email: string, salt: string | undefined): JsonObject {
  const hashed = salt !== undefined;
  const shown = { type: 'IdentityObject', hashed, identityHash: hashed ? hashEmail(email, salt) : normalEmail(email), identityType: 'emailAddress' };
  return hashed ? { ...shown, salt } : shown;
}
