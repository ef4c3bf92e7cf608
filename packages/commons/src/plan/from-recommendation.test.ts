import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newAssessment, withAgreement, withChoice } from '../assessment/edits.ts';
import { readGrid } from '../assessment/read-grid.ts';
import { suggestionsFor } from '../assessment/recommend.ts';
import { exampleGrid } from '../content/example-grid/index.ts';
import { recordId } from '../record/id.ts';
import { addMonths } from './days.ts';
import { actionFrom, actionFromOwn } from './from-recommendation.ts';
import { Action } from './model.ts';

const read = readGrid(exampleGrid);
if (!('grid' in read)) throw new Error('the grid is wrong');
const { grid } = read;
const id = (n: number) => recordId(new Uint8Array(16).fill(n));
const options = { id: id(5), locale: 'fr', today: '2026-11-30' };

describe('a kept recommendation becomes an action', () => {
  const assessment = withAgreement(newAssessment(grid, { id: id(1), now: '2026-11-26T09:00:00Z', territory: { code: '59350', name: 'Lille' } }), 'elu', 1, '2026-11-26T09:00:00Z');
  test('that names the assessment, with a date, a first step and a priority out of the gap', () => {
    const [suggestion] = suggestionsFor(grid, assessment);
    assert.ok(suggestion);
    const action = actionFrom(assessment, suggestion, options);
    assert.deepEqual(Action.parse(action), action);
    assert.deepEqual([action.derivedFrom, action.recommendation, action.title, action.priority, action.end, action.steps[0]?.text], [[id(1)], 'designer_elu', 'Faire designer_elu', 'Élevé', '2027-02-28', 'Appeler.']);
  });
  test('in the words that people chose', () => {
    const edited = withChoice(assessment, 'designer_elu', { state: 'kept', edits: { what: 'Nommer quelqu’un', delayMonths: 1 } });
    const [suggestion] = suggestionsFor(grid, edited);
    assert.ok(suggestion);
    const { title, end, context } = actionFrom(edited, suggestion, options);
    assert.deepEqual([title, end, context], ['Nommer quelqu’un', '2026-12-30', 'Parce que.']);
  });
  test('one of their own too', () => {
    const action = actionFromOwn(assessment, { id: 'x', what: 'Ouvrir le samedi' }, options);
    assert.deepEqual(Action.parse(action), action);
    assert.deepEqual([action.title, action.derivedFrom, action.end], ['Ouvrir le samedi', [id(1)], undefined]);
  });
  test('months end where they end', () => {
    assert.deepEqual([addMonths('2026-11-30', 3), addMonths('2027-10-31', 1), addMonths('2026-01-15', 24)], ['2027-02-28', '2027-11-30', '2028-01-15']);
  });
});
