import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { verify } from '@assembleurs/open-badges';
import type { SigningKey } from '@assembleurs/open-badges/issue';
import { ADMIN, json, openTrial } from '../testing/collector.ts';
import type { ProblemBody, Trial } from '../testing/collector.ts';
import { awardBy, didKey, EMAIL, newKey, openMailbox, pathIn, PUBLIC, signed, statusList } from '../testing/badges.ts';
import type { Mailbox } from '../testing/badges.ts';

let trial: Trial;
let mailbox: Mailbox;
let key: SigningKey;
let did: string;
let clock = new Date('2026-11-20T10:00:00Z');
const LIST = `${PUBLIC}/issuers/mel/status/1.json`;

const hub = (method: string, path: string, body?: unknown) => trial.call(method, path, { token: ADMIN, body });
const form = (path: string, email: string, language = 'fr') =>
  trial.call('POST', path, { raw: new URLSearchParams({ email }).toString(), headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, language });

/** A link's path, for a badge of its own. */
async function link(changes: Parameters<typeof awardBy>[1] = {}, days = 30): Promise<string> {
  const response = await hub('POST', '/issuers/mel/claims', { items: [{ credential: await signed(awardBy(did, changes), key), email: EMAIL }], days });
  assert.equal(response.status, 201, await response.clone().text());
  return (await json<{ items: { link: string }[] }>(response)).items[0]!.link.slice(PUBLIC.length);
}

before(async () => {
  mailbox = await openMailbox();
  trial = await openTrial({ publicUrl: PUBLIC, mail: { server: mailbox.server, from: 'badges@hub.example' }, now: () => clock });
  key = await newKey();
  did = didKey(key);
  await hub('PUT', '/issuers/mel', { id: did, name: 'Hub <numérique> & co' });
});
after(async () => {
  await trial.close();
  await mailbox.close();
});

