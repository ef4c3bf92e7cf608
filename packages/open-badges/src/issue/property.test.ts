/** Whatever a person types, what was issued verifies; whatever is changed afterwards, it does not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

import { isObject, type JsonObject, type JsonValue } from '../input/json.ts';
import { award, freshKey, oracleVerifies } from '../testing/awards.ts';
import { NOW } from '../testing/badges.ts';
import { judge } from '../testing/judge.ts';
import { issue } from './issue.ts';
import type { Award, Recipient } from './model.ts';

const key = await freshKey();
const base = award(key);
const INVISIBLE = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/;
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== '' && !INVISIBLE.test(text));
const odd = fc.string({ unit: 'binary', maxLength: 40 }).filter((text) => !INVISIBLE.test(text));
const salt = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('hex'));
const recipient: fc.Arbitrary<Recipient> = fc.oneof(
  fc.record({ kind: fc.constant('person' as const), email: fc.constantFrom('a.b+c@commune.example', 'É@commune.example', 'x@a-b.hub.example'), salt: fc.option(salt, { nil: undefined }) }),
  fc.record({ kind: fc.constant('organisation' as const), name: words, url: fc.option(fc.webUrl({ validSchemes: ['https'] }), { nil: undefined }) }),
);
const awards: fc.Arbitrary<Award> = fc.record({
  name: words, description: words, criteria: words, narrative: odd, recipient, tags: fc.array(words, { maxLength: 3 }),
  evidence: fc.array(fc.record({ name: odd, narrative: odd }), { maxLength: 4 }), later: fc.option(fc.integer({ min: 1, max: 4000 }), { nil: undefined }),
}).map(({ name, description, criteria, narrative, recipient: to, tags, evidence, later }) => ({
  ...base, recipient: to, narrative, evidence, achievement: { ...base.achievement, name, description, criteria, tags },
  validUntil: later === undefined ? undefined : `20${String(27 + (later % 60)).padStart(2, '0')}-01-01T00:00:00Z`,
}));

/** Every text of the badge, by where it stands, but for its signature and the context. */
function places(value: JsonValue, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value === 'string') return [path];
  if (Array.isArray(value)) return value.flatMap((item, index) => places(item, [...path, index]));
  return isObject(value) ? Object.entries(value).flatMap(([name, item]) => (name === '@context' ? [] : places(item, [...path, name]))) : [];
}

function change(value: JsonValue, [step, ...rest]: readonly (string | number)[], text: string): JsonValue {
  if (step === undefined) return text;
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? change(item, rest, text) : item));
  return Object.fromEntries(Object.entries(value as JsonObject).map(([name, item]) => [name, name === step ? change(item, rest, text) : item]));
}

test('any award that is taken is verified, here and by the reference library', async () => {
  await fc.assert(fc.asyncProperty(awards, async (one) => {
    const { credential, text } = await issue(one, { key, now: NOW });
    assert.equal((await judge(text)).state, 'verified');
    assert.equal(await oracleVerifies(credential), true);
  }), { numRuns: 60 });
});

test('any changed text is not verified any more', async () => {
  const { credential } = await issue(base, { key, now: NOW });
  const all = places(credential);
  assert.ok(all.length > 40);
  await fc.assert(fc.asyncProperty(fc.constantFrom(...all), fc.string({ minLength: 1, maxLength: 10 }), async (path, text) => {
    const changed = change(credential, path, text);
    fc.pre(JSON.stringify(changed) !== JSON.stringify(credential));
    assert.notEqual((await judge(changed)).state, 'verified', path.join('.'));
  }), { numRuns: 200 });
});
