/**
 * The OpenAPI document is true: each documented operation is called so that it answers each documented status, each
 * answer has the documented type, headers and shape, and nothing is served that is not documented.
 */
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import * as z from 'zod';
import type { Acknowledgement } from '../answers/model.ts';
import { SCOPES } from '../badge-api/scopes.ts';
import { ADMIN, definition, json, openTrial } from '../testing/collector.ts';
import type { Call, Trial } from '../testing/collector.ts';
import { awardBy, bodyOf, didDocument, didKey, EMAIL, newKey, openMailbox, PUBLIC, signed, statusList } from '../testing/badges.ts';
import type { Mailbox } from '../testing/badges.ts';
import { hostedBadge } from '@assembleurs/open-badges/issue';
import type { SigningKey } from '@assembleurs/open-badges/issue';

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

let trial: Trial;
let mailbox: Mailbox;
/** Knows no public address, and no mail server. */
let bare: Trial;
/** Knows its address, and no mail server. */
let mute: Trial;
let key: SigningKey;
/** Refuses everything: every client has used its share. */
let busy: Trial;
/** Its database is gone. */
let broken: Trial;
let document: Document;
let survey: string;
let closed: string;
let unopened: string;
let reader: string;

before(async () => {
  mailbox = await openMailbox();
  trial = await openTrial({ publicUrl: PUBLIC, mail: { server: mailbox.server, from: 'badges@hub.example' } });
  bare = await openTrial();
  mute = await openTrial({ publicUrl: PUBLIC });
  key = await newKey();
  for (const one of [trial, mute]) await one.call('PUT', '/issuers/mel', { token: ADMIN, body: issuer() });
  await trial.call('PUT', '/issuers/bref', { token: ADMIN, body: issuer() });
  busy = await openTrial({ rates: { writes: 1, all: 1 } });
  await busy.call('GET', '/');
  broken = await openTrial({ publicUrl: PUBLIC });
  await broken.collector.close();
  document = await json<Document>(trial.call('GET', '/openapi.json'));
  survey = await trial.survey();
  closed = await trial.survey({ closesAt: '2020-01-01T00:00:00Z' });
  unopened = await trial.survey({ opensAt: '2999-01-01T00:00:00Z', origins: ['https://mairie.example'] });
  reader = (await json<{ token: string }>(trial.call('POST', '/admin/tokens', { token: ADMIN, body: { role: 'reader', label: 'lecture' } }))).token;
});
after(async () => {
  await Promise.all([trial, bare, mute, busy, broken].map((one) => one.close()));
  await mailbox.close();
});

const answers = { nom: 'a' };
const sendKey = () => ({ 'Idempotency-Key': randomUUID() });
const send = (id: string, call: Call) => trial.call('POST', `/surveys/${id}/answers`, { headers: sendKey(), ...call });
const draft = async () => (await json<{ token: string }>(trial.call('POST', `/surveys/${survey}/drafts`, { body: { answers } }))).token;
const current = (method: string, call: Call) => trial.call(method, `/surveys/${survey}/drafts/current`, call);
const hub = (method: string, path: string, call: Call = {}) => trial.call(method, path, { token: ADMIN, ...call });
const tooLong = { raw: `"${'x'.repeat(6_000_000)}"` };
const text = { raw: '{}', headers: { 'Content-Type': 'text/plain' } };
const none = '00000000-0000-4000-8000-000000000000';

/** The four ways in which a body can be unreadable. */
const bodies = (send: (call: Call) => Promise<Response>, headers: () => Record<string, string> = () => ({})) => ({
  400: () => send({ raw: '{', headers: headers() }),
  413: () => send({ ...tooLong, headers: headers() }),
  415: () => send({ ...text, headers: { ...text.headers, ...headers() } }),
});

