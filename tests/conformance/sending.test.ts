/** What a page sends, the collector takes, and keeps as it is; what a draft brings back is what was left. Over generated surveys, answered as their fields let people answer. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSession, resume, type ElementNode, type QuestionNode, type SurveySession } from '@assembleurs/commons/survey';
import { readDefinition } from '@assembleurs/commons/survey/definition/read';
import { mel } from '@assembleurs/commons/territory/mel';
import { judge } from '../../packages/collector/src/answers/check.ts';
import { Problem } from '../../packages/collector/src/http/problems.ts';
import { ending } from '../../packages/elements/src/survey/ending.ts';
import { generate } from './session-generator.ts';

type Json = Record<string, unknown>;

const now = (): Date => new Date('2026-05-12T10:00:00Z');
const territory = mel();

/** Fields that let people give some answers only: the generator lets a definition write anything in them, which no field does. */
const BOUND = /^(radiogroup|dropdown|checkbox|tagbox|ranking|rating|boolean|matrix|matrixdropdown|matrixdynamic|paneldynamic|multipletext)$/;
const WRITES = /^(defaultValue|defaultValueExpression|setValueExpression|setValueIf|resetValueIf)$/;

function withoutForgeries(node: unknown): unknown {
  if (Array.isArray(node)) return node.map((each) => withoutForgeries(each));
  if (typeof node !== 'object' || node === null) return node;
  const json = node as Json;
  const bound = BOUND.test(String(json.type)) || json.cellType !== undefined;
  return Object.fromEntries(Object.entries(json).filter(([name]) => name !== 'triggers' && name !== 'defaultRowValue' && !(bound && WRITES.test(name))).map(([name, value]) => [name, withoutForgeries(value)]));
}

/** Gives an answer as the question's fields would, or not at all. */
function answer(question: QuestionNode, value: unknown): void {
  if (!question.visible || !question.enabled) return;
  const given = value as Json;
  switch (question.type) {
    case 'radiogroup': case 'dropdown': case 'checkbox': case 'tagbox': case 'ranking': {
      const offered = question.choices.filter(({ enabled, kind }) => enabled && kind !== 'selectall').map((choice) => choice.value);
      if (Array.isArray(value)) question.setValue([...new Set(value as unknown[])].filter((each) => offered.includes(each)));
      else if (offered.includes(value)) question.setValue(value);
      break;
    }
    case 'matrix':
      for (const { value: row } of question.matrixRows) if (Object.hasOwn(given, row)) question.setRow(row, given[row]);
      break;
    case 'multipletext':
      for (const item of question.items) if (Object.hasOwn(given, item.name)) item.setValue(given[item.name]);
      break;
    case 'matrixdropdown': case 'matrixdynamic': case 'paneldynamic': {
      const cells = (Array.isArray(value) ? (value as Json[])[0] : given.r1 as Json | undefined) ?? {};
      for (const { cells: fields } of question.rows) for (const cell of fields) if (Object.hasOwn(cells, cell.name)) answer(cell, cells[cell.name]);
      break;
    }
    default:
      question.setValue(value);
  }
}

/** What the page would send; undefined when something is to be corrected first. */
function sent(session: SurveySession): Json | undefined {
  for (let turn = 0; turn < 6; turn++) {
    const ended = ending(session);
    if (ended === 'errors') return undefined;
    if (ended === 'sound') return JSON.parse(JSON.stringify(session.answers)) as Json;
  }
  throw new Error('Answers are taken out at each sending');
}

test('nothing that a page sends is refused or changed', () => {
  let sendings = 0;
  for (let seed = 1; seed <= 600; seed++) {
    const { definition: json, steps } = generate(seed);
    const read = readDefinition(withoutForgeries(json));
    assert.ok('definition' in read);
    const session = createSession(read.definition, { now, random: () => 0.5, locale: 'fr' });
    for (const { name, value } of steps) {
      const question = session.question(name);
      if (question) answer(question, value);
    }
    for (const page of session.visiblePages) session.goTo(page);
    const answers = sent(session);
    if (!answers) continue;
    sendings++;
    try {
      const kept = judge({ survey: 's', locale: 'fr', answers }, read.definition, territory, { language: 'fr', now });
      assert.deepEqual(JSON.parse(JSON.stringify(kept)), answers, `seed ${String(seed)}`);
    } catch (error) {
      if (error instanceof Problem) assert.fail(`seed ${String(seed)}: ${JSON.stringify(error.faults)} of ${JSON.stringify(answers)}`);
      throw error;
    }
  }
  assert.ok(sendings > 250, `${String(sendings)} surveys came to their end`);
});

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Names of what shows. */
const shown = (elements: readonly ElementNode[]): string[] =>
  elements.filter(({ visible }) => visible).flatMap((node) => (node.kind === 'panel' ? [node.name, ...shown(node.elements)] : [node.name]));

test('a session over the answers of another stands where it stood', () => {
  for (let seed = 1; seed <= 400; seed++) {
    const { definition: json, steps } = generate(seed);
    const read = readDefinition(json);
    assert.ok('definition' in read);
    const options = { now, random: () => 0.5, locale: 'fr' };
    const before = createSession(read.definition, options);
    for (const { name, value } of steps) {
      const question = before.question(name);
      if (question?.visible && question.enabled) question.setValue(value);
    }
    const answers = before.answers;
    const after = createSession(read.definition, { ...options, answers });
    resume(after, answers);
    assert.deepEqual(plain(after.answers), plain(answers), `seed ${String(seed)}`);
    const whole = (session: SurveySession): string[] => shown(session.visiblePages.flatMap(({ elements }) => elements));
    assert.deepEqual(whole(after), whole(before), `seed ${String(seed)}`);
  }
});
