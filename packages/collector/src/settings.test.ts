import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readSettings, WrongSetting } from './settings.ts';

describe('settings', () => {
  test('defaults: the loopback, a folder, the limits', () => {
    const { port, host, options, surveys } = readSettings([], {});
    assert.deepEqual([port, host, surveys], [8090, '127.0.0.1', []]);
    assert.deepEqual(options, {
      databaseUrl: undefined, folder: 'asb-data', adminToken: undefined, origins: [], base: '', publicUrl: undefined, mail: undefined, proxies: 0, rates: { writes: 120, all: 1_200 },
    });
  });

  test('options come before the environment', () => {
    const env = { PORT: '1', ASB_DATA_DIR: 'a', ASB_ORIGINS: 'https://hub.example/, https://b.example', ASB_RATE_WRITES: '0', ASB_BASE: '/c/', DATABASE_URL: '' };
    const { port, options, surveys } = readSettings(['--port', '9', '--data', 'b', '--survey', 'x=a=b.json', '--survey', 'y=c.json'], env);
    assert.deepEqual([port, options.folder, options.origins, options.base, options.databaseUrl], [9, 'b', ['https://hub.example', 'https://b.example'], '/c', undefined]);
    assert.deepEqual(surveys, [{ id: 'x', file: 'a=b.json' }, { id: 'y', file: 'c.json' }]);
    assert.ok(typeof options.rates === 'object' && options.rates.writes > 1e9);
  });

  test('the public address, and the server of messages with its sender', () => {
    const { options } = readSettings([], { ASB_PUBLIC_URL: 'https://collecteur.hub.example/c/', ASB_SMTP_URL: 'smtps://badges:secret@smtp.hub.example', ASB_MAIL_FROM: 'Hub <badges@hub.example>' });
    assert.equal(options.publicUrl, 'https://collecteur.hub.example/c');
    assert.deepEqual(options.mail, { server: 'smtps://badges:secret@smtp.hub.example', from: 'Hub <badges@hub.example>' });
  });

  test('what cannot be used is named', () => {
    for (const [args, env, text] of [
      [['--port', 'abc'], {}, 'badNumber'], [[], { ASB_PROXIES: '-1' }, 'badNumber'], [['--survey', 'x'], {}, 'badSurvey'],
      [['--nothing'], {}, 'badOption'], [['file.json'], {}, 'badOption'], [[], { ASB_ADMIN_TOKEN: 'court' }, 'shortToken'],
      [[], { ASB_PUBLIC_URL: 'collecteur.hub.example' }, 'badAddress'], [[], { ASB_SMTP_URL: 'smtp://smtp.hub.example' }, 'badAddress'], [[], { ASB_MAIL_FROM: 'badges@hub.example' }, 'badAddress'],
    ] as const) {
      assert.throws(() => readSettings([...args], env), (error) => error instanceof WrongSetting && error.text === text, text);
    }
  });
});
