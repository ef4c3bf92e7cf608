import { test, describe } from 'node:test';
import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import readXlsx from 'read-excel-file/universal';
import { Model } from 'survey-core';
import { generate } from '../../../../../tests/conformance/session-generator.ts';
import { communeSurvey } from '../../content/commune-survey/index.ts';
import { createSession } from '../index.ts';
import { parseDefinition, type SurveyDefinition } from '../definition/index.ts';
import { codebook, codebookXlsx } from './codebook.ts';
import { answerTable } from './answers.ts';
import { answersJsonSchema } from './json-schema.ts';
import { toSurveyJS } from './surveyjs.ts';

/** Every type, with something conditional, localised and personal. */
const EVERY_TYPE = read({
  id: 'every', version: '1', title: { fr: 'Tout', en: 'All' },
  rgpd: { responsable: 'Le hub', finalite: 'Connaître les besoins', baseLegale: 'mission-interet-public', dureeMois: 24 },
  calculatedValues: [{ name: 'double', expression: '{n} * 2', includeIntoResult: true }],
  pages: [
    {
      name: 'un', title: { fr: 'Un', en: 'One' },
      elements: [
        { type: 'asb:commune', name: 'commune', isRequired: true },
        { type: 'text', name: 'n', inputType: 'number', min: 0, max: 10, title: { fr: 'Nombre', en: 'Number' }, validators: [{ type: 'expression', expression: '{n} <> 7', text: 'Pas 7' }] },
        { type: 'text', name: 'mail', inputType: 'email', rgpd: { donneePersonnelle: true, baseLegale: 'consentement' } },
        { type: 'comment', name: 'c', visibleIf: '{n} > 3', maxLength: 200 },
        { type: 'radiogroup', name: 'r', isRequired: true, choices: [{ value: 'a', text: { fr: 'Aâ', en: 'Aay' }, score: 2 }, 'b'], showOtherItem: true, dimension: 'portage' },
        { type: 'checkbox', name: 'k', choices: ['x', 'y', 'z'], maxSelectedChoices: 2 },
        { type: 'dropdown', name: 'd', choices: [1, 2, 3] },
        { type: 'tagbox', name: 'tg', choices: ['x', 'y'] },
        { type: 'boolean', name: 'b', valueTrue: 'oui', valueFalse: 'non' },
        { type: 'rating', name: 'rt', rateMax: 4 },
        { type: 'ranking', name: 'rk', choices: ['p', 'q', 'r'] },
      ],
    },
    {
      name: 'deux', visibleIf: '{n} > 3',
      elements: [
        { type: 'html', name: 'h', html: '<p>Bonjour</p>' },
        { type: 'panel', name: 'pn', visibleIf: "{r} = 'a'", elements: [
          { type: 'matrix', name: 'm', rows: ['r1', 'r2'], columns: [{ value: 1, text: 'Peu' }, { value: 2, text: 'Bien' }] },
          { type: 'matrixdropdown', name: 'md', rows: ['r1'], columns: [{ name: 'how', choices: ['u', 'v'] }, { name: 'note', cellType: 'text' }] },
        ] },
        { type: 'matrixdynamic', name: 'dy', rowCount: 1, columns: [{ name: 'who', cellType: 'text', isRequired: true }] },
        { type: 'paneldynamic', name: 'p', panelCount: 1, templateElements: [{ type: 'text', name: 'role' }, { type: 'text', name: 'why', visibleIf: '{panel.role} notempty' }] },
        { type: 'multipletext', name: 't', items: [{ name: 'tel' }, { name: 'web' }] },
        { type: 'expression', name: 'e', expression: '{n} + 1' },
      ],
    },
  ],
});

/** One set of answers to it, given through the session as a person would. */
function answered(): Record<string, unknown> {
  const session = createSession(EVERY_TYPE);
  session.merge({
    commune: '59350', n: 5, mail: 'accueil@mairie.example', c: 'ok', r: 'other', 'r-Comment': 'autrement', k: ['x', 'z'], d: 2, tg: ['y'], b: 'oui', rt: 3, rk: ['r', 'p', 'q'],
    dy: [{ who: 'A' }], p: [{ role: 'x', why: 'y' }], t: { tel: '1' },
  });
  const answers = session.complete();
  assert.ok(answers, JSON.stringify(session.validate().map(({ path, text }) => [path, text])));
  return answers;
}

function read(json: unknown): SurveyDefinition {
  const result = parseDefinition(json, { locale: 'en' });
  assert.ok('definition' in result, JSON.stringify(result));
  return result.definition;
}

