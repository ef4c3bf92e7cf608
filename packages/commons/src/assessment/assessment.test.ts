import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { recordId } from '../record/id.ts';
import { countsByRole, positionsOn, representationOf, spreadOn, standingValues } from './agreement.ts';
import { newAssessment, withAgreement, withAnswer, withChoice, withNote, withPeopleOf, withRespondent, withSnapshot, withUnanimousAgreed, withoutRespondent } from './edits.ts';
import type { Grid } from './grid.ts';
import type { AnswerValue, Assessment } from './model.ts';
import { prefilled, proposalsFor } from './prefill.ts';
import { readAssessment } from './read.ts';
import { readGrid } from './read-grid.ts';
import { suggestionsFor, strengthsAndObstacles } from './recommend.ts';
import { bandOf, scoreOf } from './score.ts';
import { compareWith, migrateAssessment, pictureBefore, takeSnapshot } from './snapshots.ts';
import { criteriaOf } from './tree.ts';
import { exampleGrid } from '../content/example-grid/index.ts';

const read = readGrid(exampleGrid);
if (!('grid' in read)) throw new Error(JSON.stringify(read.problems));
const grid: Grid = read.grid;
const NOW = '2026-11-26T09:00:00Z';
const id = (n: number) => recordId(new Uint8Array(16).fill(n));
const begin = (more: Partial<Parameters<typeof newAssessment>[1]> = {}): Assessment => newAssessment(grid, { id: id(1), now: NOW, territory: { code: '59350', name: 'Lille', population: 5000 }, ...more });
const agree = (assessment: Assessment, values: Record<string, AnswerValue>) =>
  Object.entries(values).reduce((now, [criterion, value]) => withAgreement(now, criterion, value, NOW), assessment);
const rounded = (assessment: Assessment) => {
  const { score, answered, applicable } = scoreOf(grid, assessment);
  return [score === null ? null : Math.round(score), answered, applicable];
};

describe('score and completeness', () => {
  test('nothing answered is no score, and not zero', () => {
    assert.deepEqual(rounded(begin()), [null, 0, 5]);
  });
  test('level 1 gives no point, level 4 all of them', () => {
    const all = (value: AnswerValue) => agree(begin(), { elu: value, referent: value, temps: value, budget: value, pret: value });
    assert.deepEqual([rounded(all(1)), rounded(all(4)), rounded(all(2))], [[0, 5, 5], [100, 5, 5], [33, 5, 5]]);
  });
  test('the documented example: what is not concerned leaves its points to the others, what nobody knows leaves the score alone', () => {
    const four = readGrid({ ...exampleGrid, recommendations: [], dimensions: [{ id: 'axe', name: 'Axe', criteria: ['a', 'b', 'c', 'd'].map((each) => ({ id: each, name: each, question: each, levels: ['1', '2', '3', '4'] })) }] });
    assert.ok('grid' in four);
    const { score, answered, applicable } = scoreOf(four.grid, agree(begin(), { a: 4, b: 2, c: 'dk', d: 'na' }));
    assert.deepEqual([Math.round(score ?? -1), answered, applicable], [67, 2, 3]);
  });
  test('weights are shared inside each axis, then between axes', () => {
    // pilotage has 100/3 points; moyens 200/3: 3 parts for temps, 1 for argent.
    const { shares } = scoreOf(grid, begin());
    const points = (criterion: string) => Math.round((shares.get(criterion)?.points ?? -1) * 100) / 100;
    assert.deepEqual(['elu', 'referent', 'temps', 'budget', 'pret', 'achats'].map(points), [16.67, 16.67, 50, 8.33, 8.33, 0]);
  });
  test('an axis that concerns nobody leaves its points to the other axes', () => {
    assert.deepEqual(rounded(agree(begin(), { elu: 'na', referent: 'na', temps: 4, budget: 1 })), [86, 2, 3]);
  });
  test('a rule sets a criterion aside, or makes it count less', () => {
    const small = agree(begin({ territory: { population: 300 } }), { temps: 1 });
    const { shares } = scoreOf(grid, small);
    assert.equal(shares.get('budget')?.aside, 'rule');
    const { shares: usual } = scoreOf(grid, agree(begin(), { temps: 1 }));
    assert.equal(Math.round((usual.get('pret')?.points ?? 0) * 100) / 100, 5.56);
    assert.equal(usual.get('pret')?.reduced.length, 1);
  });
  test('a rule on a fact that nobody gave changes nothing', () => {
    assert.equal(scoreOf(grid, newAssessment(grid, { id: id(1), now: NOW })).shares.get('budget')?.aside, undefined);
  });
  test('an optional axis counts once it is taken', () => {
    assert.equal(scoreOf(grid, begin()).shares.get('achats')?.aside, 'option');
    assert.deepEqual(rounded({ ...begin(), options: ['responsable'] }), [null, 0, 6]);
  });
  test('the quick mode asks one criterion an axis, and keeps what the full one said', () => {
    const full = agree(begin(), { elu: 4, referent: 2, temps: 1 });
    assert.deepEqual(rounded({ ...full, mode: 'quick' }), [11, 2, 2]);
    assert.deepEqual(rounded(full), [27, 3, 5]);
  });
  test('a score is named by the last band that it reaches, as it shows', () => {
    assert.deepEqual([0, 49.4, 49.5, 80, 100].map((score) => bandOf(grid, { score, answered: 3, applicable: 5 })?.name), ['Départ', 'Départ', 'En route', 'Installé', 'Installé']);
  });
  test('a score is not named on fewer than half of the criteria', () => {
    assert.deepEqual([2, 3].map((answered) => bandOf(grid, { score: 60, answered, applicable: 5 })?.name), [undefined, 'En route']);
  });
});

