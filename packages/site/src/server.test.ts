import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { serveSite } from './server.ts';
import type { Site } from './server.ts';

describe('the demonstration’s server', () => {
  let site: Site;
  before(async () => {
    site = await serveSite({ collector: () => 'http://collector.invalid:9' });
  });
  after(() => site.close());

  /** As typed: `fetch` and `URL` would tidy `..` away. */
  const raw = (path: string, method = 'GET'): Promise<{ status: number | undefined; body: string }> =>
    new Promise((done, fail) => {
      const { hostname, port } = new URL(site.url);
      request({ hostname, port, path, method }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (part: string) => (body += part)).on('end', () => { done({ status: response.statusCode, body }); });
      }).on('error', fail).end();
    });

  test('serves pages with the collector’s address in them', async () => {
    const page = await (await fetch(`${site.url}/commune/`)).text();
    assert.match(page, /<asb-survey[^>]+src="http:\/\/collector\.invalid:9\/surveys\/commune-2026"/);
    assert.doesNotMatch(page, /%COLLECTOR%/);
  });

  test('lets a page run its own scripts only, talk to the collector only, and build no HTML from strings', async () => {
    const policy = (await fetch(`${site.url}/hub/`)).headers.get('content-security-policy') ?? '';
    const rules = policy.split('; ');
    for (const rule of [
      "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self' http://collector.invalid:9",
      "require-trusted-types-for 'script'", 'trusted-types lit-html', "frame-ancestors 'self'",
    ]) assert.ok(rules.includes(rule), rule);
    assert.doesNotMatch(policy, /unsafe/);
    const framed = (await fetch(`${site.url}/embed/survey.html`)).headers.get('content-security-policy') ?? '';
    assert.match(framed, /frame-ancestors \*/);
  });

  test('gives nothing from outside its folders', async () => {
    for (const path of [
      '/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/cdn/../package.json', '/cdn/..%2f..%2fpackage.json', '/hub/..%5c..%5cpackage.json',
      '/.env', '/%00', '/%zz', '//etc/passwd', '/cdn/', '/assets/',
    ]) {
      const { status, body } = await raw(path);
      assert.equal(status, 404, path);
      assert.doesNotMatch(body, /"dependencies"|root:/, path);
    }
  });

  test('says that a page does not exist, and finds a folder without its slash', async () => {
    const missing = await fetch(`${site.url}/absente`);
    assert.equal(missing.status, 404);
    assert.match(await missing.text(), /n’existe pas/);
    assert.equal((await fetch(`${site.url}/hub`)).url, `${site.url}/hub/`);
  });

  test('only reads', async () => {
    assert.equal((await raw('/hub/', 'POST')).status, 405);
    const head = await raw('/hub/', 'HEAD');
    assert.deepEqual(head, { status: 200, body: '' });
  });

  test('leaves one page without an encoding, as some content managers do', async () => {
    assert.equal((await fetch(`${site.url}/cms/sans-charset.html`)).headers.get('content-type'), 'text/html');
    assert.match((await fetch(`${site.url}/cms/bloc.html`)).headers.get('content-type') ?? '', /utf-8/);
  });

  test('takes the next port when its own is taken', async () => {
    const port = Number(new URL(site.url).port);
    const other = await serveSite({ port, collector: () => 'http://collector.invalid:9' });
    try {
      assert.ok(Number(new URL(other.url).port) > port);
    } finally {
      await other.close();
    }
  });
});