describe('a badge to collect', () => {
  test('asks for the address, sends the message, gives the badge as a file that verifies', async () => {
    const path = await link();
    const page = await trial.call('GET', path, { language: 'fr' });
    const html = await page.text();
    assert.match(html, /<html lang="fr">/);
    assert.match(html, /Participation à un atelier/);
    assert.match(html, /Hub &lt;numérique&gt; &amp; co/);
    assert.doesNotMatch(html, /<script/);
    assert.doesNotMatch(html, /mairie\.example.*value/);

    const asked = await form(path, ' Accueil@Mairie.Example ');
    assert.match(await asked.text(), /Regardez votre messagerie/);
    const message = await mailbox.next();
    assert.match(message, /^To: accueil@mairie\.example|^To: Accueil@Mairie\.Example/im);
    const opened = pathIn(message);
    const badge = await trial.call('GET', opened);
    const text = await badge.text();
    assert.match(text, /Votre badge/);
    assert.match(text, /vérifié à l’instant/);
    assert.match(text, /Un atelier &lt;b&gt;suivi&lt;\/b&gt;/);
    assert.match(text, /<img alt="" src="data:image\/svg\+xml;base64,/);
    for (const name of ['badge.json', 'badge.svg']) {
      const file = await trial.call('GET', `${opened}/${name}`);
      assert.match(file.headers.get('content-disposition') ?? '', /attachment/);
      const verdict = await verify(new Uint8Array(await file.arrayBuffer()), { now: clock, recipient: EMAIL });
      assert.deepEqual([verdict.state, verdict.checks.recipient], ['verified', 'ok'], name);
    }
    assert.equal((await trial.call('GET', `${opened}/badge.png`)).status, 404);
    const [claim] = (await json<{ items: { claimedAt: string | null; name: string }[] }>(hub('GET', '/issuers/mel/claims'))).items;
    assert.equal(claim?.claimedAt, clock.toISOString());
  });

  test('a page holds nothing that runs, is framed, or is asked elsewhere', async () => {
    const page = await trial.call('GET', await link());
    const policy = page.headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /style-src 'sha256-[^']+'/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.equal(page.headers.get('referrer-policy'), 'no-referrer');
    assert.equal(page.headers.get('cache-control'), 'no-store');
  });

  test('another address gets the same answer, and no message', async () => {
    const path = await link();
    const right = await form(path, EMAIL);
    const message = await mailbox.next();
    const wrong = await form(path, 'autre@mairie.example');
    assert.deepEqual([wrong.status, (await wrong.text()).replaceAll('autre@', 'accueil@')], [right.status, await right.text()]);
    // The next message to come is that of the next right address: none came between.
    await form(path, EMAIL);
    const next = await mailbox.next();
    assert.notEqual(next, message);
    assert.match(next, /^To: accueil@mairie\.example\r$/m);
    assert.doesNotMatch(trial.log.join('\n'), /mairie\.example/);
  });

  test('what is no address is said beside the field, with what was typed', async () => {
    const response = await form(await link(), 'mairie"><script>');
    const html = await response.text();
    assert.equal(response.status, 422);
    assert.match(html, /role="alert">Cette adresse n’est pas complète/);
    assert.match(html, /value="mairie&quot;&gt;&lt;script&gt;"/);
    assert.match(html, /aria-invalid="true"/);
  });

  test('after five tries the sixth waits, and an hour later goes on', async () => {
    const path = await link();
    for (let turn = 0; turn < 5; turn += 1) assert.match(await (await form(path, `essai${String(turn)}@mairie.example`)).text(), /Regardez/);
    assert.match(await (await form(path, EMAIL)).text(), /Réessayez dans une heure/);
    clock = new Date(clock.getTime() + 3_601_000);
    assert.match(await (await form(path, EMAIL)).text(), /Regardez/);
    await mailbox.next();
  });

  test('the message’s link ends after an hour, or with a newer message; the first link goes on', async () => {
    const path = await link();
    await form(path, EMAIL);
    const first = pathIn(await mailbox.next());
    await form(path, EMAIL);
    const second = pathIn(await mailbox.next());
    assert.match(await (await trial.call('GET', first)).text(), /un message plus récent a été envoyé/);
    assert.match(await (await trial.call('GET', second)).text(), /Votre badge/);
    clock = new Date(clock.getTime() + 3_601_000);
    const late = await (await trial.call('GET', second)).text();
    assert.match(late, /a expiré/);
    assert.equal(new URL(/action="([^"]+)"/.exec(late)?.[1] ?? '', PUBLIC + second).pathname, path, 'the form leads back to the first link');
    assert.equal((await trial.call('GET', `${second}/badge.json`)).status, 404);
  });

  test('past its time the link is a page that says so, and the badge is erased from here', async () => {
    const path = await link({}, 2);
    clock = new Date(clock.getTime() + 3 * 86_400_000);
    const gone = await trial.call('GET', path, { language: 'en' });
    assert.equal(gone.status, 404);
    assert.match(await gone.text(), /no longer good/);
    assert.equal((await trial.collector.purge()).claims, 1);
    assert.equal((await form(path, EMAIL)).status, 404);
  });

  test('its recipient erases it from here; the hub erases it too', async () => {
    const path = await link();
    await form(path, EMAIL);
    const opened = pathIn(await mailbox.next());
    assert.match(await (await trial.call('POST', opened)).text(), /Le badge est effacé d’ici/);
    assert.equal((await trial.call('GET', path)).status, 404);
    const other = await link();
    const { items } = await json<{ items: { id: string }[] }>(hub('GET', '/issuers/mel/claims'));
    for (const { id } of items) assert.equal((await hub('DELETE', `/issuers/mel/claims/${id}`)).status, 204);
    assert.equal((await trial.call('GET', other)).status, 404);
  });

  test('taken back meanwhile, the page says so', async () => {
    await hub('PUT', '/issuers/mel/status/1.json', await statusList(did, key, LIST, '2026-11-01T10:00:00Z'));
    const path = await link({ status: { kind: 'bitstring', url: LIST, index: 9 } });
    await hub('PUT', '/issuers/mel/status/1.json', await statusList(did, key, LIST, '2026-11-02T10:00:00Z', 9));
    await form(path, EMAIL);
    assert.match(await (await trial.call('GET', pathIn(await mailbox.next()))).text(), /a retiré ce badge/);
  });

  test('only sound badges of this issuer wait: the problem names the line', async () => {
    const good = await signed(awardBy(did), key);
    const other = await newKey();
    const cases = [
      [{ credential: good.replace('Un atelier', 'Deux ateliers'), email: EMAIL }, 'items.1.credential', /.+/],
      [{ credential: await signed(awardBy(didKey(other)), other), email: EMAIL }, 'items.1.credential', /n’est pas de cet émetteur/],
      [{ credential: 'bonjour', email: EMAIL }, 'items.1.credential', /OpenBadgeCredential/],
      [{ credential: good, email: 'mairie' }, 'items.1.email', /adresse électronique/],
    ] as const;
    for (const [item, path, said] of cases) {
      const response = await hub('POST', '/issuers/mel/claims', { items: [{ credential: good, email: EMAIL }, item] });
      const { errors } = await json<ProblemBody>(response);
      assert.equal(response.status, 422);
      assert.match(errors?.[0]?.detail ?? '', said);
      if (!said.source.startsWith('.')) assert.equal(errors?.[0]?.path, path);
    }
    assert.deepEqual((await json<{ items: unknown[] }>(hub('GET', '/issuers/mel/claims'))).items.length, 1, 'of a request with a wrong line, none waits');
  });
});
