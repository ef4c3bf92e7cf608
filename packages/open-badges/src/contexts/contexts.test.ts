import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { CONTEXTS } from './index.ts';
import { KNOWN_CONTEXTS } from './names.ts';

const pins = JSON.parse(readFileSync(new URL('pins.json', import.meta.url), 'utf8')) as readonly { url: string; file: string; sha256: string }[];

test('every pinned context is the document that was pinned', () => {
  for (const { url, file, sha256 } of pins) {
    const bytes = readFileSync(new URL(file, import.meta.url));
    assert.equal(createHash('sha256').update(bytes).digest('hex'), sha256, file);
    assert.deepEqual(CONTEXTS.get(url), JSON.parse(bytes.toString()), url);
  }
});

test('the list of names and the list of documents are one list', () => {
  assert.deepEqual([...KNOWN_CONTEXTS].sort(), [...CONTEXTS.keys()].sort());
  // 3.0.0 was published under both addresses.
  assert.deepEqual(new Set(CONTEXTS.values()).size, pins.length);
});
