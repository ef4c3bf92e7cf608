import { test, describe } from 'node:test';
import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { communeSurvey } from '../../content/commune-survey/index.ts';
import { definitionJsonSchema } from './definition-schema.ts';

describe('definitionJsonSchema', () => {
  const schema = definitionJsonSchema();
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(schema);
  const question = (json: object) => validate({ elements: [{ type: 'text', name: 'q', ...json }] });

  test('it is plain JSON, and accepts the communes’ questionnaire', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(schema)), schema);
    assert.ok(validate(JSON.parse(JSON.stringify(communeSurvey))), JSON.stringify(validate.errors?.slice(0, 3)));
  });

  test('it refuses what the reader refuses or reports', () => {
    assert.ok(question({ title: { fr: 'Oui' }, validators: [{ type: 'numeric', minValue: 1 }] }));
    assert.ok(question({ type: 'matrixdynamic', columns: ['a', { name: 'b', cellType: 'comment', rows: 3 }] }));
    const wrong: object[] = [
      { title: 3 }, { isRequired: 'yes' }, { inputType: 'money' }, { type: 'nps' }, { validators: [{ type: 'siret' }] }, { rgpd: { donneePersonnelle: 1 } },
      { type: 'radiogroup', choices: [{ text: 'no value' }] }, { type: 'panel', elements: [{ type: 'comment', rows: 'x' }] },
    ];
    for (const json of wrong) assert.equal(question(json), false, JSON.stringify(json));
    assert.equal(validate({ title: 'nothing to ask' }), false);
  });

  test('an editor can complete: each type names its own properties', () => {
    const defs = schema.$defs as Record<string, { properties: Record<string, unknown> }>;
    assert.ok('rateMax' in (defs.rating?.properties ?? {}) && !('rateMax' in (defs.text?.properties ?? {})));
    assert.ok('baseLegale' in ((defs.text?.properties.rgpd as { properties: object }).properties));
  });
});
