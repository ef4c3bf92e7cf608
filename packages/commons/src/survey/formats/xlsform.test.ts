import { test, describe } from 'node:test';
import assert from 'node:assert/strict';
import write from 'write-excel-file/universal';
import { createSession } from '../index.ts';
import { parseDefinition, type SurveyDefinition } from '../definition/index.ts';
import { readXlsForm, type XlsFormResult } from './xlsform.ts';
import { translate, type Context } from './xlsform-expressions.ts';

type Value = string | number | boolean | Date | null;

/** A real .xlsx file of these sheets. */
async function workbook(sheets: Record<string, Value[][]>): Promise<ArrayBuffer> {
  const list = Object.entries(sheets).map(([sheet, data]) => ({ sheet, data: data.map((row) => row.map((value) => (value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : value))) }));
  return (await write(list).toBlob()).arrayBuffer();
}
async function readRows(survey: Value[][], choices: Value[][] = [['list_name', 'name', 'label']], settings?: Value[][]): Promise<XlsFormResult> {
  return readXlsForm(await workbook({ survey, choices, ...(settings && { settings }) }), { locale: 'en' });
}
function accepted(result: XlsFormResult): { definition: SurveyDefinition; problems: string[] } {
  assert.ok('definition' in result, JSON.stringify(result));
  return { definition: result.definition, problems: result.problems.map(({ path, name }) => `${path} ${name}`) };
}
function refused(result: XlsFormResult): string[] {
  assert.ok('error' in result, 'should have been refused');
  return result.error.map(({ path, text }) => `${path} ${text}`);
}

const COMMUNE_SURVEY = {
  survey: [
    ['type', 'name', 'label::Français (fr)', 'label::English (en)', 'hint::Français (fr)', 'required', 'relevant', 'constraint', 'constraint_message::Français (fr)', 'calculation', 'appearance', 'choice_filter', 'default', 'parameters', 'repeat_count'],
    ['start', 'start', null],
    ['begin_group', 'vous', 'Vous', 'You', null, null, null, null, null, null, 'field-list'],
    ['select_one epci', 'epci', 'EPCI', 'EPCI', null, 'yes'],
    ['select_one communes', 'commune', 'Commune', 'Municipality', null, 'yes', null, null, null, null, 'minimal', 'epci=${epci}'],
    ['text', 'nom', 'Votre fonction', 'Your role', 'Pas de nom', 'true()'],
    ['integer', 'habitants', 'Habitants', 'Inhabitants', null, null, null, '. > 0 and . < 300000', 'Entre 1 et 300 000', null, null, null, 1000],
    ['text', 'mail', 'Courriel', 'E-mail', null, null, null, "regex(., '[^@ ]+@[^@ ]+') and string-length(.) <= 50", 'Adresse incomplète'],
    ['date', 'depuis', 'Depuis', 'Since', null, null, null, '. <= today()'],
    ['end_group'],
    ['begin group', 'offre', 'Offre', 'Offer'],
    ['note', 'intro', 'Bonjour ${nom}', 'Hello ${nom}'],
    ['select_multiple services or_other', 'services', 'Services', 'Services', null, 'yes'],
    ['decimal', 'budget', 'Budget', 'Budget', null, null, "selected(${services}, 'ateliers') or count-selected(${services}) >= 3"],
    ['begin group', 'detail', 'Détail', 'Detail', null, null, "${habitants} > 10000 and not(selected(${services}, 'rien'))"],
    ['select_one likert4', 'accord', 'D’accord ?', 'Agree?', null, null, null, null, null, null, 'likert'],
    ['rank services', 'priorites', 'Priorités', 'Priorities'],
    ['end group'],
    ['range', 'effort', 'Effort', 'Effort', null, null, null, null, null, null, null, null, null, 'start=0 end=20 step=5'],
    ['end group'],
    ['begin repeat', 'contacts', 'Contacts', 'Contacts'],
    ['text', 'qui', 'Qui ?', 'Who?'],
    ['integer', 'heures', 'Heures', 'Hours', null, null, "${qui} != ''"],
    ['calculate', 'numero', null, null, null, null, null, null, null, 'position(..)'],
    ['end repeat'],
    ['calculate', 'total', null, null, null, null, null, null, null, 'sum(${heures})'],
    ['calculate', 'taille', null, null, null, null, null, null, null, "if(${habitants} < 3500, 'petite', if(${habitants} < 50000, 'moyenne', 'grande'))"],
    ['time', 'heure', 'Heure', 'Time'],
    ['datetime', 'rdv', 'Rendez-vous', 'Appointment'],
    ['text', 'libre', 'Commentaire', 'Comment', null, null, "${taille} = 'grande'", null, null, null, 'multiline'],
    ['acknowledge', 'ok', 'J’ai lu', 'I have read', null, 'yes'],
    ['text', 'rappel', 'Téléphone', 'Phone', null, "${total} > 10", "${ok} = 'OK'"],
    ['geopoint', 'lieu', 'Où ?', 'Where?'],
  ] as Value[][],
  choices: [
    ['list_name', 'name', 'label::Français (fr)', 'label::English (en)', 'epci'],
    ['epci', 'mel', 'MEL', 'MEL'], ['epci', 'ccpc', 'Pévèle', 'Pévèle'],
    ['communes', 59350, 'Lille', 'Lille', 'mel'], ['communes', 59512, 'Roubaix', 'Roubaix', 'mel'], ['communes', 59427, 'Orchies', 'Orchies', 'ccpc'],
    ['services', 'ateliers', 'Ateliers', 'Workshops'], ['services', 'pret', 'Prêt', 'Lending'], ['services', 'acces', 'Accès', 'Access'], ['services', 'rien', 'Rien', 'Nothing'],
    ['likert4', 1, 'Pas du tout', 'Not at all'], ['likert4', 4, 'Tout à fait', 'Fully'],
  ] as Value[][],
  settings: [['form_title', 'form_id', 'version', 'default_language', 'style', 'instance_name'], ['Enquête', 'enquete_in', 20261123, 'Français (fr)', 'pages', "concat(${nom}, '')"]] as Value[][],
};

