/** A real collector for tests: in-memory PGlite, or a database of its own on the PostgreSQL that DATABASE_URL names. */
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { createCollector, createLog } from '../index.ts';
import type { Collector, CollectorOptions, SurveySettings } from '../index.ts';

export const serverUrl = process.env['DATABASE_URL'] || undefined;

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** An empty database on the server, and what removes it. */
export async function emptyDatabase(url: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `asb_${randomBytes(6).toString('hex')}`;
  await onServer(url, `create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => onServer(url, `drop database ${name} with (force)`) };
}

export const ADMIN = 'test-token-of-the-coordination-0001';

export const definition = {
  version: '1',
  title: { fr: 'Essai', en: 'Trial' },
  pages: [{
    name: 'p1',
    elements: [
      { type: 'text', name: 'nom', title: { fr: 'Nom du service', en: 'Service name' }, isRequired: true },
      { type: 'radiogroup', name: 'lieu', title: 'Lieu', choices: [{ value: 'oui', text: { fr: 'Oui', en: 'Yes' } }, { value: 'non', text: { fr: 'Non', en: 'No' } }] },
      { type: 'text', name: 'combien', inputType: 'number', title: 'Combien', min: 0, visibleIf: "{lieu} = 'oui'" },
      { type: 'checkbox', name: 'publics', title: 'Publics', choices: ['jeunes', 'actifs', 'seniors'] },
      { type: 'comment', name: 'libre', title: 'Remarques' },
    ],
  }],
};

export interface Call {
  readonly body?: unknown;
  /** Sent as it is, instead of `body`. */
  readonly raw?: BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: string;
  readonly language?: string;
}

export interface Trial {
  readonly collector: Collector;
  /** Its own database, when it is on a server. */
  readonly databaseUrl: string | undefined;
  /** Every log line so far. */
  readonly log: string[];
  call(method: string, path: string, call?: Call): Promise<Response>;
  /** Publishes the test definition under a new id. */
  survey(settings?: SurveySettings, changes?: Record<string, unknown>): Promise<string>;
  send(survey: string, answers: Record<string, unknown>, more?: { key?: string; language?: string; body?: Record<string, unknown>; headers?: Record<string, string> }): Promise<Response>;
  close(): Promise<void>;
}

export async function openTrial(options: CollectorOptions = {}): Promise<Trial> {
  const database = serverUrl === undefined ? undefined : await emptyDatabase(serverUrl);
  const log: string[] = [];
  const collector = await createCollector({
    databaseUrl: database?.url,
    adminToken: ADMIN,
    rates: false,
    log: createLog('debug', { write: (line) => void log.push(line) }),
    ...options,
  });
  const call: Trial['call'] = async (method, path, { body, raw, headers = {}, token, language } = {}) => {
    const content = raw ?? (body === undefined ? null : JSON.stringify(body));
    return collector.app.request(path, {
      method,
      body: content,
      ...(content instanceof ReadableStream && { duplex: 'half' }),
      headers: {
        ...(content !== null && { 'Content-Type': 'application/json' }),
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...(language !== undefined && { 'Accept-Language': language }),
        ...headers,
      },
    });
  };
  return {
    collector, log, call, databaseUrl: database?.url,
    survey: async (settings = {}, changes = {}) => {
      const id = `s-${randomBytes(4).toString('hex')}`;
      await collector.publish(id, { ...definition, ...changes }, settings);
      return id;
    },
    send: (survey, answers, { key = randomUUID(), language, body = {}, headers = {} } = {}) =>
      call('POST', `/surveys/${survey}/answers`, {
        body: { survey: null, definitionVersion: null, locale: 'fr', commune: '59350', answers, ...body },
        headers: { 'Idempotency-Key': key, ...headers },
        ...(language !== undefined && { language }),
      }),
    close: async () => {
      await collector.close();
      await database?.drop();
    },
  };
}

/** What tests read of a problem. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: { pointer: string; path: string; code: string; detail: string }[];
}
export const json = async <T>(response: Response | Promise<Response>): Promise<T> => await (await response).json() as T;
