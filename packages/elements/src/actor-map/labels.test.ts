import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { besideSpot, fittingLabels } from './labels.ts';

test('a name stands right and below its point, on another side where something is in the way, nowhere when it fits on none', () => {
  const lille = { name: 'Lille', x: 100, y: 100 };
  assert.deepEqual(fittingLabels([lille], 360, 300), [{ name: 'Lille', x: 108, y: 110 }]);
  const [first, second] = fittingLabels([lille, { name: 'Mons', x: 100, y: 104 }], 360, 300);
  assert.ok(first?.x === 108 && second && second.x < 100 && second.y > 104, 'left of its point');
  assert.deepEqual(fittingLabels([{ name: 'Villeneuve-d’Ascq', x: 300, y: 100 }], 360, 300).map(({ x }) => x < 300), [true], 'the edge');
  assert.deepEqual(fittingLabels([{ name: 'Hors', x: -5, y: 10 }, { name: 'Saint-André-lez-Lille', x: 60, y: 10 }], 100, 20), []);
});

test('a name goes to a side where no mark covers it, and is left out where each is covered', () => {
  const below = { x: 120, y: 118, radius: 14 };
  assert.ok((fittingLabels([{ name: 'Lille', x: 100, y: 100 }], 360, 300, [below])[0]?.x ?? 999) < 100);
  const all = [[120, 118], [80, 118], [120, 80], [80, 80]].map(([x = 0, y = 0]) => ({ x, y, radius: 30 }));
  assert.deepEqual(fittingLabels([{ name: 'Lille', x: 100, y: 100 }], 360, 300, all), []);
  assert.deepEqual(fittingLabels([{ name: 'Lille', x: 100, y: 100 }], 360, 300, [{ x: 100, y: 100, radius: 22 }]).map(({ y }) => y), [124], 'past the mark that stands on it');
});

test('a name that matters may cover a mark, never one that matters too, nor another name', () => {
  const [lille, marks] = [{ name: 'Lille', x: 100, y: 100, over: true }, [{ x: 118, y: 100, radius: 14 }]];
  assert.deepEqual(fittingLabels([lille], 360, 300, marks, besideSpot(8)), [{ name: 'Lille', x: 111, y: 92 }]);
  assert.ok((fittingLabels([{ ...lille, over: false }], 360, 300, marks, besideSpot(8))[0]?.x ?? 999) < 100, 'on the other side');
  assert.ok((fittingLabels([lille], 360, 300, marks.map((mark) => ({ ...mark, firm: true })), besideSpot(8))[0]?.x ?? 999) < 100, 'on the other side');
  assert.deepEqual(fittingLabels([lille, { ...lille, x: 104 }], 360, 300, [], besideSpot(8)).map(({ x }) => x > 100), [true, false]);
});

test('no two names ever cover each other nor leave the map, and the first that fits is kept', () => {
  const label = fc.record({ name: fc.string({ minLength: 1, maxLength: 20 }), x: fc.integer({ min: -50, max: 450 }), y: fc.integer({ min: -50, max: 350 }) });
  const mark = fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 300 }), radius: fc.constantFrom(14, 26) });
  fc.assert(fc.property(fc.array(label, { maxLength: 40 }), fc.array(mark, { maxLength: 20 }), (asked, marks) => {
    const shown = fittingLabels(asked, 400, 300, marks);
    for (const [at, a] of shown.entries()) {
      assert.ok(a.x >= 0 && a.y >= 0 && a.x + a.name.length * 6.6 <= 400 && a.y + 16 <= 300);
      for (const b of shown.slice(at + 1)) assert.ok(Math.abs(a.y - b.y) >= 16 || a.x + a.name.length * 6.6 <= b.x || b.x + b.name.length * 6.6 <= a.x);
    }
    const first = asked.find((each) => fittingLabels([each], 400, 300, marks).length === 1);
    assert.equal(shown[0]?.name, first?.name);
  }));
});
