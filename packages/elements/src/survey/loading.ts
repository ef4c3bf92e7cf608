import type { DefinitionProblem, SurveyDefinition } from '@assembleurs/commons/survey';
import { loadKinds } from '@assembleurs/commons/survey/core';
import { readDefinition } from '@assembleurs/commons/survey/definition/read';
import { loadDrawers, type TerritoryLookup } from './fields/index.ts';
import type { SurveyKey } from './messages/survey.fr.ts';

/** Why no survey can be shown: a message of the catalogue, and for whoever wrote the definition, paths and texts. */
export interface LoadFailure {
  readonly key: Extract<SurveyKey, `fail${string}`>;
  readonly status?: number;
  readonly details: readonly { readonly path: string; readonly text: string }[];
}

/** `json`: what came from outside, still to be checked in full; absent for our own questionnaire. */
export type Loaded =
  | { readonly definition: SurveyDefinition; readonly problems: readonly DefinitionProblem[]; readonly json?: unknown }
  | { readonly failure: LoadFailure };

/** A territory, or the sentence that says why there is none. */
export interface LoadedTerritory extends TerritoryLookup {
  lookUp(code: string, locale?: string): { readonly commune: { readonly code: string } } | { readonly error: string };
}

const fail = (key: LoadFailure['key'], details: LoadFailure['details'] = [], status?: number): { failure: LoadFailure } =>
  ({ failure: { key, details, ...(status === undefined ? {} : { status }) } });

/** The address against the page's, when it is one that may be fetched. */
export function webAddress(address: string): string | undefined {
  try {
    const url = new URL(address, document.baseURI);
    return /^https?:$/.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

type Fetched = { readonly json: unknown } | { readonly failure: LoadFailure };

/** JSON behind an address; 30 s at most. Never throws. */
async function fetchJson(address: string): Promise<Fetched> {
  const url = webAddress(address);
  if (url === undefined) return fail('failAddress', [{ path: '', text: address }]);
  let text: string;
  try {
    const response = await fetch(url, { headers: { Accept: 'application/json' }, credentials: 'same-origin', signal: AbortSignal.timeout(30_000) });
    if (!response.ok) return fail('failStatus', [{ path: '', text: url }], response.status);
    text = await response.text();
  } catch {
    return fail('failNetwork', [{ path: '', text: url }]);
  }
  return parsed(text);
}

function parsed(text: string): Fetched {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch (error) {
    return fail('failJson', [{ path: '', text: String(error) }]);
  }
}

/** Bounded and brought to pages, which is all that drawing needs; see `checkDefinition` for the rest. */
function checked(json: unknown, locale: string): Loaded {
  const read = readDefinition(json, { locale });
  return 'error' in read ? fail('failDefinition', read.error) : { ...read, json };
}

/**
 * Everything that there is to say of a definition, property by property, for whoever wrote it. Loaded after the
 * questions show: the person who answers does not wait for it.
 */
export async function checkDefinition(json: unknown, locale: string): Promise<readonly DefinitionProblem[]> {
  try {
    const { parseDefinition } = await import('@assembleurs/commons/survey/definition');
    const read = parseDefinition(json, { locale });
    return 'error' in read ? read.error.map(({ path, text }) => ({ kind: 'invalid', path, name: path, text })) : read.problems;
  } catch {
    return []; // offline, or only this file was copied: what could be read shows all the same
  }
}

/** `<script type="application/json">` in the light DOM. */
const inPage = (host: Element): string | null => host.querySelector(':scope > script[type="application/json"]')?.textContent ?? null;

/** Every word that may name a type of question, so that what draws it is there before the first question shows. */
function typesIn(json: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(json)) for (const item of json) typesIn(item, found);
  else if (typeof json === 'object' && json !== null) {
    for (const [name, value] of Object.entries(json)) {
      if (typeof value !== 'string') typesIn(value, found);
      else if (name === 'type' || name === 'cellType' || name === 'inputType') found.add(value);
    }
  }
  return found;
}

/** The definition, once all that draws it is there. */
export async function loadDefinition(host: Element, source: { definition: unknown; src: string; locale: string }): Promise<Loaded> {
  const loaded = await findDefinition(host, source);
  if ('failure' in loaded) return loaded;
  try {
    const types = typesIn(loaded.definition);
    await Promise.all([loadKinds(types), loadDrawers(types)]);
    return loaded;
  } catch {
    return fail('failNetwork');
  }
}

/** The definition: the property's, else behind `src`, else written in the page, else the questionnaire to the communes. */
async function findDefinition(host: Element, { definition, src, locale }: { definition: unknown; src: string; locale: string }): Promise<Loaded> {
  if (definition !== undefined && definition !== null) return checked(definition, locale);
  if (src) {
    const fetched = await fetchJson(src);
    return 'failure' in fetched ? fetched : checked(fetched.json, locale);
  }
  // The parser may not have come to the children yet.
  if (document.readyState === 'loading') await new Promise((done) => { document.addEventListener('DOMContentLoaded', done, { once: true }); });
  const text = inPage(host);
  if (text !== null) {
    const read = parsed(text);
    return 'failure' in read ? read : checked(read.json, locale);
  }
  try {
    const { communeSurvey } = await import('@assembleurs/commons/content/commune-survey');
    return { definition: communeSurvey, problems: [] };
  } catch {
    return fail('failNetwork');
  }
}

/** The communes behind an address, or the 95 of the Métropole européenne de Lille; undefined when they could not be read. */
export async function loadTerritory(address: string, locale: string): Promise<LoadedTerritory | readonly { path: string; text: string }[]> {
  try {
    if (!address) return (await import('@assembleurs/commons/territory/mel')).mel();
    const [fetched, { readTerritory }] = await Promise.all([fetchJson(address), import('@assembleurs/commons/territory')]);
    if ('failure' in fetched) return fetched.failure.details;
    const read = readTerritory(fetched.json, { locale });
    return 'error' in read ? read.error : read.territory;
  } catch {
    return [{ path: '', text: address }];
  }
}
