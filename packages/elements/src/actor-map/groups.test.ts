import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Groups, MAX_LEVEL, RADIUS } from './groups.ts';
import type { MapPoint } from './points.ts';
import { toDegrees, toWorld } from './world.ts';

const point = (longitude: number, latitude: number, at: number): MapPoint => ({ id: `p${String(at)}`, actor: `a${String(at)}`, name: '', kind: at % 2 === 0 ? 'bibliotheque' : 'operateur_mediation', commune: undefined, at: [longitude, latitude], world: toWorld([longitude, latitude]), rough: false });
const around = fc.array(fc.tuple(fc.double({ min: 2.8, max: 3.3, noNaN: true }), fc.double({ min: 50.5, max: 50.8, noNaN: true })), { maxLength: 120 }).map((spots) => spots.map(([x, y], at) => point(x, y, at)));

test('every place is in one group, never further from its seed than the radius, and the sums are right', () => {
  fc.assert(fc.property(around, fc.integer({ min: 0, max: MAX_LEVEL }), (points, level) => {
    const groups = new Groups(points);
    const all = groups.at(level).map((group) => ({ group, members: groups.members(level, group) }));
    assert.deepEqual(all.flatMap(({ members }) => members.map(({ id }) => id)).toSorted(), points.map(({ id }) => id).toSorted());
    for (const { group, members } of all) {
      const [x, y] = toWorld(points[group.seed]!.at);
      assert.equal(group.count, members.length);
      assert.equal(group.libraries + group.operators, members.length);
      for (const { at } of members) assert.ok(Math.hypot(toWorld(at)[0] - x, toWorld(at)[1] - y) * 512 * 2 ** level <= RADIUS + 1e-6);
    }
  }));
});

test('two groups are never so near that their seeds should have joined', () => {
  fc.assert(fc.property(around, fc.integer({ min: 0, max: MAX_LEVEL }), (points, level) => {
    const seeds = new Groups(points).at(level).map(({ seed }) => toWorld(points[seed]!.at));
    for (const [at, [x, y]] of seeds.entries()) for (const [x2, y2] of seeds.slice(at + 1)) assert.ok(Math.hypot(x - x2, y - y2) * 512 * 2 ** level > RADIUS - 1e-6);
  }));
});

test('a group says at which level it parts; places at one spot never do', () => {
  const groups = new Groups([point(3, 50.6, 0), point(3.001, 50.6, 1), point(3, 50.6, 2)]);
  const [all] = groups.at(8);
  assert.equal(groups.at(8).length, 1);
  const level = groups.partsAt(8, all!)!;
  assert.equal(groups.at(level - 1).length, 1);
  assert.equal(groups.at(level).length, 2);
  const [pair] = groups.at(level);
  assert.equal(pair?.count, 2);
  assert.equal(groups.partsAt(level, pair), undefined);
});

test('degrees go into the world and back', () => {
  fc.assert(fc.property(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -85, max: 85, noNaN: true }), (longitude, latitude) => {
    const [x, y] = toDegrees(toWorld([longitude, latitude]));
    assert.ok(Math.abs(x - longitude) < 1e-9 && Math.abs(y - latitude) < 1e-9);
  }));
});

test('the whole world, poles and ends, is grouped as well', () => {
  const groups = new Groups([point(-180, -90, 0), point(180, 90, 1), point(0, 0, 2)]);
  assert.equal(groups.at(0).reduce((sum, { count }) => sum + count, 0), 3);
  assert.deepEqual(new Groups([]).at(4), []);
});
