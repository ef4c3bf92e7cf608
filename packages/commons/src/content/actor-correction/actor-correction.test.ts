import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDefinition } from '../../survey/definition/read.ts';
import { actorCorrection, CORRECTION_FIELDS } from './index.ts';

test('the questionnaire of corrections loads without a remark, and asks what the map sends', () => {
  const read = readDefinition(actorCorrection);
  assert.deepEqual('problems' in read ? read.problems : [], []);
  assert.deepEqual(actorCorrection.pages[0]?.elements.map(({ name }) => name), [...CORRECTION_FIELDS]);
});
