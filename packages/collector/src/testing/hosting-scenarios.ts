/** What an issuer publishes, and badges to collect: a scenario for each status that is documented. */
import assert from 'node:assert/strict';
import { hostedBadge } from '@assembleurs/open-badges/issue';
import { awardBy, didDocument, didKey, EMAIL, PUBLIC, signed, statusList } from './badges.ts';
import { ADMIN, json } from './collector.ts';
import type { Call } from './collector.ts';
import { bodies, long, none } from './stage.ts';
import type { Scenarios, Stage } from './stage.ts';

export function hostingScenarios({ trial, bare, mute, key, hub, sendForm, nextLink }: Stage): Scenarios {
  const issuer = () => ({ id: didKey(key), name: 'Hub' });
  const LIST = '/issuers/mel/status/1.json';
  /** What may be published at each address of an issuer. */
  const documents: Record<string, () => Promise<unknown>> = {
    'did.json': () => Promise.resolve(didDocument(didKey(key), [key])),
    'status/1.json': () => statusList(didKey(key), key, PUBLIC + LIST, '2026-01-01T10:00:00Z'),
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
          await putHosted(path, { body: await statusList(didKey(key), key, PUBLIC + LIST, '2026-01-03T10:00:00Z') });
          const refused = await putHosted(path);
          await hub('DELETE', '/issuers/mel');
          await hub('PUT', '/issuers/mel', { body: issuer() });
          return refused;
        },
      }),
      ...(name === 'Revocations' && {
        409: async () => {
          await putHosted(path, { body: { id: `${PUBLIC}/issuers/mel/${path}`, issuer: didKey(key), revokedCredential: [{ id: 'urn:uuid:1' }] } });
          const refused = await putHosted(path);
          await hub('PUT', `/issuers/mel/${path}?reinstate=true`, { body: await documents[path]?.() });
          return refused;
        },
      }),
      ...(name === 'Ob2Badge' && {
        409: async () => {
          await putHosted(path);
          await putHosted(path, { body: { ...await documents[path]?.() as object, revoked: true } });
          const refused = await putHosted(path);
          await hub('PUT', `/issuers/mel/${path}?reinstate=true`, { body: await documents[path]?.() });
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
        await sendForm(link, { email: EMAIL });
        return nextLink();
      },
    };
  }

  return {
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
      200: async () => sendForm((await claim()).link, { email: 'autre@mairie.example' }),
      400: () => sendForm(`/claims/${long}`, { email: EMAIL }),
      404: () => sendForm('/claims/inconnu', { email: EMAIL }),
      413: async () => sendForm((await claim()).link, { email: 'x'.repeat(5_000) }),
      422: async () => sendForm((await claim()).link, { email: 'x' }),
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
  };
}
