import assert from 'node:assert/strict';
import { test } from 'node:test';

import { contentHash } from './content-hash.ts';
import type { JsonObject } from './input/json.ts';
import { FIXED } from './testing/fixed.ts';

const badge = JSON.parse(FIXED['eddsa-rdfc-2022'] ?? '') as JsonObject;

test('the hash stands for the statements: neither the proof nor the order of the properties changes it, a word does', async () => {
  const { method, hex } = await contentHash(badge);
  assert.equal(method, 'RDFC-1.0');
  assert.match(hex, /^[\da-f]{64}$/);
  const turned = Object.fromEntries(Object.entries(badge).reverse().filter(([name]) => name !== 'proof'));
  assert.equal((await contentHash(turned)).hex, hex);
  assert.notEqual((await contentHash({ ...badge, name: 'Autre' })).hex, hex);
});

test('what JSON-LD cannot read is hashed as JSON', async () => {
  const { method } = await contentHash({ uid: '1', badge: 'https://hub.example/badge' });
  assert.equal(method, 'JCS');
});
