/**
 * The OpenAPI document is true: each documented operation is called so that it answers each documented status, each
 * answer has the documented type, headers and shape, and nothing is served that is not documented.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import * as z from 'zod';
import type { Acknowledgement } from '../answers/model.ts';
import { apiScenarios } from '../testing/api-scenarios.ts';
import { EMAIL } from '../testing/badges.ts';
import { ADMIN, definition, json } from '../testing/collector.ts';
import type { Call, Trial } from '../testing/collector.ts';
import { hostingScenarios } from '../testing/hosting-scenarios.ts';
import { bodies, none, openStage } from '../testing/stage.ts';
import type { Scenarios, Stage } from '../testing/stage.ts';

interface MediaType {
  schema?: Record<string, unknown>;
}
interface Operation {
  operationId: string;
  security: Record<string, unknown>[];
  parameters: { name: string; in: string; required: boolean }[];
  responses: Record<string, { description: string; headers?: Record<string, unknown>; content?: Record<string, MediaType> }>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
}

let stage: Stage;
let trial: Trial;
let document: Document;
let survey: string;
let closed: string;
let unopened: string;
let reader: string;
let scenarios: Scenarios;

before(async () => {
  stage = await openStage();
  ({ trial } = stage);
  document = await json<Document>(trial.call('GET', '/openapi.json'));
  survey = await trial.survey();
  closed = await trial.survey({ closesAt: '2020-01-01T00:00:00Z' });
  unopened = await trial.survey({ opensAt: '2999-01-01T00:00:00Z', origins: ['https://mairie.example'] });
  reader = (await json<{ token: string }>(trial.call('POST', '/admin/tokens', { token: ADMIN, body: { role: 'reader', label: 'lecture' } }))).token;
  scenarios = { ...answerScenarios(), ...hostingScenarios(stage), ...apiScenarios(stage) };
});
after(() => stage.close());

const answers = { nom: 'a' };
const sendKey = () => ({ 'Idempotency-Key': randomUUID() });
const send = (id: string, call: Call) => trial.call('POST', `/surveys/${id}/answers`, { headers: sendKey(), ...call });
const draft = async () => (await json<{ token: string }>(trial.call('POST', `/surveys/${survey}/drafts`, { body: { answers } }))).token;
const current = (method: string, call: Call) => trial.call(method, `/surveys/${survey}/drafts/current`, call);
const hub = (method: string, path: string, call?: Call) => stage.hub(method, path, call);

/** Surveys, answers, drafts, tokens, workspaces. */
const answerScenarios = (): Scenarios => ({
  about: { 200: () => trial.call('GET', '/') },
  health: { 200: () => trial.call('GET', '/health'), 503: () => stage.broken.call('GET', '/health') },
  openapi: { 200: () => trial.call('GET', '/openapi.json') },
  listSurveys: { 200: () => hub('GET', '/surveys') },
  getSurvey: {
    200: () => trial.call('GET', `/surveys/${survey}`),
    304: () => trial.call('GET', `/surveys/${survey}`, { headers: { 'If-None-Match': '*' } }),
    400: () => trial.call('GET', '/surveys/-'),
    404: () => trial.call('GET', '/surveys/inconnu'),
  },
  publishSurvey: {
    ...bodies((call) => hub('PUT', `/surveys/${survey}`, call)),
    200: () => hub('PUT', `/surveys/${survey}`, { body: definition }),
    201: () => hub('PUT', '/surveys/neuf', { body: definition }),
    409: () => hub('PUT', `/surveys/${survey}`, { body: { ...definition, description: 'autre' } }),
    422: () => hub('PUT', `/surveys/${survey}`, { body: { pages: 1 } }),
  },
  changeSurvey: {
    ...bodies((call) => hub('PATCH', `/surveys/${survey}`, call)),
    204: () => hub('PATCH', `/surveys/${survey}`, { body: { retentionDays: null } }),
    404: () => hub('PATCH', '/surveys/inconnu', { body: {} }),
  },
  sendAnswers: {
    ...bodies((call) => send(survey, call), sendKey),
    200: async () => {
      const headers = sendKey();
      await send(survey, { body: { answers }, headers });
      return send(survey, { body: { answers }, headers });
    },
    201: () => send(survey, { body: { answers } }),
    403: () => send(unopened, { body: { answers }, headers: { ...sendKey(), Origin: 'https://mairie.example' } }),
    404: () => send('inconnu', { body: { answers } }),
    410: () => send(closed, { body: { answers } }),
    422: () => send(survey, { body: { answers: {} } }),
  },
  listAnswers: {
    200: () => hub('GET', `/surveys/${survey}/answers?limit=1`),
    400: () => hub('GET', `/surveys/${survey}/answers?limit=0`),
    404: () => hub('GET', '/surveys/inconnu/answers'),
  },
  exportCsv: {
    200: () => hub('GET', `/surveys/${survey}/answers.csv`),
    400: () => hub('GET', `/surveys/${survey}/answers.csv?lang=x`),
    404: () => hub('GET', '/surveys/inconnu/answers.csv'),
  },
  exportXlsx: {
    200: () => hub('GET', `/surveys/${survey}/answers.xlsx`),
    400: () => hub('GET', `/surveys/${survey}/answers.xlsx?values=x`),
    404: () => hub('GET', '/surveys/inconnu/answers.xlsx'),
  },
  exportJson: {
    200: () => hub('GET', `/surveys/${survey}/answers.json`),
    400: () => hub('GET', '/surveys/-/answers.json'),
    404: () => hub('GET', '/surveys/inconnu/answers.json'),
  },
  eraseAnswer: {
    204: async () => {
      const { id } = await json<Acknowledgement>(send(survey, { body: { answers } }));
      return hub('DELETE', `/surveys/${survey}/answers/${id}`);
    },
    400: () => hub('DELETE', `/surveys/${survey}/answers/1`),
    404: () => hub('DELETE', `/surveys/${survey}/answers/${none}`),
  },
  createDraft: {
    ...bodies((call) => trial.call('POST', `/surveys/${survey}/drafts`, call)),
    201: () => trial.call('POST', `/surveys/${survey}/drafts`, { body: { answers } }),
    403: () => trial.call('POST', `/surveys/${unopened}/drafts`, { body: { answers } }),
    404: () => trial.call('POST', '/surveys/inconnu/drafts', { body: { answers } }),
    410: () => trial.call('POST', `/surveys/${closed}/drafts`, { body: { answers } }),
    422: () => trial.call('POST', `/surveys/${survey}/drafts`, { body: { answers: { nom: '\0' } } }),
  },
  getDraft: {
    200: async () => current('GET', { token: await draft() }),
    400: () => trial.call('GET', '/surveys/-/drafts/current', { token: 'x' }),
    401: () => current('GET', {}),
    404: () => current('GET', { token: 'x' }),
  },
  saveDraft: {
    ...bodies((call) => current('PUT', { token: 'x', ...call })),
    200: async () => current('PUT', { token: await draft(), body: { answers } }),
    401: () => current('PUT', { body: { answers } }),
    404: () => current('PUT', { token: 'x', body: { answers } }),
    409: async () => current('PUT', { token: await draft(), body: { answers, since: '2001-01-01T00:00:00Z' } }),
    422: () => current('PUT', { token: 'x', body: { answers: { nom: '\0' } } }),
  },
  eraseDraft: {
    204: async () => current('DELETE', { token: await draft() }),
    400: () => trial.call('DELETE', '/surveys/-/drafts/current', { token: 'x' }),
    401: () => current('DELETE', {}),
    404: () => current('DELETE', { token: 'x' }),
  },
  listTokens: { 200: () => hub('GET', '/admin/tokens') },
  createToken: {
    ...bodies((call) => hub('POST', '/admin/tokens', call)),
    201: () => hub('POST', '/admin/tokens', { body: { role: 'reader', label: 'x' } }),
  },
  withdrawToken: {
    204: async () => {
      const { id } = await json<{ id: string }>(hub('POST', '/admin/tokens', { body: { role: 'reader', label: 'x' } }));
      return hub('DELETE', `/admin/tokens/${id}`);
    },
    400: () => hub('DELETE', '/admin/tokens/x'),
    404: () => hub('DELETE', `/admin/tokens/${none}`),
    409: async () => {
      const { id, token } = await json<{ id: string; token: string }>(hub('POST', '/admin/tokens', { body: { role: 'coordinator', label: 'x' } }));
      return hub('DELETE', `/admin/tokens/${id}`, { token });
    },
  },
  listWorkspaces: { 200: () => hub('GET', '/workspaces') },
  createWorkspace: {
    ...bodies((call) => hub('POST', '/workspaces', call)),
    201: () => hub('POST', '/workspaces', { body: { id: 'mel', title: 'x' } }),
    409: () => hub('POST', '/workspaces', { body: { id: 'mel', title: 'y' } }),
  },
  eraseWorkspace: {
    204: async () => {
      await hub('POST', '/workspaces', { body: { id: 'bref', title: 'x' } });
      return hub('DELETE', '/workspaces/bref');
    },
    400: () => hub('DELETE', '/workspaces/-'),
    404: () => hub('DELETE', '/workspaces/inconnu'),
  },
  listInvitations: {
    200: () => hub('GET', '/workspaces/mel/invitations'),
    400: () => hub('GET', '/workspaces/-/invitations'),
    404: () => hub('GET', '/workspaces/inconnu/invitations'),
  },
  createInvitation: {
    ...bodies((call) => hub('POST', '/workspaces/mel/invitations', call)),
    201: () => hub('POST', '/workspaces/mel/invitations', { body: { role: 'read', label: 'x' } }),
    404: () => hub('POST', '/workspaces/inconnu/invitations', { body: { role: 'read', label: 'x' } }),
  },
  withdrawInvitation: {
    204: async () => {
      const { id } = await json<{ id: string }>(hub('POST', '/workspaces/mel/invitations', { body: { role: 'edit', label: 'x', days: 3 } }));
      return hub('DELETE', `/workspaces/mel/invitations/${id}`);
    },
    400: () => hub('DELETE', '/workspaces/mel/invitations/x'),
    404: () => hub('DELETE', `/workspaces/mel/invitations/${none}`),
  },
  listAudit: { 200: () => hub('GET', '/admin/audit'), 400: () => hub('GET', '/admin/audit?limit=x') },
});

