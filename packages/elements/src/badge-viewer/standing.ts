/** What a person reads of a verdict in one second: a word, a colour, a sign, and who stands behind it. */
import type { Verdict } from '@assembleurs/open-badges';
import type { BadgeFacts } from './facts.ts';

export type Tone = 'ok' | 'warn' | 'bad' | 'unknown';

/**
 * `known`: on the host's list. `proven`: the badge is bound to an address that the issuer holds. `declared`: the key is the issuer's own
 * identifier (did:key), and its name is the one it gave itself. `unproven`: nothing binds the badge to the issuer it names.
 */
export type IssuerStanding = 'known' | 'proven' | 'declared' | 'unproven';

export type StandingKey =
  | 'verified' | 'declared' | 'elsewhere' | 'expired' | 'revoked' | 'notYet' | 'altered' | 'notProven' | 'statusUnknown' | 'unreadable' | 'unsupported';

export interface Standing {
  readonly key: StandingKey;
  readonly tone: Tone;
  readonly sign: string;
}

const STANDINGS = {
  verified: { key: 'verified', tone: 'ok', sign: '✓' },
  // Anybody can make a key and call itself a town hall: a good signature by an unknown key must not look like a good badge.
  declared: { key: 'declared', tone: 'unknown', sign: '?' },
  elsewhere: { key: 'elsewhere', tone: 'unknown', sign: '↗' },
  expired: { key: 'expired', tone: 'warn', sign: '◷' },
  'not yet valid': { key: 'notYet', tone: 'warn', sign: '◷' },
  revoked: { key: 'revoked', tone: 'bad', sign: '✕' },
  altered: { key: 'altered', tone: 'bad', sign: '✕' },
  'issuer not proven': { key: 'notProven', tone: 'unknown', sign: '?' },
  'status unknown': { key: 'statusUnknown', tone: 'unknown', sign: '?' },
  unreadable: { key: 'unreadable', tone: 'unknown', sign: '–' },
  unsupported: { key: 'unsupported', tone: 'unknown', sign: '–' },
} as const satisfies Readonly<Record<Verdict['state'] | 'declared' | 'elsewhere', Standing>>;

/** Findings of the badges that a record holds stand under this path: what they prove says nothing of whoever made the record. */
const OF_A_PART = /^\$\.(credentialSubject\.)?verifiableCredential\b/;

export function issuerStanding(verdict: Verdict, facts: BadgeFacts | undefined): IssuerStanding {
  if (verdict.checks.issuer !== 'ok' || verdict.checks.integrity !== 'ok') return 'unproven';
  if (verdict.messages.some(({ code, path }) => code === 'issuer.known' && !OF_A_PART.test(path))) return 'known';
  return (facts?.issuer.id ?? issuerId(verdict)).startsWith('did:key:') ? 'declared' : 'proven';
}

/** The issuer's identifier, where nothing else was read of the badge. */
function issuerId({ document }: Verdict): string {
  const issuer = document?.['issuer'];
  const id: unknown = typeof issuer === 'object' && issuer !== null && !Array.isArray(issuer) ? issuer['id'] : issuer;
  return typeof id === 'string' ? id : '';
}

/** Good in form, by somebody who only says who they are: the badge itself, or one of those that it holds. A presentation has no issuer. */
function isDeclared(verdict: Verdict, facts?: BadgeFacts): boolean {
  const own = verdict.kind !== 'VerifiablePresentation' && issuerStanding(verdict, facts) === 'declared';
  return own || verdict.parts.some((part) => isDeclared(part));
}

export function standingOf(verdict: Verdict, facts: BadgeFacts | undefined): Standing {
  // An address, and nobody was asked for what stands there yet.
  if (verdict.messages.some(({ code }) => code === 'input.url')) return STANDINGS.elsewhere;
  return verdict.state === 'verified' && isDeclared(verdict, facts) ? STANDINGS.declared : STANDINGS[verdict.state];
}

/** The address that proves an issuer: of its DID document or of its profile. */
export function provenHost({ issuer }: BadgeFacts): string {
  const web = /^did:web:([^:]+)/.exec(issuer.id)?.[1];
  if (web) return web.replace(/%3A/i, ':'); // the port alone is ever escaped
  return URL.canParse(issuer.id) ? new URL(issuer.id).host : '';
}
