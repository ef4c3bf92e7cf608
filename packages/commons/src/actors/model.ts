/**
 * An **actor** is an organisation; a **place** is where people are received, and is held by one actor or by none;
 * a **link** goes from one actor to another. All three are records: plain JSON, fields that we do not know survive.
 */
import * as z from 'zod/mini';
import { COMMUNE_CODE } from '../territory/code.ts';
import { ACTOR_KINDS, FREQUENCIES, LINK_KINDS, LINK_STATUSES } from './kinds.ts';
import type { ActorMessage } from './messages.ts';
import { RECORD_ID, recordShape } from './record-shape.ts';
import { STANDARD_VALUES } from './standard-values.ts';

z.config({ jitless: true });

/** Version of the shape of these records that this code writes. */
export const ACTOR_RECORD_VERSION = 1;

// A check names its message; `read.ts` puts it in the reader's language.
const says = (key: ActorMessage): { error: string } => ({ error: key });

const text = z.string(says('string'));
const words = z.optional(text);
const texts = z.optional(z.array(text, says('array')));
const name = text.check(z.minLength(1, says('empty')));
const recordId = z.string(says('id')).check(z.regex(RECORD_ID, says('id')));
const commune = z.optional(z.string(says('commune')).check(z.regex(COMMUNE_CODE, says('commune'))));
const degrees = (most: number): z.ZodMiniOptional<z.ZodMiniNumber> =>
  z.optional(z.number(says('degrees')).check(z.minimum(-most, says('degrees')), z.maximum(most, says('degrees'))));
const listOf = <const T extends readonly string[]>(values: T) => z.optional(z.array(z.enum(values, says('choice')), says('array')));
/** A year, a month or a day: people rarely know on which day a link began. */
const since = text.check(z.refine(isSince, says('since')));

function isSince(value: string): boolean {
  if (!/^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$/.test(value)) return false;
  if (value.length < 'AAAA-MM-JJ'.length) return true;
  const day = new Date(`${value}T00:00:00Z`);
  // `Date` makes the 31st of February a day of March.
  return Number.isFinite(day.getTime()) && day.toISOString().startsWith(value);
}

export const HistoryEntry = z.looseObject({
  /** `2026-11-27` */
  day: text,
  /** A function or a service. */
  by: z._default(text, ''),
  what: z.enum(['actor', 'place', 'link'], says('choice')),
  did: z.enum(['added', 'changed', 'removed'], says('choice')),
  /** Of the place, or of the actor at the other end of the link. */
  name: z._default(text, ''),
  fields: z._default(z.array(text), []),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const Actor = z.looseObject(
  {
    ...recordShape,
    type: z.literal('actor', says('type')),
    name,
    kind: z.enum(ACTOR_KINDS, says('choice')),
    /** INSEE code of the commune where it has its seat. */
    commune,
    /** As it was given; `remarksOn` says when it cannot be right. */
    siret: words,
    email: words,
    phone: words,
    url: words,
    note: words,
    /** Whom it works with, in the standard's words or others. */
    publics: texts,
    /** Where it stands, when no place of its own says so. */
    latitude: degrees(90),
    longitude: degrees(180),
    /** What was done to it here, its places and its links included: see `history.ts`. */
    history: z.optional(z.array(HistoryEntry, says('array'))),
    /** Columns of the file that it came from which are nothing of ours. */
    extra: z.optional(z.record(z.string(), z.unknown())),
  },
  says('object'),
);
export type Actor = z.infer<typeof Actor>;

/** A place, with the national standard's fields under its own words; its `id`, local to a producer, is `localId` here. */
export const Place = z.looseObject(
  {
    ...recordShape,
    type: z.literal('place', says('type')),
    /** The actor that holds it. */
    holder: z.optional(recordId),
    localId: words,
    pivot: words,
    nom: name,
    commune: words,
    code_postal: words,
    code_insee: commune,
    adresse: words,
    complement_adresse: words,
    latitude: degrees(90),
    longitude: degrees(180),
    typologie: texts,
    telephone: words,
    courriels: texts,
    site_web: texts,
    horaires: words,
    presentation_resume: words,
    presentation_detail: words,
    source: words,
    itinerance: listOf(STANDARD_VALUES.itinerance),
    structure_parente: words,
    date_maj: words,
    services: listOf(STANDARD_VALUES.services),
    publics_specifiquement_adresses: listOf(STANDARD_VALUES.publics_specifiquement_adresses),
    prise_en_charge_specifique: listOf(STANDARD_VALUES.prise_en_charge_specifique),
    frais_a_charge: listOf(STANDARD_VALUES.frais_a_charge),
    dispositif_programmes_nationaux: listOf(STANDARD_VALUES.dispositif_programmes_nationaux),
    formations_labels: listOf(STANDARD_VALUES.formations_labels),
    autres_formations_labels: texts,
    modalites_acces: listOf(STANDARD_VALUES.modalites_acces),
    modalites_accompagnement: listOf(STANDARD_VALUES.modalites_accompagnement),
    fiche_acces_libre: words,
    prise_rdv: words,
    /** Columns of its file that the standard does not have, and values that the standard refuses: kept, written back. */
    extra: z.optional(z.record(z.string(), z.unknown())),
  },
  says('object'),
);
export type Place = z.infer<typeof Place>;

export const Link = z
  .looseObject(
    {
      ...recordShape,
      type: z.literal('link', says('type')),
      /** Identifiers of the two actors. */
      source: recordId,
      target: recordId,
      kind: z.enum(LINK_KINDS, says('choice')),
      status: z.enum(LINK_STATUSES, says('choice')),
      since: z.optional(since),
      frequency: z.optional(z.enum(FREQUENCIES, says('choice'))),
      note: words,
    },
    says('object'),
  )
  .check(z.refine(({ source, target }) => source !== target, { ...says('self'), path: ['target'] }));
export type Link = z.infer<typeof Link>;

/** What a map of actors holds. */
export interface ActorData {
  readonly actors: readonly Actor[];
  readonly places: readonly Place[];
  readonly links: readonly Link[];
}

export type ActorRecord = Actor | Place | Link;