const anyValue = fc.constantFrom<AnswerValue>(1, 2, 3, 4, 'na', 'dk');
const ids = criteriaOf(grid).map(({ criterion }) => criterion.id);
const anyValues = fc.dictionary(fc.constantFrom(...ids), anyValue, { noNullPrototype: true });

describe('whatever people answer', () => {
  test('the order of answers does not matter', () => {
    fc.assert(fc.property(anyValues, fc.infiniteStream(fc.nat()), (values, order) => {
      const shuffled = Object.fromEntries(Object.entries(values).map((entry) => [order.next().value ?? 0, entry] as const).sort((a, b) => a[0] - b[0]).map(([, entry]) => entry));
      assert.deepEqual(scoreOf(grid, begin(), values).score, scoreOf(grid, begin(), shuffled).score);
    }));
  });
  test('adding “ne sait pas” never changes a score', () => {
    fc.assert(fc.property(anyValues, fc.constantFrom(...ids), (values, added) => {
      if (added in values) return;
      const before = scoreOf(grid, begin(), values);
      const after = scoreOf(grid, begin(), { ...values, [added]: 'dk' });
      assert.deepEqual([after.score, after.answered, after.applicable], [before.score, before.answered, before.applicable]);
    }));
  });
  test('every number stays within its bounds, in every axis, and points make 100 or nothing', () => {
    fc.assert(fc.property(anyValues, fc.constantFrom('quick' as const, 'full' as const), fc.option(fc.nat(100_000)), (values, mode, population) => {
      const assessment = { ...begin(population === null ? {} : { territory: { population } }), mode };
      const result = scoreOf(grid, assessment, values);
      for (const { score, answered, applicable } of [result, ...Object.values(result.dimensions)]) {
        assert.ok(answered <= applicable && answered >= 0);
        assert.ok(score === null ? answered === 0 : score >= 0 && score <= 100 && answered > 0);
      }
      const points = [...result.shares.values()].reduce((sum, share) => sum + share.points, 0);
      assert.ok(Math.abs(points - (result.applicable > 0 ? 100 : 0)) < 1e-6);
    }));
  });
  test('a higher level never lowers the score', () => {
    fc.assert(fc.property(anyValues, fc.constantFrom('elu', 'referent', 'budget'), fc.constantFrom<1 | 2 | 3>(1, 2, 3), (values, criterion, level) => {
      const low = scoreOf(grid, begin(), { ...values, [criterion]: level }).score ?? 0;
      const high = scoreOf(grid, begin(), { ...values, [criterion]: (level + 1) as AnswerValue }).score ?? 0;
      assert.ok(high >= low - 1e-9);
    }));
  });
});