/** They ask nothing of the database: nothing in them can fail. `health` says 503 instead. */
const CANNOT_FAIL = new Set(['about', 'openapi', 'health', 'privacyPage', 'getServiceDescription']);

/** What any operation of its kind can answer: too many, no or not enough rights, a failure. */
function common(path: string, method: string, operation: Operation): Record<number, () => Promise<Response>> {
  const address = path.replace('{survey}', survey).replace('{issuer}', 'mel').replace('{name}', '1.json').replace('{file}', 'badge.json').replace(/\{\w+\}/g, none);
  const named = operation.security.some((scheme) => 'hub' in scheme);
  const readable = method === 'post' || method === 'put' || method === 'patch' ? { body: { answers, definition, role: path.endsWith('/invitations') ? 'read' : 'reader', label: 'x', id: path === '/issuers/{issuer}' ? 'did:key:z6Mk' : 'x', title: 'x', name: 'x', items: [{ credential: '{}', email: EMAIL }] } } : {};
  const call = (on: Trial, token: string): Promise<Response> => on.call(method.toUpperCase(), address, { ...readable, token, headers: sendKey() });
  return {
    429: () => call(stage.busy, ADMIN),
    500: () => call(stage.broken, ADMIN),
    ...(named && { 401: () => call(trial, 'wrong') }),
    ...(named && { 403: () => call(trial, reader) }),
  };
}

