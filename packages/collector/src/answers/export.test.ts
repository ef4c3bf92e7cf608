import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import papaparse from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import { ADMIN, json, openTrial } from '../testing/collector.ts';
import type { Trial } from '../testing/collector.ts';
import type { AnswerRecord } from './model.ts';

let trial: Trial;
let survey: string;
const DANGEROUS = '=HYPERLINK("http://x.example";"a");\nligne « 2 »';
before(async () => {
  trial = await openTrial();
  survey = await trial.survey();
  await trial.send(survey, { nom: 'Médiathèque', lieu: 'oui', combien: 12, publics: ['jeunes', 'seniors'] });
  await trial.send(survey, { nom: '+33 3 20', lieu: 'non', libre: DANGEROUS }, { body: { commune: '59599' } });
  // A second version: one question less, one more.
  await trial.collector.publish(survey, {
    version: '2', pages: [{ name: 'p', elements: [{ type: 'text', name: 'nom', title: { fr: 'Nom', en: 'Name' } }, { type: 'boolean', name: 'wifi', title: 'Wifi' }] }],
  });
  await trial.send(survey, { nom: 'Mairie', wifi: true });
});
after(() => trial.close());

const get = (path: string) => trial.call('GET', `/surveys/${survey}/${path}`, { token: ADMIN });

/** Rows as objects by header. */
const parse = (csv: string) => {
  const { data, errors } = papaparse.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), { header: true, delimiter: ';', skipEmptyLines: true });
  assert.deepEqual(errors, []);
  return data;
};

describe('CSV', () => {
  test('semicolons, BOM, one row an answer, every version’s questions', async () => {
    const response = await get('answers.csv?values=codes');
    assert.equal(response.headers.get('content-type'), 'text/csv; charset=utf-8');
    assert.match(response.headers.get('content-disposition') ?? '', /^attachment; filename="s-[0-9a-f]+-\d{4}-\d\d-\d\d\.csv"$/);
    const bytes = new Uint8Array(await response.arrayBuffer());
    assert.deepEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf]);
    const rows = parse(new TextDecoder().decode(bytes));
    assert.equal(rows.length, 3);
    assert.deepEqual(rows.map((row) => row['nom']), ['Médiathèque', "'+33 3 20", 'Mairie']);
    assert.deepEqual(rows.map((row) => row['lieu']), ['oui', 'non', '']);
    assert.deepEqual(rows.map((row) => row['publics.seniors']), ['1', '', '']);
    assert.deepEqual(rows.map((row) => row['commune']), ['59350', '59599', '59350']);
    assert.deepEqual(rows.map((row) => row['definitionVersion']), ['1', '1', '2']);
    assert.notEqual(rows[2]?.['wifi'], '');
    // A formula is made text, its line break and quotes come back.
    assert.equal(rows[1]?.['libre'], `'${DANGEROUS}`);
  });

  test('labels in the language asked for', async () => {
    const french = await (await get('answers.csv')).text();
    const english = await (await get('answers.csv?lang=en')).text();
    assert.ok(parse(french)[0]?.['Nom'] === 'Médiathèque' && french.includes('Oui'));
    assert.deepEqual(parse(french).map((row) => row['Commune (nom)']), ['Lille', 'Tourcoing', 'Lille']);
    assert.ok(parse(english)[0]?.['Name'] === 'Médiathèque' && english.includes('Yes'));
  });

  test('a wrong option is a 400', async () => {
    assert.equal((await get('answers.csv?values=all')).status, 400);
    assert.equal((await get('answers.csv?lang=de')).status, 400);
  });
});

