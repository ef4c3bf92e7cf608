/** The pages by which a person collects a badge. They hold no script, and read without one. */
import { html } from 'hono/html';
import { isEmail } from '@assembleurs/open-badges/issue';
import * as z from 'zod';
import { KILOBYTE, readForm } from '../http/limits.ts';
import type { Language } from '../http/language.ts';
import { route } from '../http/route.ts';
import type { ReplyDocument, Route } from '../http/route.ts';
import type { Services } from '../services.ts';
import { addressForm } from './address-form.ts';
import type { AddressForm } from './address-form.ts';
import { publicUrlOf } from './addresses.ts';
import { badgeFile, FILES, viewBadge } from './badge-view.ts';
import { eraseClaim, findClaim, isConfirmed, noteClaimed, tryAddress } from './claims.ts';
import type { Claim } from './claims.ts';
import { markdown } from './markdown.ts';
import { HEADERS, page } from './page.ts';
import { say } from './words.ts';

/** Longer than any of ours: a link that was cut or glued is answered by a page, not by a list of errors. */
const token = z.string().max(512);
const linkParams = z.object({ token });
const codeParams = z.object({ token, code: token });
const fileParams = z.object({ token, code: token, file: z.enum(FILES) });
const HTML = { type: 'text/html' } as const;
const GONE: ReplyDocument & typeof HTML = { ...HTML, description: 'A page: this link is no longer good.' };
const FORM_LIMIT = 4 * KILOBYTE;

const gonePage = async (language: Language) => {
  const t = say(language);
  return { status: 404, headers: HEADERS, raw: await page(language, t('goneTitle'), html`<h1>${t('goneTitle')}</h1><p>${t('gone')}</p>`) } as const;
};

async function askPage({ badgeName, issuer }: Claim, language: Language, { trouble, ...form }: AddressForm = {}): Promise<string> {
  const t = say(language);
  const wrong = trouble === 'emailWrong';
  return page(language, t('title', { badge: badgeName }), html`<h1>${badgeName}</h1><p>${t('by', { issuer })}</p>
    ${trouble && !wrong ? html`<p class="note bad" role="alert">${t(trouble)}</p>` : ''}<p>${t('ask')}</p>
    ${addressForm(language, { ...form, trouble: wrong ? 'emailWrong' : undefined })}<p>${t('privacy')}</p>`);
}

