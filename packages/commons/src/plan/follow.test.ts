import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { recordId } from '../record/id.ts';
import { addDays, daysBetween, easter, holidayOn, isDay, isWorkingDay, workingDay } from './days.ts';
import { type Beginning, newAction, newPlan, withoutAction, withoutAxis } from './edits.ts';
import { budgetTotals, daysLate, fundersOf, indicatorStanding, isLate, progressOf, standingOf } from './follow.ts';
import { axesOf, axisLookup, outlineOf } from './tree.ts';

const id = (n: number) => recordId(new Uint8Array(16).fill(n));
const action = (n: number, known: Partial<Beginning> = {}) => newAction({ id: id(n), title: `Action ${String(n)}`, ...known });
const TODAY = '2026-11-26';

describe('days', () => {
  test('exist in the calendar', () => {
    assert.deepEqual(['2026-02-28', '2026-02-30', '2028-02-29', '26-1-1', ''].map(isDay), [true, false, true, false, false]);
    assert.equal(daysBetween('2026-03-28', '2026-03-30'), 2, 'a change of hour moves no day');
  });
  test('Easter falls where the tables say', () => {
    assert.deepEqual([2024, 2025, 2026, 2027, 2030, 2038, 2076].map(easter), ['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2030-04-21', '2038-04-25', '2076-04-19']);
  });
  test('the eleven public holidays', () => {
    const days = Array.from({ length: 365 }, (_, at) => addDays('2027-01-01', at)).filter((day) => holidayOn(day) !== undefined);
    assert.deepEqual(days, ['2027-01-01', '2027-03-29', '2027-05-01', '2027-05-06', '2027-05-08', '2027-05-17', '2027-07-14', '2027-08-15', '2027-11-01', '2027-11-11', '2027-12-25']);
  });
  test('the nearest working day is one, on the asked side', () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1990-01-01', n));
    fc.assert(fc.property(day, (each) => {
      const before = workingDay(each, 'before');
      const after = workingDay(each, 'after');
      return isWorkingDay(before) && isWorkingDay(after) && before <= each && after >= each && daysBetween(before, after) < 9;
    }));
  });
});

describe('following', () => {
  test('late is an end that is past, unless done or given up', () => {
    const ended = (status: Beginning['status']) => action(1, { status, end: '2026-11-20' });
    assert.deepEqual(['À venir', 'En cours', 'Réalisé', 'En pause', 'Abandonné', 'Bloqué', 'En retard', 'A discuter'].map((status) => isLate(ended(status as Beginning['status']), TODAY)),
      [true, true, false, true, false, true, true, true]);
    assert.equal(daysLate(ended('En cours'), TODAY), 6);
    assert.equal(isLate(action(1, { status: 'En cours', end: TODAY }), TODAY), false, 'the last day is not late');
    assert.equal(isLate(action(1, { status: 'En retard' }), TODAY), false);
  });
  test('progress comes from the parts, else from the steps, else is not known', () => {
    const all = [
      action(1), action(2, { parent: id(1), status: 'Réalisé' }), action(3, { parent: id(1), steps: [{ text: 'a', done: true }, { text: 'b', done: false }] }),
      action(4, { parent: id(1), status: 'Abandonné' }),
    ];
    assert.deepEqual(all.map((each) => progressOf(each, all)), [0.75, 1, 0.5, null]);
    assert.deepEqual(standingOf(all, all, TODAY), { count: 4, done: 1, givenUp: 1, late: 0, progress: 0.75, steps: { done: 1, count: 2 } });
  });
  test('parts that go round in circles end', () => {
    const loop = [action(1, { parent: id(2) }), action(2, { parent: id(1) })];
    assert.deepEqual(loop.map((each) => progressOf(each, loop)), [0, 0]);
    assert.equal(outlineOf(newPlan(id(9), { actions: loop })).length, 2);
    assert.equal(axisLookup({ axes: [], actions: loop })(loop[0] ?? action(1)), undefined);
  });
  test('money and working time are summed apart, to the cent, by year', () => {
    const all = [
      action(1, { budget: [{ year: 2027, unit: 'HT', planned: 0.1, actual: 5 }, { year: 2026, unit: 'HT', planned: 10 }, { unit: 'HT', planned: 1 }], funders: [{ name: 'Métropole', amount: 5 }, { name: 'Commune' }] }),
      action(2, { budget: [{ year: 2027, unit: 'HT', planned: 0.2 }, { year: 2027, unit: 'ETP', planned: 0.5 }], funders: [{ name: 'Métropole', amount: 2 }] }),
    ];
    assert.deepEqual(budgetTotals(all), [
      { year: 2026, unit: 'HT', planned: 10, actual: 0 }, { year: 2027, unit: 'HT', planned: 0.3, actual: 5 }, { year: 2027, unit: 'ETP', planned: 0.5, actual: 0 }, { year: undefined, unit: 'HT', planned: 1, actual: 0 },
    ]);
    assert.deepEqual(fundersOf(all), [{ name: 'Métropole', amount: 7 }, { name: 'Commune', amount: 0 }]);
  });
  test('an indicator says what is missing, upwards or downwards', () => {
    const base = { name: 'x', unit: '', source: '' };
    const up = indicatorStanding({ ...base, target: 40, values: [{ date: '2027-03-01', value: 30 }, { date: '2026-12-01', value: 10 }] });
    assert.deepEqual([up.last?.value, up.gap, up.reached, up.share], [30, 10, false, 0.75]);
    const down = indicatorStanding({ ...base, baseline: 10, target: 4, values: [{ date: '2026-12-01', value: 7 }] });
    assert.deepEqual([down.gap, down.share], [3, 0.5]);
    assert.deepEqual(indicatorStanding({ ...base, target: 4, baseline: 10, values: [{ date: '2026-12-01', value: 3 }] }).reached, true);
    assert.equal(indicatorStanding({ ...base, values: [] }).gap, undefined);
  });
});

describe('axes and parts', () => {
  const plan = newPlan(id(9), {
    axes: [{ id: 'a', name: 'A' }, { id: 'b', name: 'B' }, { id: 'a1', name: 'A1', parent: 'a' }],
    actions: [action(1), action(2, { axis: 'b', after: [id(3)] }), action(3, { axis: 'a1' }), action(4, { parent: id(3), axis: 'b' }), action(5, { axis: 'a' })],
  });
  test('are numbered and read in order', () => {
    assert.deepEqual(axesOf(plan).map(({ number, axis, depth }) => [number, axis.id, depth]), [['1', 'a', 0], ['1.1', 'a1', 1], ['2', 'b', 0]]);
    assert.deepEqual(outlineOf(plan).map(({ action: { title }, depth }) => [title, depth]), [['Action 5', 0], ['Action 3', 0], ['Action 4', 1], ['Action 2', 0], ['Action 1', 0]]);
  });
  test('an action goes with its parts and leaves no name behind; an axis leaves its actions to the one above', () => {
    assert.deepEqual(withoutAction(plan, id(3)).actions.map(({ title, after }) => [title, after.length]), [['Action 1', 0], ['Action 2', 0], ['Action 5', 0]]);
    const without = withoutAxis(plan, 'a1');
    assert.deepEqual([without.axes.length, without.actions[2]?.axis], [2, 'a']);
    assert.equal('axis' in (withoutAxis(plan, 'b').actions[1] ?? {}), false);
  });
});
