/** The page's file, what is kept, the files that a person opens: each read at the door, with a sentence when it cannot be. */
import type { ActorData } from '@assembleurs/commons/actors';
import type { FileRead } from '@assembleurs/commons/actors/formats/any';
import type { Territory } from '@assembleurs/commons/territory';
import { newRecordId } from '../internal/record-id.ts';
import { webAddress } from '../internal/web-address.ts';
import type { ActorMapKey } from './messages/fr.ts';

export interface Problem {
  readonly path: string;
  readonly text: string;
  readonly line?: number | undefined;
}

export interface Failure {
  readonly failure: Extract<ActorMapKey, `fail${string}`>;
  readonly details: readonly Problem[];
  readonly status?: number;
}

/** More than the whole country's places weigh. */
const MAX_BYTES = 80_000_000;

/** Bytes behind an address that the page itself names; 30 s at most. */
async function fetchBytes(address: string): Promise<Uint8Array | Failure> {
  const url = webAddress(address);
  if (url === undefined) return { failure: 'failAddress', details: [{ path: '', text: address }] };
  try {
    const response = await fetch(url, { credentials: 'same-origin', signal: AbortSignal.timeout(30_000) });
    if (!response.ok) return { failure: 'failStatus', details: [{ path: '', text: url }], status: response.status };
    return new Uint8Array(await response.arrayBuffer());
  } catch {
    return { failure: 'failNetwork', details: [{ path: '', text: url }] };
  }
}

/** What a file says, whatever its format; a commune that it only names is found in the territory. Rejects when that part of the script cannot be loaded. */
export async function readBytes(bytes: Uint8Array, locale: string, territory: Territory): Promise<FileRead> {
  const { decodeText } = await import('@assembleurs/commons/actors/formats/any');
  return readText(decodeText(bytes), locale, territory);
}

async function readText(text: string, locale: string, territory: Territory): Promise<FileRead> {
  const [{ readActorFile }, { withCommunes }] = await Promise.all([import('@assembleurs/commons/actors/formats/any'), import('@assembleurs/commons/actors/communes')]);
  const read = readActorFile(text, { newId: newRecordId, locale });
  if (!('data' in read)) return read;
  const { data, problems } = withCommunes(read.data, territory, { locale });
  return { ...read, data, problems: [...read.problems, ...problems] };
}

export interface Loaded {
  readonly data: ActorData;
  readonly problems: readonly Problem[];
  /** What version 0.1 of the standard said and the current one does not. */
  readonly losses: Losses;
}

export type Losses = Extract<FileRead, { losses: unknown }>['losses'];

/** The page's file as actors. Never rejects. A table of somebody's own is read as its columns are guessed. */
export async function loadSource(address: string, territory: Territory, locale: string): Promise<Loaded | Failure> {
  const bytes = await fetchBytes(address);
  if (!(bytes instanceof Uint8Array)) return bytes;
  if (bytes.length > MAX_BYTES) return { failure: 'failFile', details: [{ path: '', text: address }] };
  try {
    const read = await readBytes(bytes, locale, territory);
    if ('error' in read) return { failure: 'failFile', details: read.error };
    if (read.format !== 'free') return { data: await withHolders(read.data), problems: read.problems, losses: read.losses };
    const { guessActorColumns, readActorTable } = await import('@assembleurs/commons/actors/formats/free-csv');
    const uses = guessActorColumns(read.table, territory).map(({ use }) => use);
    const { actors, problems } = readActorTable(read.table, uses, { newId: newRecordId, territory, locale });
    return actors.length === 0 ? { failure: 'failFile', details: problems } : { data: { actors, places: [], links: [] }, problems, losses: [] };
  } catch {
    return { failure: 'failScript', details: [] };
  }
}

/** An actor for each place that nobody holds: a file of the national standard knows places only, and links go from actor to actor. */
export async function withHolders(data: ActorData): Promise<ActorData> {
  if (data.places.every(({ holder }) => holder !== undefined)) return data;
  const actors = await import('@assembleurs/commons/actors');
  return actors.withHolders(data, newRecordId);
}

/** What reads records: asked for while the territory comes. */
export const records = (): Promise<typeof import('@assembleurs/commons/actors/formats/records')> => import('@assembleurs/commons/actors/formats/records');

/** A value that the page or this device gives: records, or their text. Rejects when that part of the script cannot be loaded. */
export async function readValue(input: unknown, locale: string, territory: Territory): Promise<Loaded | { readonly problems: readonly Problem[] }> {
  const { isRecordLists, readRecords } = await records();
  // Records as they are: neither text nor tables to understand.
  if (isRecordLists(input)) {
    const { data, problems } = readRecords(input, { locale });
    return { data: await withHolders(data), problems, losses: [] };
  }
  const read = await readText(typeof input === 'string' ? input : JSON.stringify(input), locale, territory);
  if ('error' in read) return { problems: read.error };
  if (read.format === 'free') return { problems: [] };
  return { data: await withHolders(read.data), problems: read.problems, losses: read.losses };
}

/** Records that wait for a decision, as the device kept them; those that can be read. */
export async function readWaiting(kept: unknown, locale: string): Promise<ActorData> {
  const waiting = typeof kept === 'object' && kept !== null && 'waiting' in kept ? kept.waiting : undefined;
  const { isRecordLists, readRecords } = await records();
  return isRecordLists(waiting) ? readRecords(waiting, { locale }).data : { actors: [], places: [], links: [] };
}

/** The territory that is known without asking anybody. */
export async function loadTerritory(): Promise<Territory> {
  return (await import('@assembleurs/commons/territory/mel')).mel();
}
