/** The pages on which a person lets software read or write their badges: who asks, for what; the address, confirmed by a message; yes or no. */
import { html } from 'hono/html';
import { isEmail } from '@assembleurs/open-badges/issue';
import * as z from 'zod';
import { HEADERS, page, POLICY } from '../badges/page.ts';
import { addressForm } from '../badges/address-form.ts';
import type { AddressForm } from '../badges/address-form.ts';
import { publicUrlOf } from '../badges/addresses.ts';
import { say } from '../badges/words.ts';
import type { Word } from '../badges/words.ts';
import type { Language } from '../http/language.ts';
import { KILOBYTE, readForm } from '../http/limits.ts';
import { route } from '../http/route.ts';
import type { ReplyDocument, Route } from '../http/route.ts';
import type { Services } from '../services.ts';
import { findClient } from './clients.ts';
import type { Client } from './clients.ts';
import { allow, closeGrant, findGrant, isNamed, lockNamed, nameHolder, openGrant } from './grants.ts';
import type { Grant } from './grants.ts';
import { addHeld, credentialsOf, eraseHolder, forgetUnused } from './holders.ts';
import { heldOf } from './held.ts';
import { mailBudget } from './mail-budget.ts';
import { scopesIn, scopeText } from './scopes.ts';

const HTML = { type: 'text/html' } as const;
const GONE: ReplyDocument & typeof HTML = { ...HTML, description: 'A page: this request is over.' };
const token = z.string().max(512);
const FORM_LIMIT = 10 * KILOBYTE;

const plainPage = async (language: Language, title: Word, text: Word) => {
  const t = say(language);
  return page(language, t(title), html`<h1>${t(title)}</h1><p>${t(text)}</p>`);
};
const gone = async (language: Language) => ({ status: 404, headers: HEADERS, raw: await plainPage(language, 'askOver', 'askOverHelp') }) as const;

/** A form may lead back to the software, and nowhere else. */
const headersTo = (redirectUri: string) => ({ ...HEADERS, 'Content-Security-Policy': POLICY.replace("form-action 'self'", `form-action 'self' ${new URL(redirectUri).origin}`) });

function backTo(redirectUri: string, values: Readonly<Record<string, string>>): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(values)) if (value !== '') url.searchParams.set(name, value);
  return url.href;
}

async function addressPage(grant: Grant, client: Client, language: Language, form: AddressForm = {}): Promise<string> {
  const t = say(language);
  return page(language, t('askTitle', { name: client.name }), html`<h1>${t('askTitle', { name: client.name })}</h1>${client.uri === null ? '' : html`<p>${client.uri}</p>`}
    <ul class="points">${scopesIn(grant.scope).map((scope) => html`<li>${t(`scope_${scope}`)}</li>`)}</ul><p>${t('askAddress')}</p>
    ${addressForm(language, form)}<p>${t('askPrivacy')}</p>`);
}

