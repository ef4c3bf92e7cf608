/**
 * The tables, once for PGlite and PostgreSQL. `npx drizzle-kit generate` (in this package) writes the SQL of a change
 * into `migrations/`, which is committed and run at start.
 */
import { bigint, bigserial, customType, index, integer, jsonb, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** A campaign: what is asked under one address, from when to when, from which pages. */
export const surveys = pgTable('surveys', {
  id: text('id').primaryKey(),
  /** `survey_versions.number` of the definition that is served now. */
  currentVersion: integer('current_version').notNull(),
  opensAt: instant('opens_at'),
  closesAt: instant('closes_at'),
  /** Pages that may answer: `["*"]`, or web origins. */
  origins: jsonb('origins').$type<string[]>().notNull(),
  /** Days that an answer is kept after it was received; null keeps it until someone erases it. */
  retentionDays: integer('retention_days'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

/** Every definition that was ever published: answers name the one that they were given to. */
export const surveyVersions = pgTable('survey_versions', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  surveyId: text('survey_id').notNull().references(() => surveys.id),
  /** 1, 2, 3… within the survey. */
  number: integer('number').notNull(),
  /** The definition's own `version`, or the number: what the client names as `definitionVersion`. */
  label: text('label').notNull(),
  /** Of the definition as it is served: its ETag. */
  sha256: text('sha256').notNull(),
  /** Text, not jsonb: jsonb would reorder the keys, and the ETag is of these very bytes. */
  definition: text('definition').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
}, (table) => [
  unique('survey_versions_number').on(table.surveyId, table.number),
  unique('survey_versions_label').on(table.surveyId, table.label),
]);

/** Append-only; only erasure and retention remove rows. */
export const answers = pgTable('answers', {
  /** Grows with each row: the cursor of listings (see `answers/store.ts` on late commits). */
  seq: bigserial('seq', { mode: 'number' }).primaryKey(),
  id: uuid('id').notNull().unique('answers_id'),
  surveyId: text('survey_id').notNull().references(() => surveys.id),
  versionId: bigint('version_id', { mode: 'number' }).notNull().references(() => surveyVersions.id),
  idempotencyKey: text('idempotency_key').notNull(),
  /** SHA-256 of the request's body: the same key with another body is refused, not silently answered. */
  bodyHash: text('body_hash').notNull(),
  receipt: text('receipt').notNull(),
  commune: text('commune'),
  locale: text('locale').notNull(),
  startedAt: instant('started_at'),
  completedAt: instant('completed_at'),
  receivedAt: instant('received_at').notNull(),
  answers: jsonb('answers').$type<Record<string, unknown>>().notNull(),
}, (table) => [
  unique('answers_idempotency').on(table.surveyId, table.idempotencyKey),
  unique('answers_receipt').on(table.surveyId, table.receipt),
  index('answers_listing').on(table.surveyId, table.seq),
  index('answers_received').on(table.surveyId, table.receivedAt),
]);

/** A started answer, to go on with on another device; found by its token only. */
export const drafts = pgTable('drafts', {
  /** SHA-256 of the token: the table alone opens no draft. */
  tokenHash: text('token_hash').primaryKey(),
  surveyId: text('survey_id').notNull().references(() => surveys.id),
  answers: jsonb('answers').$type<Record<string, unknown>>().notNull(),
  page: text('page'),
  locale: text('locale').notNull(),
  updatedAt: instant('updated_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
}, (table) => [index('drafts_expiry').on(table.expiresAt)]);

const bytes = customType<{ data: Uint8Array<ArrayBuffer>; driverData: Uint8Array<ArrayBuffer> }>({ dataType: () => 'bytea' });

/** A shared document, open to who has an invitation. */
export const workspaces = pgTable('workspaces', {
  id: text('id').primaryKey(),
  /** What the hub calls it. */
  title: text('title').notNull(),
  createdAt: instant('created_at').notNull(),
});

/** Each change (Yjs) as it came, before anybody is told that it is kept; at an opening, many become one. */
export const workspaceUpdates = pgTable('workspace_updates', {
  seq: bigserial('seq', { mode: 'number' }).primaryKey(),
  workspaceId: text('workspace_id').notNull().references(() => workspaces.id, { onDelete: 'cascade' }),
  /** `records`, or `comments`, which those who may only comment write. */
  part: text('part').notNull(),
  update: bytes('update').notNull(),
}, (table) => [index('workspace_updates_part').on(table.workspaceId, table.part, table.seq)]);

export const INVITATION_ROLES = ['edit', 'comment', 'read'] as const;
export type InvitationRole = (typeof INVITATION_ROLES)[number];

export const workspaceInvitations = pgTable('workspace_invitations', {
  id: uuid('id').primaryKey(),
  workspaceId: text('workspace_id').notNull().references(() => workspaces.id, { onDelete: 'cascade' }),
  /** SHA-256 of the token: the table alone opens nothing. */
  tokenHash: text('token_hash').notNull().unique('workspace_invitations_hash'),
  role: text('role', { enum: INVITATION_ROLES }).notNull(),
  /** Whom it is for: a function or a service. */
  label: text('label').notNull(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at'),
}, (table) => [index('workspace_invitations_workspace').on(table.workspaceId)]);

/** An organisation whose badges are hosted here. Its key never is. */
export const badgeIssuers = pgTable('badge_issuers', {
  id: text('id').primaryKey(),
  did: text('did').notNull(),
  name: text('name').notNull(),
  createdAt: instant('created_at').notNull(),
});

/** What an issuer published, as it is served. */
export const badgeDocuments = pgTable('badge_documents', {
  issuerId: text('issuer_id').notNull().references(() => badgeIssuers.id, { onDelete: 'cascade' }),
  /** Below the issuer's address: `did.json`, `status/1.json`. */
  path: text('path').notNull(),
  /** Text, not jsonb: what was signed, and its ETag, are of these very bytes. */
  content: text('content').notNull(),
  sha256: text('sha256').notNull(),
  updatedAt: instant('updated_at').notNull(),
}, (table) => [primaryKey({ columns: [table.issuerId, table.path] })]);

/** A badge that waits for its recipient. The address is not kept: only whether one that is typed is the right one. */
export const badgeClaims = pgTable('badge_claims', {
  id: uuid('id').primaryKey(),
  issuerId: text('issuer_id').notNull().references(() => badgeIssuers.id, { onDelete: 'cascade' }),
  /** SHA-256 of the token in the link. */
  tokenHash: text('token_hash').notNull().unique('badge_claims_hash'),
  salt: text('salt').notNull(),
  /** SHA-256 of the address and the salt. */
  emailHash: text('email_hash').notNull(),
  /** The badge's own id, and what the person reads in lists. */
  badgeId: text('badge_id').notNull(),
  badgeName: text('badge_name').notNull(),
  /** JSON, or a token. */
  credential: text('credential').notNull(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  /** When the address was confirmed for the first time. */
  claimedAt: instant('claimed_at'),
  /** SHA-256 of the code in the message that was sent last. */
  codeHash: text('code_hash'),
  codeExpiresAt: instant('code_expires_at'),
  /** Addresses tried since `triedAt`: a link is no place to guess at. */
  tries: integer('tries').notNull().default(0),
  triedAt: instant('tried_at'),
}, (table) => [index('badge_claims_issuer').on(table.issuerId, table.createdAt), index('badge_claims_expiry').on(table.expiresAt)]);

/** Software that may ask people for their badges (Open Badges 3.0 §7, RFC 7591). */
export const obClients = pgTable('ob_clients', {
  id: text('id').primaryKey(),
  secretHash: text('secret_hash').notNull(),
  name: text('name').notNull(),
  uri: text('uri'),
  redirectUris: jsonb('redirect_uris').$type<string[]>().notNull(),
  /** Separated by spaces, as OAuth writes them. */
  scope: text('scope').notNull(),
  createdAt: instant('created_at').notNull(),
  /** When somebody first let it in; null while nobody did. */
  usedAt: instant('used_at'),
});

/** A person, known by whether an address that is typed is theirs. */
export const obHolders = pgTable('ob_holders', {
  id: uuid('id').primaryKey(),
  salt: text('salt').notNull(),
  emailHash: text('email_hash').notNull(),
});

/** A permission being asked for: from the page that shows it to the code that the software brings back. */
export const obGrants = pgTable('ob_grants', {
  id: uuid('id').primaryKey(),
  clientId: text('client_id').notNull().references(() => obClients.id, { onDelete: 'cascade' }),
  /** SHA-256 of the token in the page's address. */
  tokenHash: text('token_hash').notNull().unique('ob_grants_hash'),
  redirectUri: text('redirect_uri').notNull(),
  scope: text('scope').notNull(),
  state: text('state').notNull(),
  /** PKCE (RFC 7636), S256. */
  challenge: text('challenge').notNull(),
  holderId: uuid('holder_id').references(() => obHolders.id, { onDelete: 'cascade' }),
  /** SHA-256 of the code in the message, then of the one that is handed to the software. */
  mailHash: text('mail_hash'),
  codeHash: text('code_hash').unique('ob_grants_code'),
  /** Badges to collect that were issued to the address: theirs once it is confirmed. */
  claims: jsonb('claims').$type<string[]>().notNull().default([]),
  tries: integer('tries').notNull().default(0),
  expiresAt: instant('expires_at').notNull(),
});

export const obTokens = pgTable('ob_tokens', {
  tokenHash: text('token_hash').primaryKey(),
  kind: text('kind', { enum: ['access', 'refresh'] }).notNull(),
  /** Tokens that come from one permission go together. */
  grantId: uuid('grant_id').notNull(),
  clientId: text('client_id').notNull().references(() => obClients.id, { onDelete: 'cascade' }),
  holderId: uuid('holder_id').notNull().references(() => obHolders.id, { onDelete: 'cascade' }),
  scope: text('scope').notNull(),
  expiresAt: instant('expires_at').notNull(),
}, (table) => [index('ob_tokens_grant').on(table.grantId)]);

export const obCredentials = pgTable('ob_credentials', {
  holderId: uuid('holder_id').notNull().references(() => obHolders.id, { onDelete: 'cascade' }),
  /** The badge's issuer and id: what two copies of one badge share (Open Badges 3.0 §8.4). */
  badgeId: text('badge_id').notNull(),
  /** JSON, or a token. */
  content: text('content').notNull(),
  issuedAt: instant('issued_at').notNull(),
}, (table) => [primaryKey({ columns: [table.holderId, table.badgeId] })]);

export const obProfiles = pgTable('ob_profiles', {
  holderId: uuid('holder_id').primaryKey().references(() => obHolders.id, { onDelete: 'cascade' }),
  content: text('content').notNull(),
});

export const ROLES = ['coordinator', 'reader'] as const;
/** A coordinator publishes and erases; a reader only reads. */
export type Role = (typeof ROLES)[number];

export const adminTokens = pgTable('admin_tokens', {
  id: uuid('id').primaryKey(),
  tokenHash: text('token_hash').notNull().unique('admin_tokens_hash'),
  role: text('role', { enum: ROLES }).notNull(),
  /** What the hub calls it: a function or a service. */
  label: text('label').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});

/** Who of the hub did what, and when. Holds no answer. */
export const audit = pgTable('audit', {
  seq: bigserial('seq', { mode: 'number' }).primaryKey(),
  at: instant('at').notNull(),
  /** The token's id; null for what the collector does by itself (retention). */
  actor: uuid('actor'),
  act: text('act').notNull(),
  surveyId: text('survey_id'),
  /** The id of what was acted on: a version's label, an answer's id, a token's id. */
  target: text('target'),
  /** How many were concerned, for acts on several. */
  count: integer('count'),
});
