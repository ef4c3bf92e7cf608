import { test, describe } from 'node:test';
import assert from 'node:assert/strict';
import readXlsx from 'read-excel-file/universal';
import Papa from 'papaparse';
import { parseDefinition, type SurveyDefinition } from '../definition/index.ts';
import { answerTable, toCsv, toXlsx, type AnswerRecord, type Table } from './answers.ts';

function define(...elements: object[]): SurveyDefinition {
  const result = parseDefinition({ elements });
  assert.ok('definition' in result, JSON.stringify(result));
  return result.definition;
}
/** Rows as objects by column key. */
function rows(table: Table) {
  return table.rows.map((row) => Object.fromEntries(row.map((cell, i) => [table.columns[i]!.key, cell])));
}
function flat(definition: SurveyDefinition, answers: Record<string, unknown>[], values: 'labels' | 'codes' = 'codes', lang = 'fr') {
  return rows(answerTable(definition, answers.map((each) => ({ answers: each })), { values, lang }));
}

describe('answerTable: one column an item', () => {
  test('single answers, as labels of a language or as codes', () => {
    const definition = define(
      { type: 'radiogroup', name: 'role', title: { fr: 'Votre <b>rôle</b>', en: 'Your role' }, choices: [{ value: 'e', text: { fr: 'Élu·e', en: 'Elected' } }, 'x'], showOtherItem: true },
      { type: 'boolean', name: 'ok', labelTrue: 'D’accord' },
      { type: 'rating', name: 'r', rateValues: [1, { value: 2, text: 'Très bien' }] },
      { type: 'text', name: 'n', inputType: 'number' },
      { type: 'text', name: 'd', inputType: 'date' },
    );
    const answers = [{ role: 'e', ok: true, r: 2, n: 3.5, d: '2026-11-23' }, { role: 'other', 'role-Comment': 'DGS', ok: false, r: 1 }];
    const day = new Date('2026-11-23T00:00:00Z');
    assert.deepEqual(flat(definition, answers), [
      { role: 'e', 'role-Comment': null, ok: true, r: 2, n: 3.5, d: day },
      { role: 'other', 'role-Comment': 'DGS', ok: false, r: 1, n: null, d: null },
    ]);
    assert.deepEqual(flat(definition, answers, 'labels'), [
      { role: 'Élu·e', 'role-Comment': null, ok: 'D’accord', r: 'Très bien', n: 3.5, d: day },
      { role: 'Autre', 'role-Comment': 'DGS', ok: 'Non', r: 1, n: null, d: null },
    ]);
    const english = answerTable(definition, [], { lang: 'en' });
    assert.ok(english.columns.some(({ key, title }) => key === 'role' && title === 'Your role'));
    assert.ok(english.columns.some(({ key, title }) => key === 'receivedAt' && title === 'Received (UTC)'));
  });

  test('checkbox: 1 and 0 or the label, empty when not asked, unknown values kept', () => {
    const definition = define({ type: 'checkbox', name: 'c', title: 'Services', choices: [{ value: 'a', text: 'Aide' }, 'b'] });
    const answers = [{ c: ['a'] }, {}, { c: ['b', 'old'] }];
    assert.deepEqual(flat(definition, answers), [
      { 'c.a': 1, 'c.b': 0, 'c.*': null },
      { 'c.a': null, 'c.b': null, 'c.*': null },
      { 'c.a': 0, 'c.b': 1, 'c.*': 'old' },
    ]);
    const labels = answerTable(definition, answers.map((each) => ({ answers: each })));
    assert.deepEqual(labels.columns.map(({ title }) => title), ['Services – Aide', 'Services – b', 'Services – autres valeurs']);
    assert.deepEqual(labels.rows[0], ['Aide', '', null]);
  });

  test('ranking gives ranks', () => {
    const definition = define({ type: 'ranking', name: 'k', choices: ['a', 'b', 'c'] });
    assert.deepEqual(flat(definition, [{ k: ['c', 'a'] }]), [{ 'k.a': 2, 'k.b': null, 'k.c': 1 }]);
  });

  test('matrices: a column a row, a column a cell, and as many numbered columns as were filled', () => {
    const definition = define(
      { type: 'matrix', name: 'm', rows: ['r1', { value: 'r2', text: 'Deux' }], columns: [{ value: 1, text: 'Peu' }, { value: 2, text: 'Bien' }] },
      { type: 'matrixdropdown', name: 'md', rows: ['x'], columns: [{ name: 'how', cellType: 'checkbox', choices: ['p', 'q'] }, { name: 'n', cellType: 'text' }] },
      { type: 'matrixdynamic', name: 'dy', columns: [{ name: 'who', cellType: 'text' }] },
      { type: 'paneldynamic', name: 'p', templateElements: [{ type: 'panel', elements: [{ type: 'text', name: 'mail' }] }] },
      { type: 'multipletext', name: 't', items: ['a', { name: 'b' }] },
    );
    const answers = [
      { m: { r1: 1, r2: 2 }, md: { x: { how: ['q'], n: 'k' } }, dy: [{ who: 'A' }, { who: 'B' }], t: { b: 'z' } },
      { p: [{ mail: 'a@mairie.example' }] },
    ];
    const [first, second] = flat(definition, answers, 'labels');
    assert.deepEqual(first, {
      'm.r1': 'Peu', 'm.r2': 'Bien', 'md.x.how.p': '', 'md.x.how.q': 'q', 'md.x.n': 'k',
      'dy[0].who': 'A', 'dy[1].who': 'B', 'p[0].mail': null, 't.a': null, 't.b': 'z',
    });
    assert.equal(second?.['p[0].mail'], 'a@mairie.example');
    const titles = answerTable(definition, answers.map((each) => ({ answers: each }))).columns.map(({ title }) => title);
    assert.ok(titles.includes('dy 2 – who') && titles.includes('m – Deux'), titles.join());
  });

  test('a very long dynamic matrix keeps every entry', () => {
    const definition = define({ type: 'matrixdynamic', name: 'm', columns: [{ name: 'n', cellType: 'text' }] });
    const [row] = flat(definition, [{ m: Array.from({ length: 60 }, (_, n) => ({ n })) }]);
    assert.equal(row?.['m[49].n'], 49);
    assert.match(String(row['m[…]']), /\{"n":59\}/);
  });

  test('nothing that was sent is left out, even what the definition does not know', () => {
    const answers = [{ q: 'x', total: 12, old: { a: 1 }, constructor: 'c' }];
    assert.deepEqual(flat(define({ type: 'text', name: 'q' }), answers), [{ q: 'x', total: 12, old: '{"a":1}', constructor: 'c' }]);
  });

  test('what an older version asked stands beside: rows, columns, items, fields, other, comments, a choice that became several', () => {
    const definition = define(
      { type: 'matrix', name: 'm', title: 'Lieux', rows: ['x'], columns: [1, 2] },
      { type: 'matrixdropdown', name: 'md', rows: ['x'], columns: [{ name: 'a', cellType: 'text' }] },
      { type: 'multipletext', name: 'mt', items: ['i'] },
      { type: 'paneldynamic', name: 'pd', templateElements: [{ type: 'text', name: 'n' }] },
      { type: 'matrixdynamic', name: 'dy', columns: [{ name: 'n', cellType: 'text' }] },
      { type: 'radiogroup', name: 'r', title: 'Rôle', choices: ['a'] },
      { type: 'checkbox', name: 'k', choices: ['a', 'b'] },
      { type: 'ranking', name: 'rk', choices: ['a', 'b'] },
    );
    const old = {
      m: { x: 1, old: 2 }, md: { x: { a: 'A', b: 'GONE1', 'a-Comment': 'GONE2' }, old: { a: 'GONE3' } }, mt: { i: 'I', old: 'GONE4' },
      pd: [{ n: 'N' }, { n: 'M', old: 'GONE5' }], dy: [{ n: 'N', old: 3 }], r: 'other', 'r-Comment': 'GONE6', k: 'b', rk: 'b',
    };
    assert.deepEqual(flat(definition, [old, {}])[0], {
      'm.x': 1, 'm.old': 2, 'md.x.a': 'A', 'md.x.a-Comment': 'GONE2', 'md.x.b': 'GONE1', 'md.old': '{"a":"GONE3"}', 'mt.i': 'I', 'mt.old': 'GONE4',
      'pd[0].n': 'N', 'pd[1].n': 'M', 'pd[1].old': 'GONE5', 'dy[0].n': 'N', 'dy[0].old': 3, 'r': 'other', 'r-Comment': 'GONE6',
      'k.a': 0, 'k.b': 1, 'rk.a': null, 'rk.b': 1,
    });
    const titles = answerTable(definition, [{ answers: old }]).columns.map(({ title }) => title);
    for (const title of ['Lieux – old', 'Rôle – précision', 'pd 2 – old']) assert.ok(titles.includes(title), titles.join());
  });

  test('a question that changed its kind keeps the answers of before, whatever they were', () => {
    const kinds = [
      { type: 'checkbox', choices: ['a'] }, { type: 'ranking', choices: ['a'] }, { type: 'matrix', rows: ['r'], columns: ['a'] }, { type: 'multipletext', items: ['i'] },
      { type: 'matrixdropdown', rows: ['r'], columns: [{ name: 'c' }] }, { type: 'matrixdynamic', columns: [{ name: 'c' }] }, { type: 'file' }, { type: 'html', html: '' },
      { type: 'paneldynamic', templateElements: [{ type: 'text', name: 'n' }] }, { type: 'radiogroup', choices: ['a'] }, { type: 'text', inputType: 'date' },
    ];
    for (const kind of kinds) {
      const definition = define({ ...kind, name: 'q' }, { type: 'text', name: 'other' });
      for (const answer of ['KEPT', ['KEPT', 'a'], { r: 'KEPT' }, { z: { c: 'KEPT' } }, [{ c: 'KEPT' }], [{ name: 'KEPT' }]]) {
        for (const values of ['codes', 'labels'] as const) {
          assert.match(JSON.stringify(flat(definition, [{ q: answer }], values)), /KEPT/, `${kind.type} ${JSON.stringify(answer)}`);
        }
      }
    }
  });

  test('two questions that share an answer each have their columns', () => {
    const definition = define(
      { type: 'checkbox', name: 'fruits', valueName: 'f', valuePropertyName: 'fruit', choices: ['pomme', 'poire'] },
      { type: 'paneldynamic', name: 'details', valueName: 'f', templateElements: [{ type: 'text', name: 'poids' }] },
    );
    const [row] = flat(definition, [{ f: [{ fruit: 'pomme', poids: 3 }] }]);
    assert.deepEqual([row?.['f.pomme'], row?.['f.poire'], row?.['f[0].poids']], [1, 0, 3]);
  });

  test('details of rows are columns, and each total is one', () => {
    const definition = define({
      type: 'matrixdynamic', name: 'd', title: 'Dépenses', columns: [{ name: 'n', title: 'Coût', cellType: 'text', inputType: 'number', totalType: 'sum' }, { name: 't', cellType: 'text' }],
      detailElements: [{ type: 'text', name: 'more', title: 'Précision' }],
    });
    const answers = { d: [{ n: 2, t: 'a', more: 'oui' }, { n: 3 }], 'd-total': { n: 5 } };
    assert.deepEqual(flat(definition, [answers]), [{
      'd[0].n': 2, 'd[0].t': 'a', 'd[0].more': 'oui', 'd[1].n': 3, 'd[1].t': null, 'd[1].more': null, 'd-total.n': 5,
    }]);
    assert.ok(answerTable(definition, [{ answers }]).columns.some(({ title }) => title === 'Dépenses – total – Coût'));
  });

  test('a day that no calendar has stays as it was written', () => {
    assert.deepEqual(flat(define({ type: 'text', name: 'd', inputType: 'date' }), [{ d: '2026-02-31' }]), [{ d: '2026-02-31' }]);
  });

  test('names without end take no column each', () => {
    const answers = Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`n${String(i)}`, i]));
    const table = answerTable(define({ type: 'text', name: 'q' }), [{ answers }], { values: 'codes' });
    assert.ok(table.columns.length < 300);
    assert.match(JSON.stringify(table.rows), /n999/);
  });

  test('an answer of the wrong kind is written as it is', () => {
    const definition = define({ type: 'checkbox', name: 'c', choices: ['a'] }, { type: 'matrix', name: 'm', rows: ['r'], columns: ['k'] }, { type: 'file', name: 'f' });
    assert.doesNotThrow(() => flat(definition, [{ c: 'a', m: [1], f: 'x' }, { c: [{}], m: null, f: [3] }]));
  });

  test('what came with the answers stands first, times as dates', () => {
    const record: AnswerRecord = { id: 'urn:uuid:1', commune: '59350', receivedAt: '2026-11-23T10:00:00Z', startedAt: null, answers: { q: 1 } };
    const table = answerTable(define({ type: 'text', name: 'q' }), [record], { values: 'codes' });
    assert.deepEqual(table.columns.map(({ title }) => title), ['id', 'commune', 'startedAt', 'receivedAt', 'q']);
    assert.deepEqual(table.rows[0], ['urn:uuid:1', '59350', null, new Date('2026-11-23T10:00:00Z'), 1]);
  });
});