export function claimPages(services: Services): Route[] {
  const { database, now } = services;
  return [
    route({
      method: 'get', path: '/claims/{token}', operationId: 'claimPage', access: 'public',
      summary: 'The page of a badge to collect: asks for the address that it was issued to.',
      params: linkParams,
      replies: { 200: { ...HTML, description: 'The page.' }, 404: GONE },
      problems: [],
    })(async ({ params, language }) => {
      const claim = await findClaim(database, params.token, now());
      return claim ? { status: 200, headers: HEADERS, raw: await askPage(claim, language) } : gonePage(language);
    }),

    route({
      method: 'post', path: '/claims/{token}', operationId: 'askForClaim', access: 'public',
      summary: 'Sends the message that opens the badge, when the address of the form (`email`) is the right one. The answer does not say whether it is.',
      params: linkParams,
      replies: { 200: { ...HTML, description: 'A page: look at your mail.' }, 404: GONE, 422: { ...HTML, description: 'The page again: this is no address.' } },
      problems: ['too-large'],
    })(async ({ params, language, context }) => {
      const claim = await findClaim(database, params.token, now());
      if (!claim || !services.mail) return gonePage(language);
      const t = say(language);
      const email = ((await readForm(context.req.raw, FORM_LIMIT, language)).get('email') ?? '').trim();
      if (!isEmail(email)) return { status: 422, headers: HEADERS, raw: await askPage(claim, language, { email, trouble: 'emailWrong' }) };
      const { code, wait } = await tryAddress(database, claim, email, now());
      if (wait) return { status: 200, headers: HEADERS, raw: await askPage(claim, language, { trouble: 'wait' }) };
      if (code !== undefined) {
        const values = { badge: claim.badgeName, issuer: claim.issuer, link: `${publicUrlOf(services)}/claims/${params.token}/${code}` };
        services.mail.send({ to: email, subject: t('mailSubject', values), text: t('mailText', values) });
      }
      return {
        status: 200, headers: HEADERS,
        raw: await page(language, t('sentTitle'), html`<h1>${t('sentTitle')}</h1><p>${t('sent', { email })}</p><p>${t('sentNothing')}</p><p><a href="">${t('again')}</a></p>`),
      };
    }),

    route({
      method: 'get', path: '/claims/{token}/{code}', operationId: 'claimedPage', access: 'public',
      summary: 'The badge, for who holds the link of the message: what it is, and its files.',
      params: codeParams,
      replies: { 200: { ...HTML, description: 'The page.' }, 404: GONE },
      problems: [],
    })(async ({ params, language }) => {
      const claim = await findClaim(database, params.token, now());
      if (!claim) return gonePage(language);
      if (!isConfirmed(claim, params.code, now())) {
        return { status: 200, headers: HEADERS, raw: await askPage(claim, language, { trouble: 'codeGone', action: `../${params.token}` }) };
      }
      await noteClaimed(database, claim, now());
      return { status: 200, headers: HEADERS, raw: await badgePage(claim, params.code, language) };
    }),

    route({
      method: 'get', path: '/claims/{token}/{code}/{file}', operationId: 'claimedFile', access: 'public',
      summary: 'The badge as a file: the picture that holds it, or its data.',
      params: fileParams,
      replies: { 200: { description: 'The file.', type: 'application/vc+ld+json' }, 404: GONE },
      problems: [],
    })(async ({ params, language }) => {
      const claim = await findClaim(database, params.token, now());
      if (!claim || !isConfirmed(claim, params.code, now())) return gonePage(language);
      const file = badgeFile(claim, await viewBadge(services, claim), params.file);
      if (!file) return gonePage(language);
      return { status: 200, headers: { 'Content-Type': file.type, 'Cache-Control': 'no-store', 'Content-Disposition': `attachment; filename="${params.file}"` }, raw: file.content };
    }),

    route({
      method: 'post', path: '/claims/{token}/{code}', operationId: 'eraseClaimed', access: 'public',
      summary: 'Erases the badge from here, as its recipient asks.',
      params: codeParams,
      replies: { 200: { ...HTML, description: 'A page: it is erased.' }, 404: GONE },
      problems: [],
    })(async ({ params, language }) => {
      const claim = await findClaim(database, params.token, now());
      if (!claim || !isConfirmed(claim, params.code, now())) return gonePage(language);
      await eraseClaim(database, claim.issuerId, claim.id);
      const t = say(language);
      return { status: 200, headers: HEADERS, raw: await page(language, t('erasedTitle'), html`<h1>${t('erasedTitle')}</h1><p>${t('erased')}</p>`) };
    }),
  ];

  async function badgePage(claim: Claim, code: string, language: Language): Promise<string> {
    const t = say(language);
    const { state, description, criteria, image, files, linkedIn } = await viewBadge(services, claim);
    const good = state === 'good' || state === 'other';
    return page(language, t('title', { badge: claim.badgeName }), html`<p>${t('mine')}</p><h1>${claim.badgeName}</h1><p>${t('by', { issuer: claim.issuer })}</p>
      ${image === undefined ? '' : html`<img alt="" src="${image}">`}
      <p class="note ${good ? '' : 'bad'}">${t(`state_${state}`)}</p><p class="text">${description}</p>
      ${criteria === '' ? '' : html`<h2>${t('criteria')}</h2>${markdown(criteria)}`}
      <h2>${t('keep')}</h2><p>${t('keepHelp')}</p>
      <ul>${files.map((file) => html`<li><a class="file" href="${code}/${file}" download>${t(`file_${file.slice('badge.'.length) as 'svg' | 'png' | 'json' | 'jwt'}`)}</a></li>`)}
      <li><a class="file" href="${linkedIn}" rel="noopener noreferrer">${t('share')}</a></li></ul><p>${t('shareHelp')}</p><p>${t('until', { date: claim.expiresAt })}</p>
      <h2>${t('eraseTitle')}</h2><p>${t('eraseHelp')}</p><form method="post" action=""><button class="other">${t('erase')}</button></form>`);
  }
}