const issuer = () => ({ id: didKey(key), name: 'Hub' });
const LIST = '/issuers/mel/status/1.json';
/** What may be published at each address of an issuer. */
const documents: Record<string, () => Promise<unknown>> = {
  'did.json': () => Promise.resolve(didDocument(didKey(key), [key])),
  'status/1.json': () => statusList(didKey(key), key, PUBLIC + LIST, '2026-11-01T10:00:00Z'),
  'revocations/1.json': () => Promise.resolve({ id: `${PUBLIC}/issuers/mel/revocations/1.json`, issuer: didKey(key), revokedCredential: [] }),
  'achievements/1.json': () => Promise.resolve({ id: 'urn:uuid:1', type: ['Achievement'] }),
  ...Object.fromEntries([['ob2/issuer.json', 'profile'], ['ob2/achievements/1.json', 'class'], ['ob2/badges/1.json', 'badge']].map(([path = '', part]) => [path, () => {
    const award = awardBy('did:key:z', { id: 'urn:uuid:1' });
    const { url, documents: all } = hostedBadge({ ...award, achievement: { ...award.achievement, id: 'urn:uuid:1' } }, { base: `${PUBLIC}/issuers/mel/ob2/` });
    const [badge, achievement, profile] = [...all.values()];
    assert.ok(url.endsWith('/ob2/badges/1.json'));
    return Promise.resolve(part === 'badge' ? badge : part === 'class' ? achievement : profile);
  }])),
};
async function putHosted(path: string, call?: Call): Promise<Response> {
  // A hosted assertion points to its class and its issuer.
  if (!call && path === 'ob2/badges/1.json') for (const first of ['ob2/issuer.json', 'ob2/achievements/1.json']) await putHosted(first);
  return hub('PUT', `/issuers/mel/${path}`, call ?? { body: await documents[path]?.() });
}

/** In the order in which they are run: published, changed, read, erased. */
const hosting = (name: string, path: string, { erased = false } = {}): Record<string, Record<number, () => Promise<Response>>> => ({
  [`get${name}`]: {
    200: async () => {
      await putHosted(path);
      return trial.call('GET', `/issuers/mel/${path}`);
    },
    304: () => trial.call('GET', `/issuers/mel/${path}`, { headers: { 'If-None-Match': '*' } }),
    400: () => trial.call('GET', `/issuers/-/${path}`),
    404: () => trial.call('GET', `/issuers/inconnu/${path}`),
  },
  [`publish${name}`]: {
    ...bodies((call) => putHosted(path, call)),
    413: () => putHosted(path, { raw: `"${'x'.repeat(9_000_000)}"` }),
    200: async () => {
      await putHosted(path);
      return putHosted(path);
    },
    201: async () => {
      await hub('DELETE', '/issuers/mel');
      await hub('PUT', '/issuers/mel', { body: issuer() });
      return putHosted(path);
    },
    404: () => hub('PUT', `/issuers/inconnu/${path}`, { body: {} }),
    422: () => putHosted(path, { body: { id: 'x' } }),
    503: () => bare.call('PUT', `/issuers/mel/${path}`, { token: ADMIN, body: {} }),
    ...(name === 'Status' && {
      409: async () => {
        await putHosted(path, { body: await statusList(didKey(key), key, PUBLIC + LIST, '2026-11-03T10:00:00Z') });
        const refused = await putHosted(path);
        await hub('DELETE', '/issuers/mel');
        await hub('PUT', '/issuers/mel', { body: issuer() });
        return refused;
      },
    }),
  },
  ...(erased && {
    [`erase${name}`]: {
      204: async () => {
        await putHosted(path);
        return hub('DELETE', `/issuers/mel/${path}`);
      },
      400: () => hub('DELETE', `/issuers/-/${path}`),
      404: () => hub('DELETE', `/issuers/inconnu/${path}`),
    },
  }),
});

const newClaims = async () => ({ items: [{ credential: await signed(awardBy(didKey(key)), key), email: EMAIL }] });
/** The link of a badge to collect, and of the message that opens it. */
async function claim(): Promise<{ id: string; link: string; opened: () => Promise<string> }> {
  const { items: [made] } = await json<{ items: { id: string; link: string }[] }>(hub('POST', '/issuers/mel/claims', { body: await newClaims() }));
  const link = made?.link.slice(PUBLIC.length) ?? '';
  return {
    id: made?.id ?? '', link,
    opened: async () => {
      await askFor(link, EMAIL);
      return /https:\/\/\S+/.exec(bodyOf(await mailbox.next()))?.[0].slice(PUBLIC.length) ?? '';
    },
  };
}
const askFor = (path: string, email: string) => trial.call('POST', path, { raw: new URLSearchParams({ email }).toString(), headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });
const long = 'x'.repeat(600);

