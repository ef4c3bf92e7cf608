/** A client of the Open Badges 3.0 API, written from the specification (§6, §7): it knows the discovery address, and finds the rest there. */
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { issue } from '@assembleurs/open-badges/issue';
import type { SigningKey } from '@assembleurs/open-badges/issue';
import { awardBy, didKey, EMAIL, linkIn, newKey, openMailbox, PUBLIC, signed } from '../testing/badges.ts';
import type { Mailbox } from '../testing/badges.ts';
import { ADMIN, json, openTrial } from '../testing/collector.ts';
import type { Trial } from '../testing/collector.ts';

const SCOPE = 'https://purl.imsglobal.org/spec/ob/v3p0/scope/';
const ALL = ['credential.readonly', 'credential.upsert', 'profile.readonly', 'profile.update'].map((name) => SCOPE + name).join(' ');
const BACK = 'https://porte-badges.example/retour?de=asb';

let trial: Trial;
let mailbox: Mailbox;
let key: SigningKey;
let clock = new Date('2026-11-20T10:00:00Z');

before(async () => {
  mailbox = await openMailbox();
  trial = await openTrial({ publicUrl: PUBLIC, mail: { server: mailbox.server, from: 'badges@hub.example' }, now: () => clock });
  key = await newKey();
});
after(async () => {
  await trial.close();
  await mailbox.close();
});

const at = (address: string): string => address.replace(PUBLIC, '');
const post = (address: string, values: Record<string, string>, headers: Record<string, string> = {}) =>
  trial.call('POST', at(address), { raw: new URLSearchParams(values).toString(), headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers } });

interface Discovered {
  servers: { url: string }[];
  info: { 'termsOfService': string; 'x-imssf-privacyPolicyUrl': string };
  components: { securitySchemes: { OAuth2ACG: { 'x-imssf-registrationUrl': string; 'flows': { authorizationCode: { authorizationUrl: string; tokenUrl: string; scopes: Record<string, string> } } } } };
}

class Client {
  readonly #found: Discovered;
  readonly #basic: string;
  readonly id: string;
  readonly verifier = randomBytes(32).toString('base64url');
  token = '';
  refreshToken = '';

  private constructor(found: Discovered, id: string, secret: string) {
    this.#found = found;
    this.id = id;
    this.#basic = `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`;
  }

  static async register(): Promise<Client> {
    const found = await json<Discovered>(trial.call('GET', '/ims/ob/v3p0/discovery'));
    const { OAuth2ACG } = found.components.securitySchemes;
    const answer = await trial.call('POST', at(OAuth2ACG['x-imssf-registrationUrl']), {
      body: { client_name: 'Porte-badges <b>', client_uri: 'https://porte-badges.example/', redirect_uris: [BACK], grant_types: ['authorization_code', 'refresh_token'], response_types: ['code'], token_endpoint_auth_method: 'client_secret_basic', scope: `${ALL} offline_access` },
    });
    assert.equal(answer.status, 201);
    const { client_id, client_secret } = await json<{ client_id: string; client_secret: string }>(answer);
    return new Client(found, client_id, client_secret);
  }

  get flow(): Discovered['components']['securitySchemes']['OAuth2ACG']['flows']['authorizationCode'] {
    return this.#found.components.securitySchemes.OAuth2ACG.flows.authorizationCode;
  }

  /** Where it sends the person. */
  address(changes: Record<string, string> = {}): string {
    const challenge = createHash('sha256').update(this.verifier).digest('base64url');
    return `${this.flow.authorizationUrl}?${new URLSearchParams({ response_type: 'code', client_id: this.id, redirect_uri: BACK, scope: ALL, state: 'état 1', code_challenge: challenge, code_challenge_method: 'S256', ...changes }).toString()}`;
  }

