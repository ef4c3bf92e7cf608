export type { Point } from './distance.ts';
export { distanceKm, pointOf } from './distance.ts';
export { ActorIndex, FACETS, LINKINGS } from './facets.ts';
export type { ActorEntry, ActorFilters, Facet, Found, Linking } from './facets.ts';
export { actorOfPlace, holdPlaces, kindOfPlace } from './holders.ts';
export {
  ACTOR_KINDS, FREQUENCIES, LINK_KINDS, LINK_STATUSES, actorKindLabel, frequencyLabel, linkKindLabel, linkStatusLabel,
} from './kinds.ts';
export type { ActorKind, Frequency, LinkKind, LinkStatus } from './kinds.ts';
export type { FieldChange } from './diff.ts';
export type { MatchReason } from './match.ts';
export { applyMerge, mergeActors } from './merge.ts';
export type { ActorMerge, Change, Decisions, LinkMerge, Merge, Merged } from './merge.ts';
export { distanceText, matchText } from './merge-text.ts';
export type { Candidate, Doubt, Pair } from './pairing.ts';
export { ACTOR_RECORD_VERSION, Actor, Link, Place } from './model.ts';
export type { ActorData, ActorRecord } from './model.ts';
export { communesWithoutOffer, existing, isolatedActors, libraryCoverage, librariesOf, linksSince, operatorsOf } from './meshing.ts';
export type { LibraryCoverage, LinksSince } from './meshing.ts';
export { linksToPropose } from './proposals.ts';
export type { LinkProposal, ProposalOptions } from './proposals.ts';
export { readActor, readLink, readPlace, remarksOn } from './read.ts';
export type { Problem, ReadOptions, RecordResult } from './read.ts';
export { isSiret, siretDigits } from './siret.ts';
export { NO_PIVOT, STANDARD_COLUMNS, STANDARD_LISTS, STANDARD_VALUES } from './standard-values.ts';
export type { StandardColumn, StandardList } from './standard-values.ts';
export { gapBetween, whereabouts } from './whereabouts.ts';
export type { Gap, Whereabouts } from './whereabouts.ts';
