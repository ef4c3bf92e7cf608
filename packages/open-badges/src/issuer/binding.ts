/** Whose key is it? What the answers are made of, and what the host itself says of an issuer. */
import { parseDateTime } from '../dates.ts';
import type { PublicKey } from '../proof/keys.ts';
import type { Resources } from '../resources.ts';

/** An organisation that the host vouches for, with the keys it is known to sign with. */
export interface KnownIssuer {
  /** The issuer's `id` in its badges: a DID or an URL. */
  readonly id: string;
  readonly name: string;
  /** Verification methods or DIDs that sign for it, beside those it declares itself. */
  readonly keys?: readonly string[];
  /** ISO date-times between which the host vouches. */
  readonly validFrom?: string;
  readonly validUntil?: string;
}

export type BindingCode =
  | 'issuer.bound' | 'issuer.known' | 'issuer.mismatch' | 'issuer.undeclared' | 'issuer.origin' | 'issuer.unresolved' | 'issuer.revokedKey'
  | 'issuer.controller' | 'key.unreadable' | 'key.unresolved' | 'key.unsupported';

export interface FoundKey {
  /** Undefined when the key could not be had: integrity is then unknown. */
  readonly key: PublicKey | undefined;
  readonly binding: 'ok' | 'failed' | 'unknown';
  readonly code: BindingCode;
  /** The issuer's name on the host's list, when that is what proves it. */
  readonly name?: string;
}

export interface Query {
  readonly method: string;
  readonly issuer: string;
  readonly resources: Resources;
  readonly known: readonly KnownIssuer[];
  /** Milliseconds: a key revoked before is no key. */
  readonly now: number;
}

/** The issuer holds the key; the host may know the issuer as well. */
export function bound({ known, issuer, now }: Query): Omit<FoundKey, 'key'> {
  const listed = known.find(({ id }) => id === issuer);
  return listed && vouched(listed, now) ? { binding: 'ok', code: 'issuer.known', name: listed.name } : { binding: 'ok', code: 'issuer.bound' };
}

export function vouched(known: KnownIssuer, now: number): boolean {
  const [from, until] = [known.validFrom, known.validUntil].map((text) => (text === undefined ? undefined : parseDateTime(text)));
  return (known.validFrom === undefined || (from !== undefined && from <= now)) && (known.validUntil === undefined || (until !== undefined && now < until));
}

export function sameOrigin(one: string, other: string): boolean {
  const [first, second] = [one, other].map((text) => (URL.canParse(text) ? new URL(text) : undefined));
  return first !== undefined && second !== undefined && first.protocol === 'https:' && first.origin === second.origin;
}