describe('readXlsForm: a municipal survey', () => {
  const load = async () => accepted(await readXlsForm(await workbook(COMMUNE_SURVEY), { locale: 'en' }));

  test('its structure, texts and settings', async () => {
    const { definition } = await load();
    assert.equal(definition.title, 'Enquête');
    assert.equal(definition.id, 'enquete_in');
    assert.equal(definition.version, '20261123');
    assert.equal(definition.locale, 'fr');
    assert.deepEqual(definition.pages.map(({ name }) => name), ['vous', 'offre', 'page3']);
    const [vous, offre] = definition.pages;
    assert.deepEqual(vous?.title, { fr: 'Vous', en: 'You' });
    assert.deepEqual(vous.elements.map(({ name, type }) => `${name} ${type}`), ['epci radiogroup', 'commune dropdown', 'nom text', 'habitants text', 'mail text', 'depuis text']);
    assert.deepEqual(offre?.elements[0], { type: 'html', name: 'intro', html: { fr: 'Bonjour {nom}', en: 'Hello {nom}' } });
    assert.deepEqual(offre.elements[3]?.elements?.map(({ name, type }) => `${name} ${type}`), ['accord rating', 'priorites ranking']);
    assert.deepEqual(offre.elements[4], { type: 'slider', min: 0, max: 20, step: 5, name: 'effort', title: { fr: 'Effort', en: 'Effort' } });
  });

  test('what cannot be done is listed with its cell', async () => {
    const { problems, definition } = await load();
    assert.deepEqual(problems.sort(), ['settings!F2 instance_name', 'survey!A2 start', 'survey!A33 geopoint']);
    assert.ok(definition.pages[2]?.elements.some(({ type }) => type === 'geopoint'), 'kept');
  });

  test('it is a definition that the reader has nothing more to say of', async () => {
    const { definition } = await load();
    const result = parseDefinition(JSON.parse(JSON.stringify(definition)), { locale: 'en' });
    assert.ok('problems' in result, JSON.stringify(result));
    assert.deepEqual(result.problems.map(({ name }) => name), ['geopoint']);
  });

  test('the session runs it: filters, conditions, repeats, calculations, checks', async () => {
    const { definition } = await load();
    const session = createSession(definition, { now: () => new Date('2026-11-23T12:00:00Z') });
    assert.deepEqual(session.problems.filter(({ name }) => name !== 'geopoint'), []);
    const shown = (name: string) => session.question(name)?.visible;
    const set = (answers: Record<string, unknown>) => { session.merge(answers); };

    assert.equal(session.get('habitants'), 1000);
    set({ epci: 'mel' });
    assert.deepEqual(session.question('commune')?.choices.map(({ text }) => text), ['Lille', 'Roubaix']);

    assert.equal(shown('budget'), false);
    set({ services: ['ateliers'] });
    assert.equal(shown('budget'), true);
    set({ services: ['pret', 'acces'] });
    assert.equal(shown('budget'), false);
    set({ services: ['pret', 'acces', 'rien'], habitants: 20_000 });
    assert.equal(shown('budget'), true);
    assert.equal(shown('accord'), false);
    set({ services: ['pret'] });
    assert.equal(shown('accord'), true);

    assert.equal(session.get('taille'), 'moyenne');
    assert.equal(shown('libre'), false);
    set({ habitants: 60_000 });
    assert.equal(shown('libre'), true);

    set({ contacts: [{ qui: 'a', heures: 8 }, { qui: 'b', heures: 5 }] });
    assert.equal(session.get('total'), 13);
    const entries = session.question('contacts')?.panels ?? [];
    assert.deepEqual(entries.map(({ elements }) => elements.map((node) => (node.kind === 'question' ? node.value : null))), [['a', 8, 1], ['b', 5, 2]]);
    set({ contacts: [{ heures: 8 }] });
    assert.equal(session.question('contacts')?.panels[0]?.elements[1]?.visible, false);

    set({ ok: ['OK'], contacts: [{ qui: 'a', heures: 80 }] });
    assert.equal(session.question('rappel')?.required, true);

    set({ commune: '59350', nom: 'DGS', habitants: 400_000, mail: 'x', depuis: '2027-01-01' });
    const errors = session.validate().map(({ path, text }) => `${path}: ${text}`).sort();
    assert.ok(errors.includes('habitants: Entre 1 et 300 000'), errors.join());
    assert.ok(errors.includes('mail: Adresse incomplète'), errors.join());
    assert.ok(errors.some((error) => error.startsWith('depuis:')), errors.join());
    set({ habitants: 60_000, mail: 'accueil@mairie.example', depuis: '2026-01-01', rappel: '0' });
    assert.deepEqual(session.validate().map(({ path }) => path), []);
    const answers = session.complete();
    assert.equal(answers?.taille, 'grande');
    assert.equal(answers.total, 80);
    session.locale = 'en';
    assert.equal(session.question('nom')?.title, 'Your role');
  });
});

