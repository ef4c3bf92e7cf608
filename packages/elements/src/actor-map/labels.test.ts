import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fittingLabels } from './labels.ts';

test('the first asked shows; what would cover it, or the edge, does not', () => {
  const lille = { name: 'Lille', x: 100, y: 100 };
  assert.deepEqual(fittingLabels([lille, { name: 'Lambersart', x: 110, y: 104 }, { name: 'Roubaix', x: 200, y: 60 }], 360, 300).map(({ name }) => name), ['Lille', 'Roubaix']);
  assert.deepEqual(fittingLabels([{ name: 'Villeneuve-d’Ascq', x: 300, y: 100 }, { name: 'Bas', x: 10, y: 290 }, { name: 'Hors', x: -5, y: 10 }], 360, 300), []);
});

test('no two names ever cover each other, and the first that fits is kept', () => {
  const label = fc.record({ name: fc.string({ minLength: 1, maxLength: 20 }), x: fc.integer({ min: -50, max: 450 }), y: fc.integer({ min: -50, max: 350 }) });
  fc.assert(fc.property(fc.array(label, { maxLength: 40 }), (asked) => {
    const shown = fittingLabels(asked, 400, 300);
    for (const [at, a] of shown.entries()) {
      for (const b of shown.slice(at + 1)) assert.ok(Math.abs(a.y - b.y) >= 16 || a.x + a.name.length * 6.6 <= b.x || b.x + b.name.length * 6.6 <= a.x);
    }
    const first = asked.find((each) => fittingLabels([each], 400, 300).length === 1);
    assert.equal(shown[0], first);
  }));
});
