import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { createSession } from '@assembleurs/commons/survey';
import { parseDefinition } from '@assembleurs/commons/survey/definition';
import type { QuestionNode } from '@assembleurs/commons/survey';
import type { SurveyDefinition } from '@assembleurs/commons/survey/definition';
import { mel } from '@assembleurs/commons/territory/mel';
import { generate } from '../../../../tests/conformance/session-generator.ts';
import { Problem } from '../http/problems.ts';
import { judge } from './check.ts';
import { unknownNames, withoutUnknown } from './kept.ts';

const now = () => new Date('2026-11-27T10:00:00Z');
function read(json: unknown): SurveyDefinition {
  const result = parseDefinition(json);
  assert.ok('definition' in result, JSON.stringify(result));
  return result.definition;
}
const elements = (...list: object[]) => read({ pages: [{ name: 'p', elements: list }] });
const keep = (definition: SurveyDefinition, answers: Record<string, unknown>) =>
  judge({ answers, locale: 'fr', commune: '59350' }, definition, mel(), { language: 'fr', now });
/** Path and code of each fault. */
function faults(definition: SurveyDefinition, answers: Record<string, unknown>): string[] {
  try {
    keep(definition, answers);
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.faults.map(({ path, code }) => `${path} ${code}`);
  }
}

/** What a hand can give: a choice that is offered, once, and "none of these" alone. */
function byHand(node: QuestionNode | undefined, value: unknown): unknown {
  const offered = new Set(node?.choices.map((choice) => choice.value));
  if (!node || offered.size === 0) return value;
  if (!Array.isArray(value)) return offered.has(value) ? value : undefined;
  const given = [...new Set<unknown>(value)].filter((each) => offered.has(each));
  return given.includes('none') ? ['none'] : given;
}

/** What these write in a question of another kind is no answer of a page, but a slip of the definition. */
const FORMULAS = new Set(['setValueExpression', 'defaultValueExpression', 'triggers']);

test('what a page sends is accepted, and kept as it says itself: generated surveys, each answered by hand', () => {
  let sent = 0;
  for (let seed = 1; seed <= 1_500; seed++) {
    const { definition: json, steps } = generate(seed);
    const definition = read(JSON.parse(JSON.stringify(json, (name, value: unknown) => (FORMULAS.has(name) ? undefined : value))));
    const session = createSession(definition, { now });
    for (const { name, value } of steps) session.set(name, byHand(session.question(name), structuredClone(value)));
    const answers = session.complete();
    if (!answers) continue;
    const received = JSON.parse(JSON.stringify(answers)) as Record<string, unknown>;
    // Answers that were hidden are gone now, and the page itself may see more to ask, or a choice less to offer.
    session.reopen();
    const again = session.validate().length > 0;
    const settled = JSON.parse(JSON.stringify(session.answers)) as Record<string, unknown>;
    if (again || Object.keys(received).some((name) => Array.isArray(received[name]) && !isDeepStrictEqual(received[name], settled[name]))) continue;
    sent++;
    assert.deepEqual([seed, faults(definition, received), unknownNames(received, definition)], [seed, [], []]);
    const kept = JSON.parse(JSON.stringify(keep(definition, received))) as Record<string, unknown>;
    for (const name of Object.keys(received)) {
      if (!isDeepStrictEqual(kept[name], received[name])) assert.deepEqual([seed, name, kept[name]], [seed, name, settled[name]]);
    }
    assert.deepEqual(Object.keys(kept).filter((name) => !Object.hasOwn(received, name)), []);
  }
  assert.ok(sent > 300, String(sent));
});

describe('what is calculated is what the server calculates', () => {
  test('calculated values, formulas at any depth, totals: what was sent in their place does not stand', () => {
    const definition = read({
      calculatedValues: [{ name: 'double', expression: '{n} * 2', includeIntoResult: true }, { name: 'four', expression: '{double} * 2', includeIntoResult: true }],
      pages: [{ name: 'p', elements: [
        { type: 'text', name: 'n', inputType: 'number' },
        { type: 'expression', name: 'e', expression: '{n} + 1' },
        { type: 'matrixdynamic', name: 'd', columns: [{ name: 'x', cellType: 'text', inputType: 'number', totalType: 'sum' }, { name: 'y', cellType: 'expression', expression: '{row.x} * 10' }] },
        { type: 'paneldynamic', name: 'p', templateElements: [{ type: 'text', name: 'x' }, { type: 'expression', name: 'y', expression: "{panel.x} + '!'" }] },
      ] }],
    });
    assert.deepEqual(keep(definition, {
      n: 3, double: 600, four: 'x', e: 'forged', d: [{ x: 1, y: 99 }, { x: 2, y: 20 }], 'd-total': { x: 1000 }, p: [{ x: 'a', y: 'b' }],
    }), { n: 3, double: 6, four: 12, e: 4, d: [{ x: 1, y: 10 }, { x: 2, y: 20 }], 'd-total': { x: 3 }, p: [{ x: 'a', y: 'a!' }] });
  });

  test('a default that the person took away does not come back to decide', () => {
    const definition = read({
      calculatedValues: [{ name: 'sum', expression: 'iif({a} empty, 1, 2)', includeIntoResult: true }],
      pages: [{ name: 'p', elements: [{ type: 'text', name: 'a', defaultValue: 'x' }, { type: 'text', name: 'b', visibleIf: '{a} empty', maxLength: 3 }] }],
    });
    assert.deepEqual(keep(definition, { b: 'mot', sum: 2 }), { b: 'mot', sum: 1 });
  });

  test('what only the page can know is kept as sent: its clock, its commune, what it locked', () => {
    const definition = read({
      calculatedValues: [{ name: 'day', expression: 'today()', includeIntoResult: true }, { name: 'people', expression: '{$commune.population}', includeIntoResult: true }],
      pages: [{ name: 'p', elements: [{ type: 'text', name: 'locked', readOnly: true, defaultValue: 'a' }] }],
    });
    const sent = { day: '2026-11-20', people: 5, locked: 'b' };
    assert.deepEqual(keep(definition, sent), sent);
  });
});

