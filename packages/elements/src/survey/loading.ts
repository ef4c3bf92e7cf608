import type { DefinitionProblem, SurveyDefinition } from '@assembleurs/commons/survey';
import { loadKinds } from '@assembleurs/commons/survey/core';
import { frameDefinition, type ParsedDefinition } from '@assembleurs/commons/survey/definition/frame';
import type { CSSResult } from 'lit';
import { fetchJson } from '../internal/fetch-json.ts';
import { loadDrawers, type TerritoryLookup } from './fields/index.ts';
import type { SurveyKey } from './words.ts';

/** Why no survey can be shown: a message of the catalogue, and for whoever wrote the definition, paths and texts. */
export interface LoadFailure {
  readonly key: Extract<SurveyKey, `fail${string}`>;
  readonly status?: number;
  readonly details: readonly { readonly path: string; readonly text: string }[];
}

/** `json`: as it came, for `checkDefinition`. `drawers` rejects when what draws its questions could not be loaded. */
export type Loaded =
  | { readonly definition: SurveyDefinition; readonly problems: readonly DefinitionProblem[]; readonly json: unknown; readonly drawers: Promise<CSSResult | undefined> }
  | { readonly failure: LoadFailure };

/** A territory, or the sentence that says why there is none. */
export interface LoadedTerritory extends TerritoryLookup {
  lookUp(code: string, locale?: string): { readonly commune: { readonly code: string } } | { readonly error: string };
}

const fail = (key: LoadFailure['key'], details: LoadFailure['details'] = [], status?: number): { failure: LoadFailure } =>
  ({ failure: { key, details, ...(status === undefined ? {} : { status }) } });

type Fetched = { readonly json: unknown } | { readonly failure: LoadFailure };

async function fetched(address: string): Promise<Fetched> {
  const answer = await fetchJson(address);
  if ('json' in answer) return answer;
  const keys = { address: 'failAddress', network: 'failNetwork', status: 'failStatus', json: 'failJson' } as const;
  return fail(keys[answer.trouble], [{ path: '', text: answer.detail }], answer.status);
}

function parsed(text: string): Fetched {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch (error) {
    return fail('failJson', [{ path: '', text: String(error) }]);
  }
}

/** `<script type="application/json">` in the light DOM. */
const inPage = (host: Element): string | null => host.querySelector(':scope > script[type="application/json"]')?.textContent ?? null;

/** Values that are looked at for their types; a definition that holds more is refused when it is read. */
const MOST_VALUES = 500_000;

/** Every word that may name a type of question, so that what draws it is asked for at once. Reads what nobody has checked yet. */
function typesIn(json: unknown): Set<string> {
  const found = new Set<string>();
  const left = [json];
  for (let seen = 0; left.length > 0 && seen < MOST_VALUES; seen += 1) {
    const value = left.pop();
    if (Array.isArray(value)) for (const item of value as unknown[]) left.push(item);
    else if (typeof value === 'object' && value !== null) {
      const record = value as Readonly<Record<string, unknown>>;
      for (const name in record) {
        const inner = record[name];
        if (typeof inner === 'object') left.push(inner);
        else if (typeof inner === 'string' && (name === 'type' || name === 'cellType' || name === 'inputType')) found.add(inner);
      }
    }
  }
  return found;
}

/** The definition, bounded and brought to pages, and what holds its answers; what draws its questions is on its way. */
export async function loadDefinition(host: Element, source: { definition: unknown; src: string; locale: string }): Promise<Loaded> {
  const found = await findDefinition(host, source);
  if ('failure' in found) return found;
  const { json } = found;
  const types = typesIn(json);
  // Both are asked for before the definition is read, which takes as long as they do.
  const drawers = loadDrawers(types);
  drawers.catch(() => undefined); // told of by whoever waits for it
  const kinds = loadKinds(types).then(() => true, () => false);
  const read = await readWithWords(json, source.locale);
  if ('error' in read) return fail('failDefinition', read.error);
  return (await kinds) ? { ...read, json, drawers } : fail('failNetwork');
}

/** Most definitions are sound: the sentences that say what is wrong come for the others. */
async function readWithWords(json: unknown, locale: string): Promise<ParsedDefinition> {
  const read = frameDefinition(json, { locale, say: () => '' });
  if ('definition' in read && read.problems.length === 0) return read;
  try {
    return (await import('@assembleurs/commons/survey/definition/read')).readDefinition(json, { locale });
  } catch {
    return read; // the paths alone
  }
}

/** The definition: the property's, else behind `src`, else written in the page, else the questionnaire to the communes. */
async function findDefinition(host: Element, { definition, src }: { definition: unknown; src: string }): Promise<Fetched> {
  if (definition !== undefined && definition !== null) return { json: definition };
  if (src) return fetched(src);
  // The parser may not have come to the children yet.
  if (document.readyState === 'loading') await new Promise((done) => { document.addEventListener('DOMContentLoaded', done, { once: true }); });
  const text = inPage(host);
  if (text !== null) return parsed(text);
  try {
    return { json: (await import('@assembleurs/commons/content/commune-survey')).communeSurvey };
  } catch {
    return fail('failNetwork');
  }
}

/** The communes behind an address, or the 95 of the Métropole européenne de Lille; undefined when they could not be read. */
export async function loadTerritory(address: string, locale: string): Promise<LoadedTerritory | readonly { path: string; text: string }[]> {
  try {
    if (!address) return (await import('@assembleurs/commons/territory/mel')).mel();
    const [answer, { readTerritory }] = await Promise.all([fetched(address), import('@assembleurs/commons/territory')]);
    if ('failure' in answer) return answer.failure.details;
    const read = readTerritory(answer.json, { locale });
    return 'error' in read ? read.error : read.territory;
  } catch {
    return [{ path: '', text: address }];
  }
}
