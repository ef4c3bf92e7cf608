/** What the issuer keeps on this device: who issues, what for, what was awarded, and what is being prepared. */
import type { BadgePicture, Recognises } from '@assembleurs/commons/content/badges';
import type { Award, KeptKey, Profile } from '@assembleurs/open-badges/issue';

/** An organisation with its key. */
export interface Issuer {
  /** Its DID: what the badges name. */
  readonly id: string;
  readonly profile: Profile;
  readonly kept: KeptKey;
  /** Public keys that it signed with before: they stay in `did.json`. */
  readonly earlier: readonly string[];
  /** Public keys that somebody else may sign with, each with the moment (ISO 8601) from which nothing that it signed counts. */
  readonly stolen?: readonly { readonly key: string; readonly at: string }[] | undefined;
  /** The encrypted file made with the key: it may be downloaded again, and made only once. */
  readonly backup: string;
  /** The person said that the file is put away. */
  readonly backedUp: boolean;
  /** Where the file of revocations will stand; empty: its badges cannot be taken back. */
  readonly statusUrl: string;
  readonly statusKind: 'bitstring' | 'list';
  /** ISO 8601. */
  readonly madeAt: string;
}

export type Picture =
  | ({ readonly kind: 'drawn' } & BadgePicture)
  /** A data URL of a PNG or SVG. */
  | { readonly kind: 'image'; readonly address: string; readonly name: string };

export interface FreeAlignment {
  readonly name: string;
  readonly url: string;
  readonly code: string;
  readonly framework: string;
}

/** A badge as it is being designed. */
export interface Design {
  /** `urn:uuid:…`, the same for all the badges of the kind. */
  readonly id: string;
  /** Of the template that it began with; empty: none. */
  readonly template: string;
  readonly language: 'fr' | 'en';
  readonly name: string;
  readonly description: string;
  readonly criteria: string;
  readonly recognises: Recognises;
  /** Whole months; empty: no end. */
  readonly months: string;
  readonly tags: string;
  readonly digcomp: readonly string[];
  /** Also the ESCO skill of each of them. */
  readonly esco?: boolean | undefined;
  readonly alignments: readonly FreeAlignment[];
  readonly evidenceName: string;
  readonly evidenceUrl: string;
  readonly picture: Picture;
  /** Signed by others about this badge, as JSON. */
  readonly endorsements?: readonly string[] | undefined;
}

/** Who is to receive one, as typed, and how their address is written. */
export interface People {
  readonly kind: 'person' | 'organisation';
  readonly text: string;
  /** `plain` shows the address in the badge. */
  readonly privacy: 'hashed' | 'plain';
  /** Also to those who have one of this kind already. */
  readonly again: boolean;
  /** The meetings whose attendance is in the text. */
  readonly meetings?: readonly string[] | undefined;
}

/** A badge that was handed over. */
export interface Awarded {
  /** `urn:uuid:…`: the badge's own id. */
  readonly id: string;
  readonly type: 'award';
  readonly issuer: string;
  readonly achievement: { readonly id: string; readonly name: string };
  readonly recipient: { readonly kind: 'person' | 'organisation'; readonly email: string; readonly name: string };
  readonly validFrom: string;
  readonly validUntil?: string | undefined;
  readonly issuedAt: string;
  readonly status?: Award['status'];
  readonly revoked?: { readonly at: string; readonly reason: string } | undefined;
  /** The signed badge; empty once erased. */
  readonly text: string;
  /** The records that it comes from: the workshop, the action. */
  readonly derivedFrom: readonly string[];
}

/** What is being prepared: kept as it is typed. */
export interface Draft {
  readonly key: string;
  readonly design: Design | undefined;
  readonly people: People;
  /** Where the badges will be put on the web; empty: nowhere. */
  readonly hosting: string;
}
