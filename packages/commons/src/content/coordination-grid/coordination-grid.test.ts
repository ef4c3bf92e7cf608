import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newAssessment, withAgreement, withRespondent } from '../../assessment/edits.ts';
import { proposalsFor } from '../../assessment/prefill.ts';
import { readGrid } from '../../assessment/read-grid.ts';
import { suggestionsFor } from '../../assessment/recommend.ts';
import { scoreOf } from '../../assessment/score.ts';
import { criteriaOf } from '../../assessment/tree.ts';
import { recordId } from '../../record/id.ts';
import { parseExpression, rootName } from '../../survey/expression/index.ts';
import { mel } from '../../territory/mel.ts';
import { communeSurvey } from '../commune-survey/index.ts';
import { demoAnswers } from '../demo-answers/index.ts';
import { coordinationGrid, coordinationGridSource } from './index.ts';

const grid = coordinationGrid();
const NOW = '2026-11-26T09:00:00Z';
const begin = (territory = {}, survey = {}) => newAssessment(grid, { id: recordId(new Uint8Array(16)), now: NOW, territory, survey });

/** Every text of the content, with where it stands. */
function* texts(value: unknown, path = ''): Generator<readonly [path: string, fr: string, en: string]> {
  if (typeof value !== 'object' || value === null) return;
  const { fr, en } = value as { fr?: unknown; en?: unknown };
  if (typeof fr === 'string' || typeof en === 'string') yield [path, String(fr), String(en)];
  else for (const [key, each] of Object.entries(value)) yield* texts(each, `${path}.${key}`);
}

describe('the coordination grid', () => {
  test('is read as any grid, without a remark: each criterion and level 1 to 3 has a recommendation', () => {
    const result = readGrid(JSON.parse(JSON.stringify(coordinationGridSource)));
    assert.deepEqual('problems' in result ? result.problems : result.advice, []);
  });
  test('has six axes and an optional one, three to five criteria each, one of them for the quick mode', () => {
    assert.deepEqual(grid.dimensions.map(({ optional }) => optional), [false, false, false, false, false, false, true]);
    for (const { id, criteria, interview } of grid.dimensions) {
      assert.ok(criteria.length >= 3 && criteria.length <= 5, id);
      assert.equal(criteria.filter(({ quick }) => quick).length, 1, id);
      assert.ok(interview.length >= 3, id);
    }
  });
  test('is written in both languages, with French spaces and apostrophes, and no level twice', () => {
    for (const [path, fr, en] of texts(coordinationGridSource)) {
      assert.ok(fr.trim() !== '' && en.trim() !== '' && en !== 'undefined', path);
      assert.ok(!/[^\u00a0][?!;»]|[^\u00a0\d/]:(?!\/)|«[^\u00a0]|'/.test(fr.replaceAll(/https?:\S+|asb:\w+/g, '')), `${path}: ${fr}`);
    }
    for (const { criterion } of criteriaOf(grid)) {
      assert.equal(new Set(criterion.levels.map((level) => JSON.stringify(level))).size, 4, criterion.id);
      assert.ok(criterion.help && criterion.evidence, criterion.id);
    }
  });
  test('whatever the size of the commune, whatever it answered, each low level has its next step', () => {
    const answers = [{}, ...demoAnswers(7, 30, mel()).map((each) => each.answers)];
    for (const population of [undefined, 200, 3500, 3501, 20_000, 50_000, 50_001, 240_000]) {
      for (const survey of answers) {
        for (const level of [1, 2, 3] as const) {
          const assessment = criteriaOf(grid).reduce((now, { criterion }) => withAgreement(now, criterion.id, level, NOW), {
            ...begin(population === undefined ? {} : { population }, survey), options: ['responsible_digital'],
          });
          const { shares } = scoreOf(grid, assessment);
          const advised = new Set(suggestionsFor(grid, assessment).map(({ recommendation }) => recommendation.criterion));
          const without = criteriaOf(grid).filter(({ criterion: { id } }) => shares.get(id)?.aside === undefined && !advised.has(id));
          assert.deepEqual(without.map(({ criterion: { id } }) => id), [], `${String(population)} ${String(level)}`);
        }
      }
    }
  });
  test('the REEN strategy is asked above 50,000 inhabitants, the complete approach above 3,500, the flash one below', () => {
    const words = (population: number) => {
      const assessment = withAgreement({ ...begin({ population }), options: ['responsible_digital'] }, 'reen_strategy', 1, NOW);
      return suggestionsFor(grid, assessment).map(({ recommendation }) => recommendation.conditions).flatMap((each) => (typeof each === 'object' ? [each['fr'] ?? ''] : [])).join(' ').replaceAll('\u00a0', ' ');
    };
    assert.match(words(60_000), /50 000/);
    assert.doesNotMatch(words(60_000), /3 500 habitants ou moins|Jusqu’à 3 500/);
    assert.match(words(10_000), /3 500/);
    assert.notEqual(words(10_000), words(2_000));
  });
  test('prefilled levels read questions of the questionnaire that exist, and name them', () => {
    const questions = new Set<string>();
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const { name, type } = value as { name?: unknown; type?: unknown };
      if (typeof name === 'string' && typeof type === 'string') questions.add(name);
      Object.values(value).forEach(visit);
    };
    visit(communeSurvey.pages);
    const conditions = [
      ...criteriaOf(grid).flatMap(({ criterion }) => [criterion.deactivateIf, ...criterion.prefill.map((rule) => rule.if), ...criterion.reduce.map((rule) => rule.if)]),
      ...grid.recommendations.map((each) => each.if),
    ].flatMap((each) => each ?? []);
    for (const condition of conditions) {
      const read = parseExpression(condition);
      assert.ok(read.ok, condition);
      for (const name of read.expression.dependencies.filter((each) => rootName(each) === 'survey')) assert.ok(questions.has(name.split('.')[1] ?? ''), name);
    }
    for (const { criterion } of criteriaOf(grid)) for (const { from } of criterion.prefill) assert.ok(questions.has(from), from);
    const proposed = proposalsFor(grid, withRespondent(begin({}, { elu_delegue: 'oui_dediee', referent: 'non' }), { id: 'a', role: 'elu', label: '' }));
    assert.equal(proposed['elected_delegate']?.value, 3);
  });
});