describe('several respondents', () => {
  const three = ['a', 'b', 'c'].reduce((now, each, at) => withRespondent(now, { id: each, role: at === 0 ? 'elu' : 'mediateur', label: '' }), begin());
  const say = (assessment: Assessment, criterion: string, ...values: AnswerValue[]) =>
    values.reduce((now, value, at) => withAnswer(now, ['a', 'b', 'c'][at] ?? '', criterion, { value }), assessment);

  test('one person alone stands for the territory until something else is agreed', () => {
    const one = withAnswer(withRespondent(begin(), { id: 'a', role: 'elu', label: '' }), 'a', 'elu', { value: 3 });
    assert.deepEqual(standingValues(one), { elu: 3 });
    assert.deepEqual(standingValues(withAgreement(one, 'elu', 2, NOW)), { elu: 2 });
  });
  test('several say different things: the gap shows and nothing stands before people agree, not even a mean', () => {
    const apart = say(three, 'elu', 1, 4, 'dk');
    const { gap, lowest, highest, unanimous, counts } = spreadOn(apart, 'elu');
    assert.deepEqual([gap, lowest, highest, unanimous, counts[4], counts.dk], [3, 1, 4, undefined, 1, 1]);
    assert.equal(scoreOf(grid, apart).score, null);
    assert.equal(scoreOf(grid, withAgreement(apart, 'elu', 2, NOW)).answered, 1);
  });
  test('when all say the same it is agreed on request, and what is agreed already stays', () => {
    const same = say(say(three, 'elu', 3, 3, 3), 'temps', 2, 2, 2);
    assert.deepEqual(standingValues(same), {});
    const agreed = withUnanimousAgreed(withAgreement(same, 'temps', 1, NOW), ids, NOW);
    assert.deepEqual(standingValues(agreed), { elu: 3, temps: 1 });
  });
  test('a role with too few people is not shown apart', () => {
    const some = say(three, 'elu', 1, 4);
    assert.equal(countsByRole(grid, some, 'elu', 'mediateur'), undefined);
    assert.equal(countsByRole(grid, say(three, 'elu', 1, 4, 4), 'elu', 'mediateur')?.[4], 2);
    assert.deepEqual(representationOf(grid, some).map(({ role, count, enough }) => [role, count, enough]), [['elu', 1, true], ['mediateur', 1, false]]);
  });
  test('a colleague’s file brings its people in, once, and their comments under ours', () => {
    const theirs = withNote(withAnswer(withRespondent(begin(), { id: 'a', role: 'mediateur', label: 'accueil' }), 'a', 'elu', { value: 2 }), 'elu', { comment: 'vu en mars' });
    const mine = withNote(say(three, 'elu', 1), 'elu', { comment: 'à revoir' });
    const { assessment: both, added } = withPeopleOf(mine, theirs);
    assert.deepEqual([added, both.respondents.length, both.respondents.at(-1)?.label, both.notes['elu']?.comment], [1, 4, 'accueil', 'à revoir\nvu en mars']);
    assert.deepEqual(positionsOn(both, 'elu').map(({ answer }) => answer?.value), [1, undefined, undefined, 2]);
    assert.equal(withPeopleOf(both, theirs).added, 0);
  });
  test('whoever leaves takes their answers, not the agreement', () => {
    const left = withoutRespondent(withAgreement(say(three, 'elu', 1, 4, 4), 'elu', 3, NOW), 'a');
    assert.deepEqual([left.respondents.length, left.answers['a'], left.agreed['elu']?.value], [2, undefined, 3]);
  });
});

