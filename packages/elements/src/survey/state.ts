import type { SurveyRgpd } from '@assembleurs/commons/survey';
import type { Draft } from './database.ts';
import type { DeliveryState } from './delivery.ts';
import type { LoadFailure } from './loading.ts';

/** What the element's attributes and properties ask, read tolerantly. */
export interface Settings {
  readonly definition: unknown;
  readonly src: string;
  readonly action: string;
  readonly drafts: string;
  readonly commune: string;
  readonly territory: string;
  readonly storageKey: string;
  readonly display: 'paged' | 'single';
  readonly readOnly: boolean;
  readonly draftDays: number;
  /** Seconds before a request is given up. */
  readonly timeout: number;
  /** What attributes say in place of the definition's `rgpd`. */
  readonly rgpd: Partial<SurveyRgpd>;
  /** Whoever writes the definition wants to know what in it is not done. */
  readonly check: boolean;
}

/** Where the person stands. */
export type Phase =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: LoadFailure }
  /** A draft was found, here or behind a resume link, or both. */
  | { readonly kind: 'resume'; readonly draft: Draft; readonly linked?: Draft }
  | { readonly kind: 'answering' }
  | { readonly kind: 'review' }
  /** The page's own script sends, or nothing does. */
  | { readonly kind: 'done' }
  | { readonly kind: 'delivery'; readonly state: Exclude<DeliveryState, { kind: 'refused' }> };

/** One thing to tell above the questions. */
export interface Note {
  readonly kind: 'info' | 'warn';
  readonly text: string;
}