test('names that no version writes go; those of triggers, comments, totals and other versions stay', () => {
  const definition = read({
    triggers: [{ type: 'setvalue', expression: '{q} = 1', setToName: 'extra', setValue: 1 }],
    pages: [{ name: 'p', elements: [{ type: 'text', name: 'q', valueName: 'v' }] }],
  });
  const answers = { 'v': 1, 'v-Comment': 'c', 'v-total': {}, 'extra': 1, 'old': 2, 'forged': 3, '__proto__x': 4 };
  assert.deepEqual(unknownNames(answers, definition), ['old', 'forged', '__proto__x']);
  assert.deepEqual(Object.keys(withoutUnknown(answers, [definition, elements({ type: 'text', name: 'old' })])), ['v', 'v-Comment', 'v-total', 'extra', 'old']);
});

describe('what no field gives is refused, by field', () => {
  const choices = ['a', 'b', 'c'];
  const cases: readonly [string, object, unknown, string][] = [
    ['a choice twice', { type: 'checkbox', choices }, ['a', 'a'], 'q duplicate'],
    ['a rank twice', { type: 'ranking', choices }, ['a', 'b', 'a'], 'q duplicate'],
    ['none with others', { type: 'checkbox', choices, showNoneItem: true }, ['a', 'none'], 'q notAChoice'],
    ['an exclusive choice with others', { type: 'tagbox', choices: ['a', { value: 'x', exclusive: true }] }, ['x', 'a'], 'q notAChoice'],
    ['more choices than allowed', { type: 'checkbox', choices, maxSelectedChoices: 2 }, choices, 'q maxCount'],
    ['beyond a slider', { type: 'slider', min: 0, max: 10 }, 11, 'q max'],
    ['below a slider', { type: 'slider', sliderType: 'range', min: 2, max: 10 }, [1, 4], 'q min'],
    ['too many panels', { type: 'paneldynamic', maxPanelCount: 1, templateElements: [{ type: 'text', name: 'x' }] }, [{}, {}], 'q maxRows'],
    ['too many rows', { type: 'matrixdynamic', maxRowCount: 1, columns: [{ name: 'x', cellType: 'text' }] }, [{}, {}], 'q maxRows'],
    ['a text too long', { type: 'comment', maxLength: 3 }, 'quatre', 'q maxLength'],
    ['an hour that no clock shows', { type: 'text', inputType: 'time' }, '99:99', 'q external'],
    ['a day that no calendar has', { type: 'text', inputType: 'date' }, '2026-02-31', 'q external'],
    ['a moment of such a day', { type: 'text', inputType: 'datetime-local' }, '2026-02-31T10:00', 'q external'],
    ['a hidden answer of another shape', { type: 'text', visibleIf: 'false' }, { much: ['more'] }, 'q external'],
    ['a hidden text too long', { type: 'comment', visibleIf: 'false', maxLength: 3 }, 'quatre', 'q external'],
  ];
  for (const [name, json, value, fault] of cases) {
    test(name, () => { assert.deepEqual(faults(elements({ name: 'q', ...json }), { q: value }), [fault]); });
  }

  test('and what fields do give passes', () => {
    const definition = elements(
      { type: 'checkbox', name: 'c', choices, maxSelectedChoices: 2, valueName: 'w', valuePropertyName: 'id' },
      { type: 'text', name: 't', inputType: 'time' }, { type: 'text', name: 'd', inputType: 'date' }, { type: 'text', name: 'dt', inputType: 'datetime-local' },
      { type: 'slider', name: 's', sliderType: 'range' }, { type: 'comment', name: 'l', maxLength: 3 },
      { type: 'text', name: 'one', valueName: 'shared', visibleIf: '{t} empty' }, { type: 'checkbox', name: 'two', valueName: 'shared', choices, visibleIf: '{t} notempty' },
      { type: 'text', name: 'hidden', visibleIf: '{t} empty', clearIfInvisible: 'none' },
    );
    const sent = { w: [{ id: 'a' }, { id: 'b' }], t: '23:59', d: '2024-02-29', dt: '2026-12-31T23:59', s: [0, 100], l: 'abc', shared: ['a'], hidden: 'kept' };
    assert.deepEqual(keep(definition, sent), sent);
  });
});