describe('readXlsForm: cells', () => {
  test('legacy headers, one language without a name, defaults by type', async () => {
    const { definition, problems } = accepted(await readRows([
      ['type', 'name', 'label', 'default', 'readonly', 'relevance'],
      ['select one from l', 'a', 'A', 'x', null, null],
      ['select_multiple l', 'b', 'B', 'x y', 'yes', null],
      ['date', 'd', 'D', new Date('2026-01-02T00:00:00Z'), null, null],
      ['text', 't', 'T', '${a}', null, "${d} != ''"],
      ['hidden', 'h', null, 'v', null, null],
      ['image', 'i', 'I', null, null, null],
    ], [['list name', 'name', 'label'], ['l', 'x', 'X'], ['l', 'y', 'Y']]));
    assert.deepEqual(problems, []);
    const elements = definition.pages[0]?.elements ?? [];
    assert.deepEqual(elements.map(({ defaultValue }) => defaultValue), ['x', ['x', 'y'], '2026-01-02', undefined, 'v', undefined]);
    assert.equal(elements[1]?.readOnly, true);
    assert.equal(elements[3]?.defaultValueExpression, '{a}');
    assert.equal(elements[3].visibleIf, '{d} notempty');
    assert.equal(elements[5]?.type, 'file');
  });

  test('columns, appearances and functions that are not supported keep their formula', async () => {
    const { definition, problems } = accepted(await readRows([
      ['type', 'name', 'label', 'media::image', 'relevant', 'appearance', 'bind::odk:length'],
      ['text', 'a', 'A', 'logo.png', 'pulldata("x", "y")', 'signature', null],
      ['text', 'b', 'B', null, '${nowhere} = 1', null, null],
      ['text', 'c', 'C', null, '../a = 1', null, 10],
      ['text', 'd', 'D', null, '${a} = = 2', null, null],
    ]));
    assert.deepEqual(problems.sort(), [
      'survey!D1 media::image', 'survey!E2 pulldata', 'survey!E3 nowhere', 'survey!E4 ..', 'survey!E5 =', 'survey!F2 signature', 'survey!G1 bind::odk:length',
    ]);
    assert.deepEqual(definition.pages[0]?.elements.map(({ xlsform }) => xlsform), [
      { relevant: 'pulldata("x", "y")' }, { relevant: '${nowhere} = 1' }, { relevant: '../a = 1' }, { relevant: '${a} = = 2' },
    ]);
  });
});