const REDIRECT = 'https://logiciel.example/retour';
const sendForm = (path: string, values: Record<string, string>, on = trial) => on.call('POST', path, { raw: new URLSearchParams(values).toString(), headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });
const software = { client_name: 'Porte-badges', redirect_uris: [REDIRECT] };
const register = async () => {
  const { client_id, client_secret } = await json<{ client_id: string; client_secret: string }>(trial.call('POST', '/oauth/register', { body: software }));
  return { client_id, client_secret };
};
/** Of the text « verifier », in base64url: what software keeps, and what it shows first. */
const VERIFIER = 'v'.repeat(43);
const challenge = createHash('sha256').update(VERIFIER).digest('base64url');
const asking = (client: string, changes: Record<string, string> = {}) => `/oauth/authorize?${new URLSearchParams({ response_type: 'code', client_id: client, redirect_uri: REDIRECT, scope: Object.values(SCOPES).join(' '), state: 's', code_challenge: challenge, code_challenge_method: 'S256', ...changes }).toString()}`;
const request = async () => {
  const client = await register();
  const page = (await trial.call('GET', asking(client.client_id))).headers.get('location')?.slice(PUBLIC.length) ?? '';
  return { client, page };
};
const decision = async () => {
  const { client, page } = await request();
  await sendForm(page, { email: EMAIL });
  return { client, page: /https:\/\/\S+/.exec(bodyOf(await mailbox.next()))?.[0].slice(PUBLIC.length) ?? '' };
};
/** Software with a token of that scope. */
async function allowed(scope: keyof typeof SCOPES): Promise<string> {
  const client = await register();
  const page = (await trial.call('GET', asking(client.client_id, { scope: SCOPES[scope] }))).headers.get('location')?.slice(PUBLIC.length) ?? '';
  await sendForm(page, { email: EMAIL });
  const link = /https:\/\/\S+/.exec(bodyOf(await mailbox.next()))?.[0].slice(PUBLIC.length) ?? '';
  const back = new URL((await sendForm(link, { decision: 'allow' })).headers.get('location') ?? '');
  const { access_token } = await json<{ access_token: string }>(sendForm('/oauth/token', { ...client, grant_type: 'authorization_code', code: back.searchParams.get('code') ?? '', redirect_uri: REDIRECT, code_verifier: VERIFIER }));
  return access_token;
}
const API = '/ims/ob/v3p0';
const api = async (method: string, path: string, scope: keyof typeof SCOPES, call: Call = {}) => trial.call(method, API + path, { token: await allowed(scope), ...call });

