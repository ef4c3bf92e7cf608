/** The Open Badges API and its OAuth 2: a scenario for each status that is documented. */
import { createHash } from 'node:crypto';
import { SCOPES } from '../badge-api/scopes.ts';
import { awardBy, didKey, PUBLIC, signed } from './badges.ts';
import { json } from './collector.ts';
import type { Call } from './collector.ts';
import { bodies, long, tooLong } from './stage.ts';
import type { Scenarios, Stage } from './stage.ts';

export function apiScenarios({ trial, bare, broken, key, sendForm, nextLink }: Stage): Scenarios {
  const REDIRECT = 'https://logiciel.example/retour';
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
  let people = 0;
  /** Each their own: no address gets messages without end. */
  const person = () => `personne-${String(people += 1)}@mairie.example`;
  const decision = async () => {
    const { client, page } = await request();
    await sendForm(page, { email: person() });
    return { client, page: await nextLink() };
  };
  /** Software with a token of that scope. */
  async function allowed(scope: keyof typeof SCOPES, email = person()): Promise<string> {
    const client = await register();
    const page = (await trial.call('GET', asking(client.client_id, { scope: SCOPES[scope] }))).headers.get('location')?.slice(PUBLIC.length) ?? '';
    await sendForm(page, { email });
    const link = await nextLink();
    const back = new URL((await sendForm(link, { decision: 'allow' })).headers.get('location') ?? '');
    const { access_token } = await json<{ access_token: string }>(sendForm('/oauth/token', { ...client, grant_type: 'authorization_code', code: back.searchParams.get('code') ?? '', redirect_uri: REDIRECT, code_verifier: VERIFIER }));
    return access_token;
  }
  const API = '/ims/ob/v3p0';
  const api = async (method: string, path: string, scope: keyof typeof SCOPES, call: Call = {}, email = person()) => trial.call(method, API + path, { token: await allowed(scope, email), ...call });

  return {
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
        const answer = await sendForm((await request()).page, { email: person() });
        await nextLink();
        return answer;
      },
      400: () => sendForm(`/oauth/requests/${long}`, {}),
      404: () => sendForm('/oauth/requests/x', { email: person() }),
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
        const email = person();
        await api('POST', '/credentials', 'write', { raw }, email);
        return api('POST', '/credentials', 'write', { raw }, email);
      },
      201: async () => api('POST', '/credentials', 'write', { raw: await signed(awardBy(didKey(key)), key) }),
      400: () => api('POST', '/credentials', 'write', { raw: '{}' }),
      401: () => trial.call('POST', `${API}/credentials`, { body: {} }),
      403: () => api('POST', '/credentials', 'read', { raw: '{}' }),
      413: () => api('POST', '/credentials', 'write', tooLong),
    },
    getHolderProfile: {
      200: async () => {
        const email = person();
        await api('PUT', '/profile', 'writeProfile', { body: { id: 'https://a.example', type: 'Profile' } }, email);
        return api('GET', '/profile', 'readProfile', {}, email);
      },
      401: () => trial.call('GET', `${API}/profile`),
      403: () => api('GET', '/profile', 'read'),
      404: () => api('GET', '/profile', 'readProfile'),
    },
    putHolderProfile: {
      200: () => api('PUT', '/profile', 'writeProfile', { body: { id: 'https://a.example', type: 'Profile' } }),
      400: () => api('PUT', '/profile', 'writeProfile', { body: {} }),
      401: () => trial.call('PUT', `${API}/profile`, { body: {} }),
      403: () => api('PUT', '/profile', 'read', { body: {} }),
      413: () => api('PUT', '/profile', 'writeProfile', tooLong),
    },
  };
}