describe('readXlsForm: what a row cannot use is listed, and kept', () => {
  test('columns that mean nothing on a type, by cell', async () => {
    const { definition, problems } = accepted(await readRows([
      ['type', 'name', 'label', 'hint', 'required', 'constraint', 'calculation', 'default', 'parameters', 'read_only', 'appearance', 'choice_filter', 'repeat_count'],
      ['note', 'n', 'Bonjour', 'Merci', 'yes', null, '1 + 1', 'x'],
      ['text', 't', 'T', null, null, null, null, null, 'rows=5', null, null, 'a=1', 2],
      ['select_one l', 's', 'S', null, null, null, null, null, 'randomize=true'],
      ['calculate', 'c', null, null, 'yes', null, '1 + 1', 5],
      ['begin group', 'g', 'G', 'Aide', 'yes', '. = 1', null, null, null, 'yes', 'field-list'],
      ['range', 'r', 'R', null, null, null, null, null, 'start=0 end=4 step=1'],
      ['end group', 'g', 'ignored'],
      ['begin repeat', 'rep', 'R', 'Aide', null, null, null, null, null, null, 'field-list', null, 2],
      ['text', 'in', 'I'],
      ['end repeat'],
    ], [['list_name', 'name', 'label'], ['l', 'a', 'A']]));
    assert.deepEqual(problems.sort(), [
      'survey!D6 hint', 'survey!D9 hint', 'survey!E2 required', 'survey!E5 required', 'survey!E6 required', 'survey!F6 constraint', 'survey!G2 calculation',
      'survey!H2 default', 'survey!H5 default', 'survey!I3 parameters', 'survey!J6 read_only', 'survey!K9 appearance', 'survey!L3 choice_filter', 'survey!M3 repeat_count',
    ]);
    const [note, text] = definition.pages[0]?.elements ?? [];
    assert.equal(note?.html, '<p>Bonjour</p><p>Merci</p>');
    assert.deepEqual(note.xlsform, { required: 'yes', calculation: '1 + 1', default: 'x' });
    assert.deepEqual(text?.xlsform, { parameters: 'rows=5', choice_filter: 'a=1', repeat_count: '2' });
  });

  test('numbers put one after the other are not added', async () => {
    const { definition, problems } = accepted(await readRows([
      ['type', 'name', 'label', 'calculation'], ['integer', 'an', 'Année'], ['text', 'no', 'Numéro'],
      ['calculate', 'code', null, 'concat(${an}, ${no})'], ['calculate', 'signed', null, 'concat(-1, ${an})'], ['calculate', 'long', null, 'string-length(${no})'], ['calculate', 'short', null, 'substr(${an}, 2, 4)'],
    ]));
    const session = createSession(definition, { answers: { an: 2026, no: '07' } });
    assert.deepEqual(['code', 'signed', 'long', 'short'].map((name) => session.get(name)), ['202607', '-12026', 2, '26']);
    assert.deepEqual(problems, []);
  });

  test('entries counted by an answer', async () => {
    const { definition, problems } = accepted(await readRows([
      ['type', 'name', 'label', 'repeat_count', 'calculation'], ['integer', 'n', 'Combien ?'], ['begin_repeat', 'r', 'Lieu', '${n}'], ['text', 'v', 'Nom'], ['end_repeat'],
      ['calculate', 'twice', null, null, '${n} * 2'], ['begin_repeat', 's', 'Autre', '${twice}'], ['text', 'w', 'Nom'], ['end_repeat'],
      ['begin_repeat', 't', 'Autre', '${n} + 1'], ['text', 'x', 'Nom'], ['end_repeat'],
    ]));
    const session = createSession(definition);
    const shown = (): (number | undefined)[] => ['r', 's', 't'].map((name) => session.question(name)?.panels.length);
    assert.deepEqual(shown(), [0, 0, 1]);
    session.set('n', 2);
    assert.deepEqual(shown(), [2, 4, 1]);
    assert.equal(session.question('r')?.canAdd, false);
    assert.deepEqual(problems, ['survey!D10 ${n} + 1']);
  });

  test('rows that are disabled are left out; a row without a type is told of', async () => {
    const { definition, problems } = accepted(await readRows([
      ['type', 'name', 'label', 'disabled'], ['text', 'a', 'A', 'yes'], ['text', 'b', 'B', 'no'], [null, null, 'Oubliée'], ['text', 'c', 'C'],
    ]));
    assert.deepEqual(definition.pages[0]?.elements.map(({ name }) => name), ['b', 'c']);
    assert.deepEqual(problems, ['survey!A4 Oubliée']);
  });

  test('choices in any order, and choices that are the answers of a repeat', async () => {
    const { definition, problems } = accepted(await readRows([
      ['type', 'name', 'label', 'parameters'],
      ['select_one l', 'o', 'O', 'randomize=true, seed=12'],
      ['begin_repeat', 'r', 'Lieux'], ['text', 'lieu', 'Lieu'], ['select_one ${lieu}', 'inside', 'Dedans'], ['end_repeat'],
      ['select_one ${lieu}', 'first', 'Lequel d’abord ?'],
    ], [['list_name', 'name', 'label'], ['l', 'a', 'A'], ['l', 'b', 'B']]));
    assert.equal(definition.pages.flatMap(({ elements }) => elements).find(({ name }) => name === 'o')?.choicesOrder, 'random');
    const session = createSession(definition, { answers: { r: [{ lieu: 'Mairie' }, { lieu: 'CCAS' }] } });
    assert.deepEqual(session.question('first')?.choices.map(({ value, text }) => [value, text]), [['Mairie', 'Mairie'], ['CCAS', 'CCAS']]);
    assert.deepEqual(problems, ['survey!D2 seed=12', 'survey!A5 select_one ${lieu}']);
  });

  test('in a repeat, answers of the repeat around it', async () => {
    const { definition, problems } = accepted(await readRows([
      ['type', 'name', 'label', 'relevant'], ['begin_repeat', 'r', 'Lieux'], ['text', 'lieu', 'Lieu'],
      ['begin_repeat', 'd', 'Détails'], ['text', 'quoi', 'Quoi à ${lieu} ?', "${lieu} = 'CCAS'"], ['end_repeat'], ['end_repeat'],
    ]));
    const session = createSession(definition, { answers: { r: [{ lieu: 'Mairie', d: [{}] }] } });
    const inner = () => session.question('r')?.panels[0]?.elements[1];
    const quoi = () => { const panels = inner(); return panels?.kind === 'question' ? panels.panels[0]?.elements[0] : undefined; };
    assert.equal(quoi()?.visible, false);
    session.set('r', [{ lieu: 'CCAS', d: [{}] }]);
    assert.deepEqual([quoi()?.visible, quoi()?.title], [true, 'Quoi à CCAS ?']);
    assert.deepEqual(problems, []);
  });

  test('labels of choices quote answers, as every other text does', async () => {
    const { definition, problems } = accepted(await readRows(
      [['type', 'name', 'label'], ['text', 'lieu', 'Lieu'], ['select_one ou', 'q', 'Où ?']],
      [['list_name', 'name', 'label'], ['ou', 'a', 'À ${lieu}'], ['ou', 'b', 'Près de ${ailleurs}']],
    ));
    const session = createSession(definition, { answers: { lieu: 'Lambersart' } });
    assert.deepEqual(session.question('q')?.choices.map(({ text }) => text), ['À Lambersart', 'Près de ${ailleurs}']);
    assert.deepEqual(problems, ['choices!C3 ailleurs']);
  });

  test('a question is read only while a formula says so', async () => {
    const { definition, problems } = accepted(await readRows([['type', 'name', 'label', 'read_only'], ['text', 'a', 'A'], ['text', 'b', 'B', "${a} = 'x'"], ['text', 'c', 'C', 'no']]));
    assert.deepEqual(problems, []);
    const session = createSession(definition);
    assert.equal(session.question('b')?.enabled, true);
    session.set('a', 'x');
    assert.deepEqual([session.question('b')?.enabled, session.question('c')?.enabled], [false, true]);
  });

  test('a text that quotes what cannot be read from there stays as written, and says so once', async () => {
    const { definition, problems } = accepted(await readRows([
      ['type', 'name', 'label::Français (fr)', 'label::English (en)'],
      ['begin repeat', 'r', 'R', 'R'], ['text', 'q', 'Q', 'Q'],
      ['begin repeat', 'r2', 'R2', 'R2'], ['text', 'q2', 'Pour ${q}', 'For ${q}'], ['end repeat'], ['end repeat'],
      ['text', 'z', 'De ${q} à ${nowhere}', 'Z'],
    ]));
    assert.deepEqual(problems.sort(), ['survey!C8 nowhere', 'survey!C8 q']);
    assert.match(JSON.stringify(definition), /De \$\{q\}/);
  });

  test('sheets that mean something elsewhere', async () => {
    const survey: Value[][] = [['type', 'name', 'label'], ['text', 'a', 'A']];
    const result = await readXlsForm(await workbook({ survey, external_choices: [['list_name', 'name'], ['l', 'a']], entities: [['dataset'], ['x']], notes: [['pour moi'], ['x']] }));
    assert.deepEqual(accepted(result).problems, ['external_choices external_choices', 'entities entities']);
  });
});

