/** What the page says of a badge, and the files that it gives. */
import { verify } from '@assembleurs/open-badges';
import { bakePng, bakeSvg, linkedInUrl } from '@assembleurs/open-badges/issue';
import type { Services } from '../services.ts';
import { publicUrlOf } from './addresses.ts';
import { resolveHere } from './check.ts';
import type { Claim } from './claims.ts';
import { objectOf, textOf } from './json.ts';
import type { Json } from './json.ts';
import { findIssuer } from './store.ts';

export const FILES = ['badge.svg', 'badge.png', 'badge.json', 'badge.jwt'] as const;
export type FileName = (typeof FILES)[number];

export interface BadgeView {
  readonly state: 'good' | 'revoked' | 'expired' | 'other';
  readonly description: string;
  readonly criteria: string;
  /** A picture inside the badge, as a data URL. */
  readonly image: string | undefined;
  readonly files: readonly FileName[];
  /** A plain link: nothing goes there before the person follows it. */
  readonly linkedIn: string;
}

const STATES: Readonly<Record<string, BadgeView['state']>> = { 'verified': 'good', 'revoked': 'revoked', 'expired': 'expired' };

export async function viewBadge(services: Services, claim: Claim): Promise<BadgeView> {
  const { database, now } = services;
  const issuer = await findIssuer(database, claim.issuerId);
  const { state, document = {} } = await verify(claim.credential, { now: now(), resolve: resolveHere({ database, issuer, publicUrl: publicUrlOf(services) }) });
  const achievement = objectOf(objectOf(document['credentialSubject'])['achievement']);
  const image = imageOf(achievement);
  return {
    state: STATES[state] ?? 'other',
    description: textOf(achievement['description']),
    criteria: textOf(objectOf(achievement['criteria'])['narrative']),
    image: image?.url,
    files: [...(image ? [`badge.${image.kind}`] as const : []), claim.credential.trimStart().startsWith('{') ? 'badge.json' : 'badge.jwt'],
    linkedIn: linkedInUrl({ id: claim.badgeId, name: claim.badgeName, organisation: claim.issuer, issued: dateOf(document['validFrom']), until: dateOf(document['validUntil']) }),
  };
}

/** Undefined when this badge has no such file. */
export function badgeFile(claim: Claim, { image, files }: BadgeView, name: FileName): { type: string; content: string | Uint8Array<ArrayBuffer> } | undefined {
  if (!files.includes(name)) return undefined;
  const bytes = Buffer.from(image?.split(',')[1] ?? '', 'base64');
  if (name === 'badge.svg') return { type: 'image/svg+xml', content: bakeSvg(bytes.toString('utf8'), claim.credential) };
  if (name === 'badge.png') return { type: 'image/png', content: bakePng(bytes, claim.credential) };
  return { type: name === 'badge.json' ? 'application/vc+ld+json' : 'application/vc+jwt', content: claim.credential };
}

function imageOf({ image }: Json): { readonly kind: 'svg' | 'png'; readonly url: string } | undefined {
  const url = textOf(image) || textOf(objectOf(image)['id']);
  const [, kind] = /^data:image\/(svg\+xml|png);base64,[A-Za-z\d+/]+={0,2}$/.exec(url) ?? [];
  return kind === undefined ? undefined : { kind: kind === 'png' ? 'png' : 'svg', url };
}

function dateOf(value: unknown): Date | undefined {
  const date = new Date(textOf(value));
  return Number.isNaN(date.getTime()) ? undefined : date;
}