test('labels name the communes, where someone can: in the question and beside the code of the sender; codes stay codes', () => {
  const definition = define({ type: 'asb:commune', name: 'where', title: 'Votre commune' });
  const records: AnswerRecord[] = [{ commune: '59328', answers: { where: '59328' } }, { commune: '75056', answers: { where: '75056' } }];
  const communeName = (code: string) => (code === '59328' ? 'Lambersart' : undefined);
  const table = answerTable(definition, records, { communeName });
  assert.deepEqual(table.columns.map(({ title }) => title), ['Commune (code INSEE)', 'Commune (nom)', 'Votre commune']);
  assert.deepEqual(table.rows, [['59328', 'Lambersart', 'Lambersart'], ['75056', null, '75056']]);
  assert.deepEqual(answerTable(definition, records, { values: 'codes', communeName }).rows[0], ['59328', '59328']);
});

describe('toCsv', () => {
  const table: Table = {
    columns: [{ key: 'a', title: 'À' }, { key: 'b', title: '=B' }],
    rows: [['=1+1', 1.5], ['+33 1', -2], ['-x', true], ['@SUM', null], ['\tx', 0], ['a;"b"\nc', new Date('2026-01-02T00:00:00Z')], ['＝1', 3]],
  };

  test('semicolons, byte order mark, quotes, and no formula', () => {
    const csv = toCsv(table);
    assert.ok(csv.startsWith("\ufeffÀ;'=B\r\n'=1+1;1.5\r\n'+33 1;-2\r\n'-x;true\r\n'@SUM;\r\n"), csv);
    const read = Papa.parse<string[]>(csv.slice(1).trimEnd(), { delimiter: ';' }).data;
    assert.deepEqual(read[6], ['a;"b"\nc', '2026-01-02']);
    assert.deepEqual(read[7], ["'＝1", '3']);
  });

  test('other separators and a decimal comma', () => {
    const csv = toCsv(table, { separator: '\t', bom: false, decimal: ',' });
    assert.match(csv, /^À\t'=B\r\n'=1\+1\t1,5\r\n/);
  });
});