describe('readXlsForm: dates', () => {
  const at = (now: string) => () => new Date(now);
  const run = async (rows: Value[][], now = '2026-11-23T10:00:00') => {
    const { definition, problems } = accepted(await readRows([['type', 'name', 'label', 'calculation', 'default', 'constraint', 'relevant'], ...rows]));
    return { session: createSession(definition, { now: at(now) }), problems };
  };

  test('an age from a date of birth, days between two dates whatever their order, days after a date', async () => {
    const { session, problems } = await run([
      ['date', 'd', 'D'], ['date', 'e', 'E'], ['integer', 'n', 'N'],
      ['calculate', 'age', null, 'int((today() - ${d}) div 365.25)'],
      ['calculate', 'gap', null, '${e} - ${d}'],
      ['calculate', 'due', null, '${d} + 7'],
      ['calculate', 'before', null, '${d} - ${n}'],
      ['calculate', 'left', null, '${due} - ${d}'],
    ]);
    assert.deepEqual(problems, []);
    session.merge({ d: '2000-02-28', e: '2000-03-01', n: 3 });
    const { age, gap, due, before, left } = session.calculated;
    assert.deepEqual([age, gap, left], [26, 2, 7]);
    assert.equal((due as Date).toDateString(), 'Mon Mar 06 2000');
    assert.equal((before as Date).toDateString(), 'Fri Feb 25 2000');
    session.merge({ e: '2000-02-20', n: 0 });
    assert.equal(session.calculated.gap, -8);
    assert.equal(new Date(String(session.calculated.before)).getDate(), 28);
  });

  test('in a default, a check and a condition', async () => {
    const { session, problems } = await run([
      ['date', 'd', 'D', null, 'today() + 7'],
      ['date', 'e', 'E', null, null, '. <= today() + 7'],
      ['text', 'adult', 'A', null, null, null, 'today() - ${e} > 6570'],
      ['text', 'child', 'C', null, null, null, 'today() - ${e} <= 6570'],
    ]);
    assert.deepEqual(problems, []);
    assert.deepEqual([session.question('adult')?.visible, session.question('child')?.visible], [false, false]);
    assert.equal(session.get('d'), '2026-11-30');
    session.set('e', '2026-12-01');
    assert.equal(session.validate().length, 1);
    session.set('e', '2026-11-30');
    assert.deepEqual([session.validate().length, session.question('adult')?.visible], [0, false]);
    session.set('e', '2008-11-01');
    assert.equal(session.question('adult')?.visible, true);
  });

  test('parts of a day count between moments', async () => {
    const { session } = await run([['datetime', 'd', 'D'], ['datetime', 'e', 'E'], ['calculate', 'gap', null, '${e} - ${d}']]);
    session.merge({ d: '2026-11-23T06:00', e: '2026-11-24T18:00' });
    assert.equal(session.calculated.gap, 1.5);
  });

  test('what cannot be said of dates is listed, and never nonsense', async () => {
    const formulas = ['${d} * 2', '${d} + ${d}', '7 - ${d}', '-(${d})', 'int(${d})', 'number(${d}) > 3', '${d} > 100', 'sum(${d}, 1)'];
    const { problems } = await run([['date', 'd', 'D'], ...formulas.map((formula, i): Value[] => ['calculate', `c${String(i)}`, null, formula])]);
    assert.deepEqual(problems, ['survey!D3 *', 'survey!D4 +', 'survey!D5 -', 'survey!D6 -', 'survey!D7 int', 'survey!D8 number', 'survey!D9 >', 'survey!D10 sum']);
  });
});

