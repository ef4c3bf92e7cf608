/** A credential as the list of a person's badges knows it. */
import { verify } from '@assembleurs/open-badges';
import type { Verdict } from '@assembleurs/open-badges';
import type { Held } from './holders.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Undefined for what is no badge of version 3, or was altered. Who issued it and whether it stands is for its reader to judge, with the network that the collector does not use. */
export async function heldOf(content: string, now: Date, verdict?: Verdict): Promise<Held | undefined> {
  const { kind, document, checks } = verdict ?? await verify(content, { now, sentences: false });
  if (kind !== 'OpenBadgeCredential' || !document || checks.structure !== 'ok' || checks.integrity === 'failed') return undefined;
  const { issuer } = document;
  const by = textOf(issuer) || textOf((issuer as { readonly id?: unknown } | undefined)?.id);
  const issued = new Date(textOf(document['validFrom']) || textOf(document['issuanceDate']));
  return { badgeId: `${by} ${textOf(document['id'])}`, content, issuedAt: Number.isNaN(issued.getTime()) ? now : issued };
}
