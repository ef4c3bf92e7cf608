import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { badge, signer } from './testing/badges.ts';
import { baked } from './testing/pictures.ts';

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const CLI = path.join(import.meta.dirname, 'cli.ts');
const ISSUER = 'did:web:hub.example';

/** The command as a process of its own, the way a script calls it. */
function run(args: readonly string[], input = ''): Promise<Run> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, ['--conditions=source', CLI, ...args]);
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => { out += text; });
    child.stderr.setEncoding('utf8').on('data', (text: string) => { err += text; });
    child.on('error', failed).on('close', (code) => { done({ code, out, err }); });
    child.stdin.end(input);
  });
}

interface Report {
  readonly file: string;
  readonly state: string;
  readonly checks: Record<string, string>;
  readonly messages: readonly { check: string; code: string; path: string; text: string }[];
}
const reports = ({ out }: Run): Report[] => out.trimEnd().split('\n').map((line) => JSON.parse(line) as Report);

describe('open-badges verify', () => {
  let folder = '';
  const file = (name: string): string => path.join(folder, name);
  const NOW = ['--now', '2026-11-23T12:00:00Z'];

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'badges-'));
    const key = await signer();
    const good = await key.sign(badge(key.did, { validUntil: '2027-01-01T00:00:00Z' }));
    const web = await signer('eddsa-rdfc-2022', `${ISSUER}#k`);
    const document = { id: ISSUER, verificationMethod: [{ id: `${ISSUER}#k`, controller: ISSUER, publicKeyMultibase: web.publicKeyMultibase }], assertionMethod: [`${ISSUER}#k`] };
    await writeFile(file('good.json'), JSON.stringify(good));
    await writeFile(file('good.png'), baked(JSON.stringify(good)));
    await writeFile(file('altered.json'), JSON.stringify({ ...good, name: 'Autre' }));
    await writeFile(file('web.json'), JSON.stringify(await web.sign(badge(ISSUER))));
    await writeFile(file('by-did.json'), JSON.stringify({ [ISSUER]: document, 'https://hub.example/badge': good }));
    await writeFile(file('by-url.json'), JSON.stringify({ 'https://hub.example/.well-known/did.json': JSON.stringify(document) }));
    await writeFile(file('list.json'), '[]');
  });
  after(() => rm(folder, { recursive: true }));

  test('--json: one object a file, on one line, in this shape', async () => {
    const ran = await run(['verify', file('good.json'), file('good.png'), '--json', ...NOW]);
    assert.equal(ran.code, 0, ran.err);
    assert.equal(ran.err, '');
    const lines = reports(ran);
    assert.deepEqual(lines.map(({ file: name, state }) => [name, state]), [[file('good.json'), 'verified'], [file('good.png'), 'verified']]);
    for (const line of lines) {
      assert.deepEqual(Object.keys(line), ['file', 'state', 'checks', 'messages']);
      assert.deepEqual(line.checks, { structure: 'ok', integrity: 'ok', issuer: 'ok', dates: 'ok', status: 'not checked', recipient: 'not checked' });
      for (const message of line.messages) assert.deepEqual(Object.keys(message), ['check', 'code', 'path', 'text']);
      assert.ok(line.messages.every(({ text }) => typeof text === 'string' && text !== ''));
    }
  });

  test('exit 1 when one is not verified; the others are judged all the same', async () => {
    const ran = await run(['verify', file('altered.json'), file('good.json'), '--json', ...NOW]);
    assert.equal(ran.code, 1);
    assert.deepEqual(reports(ran).map(({ state }) => state), ['altered', 'verified']);
  });

  test('--now', async () => {
    for (const [now, state, code] of [['2026-12-31', 'verified', 0], ['2027-01-01T00:00:00Z', 'expired', 1], ['2027-01-01T01:00:00+02:00', 'verified', 0], ['2025-01-01', 'not yet valid', 1]] as const) {
      const ran = await run(['verify', file('good.json'), '--json', '--now', now]);
      assert.deepEqual([reports(ran)[0]?.state, ran.code], [state, code]);
    }
  });

  test('--resources stands in for the network, by DID or by URL, object or text', async () => {
    assert.deepEqual(reports(await run(['verify', file('web.json'), '--json', ...NOW])).map(({ state }) => state), ['issuer not proven']);
    for (const map of ['by-did.json', 'by-url.json']) assert.equal((await run(['verify', file('web.json'), '--resources', file(map), ...NOW])).code, 0, map);
    assert.equal((await run(['verify', 'https://hub.example/badge', '--resources', file('by-did.json'), ...NOW])).code, 0);
  });

  test('--recipient says whose it is; --lang in which language', async () => {
    const mine = reports(await run(['verify', file('good.json'), '--json', '--recipient', 'mediatheque@commune.example', ...NOW]))[0];
    assert.equal(mine?.checks['recipient'], 'ok');
    const other = reports(await run(['verify', file('good.json'), '--json', '--recipient', 'autre@commune.example', '--lang', 'en', ...NOW]))[0];
    assert.equal(other?.checks['recipient'], 'failed');
    assert.ok(other.messages.some(({ text }) => text === 'The badge was not awarded to this address.'));
  });

  test('standard input, and plain text for people', async () => {
    const ran = await run(['verify', '-'], 'bonjour');
    assert.equal(ran.code, 1);
    assert.match(ran.out, /^-: unreadable\n {2}structure: failed/);
  });

  test('exit 2 when it is called wrongly, or a file cannot be opened', async () => {
    for (const args of [[], ['verify'], ['check', file('good.json')], ['verify', file('good.json'), '--what'], ['verify', file('good.json'), '--now', 'demain'], ['verify', file('good.json'), '--now', '2026-02-30'], ['verify', file('good.json'), '--resources', file('none.json')], ['verify', file('good.json'), '--resources', file('list.json')], ['verify', file('good.json'), '--lang', 'de']]) {
      const ran = await run(args);
      assert.equal(ran.code, 2, args.join(' '));
      assert.match(ran.err, /open-badges verify FILE/);
      assert.equal(ran.out, '');
    }
    const ran = await run(['verify', file('none.json'), file('good.json'), '--json', ...NOW]);
    assert.equal(ran.code, 2);
    assert.deepEqual(reports(ran).map(({ state }) => state), ['verified']);
  });
});
