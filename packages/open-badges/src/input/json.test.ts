import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { JsonError, parseJson } from './json.ts';

describe('parseJson', () => {
  test('reads what JSON.parse reads', () => {
    for (const text of ['{}', '[]', ' { "a" : [1, -0.5e3, true, false, null, "é\\u00e9\\n\\ud83d\\ude00"] } ', '"x"', '0', '-0', '1E2', '[[[]]]', '{"":{"toString":1,"constructor":2}}']) {
      assert.deepEqual(parseJson(text), JSON.parse(text), text);
    }
  });

  const refused: Readonly<Record<string, readonly [text: string, code: string]>> = {
    'a name twice': ['{"a":1,"a":1}', 'json.duplicate'],
    'a name twice, once escaped': ['{"a":1,"\\u0061":2}', 'json.duplicate'],
    'a prototype': ['{"a":{"__proto__":1}}', 'json.proto'],
    'half a surrogate pair': ['["\\ud800"]', 'json.surrogate'],
    'a number beyond doubles': ['[1e999]', 'json.number'],
    'too deep': ['['.repeat(65) + ']'.repeat(65), 'json.depth'],
    'a comma too many': ['[1,]', 'json.syntax'], 'a leading zero': ['[01]', 'json.syntax'], 'a plus': ['+1', 'json.syntax'], 'a bare dot': ['[.5]', 'json.syntax'],
    'two documents': ['{} {}', 'json.syntax'], 'the end missing': ['{"a":', 'json.syntax'], 'a line in a text': ['"a\nb"', 'json.syntax'],
    'an unknown escape': ['"\\x"', 'json.syntax'], 'single quotes': ["{'a':1}", 'json.syntax'], 'a comment': ['/* */{}', 'json.syntax'], NaN: ['NaN', 'json.syntax'], empty: ['', 'json.syntax'],
  };
  for (const [name, [text, code]] of Object.entries(refused)) {
    test(`refuses ${name}`, () => {
      assert.throws(() => parseJson(text), (error: unknown) => error instanceof JsonError && error.code === code);
    });
  }

  test('says where it stopped', () => {
    assert.throws(() => parseJson('{"a":[1,{"b":x}]}'), { path: '$.a[1].b', at: 13 });
    assert.throws(() => parseJson(`{"${'k'.repeat(9999)}":x}`), (error: unknown) => error instanceof JsonError && error.path.length < 500);
  });

  test('reads up to its limits and no further', () => {
    assert.ok(parseJson('['.repeat(64) + ']'.repeat(64)));
    assert.throws(() => parseJson(`"${'x'.repeat(100)}"`, { depth: 1, length: 50 }), { code: 'json.length' });
  });
});
