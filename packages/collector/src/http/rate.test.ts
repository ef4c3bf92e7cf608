import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, test } from 'node:test';
import { openTrial } from '../testing/collector.ts';
import type { ProblemBody, Trial } from '../testing/collector.ts';
import { clientOf } from './rate.ts';

let trial: Trial;
let url: string;
before(async () => {
  trial = await openTrial({ rates: { writes: 3, all: 20 }, proxies: 1 });
  ({ url } = await trial.collector.listen());
});
after(() => trial.close());

/** Through a real socket: the client is an address. */
const call = (method: string, path: string, client: string) => new Promise<{ status: number; retry: string | undefined; body: string }>((done, fail) => {
  const sending = request(`${url}${path}`, { method, headers: { 'X-Forwarded-For': `203.0.113.9, ${client}` } }, (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => {
      done({ status: response.statusCode ?? 0, retry: response.headers['retry-after'], body: Buffer.concat(chunks).toString() });
    });
  });
  sending.on('error', fail);
  sending.end();
});

test('the addresses of one IPv6 network are one client', () => {
  const network = clientOf('2001:db8:1:2::1');
  for (const same of ['2001:DB8:1:2:ffff:1:2:3', '2001:db8:0001:0002::', '2001:db8:1:2::192.0.2.1']) assert.equal(clientOf(same), network);
  assert.notEqual(clientOf('2001:db8:1:3::1'), network);
  assert.equal(clientOf('::1'), clientOf('::2'));
  assert.equal(clientOf('::ffff:192.0.2.1'), '192.0.2.1');
});

test('beyond its share a client is told to wait, others go on', async () => {
  const survey = await trial.survey();
  const path = `/surveys/${survey}/answers`;
  const statuses: number[] = [];
  for (let turn = 0; turn < 3; turn++) statuses.push((await call('POST', path, '192.0.2.1')).status);
  assert.deepEqual(statuses, [400, 400, 400]); // no key: counted all the same
  const refused = await call('POST', path, '192.0.2.1');
  assert.equal(refused.status, 429);
  const seconds = Number(refused.retry);
  assert.ok(seconds > 0 && seconds <= 60, refused.retry);
  assert.match((JSON.parse(refused.body) as ProblemBody).detail, /Réessayez dans \d+ secondes?/);
  assert.equal((await call('POST', path, '192.0.2.2')).status, 400);
  // Reading has its own, larger share.
  assert.equal((await call('GET', `/surveys/${survey}`, '192.0.2.1')).status, 200);
  const reads = [];
  for (let turn = 0; turn < 20; turn++) reads.push((await call('GET', '/', '192.0.2.1')).status);
  assert.ok(reads.includes(200) && reads.at(-1) === 429);
});

test('software that follows Open Badges 3.0 is told to wait in the words of that specification', async () => {
  let refused = await call('GET', '/ims/ob/v3p0/discovery', '192.0.2.3');
  for (let turn = 0; turn < 20; turn++) refused = await call('GET', '/ims/ob/v3p0/discovery', '192.0.2.3');
  assert.equal(refused.status, 429);
  assert.ok(Number(refused.retry) > 0);
  const said = JSON.parse(refused.body) as { imsx_description: string; imsx_CodeMinor: { imsx_codeMinorField: { imsx_codeMinorFieldValue: string }[] } };
  assert.equal(said.imsx_CodeMinor.imsx_codeMinorField[0]?.imsx_codeMinorFieldValue, 'server_busy');
  assert.match(said.imsx_description, /Réessayez dans \d+ secondes?/);
});
