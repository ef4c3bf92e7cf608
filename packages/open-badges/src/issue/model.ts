/** What an issuer decides: who issues, what for, to whom. Plain data; `credential.ts` turns it into Open Badges 3.0. */
import type { JsonObject } from '../input/json.ts';

/** The organisation that issues (or endorses). */
export interface Profile {
  /** A did:key or a did:web: whoever holds its key speaks for it. */
  readonly id: string;
  readonly name: string;
  readonly url?: string | undefined;
  readonly email?: string | undefined;
  readonly description?: string | undefined;
  /** An https address or a data URL. */
  readonly image?: string | undefined;
}

/** Open Badges 3.0 §B.1.24: the ones that coordination uses; any other of the list, or `ext:…`, is taken too. */
export const ACHIEVEMENT_TYPES = ['Badge', 'CommunityService', 'Competency', 'MicroCredential', 'Membership', 'Award', 'Certificate'] as const;
export type AchievementType = (typeof ACHIEVEMENT_TYPES)[number] | `ext:${string}`;

/** A skill or a reference framework that the badge points at (Open Badges 3.0, Alignment). */
export interface Alignment {
  readonly name: string;
  readonly url: string;
  readonly code?: string | undefined;
  readonly framework?: string | undefined;
  readonly description?: string | undefined;
  /** `CFItem`, `CTDL`, `ext:…` (Open Badges 3.0, AlignmentTargetType): what kind of thing `url` names. */
  readonly type?: string | undefined;
}

/** What is given a badge for. Its `id` is the same in every badge of the kind. */
export interface Achievement {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Markdown. */
  readonly criteria: string;
  readonly criteriaUrl?: string | undefined;
  readonly type?: AchievementType | undefined;
  /** A data URL (PNG or SVG) or an https address. */
  readonly image?: string | undefined;
  readonly imageCaption?: string | undefined;
  /** BCP 47. */
  readonly language?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly alignments?: readonly Alignment[] | undefined;
  /** Signed by others, about this achievement. */
  readonly endorsements?: readonly JsonObject[] | undefined;
}

export interface Evidence {
  readonly url?: string | undefined;
  readonly name?: string | undefined;
  readonly narrative?: string | undefined;
  readonly genre?: string | undefined;
}

/**
 * A person, by an e-mail that is hashed with a salt of its own (16 random bytes or more, in hexadecimal) or shown; or an organisation, by its
 * name and address. A person's name is never asked for: a badge travels.
 */
export type Recipient =
  | { readonly kind: 'person'; readonly email: string; readonly salt?: string | undefined }
  | { readonly kind: 'organisation'; readonly name: string; readonly url?: string | undefined; readonly email?: string | undefined };

/** Where one may read later whether the badge still stands. Fixed when it is signed. */
export type StatusPlace =
  | { readonly kind: 'bitstring'; readonly url: string; readonly index: number }
  | { readonly kind: 'list'; readonly url: string };

/** One badge to sign. */
export interface Award {
  /** `urn:uuid:…` or https. */
  readonly id: string;
  readonly issuer: Profile;
  readonly achievement: Achievement;
  readonly recipient: Recipient;
  /** ISO 8601 with its zone: `2026-11-23T12:00:00Z`. */
  readonly validFrom: string;
  readonly validUntil?: string | undefined;
  /** What this recipient did; Markdown. */
  readonly narrative?: string | undefined;
  readonly evidence?: readonly Evidence[] | undefined;
  readonly status?: StatusPlace | undefined;
  /** Signed by others, about this badge's id. */
  readonly endorsements?: readonly JsonObject[] | undefined;
}

/** Random bytes from the caller: this package has no source of its own. */
export type RandomBytes = (length: number) => Uint8Array;
