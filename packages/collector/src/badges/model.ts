import * as z from 'zod';

/** In addresses and in `did:web` names: small letters, digits, hyphens. */
export const issuerId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);
export const issuerParams = z.object({ issuer: issuerId });

const fileName = z.string().regex(/^[A-Za-z0-9][\w.-]{0,99}\.json$/);
export const namedParams = z.object({ issuer: issuerId, name: fileName });

/** Who issues, as a person writes it (Open Badges 3.0 §B.1.21, with the names of `Profile` of the badges package). */
export const newIssuer = z.object({
  id: z.string().max(2_000).regex(/^did:(?:key|web):\S+$/),
  name: z.string().trim().min(1).max(300),
  url: z.string().max(2_000).optional(),
  email: z.string().max(320).optional(),
  description: z.string().max(20_000).optional(),
  image: z.string().max(400_000).optional(),
}).meta({ id: 'NewIssuer', description: 'The organisation that issues. `id` is its DID: a did:key, or a did:web.' });

export const issuerSummary = z.object({
  id: issuerId,
  did: z.string(),
  name: z.string(),
  /** The did:web that it may take: its document is then hosted here. */
  hostedDid: z.string(),
  /** Everything that it publishes stands below. */
  address: z.url(),
  /** Paths below `address`. */
  documents: z.array(z.string()),
}).meta({ id: 'Issuer' });

export const newClaims = z.object({
  items: z.array(z.object({
    credential: z.string().min(2).max(1_000_000),
    email: z.string().min(3).max(320),
  })).min(1).max(100),
  days: z.int().min(1).max(365).default(90),
}).meta({ id: 'NewClaims', description: 'Signed badges (JSON or a token, as text), the address that must be confirmed for each, and for how many days.' });

export const madeClaims = z.object({
  items: z.array(z.object({ id: z.uuid(), badge: z.string(), link: z.url() })),
}).meta({ id: 'MadeClaims', description: 'In the order of the request. The links are shown this once: only their hashes are kept.' });

export const claimSummary = z.object({
  id: z.uuid(), badge: z.string(), name: z.string(), createdAt: z.iso.datetime(), expiresAt: z.iso.datetime(), claimedAt: z.iso.datetime().nullable(),
}).meta({ id: 'Claim' });

/** Any JSON object: what it must hold is said by where it is put. */
export const publishedDocument = z.looseObject({}).meta({ id: 'BadgeDocument', description: 'A document of an issuer, as it is served.' });