  exchange(code: string, changes: Record<string, string> = {}): Promise<Response> {
    return post(this.flow.tokenUrl, { grant_type: 'authorization_code', code, redirect_uri: BACK, scope: ALL, code_verifier: this.verifier, ...changes }, { Authorization: this.#basic });
  }

  async take(answer: Response): Promise<void> {
    assert.equal(answer.status, 200, await answer.clone().text());
    const { access_token, refresh_token = '' } = await json<{ access_token: string; refresh_token?: string }>(answer);
    this.token = access_token;
    this.refreshToken = refresh_token;
  }

  refresh(): Promise<Response> {
    return post(this.flow.tokenUrl, { grant_type: 'refresh_token', refresh_token: this.refreshToken }, { Authorization: this.#basic });
  }

  revoke(): Promise<Response> {
    return post(`${PUBLIC}/oauth/revoke`, { token: this.refreshToken || this.token }, { Authorization: this.#basic });
  }

  call(method: string, path: string, { raw, type = 'application/json' }: { raw?: string; type?: string } = {}): Promise<Response> {
    return trial.call(method, at(`${this.#found.servers[0]?.url ?? ''}${path}`), { token: this.token, ...(raw !== undefined && { raw, headers: { 'Content-Type': type } }) });
  }
}

/** A person in a browser: follows to the page, gives their address, opens the message, decides. */
async function decide(address: string, email: string, decision: string): Promise<URL> {
  const sent = await trial.call('GET', at(address));
  assert.equal(sent.status, 303);
  const page = sent.headers.get('location') ?? '';
  assert.match(await (await trial.call('GET', at(page))).text(), /Porte-badges &lt;b&gt;.» demande/);
  await post(page, { email });
  const link = linkIn(await mailbox.next());
  const asked = await trial.call('GET', at(link));
  assert.match(asked.headers.get('content-security-policy') ?? '', /form-action 'self' https:\/\/porte-badges\.example;/);
  const answer = await post(link, { decision });
  assert.equal(answer.status, 303);
  return new URL(answer.headers.get('location') ?? '');
}

async function connected(email = EMAIL, changes: Record<string, string> = {}): Promise<Client> {
  const client = await Client.register();
  const back = await decide(client.address(changes), email, 'allow');
  assert.equal(back.origin + back.pathname, 'https://porte-badges.example/retour');
  assert.deepEqual([back.searchParams.get('de'), back.searchParams.get('state')], ['asb', 'état 1']);
  await client.take(await client.exchange(back.searchParams.get('code') ?? ''));
  return client;
}

interface Status { imsx_codeMajor: string; imsx_severity: string; imsx_description: string; imsx_CodeMinor: { imsx_codeMinorField: { imsx_codeMinorFieldValue: string }[] } }
const minor = async (response: Response): Promise<string> => {
  const { imsx_codeMajor, imsx_severity, imsx_CodeMinor } = await json<Status>(response);
  assert.deepEqual([imsx_codeMajor, imsx_severity], ['failure', 'error']);
  return imsx_CodeMinor.imsx_codeMinorField[0]?.imsx_codeMinorFieldValue ?? '';
};

describe('a person’s badges, for software that they allowed', () => {
  test('discovery names its own pages, and every scope of the specification', async () => {
    const client = await Client.register();
    for (const scope of ALL.split(' ')) assert.ok(client.flow.scopes[scope], scope);
    assert.match(await (await trial.call('GET', '/oauth/privacy', { language: 'fr' })).text(), /une empreinte de votre adresse/);
  });

  test('a badge that was issued to them is read; one that they bring is kept, replaced, paged through, by date', async () => {
    await trial.call('PUT', '/issuers/mel', { token: ADMIN, body: { id: didKey(key), name: 'Hub' } });
    const own = await signed(awardBy(didKey(key)), key);
    const other = await signed(awardBy(didKey(key)), key);
    await trial.call('POST', '/issuers/mel/claims', { token: ADMIN, body: { items: [{ credential: own, email: 'Une@mairie.example' }, { credential: other, email: 'autre@mairie.example' }] } });
    const client = await connected('une@mairie.example');
    const first = await client.call('GET', '/credentials');
    assert.equal(first.headers.get('x-total-count'), '1');
    assert.deepEqual((await json<{ credential: unknown[] }>(first)).credential, [JSON.parse(own)], 'theirs, and not another’s');

    const later = awardBy(didKey(key), { validFrom: '2026-05-01T00:00:00Z' });
    const brought = await signed(later, key);
    const created = await client.call('POST', '/credentials', { raw: brought });
    assert.deepEqual([created.status, await created.text()], [201, brought]);
    const token = await issue(awardBy(didKey(key), { validFrom: '2026-06-01T00:00:00Z' }), { key, now: new Date(), form: 'jwt' });
    const kept = await client.call('POST', '/credentials', { raw: token.text, type: 'text/plain' });
    assert.deepEqual([kept.status, kept.headers.get('content-type')?.split(';')[0], await kept.text()], [201, 'text/plain', token.text]);
    const again = await signed({ ...later, narrative: 'Autre récit' }, key);
    assert.equal((await client.call('POST', '/credentials', { raw: again })).status, 200);

    const all = await json<{ credential: unknown[]; compactJwsString: string[] }>(client.call('GET', '/credentials'));
    assert.deepEqual([all.credential, all.compactJwsString], [[JSON.parse(own), JSON.parse(again)], [token.text]]);
    const page = await client.call('GET', '/credentials?limit=2&offset=0');
    assert.equal(page.headers.get('x-total-count'), '3');
    assert.match(page.headers.get('link') ?? '', /<https:\/\/collecteur\.hub\.example\/ims\/ob\/v3p0\/credentials\?limit=2&offset=2>; rel="next", <[^>]+offset=2>; rel="last", <[^>]+offset=0>; rel="first"$/);
    const since = await client.call('GET', '/credentials?since=2026-05-15T00:00:00Z');
    assert.equal(since.headers.get('x-total-count'), '1');
    for (const query of ['limit=0', 'limit=x', 'offset=-1', 'since=hier']) {
      const wrong = await client.call('GET', `/credentials?${query}`);
      assert.deepEqual([wrong.status, await minor(wrong)], [400, 'invalid_query_parameter'], query);
    }
    assert.equal((await client.call('POST', '/credentials', { raw: brought.replace('Un atelier', 'Deux ateliers') })).status, 400, 'an altered badge is not kept');
  });

  test('a profile is kept whole; what is none is refused in the specification’s words', async () => {
    const client = await connected('profil@mairie.example');
    assert.deepEqual([(await client.call('GET', '/profile')).status, await minor(await client.call('GET', '/profile'))], [404, 'not_found']);
    const profile = { '@context': ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'], 'type': 'Profile', 'id': 'https://mairie.example/', 'name': 'Mairie' };
    assert.deepEqual(await json(client.call('PUT', '/profile', { raw: JSON.stringify(profile) })), profile);
    assert.deepEqual(await json(client.call('GET', '/profile')), profile);
    for (const raw of ['', '[]', '{"type":"Profile"}', '{"id":"x","type":"Achievement"}']) assert.equal((await client.call('PUT', '/profile', { raw })).status, 400, raw);
  });

  test('a token opens what it was given for, as long as it lasts, and no longer than it is wanted', async () => {
    const client = await connected('jeton@mairie.example', { scope: `${SCOPE}credential.readonly offline_access` });
    assert.equal((await client.call('GET', '/credentials')).status, 200);
    assert.deepEqual([(await client.call('GET', '/profile')).status, await minor(await client.call('POST', '/credentials', { raw: '{}' }))], [403, 'forbidden']);
    clock = new Date(clock.getTime() + 3_601_000);
    assert.deepEqual([(await client.call('GET', '/credentials')).status, await minor(await client.call('GET', '/credentials'))], [401, 'unauthorizedrequest']);
    const used = client.refreshToken;
    await client.take(await client.refresh());
    assert.equal((await client.call('GET', '/credentials')).status, 200);
    const now = client.refreshToken;
    client.refreshToken = used;
    assert.equal((await client.refresh()).status, 400, 'a refresh token serves once');
    client.refreshToken = now;
    assert.equal((await client.revoke()).status, 200);
    assert.equal((await client.call('GET', '/credentials')).status, 401);
    assert.equal((await client.refresh()).status, 400);
  });

  test('a code serves once, for who asked, with its verifier; a second use takes back what it gave', async () => {
    const client = await Client.register();
    const code = (await decide(client.address(), 'code@mairie.example', 'allow')).searchParams.get('code') ?? '';
    const thief = await Client.register();
    assert.equal((await json<{ error: string }>(thief.exchange(code, { code_verifier: client.verifier }))).error, 'invalid_grant');
    assert.equal((await client.exchange(code)).status, 400, 'a code that was tried by another is spent');
    const again = (await decide(client.address(), 'code@mairie.example', 'allow')).searchParams.get('code') ?? '';
    assert.equal((await client.exchange(again, { code_verifier: 'x'.repeat(43) })).status, 400);
    const third = (await decide(client.address(), 'code@mairie.example', 'allow')).searchParams.get('code') ?? '';
    await client.take(await client.exchange(third));
    assert.equal((await client.call('GET', '/credentials')).status, 200);
    assert.equal((await client.exchange(third)).status, 400);
    assert.equal((await client.call('GET', '/credentials')).status, 401);
  });

  test('nobody is sent to an address that the software did not register; other faults go back to it', async () => {
    const client = await Client.register();
    for (const wrong of ['https://voleur.example/retour', 'https://porte-badges.example/', `${BACK}&x=1`]) assert.equal((await trial.call('GET', at(client.address({ redirect_uri: wrong })))).status, 400, wrong);
    for (const [changes, error] of [[{ response_type: 'token' }, 'unsupported_response_type'], [{ code_challenge_method: 'plain' }, 'invalid_request'], [{ code_challenge: '' }, 'invalid_request'], [{ scope: 'tout' }, 'invalid_scope']] as const) {
      const back = new URL((await trial.call('GET', at(client.address(changes)))).headers.get('location') ?? '');
      assert.deepEqual([back.hostname, back.searchParams.get('error'), back.searchParams.get('state')], ['porte-badges.example', error, 'état 1']);
    }
    for (const redirect of ['http://porte-badges.example/', 'javascript:alert(1)', 'https://a:b@porte-badges.example/', 'https://porte-badges.example/#x']) {
      assert.equal((await trial.call('POST', '/oauth/register', { body: { client_name: 'x', redirect_uris: [redirect] } })).status, 400, redirect);
    }
  });

  test('refused, nothing is given; erased, nothing is kept', async () => {
    const client = await connected('efface@mairie.example');
    await client.call('PUT', '/profile', { raw: JSON.stringify({ id: 'https://mairie.example/', type: 'Profile' }) });
    const refused = await decide((await Client.register()).address(), 'efface@mairie.example', 'refuse');
    assert.deepEqual([refused.searchParams.get('error'), refused.searchParams.get('code')], ['access_denied', null]);
    assert.equal((await client.call('GET', '/profile')).status, 200);
    await decide((await Client.register()).address(), 'efface@mairie.example', 'erase');
    assert.equal((await client.call('GET', '/profile')).status, 401);
    assert.equal((await (await connected('efface@mairie.example')).call('GET', '/profile')).status, 404);
  });

  test('software in a browser may call it, from any page; the pages where a person decides are no page’s to read', async () => {
    const preflight = (path: string, method: string) => trial.call('OPTIONS', path, { headers: { 'Origin': 'https://porte-badges.example', 'Access-Control-Request-Method': method } });
    for (const [path, method] of [['/ims/ob/v3p0/credentials', 'POST'], ['/ims/ob/v3p0/profile', 'PUT'], ['/oauth/token', 'POST'], ['/oauth/register', 'POST']] as const) {
      assert.equal((await preflight(path, method)).headers.get('access-control-allow-origin'), '*', path);
    }
    for (const path of ['/oauth/authorize', '/oauth/requests/x', '/claims/x']) assert.equal((await preflight(path, 'GET')).headers.get('access-control-allow-origin'), null, path);
  });

  test('whom a permission is of does not change once it is given, whatever comes late', async () => {
    const victim = await connected('victime@mairie.example');
    await victim.call('PUT', '/profile', { raw: JSON.stringify({ id: 'https://mairie.example/', type: 'Profile', name: 'Victime' }) });
    const client = await Client.register();
    const page = at((await trial.call('GET', at(client.address()))).headers.get('location') ?? '');
    await post(page, { email: 'voleur@ailleurs.example' });
    const link = linkIn(await mailbox.next());
    // Another address is on its way when the first one says yes.
    const { url } = await trial.collector.listen();
    const body = 'email=victime%40mairie.example';
    const late = request(`${url}${page}`, { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': body.length, 'Expect': '100-continue' } });
    const answered = once(late, 'response') as Promise<[IncomingMessage]>;
    late.flushHeaders();
    await once(late, 'continue');
    const code = new URL((await post(link, { decision: 'allow' })).headers.get('location') ?? '').searchParams.get('code') ?? '';
    late.end(body);
    const [{ statusCode }] = await answered;
    assert.equal(statusCode, 404);
    await client.take(await client.exchange(code));
    assert.equal((await client.call('GET', '/profile')).status, 404, 'not the victim’s');
    assert.equal((await post(link, { decision: 'allow' })).status, 404, 'a link decides once');
  });

  test('a permission ends 90 days after it was given, however often it is renewed', async () => {
    const client = await connected('duree@mairie.example', { scope: `${SCOPE}credential.readonly offline_access` });
    for (let day = 0; day < 80; day += 40) {
      clock = new Date(clock.getTime() + 40 * 86_400_000);
      await client.take(await client.refresh());
    }
    clock = new Date(clock.getTime() + 10 * 86_400_000 + 1_000);
    assert.deepEqual([(await client.refresh()).status, (await client.call('GET', '/credentials')).status], [400, 401]);
  });

  test('a good copy gives way to none that is less sure; one badge at a time, as it was signed', async () => {
    await trial.call('PUT', '/issuers/mel', { token: ADMIN, body: { id: didKey(key), name: 'Hub' } });
    const award = awardBy(didKey(key));
    const [older, renewed] = await Promise.all([signed(award, key), signed({ ...award, validFrom: '2026-05-01T00:00:00Z' }, key)]);
    await trial.call('POST', '/issuers/mel/claims', { token: ADMIN, body: { items: [{ credential: older, email: 'copie@mairie.example' }] } });
    const client = await connected('copie@mairie.example');
    assert.equal((await client.call('POST', '/credentials', { raw: renewed })).status, 200);
    const unsigned = { ...JSON.parse(renewed) as Record<string, unknown>, name: 'Autre' };
    Reflect.deleteProperty(unsigned, 'proof');
    const elsewhere = JSON.parse(renewed.replaceAll(didKey(key), 'did:web:commune.example')) as { proof: unknown };
    for (const raw of [JSON.stringify(unsigned), JSON.stringify({ ...elsewhere, issuer: (JSON.parse(renewed) as { issuer: unknown }).issuer }), `[${await signed(awardBy(didKey(key)), key)}]`]) assert.equal((await client.call('POST', '/credentials', { raw })).status, 400, raw.slice(0, 60));
    // Allowing another software adds what waits to be collected, and takes nothing back.
    const other = await connected('copie@mairie.example');
    assert.deepEqual((await json<{ credential: unknown[] }>(other.call('GET', '/credentials'))).credential, [JSON.parse(renewed)]);
  });

  test('what no database takes is refused, and is no failure', async () => {
    const client = await connected('zero@mairie.example');
    assert.equal((await trial.call('GET', '/oauth/authorize?client_id=%00')).status, 400);
    assert.equal(new URL((await trial.call('GET', at(client.address({ state: '\0' })))).headers.get('location') ?? '').searchParams.get('error'), 'invalid_request');
    assert.equal((await client.call('GET', '/credentials?since=-271821-04-20T00:00:00.000Z')).status, 400);
  });

  test('our messages say nothing that strangers wrote, and are not sent without end', async () => {
    for (const client_name of ['Porte\nVotre compte est suspendu', 'Voyez https://voleur.example', 'Nom\u2028suite', 'N\0m', 'x'.repeat(81)]) {
      assert.equal((await trial.call('POST', '/oauth/register', { body: { client_name, redirect_uris: [BACK] } })).status, 400, client_name);
    }
    const client = await Client.register();
    let sent = 0;
    for (let turn = 0; turn < 8; turn += 1) {
      const page = (await trial.call('GET', at(client.address()))).headers.get('location') ?? '';
      const shown = await (await post(page, { email: 'cible@mairie.example' })).text();
      if (shown.includes('Regardez votre messagerie')) sent += 1;
    }
    for (let turn = 0; turn < sent; turn += 1) await mailbox.next();
    assert.equal(sent, 6);
  });

  test('software that nobody let in within a week is forgotten, and what somebody let in is not', async () => {
    const start = clock;
    try {
      const [idle, used] = [await Client.register(), await connected('garde@mairie.example')];
      clock = new Date(start.getTime() + 100 * 86_400_000);
      await trial.collector.purge();
      assert.equal((await trial.call('GET', at(idle.address()))).status, 400);
      assert.equal((await trial.call('GET', at(used.address()))).status, 303);
    } finally {
      clock = start;
    }
  });

  test('no address is in the log', () => {
    assert.doesNotMatch(trial.log.join('\n'), /mairie\.example/);
  });
});
