/** Links to propose: libraries that no operator reaches, and the operators near them; with the reason in words. */
import type { Territory } from '../territory/territory.ts';
import { fill, inLanguage } from './language.ts';
import { distanceText } from './merge-text.ts';
import { existing, libraryCoverage, operatorsOf } from './meshing.ts';
import type { Actor, ActorData } from './model.ts';
import type { ReadOptions } from './read.ts';
import { communesOf, gapBetween, whereabouts } from './whereabouts.ts';
import type { Gap } from './whereabouts.ts';

export interface LinkProposal {
  readonly library: Actor;
  readonly operator: Actor;
  /** Kilometres along the great circle. */
  readonly distance: number;
  /** At least one of the two is only known by its commune: the distance is between centres. */
  readonly rough: boolean;
  readonly sameCommune: boolean;
  /** Other libraries that this operator already works with. */
  readonly experience: number;
  /** Why, in a sentence. */
  readonly reason: string;
}

export interface ProposalOptions extends ReadOptions {
  /** No farther than this, in kilometres; 10 by default: a tram ride, not an expedition. */
  readonly within?: number;
  /** Operators for one library; 3 by default: a choice, not a directory. */
  readonly most?: number;
}

/** Nearest first. A pair between which a link is wished for, or was broken, is known already: it is not proposed again. */
export function linksToPropose(data: ActorData, territory: Territory, { within = 10, most = 3, locale }: ProposalOptions = {}): LinkProposal[] {
  const where = whereabouts(data, territory);
  const operators = operatorsOf(data).map((operator) => ({ operator, communes: communesOf(operator, data.places), experience: librariesBy(data, operator) }));
  const known = new Set(data.links.flatMap(({ source, target }) => [`${source} ${target}`, `${target} ${source}`]));
  const proposals = libraryCoverage(data).unlinked.flatMap((library) => {
    const communes = communesOf(library, data.places);
    return operators
      .flatMap(({ operator, experience, communes: theirs }) => {
        const gap = gapBetween(where.get(library.id), where.get(operator.id));
        if (!gap || gap.kilometres > within || known.has(`${library.id} ${operator.id}`)) return [];
        const sameCommune = Array.from(communes).some((code) => theirs.has(code));
        return [{ library, operator, distance: gap.kilometres, rough: gap.rough, sameCommune, experience, reason: reasonOf(library, operator, gap, sameCommune, experience, locale) }];
      })
      .sort(nearest)
      .slice(0, most);
  });
  return proposals.sort(nearest);
}

const nearest = (a: LinkProposal, b: LinkProposal): number =>
  a.distance - b.distance || b.experience - a.experience || (`${a.library.id}${a.operator.id}` < `${b.library.id}${b.operator.id}` ? -1 : 1);

function librariesBy(data: ActorData, operator: Actor): number {
  const libraries = new Set(data.actors.filter(({ kind }) => kind === 'bibliotheque').map(({ id }) => id));
  const others = existing(data.links).flatMap(({ source, target }) => (source === operator.id ? [target] : target === operator.id ? [source] : []));
  return new Set(others.filter((id) => libraries.has(id))).size;
}

const WORDS = {
  fr: {
    none: '{library} n’est liée à aucun opérateur de médiation.',
    near: '{operator} est à {distance}.',
    same: '{operator} est dans la même commune, à {distance}.',
    roughly: '{operator} est à {distance} environ, de centre de commune à centre de commune.',
    roughSame: '{operator} est dans la même commune.',
    one: 'Cet opérateur travaille déjà avec une bibliothèque.',
    other: 'Cet opérateur travaille déjà avec {count} bibliothèques.',
  },
  en: {
    none: '{library} is linked to no mediation operator.',
    near: '{operator} is {distance} away.',
    same: '{operator} is in the same municipality, {distance} away.',
    roughly: '{operator} is about {distance} away, from one municipality’s centre to the other’s.',
    roughSame: '{operator} is in the same municipality.',
    one: 'This operator already works with one library.',
    other: 'This operator already works with {count} libraries.',
  },
} as const;

function reasonOf(library: Actor, operator: Actor, { kilometres, rough }: Gap, same: boolean, experience: number, locale = 'fr'): string {
  const words = inLanguage<Record<keyof (typeof WORDS)['fr'], string>>(WORDS, locale);
  const where = rough ? (same ? words.roughSame : words.roughly) : same ? words.same : words.near;
  const parts = [words.none, where, ...(experience === 0 ? [] : [experience === 1 ? words.one : words.other])];
  return fill(parts.join(' '), { library: library.name, operator: operator.name, distance: distanceText(kilometres, locale), count: experience });
}