/** Scenarios by operation and status. */
const scenarios: Record<string, Record<number, () => Promise<Response>>> = {
  about: { 200: () => trial.call('GET', '/') },
  health: { 200: () => trial.call('GET', '/health'), 503: () => broken.call('GET', '/health') },
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
  listIssuers: { 200: () => hub('GET', '/issuers'), 503: () => bare.call('GET', '/issuers', { token: ADMIN }) },
  publishIssuer: {
    ...bodies((call) => hub('PUT', '/issuers/mel', call)),
    413: () => hub('PUT', '/issuers/mel', { raw: `"${'x'.repeat(9_000_000)}"` }),
    200: () => hub('PUT', '/issuers/mel', { body: issuer() }),
    201: () => hub('PUT', '/issuers/neuf', { body: issuer() }),
    422: () => hub('PUT', '/issuers/mel', { body: { ...issuer(), url: 'x' } }),
    503: () => bare.call('PUT', '/issuers/mel', { token: ADMIN, body: issuer() }),
  },
  eraseIssuer: {
    204: () => hub('DELETE', '/issuers/bref'),
    400: () => hub('DELETE', '/issuers/-'),
    404: () => hub('DELETE', '/issuers/inconnu'),
  },
  ...hosting('Did', 'did.json'),
  ...hosting('Status', 'status/1.json'),
  ...hosting('Revocations', 'revocations/1.json'),
  ...hosting('Achievement', 'achievements/1.json', { erased: true }),
  ...hosting('Ob2Issuer', 'ob2/issuer.json'),
  ...hosting('Ob2Achievement', 'ob2/achievements/1.json', { erased: true }),
  ...hosting('Ob2Badge', 'ob2/badges/1.json', { erased: true }),
  getProfile: {
    200: () => trial.call('GET', '/issuers/mel/profile.json'),
    304: () => trial.call('GET', '/issuers/mel/profile.json', { headers: { 'If-None-Match': '*' } }),
    400: () => trial.call('GET', '/issuers/-/profile.json'),
    404: () => trial.call('GET', '/issuers/inconnu/profile.json'),
  },
  listClaims: {
    200: () => hub('GET', '/issuers/mel/claims'),
    400: () => hub('GET', '/issuers/-/claims'),
    404: () => hub('GET', '/issuers/inconnu/claims'),
  },
  createClaims: {
    ...bodies((call) => hub('POST', '/issuers/mel/claims', call)),
    413: () => hub('POST', '/issuers/mel/claims', { raw: `"${'x'.repeat(21_000_000)}"` }),
    201: async () => hub('POST', '/issuers/mel/claims', { body: await newClaims() }),
    404: async () => hub('POST', '/issuers/inconnu/claims', { body: await newClaims() }),
    422: () => hub('POST', '/issuers/mel/claims', { body: { items: [{ credential: '{}', email: EMAIL }] } }),
    503: async () => mute.call('POST', '/issuers/mel/claims', { token: ADMIN, body: await newClaims() }),
  },
  withdrawClaim: {
    204: async () => hub('DELETE', `/issuers/mel/claims/${(await claim()).id}`),
    400: () => hub('DELETE', '/issuers/mel/claims/x'),
    404: () => hub('DELETE', `/issuers/mel/claims/${none}`),
  },
  claimPage: {
    200: async () => trial.call('GET', (await claim()).link),
    400: () => trial.call('GET', `/claims/${long}`),
    404: () => trial.call('GET', '/claims/inconnu'),
  },
  askForClaim: {
    200: async () => askFor((await claim()).link, 'autre@mairie.example'),
    400: () => askFor(`/claims/${long}`, EMAIL),
    404: () => askFor('/claims/inconnu', EMAIL),
    413: async () => askFor((await claim()).link, 'x'.repeat(5_000)),
    422: async () => askFor((await claim()).link, 'x'),
  },
  claimedPage: {
    200: async () => trial.call('GET', await (await claim()).opened()),
    400: () => trial.call('GET', `/claims/x/${long}`),
    404: () => trial.call('GET', '/claims/inconnu/x'),
  },
  claimedFile: {
    200: async () => trial.call('GET', `${await (await claim()).opened()}/badge.json`),
    400: () => trial.call('GET', '/claims/x/x/autre'),
    404: () => trial.call('GET', '/claims/inconnu/x/badge.json'),
  },
  eraseClaimed: {
    200: async () => trial.call('POST', await (await claim()).opened()),
    400: () => trial.call('POST', `/claims/x/${long}`),
    404: () => trial.call('POST', '/claims/inconnu/x'),
  },
  registerClient: {
    ...bodies((call) => trial.call('POST', '/oauth/register', call)),
    201: () => trial.call('POST', '/oauth/register', { body: software }),
    500: () => broken.call('POST', '/oauth/register', { body: software }),
  },
  authorize: {
    303: async () => trial.call('GET', asking((await register()).client_id)),
    400: () => trial.call('GET', asking('inconnu')),
    503: () => bare.call('GET', asking('inconnu')),
  },
  privacyPage: { 200: () => trial.call('GET', '/oauth/privacy') },
  requestPage: {
    200: async () => trial.call('GET', (await request()).page),
    400: () => trial.call('GET', `/oauth/requests/${long}`),
    404: () => trial.call('GET', '/oauth/requests/x'),
  },
  nameHolder: {
    200: async () => {
      const answer = await sendForm((await request()).page, { email: EMAIL });
      await mailbox.next();
      return answer;
    },
    400: () => sendForm(`/oauth/requests/${long}`, {}),
    404: () => sendForm('/oauth/requests/x', { email: EMAIL }),
    413: async () => sendForm((await request()).page, { email: 'x'.repeat(20_000) }),
    422: async () => sendForm((await request()).page, { email: 'x' }),
  },
  decisionPage: {
    200: async () => trial.call('GET', (await decision()).page),
    400: () => trial.call('GET', `/oauth/requests/x/${long}`),
    404: () => trial.call('GET', '/oauth/requests/x/x'),
  },
  decide: {
    303: async () => sendForm((await decision()).page, { decision: 'refuse' }),
    400: () => sendForm(`/oauth/requests/x/${long}`, {}),
    404: () => sendForm('/oauth/requests/x/x', {}),
    413: async () => sendForm((await decision()).page, { decision: 'x'.repeat(20_000) }),
  },
  giveToken: {
    200: async () => {
      const { client, page } = await decision();
      const back = new URL((await sendForm(page, { decision: 'allow' })).headers.get('location') ?? '');
      return sendForm('/oauth/token', { ...client, grant_type: 'authorization_code', code: back.searchParams.get('code') ?? '', redirect_uri: REDIRECT, code_verifier: VERIFIER });
    },
    400: async () => sendForm('/oauth/token', { ...await register(), grant_type: 'authorization_code', code: 'x' }),
    401: () => sendForm('/oauth/token', {}),
    413: () => sendForm('/oauth/token', { code: 'x'.repeat(20_000) }),
    500: () => sendForm('/oauth/token', { client_id: 'x', client_secret: 'x' }, broken),
  },
  revokeToken: {
    200: async () => sendForm('/oauth/revoke', { ...await register(), token: 'x' }),
    401: () => sendForm('/oauth/revoke', {}),
    413: () => sendForm('/oauth/revoke', { token: 'x'.repeat(20_000) }),
    500: () => sendForm('/oauth/revoke', { client_id: 'x', client_secret: 'x' }, broken),
  },
  getServiceDescription: { 200: () => trial.call('GET', `${API}/discovery`), 503: () => bare.call('GET', `${API}/discovery`) },
  getCredentials: {
    200: () => api('GET', '/credentials', 'read'),
    400: () => api('GET', '/credentials?limit=0', 'read'),
    401: () => trial.call('GET', `${API}/credentials`),
    403: () => api('GET', '/credentials', 'write'),
  },
  upsertCredential: {
    200: async () => {
      const raw = await signed(awardBy(didKey(key)), key);
      await api('POST', '/credentials', 'write', { raw });
      return api('POST', '/credentials', 'write', { raw });
    },
    201: async () => api('POST', '/credentials', 'write', { raw: await signed(awardBy(didKey(key)), key) }),
    400: () => api('POST', '/credentials', 'write', { raw: '{}' }),
    401: () => trial.call('POST', `${API}/credentials`, { body: {} }),
    403: () => api('POST', '/credentials', 'read', { raw: '{}' }),
    413: () => api('POST', '/credentials', 'write', tooLong),
  },
  getHolderProfile: {
    200: async () => {
      await api('PUT', '/profile', 'writeProfile', { body: { id: 'https://a.example', type: 'Profile' } });
      return api('GET', '/profile', 'readProfile');
    },
    401: () => trial.call('GET', `${API}/profile`),
    403: () => api('GET', '/profile', 'read'),
    404: async () => {
      const link = (await decision()).page;
      await sendForm(link, { decision: 'erase' });
      return api('GET', '/profile', 'readProfile');
    },
  },
  putHolderProfile: {
    200: () => api('PUT', '/profile', 'writeProfile', { body: { id: 'https://a.example', type: 'Profile' } }),
    400: () => api('PUT', '/profile', 'writeProfile', { body: {} }),
    401: () => trial.call('PUT', `${API}/profile`, { body: {} }),
    403: () => api('PUT', '/profile', 'read', { body: {} }),
    413: () => api('PUT', '/profile', 'writeProfile', tooLong),
  },
  listAudit: { 200: () => hub('GET', '/admin/audit'), 400: () => hub('GET', '/admin/audit?limit=x') },
};

/** They ask nothing of the database: nothing in them can fail. `health` says 503 instead. */
const CANNOT_FAIL = new Set(['about', 'openapi', 'health', 'privacyPage', 'getServiceDescription']);

/** What any operation of its kind can answer: too many, no or not enough rights, a failure. */
function common(path: string, method: string, operation: Operation): Record<number, () => Promise<Response>> {
  const address = path.replace('{survey}', survey).replace('{issuer}', 'mel').replace('{name}', '1.json').replace('{file}', 'badge.json').replace(/\{\w+\}/g, none);
  const named = operation.security.some((scheme) => 'hub' in scheme);
  const readable = method === 'post' || method === 'put' || method === 'patch' ? { body: { answers, definition, role: path.endsWith('/invitations') ? 'read' : 'reader', label: 'x', id: path === '/issuers/{issuer}' ? 'did:key:z6Mk' : 'x', title: 'x', name: 'x', items: [{ credential: '{}', email: EMAIL }] } } : {};
  const call = (on: Trial, token: string): Promise<Response> => on.call(method.toUpperCase(), address, { ...readable, token, headers: sendKey() });
  return {
    429: () => call(busy, ADMIN),
    500: () => call(broken, ADMIN),
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
