/**
 * Which places stand so near one another that the map shows them as one. Each level is grouped from the places themselves, when it is first
 * looked at: a few milliseconds for 30,000, where an index of all levels costs a hundred at each filter.
 */
import type { MapPoint } from './points.ts';

/** Pixels within which places are one group. */
export const RADIUS = 56;
/** Width of the world at level 0, in pixels; twice as wide at each next one. */
export const WORLD = 512;
/** No closer than streets. */
export const MAX_LEVEL = 16;

/** What stands at one spot: the numbers are places in the list that was grouped. */
export interface Group {
  /** The place that the group formed around; with its level, it tells a group from another. */
  readonly seed: number;
  readonly count: number;
  readonly libraries: number;
  readonly operators: number;
  /** In the middle of its places, in shares of the world. */
  readonly x: number;
  readonly y: number;
}

interface Level {
  readonly groups: readonly Group[];
  /** By place, the seed of its group. */
  readonly seeds: Int32Array;
}

export class Groups {
  readonly points: readonly MapPoint[];
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  /** 1 is a library, 2 an operator. */
  readonly #kinds: Uint8Array;
  readonly #levels = new Map<number, Level>();

  constructor(points: readonly MapPoint[]) {
    this.points = points;
    this.#x = new Float64Array(points.length);
    this.#y = new Float64Array(points.length);
    this.#kinds = new Uint8Array(points.length);
    points.forEach(({ world: [x, y], kind }, place) => {
      this.#x[place] = x;
      this.#y[place] = y;
      this.#kinds[place] = kind === 'bibliotheque' ? 1 : kind === 'operateur_mediation' ? 2 : 0;
    });
  }

  at(level: number): readonly Group[] {
    return this.#level(level).groups;
  }

  members(level: number, { seed }: Group): readonly MapPoint[] {
    const { seeds } = this.#level(level);
    return this.points.filter((_, place) => seeds[place] === seed);
  }

  /** The first level after this one where the group parts; undefined when none does. */
  partsAt(level: number, { seed }: Group): number | undefined {
    const { seeds } = this.#level(level);
    const members = [...seeds.keys()].filter((place) => seeds[place] === seed);
    if (members.every((place) => this.#x[place] === this.#x[seed] && this.#y[place] === this.#y[seed])) return undefined;
    for (let next = level + 1; next <= MAX_LEVEL; next += 1) {
      const parted = this.#level(next).seeds;
      if (members.some((place) => parted[place] !== parted[seed])) return next;
    }
    return undefined;
  }

  #level(level: number): Level {
    const known = this.#levels.get(level) ?? this.#group(RADIUS / (WORLD * 2 ** level));
    this.#levels.set(level, known);
    return known;
  }

  /** In the order of the places: each that is in no group yet gathers those around it that are in none. */
  #group(radius: number): Level {
    const [xs, ys, kinds] = [this.#x, this.#y, this.#kinds];
    const limit = radius ** 2;
    const seeds = new Int32Array(xs.length).fill(-1);
    const squares = new Squares(xs, ys, radius);
    const groups: Group[] = [];
    for (let seed = 0; seed < xs.length; seed += 1) {
      if (seeds[seed] !== -1) continue;
      const x0 = xs[seed] ?? 0;
      const y0 = ys[seed] ?? 0;
      let count = 0;
      let libraries = 0;
      let operators = 0;
      let sumX = 0;
      let sumY = 0;
      for (let square = 0; square < 9; square += 1) {
        const bucket = squares.bucket(x0, y0, square);
        const end = squares.starts[bucket + 1] ?? 0;
        for (let from = squares.starts[bucket] ?? 0; from < end; from += 1) {
          const place = squares.places[from] ?? 0;
          if (seeds[place] !== -1) continue;
          const x = xs[place] ?? 0;
          const y = ys[place] ?? 0;
          if ((x - x0) * (x - x0) + (y - y0) * (y - y0) > limit) continue;
          seeds[place] = seed;
          count += 1;
          if (kinds[place] === 1) libraries += 1;
          else if (kinds[place] === 2) operators += 1;
          sumX += x;
          sumY += y;
        }
      }
      groups.push({ seed, count, libraries, operators, x: count === 1 ? x0 : sumX / count, y: count === 1 ? y0 : sumY / count });
    }
    return { groups, seeds };
  }
}

/** Places by squares as wide as a radius: what lies within it is in the nine squares around. Squares share buckets; a distance tells them apart. */
class Squares {
  /** Where each bucket begins in `places`. */
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
  readonly #radius: number;
  readonly #mask: number;

  constructor(xs: Float64Array, ys: Float64Array, radius: number) {
    const { length } = xs;
    this.#radius = radius;
    this.#mask = 2 ** Math.ceil(Math.log2(length + 1)) - 1;
    const buckets = new Uint32Array(length);
    const starts = new Uint32Array(this.#mask + 2);
    for (let place = 0; place < length; place += 1) {
      const bucket = this.bucket(xs[place] ?? 0, ys[place] ?? 0, MIDDLE);
      buckets[place] = bucket;
      starts[bucket + 1] = (starts[bucket + 1] ?? 0) + 1;
    }
    for (let bucket = 1; bucket < starts.length; bucket += 1) starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
    const next = starts.slice();
    this.places = new Uint32Array(length);
    for (let place = 0; place < length; place += 1) {
      const bucket = buckets[place] ?? 0;
      const spot = next[bucket] ?? 0;
      this.places[spot] = place;
      next[bucket] = spot + 1;
    }
    this.starts = starts;
  }

  /** Of one of the nine squares around a spot. */
  bucket(x: number, y: number, square: number): number {
    const column = Math.floor(x / this.#radius) - 1 + (square % 3);
    const row = Math.floor(y / this.#radius) - 1 + Math.floor(square / 3);
    return (Math.imul(column, 73_856_093) ^ Math.imul(row, 19_349_663)) & this.#mask;
  }
}

/** The square where the spot itself is. */
const MIDDLE = 4;

/** Points that come back are grouped already. */
const grouped = new WeakMap<readonly MapPoint[], Groups>();

export function groupsOf(points: readonly MapPoint[]): Groups {
  const groups = grouped.get(points) ?? new Groups(points);
  grouped.set(points, groups);
  return groups;
}
