/**
 * The collector: receives answers, keeps them in PGlite or PostgreSQL, exports them.
 *
 * ```ts
 * const collector = await createCollector({ folder: '.data' });
 * await collector.publish('numerique', definition);
 * const { url } = await collector.listen({ port: 8090 });
 * ```
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Territory } from '@assembleurs/commons/territory';
import { mel } from '@assembleurs/commons/territory/mel';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { purge } from './admin/retention.ts';
import type { Purged } from './admin/retention.ts';
import { adminRoutes } from './admin/routes.ts';
import { ensureToken, findCaller } from './admin/tokens.ts';
import { answerRoutes } from './answers/routes.ts';
import { answerWriter } from './answers/writer.ts';
import { apiRoutes } from './badge-api/api-routes.ts';
import { authorizePages } from './badge-api/authorize-pages.ts';
import { oauthRoutes } from './badge-api/oauth-routes.ts';
import { claimPages } from './badges/claim-pages.ts';
import { claimRoutes } from './badges/claim-routes.ts';
import { hostingRoutes } from './badges/hosting-routes.ts';
import { connect } from './database/connect.ts';
import { draftRoutes } from './drafts/routes.ts';
import { openApiDocument } from './http/openapi.ts';
import type { RateLimits } from './http/rate.ts';
import type { Route } from './http/route.ts';
import { serveRoutes } from './http/serve.ts';
import { aboutRoutes } from './http/about.ts';
import { createLog } from './log.ts';
import type { Logger } from './log.ts';
import { openMail } from './mail.ts';
import type { MailOptions } from './mail.ts';
import type { Services } from './services.ts';
import { definitionCache } from './surveys/definitions.ts';
import type { Published, SurveySettings } from './surveys/model.ts';
import { surveyRoutes } from './surveys/routes.ts';
import { originsOf, publishUnchecked } from './surveys/store.ts';
import { openLive } from './workspaces/live.ts';
import type { Live } from './workspaces/live.ts';
import { workspaceRoutes } from './workspaces/routes.ts';

export { FolderInUse } from './database/lock.ts';
export { createLog } from './log.ts';
export type { Published, SurveySettings } from './surveys/model.ts';

export interface CollectorOptions {
  /** `postgres://…`. Absent: PGlite in `folder`. */
  readonly databaseUrl?: string | undefined;
  /** The data folder, made when absent, for one process at a time. Neither this nor `databaseUrl`: nothing is kept (tests). */
  readonly folder?: string | undefined;
  /** The coordinator's token. Absent: one is made at the first start (`Collector.firstToken`). */
  readonly adminToken?: string | undefined;
  /** Web origins of the hub's own pages; `['*']` for any. */
  readonly origins?: readonly string[] | undefined;
  /** Path under which everything stands, `/collector` for instance. */
  readonly base?: string | undefined;
  /** The address that the world knows this collector by (with `base`). Needed to host badges: their addresses are inside what is signed. */
  readonly publicUrl?: string | undefined;
  /** By which SMTP server messages go (`smtps://account:secret@host`), and from whom. Needed for links to claim a badge. */
  readonly mail?: MailOptions | undefined;
  /** Requests a minute for one client, in this process; `false` for none. */
  readonly rates?: RateLimits | false | undefined;
  /** How many trusted proxies stand in front: the caller's address is then read from `X-Forwarded-For`. */
  readonly proxies?: number | undefined;
  /** The communes that may answer; the 95 of the MEL by default. */
  readonly territory?: Territory | undefined;
  readonly log?: Logger | undefined;
  readonly now?: (() => Date) | undefined;
}

export interface Collector {
  /** For tests, and for mounting in another Hono application. */
  readonly app: Hono;
  /** The coordinator's token, when this start made it. Show it to the person: only its hash is kept. */
  readonly firstToken: string | undefined;
  readonly database: 'pglite' | 'postgresql';
  /** Publishes a definition, as `PUT /surveys/{id}` does: nothing happens when it is already the current one. */
  publish(id: string, definition: unknown, settings?: SurveySettings): Promise<Published & { created: boolean }>;
  /** Removes what is past its time, as happens each hour by itself. */
  purge(): Promise<Purged>;
  /** Port 0: any free one. */
  listen(address?: { port?: number; host?: string }): Promise<{ url: string; port: number }>;
  /** Stops accepting, finishes what was begun (at most `graceMs`), closes the database. */
  close(graceMs?: number): Promise<void>;
}