const COMMUNES = [{ code: '59350', name: 'Lille' }, { code: '59512', name: 'Roubaix' }];

describe('toSurveyJS', () => {
  const { json, additions } = toSurveyJS(EVERY_TYPE, { communes: COMMUNES });

  test('survey-core loads the export and finds the same questions, in the same order, of the same types', () => {
    const model = new Model(json);
    const ours = createSession(EVERY_TYPE).pages.flatMap((page) => page.elements).flatMap((node) => (node.kind === 'panel' ? [...node.elements] : [node]));
    assert.deepEqual(
      model.getAllQuestions().map((question) => [question.name, question.getType()]),
      ours.map((node) => [node.name, node.name === 'commune' ? 'dropdown' : node.json.type]),
    );
    assert.deepEqual((model.getQuestionByName('commune').choices as { value: string; text: string }[]).map(({ value, text }) => [value, text]), [['59350', 'Lille'], ['59512', 'Roubaix']]);
    assert.equal(model.getQuestionByName('n').title, 'Nombre');
    model.locale = 'en';
    assert.equal(model.getQuestionByName('n').title, 'Number');
  });

  test('survey-core shows, computes and validates as the definition says', () => {
    const model = new Model(json);
    model.data = { n: 5, r: 'a' };
    assert.equal(model.getQuestionByName('c').isVisible, true);
    assert.equal(model.getQuestionByName('e').value, 6);
    assert.equal(model.getPanelByName('pn').isVisible, true);
    model.setValue('n', 7);
    assert.equal(model.getQuestionByName('n').validate(), false);
  });

  test('the only things SurveyJS does not know are the additions that are listed', () => {
    const unknown = new Set((new Model(json).jsonErrors as { propertyName?: string; type: string }[]).map((error) => error.propertyName ?? error.type));
    const listed = new Set(additions.map(({ name }) => name));
    for (const name of unknown) assert.ok(listed.has(name), name);
    assert.ok(additions.some(({ path }) => path === 'pages[0].elements[4].choices[0].score'));
    assert.ok(additions.some(({ path }) => path === 'pages[0].elements[2].rgpd'));
  });

  test('read again, it is the same definition', () => {
    for (const definition of [EVERY_TYPE, communeSurvey]) {
      const back = read(toSurveyJS(definition, { communes: COMMUNES }).json);
      const theirs = new RegExp(`,"choices":${JSON.stringify(COMMUNES.map(({ code, name }) => ({ value: code, text: name }))).replace(/[[\]{}]/g, '\\$&')}|,"isExclusive":true`, 'g');
      const plain = JSON.stringify({ locale: 'fr', ...definition, $schema: undefined }).replaceAll('"type":"asb:commune"', '"type":"dropdown"');
      assert.deepEqual(JSON.parse(JSON.stringify(back).replaceAll(theirs, '')), JSON.parse(plain));
    }
  });
});

describe('toSurveyJS: what SurveyJS says otherwise', () => {
  test('a choice that empties the others does so in survey-core too', () => {
    const definition = read({ elements: [{ type: 'checkbox', name: 'q', choices: ['a', 'b', { value: 'aucun', exclusive: true }] }] });
    const model = new Model(toSurveyJS(definition).json);
    for (const chosen of [['a', 'b'], ['a', 'b', 'aucun']]) model.getQuestionByName('q').value = chosen;
    assert.equal(JSON.stringify(model.data), '{"q":["aucun"]}');
  });

  test('without a list of communes, one writes an INSEE code', () => {
    const model = new Model(toSurveyJS(read({ elements: [{ type: 'asb:commune', name: 'c', isRequired: true }] })).json);
    for (const [value, valid] of [['59350', true], ['2A004', true], ['Lille', false]] as const) {
      model.setValue('c', value);
      assert.equal(model.getQuestionByName('c').validate(), valid, value);
    }
  });
});

/** What no condition, formula or trigger of the definition writes: the generator lets them write anything anywhere. */
const FORMULAS = new Set(['setValueExpression', 'defaultValueExpression', 'triggers']);

