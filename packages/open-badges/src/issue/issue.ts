/** A badge, signed and read again by the verifier before anybody gets it: what would not verify elsewhere never leaves. */
import type { JsonObject } from '../input/json.ts';
import type { Resolve } from '../resources.ts';
import type { Verdict } from '../verdict.ts';
import { verify } from '../verify.ts';
import { buildCredential } from './credential.ts';
import { didDocument } from './did.ts';
import type { SigningKey } from './key.ts';
import type { Award } from './model.ts';
import { IssueError, problem } from './problems.ts';
import { signCredential, signToken } from './sign.ts';

export interface IssueOptions {
  readonly key: SigningKey;
  /** The moment of signing. */
  readonly now: Date;
  /** `json` (Data Integrity) unless asked. */
  readonly form?: 'json' | 'jwt' | undefined;
  /**
   * Documents to verify with, when there are some. A did:web issuer whose site is not up yet is taken at its word: its keys are those that it is
   * about to publish.
   */
  readonly resolve?: Resolve | undefined;
}

export interface Issued {
  /** What to hand over: JSON, or a token. */
  readonly text: string;
  readonly credential: JsonObject;
  readonly verdict: Verdict;
}

/** Throws `IssueError`: for what the award lacks, or when the result does not verify. */
export async function issue(award: Award, options: IssueOptions): Promise<Issued> {
  const unsigned = buildCredential(award);
  if (options.form === 'jwt') {
    const text = await signToken(unsigned, options.key);
    return { text, credential: unsigned, verdict: await checked(text, award, options) };
  }
  const credential = await signCredential(unsigned, options.key, isoSeconds(options.now));
  const text = JSON.stringify(credential);
  return { text, credential, verdict: await checked(text, award, options) };
}

/** `2026-11-23T12:00:00Z`: no fractions, which some readers refuse. */
export function isoSeconds(date: Date): string {
  return date.toISOString().replace(/\.\d+/, '');
}

async function checked(text: string, award: Award, { key, now, resolve }: IssueOptions): Promise<Verdict> {
  const { id } = award.issuer;
  const own = id.startsWith('did:web:') ? didDocument(id, [key]) : undefined;
  const verdict = await verify(text, { now, sentences: false, resolve: async (url) => (await resolve?.(url)) ?? (url === id ? own : undefined) });
  const { structure, integrity, issuer } = verdict.checks;
  // Its dates may lie ahead, and its status list may not stand at its address yet: neither is a fault of the badge.
  const good = structure === 'ok' && integrity === 'ok' && issuer === 'ok' && ['verified', 'not yet valid', 'expired', 'status unknown'].includes(verdict.state);
  if (!good) throw new IssueError(problem('credential.unverified', '', { detail: verdict.messages.map(({ code }) => code).join(', ') || verdict.state }));
  return verdict;
}
