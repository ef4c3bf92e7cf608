/** What happened to an actor, its places and its links, as they are changed here: when, by which function or service, which fields. */
import type { Actor, ActorData, ActorRecord, HistoryEntry } from './model.ts';

/** More than this nobody reads. */
const MOST = 50;
/** An import that touches more actors is no story of each of them. */
const MOST_ACTORS = 200;

const SILENT: ReadonlySet<string> = new Set(['id', 'type', 'version', 'derivedFrom', 'history', 'updatedAt', 'date_maj']);

export interface Moment {
  /** `2026-11-27` */
  readonly day: string;
  /** A function or a service; empty when nobody said. */
  readonly by: string;
}

type Note = Pick<HistoryEntry, 'what' | 'did' | 'name' | 'fields'>;

const fieldsOf = (before: ActorRecord, after: ActorRecord): string[] => {
  const [a, b] = [before as Readonly<Record<string, unknown>>, after as Readonly<Record<string, unknown>>];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => !SILENT.has(name) && a[name] !== b[name] && JSON.stringify(a[name]) !== JSON.stringify(b[name]));
};

/** Each record that came, went or changed; records are never changed in place. */
function* changesIn<Kind extends ActorRecord>(before: readonly Kind[], after: readonly Kind[]): Generator<{ readonly was: Kind | undefined; readonly is: Kind | undefined; readonly fields: readonly string[] }> {
  const old = new Map(before.map((each) => [each.id, each]));
  for (const is of after) {
    const was = old.get(is.id);
    old.delete(is.id);
    if (was === is) continue;
    const fields = was ? fieldsOf(was, is) : [];
    if (!was || fields.length > 0) yield { was, is, fields };
  }
  for (const was of old.values()) yield { was, is: undefined, fields: [] };
}

function notesOf(before: ActorData, after: ActorData): ReadonlyMap<string, readonly Note[]> {
  const notes = new Map<string, Note[]>();
  const note = (actor: string | undefined, one: Note): void => { if (actor !== undefined) notes.set(actor, [...(notes.get(actor) ?? []), one]); };
  const did = (was: unknown, is: unknown): Note['did'] => (!was ? 'added' : !is ? 'removed' : 'changed');
  const names = new Map([...before.actors, ...after.actors].map(({ id, name }) => [id, name]));
  for (const { was, is, fields } of changesIn(before.actors, after.actors)) if (is) note(is.id, { what: 'actor', did: did(was, is), name: '', fields: [...fields] });
  for (const { was, is, fields } of changesIn(before.places, after.places)) note((is ?? was)?.holder, { what: 'place', did: did(was, is), name: (is ?? was)?.nom ?? '', fields: [...fields] });
  for (const { was, is, fields } of changesIn(before.links, after.links)) {
    const { source, target } = (is ?? was) ?? {};
    for (const [end, other] of [[source, target], [target, source]] as const) note(end, { what: 'link', did: did(was, is), name: names.get(other ?? '') ?? '', fields: [...fields] });
  }
  return notes;
}

const sameNote = (a: Note, b: Note): boolean => a.what === b.what && a.did === b.did && a.name === b.name;

/** The last entry grows when the same thing is done again the same day by the same people. */
function withNote(history: readonly HistoryEntry[], note: Note, { day, by }: Moment): HistoryEntry[] {
  const last = history.at(-1);
  if (last?.day === day && last.by === by && sameNote(last, note)) return [...history.slice(0, -1), { ...last, fields: [...new Set([...last.fields, ...note.fields])] }];
  return [...history, { day, by, ...note }].slice(-MOST);
}

/** The data after a change, with what happened noted in each actor that it is about. */
export function withHistory(before: ActorData, after: ActorData, moment: Moment): ActorData {
  const notes = notesOf(before, after);
  if (notes.size === 0 || notes.size > MOST_ACTORS) return after;
  const actors = after.actors.map((actor): Actor => {
    const mine = notes.get(actor.id);
    return mine ? { ...actor, history: mine.reduce<readonly HistoryEntry[]>((history, note) => withNote(history, note, moment), actor.history ?? []) as HistoryEntry[] } : actor;
  });
  return { ...after, actors };
}