describe('answersJsonSchema', () => {
  test('what sessions send keeps it: generated surveys, each answered as a page would', () => {
    let sent = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const { definition: json, steps } = generate(seed);
      const definition = read(JSON.parse(JSON.stringify(json, (name, value: unknown) => (FORMULAS.has(name) ? undefined : value))));
      const session = createSession(definition);
      for (const { name, value } of steps) {
        const offered = new Set(session.question(name)?.choices.map((choice) => choice.value));
        const chosen = Array.isArray(value) ? [...new Set<unknown>(value)].filter((each) => offered.has(each)) : offered.has(value) ? value : undefined;
        session.set(name, offered.size > 0 ? chosen : structuredClone(value));
      }
      const answers = session.complete();
      if (!answers) continue;
      sent++;
      const check = new Ajv2020({ strict: true, allowUnionTypes: true, validateFormats: false }).compile(answersJsonSchema(definition));
      assert.ok(check(JSON.parse(JSON.stringify(answers))), `${String(seed)} ${JSON.stringify(check.errors)} ${JSON.stringify(answers)}`);
    }
    assert.ok(sent > 100, String(sent));
  });

  test('totals, numbers that a default or a formula writes in a text, what is required on a condition of its own', () => {
    const definition = read({
      elements: [
        { type: 'text', name: 'three', defaultValue: 3 }, { type: 'comment', name: 'four', defaultValueExpression: '{three} + 1' },
        { type: 'text', name: 'maybe', isRequired: true, requiredIf: '{three} > 5' },
        { type: 'matrixdynamic', name: 'd', rowCount: 1, columns: [{ name: 'n', cellType: 'text', inputType: 'number', totalType: 'sum' }], detailElements: [{ type: 'text', name: 'more', inputType: 'number' }] },
      ],
    });
    const session = createSession(definition);
    session.set('d', [{ n: 2, more: 1 }]);
    const answers = JSON.parse(JSON.stringify(session.complete())) as Record<string, unknown>;
    assert.deepEqual(answers, { three: 3, four: 4, d: [{ n: 2, more: 1 }], 'd-total': { n: 2 } });
    const check = new Ajv2020({ strict: true }).compile(answersJsonSchema(definition));
    assert.ok(check(answers), JSON.stringify(check.errors));
    assert.equal(check({ ...answers, d: [{ more: 'x' }] }), false);
  });

  const validate = new Ajv2020({ strict: true, allowUnionTypes: true, validateFormats: false }).compile(answersJsonSchema(EVERY_TYPE));

  test('the answers of a completed session keep it', () => {
    const answers = answered();
    assert.ok(validate(answers), JSON.stringify(validate.errors));
    assert.equal(answers.double, 10);
  });

  test('wrong answers do not', () => {
    const answers = answered();
    const wrong: Record<string, unknown>[] = [
      { commune: 'Lille' }, { n: '5' }, { n: 11 }, { r: 'zzz' }, { k: ['x', 'x'] }, { k: ['x', 'y', 'z'] }, { d: 9 }, { b: true }, { rt: 5 }, { c: 'x'.repeat(201) },
      { m: { r1: 3 } }, { m: { r9: 1 } }, { dy: {} }, { t: [] }, { unknown: 1 }, { commune: undefined }, { r: undefined },
    ];
    for (const change of wrong) {
      const json = JSON.parse(JSON.stringify({ ...answers, ...change })) as unknown;
      assert.equal(validate(json), false, JSON.stringify(change));
    }
  });

  test('what is asked under a condition is not required; other written in place is let through', () => {
    const schema = answersJsonSchema(read({
      storeOthersAsComment: false,
      elements: [
        { type: 'text', name: 'a', isRequired: true, visibleIf: '{b} = 1' },
        { type: 'text', name: 'b', isRequired: true },
        { type: 'dropdown', name: 'o', choices: ['x'], hasOther: true },
      ],
    }));
    assert.deepEqual(schema.required, ['b']);
    const check = new Ajv2020({ strict: true }).compile(schema);
    assert.ok(check({ b: 'z', o: 'mine' }));
    assert.equal(check({ b: 'z', o: 3 }), false);
  });

  test('the schema of the communes’ questionnaire compiles', () => {
    assert.doesNotThrow(() => new Ajv2020({ strict: true, allowUnionTypes: true, validateFormats: false }).compile(answersJsonSchema(communeSurvey, { lang: 'en' })));
  });
});

