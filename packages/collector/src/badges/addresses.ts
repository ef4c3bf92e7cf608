import { didWeb } from '@assembleurs/open-badges/issue';
import { Problem } from '../http/problems.ts';
import type { Services } from '../services.ts';

/** Without a public address nothing can be hosted: addresses stand inside what is signed, and in messages. */
export function publicUrlOf({ publicUrl }: Services): string {
  if (publicUrl === undefined) throw new Problem('hosting-off');
  return publicUrl;
}

/** With its last slash. */
export const issuerAddress = (publicUrl: string, issuer: string): string => `${publicUrl}/issuers/${issuer}/`;

/** The did:web whose document is the issuer's `did.json` here. */
export const hostedDid = (publicUrl: string, issuer: string): string => didWeb(issuerAddress(publicUrl, issuer)).did;
