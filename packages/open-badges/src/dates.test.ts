import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseDateTime } from './dates.ts';

test('a date-time with a zone is the moment that it names', () => {
  for (const text of ['2026-01-01T00:00:00Z', '2024-02-29T23:59:59.999Z', '2026-06-01T12:00:00+02:00', '2026-06-01T12:00:00-03:30', '1969-12-31T23:59:59Z', '2026-01-01t00:00:00z']) {
    assert.equal(parseDateTime(text), Date.parse(text.toUpperCase()), text);
  }
  assert.equal(parseDateTime('2026-01-01T00:00:00.1234567Z'), Date.parse('2026-01-01T00:00:00.123Z'));
  assert.equal(new Date(parseDateTime('0026-01-01T00:00:00Z') ?? 0).getUTCFullYear(), 26);
});

test('what is no day, no hour, or has no zone is nothing', () => {
  for (const text of ['2026-02-30T00:00:00Z', '2025-02-29T00:00:00Z', '1900-02-29T00:00:00Z', '2026-04-31T00:00:00Z', '2026-13-01T00:00:00Z', '2026-00-01T00:00:00Z', '2026-01-00T00:00:00Z', '2026-01-01T24:00:00Z', '2026-01-01T00:60:00Z', '2026-01-01T00:00:61Z', '2026-01-01T00:00:00', '2026-01-01', '2026-01-01 00:00:00Z', '2026-01-01T00:00:00+15:00', '2026-01-01T00:00:00+0200', '26-01-01T00:00:00Z', ' 2026-01-01T00:00:00Z', '+002026-01-01T00:00:00Z', '', 1767225600, null, undefined, {}]) {
    assert.equal(parseDateTime(text), undefined, JSON.stringify(text));
  }
});
