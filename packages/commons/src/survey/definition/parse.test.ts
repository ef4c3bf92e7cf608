import { test, describe } from 'node:test';
import assert from 'node:assert/strict';
import { createSession } from '../index.ts';
import { LIMITS, SURVEY_SCHEMA, parseDefinition, type SurveyDefinition } from './index.ts';

function read(json: unknown) {
  const result = parseDefinition(json, { locale: 'en' });
  assert.ok('definition' in result, JSON.stringify(result));
  return result;
}
function refuse(json: unknown, locale = 'en') {
  const result = parseDefinition(json, { locale });
  assert.ok('error' in result, 'should have been refused');
  return result.error;
}
const one = (question: object) => ({ elements: [{ type: 'text', name: 'q', ...question }] });

describe('parseDefinition accepts what SurveyJS writes', () => {
  test('elements or questions at the root become one page', () => {
    for (const key of ['elements', 'questions']) {
      const { definition, problems } = read({ title: 'T', [key]: [{ type: 'text', name: 'a' }] });
      assert.deepEqual(definition, { title: 'T', pages: [{ name: 'page1', elements: [{ type: 'text', name: 'a' }] }] });
      assert.deepEqual(problems, []);
    }
  });

  test('pages and panels may call their elements questions, and go without a name', () => {
    const { definition } = read({
      pages: [{ questions: [{ type: 'panel', questions: [{ type: 'text', name: 'a' }] }] }, { name: 'end', elements: [] }],
    });
    assert.deepEqual(definition.pages.map(({ name }) => name), ['page1', 'end']);
    assert.equal(definition.pages[0]?.elements[0]?.elements?.[0]?.name, 'a');
  });

  test('choices bare, with a bar, or as objects; localised texts; a matrix column as a bare name', () => {
    const { definition, problems } = read({
      pages: [{
        name: 'p',
        elements: [
          { type: 'radiogroup', name: 'r', title: { default: 'Oui ?', en: 'Yes?' }, choices: ['a', 2, true, 'b|Bee', { value: 'c', text: { fr: 'C' } }] },
          { type: 'matrixdynamic', name: 'm', columns: ['col', { name: 'n', cellType: 'text', inputType: 'number', min: 0 }] },
          { type: 'multipletext', name: 't', items: ['x', { name: 'y', isRequired: true }] },
        ],
      }],
    });
    assert.deepEqual(problems, []);
    assert.deepEqual((definition.pages[0]?.elements[1]?.columns as object[])[0], { name: 'col' });
    assert.deepEqual((definition.pages[0]?.elements[2]?.items as object[])[0], { name: 'x' });
  });

  test('a definition already in pages comes out the same', () => {
    const json = { $schema: SURVEY_SCHEMA, version: '2', pages: [{ name: 'p', elements: [{ type: 'comment', name: 'c', rows: 4 }] }] };
    assert.deepEqual(read(structuredClone(json)).definition, json);
  });

  test('the house’s additions are known: rgpd, scoring, aggregates, ids', () => {
    const { problems } = read({
      id: 's', meta: { version: '3' }, aggregate: { minCell: 5 },
      rgpd: { responsable: { fr: 'Le hub' }, finalite: 'Connaître', baseLegale: 'mission-interet-public', destinataires: ['la MEL'], dureeMois: 24 },
      elements: [
        { type: 'text', name: 'mail', rgpd: { donneePersonnelle: true, dureeMois: 12, baseLegale: 'consentement' }, aggregate: { minCell: 11 } },
        { type: 'radiogroup', name: 'level', dimension: 'portage', weight: 2, choices: [{ value: 1, score: 3 }, { value: 'nc', score: null }] },
        { type: 'boolean', name: 'b', score: { true: 1, false: 0 } },
        { type: 'asb:commune', name: 'commune' },
      ],
    });
    assert.deepEqual(problems, []);
  });
});

