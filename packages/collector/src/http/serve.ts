/** Runs a route table on Hono: limits, languages, access, replies, problems, logs. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Role } from '../database/schema.ts';
import type { Logger } from '../log.ts';
import { bearer } from './bearer.ts';
import { crossOrigin } from './cors.ts';
import { languageOf } from './language.ts';
import { readJson } from './limits.ts';
import { check, Problem } from './problems.ts';
import { routeFinder } from './matching.ts';
import { limiter } from './rate.ts';
import type { RateLimits } from './rate.ts';
import type { AnyReply, Caller, Input, Route, RouteDocument } from './route.ts';

export interface ServeOptions {
  /** Path under which everything stands: empty, or `/collector`. */
  readonly base: string;
  readonly log: Logger;
  readonly hubOrigins: readonly string[];
  readonly surveyOrigins: (survey: string) => Promise<readonly string[] | undefined>;
  readonly rates: RateLimits | false;
  readonly proxies: number;
  /** The caller behind a hub token. */
  readonly authenticate: (token: string) => Promise<Caller | undefined>;
}

interface Env {
  Variables: {
    /** The route's template: what a log may say of an address. */
    route: string;
    /** The policy of a page, instead of that of data. */
    policy: string | undefined;
  };
}

const WRITES: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const RANK: Record<Role, number> = { reader: 1, coordinator: 2 };

/** Who calls, when the route asks for it. */
async function admit(document: RouteDocument, context: Context, options: ServeOptions): Promise<{ token: string; caller: Caller }> {
  const token = bearer(context) ?? '';
  const nobody: Caller = { id: '', role: 'reader' };
  if (document.access === 'public') return { token: '', caller: nobody };
  if (document.access === 'draft') {
    if (token === '') throw new Problem('draft-token-missing');
    return { token, caller: nobody };
  }
  const caller = token === '' ? undefined : await options.authenticate(token);
  if (!caller) throw new Problem('unauthorized');
  if (RANK[caller.role] < RANK[document.access]) throw new Problem('forbidden');
  return { token: '', caller };
}

function respond(reply: AnyReply): Response {
  const headers = new Headers(reply.headers);
  if (reply.raw !== undefined) return new Response(reply.raw, { status: reply.status, headers });
  if (reply.body === undefined) return new Response(null, { status: reply.status, headers });
  headers.set('Content-Type', 'application/json; charset=utf-8');
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  return new Response(JSON.stringify(reply.body), { status: reply.status, headers });
}

async function run({ document, handle }: Route, context: Context<Env>, options: ServeOptions): Promise<Response> {
  const language = languageOf(context.req.header('accept-language'));
  const { token, caller } = await admit(document, context, options);
  const input: Input<RouteDocument> = {
    params: document.params && check(document.params, context.req.param(), 'bad-parameter', language),
    query: document.query && check(document.query, context.req.query(), 'bad-parameter', language),
    body: async (limit) => document.body && check(document.body, await readJson(context.req.raw, limit, language), 'bad-body', language),
    language,
    token,
    caller,
    context,
  };
  const reply = await handle(input);
  context.set('policy', reply.headers?.['Content-Security-Policy']);
  return respond(reply);
}

/** The application, and what stops its timers. */
export function serveRoutes(routes: readonly Route[], options: ServeOptions): { app: Hono<Env>; stop: () => void } {
  const { base, log, rates, proxies } = options;
  const app = new Hono<Env>();
  const findRoute = routeFinder(routes, base);
  const answer = (problem: Problem, context: Context): Response =>
    problem.toResponse(languageOf(context.req.header('accept-language')), findRoute(context)?.refusals);

  app.use(async (context, next) => {
    const start = performance.now();
    await next();
    const policy = context.get('policy');
    if (policy !== undefined) context.res.headers.set('Content-Security-Policy', policy);
    log.info({
      method: context.req.method,
      route: context.get('route') as string | undefined ?? 'none',
      status: context.res.status,
      ms: Math.round(performance.now() - start),
    }, 'request');
  });
  app.use(secureHeaders({
    // Other sites' pages read these replies: CORS decides, not this header.
    crossOriginResourcePolicy: false,
    contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    xFrameOptions: 'DENY',
  }));
  app.use(crossOrigin(options, findRoute));
  const limiters = rates === false ? [] : [
    limiter(rates.all, proxies, () => true, answer),
    limiter(rates.writes, proxies, (context) => WRITES.has(context.req.method), answer),
  ];
  for (const { middleware } of limiters) app.use(middleware);

  for (const route of routes) {
    const { method, path } = route.document;
    app.on(method.toUpperCase(), base + path.replace(/\{(\w+)\}/g, ':$1'), (context) => {
      context.set('route', path);
      return run(route, context, options);
    });
  }
  app.notFound((context) => answer(new Problem('not-found'), context));
  app.onError((error, context) => {
    if (error instanceof Problem) return answer(error, context);
    log.error({ err: error, route: context.get('route') as string | undefined ?? 'none' }, 'failure');
    return answer(new Problem('failure'), context);
  });
  return {
    app,
    stop: () => {
      for (const each of limiters) each.stop();
    },
  };
}