export function authorizePages(services: Services): Route[] {
  const { database, now } = services;
  const budget = mailBudget(now);
  /** The request and who makes it. */
  const asking = async (text: string): Promise<{ grant: Grant; client: Client } | undefined> => {
    const grant = await findGrant(database, text, now());
    const client = grant && await findClient(database, grant.clientId);
    return client && { grant, client };
  };
  const params = z.object({ request: token });
  const codeParams = z.object({ request: token, code: token });
  return [
    route({
      method: 'get', path: '/oauth/authorize', operationId: 'authorize', access: 'public',
      summary: 'Where software sends a person (`response_type=code`, `client_id`, `redirect_uri`, `scope`, `state`, `code_challenge`, `code_challenge_method=S256`). Leads to the page that asks them, or back with `error`.',
      replies: { 303: { description: 'To the page, or back to the software.', headers: { Location: 'Where to.' } }, 400: { ...HTML, description: 'A page: the software is not known, or the address to go back to is not its own.' } },
      problems: ['hosting-off'],
    })(async ({ context, language }) => {
      const publicUrl = publicUrlOf(services);
      const given = (name: string): string => context.req.query(name) ?? '';
      const client = await findClient(database, given('client_id'));
      const redirectUri = given('redirect_uri');
      // Never sends anybody to an address that the software did not register (RFC 6749 §4.1.2.1).
      if (!client?.redirectUris.includes(redirectUri)) return { status: 400, headers: HEADERS, raw: await plainPage(language, 'askWrong', 'askWrongHelp') };
      const back = (error: string) => ({ status: 303, headers: { 'Location': backTo(redirectUri, { error, state: given('state') }), 'Cache-Control': 'no-store' } }) as const;
      if (given('response_type') !== 'code') return back('unsupported_response_type');
      if (given('code_challenge_method') !== 'S256' || !/^[\w-]{43}$/.test(given('code_challenge')) || given('state').length > 1_000 || given('state').includes('\0')) return back('invalid_request');
      const scopes = scopesIn(given('scope')).filter((scope) => scopesIn(client.scope).includes(scope));
      if (scopes.length === 0) return back('invalid_scope');
      if (!services.mail) return back('temporarily_unavailable');
      const made = await openGrant(database, { client, redirectUri, scope: scopeText(scopes), state: given('state'), challenge: given('code_challenge') }, now());
      return { status: 303, headers: { 'Location': `${publicUrl}/oauth/requests/${made}`, 'Cache-Control': 'no-store' } };
    }),

    route({
      method: 'get', path: '/oauth/privacy', operationId: 'privacyPage', access: 'public', summary: 'What is kept of a person who lets software read their badges, and how to erase it.',
      replies: { 200: { ...HTML, description: 'The page.' } }, problems: [],
    })(async ({ language }) => ({ status: 200, headers: HEADERS, raw: await plainPage(language, 'privacyTitle', 'privacyText') })),

    route({
      method: 'get', path: '/oauth/requests/{request}', operationId: 'requestPage', access: 'public', summary: 'The page that says who asks for what, and asks for the person’s address.',
      params, replies: { 200: { ...HTML, description: 'The page.' }, 404: GONE }, problems: [],
    })(async ({ params: given, language }) => {
      const found = await asking(given.request);
      return found ? { status: 200, headers: HEADERS, raw: await addressPage(found.grant, found.client, language) } : gone(language);
    }),

    route({
      method: 'post', path: '/oauth/requests/{request}', operationId: 'nameHolder', access: 'public', summary: 'Sends a message to the address of the form (`email`): its link leads to the decision.',
      params, replies: { 200: { ...HTML, description: 'A page: look at your mail.' }, 404: GONE, 422: { ...HTML, description: 'The page again: this is no address.' } }, problems: ['too-large'],
    })(async ({ params: given, language, context }) => {
      const email = ((await readForm(context.req.raw, FORM_LIMIT, language)).get('email') ?? '').trim();
      const found = await asking(given.request);
      if (!found || !services.mail) return gone(language);
      const { grant, client } = found;
      if (!isEmail(email)) return { status: 422, headers: HEADERS, raw: await addressPage(grant, client, language, { email, trouble: 'emailWrong' }) };
      if (!budget.takes(email)) return { status: 200, headers: HEADERS, raw: await addressPage(grant, client, language, { trouble: 'askTries' }) };
      const code = await nameHolder(database, grant, email, now());
      if (code === undefined) return { status: 200, headers: HEADERS, raw: await addressPage(grant, client, language, { trouble: 'askTries' }) };
      const t = say(language);
      services.mail.send({ to: email, subject: t('askSubject', { name: client.name }), text: t('askMail', { name: client.name, link: `${publicUrlOf(services)}/oauth/requests/${given.request}/${code}` }) });
      return { status: 200, headers: HEADERS, raw: await page(language, t('sentTitle'), html`<h1>${t('sentTitle')}</h1><p>${t('askSent', { email })}</p><p><a href="">${t('again')}</a></p>`) };
    }),

    route({
      method: 'get', path: '/oauth/requests/{request}/{code}', operationId: 'decisionPage', access: 'public', summary: 'The page on which the person says yes or no.',
      params: codeParams, replies: { 200: { ...HTML, description: 'The page.' }, 404: GONE }, problems: [],
    })(async ({ params: given, language }) => {
      const found = await asking(given.request);
      if (!found || !isNamed(found.grant, given.code)) return gone(language);
      const { grant, client } = found;
      const t = say(language);
      return {
        status: 200, headers: headersTo(grant.redirectUri),
        raw: await page(language, t('askTitle', { name: client.name }), html`<h1>${t('askTitle', { name: client.name })}</h1><ul class="points">${scopesIn(grant.scope).map((scope) => html`<li>${t(`scope_${scope}`)}</li>`)}</ul>
          ${grant.claims.length > 0 ? html`<p>${t('askHeld', { count: grant.claims.length })}</p>` : ''}<p>${t('askBack', { url: new URL(grant.redirectUri).host })}</p>
          <form method="post" action=""><button class="main" name="decision" value="allow">${t('askAllow')}</button> <button class="other" name="decision" value="refuse">${t('askRefuse')}</button>
          <h2>${t('askEraseTitle')}</h2><p>${t('askEraseHelp')}</p><button class="other" name="decision" value="erase">${t('askErase')}</button></form>`),
      };
    }),

    route({
      method: 'post', path: '/oauth/requests/{request}/{code}', operationId: 'decide', access: 'public', summary: 'The decision (`decision`: `allow`, `refuse`, or `erase` for all that is kept of the person): back to the software with a code, or with `access_denied`.',
      params: codeParams, replies: { 303: { description: 'Back to the software.', headers: { Location: 'Where to.' } }, 404: GONE }, problems: ['too-large'],
    })(async ({ params: given, language, context }) => {
      const decision = (await readForm(context.req.raw, FORM_LIMIT, language)).get('decision');
      const decided = await database.transaction(async (inside) => {
        const grant = await lockNamed(inside, given.request, given.code, now());
        if (!grant) return undefined;
        const { holderId } = grant;
        if (decision !== 'allow') {
          await closeGrant(inside, grant);
          if (decision === 'erase') await eraseHolder(inside, holderId);
          else await forgetUnused(inside);
          return { grant, code: undefined };
        }
        for (const { credential, createdAt } of await credentialsOf(inside, grant.claims)) {
          const held = await heldOf(credential, createdAt);
          if (held) await addHeld(inside, holderId, held);
        }
        return { grant, code: await allow(inside, grant, now()) };
      });
      if (!decided) return gone(language);
      const { code, grant: { state, redirectUri } } = decided;
      return { status: 303, headers: { 'Location': backTo(redirectUri, code === undefined ? { error: 'access_denied', state } : { code, state }), 'Cache-Control': 'no-store' } };
    }),
  ];
}