test('rows, fields, items and choices that a later version dropped keep their answers in both files', async () => {
  const element = (rows: string[], fields: string[], more: object) => [
    { type: 'matrix', name: 'm', rows, columns: ['a', 'b'] },
    { type: 'matrixdropdown', name: 'md', rows, columns: fields.map((name) => ({ name, cellType: 'text' })) },
    { type: 'multipletext', name: 'mt', items: fields.map((name) => ({ name })) },
    { type: 'paneldynamic', name: 'pd', templateElements: fields.map((name) => ({ type: 'text', name })) },
    { type: 'radiogroup', name: 'r', choices: ['a'], ...more },
  ];
  const changing = await trial.survey({}, { pages: [{ name: 'p', elements: [...element(['x', 'old'], ['i', 'gone'], { showOtherItem: true }), { type: 'radiogroup', name: 'k', choices: ['a', 'b'] }] }] });
  const sent = await trial.send(changing, {
    m: { x: 'a', old: 'b' }, md: { x: { i: '1', gone: 'G1' }, old: { i: 'G2' } }, mt: { i: '2', gone: 'G3' }, pd: [{ i: '3', gone: 'G4' }], r: 'other', 'r-Comment': 'G5', k: 'b',
  });
  assert.equal(sent.status, 201, await sent.text());
  await trial.collector.publish(changing, { version: '2', pages: [{ name: 'p', elements: [...element(['x'], ['i'], {}), { type: 'checkbox', name: 'k', choices: ['a', 'b'] }] }] });
  const [row] = parse(await (await trial.call('GET', `/surveys/${changing}/answers.csv?values=codes`, { token: ADMIN })).text());
  const found = Object.fromEntries(['m.x', 'm.old', 'md.x.gone', 'md.old', 'mt.gone', 'pd[0].gone', 'r', 'r-Comment', 'k.a', 'k.b'].map((key) => [key, row?.[key]]));
  assert.deepEqual(found, {
    'm.x': 'a', 'm.old': 'b', 'md.x.gone': 'G1', 'md.old': '{"i":"G2"}', 'mt.gone': 'G3', 'pd[0].gone': 'G4', 'r': 'other', 'r-Comment': 'G5', 'k.a': '0', 'k.b': '1',
  });
  const workbook = await trial.call('GET', `/surveys/${changing}/answers.xlsx`, { token: ADMIN });
  const cells = JSON.stringify(await readSheet(Buffer.from(await workbook.arrayBuffer())));
  for (const text of ['G1', 'G2', 'G3', 'G4', 'G5']) assert.ok(cells.includes(text), text);
});

test('the workbook holds the same rows', async () => {
  const response = await get('answers.xlsx?values=codes');
  assert.equal(response.headers.get('content-type'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  const [headers = [], ...rows] = await readSheet(Buffer.from(await response.arrayBuffer()));
  const column = (name: string) => rows.map((row) => row[headers.indexOf(name)]);
  assert.deepEqual(column('nom'), ['Médiathèque', '+33 3 20', 'Mairie']);
  assert.deepEqual(column('combien'), [12, null, null]);
});

test('JSON holds the answers as received, and every version', async () => {
  const file = await json<{ survey: string; definitions: Record<string, { version: string }>; answers: AnswerRecord[] }>(get('answers.json'));
  assert.equal(file.survey, survey);
  assert.deepEqual(Object.entries(file.definitions).map(([label, { version }]) => [label, version]).sort(), [['1', '1'], ['2', '2']]);
  assert.deepEqual(file.answers.map(({ answers }) => answers), [
    { nom: 'Médiathèque', lieu: 'oui', combien: 12, publics: ['jeunes', 'seniors'] },
    { nom: '+33 3 20', lieu: 'non', libre: DANGEROUS },
    { nom: 'Mairie', wifi: true },
  ]);
});

test('a survey without answers has headers and no row', async () => {
  const empty = await trial.survey();
  const response = await trial.call('GET', `/surveys/${empty}/answers.csv?values=codes`, { token: ADMIN });
  const [header = '', ...rest] = (await response.text()).trim().split(/\r?\n/);
  assert.ok(header.includes('nom') && rest.length === 0);
});
