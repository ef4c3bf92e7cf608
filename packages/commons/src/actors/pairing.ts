/** Which incoming record is which of ours. What comes out does not depend on the order of either list. */
import { likeness } from './match.ts';
import type { Features, Likeness, MatchReason } from './match.ts';

export interface Candidate<T> {
  readonly mine: T;
  readonly score: number;
  readonly reason: MatchReason;
  /** Kilometres, when both are on the map. */
  readonly distance: number | undefined;
}

/** An incoming record that may be one of ours, best candidate first: a person says. */
export interface Doubt<T> {
  readonly incoming: T;
  readonly candidates: readonly [Candidate<T>, ...Candidate<T>[]];
}

export interface Pair<T> {
  readonly mine: T;
  readonly incoming: T;
}

export interface Pairing<T> {
  readonly pairs: readonly Pair<T>[];
  readonly added: readonly T[];
  readonly doubtful: readonly Doubt<T>[];
}

interface Edge {
  readonly mine: Features;
  readonly incoming: Features;
  readonly likeness: Likeness;
}

export function pair<T extends { readonly id: string }>(mine: readonly T[], incoming: readonly T[], featuresOf: (record: T) => Features): Pairing<T> {
  const ours = new Map(mine.map((record) => [record.id, record]));
  const edges = edgesOf(mine.map(featuresOf), incoming.map(featuresOf));
  const taken = new Map<string, string>();
  const byId = edges.filter(({ likeness: { reason, sure } }) => sure && reason === 'id');
  // A record's identifier says more than its producer's: it goes first.
  settle(byId.filter((edge) => edge.mine.id === edge.incoming.id), taken);
  settle(byId, taken);
  settle(edges.filter(({ likeness: { sure } }) => sure), taken);
  const used = new Set(taken.values());
  const result = { pairs: [] as Pair<T>[], added: [] as T[], doubtful: [] as Doubt<T>[] };
  const left = groupBy(edges.filter((edge) => !used.has(edge.mine.id)), ({ incoming: { id } }) => id);
  for (const record of incoming) {
    const match = ours.get(taken.get(record.id) ?? '');
    const [first, ...others] = match ? [] : candidates(left.get(record.id) ?? [], ours);
    if (match) result.pairs.push({ mine: match, incoming: record });
    else if (first) result.doubtful.push({ incoming: record, candidates: [first, ...others] });
    else result.added.push(record);
  }
  return result;
}

/** Takes the pairs of which neither side has another choice left; two that could be exchanged are left to a person. */
function settle(edges: readonly Edge[], taken: Map<string, string>): void {
  const used = new Set(taken.values());
  const open = edges.filter((edge) => !taken.has(edge.incoming.id) && !used.has(edge.mine.id));
  const ofMine = groupBy(open, ({ mine: { id } }) => id);
  const ofIncoming = groupBy(open, ({ incoming: { id } }) => id);
  for (const { mine, incoming } of open) {
    if (ofMine.get(mine.id)?.length === 1 && ofIncoming.get(incoming.id)?.length === 1) taken.set(incoming.id, mine.id);
  }
}

function candidates<T>(edges: readonly Edge[], ours: ReadonlyMap<string, T>): Candidate<T>[] {
  const found = edges.flatMap(({ mine: { id }, likeness: { score, reason, sure, distance } }) => {
    const record = ours.get(id);
    return record === undefined ? [] : [{ id, candidate: { mine: record, score, reason: sure ? ('several' as const) : reason, distance } }];
  });
  return found.sort((a, b) => b.candidate.score - a.candidate.score || (a.id < b.id ? -1 : 1)).map(({ candidate }) => candidate);
}

/** Only records that share an identifier, a number, a commune or a whole name are compared: never everyone with everyone. */
function edgesOf(mine: readonly Features[], incoming: readonly Features[]): Edge[] {
  const keysOf = ({ id, localId, key, commune, town, name }: Features): string[] =>
    Object.entries({ id, local: localId, key, commune, town, name }).flatMap(([kind, value]) => (value === undefined || value === '' ? [] : [`${kind} ${value}`]));
  const index = new Map<string, Features[]>();
  for (const features of mine) {
    for (const key of keysOf(features)) {
      const list = index.get(key);
      if (list) list.push(features);
      else index.set(key, [features]);
    }
  }
  return incoming.flatMap((features) => {
    const near = new Set(keysOf(features).flatMap((key) => index.get(key) ?? []));
    return Array.from(near).flatMap((other): Edge[] => {
      const found = likeness(other, features);
      return found ? [{ mine: other, incoming: features, likeness: found }] : [];
    });
  });
}

export function groupBy<V>(values: readonly V[], keyOf: (value: V) => string): Map<string, V[]> {
  const groups = new Map<string, V[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