describe('the questionnaire prefills', () => {
  const surveyed = begin({ survey: { elu_delegue: 'oui' }, derivedFrom: [id(9)] });
  test('a level is proposed with the question that it comes from', () => {
    assert.deepEqual(proposalsFor(grid, surveyed), { elu: { value: 3, from: 'elu_delegue' } });
    assert.deepEqual(proposalsFor(grid, begin()), {});
  });
  test('what was said is not replaced', () => {
    const said = withAnswer(withRespondent(surveyed, { id: 'a', role: 'elu', label: '' }), 'a', 'elu', { value: 1 });
    assert.deepEqual(prefilled(grid, said, 'a'), { elu: { value: 1 } });
  });
  test('the record names the answer that it comes from', () => {
    assert.deepEqual(surveyed.derivedFrom, [id(9)]);
  });
});

describe('recommendations', () => {
  const low = agree(begin(), { elu: 1, referent: 2, temps: 3, budget: 4, pret: 'dk' });
  const order = (assessment: Assessment) => suggestionsFor(grid, assessment).map(({ recommendation }) => recommendation.id);

  test('come for the levels that stand, the widest gap first', () => {
    assert.deepEqual(order(low), ['designer_elu', 'nommer_referent', 'strategie']);
  });
  test('a need moves one up, and the reason says which', () => {
    const needy = agree({ ...begin(), interview: { ...begin().interview, needs: ['financer'] } }, { elu: 2, budget: 2 });
    assert.deepEqual(order(needy), ['ouvrir_ligne', 'designer_elu']);
    assert.deepEqual(suggestionsFor(grid, needy)[0]?.why.need, { code: 'financer', rank: 1 });
  });
  test('what must come first comes first', () => {
    const required = agree(begin(), { elu: 3, referent: 3 });
    assert.deepEqual(order(required), ['nommer_referent', 'ecrire_lettre']);
    assert.deepEqual(suggestionsFor(grid, required)[1]?.why.after, ['nommer_referent']);
  });
  test('a condition on the population chooses between two; unknown, both show and say so', () => {
    const sized = (population?: number) => suggestionsFor(grid, agree(begin({ territory: { name: 'X', ...(population === undefined ? {} : { population }) } }), { temps: 3 }))
      .map(({ recommendation, why }) => [recommendation.id, why.condition]);
    assert.deepEqual(sized(3501), [['strategie', 'met']]);
    assert.deepEqual(sized(3500), [['flash', 'met']]);
    assert.deepEqual(newAssessment(grid, { id: id(1), now: NOW }).territory.population, undefined);
    const unknown = suggestionsFor(grid, agree(newAssessment(grid, { id: id(1), now: NOW }), { temps: 3 })).map(({ recommendation, why }) => [recommendation.id, why.condition]);
    assert.deepEqual(unknown, [['flash', 'unknown'], ['strategie', 'unknown']]);
  });
  test('none for what does not concern, nor for an axis that is not taken', () => {
    assert.deepEqual(order(agree(begin(), { elu: 'na', achats: 1 })), []);
  });
  test('strengths and obstacles are the levels of what counts', () => {
    assert.deepEqual(strengthsAndObstacles(grid, agree(begin(), { elu: 1, referent: 4, temps: 3, budget: 2, achats: 1 })), { strengths: ['referent', 'temps'], obstacles: ['elu', 'budget'] });
  });
});

