/**
 * Who holds the places that a file brings: the national standard names no actor, and those who stand here already must not be made a second
 * time. A place is taken for an actor of its own, which is matched as any incoming one: surely, perhaps (a person says), or not at all.
 */
import { pointOf } from './distance.ts';
import { actorOfPlace, holdPlaces } from './holders.ts';
import { actorFeatures, placeFeatures } from './match.ts';
import type { Features } from './match.ts';
import type { ActorMerge, Decisions, Merged } from './merge.ts';
import type { Actor, ActorData, Place } from './model.ts';
import { pair } from './pairing.ts';
import type { Doubt, Pairing } from './pairing.ts';

export interface HolderMerge {
  /** By identifier of the incoming place, that of the actor which surely holds it. */
  readonly known: ReadonlyMap<string, string>;
  /** Places of which a person must say whether one of ours holds them; `incoming` is the actor that would be made, and is in no list. */
  readonly doubtful: readonly (Doubt<Actor> & { readonly place: Place })[];
}

/** Decided under this name (`Decisions.doubts`), apart from the place itself, which may be doubtful too. */
const nameOf = ({ id }: Place): string => `holder of ${id}`;

export function mergeHolders(mine: ActorData, { actors, places }: ActorMerge): HolderMerge {
  const unheld = [...places.added, ...places.doubtful.map(({ incoming }) => incoming)].filter(({ holder }) => holder === undefined);
  const { candidates, pairs, doubtful } = matched([...mine.actors, ...actors.added], [...mine.places, ...places.added], unheld);
  return {
    known: new Map(pairs.flatMap(({ mine: { id }, incoming }) => { const place = candidates.get(incoming); return place ? [[place.id, id] as const] : []; })),
    doubtful: doubtful.flatMap((doubt) => { const place = candidates.get(doubt.incoming); return place ? [{ ...doubt, place }] : []; }),
  };
}

/**
 * What `applyMerge` gave, its new places held by those who hold them. A place of which the holder was not decided waits with it. What nobody
 * holds stays so: see `holdPlaces`.
 */
export function applyHolders({ data, waiting }: Merged, mine: ActorData, merge: ActorMerge, { known, doubtful }: HolderMerge, { doubts = {} }: Decisions = {}): Merged {
  const here = new Set(mine.places.map(({ id }) => id));
  const open = new Map(doubtful.map(({ place, incoming }) => [place.id, doubts[incoming.id]]));
  const said = new Map(merge.incoming.places.map((place) => [place.id, place]));
  const undecided = new Set(waiting.actors.map(({ id }) => id));
  const late: Place[] = [];
  const places = data.places.flatMap((place): Place[] => {
    if (here.has(place.id) || place.holder !== undefined) return [place];
    const before = said.get(place.id);
    if (undecided.has(before?.holder ?? '') || (open.has(place.id) && open.get(place.id) === undefined)) {
      late.push(before ?? place);
      return [];
    }
    const holder = known.get(place.id) ?? open.get(place.id) ?? undefined;
    return [holder === undefined ? place : { ...place, holder }];
  });
  return { data: { ...data, places }, waiting: { ...waiting, places: [...waiting.places, ...late] } };
}

/** Every place held: by one of these actors where that is sure, else by an actor made for it. */
export function withHolders(data: ActorData, newId: () => string): ActorData {
  const unheld = data.places.filter(({ holder }) => holder === undefined);
  if (unheld.length === 0) return data;
  const { candidates, pairs } = matched(data.actors, data.places, unheld);
  const known = new Map(pairs.map(({ mine: { id }, incoming }) => [candidates.get(incoming)?.id, id]));
  const { actors, places } = holdPlaces(data.places.map((place): Place => {
    const holder = place.holder ?? known.get(place.id);
    return holder === undefined ? place : { ...place, holder };
  }), newId);
  return { ...data, actors: [...data.actors, ...actors], places };
}

/** `candidates`: the place for which each incoming actor stands. */
function matched(actors: readonly Actor[], held: readonly Place[], unheld: readonly Place[]): Pairing<Actor> & { readonly candidates: ReadonlyMap<Actor, Place> } {
  const candidates = new Map(unheld.map((place) => [actorOfPlace(place, nameOf(place)), place]));
  if (candidates.size === 0 || actors.length === 0) return { pairs: [], added: [], doubtful: [], candidates };
  const byHolder = new Map<string, Place[]>();
  for (const place of held) if (place.holder !== undefined) byHolder.set(place.holder, [...(byHolder.get(place.holder) ?? []), place]);
  const featuresOf = (actor: Actor): Features => {
    const features = actorFeatures(actor);
    const [place, another] = candidates.has(actor) ? [candidates.get(actor)] : (byHolder.get(actor.id) ?? []);
    if (!place) return features;
    const { address, town } = placeFeatures(place);
    // One that receives people elsewhere may be another of the same name: where it is counts too. At several places, a person knows.
    return { ...features, town, address: another ? '…' : address, point: another ? undefined : (pointOf(place) ?? features.point) };
  };
  return { ...pair(actors, [...candidates.keys()], featuresOf), candidates };
}
