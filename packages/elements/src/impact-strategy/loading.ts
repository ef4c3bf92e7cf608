/** Strategies that come from outside: the page's own file (`src`), a template, and how they are judged at the door. */
import type { Strategy } from '@assembleurs/commons/strategy';
import type { RecordId } from '@assembleurs/commons/record';
import { fetchJson, type FetchTrouble } from '../internal/fetch-json.ts';
import { newRecordId } from '../internal/record-id.ts';

/** What is wrong in a file, in sentences. */
export interface Refused {
  readonly problems: readonly string[];
}
export interface LoadTrouble {
  readonly trouble: FetchTrouble | 'module';
  readonly status?: number;
}
export type Loaded = { readonly strategy: Strategy } | Refused | LoadTrouble;

/** The reader with its schema comes when something is read. Never rejects. */
export async function judge(input: unknown, locale: string): Promise<Loaded> {
  try {
    const { readStrategy, problemText } = await import('@assembleurs/commons/strategy/read');
    const read = readStrategy(input, { id: newRecordId(), locale });
    return 'strategy' in read ? read : { problems: read.problems.map((problem) => problemText(problem, locale)) };
  } catch {
    return { trouble: 'module' };
  }
}

/** Never rejects. */
export async function fetchStrategy(src: string, locale: string): Promise<Loaded> {
  const fetched = await fetchJson(src);
  return 'json' in fetched ? judge(fetched.json, locale) : { trouble: fetched.trouble, ...(fetched.status === undefined ? {} : { status: fetched.status }) };
}

/** In a workspace, people who begin from one template apart must not get it twice: there its names are always the same. */
function sameNames(): () => RecordId {
  let count = 0;
  return () => {
    count += 1;
    return `urn:uuid:00000000-0000-5000-8000-${(0x737472000000 + count).toString(16)}`;
  };
}

/** Never rejects. */
export async function loadTemplate(template: 'programme' | 'guided', locale: string, shared: boolean): Promise<Loaded> {
  try {
    const { strategyTemplate } = await import('@assembleurs/commons/content/strategy');
    return { strategy: strategyTemplate(template, { newId: shared ? sameNames() : newRecordId, locale }) };
  } catch {
    return { trouble: 'module' };
  }
}
