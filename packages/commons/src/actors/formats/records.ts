/** Our own records: `{ actors, places, links }`, or a workspace's file. One that is not valid is left out, and told. */
import { soundCopy } from '../../record/sound.ts';
import { Actor, Link, Place } from '../model.ts';
import type { ActorData } from '../model.ts';
import { readActor, readLink, readPlace } from '../read.ts';
import type { Problem, ReadOptions, RecordResult } from '../read.ts';
import { capped } from './capped.ts';
import { formatText } from './messages.ts';

export interface RecordLists {
  readonly actors?: unknown;
  readonly places?: unknown;
  readonly links?: unknown;
  /** A workspace's file holds them all in one list, among records of other natures. */
  readonly records?: unknown;
}

/** Whether it holds our records, and is nothing else that we read. */
export function isRecordLists(value: unknown): value is RecordLists {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { type, actors, places, links, records } = value as RecordLists & { readonly type?: unknown };
  if (type === 'FeatureCollection' || type === 'Feature') return false;
  return [actors, places, links].some((list) => Array.isArray(list)) || (Array.isArray(records) && records.some((record) => listOf(record) !== undefined));
}

const LISTS = ['actors', 'places', 'links'] as const;
type ListName = (typeof LISTS)[number];

/** Which list a record belongs to. */
function listOf(record: unknown): ListName | undefined {
  const type: unknown = typeof record === 'object' && record !== null && 'type' in record ? record.type : undefined;
  return LISTS.find((name) => name === `${String(type)}s`);
}

/** Each record with where it stands. */
function itemsOf(lists: RecordLists, name: ListName): (readonly [item: unknown, path: string])[] {
  const all = (list: unknown, from: string): (readonly [unknown, string])[] =>
    (Array.isArray(list) ? (list as readonly unknown[]) : []).map((item, index) => [item, `${from}[${String(index)}]`] as const);
  return [...all(lists[name], name), ...all(lists.records, 'records').filter(([item]) => listOf(item) === name)];
}

/**
 * Every valid record, as a copy: what stood behind it may change. What is not plain JSON (a date, a member that is undefined) is read as its
 * JSON says.
 * @throws what JSON.stringify throws: records that hold themselves
 */
export function readRecords(lists: RecordLists, options: ReadOptions): { readonly data: ActorData; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const all = <T>(name: ListName, model: Parameters<typeof soundCopy<T>>[0], read: (item: unknown, options: ReadOptions) => RecordResult<T>): T[] => {
    const records: T[] = [];
    for (const [item, at] of itemsOf(lists, name)) {
      const sound = soundCopy(model, item);
      const result = sound === undefined ? read(asJson(item), options) : { record: sound };
      if ('record' in result) records.push(result.record);
      else problems.push(...result.error.map(({ path, text }) => ({ path: `${at}${path === '' ? '' : `.${path}`}`, text })));
    }
    return records;
  };
  const data = { actors: all('actors', Actor, readActor), places: all('places', Place, readPlace), links: all('links', Link, readLink) };
  const others = Array.isArray(lists.records) ? lists.records.filter((record) => listOf(record) === undefined).length : 0;
  if (others > 0) problems.push({ path: 'records', text: formatText('otherRecords', options.locale, { count: others }) });
  return { data, problems: capped(problems, options.locale) };
}

function asJson(value: unknown): unknown {
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined ? null : JSON.parse(text);
}