describe('parseDefinition lists what is not supported and keeps it', () => {
  test('types, properties, values, validators and triggers, by path', () => {
    const json = {
      cookieName: 'x',
      pages: [{
        name: 'p',
        elements: [
          { type: 'signaturepad', name: 's', penColor: 'red' },
          { type: 'dropdown', name: 'd', choicesByUrl: { url: 'https://a.example' }, choices: [{ value: 1, elements: [] }] },
          { type: 'text', name: 't', inputType: 'money', width: '50%', validators: [{ type: 'numeric' }, { type: 'siret' }] },
          { type: 'panel', name: 'in', elements: [{ type: 'matrixdynamic', name: 'm', columns: [{ name: 'c', cellType: 'file' }] }] },
        ],
      }],
      triggers: [{ type: 'visible', expression: '1', pages: ['p'] }, { type: 'complete', expression: '{t} = 1' }],
    };
    const { definition, problems } = read(json);
    const found = problems.map((problem) => `${problem.kind} ${problem.path} ${problem.name}`);
    assert.deepEqual(found.sort(), [
      'unsupported cookieName cookieName',
      'unsupported pages[0].elements[0].type signaturepad',
      'unsupported pages[0].elements[1].choicesByUrl choicesByUrl',
      'unsupported pages[0].elements[1].choices[0].elements elements',
      'unsupported pages[0].elements[2].inputType inputType: money',
      'unsupported pages[0].elements[2].validators[1] siret',
      'unsupported pages[0].elements[2].width width',
      'unsupported pages[0].elements[3].elements[0].columns[0].cellType cellType: file',
      'unsupported triggers[0] visible',
      'unsupported triggers[0].pages pages',
    ]);
    assert.deepEqual(definition, json);
    assert.match(problems.find(({ name }) => name === 'width')?.text ?? '', /look/);
  });

  test('expressions, patterns and targets that lead nowhere, wherever they stand', () => {
    const { problems } = read({
      calculatedValues: [{ name: 'v', expression: '{a' }],
      elements: [
        { type: 'text', name: 'a', minValueExpression: '{', defaultValue: '={', validators: [{ type: 'email' }, { type: 'regex', regex: '^(a|a)*$' }, { type: 'regexvalidator', regex: '(' }, { type: 'expression', expression: '1 +' }] },
        { type: 'radiogroup', name: 'r', choices: [1, { value: 2, visibleIf: 'nothing({a})' }] },
        { type: 'paneldynamic', name: 'p', panelCountExpression: '{a}', templateElements: [{ type: 'text', name: 'x', requiredIf: ')' }] },
        { type: 'matrixdynamic', name: 'm', columns: [{ name: 'c', cellType: 'text', visibleIf: '{row.' }] },
        { type: 'matrix', name: 'k', columns: [{ value: 1, visibleIf: '{a} = 1', enableIf: '{a} = 1' }], rows: [{ value: 'r', requiredIf: '{a} = 1' }], columnsVisibleIf: '{', cellType: 'radio' },
      ],
      triggers: [{ type: 'complete', expression: "propertyValue('a', 'colour') = propertyValue('r', 'title')" }, { type: 'skip', expression: '{a} = 1', gotoName: 'nobody' }, { type: 'setvalue', expression: '{a} = 1', setValue: 1 }, { type: 'copyvalue', expression: '{a} = 1', fromName: 'a', setToName: 'r', copyDisplayValue: true }],
    });
    assert.deepEqual(problems.map(({ kind, path }) => `${kind} ${path}`).sort(), [
      'invalid calculatedValues[0].expression',
      'invalid elements[0].defaultValue',
      'invalid elements[0].minValueExpression',
      'invalid elements[0].validators[2].regex',
      'invalid elements[0].validators[3].expression',
      'invalid elements[2].templateElements[0].requiredIf',
      'invalid elements[3].columns[0].visibleIf',
      'invalid elements[4].columnsVisibleIf',
      'invalid triggers[1].gotoName',
      'invalid triggers[2].setToName',
      'unsupported elements[0].validators[1].regex',
      'unsupported elements[1].choices[1].visibleIf',
      'unsupported elements[4].columns[0].enableIf',
      'unsupported elements[4].rows[0].requiredIf',
      'unsupported triggers[0].expression',
    ]);
    assert.match(problems.find(({ path }) => path === 'elements[1].choices[1].visibleIf')?.text ?? '', /“nothing”/);
  });

  test('what a session says as well has the same path and name, so that it can be told once', () => {
    const { definition, problems } = read({ elements: [{ type: 'text', name: 'a', visibleIf: '{', validators: [{ type: 'regex', regex: '(' }], defaultValue: '=}' }] });
    const places = (list: readonly { path: string; name: string }[]) => list.map(({ path, name }) => `${path} ${name}`).sort();
    assert.deepEqual(places(createSession(definition).problems), places(problems));
  });

  test('a property that changes what is asked is not called a matter of look', () => {
    const { problems } = read({ mode: 'display', questionsOnPageMode: 'singlePage', showPreviewBeforeComplete: true, logoWidth: '1', showTitle: false, elements: [
      { type: 'checkbox', name: 'a', choices: [{ value: 1, showCommentArea: true }] }, { type: 'expression', name: 'e', expression: '1', runIfReadOnly: true }, { type: 'rating', name: 'r', showNoneItem: true },
    ] });
    const looks = problems.filter(({ text }) => text.includes('look')).map(({ name }) => name);
    assert.deepEqual(looks.sort(), ['logoWidth', 'showTitle']);
    assert.equal(problems.length, 7);
  });

  test('true and false between quotes, which some surveys hold', () => {
    const { problems } = read({ elements: [{ type: 'dropdown', name: 'a', choices: [1], showOtherItem: 'true' }] });
    assert.deepEqual(problems.map(({ kind, path }) => [kind, path]), [['invalid', 'elements[0].showOtherItem']]);
  });

  test('names used twice, values used twice and names left out are pointed at', () => {
    const { definition, problems } = read({
      elements: [
        { type: 'text', name: 'a' }, { type: 'text', name: 'a' }, { type: 'text' },
        { type: 'radiogroup', name: 'r', choices: ['x', { value: 'x', text: 'X' }] },
        { type: 'paneldynamic', name: 'p', templateElements: [{ type: 'text', name: 'a' }] },
      ],
    });
    assert.deepEqual(problems.map(({ kind, path }) => [kind, path]), [
      ['invalid', 'elements[1].name'],
      ['invalid', 'elements[2]'],
      ['invalid', 'elements[3].choices[1]'],
    ]);
    assert.equal(definition.pages[0]?.elements[2]?.name, 'question3');
  });
});

