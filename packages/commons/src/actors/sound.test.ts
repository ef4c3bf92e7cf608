import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { soundCopy } from '../record/sound.ts';
import { ACTOR_KINDS } from './kinds.ts';
import { Actor, Link, Place } from './model.ts';
import { STANDARD_VALUES } from './standard-values.ts';

const id = fc.uuid().map((uuid) => `urn:uuid:${uuid}`);
const base = (type: string) => ({ id, type: fc.constant(type), version: fc.integer({ min: 1, max: 9 }), derivedFrom: fc.array(fc.string()) });
const services = fc.array(fc.constantFrom(...STANDARD_VALUES.services));
const actor = fc.record({ ...base('actor'), name: fc.string({ minLength: 1 }), kind: fc.constantFrom(...ACTOR_KINDS), commune: fc.constant('59350'), latitude: fc.double({ min: -90, max: 90, noNaN: true }), publics: fc.array(fc.string()), extra: fc.dictionary(fc.string(), fc.jsonValue()), unknown: fc.jsonValue() }, { requiredKeys: ['id', 'type', 'version', 'derivedFrom', 'name', 'kind'] });
const place = fc.record({ ...base('place'), nom: fc.string({ minLength: 1 }), holder: id, services, telephone: fc.string(), horaires: fc.string() }, { requiredKeys: ['id', 'type', 'version', 'derivedFrom', 'nom'] });
const link = fc.record({ ...base('link'), source: id, target: id, kind: fc.constant('orientation'), status: fc.constantFrom('existant', 'souhaite'), since: fc.constantFrom('2026', '2026-11', '2026-13') }, { requiredKeys: ['id', 'type', 'version', 'derivedFrom', 'source', 'target', 'kind', 'status'] });
const models: readonly (readonly [z.ZodMiniType & { readonly _zod: { readonly def: { readonly shape: object } } }, fc.Arbitrary<Record<string, unknown>>])[] = [[Actor, actor], [Place, place], [Link, link]];
const through = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('a copy that is said to be sound is what the model gives, whatever is wrong elsewhere', () => {
  const odd = fc.oneof(fc.jsonValue(), fc.constantFrom(undefined, NaN, Infinity, new Date(0), new Map(), [undefined], { toJSON: () => 'x' }), fc.anything({ withBigInt: false }));
  for (const [model, record] of models) {
    fc.assert(fc.property(record, fc.constantFrom(...Object.keys(model._zod.def.shape), 'other', '__proto__', 'toJSON'), odd, fc.boolean(), (right, member, value, broken) => {
      const given: Record<string, unknown> = { ...right };
      if (broken) Object.defineProperty(given, member, { value, enumerable: true, configurable: true, writable: true });
      const copy = soundCopy(model, given);
      if (copy === undefined) return;
      const parsed = model.safeParse(through(given));
      assert.ok(parsed.success, JSON.stringify(given));
      assert.deepEqual(through(copy), through(parsed.data));
      assert.deepEqual(through(copy), copy);
    }), { numRuns: 2000 });
  }
});

test('what is right is nearly always known to be', () => {
  for (const [model, record] of models) {
    const right = fc.sample(record, 300).map(through).filter((each) => model.safeParse(each).success);
    const known = right.filter((each) => soundCopy(model, each) !== undefined);
    assert.ok(known.length >= right.length * 0.95, `${String(known.length)} of ${String(right.length)}`);
  }
});

test('a sound copy shares nothing with what it came from', () => {
  const given = { id: 'urn:uuid:00000000-0000-4000-8000-000000000000', type: 'actor', version: 1, derivedFrom: ['a'], name: 'Médiathèque', kind: 'bibliotheque', extra: { column: ['x'] } };
  const copy = soundCopy(Actor, given);
  given.derivedFrom.push('b');
  given.extra.column.push('y');
  assert.deepEqual(copy?.derivedFrom, ['a']);
  assert.deepEqual(copy.extra, { column: ['x'] });
});

test('models that change what they read are never said to be sound', () => {
  for (const model of [z.looseObject({ a: z.pipe(z.string(), z.transform(Number)) }), z.object({ a: z.string() }), z.looseObject({ a: z.string().check(z.trim()) }), z.looseObject({ a: z.coerce.string() }), z.looseObject({ a: z.union([z.string(), z.number()]) })]) {
    assert.equal(soundCopy(model as z.ZodMiniType, { a: ' 1', b: 2 }), undefined);
  }
});
