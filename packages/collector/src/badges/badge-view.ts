/** What the page says of a badge, and the files that it gives. */
import { verify } from '@assembleurs/open-badges';
import { bakePng, bakeSvg } from '@assembleurs/open-badges/issue';
import type { Services } from '../services.ts';
import { publicUrlOf } from './addresses.ts';
import { resolveHere } from './check.ts';
import type { Claim } from './claims.ts';
import { findIssuer } from './store.ts';

type Json = Record<string, unknown>;

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

const objectOf = (value: unknown): Json => (typeof value === 'object' && value !== null ? value as Json : {});
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
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
    linkedIn: linkedIn(claim, textOf(document['validFrom']), textOf(document['validUntil'])),
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

/** https://addtoprofile.linkedin.com */
function linkedIn({ badgeName, badgeId, issuer }: Claim, validFrom: string, validUntil: string): string {
  const url = new URL('https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME');
  url.searchParams.set('name', badgeName.slice(0, 200));
  url.searchParams.set('organizationName', issuer.slice(0, 200));
  url.searchParams.set('certId', badgeId);
  for (const [name, text] of [['issue', validFrom], ['expiration', validUntil]] as const) {
    const date = new Date(text);
    if (Number.isNaN(date.getTime())) continue;
    url.searchParams.set(`${name}Year`, String(date.getUTCFullYear()));
    url.searchParams.set(`${name}Month`, String(date.getUTCMonth() + 1));
  }
  return url.href;
}
