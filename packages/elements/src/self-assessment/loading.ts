/** The grid, the communes, the files that a person opens: each read at the door, with a sentence when it cannot be. */
import type { Assessment, Grid } from '@assembleurs/commons/assessment';
import { isRecordId, type RecordId } from '@assembleurs/commons/record';
import { fetchJson } from '../internal/fetch-json.ts';
import type { AssessmentKey } from './messages/fr.ts';

export interface Problem {
  readonly path: string;
  readonly text: string;
}

export type LoadedGrid = { readonly grid: Grid } | { readonly failure: Extract<AssessmentKey, `fail${string}`>; readonly details: readonly Problem[]; readonly status?: number };

const FAILURES = { address: 'failAddress', network: 'failNetwork', status: 'failStatus', json: 'failJson' } as const;

/** The grid given by the page, else behind `src`, else the coordination grid. Never rejects. */
export async function loadGrid({ grid, src }: { readonly grid: unknown; readonly src: string }, locale: string): Promise<LoadedGrid> {
  try {
    if ((grid === undefined || grid === null) && !src) return { grid: (await import('@assembleurs/commons/content/coordination-grid')).coordinationGrid() };
    const [answer, { readGrid }] = await Promise.all([grid === undefined || grid === null ? fetchJson(src) : { json: grid }, import('@assembleurs/commons/assessment/read-grid')]);
    if ('trouble' in answer) return { failure: FAILURES[answer.trouble], details: [{ path: '', text: answer.detail }], ...(answer.status === undefined ? {} : { status: answer.status }) };
    const read = readGrid(answer.json, locale);
    return 'problems' in read ? { failure: 'failGrid', details: read.problems } : { grid: read.grid };
  } catch {
    return { failure: 'failScript', details: [] };
  }
}

/** An assessment out of anything: text, parsed JSON. Rejects when that part of the script cannot be loaded. */
export async function readRecord(input: unknown, grid: Grid, locale: string): Promise<{ readonly assessment: Assessment } | { readonly problems: readonly Problem[] }> {
  const [{ readAssessment }, { assessmentText }] = await Promise.all([import('@assembleurs/commons/assessment/read'), import('@assembleurs/commons/assessment/messages')]);
  const read = readAssessment(input, locale);
  if ('problems' in read || read.assessment.grid.id === grid.id) return read;
  return { problems: [{ path: 'grid.id', text: assessmentText('otherGrid', locale, { value: read.assessment.grid.id, own: grid.id }) }] };
}

export interface SurveyFile {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly from: RecordId[];
  /** INSEE code, when the answers say it. */
  readonly commune: string;
}

/** What <asb-survey> saves (`{ answers }`), or the answers alone; undefined for anything else. */
export function readSurvey(json: unknown): SurveyFile | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  const { answers = json, id } = json as { answers?: unknown; id?: unknown };
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers) || 'type' in json) return undefined;
  const said = answers as Record<string, unknown>;
  if (Object.keys(said).length === 0) return undefined;
  return { answers: said, from: isRecordId(id) ? [id] : [], commune: typeof said['commune'] === 'string' ? said['commune'] : '' };
}

export type Communes = readonly { readonly code: string; readonly name: string; readonly population: number | undefined }[];

/** The communes that are known without asking anybody; none when that part cannot be loaded. */
export async function loadCommunes(): Promise<Communes> {
  try {
    return (await import('@assembleurs/commons/territory/mel')).mel().communes;
  } catch {
    return [];
  }
}

/** Titles of the questionnaire's questions, by name, to say where a level comes from. */
export async function loadTitles(say: (text: unknown) => string): Promise<ReadonlyMap<string, string>> {
  try {
    const { communeSurvey } = await import('@assembleurs/commons/content/commune-survey');
    return new Map(communeSurvey.pages.flatMap(({ elements = [] }) => elements.map((each) => [each.name, say(each['title'])] as const)));
  } catch {
    return new Map();
  }
}