const DEFAULT_RATES: RateLimits = { writes: 120, all: 1_200 };
const PURGE_EVERY_MS = 3_600_000;
const GRACE_MS = 10_000;

async function ownVersion(): Promise<string> {
  const file = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(file) as { version: string }).version;
}

/** Every route, also for the document that describes them. */
export function routeTable(services: Services, hubOrigins: readonly string[], live: Pick<Live, 'drop' | 'dropHolder'>): Route[] {
  const routes = [
    ...surveyRoutes(services), ...answerRoutes(services, { hubOrigins }), ...draftRoutes(services), ...adminRoutes(services, live),
    ...workspaceRoutes(services, live), ...hostingRoutes(services), ...claimRoutes(services), ...claimPages(services), ...oauthRoutes(services), ...authorizePages(services), ...apiRoutes(services),
  ];
  const all: Route[] = [...routes, ...aboutRoutes(services, () => openApiDocument(all, services.version))];
  return all;
}

function stop(server: Server, graceMs: number): Promise<void> {
  return new Promise((done) => {
    const late = setTimeout(() => {
      server.closeAllConnections();
    }, graceMs);
    server.close(() => {
      clearTimeout(late);
      done();
    });
    server.closeIdleConnections();
  });
}

export async function createCollector(options: CollectorOptions = {}): Promise<Collector> {
  const { origins = [], base = '', rates = DEFAULT_RATES, proxies = 0, now = () => new Date() } = options;
  const log = options.log ?? createLog('info');
  const connection = await connect({
    url: options.databaseUrl,
    folder: options.folder,
    onError: (err) => {
      log.error({ err }, 'database connection lost');
    },
  });
  const { database } = connection;
  const services: Services = {
    connection, database, now,
    definitions: definitionCache(database),
    writer: answerWriter(database),
    publicUrl: options.publicUrl?.replace(/\/+$/, ''),
    mail: options.mail && openMail(options.mail, log),
    territory: options.territory ?? mel(),
    version: await ownVersion(),
  };
  const firstToken = await ensureToken(database, options.adminToken);
  const live = openLive(services, log);
  const { app, stop: stopTimers } = serveRoutes(routeTable(services, origins, live), {
    base, log, rates, proxies,
    hubOrigins: origins,
    surveyOrigins: (survey) => originsOf(services, survey),
    authenticate: (token) => findCaller(database, token),
  });

  const clean = () => purge(services).then(
    (removed) => {
      if (removed.answers + removed.drafts + removed.claims > 0) log.info(removed, 'retention');
    },
    (err: unknown) => {
      log.error({ err }, 'retention failed');
    },
  );
  await clean();
  let cleaning = Promise.resolve();
  const timer = setInterval(() => {
    cleaning = clean();
  }, PURGE_EVERY_MS);
  timer.unref();

  let server: Server | undefined;
  let closing: Promise<void> | undefined;
  return {
    app: app as unknown as Hono,
    firstToken,
    database: connection.kind,
    publish: (id, definition, settings = {}) => publishUnchecked(services, id, definition, settings, 'fr'),
    purge: () => purge(services),
    listen: ({ port = 0, host = '127.0.0.1' } = {}) => new Promise((done, fail) => {
      const listening = createServer({ requestTimeout: 60_000 }, (request, response) => {
        void getRequestListener(app.fetch)(request, response);
      });
      live.attach(listening, base);
      listening.once('error', fail);
      listening.listen(port, host, () => {
        server = listening;
        const { port: actual } = listening.address() as AddressInfo;
        const name = host.includes(':') ? `[${host}]` : host;
        done({ port: actual, url: `http://${name}:${String(actual)}${base}` });
      });
    }),
    close: (graceMs = GRACE_MS) => closing ??= (async () => {
      clearInterval(timer);
      await live.close();
      if (server) await stop(server, graceMs);
      await services.mail?.close();
      stopTimers();
      await cleaning;
      await connection.close();
    })(),
  };
}
