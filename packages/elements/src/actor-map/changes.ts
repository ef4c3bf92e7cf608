/** What a person does to the records, each a new set: nothing is changed in place. */
import type { Actor, ActorData, ActorRecord, Link, Place } from '@assembleurs/commons/actors';

/** The other end of a link. */
export const linkEnd = ({ source, target }: Link, id: string): string => (source === id ? target : source);

const put = <T extends { readonly id: string }>(list: readonly T[], record: T): T[] =>
  list.some(({ id }) => id === record.id) ? list.map((each) => (each.id === record.id ? record : each)) : [...list, record];

/** Adds a record, or takes the place of the one with its identifier. */
export function withRecord(data: ActorData, record: ActorRecord): ActorData {
  switch (record.type) {
    case 'actor': return { ...data, actors: put<Actor>(data.actors, record) };
    case 'place': return { ...data, places: put<Place>(data.places, record) };
    case 'link': return { ...data, links: put<Link>(data.links, record) };
  }
}

/** Takes a record away; with an actor go the places that it holds and its links. */
export function withoutRecord({ actors, places, links }: ActorData, id: string): ActorData {
  return {
    actors: actors.filter((each) => each.id !== id),
    places: places.filter((each) => each.id !== id && each.holder !== id),
    links: links.filter((each) => each.id !== id && each.source !== id && each.target !== id),
  };
}
