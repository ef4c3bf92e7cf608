/** How alike two records of one kind are: what decides that they are the same, perhaps the same, or two. */
import { plainName } from '../territory/search.ts';
import { distanceKm, pointOf } from './distance.ts';
import type { Point } from './distance.ts';
import type { Actor, Place } from './model.ts';
import { isSiret, siretDigits } from './siret.ts';
import { NO_PIVOT } from './standard-values.ts';

/** What is compared, computed once a record. */
export interface Features {
  readonly id: string;
  /** The producer's own identifier. */
  readonly localId: string | undefined;
  /** Who published it: identifiers like `12` mean nothing from one producer to the next. */
  readonly source: string;
  readonly name: string;
  readonly words: ReadonlySet<string>;
  /** INSEE code, and name; either may be missing. */
  readonly commune: string;
  readonly town: string;
  readonly address: string;
  readonly point: Point | undefined;
  /** SIRET, RNA or RIDET, when it names somebody. */
  readonly key: string | undefined;
}

/** Closer than this, in kilometres, a same name is the same place. */
const NEAR = 0.2;
/** Farther than this it is another one. */
const FAR = 2;

const STOP_WORDS: ReadonlySet<string> = new Set(['de', 'du', 'des', 'd', 'la', 'le', 'les', 'l', 'et', 'a', 'au', 'aux', 'en', 'sur', 'lez']);

/** The same house under several names. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['bibliotheque', 'mediatheque'], ['biblio', 'mediatheque'], ['bm', 'mediatheque'], ['municipale', ''], ['municipal', ''], ['espace', ''], ['maison', ''],
]);

const wordsOf = (name: string): Set<string> =>
  new Set(name.split(' ').map((word) => SYNONYMS.get(word) ?? word).filter((word) => word !== '' && !STOP_WORDS.has(word)));

const text = (value: string | undefined): string => plainName(value ?? '');

/** The commune's own name tells nothing apart from its other places, where it is one word more. */
function ownWords(name: string, commune: string): ReadonlySet<string> {
  const words = wordsOf(name);
  const known = wordsOf(commune);
  const others = [...words].filter((word) => !known.has(word));
  return others.length > 0 ? new Set(others) : words;
}

export function placeFeatures(place: Place): Features {
  const name = text(place.nom);
  return {
    id: place.id, localId: place.localId, source: text(place.source), name, words: ownWords(name, text(place.commune)),
    commune: place.code_insee ?? '', town: text(place.commune), address: text(place.adresse), point: pointOf(place),
    key: place.pivot === undefined || place.pivot === NO_PIVOT ? undefined : place.pivot,
  };
}

export function actorFeatures(actor: Actor): Features {
  const name = text(actor.name);
  const siret = siretDigits(actor.siret ?? '');
  return {
    id: actor.id, localId: undefined, source: '', name, words: wordsOf(name),
    commune: actor.commune ?? '', town: '', address: '', point: pointOf(actor), key: isSiret(siret) ? siret : undefined,
  };
}

export const MATCH_REASONS = ['id', 'localId', 'name', 'nameOnly', 'farName', 'likeName', 'address', 'key', 'several'] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

export interface Likeness {
  /** From 0 to 1; 1 when an identifier says so. */
  readonly score: number;
  readonly reason: MatchReason;
  /** No person is needed to say that they are the same. */
  readonly sure: boolean;
  readonly distance: number | undefined;
}

/** `undefined`: two different records. */
export function likeness(a: Features, b: Features): Likeness | undefined {
  const distance = a.point && b.point ? distanceKm(a.point, b.point) : undefined;
  const found = (score: number, reason: MatchReason, sure = false): Likeness => ({ score: Math.round(score * 1000) / 1000, reason, sure, distance });
  if (a.id === b.id) return found(1, 'id', true);
  const commune = sameCommune(a, b);
  const sameKey = a.key !== undefined && a.key === b.key;
  const sameLocal = a.localId !== undefined && a.localId === b.localId;
  // Most pairs of one commune end here: what neither a number, nor a name, nor an address brings together must at least be near.
  const sameAddress = a.address !== '' && a.address === b.address;
  if (!sameKey && !sameLocal && (commune === false || (a.name !== b.name && !sameAddress && distance !== undefined && distance >= FAR))) return undefined;
  const names = a.name === b.name ? 1 : alike(a.words, b.words);
  const near = distance === undefined || distance < FAR;
  if (sameLocal && a.source === b.source && commune !== false && names >= 0.3 && near) return found(1, 'id', true);
  const byWords = (): Likeness | undefined => {
    // Two communes are two places, unless a number says that it is one organisation.
    if (commune === false) return sameKey && names >= 0.5 ? found(0.5 + 0.4 * names, 'key') : undefined;
    if (commune === undefined) {
      if (a.name !== b.name || a.name === '') return sameKey && names >= 0.3 ? found(0.6 + 0.3 * names, 'key') : undefined;
      // A regional body has no commune on either side; where only one says it, a person knows.
      return found(0.85, 'nameOnly', sayNothing(a) && sayNothing(b));
    }
    if (a.name === b.name && a.name !== '') {
      // « France services » stands at several addresses of one town: without a map, two addresses are for a person to judge.
      const elsewhere = distance === undefined ? a.address !== '' && b.address !== '' : distance > NEAR;
      if (!elsewhere || sameAddress) return found(0.98, 'name', true);
      return distance === undefined || distance <= FAR || sameKey ? found(0.9 - 0.1 * Math.min(1, (distance ?? FAR / 2) / FAR), 'farName') : undefined;
    }
    if (sameKey && names >= 0.3) return found(0.6 + 0.3 * names, 'key');
    if (sameAddress && names > 0) return found(0.5 + 0.4 * names, 'address');
    const closeness = distance === undefined ? 0.5 : Math.max(0, 1 - distance / FAR);
    return names >= 0.6 && closeness > 0 ? found(0.7 * names + 0.2 * closeness, 'likeName') : undefined;
  };
  const likely = byWords();
  if (!sameLocal || likely?.sure === true) return likely;
  // Two producers may both have a `12`: then it only speaks beside names that are close, in one commune.
  const twoProducers = a.source !== '' && b.source !== '' && a.source !== b.source;
  const speaks = twoProducers ? commune !== false && names >= 0.3 : (a.source !== '' && a.source === b.source) || commune === true || names >= 0.5;
  return speaks ? found(0.5 + 0.4 * names, 'localId') : likely;
}

const sayNothing = ({ commune, town }: Features): boolean => commune === '' && town === '';

/** By code where both have one, else by name; `undefined` when that cannot be told. */
function sameCommune(a: Features, b: Features): boolean | undefined {
  if (a.commune !== '' && b.commune !== '') return a.commune === b.commune;
  return a.town !== '' && b.town !== '' ? a.town === b.town : undefined;
}

/** Words that two names share, among those that they have (Dice). */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return (2 * shared) / (a.size + b.size);
}