describe('parseDefinition refuses with a path and a sentence', () => {
  test('what is not a definition', () => {
    for (const json of [null, undefined, 3, 'x', [], [{ type: 'text' }]]) assert.match(refuse(json)[0]?.text ?? '', /JSON object/);
    for (const json of [{}, { pages: [] }, { pages: [{ name: 'p', elements: [{ type: 'panel', elements: [] }] }] }]) {
      assert.match(refuse(json)[0]?.text ?? '', /no question/);
    }
    assert.match(refuse({ $schema: 'urn:assembleurs:survey:2', elements: [] })[0]?.text ?? '', /later version/);
  });

  test('in French by default', () => {
    const result = parseDefinition({});
    assert.ok('error' in result);
    assert.match(result.error[0]?.text ?? '', /aucune question/);
  });

  test('wrong kinds, each at its place', () => {
    const cases: [object, string, RegExp][] = [
      [{ elements: {} }, 'elements', /list/],
      [{ pages: [3] }, 'pages[0]', /object/],
      [{ elements: ['a'] }, 'elements[0]', /object/],
      [{ elements: [{ name: 'a' }] }, 'elements[0]', /no type/],
      [one({ title: ['a'] }), 'elements[0].title', /one text a language/],
      [one({ isRequired: 'yes' }), 'elements[0].isRequired', /true or false/],
      [one({ visibleIf: true }), 'elements[0].visibleIf', /condition/],
      [one({ maxLength: -1 }), 'elements[0].maxLength', /zero or more/],
      [one({ rgpd: { donneePersonnelle: 'oui' } }), 'elements[0].rgpd.donneePersonnelle', /“donneePersonnelle”/],
      [one({ rgpd: true }), 'elements[0].rgpd', /object/],
      [one({ type: 'radiogroup', choices: [[1]] }), 'elements[0].choices[0]', /plain value/],
      [one({ type: 'radiogroup', choices: [{ text: 'no value' }] }), 'elements[0].choices[0]', /value/],
      [{ ...one({}), rgpd: { responsable: 'R', finalite: 'F', baseLegale: 'intuition' } }, 'rgpd.baseLegale', /mission-interet-public/],
      [{ elements: [JSON.parse('{"type":"text","name":"__proto__"}')] }, 'elements[0].name', /cannot be used/],
    ];
    for (const [json, path, text] of cases) {
      const errors = refuse(json);
      const error = errors.find((candidate) => candidate.path === path);
      assert.ok(error, `${path} among ${JSON.stringify(errors)}`);
      assert.match(error.text, text);
    }
  });

  test('too much of anything', () => {
    const nested = { type: 'panel', name: 'p', elements: [] as object[] };
    let inner = nested;
    for (let i = 0; i < 100; i++) inner.elements.push((inner = { type: 'panel', name: `p${String(i)}`, elements: [] }));
    const loop: Record<string, unknown> = { pages: [] };
    loop.loop = loop;
    const big: [object, RegExp][] = [
      [{ elements: [nested] }, /nested/],
      [loop, /nested/],
      [one({ title: 'x'.repeat(LIMITS.text + 1) }), /too long/],
      [{ elements: Array.from({ length: LIMITS.questions + 1 }, (_, i) => ({ type: 'text', name: `q${String(i)}` })) }, /5000 questions/],
      [one({ type: 'radiogroup', choices: Array.from({ length: LIMITS.items + 1 }, (_, i) => i) }), /too many entries/],
      [one({ defaultValue: Array.from({ length: LIMITS.values }, () => 0) }), /too big/],
      [one({ type: 'matrixdynamic', rowCount: 1e9 }), /too many entries/],
      [one({ type: 'paneldynamic', panelCount: 1e9 }), /too many entries/],
      [one({ type: 'matrix', rows: Array.from({ length: 300 }, (_, i) => i), columns: Array.from({ length: 300 }, (_, i) => i) }), /too many cells/],
      [one({ type: 'rating', rateMax: 1e9 }), /too many entries/],
      [one({ type: 'rating', rateMin: 0, rateMax: 1, rateStep: 1e-9 }), /too many entries/],
      [one({ type: 'dropdown', choicesMax: 1e9 }), /too many entries/],
    ];
    for (const [json, text] of big) assert.match(refuse(json)[0]?.text ?? '', text);
  });
});

test('the types say what comes out', () => {
  const definition: SurveyDefinition = read(one({})).definition;
  assert.equal(definition.pages.length, 1);
});
