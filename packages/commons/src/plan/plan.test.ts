import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { recordId } from '../record/id.ts';
import { changesSince, remembered } from './changes.ts';
import { meetingsOf } from './committees.ts';
import { addDays, isWorkingDay } from './days.ts';
import { type Beginning, newAction, newPlan, withPatch, withoutAction } from './edits.ts';
import { Plan } from './plan-model.ts';
import { problemText, readPlan } from './read.ts';
import { dayAt, isTied, movedTo, movesTo, tied, untied } from './retroplan.ts';
import { grouped, selected } from './select.ts';

const id = (n: number) => recordId(new Uint8Array(16).fill(n));
const action = (n: number, known: Partial<Beginning> = {}) => newAction({ id: id(n), title: `Action ${String(n)}`, ...known });
const TODAY = '2026-11-26';

describe('retroplanning', () => {
  test('what would fall on a weekend or a public holiday moves to the safe side, and says why', () => {
    assert.deepEqual(dayAt('2027-05-20', -12), { day: '2027-05-07', because: 'victory' }); // 8 May, a Saturday
    assert.deepEqual(dayAt('2027-05-20', -3), { day: '2027-05-14', because: 'whitMonday' });
    assert.deepEqual(dayAt('2027-05-20', 2), { day: '2027-05-24', because: 'weekend' });
    assert.deepEqual(dayAt('2027-05-22', 0), { day: '2027-05-22', because: undefined }, 'people may meet on a Saturday');
  });
  test('shows what moves, then moves it; what is not tied stays', () => {
    const plan = newPlan(id(9), { actions: [
      tied(action(1, { start: '2027-03-01', end: '2027-03-31', steps: [{ text: 'Inviter', done: false, due: '2027-03-17' }] }), '2027-03-31'),
      action(2, { end: '2027-03-31' }),
    ] });
    assert.deepEqual(movesTo(plan, '2027-03-31'), []);
    const moves = movesTo(plan, '2027-04-14');
    assert.deepEqual(moves.map(({ field, offset, from, to }) => [field, offset, from, to]), [['start', -30, '2027-03-01', '2027-03-15'], ['end', 0, '2027-03-31', '2027-04-14'], [0, -14, '2027-03-17', '2027-03-31']]);
    const moved = movedTo(plan, { date: '2027-04-14', label: 'Atelier' });
    assert.deepEqual([moved.pivot?.date, moved.actions[0]?.start, moved.actions[0]?.steps[0]?.due, moved.actions[1]?.end], ['2027-04-14', '2027-03-15', '2027-03-31', '2027-03-31']);
    assert.deepEqual(movesTo(moved, '2027-04-14'), []);
    assert.deepEqual(plan.actions.map(isTied), [true, false]);
    assert.equal(isTied(untied(plan.actions[0] ?? action(1))), false);
  });
  test('any offset from any pivot gives a working day, and an order that holds', () => {
    const pivot = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n));
    fc.assert(fc.property(pivot, fc.integer({ min: -400, max: -1 }), fc.integer({ min: 1, max: 400 }), (day, before, after) => {
      const [early, late] = [dayAt(day, before).day, dayAt(day, after).day];
      return isWorkingDay(early) && isWorkingDay(late) && early <= addDays(day, before) && late >= addDays(day, after);
    }));
  });
});

describe('choosing', () => {
  const plan = newPlan(id(9), {
    axes: [{ id: 'a', name: 'Animer' }, { id: 'b', name: 'Outiller', parent: 'a' }],
    actions: [
      action(1, { title: 'Créer une instance', axis: 'a', pilots: ['Commune', 'CCAS'], status: 'En cours', end: '2026-11-01' }),
      action(2, { parent: id(1), pilots: ['CCAS'], status: 'Réalisé' }),
      action(3, { axis: 'b', title: 'Prêter du matériel', priority: 'Élevé' }),
      action(4),
    ],
  });
  const titles = (filter: Parameters<typeof selected>[1]) => selected(plan, filter, TODAY).map(({ action: { title }, depth }) => `${String(depth)} ${title}`);
  test('by words, axis with those under it, pilot, lateness', () => {
    assert.deepEqual(titles({}), ['0 Créer une instance', '1 Action 2', '0 Prêter du matériel', '0 Action 4']);
    assert.deepEqual(titles({ text: 'MATERIEL preter' }), ['0 Prêter du matériel']);
    assert.deepEqual(titles({ axis: ['a'] }), ['0 Créer une instance', '1 Action 2', '0 Prêter du matériel']);
    assert.deepEqual(titles({ axis: [''] }), ['0 Action 4']);
    assert.deepEqual(titles({ pilot: ['CCAS'], status: ['Réalisé'] }), ['0 Action 2'], 'a part alone stands at the margin');
    assert.deepEqual(titles({ late: true }), ['0 Créer une instance']);
  });
  test('in groups, in the order of the plan', () => {
    const groups = (by: Parameters<typeof grouped>[2]) => grouped(plan, selected(plan, {}, TODAY), by).map(({ name, actions }) => `${name} (${String(actions.length)})`);
    assert.deepEqual(groups('axis'), ['1. Animer (2)', '1.1. Outiller (1)', ' (1)']);
    assert.deepEqual(groups('pilot'), ['CCAS (2)', 'Commune (1)', ' (2)']);
    assert.deepEqual(groups('status'), ['En cours (1)', 'Réalisé (1)', 'A discuter (2)']);
    assert.deepEqual(groups('none'), [' (4)']);
  });
});

