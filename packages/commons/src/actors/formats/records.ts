/** Our own records: `{ actors, places, links }`. One that is not valid is left out, and told. */
import { soundCopy } from '../../record/sound.ts';
import { Actor, Link, Place } from '../model.ts';
import type { ActorData } from '../model.ts';
import { readActor, readLink, readPlace } from '../read.ts';
import type { Problem, ReadOptions, RecordResult } from '../read.ts';
import { capped } from './capped.ts';

export interface RecordLists {
  readonly actors?: unknown;
  readonly places?: unknown;
  readonly links?: unknown;
}

/** Whether it holds our records, and is nothing else that we read. */
export function isRecordLists(value: unknown): value is RecordLists {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { type, actors, places, links } = value as RecordLists & { readonly type?: unknown };
  return type !== 'FeatureCollection' && type !== 'Feature' && [actors, places, links].some((list) => Array.isArray(list));
}

/**
 * Every valid record, as a copy: what stood behind it may change. What is not plain JSON (a date, a member that is undefined) is read as its
 * JSON says.
 * @throws what JSON.stringify throws: records that hold themselves
 */
export function readRecords(lists: RecordLists, options: ReadOptions): { readonly data: ActorData; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const all = <T>(name: keyof RecordLists, model: Parameters<typeof soundCopy<T>>[0], read: (item: unknown, options: ReadOptions) => RecordResult<T>): T[] => {
    const list = lists[name];
    const records: T[] = [];
    (Array.isArray(list) ? (list as readonly unknown[]) : []).forEach((item, index) => {
      const sound = soundCopy(model, item);
      const result = sound === undefined ? read(asJson(item), options) : { record: sound };
      if ('record' in result) records.push(result.record);
      else problems.push(...result.error.map(({ path, text }) => ({ path: `${name}[${String(index)}]${path === '' ? '' : `.${path}`}`, text })));
    });
    return records;
  };
  const data = { actors: all('actors', Actor, readActor), places: all('places', Place, readPlace), links: all('links', Link, readLink) };
  return { data, problems: capped(problems, options.locale) };
}

function asJson(value: unknown): unknown {
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined ? null : JSON.parse(text);
}