describe('codebook', () => {
  const table = codebook(EVERY_TYPE, { lang: 'en' });
  const line = (name: string) => {
    const row = table.rows.find((cells) => cells[0] === name);
    assert.ok(row, name);
    return Object.fromEntries(row.map((cell, i) => [table.columns[i]!.key, cell]));
  };

  test('a row a question and a part, titles and choices in each language', () => {
    assert.deepEqual(table.rows.map(([name]) => name), [
      'commune', 'n', 'mail', 'c', 'r', 'r-Comment', 'k', 'd', 'tg', 'b', 'rt', 'rk', 'h', 'm', 'md', 'md.*.how', 'md.*.note', 'dy', 'dy[].who', 'p', 'p[].role', 'p[].why', 't', 't.tel', 't.web', 'e', 'double',
    ]);
    assert.equal(line('n')['title:fr'], 'Nombre');
    assert.equal(line('n')['title:en'], 'Number');
    assert.equal(line('r')['choices:en'], 'a = Aay | b = b | other = Other');
    assert.equal(line('m')['choices:fr'], 'r1 = r1 | r2 = r2 × 1 = Peu | 2 = Bien');
    assert.equal(line('b')['choices:fr'], 'oui = Oui | non = Non');
  });

  test('every column of the answers has its line: comments, totals, calculated values, details', () => {
    const definition = read({
      calculatedValues: [{ name: 'double', expression: '{n} * 2', includeIntoResult: true }, { name: 'inside', expression: '1' }],
      elements: [
        { type: 'radiogroup', name: 'r', title: { fr: 'Rôle', en: 'Role' }, choices: ['a'], showOtherItem: true },
        { type: 'matrixdynamic', name: 'd', title: 'D', columns: [{ name: 'n', cellType: 'text', totalType: 'sum' }, { name: 'c', cellType: 'dropdown', choices: ['a'], hasOther: true }], detailElements: [{ type: 'text', name: 'more' }] },
      ],
    });
    const { rows, columns } = codebook(definition, { lang: 'en' });
    assert.deepEqual(rows.map(([name]) => name), ['r', 'r-Comment', 'd', 'd[].n', 'd[].c', 'd[].c-Comment', 'd[].more', 'd-total.n', 'double']);
    const titles = (language: string) => rows.map((row) => row[columns.findIndex(({ key }) => key === `title:${language}`)]);
    assert.deepEqual([titles('fr')[1], titles('en')[1]], ['Rôle – précision', 'Role – details']);
    const table = answerTable(definition, [{ answers: { d: [{}], 'd-total': { n: 0 }, double: 2 } }], { values: 'codes' });
    const names = new Set(rows.map(([name]) => name));
    for (const { key } of table.columns) assert.ok(names.has(key.replace(/\[\d+\]/, '[]')), key);
  });

  test('conditions from the page down, checks, requirement', () => {
    assert.equal(line('m').visibleIf, "({n} > 3) and ({r} = 'a')");
    assert.equal(line('p[].why').visibleIf, '({n} > 3) and ({panel.role} notempty)');
    assert.equal(line('n').rules, 'min 0 ; max 10 ; expression expression {n} <> 7');
    assert.equal(line('commune').required, 'yes');
    assert.equal(line('r').dimension, 'portage');
  });

  test('personal data: the question’s word, else the survey’s', () => {
    const { personal, purpose, legalBasis, months } = line('mail');
    assert.deepEqual({ personal, purpose, legalBasis, months }, { personal: 'yes', purpose: 'Connaître les besoins', legalBasis: 'consentement', months: 24 });
    assert.equal(line('n').personal, null);
  });

  test('as a file, for the communes’ questionnaire in both languages', async () => {
    const [sheet] = await readXlsx(new Blob([(await codebookXlsx(communeSurvey)) as BlobPart]));
    assert.equal(sheet?.sheet, 'Dictionnaire');
    assert.ok(sheet.data.length > 25);
    const headers = sheet.data[0]?.map(String) ?? [];
    assert.ok(headers.includes('Intitulé (fr)') && headers.includes('Intitulé (en)'), headers.join());
  });
});

test('the choices beside the list have one code everywhere: the session’s, SurveyJS’s, the schema’s and the table’s', () => {
  const definition = read({
    elements: [{ type: 'radiogroup', name: 'q', choices: ['a'], showNoneItem: true, showRefuseItem: true, showDontKnowItem: true, showOtherItem: true }],
  });
  const session = createSession(definition);
  const ours = session.question('q')?.choices.map(({ value, text }) => [value, text]) ?? [];
  const values = ours.map(([value]) => value);
  const theirs = (new Model(toSurveyJS(definition).json).getQuestionByName('q').visibleChoices as { value: string }[]).map(({ value }) => value);
  assert.deepEqual([...values].sort(), [...theirs].sort());
  const check = new Ajv2020({ strict: true }).compile(answersJsonSchema(definition));
  for (const [value, text] of ours) {
    session.set('q', value);
    assert.equal(session.display('q'), text);
    assert.ok(check({ q: value }), String(value));
    const table = answerTable(definition, [{ answers: { q: value } }]);
    assert.equal(table.rows[0]?.[0], text);
  }
});
