/**
 * An import is a merge: what comes in is matched with what is there, and shown before anything is taken.
 * `mergeActors` only says; `applyMerge` does what a person decided. Nothing is overwritten without a decision.
 */
import { differences, withChanges } from './diff.ts';
import type { FieldChange } from './diff.ts';
import { actorFeatures, placeFeatures } from './match.ts';
import type { Features } from './match.ts';
import type { Actor, ActorData, ActorRecord, Place } from './model.ts';
import { mergeLinks } from './merge-links.ts';
import { split } from './merge-model.ts';
import type { LinkMerge, Merge, Who } from './merge-model.ts';
import { pair } from './pairing.ts';

export type { Change, LinkMerge, Merge } from './merge-model.ts';

export interface ActorMerge {
  readonly actors: Merge<Actor>;
  readonly places: Merge<Place>;
  readonly links: LinkMerge;
  /** As it came in: `applyMerge` begins again from it once doubts are settled. */
  readonly incoming: ActorData;
}

export function mergeActors(mine: ActorData, incoming: ActorData): ActorMerge {
  const once = { actors: unique(incoming.actors), places: unique(incoming.places), links: unique(incoming.links) };
  const actors = mergeRecords(mine.actors, once.actors, actorFeatures);
  const who = knownActors(mine, actors, {});
  const places = mergeRecords(mine.places, once.places.map((place) => withHolder(place, who)), placeFeatures);
  return { actors, places, links: mergeLinks(mine.links, once.links, who), incoming: once };
}

export interface Decisions {
  /** By identifier of our record: the fields to take from the incoming one. Without a word: those that ours leaves empty. */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  /** By identifier of the doubtful incoming record: that of ours which it is, or `null` when it is another one. */
  readonly doubts?: Readonly<Record<string, string | null>>;
}

export interface Merged {
  readonly data: ActorData;
  /** Incoming records about which nothing was decided: not taken, not lost. */
  readonly waiting: ActorData;
}

export function applyMerge(mine: ActorData, merge: ActorMerge, decisions: Decisions = {}): Merged {
  const who = knownActors(mine, merge.actors, decisions.doubts ?? {});
  const actors = settled(mine.actors, merge.actors, decisions);
  // Doubts settled since may have told who holds a place: its fields are compared again.
  const places = settled(mine.places, mergeRecords(mine.places, merge.incoming.places.map((place) => withHolder(place, who)), placeFeatures), decisions);
  const links = mergeLinks(mine.links, merge.incoming.links, who);
  const takenLinks = settled(mine.links, { ...links, doubtful: [] }, decisions);
  return {
    data: { actors: actors.records, places: places.records, links: takenLinks.records },
    waiting: { actors: actors.waiting, places: places.waiting, links: links.waiting },
  };
}

function mergeRecords<T extends ActorRecord>(mine: readonly T[], incoming: readonly T[], featuresOf: (record: T) => Features): Merge<T> {
  const { pairs, added, doubtful } = pair(mine, incoming, featuresOf);
  return { added, doubtful, ...split(pairs) };
}

/** Same record several times in one file: one of them, completed by what the others say more. Which one does not hang on their order. */
function unique<T extends ActorRecord>(records: readonly T[]): T[] {
  const byId = new Map<string, T[]>();
  for (const record of records) byId.set(record.id, [...(byId.get(record.id) ?? []), record]);
  return Array.from(byId.values(), ([first, ...others]) => {
    if (first === undefined || others.length === 0) return first;
    const [one, ...more] = [first, ...others].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    return more.reduce((whole, next) => whole && withChanges(whole, differences(whole, next).filter(({ kind }) => kind === 'filled')), one);
  }).filter((record) => record !== undefined);
}

function knownActors(mine: ActorData, { added, same, changed, doubtful }: Merge<Actor>, doubts: Readonly<Record<string, string | null>>): Who {
  const who = new Map([...mine.actors, ...added].map(({ id }) => [id, id]));
  for (const { mine: known, incoming } of [...same, ...changed]) who.set(incoming.id, known.id);
  for (const { incoming } of doubtful) {
    const decided = doubts[incoming.id];
    if (decided !== undefined) who.set(incoming.id, decided ?? incoming.id);
  }
  return who;
}

function withHolder({ holder, ...place }: Place, who: Who): Place {
  const known = holder === undefined ? undefined : who.get(holder);
  return (known === undefined ? place : { ...place, holder: known });
}

function settled<T extends ActorRecord>(mine: readonly T[], merge: Merge<T>, { fields = {}, doubts = {} }: Decisions): { records: T[]; waiting: T[] } {
  const records = new Map(mine.map((record) => [record.id, record]));
  const take = (id: string, changes: readonly FieldChange[]): void => {
    const record = records.get(id);
    const chosen = fields[id];
    if (record) records.set(id, withChanges(record, changes.filter(({ field, kind }) => (chosen ? chosen.includes(field) : kind === 'filled'))));
  };
  for (const { mine: { id }, fields: changes } of merge.changed) take(id, changes);
  for (const record of merge.added) records.set(record.id, record);
  const waiting: T[] = [];
  for (const { incoming } of merge.doubtful) {
    const decided = doubts[incoming.id];
    const same = decided === undefined || decided === null ? undefined : records.get(decided);
    if (same) take(same.id, differences(same, incoming));
    else if (decided === null) records.set(incoming.id, incoming);
    else waiting.push(incoming);
  }
  return { records: [...records.values()], waiting };
}