test('toXlsx writes a file that opens, with numbers, booleans and dates as such', async () => {
  const moment = new Date('2026-11-23T10:30:00Z');
  const bytes = await toXlsx({
    columns: [{ key: 'a', title: 'Réponse' }, { key: 'b', title: 'B' }],
    rows: [['=HYPERLINK("x")', 1.5], [true, new Date('2026-01-02T00:00:00Z')], [null, moment], ['a\u0000<b>&"\ud800', NaN], ['x'.repeat(40_000), '']],
  }, { sheet: 'Réponses [2026]/1' });
  const [sheet] = await readXlsx(new Blob([bytes as BlobPart]));
  assert.equal(sheet?.sheet, 'Réponses  2026  1');
  assert.deepEqual(sheet.data.slice(0, 5), [
    ['Réponse', 'B'],
    ['=HYPERLINK("x")', 1.5],
    [true, new Date('2026-01-02T00:00:00Z')],
    [null, moment],
    ['a<b>&"', null],
  ]);
  assert.equal((sheet.data[5]?.[0] as unknown as string).length, 32_767);
});

test('toXlsx: no answer makes the file unreadable', async () => {
  const words = ['constructor', '__proto__', 'toString', 'hasOwnProperty', ']]>', '&#0;', '_x000D_', ' '];
  const bytes = await toXlsx({ columns: [{ key: 'a', title: 'valueOf' }, { key: 'n', title: 'n' }], rows: words.map((word, i) => [word, i]) });
  const [sheet] = await readXlsx(new Blob([bytes as BlobPart]));
  assert.ok(sheet);
  assert.deepEqual(sheet.data.slice(1).map(([, n]) => n), words.map((_, i) => i));
  assert.deepEqual(sheet.data.slice(1, 5).map(([word]) => word), words.slice(0, 4));
});
