/** What the collector says of itself. */
import * as z from 'zod';
import type { Services } from '../services.ts';
import { Problem } from './problems.ts';
import { route } from './route.ts';
import type { Route } from './route.ts';

const DOCUMENT = 'openapi.json';

export function aboutRoutes({ connection, version }: Services, document: () => unknown): Route[] {
  return [
    route({
      method: 'get', path: '/', operationId: 'about', access: 'public',
      summary: 'What this is.',
      replies: { 200: { description: 'Its name, version, and where its documentation is.', schema: z.object({ name: z.string(), version: z.string(), documentation: z.string(), health: z.string() }) } },
      problems: [],
    })(() => Promise.resolve({ status: 200, body: { name: '@assembleurs/collector', version, documentation: DOCUMENT, health: 'health' } })),

    route({
      method: 'get', path: '/health', operationId: 'health', access: 'public',
      summary: 'Whether the collector and its database answer.',
      replies: {
        200: { description: 'Both answer.', schema: z.object({ status: z.literal('ok'), database: z.enum(['pglite', 'postgresql']), version: z.string() }) },
      },
      problems: ['unavailable'],
    })(async () => {
      await connection.check().catch(() => {
        throw new Problem('unavailable');
      });
      return { status: 200, body: { status: 'ok', database: connection.kind, version } };
    }),

    route({
      method: 'get', path: `/${DOCUMENT}`, operationId: 'openapi', access: 'public',
      summary: 'This document.',
      replies: { 200: { description: 'OpenAPI 3.1.', schema: z.looseObject({ openapi: z.string() }) } },
      problems: [],
    })(() => Promise.resolve({ status: 200, body: document() as { openapi: string } })),
  ];
}