describe('what changed', () => {
  test('from before the date to now, once, and not what came back', () => {
    let plan = newPlan(id(9), { actions: [action(1, { end: '2027-01-10' }), action(2)] });
    const edit = (day: string, change: (now: Plan) => Plan): void => { plan = remembered(plan, change(plan), day); };
    edit('2026-11-01', (now) => withPatch(now, id(1), { status: 'En cours' }));
    edit('2026-11-10', (now) => withPatch(now, id(1), { end: '2027-02-10' }));
    edit('2026-11-20', (now) => withPatch(now, id(1), { end: '2027-03-10', notes: 'x' }));
    edit('2026-11-20', (now) => withPatch(now, id(2), { priority: 'Bas' }));
    edit('2026-11-21', (now) => withPatch(now, id(2), { priority: undefined }));
    edit('2026-11-22', (now) => ({ ...now, actions: [...now.actions, action(3), action(4)] }));
    edit('2026-11-23', (now) => withoutAction(now, id(4)));
    assert.deepEqual(changesSince(plan, '2026-11-05').map(({ title, changes }) => [title, changes.map(({ field, from, to }) => [field, from, to])]), [
      ['Action 1', [['end', '2027-01-10', '2027-03-10']]],
      ['Action 3', [['created', '', '']]],
    ]);
    assert.deepEqual(Plan.parse(plan), plan);
  });
});

describe('committees', () => {
  test('meet next, then by their frequency, on working days', () => {
    assert.deepEqual(meetingsOf({ next: '2026-09-30', frequency: 'mensuelle' }, TODAY), ['2026-11-30', '2026-12-30', '2027-02-01']);
    assert.deepEqual(meetingsOf({ next: '2026-12-05' }, TODAY), ['2026-12-05']);
    assert.deepEqual(meetingsOf({ frequency: 'annuelle' }, TODAY), []);
  });
});

describe('reading a file', () => {
  test('the smallest plan, and the one that the self-assessment saves', () => {
    const read = readPlan('\ufeff{"type":"plan","actions":[]}', { id: id(1) });
    assert.deepEqual(read, { plan: newPlan(id(1)) });
    const short = { id: id(2), type: 'action', title: 'Nommer un référent', later: 1 };
    const more = readPlan({ type: 'plan', actions: [short], odd: true }, { id: id(1) });
    assert.ok('plan' in more);
    assert.deepEqual([more.plan.actions[0], more.plan['odd']], [newAction({ id: id(2), title: 'Nommer un référent', later: 1 }), true]);
  });
  test('says what is wrong, where, in the person’s language', () => {
    const told = (input: unknown, locale = 'fr') => {
      const read = readPlan(input, { id: id(1), locale });
      return 'problems' in read ? read.problems.map((each) => problemText(each, locale).replaceAll('\u00a0', ' ')) : [];
    };
    assert.match(told('{')[0] ?? '', /pas du JSON ou il est coupé/);
    assert.match(told('[]')[0] ?? '', /entre accolades/);
    assert.match(told({ type: 'assessment' })[0] ?? '', /pas un plan d’actions/);
    assert.match(told({ type: 'plan', actions: [], version: 9 }, 'en')[0] ?? '', /newer version/);
    const wrong = { type: 'plan', actions: [{ id: id(2), type: 'action', title: 'A', end: '2026-02-30', budget: [{ planned: -1 }], status: 'Fini' }] };
    assert.deepEqual(told(wrong).sort(), [
      'action « A », actions[0].budget[0].planned : un montant est attendu ici : un nombre, 0 ou plus.',
      'action « A », actions[0].end : une date qui existe est attendue ici, comme « 2026-11-26 ».',
      'action « A », actions[0].status : cette valeur n’est pas de celles qui sont attendues ici.',
    ]);
    const twin = { id: id(2), type: 'action', title: 'A' };
    assert.match(told({ type: 'plan', actions: [twin, twin] })[0] ?? '', /même identifiant/);
  });
  test('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.anything(), fc.json(), fc.record({ type: fc.constant('plan'), actions: fc.anything() })), (input) => { readPlan(input, { id: id(1) }); }));
  });
});