describe('dated pictures', () => {
  const first = agree(begin(), { elu: 1, referent: 2 });
  const picture = takeSnapshot(grid, first, { id: id(2), at: NOW, label: 'Printemps' });

  test('a picture cannot be changed and does not follow the assessment', () => {
    const kept = withSnapshot(first, picture);
    const later = withAgreement(kept, 'elu', 4, NOW);
    assert.equal(later.snapshots[0]?.levels['elu'], 1);
    assert.throws(() => { (picture.levels as Record<string, unknown>)['elu'] = 4; }, TypeError);
  });
  test('a second picture does not hide what changed since the first', () => {
    const moved = agree(withSnapshot(first, picture), { elu: 3 });
    const twice = withSnapshot(moved, takeSnapshot(grid, moved, { id: id(3), at: '2026-12-26T09:00:00Z' }));
    assert.equal(pictureBefore(grid, twice)?.id, picture.id);
    assert.equal(pictureBefore(grid, withSnapshot(first, picture))?.id, picture.id);
  });
  test('what changed since', () => {
    const after = standingValues(agree(first, { elu: 3, temps: 2 }));
    const { changes, comparable } = compareWith(grid, picture, after);
    assert.equal(comparable, true);
    assert.deepEqual(changes, [{ criterion: 'elu', before: 1, after: 3 }, { criterion: 'temps', before: undefined, after: 2 }]);
  });

  const next = readGrid({
    ...exampleGrid, version: '2.0.0', renamed: { referent: 'contact' }, recommendations: [],
    dimensions: [{ id: 'pilotage', name: 'Pilotage', criteria: ['contact', 'temps', 'neuf'].map((each) => ({ id: each, name: each, question: each, levels: ['1', '2', '3', '4'] })) }],
  });
  test('a newer grid takes over the criteria that are the same, by their new names, and names those that are not', () => {
    assert.ok('grid' in next);
    const older = withNote(agree(first, { temps: 3 }), 'elu', { comment: 'arrêté du 3 mai' });
    const { assessment, lost } = migrateAssessment(next.grid, older);
    assert.deepEqual([assessment.agreed['contact']?.value, assessment.agreed['temps']?.value], [2, 3]);
    assert.deepEqual(lost, ['elu']);
    assert.equal(assessment.notes['elu']?.comment, 'arrêté du 3 mai', 'nothing typed is lost');
    assert.equal(scoreOf(next.grid, assessment).answered, 2);
    const { comparable, lost: apart, fresh } = compareWith(next.grid, picture, { contact: 2, neuf: 4 });
    assert.deepEqual([comparable, apart, fresh], [false, ['elu'], ['neuf']]);
  });
});

