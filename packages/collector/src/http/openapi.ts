/** The OpenAPI 3.1 document of a route table. Its schemas are JSON Schema 2020-12, which zod writes by itself. */
import * as z from 'zod';
import { PROBLEM_STATUS } from './messages.ts';
import type { ProblemCode } from './messages.ts';
import { problemSchema } from './problems.ts';
import { COMMON_PROBLEMS } from './route.ts';
import type { Route, RouteDocument } from './route.ts';

type Json = Record<string, unknown>;

/** Problems that follow from what a route declares, and those that it lists. */
export function problemsOf(document: RouteDocument): readonly ProblemCode[] {
  const codes = new Set<ProblemCode>([...document.problems, ...COMMON_PROBLEMS]);
  if (document.params ?? document.query) codes.add('bad-parameter');
  if (document.body) for (const code of ['bad-json', 'bad-body', 'not-json', 'too-large'] as const) codes.add(code);
  if (document.access === 'draft') codes.add('draft-token-missing');
  if (document.access === 'reader' || document.access === 'coordinator') codes.add('unauthorized');
  if (document.access === 'coordinator') codes.add('forbidden');
  return [...codes];
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output', components: Json): unknown {
  const { $defs, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json & { $defs?: Json };
  delete json['$schema']; // the document's own dialect
  const renamed = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/'));
  for (const [name, definition] of Object.entries($defs ?? {})) components[name] = renamed(definition);
  const id = z.globalRegistry.get(schema)?.id;
  // A named schema is written once, as a component; zod may already have done so, and answers with a reference.
  if (id === undefined || '$ref' in json) return renamed(json);
  components[id] = renamed(json);
  return { $ref: `#/components/schemas/${id}` };
}

function parameters(document: RouteDocument, components: Json): unknown[] {
  const from = (object: z.ZodObject | undefined, where: 'path' | 'query') =>
    Object.entries(object?.shape ?? {}).map(([name, schema]) => ({
      name,
      in: where,
      required: where === 'path' || !(schema as z.ZodType).safeParse(undefined).success,
      schema: schemaOf(schema as z.ZodType, 'input', components),
    }));
  const headers = Object.entries(document.headers ?? {}).map(([name, { description, required = false }]) => ({
    name, in: 'header', required, description, schema: { type: 'string' },
  }));
  return [...from(document.params, 'path'), ...from(document.query, 'query'), ...headers];
}

function responses(document: RouteDocument, components: Json): Json {
  const described: Json = {};
  for (const [status, { description, schema, type, headers }] of Object.entries(document.replies)) {
    const media = type ?? 'application/json';
    described[status] = {
      description,
      ...(headers && {
        headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, { description: text, schema: { type: 'string' } }])),
      }),
      ...((schema ?? type) !== undefined && { content: { [media]: schema ? { schema: schemaOf(schema, 'output', components) } : {} } }),
    };
  }
  const byStatus = Map.groupBy(problemsOf(document), (code) => PROBLEM_STATUS[code]);
  for (const [status, codes] of byStatus) {
    described[String(status)] = {
      description: `Problem: ${codes.join(', ')}.`,
      ...(status === 429 && { headers: { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'string' } } } }),
      content: document.refusals ? { 'application/json': { schema: schemaOf(document.refusals.schema, 'output', components) } }
        : { 'application/problem+json': { schema: schemaOf(problemSchema, 'output', components) } },
    };
  }
  return described;
}

export function openApiDocument(routes: readonly Route[], version: string): Json {
  const schemas: Json = {};
  const paths: Record<string, Json> = {};
  for (const { document } of routes) {
    const { access } = document;
    (paths[document.path] ??= {})[document.method] = {
      operationId: document.operationId,
      summary: document.summary,
      parameters: parameters(document, schemas),
      ...(document.body && {
        requestBody: { required: true, content: { 'application/json': { schema: schemaOf(document.body, 'input', schemas) } } },
      }),
      responses: responses(document, schemas),
      security: access === 'public' ? [] : [{ [access === 'draft' ? 'resumeLink' : 'hub']: [] }],
    };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Collector',
      version,
      description: 'Receives the answers of surveys, keeps them, exports them. Errors are problem details (RFC 9457) in French or English (Accept-Language).',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    paths,
    components: {
      schemas,
      securitySchemes: {
        hub: { type: 'http', scheme: 'bearer', description: 'A token of the hub: coordinator (reads, publishes, erases) or reader.' },
        resumeLink: { type: 'http', scheme: 'bearer', description: 'The token of a resume link.' },
      },
    },
  };
}
