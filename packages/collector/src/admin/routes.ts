import { desc, eq, lt } from 'drizzle-orm';
import * as z from 'zod';
import { adminTokens, audit, ROLES } from '../database/schema.ts';
import { Problem } from '../http/problems.ts';
import { route } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import type { Services } from '../services.ts';
import type { Live } from '../workspaces/live.ts';
import { record } from './audit.ts';
import { createToken } from './tokens.ts';

const BODY_LIMIT = 10_000;

const tokenSummary = z.object({ id: z.uuid(), role: z.enum(ROLES), label: z.string(), createdAt: z.iso.datetime() }).meta({ id: 'Token' });
const auditLine = z.object({
  seq: z.int(),
  at: z.iso.datetime(),
  actor: z.uuid().nullable(),
  act: z.string(),
  survey: z.string().nullable(),
  target: z.string().nullable(),
  count: z.int().nullable(),
}).meta({ id: 'AuditLine', description: 'Who of the hub did what; `actor` is a token’s id, null for the collector itself.' });

export function adminRoutes(services: Services, live: Pick<Live, 'dropHolder'>): Route[] {
  const { database, now } = services;
  return [
    route({
      method: 'get', path: '/admin/tokens', operationId: 'listTokens', access: 'coordinator',
      summary: 'The hub’s tokens, without the tokens themselves.',
      replies: { 200: { description: 'The tokens.', schema: z.object({ items: z.array(tokenSummary) }) } },
      problems: [],
    })(async () => {
      const rows = await database.select().from(adminTokens).orderBy(adminTokens.createdAt);
      return { status: 200, body: { items: rows.map(({ id, role, label, createdAt }) => ({ id, role, label, createdAt: createdAt.toISOString() })) } };
    }),

    route({
      method: 'post', path: '/admin/tokens', operationId: 'createToken', access: 'coordinator',
      summary: 'Makes a token. It is shown this once.',
      body: z.object({ role: z.enum(ROLES), label: z.string().trim().min(1).max(100) }),
      replies: { 201: { description: 'The token.', schema: z.object({ id: z.uuid(), token: z.string() }) } },
      problems: [],
    })(async ({ body, caller }) => {
      const { role, label } = await body(BODY_LIMIT);
      const created = await database.transaction(async (inside) => {
        const token = await createToken(inside, role, label.replaceAll('\0', ''));
        await record(inside, now(), { actor: caller.id, act: 'token-create', target: token.id });
        return token;
      });
      return { status: 201, body: created };
    }),

    route({
      method: 'delete', path: '/admin/tokens/{token}', operationId: 'withdrawToken', access: 'coordinator',
      summary: 'Withdraws a token: it stops working at once.',
      params: z.object({ token: z.uuid() }),
      replies: { 204: { description: 'Withdrawn.' } },
      problems: ['token-not-found', 'own-token'],
    })(async ({ params, caller }) => {
      if (params.token === caller.id) throw new Problem('own-token');
      await database.transaction(async (inside) => {
        const gone = await inside.delete(adminTokens).where(eq(adminTokens.id, params.token)).returning({ id: adminTokens.id });
        if (gone.length === 0) throw new Problem('token-not-found');
        await record(inside, now(), { actor: caller.id, act: 'token-withdraw', target: params.token });
      });
      await live.dropHolder(params.token);
      return { status: 204 };
    }),

    route({
      method: 'get', path: '/admin/audit', operationId: 'listAudit', access: 'coordinator',
      summary: 'What was published, exported, erased, newest first.',
      query: z.object({ before: z.coerce.number().int().positive().optional(), limit: z.coerce.number().int().min(1).max(500).default(100) }),
      replies: { 200: { description: 'Lines; `next` is the `before` of the following page.', schema: z.object({ items: z.array(auditLine), next: z.int().nullable() }) } },
      problems: [],
    })(async ({ query }) => {
      const rows = await database.select().from(audit)
        .where(query.before === undefined ? undefined : lt(audit.seq, query.before)).orderBy(desc(audit.seq)).limit(query.limit);
      return {
        status: 200,
        body: {
          items: rows.map(({ at, surveyId, ...line }) => ({ ...line, survey: surveyId, at: at.toISOString() })),
          next: rows.length === query.limit ? rows.at(-1)?.seq ?? null : null,
        },
      };
    }),
  ];
}