describe('reading', () => {
  test('an assessment written and read again is the same, with what it does not know', () => {
    const whole = { ...withChoice(agree(begin(), { elu: 1 }), 'designer_elu', { state: 'aside', reason: 'déjà fait' }), future: { x: 1 } };
    const back = readAssessment(JSON.stringify(whole));
    assert.ok('assessment' in back);
    assert.deepEqual(back.assessment, JSON.parse(JSON.stringify(whole)));
  });
  test('what is no assessment is refused in words, in both languages', () => {
    for (const [input, expected] of [['{"a":', /n’est pas du JSON/], ['[]', /objet JSON/], ['{"type":"badge"}', /"type": "assessment"/], [JSON.stringify({ ...begin(), version: 9 }), /plus récente/]] as const) {
      const result = readAssessment(input);
      assert.ok('problems' in result);
      assert.match(result.problems[0]?.text ?? '', expected);
    }
    const english = readAssessment(JSON.stringify({ ...begin(), agreed: { elu: { value: 7, at: NOW } } }), 'en');
    assert.ok('problems' in english);
    assert.equal(english.problems[0]?.path, 'agreed.elu.value');
    assert.match(english.problems[0].text, /not one of those/);
  });
  test('a grid with mistakes says what and where', () => {
    const broken = (change: object) => {
      const result = readGrid({ ...exampleGrid, ...change });
      assert.ok('problems' in result, JSON.stringify(change));
      return result.problems.map(({ path, text }) => `${path}: ${text}`).join('\n').replaceAll('\u00a0', ' ');
    };
    const axis = (criterion: object, more: object = {}) => ({ recommendations: [], dimensions: [{ id: 'a', name: 'A', ...more, criteria: [{ id: 'c', name: 'C', question: 'c ?', levels: ['1', '2', '3', '4'], ...criterion }] }] });
    assert.match(broken(axis({ levels: ['1', '2'] })), /dimensions\[0\]\.criteria\[0\]\.levels: quatre niveaux/);
    assert.match(broken(axis({ id: 'Été' })), /criteria\[0\]\.id: un code/);
    assert.match(broken(axis({ id: 'a' })), /« a » sert déjà/);
    assert.match(broken(axis({ id: 'constructor' })), /constructor/);
    assert.match(broken(axis({ deactivateIf: '{commune.population} >' })), /deactivateIf: la condition ne peut pas être lue/);
    assert.match(broken(axis({ deactivateIf: '{population} > 3' })), /elle ne peut lire que/);
    assert.match(broken({ bands: [{ from: 10, name: 'x' }] }), /commencer à 0/);
    assert.match(broken({ version: '1' }), /1\.0\.0/);
    assert.match(broken({ recommendations: [{ ...exampleGrid.recommendations?.[0], criterion: 'absent', if: '{level.elu} = 1', requires: ['rien'] }] }), /absent[\s\S]*« conditions »[\s\S]*rien/);
    assert.match(broken({ $schema: 'urn:assembleurs:grid:9' }), /plus récente/);
    let deep: object = axis({}).dimensions[0] ?? {};
    for (let at = 0; at < 50; at += 1) deep = { id: `d${String(at)}`, name: 'D', dimensions: [deep] };
    assert.match(broken({ dimensions: [deep], recommendations: [] }), /trop profondément/);
    for (const odd of [null, 3, [], 'x', {}]) assert.ok('problems' in readGrid(odd));
  });
  test('a recommendation comes by a level, by an answer without one, or by an expression alone, and says by which', () => {
    const [model] = exampleGrid.recommendations ?? [];
    assert.ok(model);
    const bare = { ...model, levels: [], if: undefined, conditions: undefined };
    const read = readGrid({ ...exampleGrid, recommendations: [
      { ...bare, id: 'se_renseigner', criterion: 'elu', answers: ['dk'] },
      { ...bare, id: 'voir_a_cote', criterion: 'elu', answers: ['na'] },
      { ...bare, id: 'grande', criterion: 'elu', if: '{commune.population} > 50000', conditions: 'Au-dessus de 50 000 habitants' },
      { ...bare, id: 'selon_enquete', criterion: 'elu', if: "{survey.referent} = 'non'", conditions: 'Sans personne référente' },
    ] });
    assert.ok('grid' in read, JSON.stringify(read));
    const shown = (assessment: Parameters<typeof suggestionsFor>[1]) => suggestionsFor(read.grid, assessment).map(({ recommendation: { id: each }, why }) => `${each} ${String(why.answer)}`).sort();
    assert.deepEqual(shown(begin()), []); // what nobody said brings nothing
    assert.deepEqual(shown(withAgreement(begin(), 'elu', 'dk', NOW)), ['se_renseigner dk']);
    assert.deepEqual(shown(withAgreement(begin(), 'elu', 'na', NOW)), ['voir_a_cote na']);
    assert.deepEqual(shown({ ...begin(), territory: { code: '59350', name: 'Lille', population: 236_000 }, survey: { referent: 'non' } }), ['grande undefined', 'selon_enquete undefined']);
    const none = readGrid({ ...exampleGrid, recommendations: [{ ...bare, id: 'jamais', criterion: 'elu' }] });
    assert.ok('problems' in none);
    assert.match(none.problems.map(({ text }) => text).join(), /rien ne fait apparaître la préconisation/);
  });
  test('a level without any recommendation is told, and does not stop the grid', () => {
    const result = readGrid({ ...exampleGrid, recommendations: exampleGrid.recommendations?.filter(({ id: each }) => each !== 'ecrire_lettre') });
    assert.ok('grid' in result);
    assert.deepEqual(result.advice.map(({ text }) => text.replaceAll('\u00a0', ' ')), ['le critère « elu » n’a pas de préconisation pour le niveau 3 qui vaille sans condition.']);
  });
});
