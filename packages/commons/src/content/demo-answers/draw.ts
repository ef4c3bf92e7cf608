/** Draws that depend on a seed only (mulberry32): the same seed gives the same demonstration everywhere. */
export class Draw {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** In [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  one<T>(items: readonly [T, ...T[]]): T {
    return items[Math.floor(this.next() * items.length)] ?? items[0];
  }

  /** A key, as often as its weight says; weights under 0 count as 0. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    const keys = Object.keys(weights) as [K, ...K[]];
    const weight = (key: K): number => Math.max(0, weights[key]);
    let rest = this.next() * keys.reduce((sum, key) => sum + weight(key), 0);
    return keys.find((key) => (rest -= weight(key)) < 0) ?? keys[0];
  }

  /** Each item with this probability, in its order. */
  some<T>(items: readonly T[], probability: number): T[] {
    return items.filter(() => this.chance(probability));
  }

  /** As `some`, never empty when there is an item. */
  atLeastOne<T>(items: readonly T[], probability: number): T[] {
    const chosen = this.some(items, probability);
    return chosen.length > 0 ? chosen : items.slice(0, 1);
  }

  /** A new list in another order (Fisher and Yates). */
  shuffled<T>(items: readonly T[]): T[] {
    const left = [...items];
    const drawn: T[] = [];
    while (left.length > 0) drawn.push(...left.splice(Math.floor(this.next() * left.length), 1));
    return drawn;
  }
}
