import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readOpeningHours, WEEKDAYS } from './opening-hours.ts';

const morning = ['09:00', '12:00'] as const;
const days = (from: number, to: number, ...times: readonly (readonly [string, string])[]) => ({ kind: 'days', from, to, times });

describe('opening hours of OpenStreetMap', () => {
  for (const [text, lines] of [
    ['Mo-Fr 09:00-12:00,14:00-18:30; Sa 08:30-12:00', [days(1, 5, morning, ['14:00', '18:30']), days(6, 6, ['08:30', '12:00'])]],
    ['Mo,Tu 9:00-12:00', [days(1, 2, morning)]],
    ['Mo 09:00-12:00; We 09:00-12:00;', [days(1, 1, morning), days(3, 3, morning)]],
    ['Mo-Fr 09:00-12:00; We off', [days(1, 2, morning), days(3, 3), days(4, 5, morning)]],
    ['Mo 09:00-12:00, We 14:00-17:00', [days(1, 1, morning), days(3, 3, ['14:00', '17:00'])]],
    ['Mo-Fr 09:00-12:00, Mo 14:00-18:00', [days(1, 1, morning, ['14:00', '18:00']), days(2, 5, morning)]],
    ['Mo-Fr 09:00-12:00,Mo-We 14:00-17:00', [days(1, 3, morning, ['14:00', '17:00']), days(4, 5, morning)]],
    ['Mo 14:00-18:00, Mo 09:00-12:00; Tu 09:00-12:00, Tu 11:00-13:00', [days(1, 1, morning, ['14:00', '18:00']), days(2, 2, ['09:00', '13:00'])]],
    ['Fr 22:00-02:00, Fr 09:00-12:00', [days(5, 5, morning, ['22:00', '02:00'])]],
    ['Mo-Fr 09:00-12:00, We off', [days(1, 2, morning), days(3, 3), days(4, 5, morning)]],
    ['Mo-Fr 09:00-12:00, Mo 14:00-18:00; Mo 10:00-11:00', [days(1, 1, ['10:00', '11:00']), days(2, 5, morning)]],
    ['PH 10:00-12:00, PH 14:00-16:00', [{ kind: 'holidays', times: [['10:00', '12:00'], ['14:00', '16:00']] }]],
    ['Sa-Mo 09:00-12:00', [days(1, 1, morning), days(6, 7, morning)]],
    ['09:00-12:00', [days(1, 7, morning)]],
    ['Tu[1,3] 09:00-12:00; Fr[-1] 14:00-17:00', [{ kind: 'nth', day: 2, nth: [1, 3], times: [morning] }, { kind: 'nth', day: 5, nth: [-1], times: [['14:00', '17:00']] }]],
    ['Mo-Su 09:00-12:00; PH off', [days(1, 7, morning), { kind: 'holidays', times: [] }]],
    [' 24/7 ', [{ kind: 'always' }]],
  ] as const) test(text, () => { assert.deepEqual(readOpeningHours(text), lines); });

  for (const text of ['', 'Sep-Jun Mo 09:00-12:00', 'week 1-10 Mo 09:00-12:00', 'Mo sunrise-sunset', 'Mo 09:00-12:00 "sur rendez-vous"', 'Mo 09:00+', 'Mo', 'Mo-09:00', 'Mo 9h-12h', 'sur rendez-vous', 'Mo 25:00-26:00', 'Mo[0] 09:00-12:00', 'Mo 09:00-12:00 14:00-15:00', ';'])
    test(`not read, so shown as it is: « ${text} »`, () => { assert.equal(readOpeningHours(text), undefined); });

  test('whatever is written, it ends and throws nothing; what was read covers each day once', () => {
    const bits = fc.constantFrom(...WEEKDAYS, 'PH', 'off', '-', ',', ';', '[1]', '[-1]', ' ', '09:00', '12:00-14:00', '24/7', 'x');
    fc.assert(fc.property(fc.oneof(fc.array(bits, { maxLength: 12 }).map((parts) => parts.join('')), fc.string()), (text) => {
      const seen = new Set<number>();
      for (const line of readOpeningHours(text) ?? []) {
        if (line.kind !== 'days') continue;
        for (let day = line.from; day <= line.to; day += 1) {
          assert.ok(day >= 1 && day <= 7 && !seen.has(day));
          seen.add(day);
        }
      }
    }), { numRuns: 500 });
  });
});
