/** What a benchmark says, and the arithmetic that every benchmark shares. */

/** One thing measured, ours beside one peer. Numbers are medians. */
export interface Row {
  readonly metric: string;
  readonly unit: string;
  readonly ours: number;
  /** Absent when there is nothing to stand beside, or when the peer cannot do it (`note` says so). */
  readonly peer?: number | undefined;
  readonly peerName?: string | undefined;
  readonly runs: number;
  /** For a throughput; everything else is better when smaller. */
  readonly higherIsBetter?: boolean | undefined;
  /** The least ratio that the project wants. Told, never enforced: a busy machine is no bug. */
  readonly goal?: number | undefined;
  readonly note?: string | undefined;
}

export interface BenchOptions {
  /** Measured runs after the warm-up; at least 1. */
  readonly runs: number;
  /** Progress, for whoever waits: never mixed with the results. */
  readonly say: (text: string) => void;
}

/** What a module of this folder exports as `run`. */
export type Bench = (options: BenchOptions) => Promise<readonly Row[]> | AsyncIterable<Row>;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) throw new Error('The median of nothing');
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** How many times better ours is: above 1 = ours is better. */
export function ratio({ ours, peer, higherIsBetter = false }: Row): number | undefined {
  if (peer === undefined) return undefined;
  return higherIsBetter ? ours / peer : peer / ours;
}