describe('readXlsForm refuses', () => {
  test('what is no workbook, in the person’s language', async () => {
    const garbled = new Uint8Array(await workbook(COMMUNE_SURVEY));
    garbled.fill(0x41, 200, garbled.length - 200);
    for (const file of [new Uint8Array(), new TextEncoder().encode('type,name\ntext,a'), new TextEncoder().encode('PK\u0003\u0004…'), garbled, new Blob(['x'])]) {
      assert.match(refused(await readXlsForm(file))[0] ?? '', /classeur/);
    }
  });

  test('a file that unpacks to more than memory should hold', async () => {
    const bomb = new Uint8Array(await workbook({ survey: [['type', 'name'], ['text', 'a']] }));
    const view = new DataView(bomb.buffer);
    for (let at = 0; at + 46 < bomb.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0xffff_fff0, true);
    assert.match(refused(await readXlsForm(bomb, { locale: 'en' }))[0] ?? '', /too big/);
    assert.match(refused(await readXlsForm(new Uint8Array(10_000_001), { locale: 'en' }))[0] ?? '', /too big/);
  });

  test('missing sheets and columns', async () => {
    assert.match(refused(await readXlsForm(await workbook({ Feuil1: [['type', 'name']] }), { locale: 'en' }))[0] ?? '', /“survey” is missing/);
    assert.match(refused(await readRows([['type', 'label'], ['text', 'x']]))[0] ?? '', /survey!A1 .*“name”/);
    assert.match(refused(await readRows([['type', 'name']]))[0] ?? '', /no question/);
    assert.match(refused(await readXlsForm(await workbook({ survey: [['type', 'name'], ['select_one l', 'a']] }), { locale: 'en' }))[0] ?? '', /survey!A2 .*“l”/);
  });

  test('rows that do not hold together, each at its cell', async () => {
    const errors = refused(await readRows([
      ['type', 'name'],
      ['text', null], ['text', 'é'], ['text', 'a'], ['text', 'a'], ['end group', null], ['begin group', 'g'], ['end repeat', null], ['begin repeat', 'r'], ['text', '__proto__ '],
    ]));
    assert.deepEqual(errors.map((error) => error.split(' ')[0]), ['survey!B2', 'survey!B3', 'survey!B5', 'survey!A6', 'survey!A8', 'survey!B10', 'survey!A9']);
  });
});

