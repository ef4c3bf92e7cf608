import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { allowedUrl, carefulFetch } from './fetch.ts';

describe('what may be fetched', () => {
  test('https addresses of public hosts', () => {
    for (const url of ['https://hub.example/a', 'https://hub.example/a#key', 'https://8.8.8.8/', 'https://[2606:4700::1111]/', 'https://hub.example:443/']) assert.ok(allowedUrl(url), url);
  });
  test('nothing that leads inside, or hides where it goes', () => {
    const refused = [
      'http://hub.example/', 'ftp://hub.example/', 'file:///etc/passwd', 'data:text/plain,x', 'javascript:1', 'did:web:hub.example', 'hub.example', '',
      'https://hub.example:8443/', 'https://user@hub.example/', 'https://user:word@hub.example/', 'https://localhost/', 'https://hub/', 'https://printer.local/', 'https://db.internal/', 'https://a.localhost/', 'https://hub.local./',
      'https://127.0.0.1/', 'https://127.1/', 'https://2130706433/', 'https://0x7f.1/', 'https://0.0.0.0/', 'https://10.1.2.3/', 'https://172.16.0.1/', 'https://172.31.255.255/', 'https://192.168.1.1/', 'https://169.254.169.254/', 'https://100.64.0.1/', 'https://224.0.0.1/', 'https://255.255.255.255/', 'https://198.18.0.1/',
      'https://[::1]/', 'https://[::]/', 'https://[::ffff:127.0.0.1]/', 'https://[fe80::1]/', 'https://[fc00::1]/', 'https://[fd12::1]/', 'https://[64:ff9b::7f00:1]/', 'https://[2002:7f00:1::]/', 'https://[2001:db8::1]/', 'https://[2001::1]/',
    ];
    for (const url of refused) assert.equal(allowedUrl(url), undefined, url);
  });
});

describe('carefulFetch', () => {
  /** A server that answers from a table, and what it was asked. */
  function server(answers: Readonly<Record<string, () => Response>>): { asked: [string, RequestInit | undefined][]; fetcher: typeof fetch } {
    const asked: [string, RequestInit | undefined][] = [];
    return {
      asked,
      fetcher: (input, init) => {
        const url = input instanceof Request ? input.url : input.toString();
        asked.push([url, init]);
        return Promise.resolve(answers[url]?.() ?? new Response('', { status: 404 }));
      },
    };
  }
  const redirect = (location: string) => (): Response => new Response('', { status: 302, headers: { location } });

  test('sends no cookie, no referrer, no fragment', async () => {
    const { asked, fetcher } = server({ 'https://hub.example/a': () => new Response('{"a":1}') });
    assert.equal(await carefulFetch('https://hub.example/a#key', fetcher), '{"a":1}');
    const [[url, init] = []] = asked;
    assert.equal(url, 'https://hub.example/a');
    assert.deepEqual([init?.credentials, init?.referrerPolicy, init?.redirect], ['omit', 'no-referrer', 'manual']);
  });

  test('follows one redirection inside its origin', async () => {
    const { asked, fetcher } = server({
      'https://hub.example/a': redirect('/b'), 'https://hub.example/b': () => new Response('b'), 'https://hub.example/c': redirect('https://evil.example/'), 'https://hub.example/d': redirect('https://127.0.0.1/'), 'https://hub.example/e': redirect('/a'),
    });
    assert.equal(await carefulFetch('https://hub.example/a', fetcher), 'b');
    for (const path of ['c', 'd', 'e']) assert.equal(await carefulFetch(`https://hub.example/${path}`, fetcher), undefined);
    assert.ok(asked.every(([url]) => url.startsWith('https://hub.example/')));
  });

  test('reads a revoked assertion’s 410, and neither errors nor too much', async () => {
    const { fetcher } = server({
      'https://hub.example/gone': () => new Response('{"revoked":true}', { status: 410 }), 'https://hub.example/error': () => new Response('oops', { status: 500 }), 'https://hub.example/large': () => new Response(new Uint8Array(1_048_577)),
    });
    assert.equal(await carefulFetch('https://hub.example/gone', fetcher), '{"revoked":true}');
    for (const path of ['error', 'large', 'missing']) assert.equal(await carefulFetch(`https://hub.example/${path}`, fetcher), undefined);
  });
});
