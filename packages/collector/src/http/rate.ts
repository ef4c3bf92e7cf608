/** How often one client may call, in this process. The address is only a key in memory, salted anew at each start. */
import { createHmac, randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { MemoryStore, rateLimiter } from 'hono-rate-limiter';
import { Problem } from './problems.ts';

export interface RateLimits {
  /** Requests a minute that write (answers, drafts, what the hub changes). A town hall shares one address. */
  readonly writes: number;
  /** Requests a minute of any kind. */
  readonly all: number;
}

const WINDOW_MS = 60_000;

/** The caller's address. Behind `proxies` trusted proxies, the entry that the outermost of them added. */
function address(context: Context, proxies: number): string {
  if (proxies > 0) {
    const hops = (context.req.header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
    const client = hops.at(-proxies);
    if (client) return client;
  }
  try {
    return getConnInfo(context).remote.address ?? 'unknown';
  } catch {
    return 'unknown'; // not behind a socket: `app.request()`
  }
}

/** Whoever has one IPv6 address has the 2⁶⁴ of its network: they count as one client. */
export function clientOf(found: string): string {
  if (!isIPv6(found)) return found;
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(found) ?? [];
  if (mapped !== undefined) return mapped;
  const [head = '', tail] = found.toLowerCase().split('%')[0]?.split('::') ?? [];
  const groups = head.split(':').filter((group) => group !== '');
  // `::` stands for as many zeros as are missing; a dotted end is two groups.
  const after = (tail ?? '').split(':').filter((group) => group !== '').flatMap((group) => (group.includes('.') ? ['0', '0'] : [group]));
  const zeros = Array.from({ length: tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length) }, () => '0');
  return `${[...groups, ...zeros, ...after].slice(0, 4).map((group) => parseInt(group, 16).toString(16)).join(':')}::/64`;
}

export interface Limiter {
  readonly middleware: MiddlewareHandler;
  stop(): void;
}

/** Answers 429 with `Retry-After` beyond `limit` requests a minute. */
export function limiter(limit: number, proxies: number, applies: (context: Context) => boolean, answer: (problem: Problem, context: Context) => Response): Limiter {
  const salt = randomBytes(16);
  const store = new MemoryStore();
  return {
    middleware: rateLimiter({
      windowMs: WINDOW_MS,
      limit,
      standardHeaders: 'draft-7',
      store,
      skip: (context) => !applies(context),
      keyGenerator: (context) => createHmac('sha256', salt).update(clientOf(address(context, proxies))).digest('base64url'),
      handler: (context) => {
        const seconds = Number(context.res.headers.get('Retry-After') ?? WINDOW_MS / 1_000);
        const response = answer(new Problem('too-many', { count: seconds }), context);
        response.headers.set('Retry-After', String(seconds));
        return response;
      },
    }),
    stop: () => {
      store.shutdown();
    },
  };
}
