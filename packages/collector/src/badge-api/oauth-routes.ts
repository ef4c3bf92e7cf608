/** OAuth 2 as Open Badges 3.0 §7 asks for it: registering (RFC 7591), tokens with PKCE (RFC 6749, 7636), revoking (RFC 7009). */
import * as z from 'zod';
import { KILOBYTE, readForm } from '../http/limits.ts';
import { route } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import type { Services } from '../services.ts';
import { clientOf, registerClient } from './clients.ts';
import { ACCESS_SECONDS, exchange, renew, revokeTokens } from './grants.ts';
import { SCOPES, scopesIn, scopeText } from './scopes.ts';
import type { Scope } from './scopes.ts';

const FORM_LIMIT = 10 * KILOBYTE;
const NO_STORE = { 'Cache-Control': 'no-store', 'Pragma': 'no-cache' } as const;

/** Where a browser may be sent back to: https, or the person's own machine. */
const redirectUri = z.url().max(2_000).refine((text) => {
  const { protocol, hostname, hash, username } = new URL(text);
  return (protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname))) && hash === '' && username === '';
});

/** Written in our own messages and pages: no line and no address of its own. */
const clientName = z.string().trim().min(1).max(80).refine((name) => !/[\p{C}\u2028\u2029]|:\/\//u.test(name));

const registration = z.object({
  client_name: clientName,
  client_uri: z.url({ protocol: /^https?$/ }).max(2_000).optional(),
  redirect_uris: z.array(redirectUri).min(1).max(10),
  scope: z.string().max(1_000).optional(),
}).meta({ id: 'OAuthRegistration', description: 'RFC 7591 §2: the names that count here; others are left aside.' });

const registered = z.object({
  client_id: z.string(), client_secret: z.string(), client_id_issued_at: z.int(), client_secret_expires_at: z.literal(0), client_name: z.string(), client_uri: z.string().optional(),
  redirect_uris: z.array(z.string()), scope: z.string(), grant_types: z.array(z.string()), response_types: z.array(z.string()), token_endpoint_auth_method: z.string(),
}).meta({ id: 'OAuthClient' });

const tokenSchema = z.object({ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.int(), scope: z.string(), refresh_token: z.string().optional() }).meta({ id: 'OAuthToken' });
const errorSchema = z.object({ error: z.string(), error_description: z.string().optional() }).meta({ id: 'OAuthError', description: 'RFC 6749 §5.2.' });
const refused = (error: string) => ({ status: 400, headers: NO_STORE, body: { error } }) as const;

export function oauthRoutes({ database, now }: Services): Route[] {
  return [
    route({
      method: 'post', path: '/oauth/register', operationId: 'registerClient', access: 'public', anyOrigin: true,
      summary: 'Registers software that wants to read or write people’s badges (RFC 7591).',
      body: registration,
      replies: { 201: { description: 'Registered. The secret is shown this once.', schema: registered } },
      problems: [],
    })(async ({ body }) => {
      const { client_name, client_uri, redirect_uris, scope } = await body(FORM_LIMIT);
      const scopes = scope === undefined ? Object.keys(SCOPES) as Scope[] : scopesIn(scope);
      const at = now();
      const { id, secret } = await registerClient(database, { name: client_name, uri: client_uri ?? null, redirectUris: redirect_uris, scope: scopeText(scopes) }, at);
      return {
        status: 201, headers: NO_STORE,
        body: {
          client_id: id, client_secret: secret, client_id_issued_at: Math.floor(at.getTime() / 1_000), client_secret_expires_at: 0, client_name, ...(client_uri === undefined ? {} : { client_uri }),
          redirect_uris, scope: scopeText(scopes), grant_types: ['authorization_code', 'refresh_token'], response_types: ['code'], token_endpoint_auth_method: 'client_secret_basic',
        },
      };
    }),

    route({
      method: 'post', path: '/oauth/token', operationId: 'giveToken', access: 'public', anyOrigin: true,
      summary: 'Gives tokens for a code and its verifier, or for a refresh token (a form: `grant_type`, `code`, `redirect_uri`, `code_verifier`, `refresh_token`; the client by Basic authentication).',
      replies: { 200: { description: 'The tokens.', schema: tokenSchema }, 400: { description: 'Why not.', schema: errorSchema }, 401: { description: 'The client is not known.', schema: errorSchema } },
      problems: ['too-large'],
    })(async ({ context, language }) => {
      const form = await readForm(context.req.raw, FORM_LIMIT, language);
      const client = await clientOf(database, context.req.header('authorization'), form);
      if (!client) return { status: 401, headers: { ...NO_STORE, 'WWW-Authenticate': 'Basic' }, body: { error: 'invalid_client' } };
      const value = (name: string): string => form.get(name) ?? '';
      const kind = value('grant_type');
      if (kind !== 'authorization_code' && kind !== 'refresh_token') return refused('unsupported_grant_type');
      const tokens = kind === 'refresh_token' ? await renew(database, client, value('refresh_token'), now())
        : await exchange(database, client, { code: value('code'), redirectUri: value('redirect_uri'), verifier: value('code_verifier') }, now());
      if (!tokens) return refused('invalid_grant');
      return { status: 200, headers: NO_STORE, body: { access_token: tokens.access, token_type: 'Bearer' as const, expires_in: ACCESS_SECONDS, scope: tokens.scope, ...(tokens.refresh === undefined ? {} : { refresh_token: tokens.refresh }) } };
    }),

    route({
      method: 'post', path: '/oauth/revoke', operationId: 'revokeToken', access: 'public', anyOrigin: true,
      summary: 'Ends a token and those that come from the same permission (RFC 7009; a form: `token`). Also says 200 of a token that is not known.',
      replies: { 200: { description: 'It does not work any more.', schema: z.object({}) }, 401: { description: 'The client is not known.', schema: errorSchema } },
      problems: ['too-large'],
    })(async ({ context, language }) => {
      const form = await readForm(context.req.raw, FORM_LIMIT, language);
      const client = await clientOf(database, context.req.header('authorization'), form);
      if (!client) return { status: 401, headers: { 'WWW-Authenticate': 'Basic' }, body: { error: 'invalid_client' } };
      await revokeTokens(database, client, form.get('token') ?? '');
      return { status: 200, body: {} };
    }),
  ];
}