/** A documented schema as zod reads it, with the document's components at hand. */
function reading(schema: Record<string, unknown>): z.ZodType {
  const whole = JSON.stringify({ ...schema, $defs: document.components.schemas }).replaceAll('#/components/schemas/', '#/$defs/');
  return z.fromJSONSchema(JSON.parse(whole) as Parameters<typeof z.fromJSONSchema>[0]);
}

async function conforms(response: Response, status: string, { responses }: Operation): Promise<void> {
  assert.equal(String(response.status), status, await response.clone().text());
  const documented = responses[status];
  assert.ok(documented);
  for (const header of Object.keys(documented.headers ?? {})) assert.ok(response.headers.has(header), `header ${header}`);
  const [[type, media] = []] = Object.entries(documented.content ?? {});
  if (type === undefined) {
    assert.equal(await response.text(), '', 'no body is documented');
    return;
  }
  assert.equal(response.headers.get('content-type')?.split(';')[0], type);
  if (media?.schema) {
    const { error } = reading(media.schema).safeParse(await response.json());
    assert.equal(error, undefined);
  }
}

describe('the OpenAPI document', () => {
  test('says what it is, and nothing is served beside it', () => {
    assert.match(document.openapi, /^3\.1/);
    const documented = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`));
    // Hono lists middleware under ALL.
    const served = trial.collector.app.routes.filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    assert.deepEqual(served.sort(), documented.sort());
  });

  test('every status of every operation is met, and is as described', async (t) => {
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(operations)) {
        const known: Record<string, () => Promise<Response>> = { ...common(path, method, operation), ...scenarios[operation.operationId] };
        for (const status of Object.keys(operation.responses)) {
          if (status === '500' && CANNOT_FAIL.has(operation.operationId)) continue;
          await t.test(`${operation.operationId} ${status}`, async () => {
            const run = known[status];
            assert.ok(run, 'documented, and no scenario meets it');
            await conforms(await run(), status, operation);
          });
        }
        for (const status of Object.keys(scenarios[operation.operationId] ?? {})) {
          assert.ok(status in operation.responses, `${operation.operationId} ${status} happens and is not documented`);
        }
      }
    }
  });

  test('every parameter in a path is described, every operation has its own name', () => {
    const names: string[] = [];
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const { operationId, parameters } of Object.values(operations)) {
        names.push(operationId);
        const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        assert.deepEqual(parameters.filter((one) => one.in === 'path').map(({ name }) => name).sort(), inPath.sort());
      }
    }
    assert.equal(new Set(names).size, names.length);
  });
});
