/** A credential as the list of a person's badges knows it. */
import { verify } from '@assembleurs/open-badges';
import { issuerOf, textOf } from '../badges/json.ts';
import type { Held } from './holders.ts';

/** Undefined for what is no badge of version 3, or was altered. Who issued it and whether it stands is for its reader to judge, with the network that the collector does not use. */
export async function heldOf(content: string, now: Date): Promise<Held | undefined> {
  // One badge, as the API gives it back: an object or a token, and not a picture or a list that holds one.
  if (!content.startsWith('{') && !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(content)) return undefined;
  const { kind, document, checks } = await verify(content, { now, sentences: false });
  if (kind !== 'OpenBadgeCredential' || !document || checks.structure !== 'ok' || checks.integrity === 'failed' || (content.startsWith('{') && document['proof'] === undefined)) return undefined;
  const issued = new Date(textOf(document['validFrom']) || textOf(document['issuanceDate']));
  return { badgeId: `${issuerOf(document)} ${textOf(document['id'])}`, content, issuedAt: Number.isNaN(issued.getTime()) ? now : issued, sure: checks.integrity === 'ok' };
}
