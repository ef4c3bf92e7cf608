import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readSettings, WrongSetting } from './settings.ts';

describe('settings', () => {
  test('defaults: the loopback, a folder, the limits', () => {
    const { port, host, options, surveys } = readSettings([], {});
    assert.deepEqual([port, host, surveys], [8090, '127.0.0.1', []]);
    assert.deepEqual(options, {
      databaseUrl: undefined, folder: 'asb-data', adminToken: undefined, origins: [], base: '', proxies: 0, rates: { writes: 120, all: 1_200 },
    });
  });

  test('options come before the environment', () => {
    const env = { PORT: '1', ASB_DATA_DIR: 'a', ASB_ORIGINS: 'https://hub.example/, https://b.example', ASB_RATE_WRITES: '0', ASB_BASE: '/c/', DATABASE_URL: '' };
    const { port, options, surveys } = readSettings(['--port', '9', '--data', 'b', '--survey', 'x=a=b.json', '--survey', 'y=c.json'], env);
    assert.deepEqual([port, options.folder, options.origins, options.base, options.databaseUrl], [9, 'b', ['https://hub.example', 'https://b.example'], '/c', undefined]);
    assert.deepEqual(surveys, [{ id: 'x', file: 'a=b.json' }, { id: 'y', file: 'c.json' }]);
    assert.ok(typeof options.rates === 'object' && options.rates.writes > 1e9);
  });

  test('what cannot be used is named', () => {
    for (const [args, env, text] of [
      [['--port', 'abc'], {}, 'badNumber'], [[], { ASB_PROXIES: '-1' }, 'badNumber'], [['--survey', 'x'], {}, 'badSurvey'],
      [['--nothing'], {}, 'badOption'], [['file.json'], {}, 'badOption'], [[], { ASB_ADMIN_TOKEN: 'court' }, 'shortToken'],
    ] as const) {
      assert.throws(() => readSettings([...args], env), (error) => error instanceof WrongSetting && error.text === text, text);
    }
  });
});