describe('translate', () => {
  const context: Context = {
    answer: (name) => ({
      a: { ref: 'a', several: false }, b: { ref: 'b', several: false }, m: { ref: 'm', several: true }, r: { ref: 'r', several: false, repeat: 'rep' },
    })[name],
    self: 'a',
  };
  const cases: [string, string][] = [
    ["${a} = 'x' and ${b} != 2", "({a} = 'x') and ({b} <> 2)"],
    ["${a}='' or ${b} != ''", '({a} empty) or ({b} notempty)'],
    ['. >= 1 and .<10', '({a} >= 1) and ({a} < 10)'],
    ['${a} div 2 + ${b} * -3 mod 4', '({a} / 2) + (({b} * -3) % 4)'],
    ['-(${a})', '0 - {a}'],
    ["selected(${m}, 'x') and not(selected(${a}, 'y'))", "({m} contains 'x') and !({a} = 'y')"],
    ["${m} = 'x'", "{m} contains 'x' and count({m}) = 1"],
    ["if(${a} > 1, 'o''', \"l'eau\")", ''],
    ['count-selected(${m}) > 2', 'count({m}) > 2'],
    ['coalesce(${a}, 0)', 'iif({a} notempty, {a}, 0)'],
    ["concat(${a}, '-', ${b})", "substring('|' + {a} + '-' + {b}, 1)"],
    ['string(${a})', "substring('|' + {a}, 1)"],
    ['string-length(${a}) > 3', 'iif({a} empty, 0, {a.length}) > 3'],
    ['selected-at(${m}, 1)', '{m[1]}'],
    ['sum(${r}) + max(${r}) + max(${a}, 3)', "(sumInArray({rep}, 'r') + maxInArray({rep}, 'r')) + max({a}, 3)"],
    ['int(${a} div 2)', 'trunc({a} / 2)'],
    ["jr:choice-name(${a}, '${a}')", "displayValue('a')"],
    ['number(${a}) > .5 and true()', '({a} > 0.5) and true'],
    ["${a} = ‘x’", "{a} = 'x'"],
    ['(${a} = 1)and(${b} = 2)', '({a} = 1) and ({b} = 2)'],
  ];
  for (const [source, expected] of cases) {
    test(source, () => {
      const result = translate(source, context);
      if (expected === '') assert.equal(result.ok, false);
      else assert.deepEqual(result, { ok: true, text: expected });
    });
  }

  test('what it cannot say, it names', () => {
    const bad: [string, string, string][] = [
      ['pulldata(1)', 'function', 'pulldata'], ['constructor()', 'function', 'constructor'], ['${z}', 'name', 'z'], ['/data/a', 'path', '/'], ['a = 1', 'path', 'a'],
      ['${r} > 1', 'name', 'r'], ['position(..)', 'function', 'position'], ['1 +', 'syntax', ''], ['(1', 'syntax', ')'], ['#', 'syntax', '#'],
      ['('.repeat(100), 'tooLong', ''], ['1+'.repeat(4000), 'tooLong', ''],
    ];
    for (const [source, reason, name] of bad) assert.deepEqual(translate(source, context), { ok: false, reason, name }, source);
  });

  test('quotes inside a text stay inside', () => {
    assert.deepEqual(translate('${a} = "l\'eau"', context), { ok: true, text: "{a} = 'l\\'eau'" });
  });
});
