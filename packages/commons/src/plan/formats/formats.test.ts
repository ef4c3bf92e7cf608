import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import readXlsx from 'read-excel-file/universal';
import writeXlsx from 'write-excel-file/universal';
import { type RecordId, recordId } from '../../record/id.ts';
import { NEEDS, PRIORITIES, STATUSES } from '../codes.ts';
import { addDays } from '../days.ts';
import { type Beginning, newAction, newPlan, withPatch } from '../edits.ts';
import { remembered } from '../changes.ts';
import type { Action } from '../model.ts';
import { Plan } from '../plan-model.ts';
import { outlineOf } from '../tree.ts';
import { planFromCsv, planToCsv } from './csv.ts';
import { planToDocx } from './docx.ts';
import { planToIcs } from './ics.ts';
import { planToMarkdown } from './markdown.ts';
import { planFromNational, planToNational } from './mon-inclusion.ts';
import { withoutPeople } from './public.ts';
import { planFromRows } from './read-rows.ts';
import { axisPath } from './rows.ts';
import { planFromXlsx, planToXlsx } from './xlsx.ts';

const id = (n: number) => recordId(new Uint8Array(16).fill(n));
const counter = (): (() => RecordId) => {
  let n = 0;
  return () => recordId(new Uint8Array(new Uint32Array([n += 1, 7, 7, 7]).buffer));
};
const action = (n: number, known: Partial<Beginning> = {}) => newAction({ id: id(n), title: `Action ${String(n)}`, ...known });
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** What the 28 columns hold of a plan, without identifiers. */
const heldByColumns = (plan: Plan) => {
  const pathOf = axisPath(plan);
  const titles = new Map(plan.actions.map((each) => [each.id, each.title]));
  return outlineOf(plan).map(({ action: each }) => ({
    path: pathOf(each), parent: each.parent && titles.get(each.parent), title: each.title, description: each.description, bodies: each.bodies, goals: each.goals, indicators: each.indicators.map(({ name }) => name), pilots: each.pilots,
    resources: each.resources, partners: each.partners, services: each.services, contacts: each.contacts, elected: each.elected, participation: each.participation, financing: each.financing, funders: each.funders.map(({ name, amount }) => [name, amount]),
    planned: each.budget.map(({ planned }) => planned), status: each.status, priority: each.priority, start: each.start, end: each.end,
  }));
};

const words = fc.stringMatching(/^[A-Za-zÀ-ÿ€’=+@-][A-Za-zÀ-ÿ0-9 ,;’=+@€-]{0,20}[A-Za-zÀ-ÿ0-9]$/).map((text) => text.replace(/\s+/g, ' '));
const names = fc.uniqueArray(words.map((text) => text.replace(/^,|,$/g, '')), { maxLength: 3 });
const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n));
const money = fc.integer({ min: 1, max: 1e9 }).map((cents) => cents / 100);
const generated = fc.record({
  title: words, description: fc.option(words, { nil: '' }), goals: fc.option(words, { nil: '' }), bodies: names, pilots: names, partners: names, services: names, contacts: names, elected: names, resources: fc.option(words, { nil: '' }),
  participation: fc.option(words, { nil: '' }), financing: fc.option(words, { nil: '' }), indicators: names, funders: fc.array(fc.record({ name: words, amount: money }), { maxLength: 3 }), planned: fc.option(money, { nil: undefined }),
  status: fc.constantFrom(...STATUSES), priority: fc.option(fc.constantFrom(...PRIORITIES), { nil: undefined }), start: fc.option(day, { nil: undefined }), end: fc.option(day, { nil: undefined }), axis: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }), parts: fc.array(words, { maxLength: 2 }),
});
const plans = fc.array(generated, { minLength: 1, maxLength: 5 }).map((list): Plan => {
  const newId = counter();
  const actions = list.flatMap(({ parts, planned, indicators, priority, start, end, axis, title, ...rest }, at): Action[] => {
    const head = newAction({
      id: newId(), title: `${String(at)} ${title}`, ...rest, indicators: indicators.map((name) => ({ name, unit: '', source: '', values: [] })), budget: planned === undefined ? [] : [{ unit: 'HT', planned }],
      ...(priority && { priority }), ...(start && { start }), ...(end && { end }), ...(axis && { axis }),
    });
    return [head, ...parts.map((part, n) => newAction({ id: newId(), title: `${String(n)} ${part}`, parent: head.id }))];
  });
  return newPlan(newId(), { axes: [{ id: 'a', name: 'Animer' }, { id: 'b', name: 'Outiller' }, { id: 'c', name: 'Prêter', parent: 'a' }], actions });
});

describe('the workbook of Territoires en Transitions', () => {
  test('has the 28 columns to the letter, headings in row 2, actions from row 4 on', async () => {
    const plan = newPlan(id(9), { name: 'Plan de la commune', axes: [{ id: 'a', name: 'Animer' }], actions: [action(1, { axis: 'a', status: 'À venir', priority: 'Élevé', end: '2027-03-31', funders: [{ name: 'Métropole', amount: 1500.5 }] })] });
    const { content } = await planToXlsx(plan);
    const [sheet] = await readXlsx(content.buffer);
    const rows = (sheet?.data ?? []) as unknown[][];
    assert.deepEqual(rows[1], [
      'Axe (x)', 'Sous-axe (x.x)', 'Sous-sous axe (x.x.x)', 'Titre de l\'action', 'Titre de la sous-action', 'Descriptif', 'Instances de gouvernance', 'Objectifs', 'Indicateurs liés', 'Structure pilote', 'Moyens humains et techniques', 'Partenaires',
      'Direction ou service pilote', 'Personne pilote', 'Élu·e référent·e', 'Participation Citoyenne', 'Financements', 'Financeur 1', 'Montant € HT', 'Financeur 2', 'Montant € HT', 'Financeur 3', 'Montant € HT', 'Budget prévisionnel total € HT', 'Statut',
      'Niveau de priorité', 'Date de début', 'Date de fin',
    ]);
    assert.equal(rows.length, 4);
    const [first] = rows.slice(3);
    assert.deepEqual([first?.[0], first?.[3], first?.[17], first?.[18], first?.[24], first?.[25], first?.[27]], ['Animer', 'Action 1', 'Métropole', 1500.5, 'À venir', 'Élevé', new Date('2027-03-31T00:00:00Z')]);
  });
  test('comes back as it was', async () => {
    await fc.assert(fc.asyncProperty(plans, async (plan) => {
      const { content } = await planToXlsx(plan);
      const read = await planFromXlsx(content, { newId: counter() });
      assert.ok('plan' in read);
      assert.deepEqual(heldByColumns(read.plan), heldByColumns(plan));
      assert.deepEqual(read.notes, []);
      assert.deepEqual(Plan.parse(read.plan), read.plan);
    }), { numRuns: 40 });
  });
  test('says what it cannot hold', async () => {
    const plan = newPlan(id(9), { actions: [
      action(1, { context: 'x', budget: [{ unit: 'ETP', planned: 1 }], steps: [{ text: 'a', done: false }], funders: [{ name: 'a' }, { name: 'b' }, { name: 'c' }, { name: 'd' }], indicators: [{ name: 'i', unit: '', source: '', target: 3, values: [] }] }),
      action(2, { context: 'y', parent: id(1) }), action(3, { parent: id(2) }),
    ] });
    const { losses } = await planToXlsx(plan);
    assert.deepEqual(losses.map(({ text }) => plain(text)), [
      '2 actions : contexte', '1 action : cibles, unités et valeurs des indicateurs', '1 action : années, dépenses réelles et temps de travail (ETP) du budget', '1 action : financeurs au-delà du troisième',
      '1 action : niveaux d’actions au-delà de la sous-action', '1 action : étapes',
    ]);
  });
  test('a table typed by hand is read with what is wrong in it, by cell', async () => {
    const data = [['Mon plan'], ['titre de l’action ', 'Statut', 'Date de fin', 'Financeur 1', 'Montant € TTC', 'Couleur'], ['Ouvrir', 'en cours', '31/03/2027', 'Métropole', '1 500,50 €', 'bleu'], ['', 'fini', 'bientôt', '', 'beaucoup', '']];
    const blob = await writeXlsx([{ sheet: 'Autre', data: [['vide']] }, { sheet: 'Plan', data }] as never).toBlob();
    const read = await planFromXlsx(new Uint8Array(await blob.arrayBuffer()), { newId: counter() });
    assert.ok('plan' in read);
    const [one, two] = read.plan.actions;
    assert.deepEqual([one?.title, one?.status, one?.end, one?.funders[0]?.amount, plain(one?.notes ?? '')], ['Ouvrir', 'En cours', '2027-03-31', 1500.5, 'Couleur : bleu']);
    assert.deepEqual([two?.title, two?.status, two?.end, two?.notes], ['Sans titre', 'A discuter', undefined, 'beaucoup\nfini\nbientôt']);
    assert.equal(read.plan.name, 'Mon plan');
    assert.deepEqual(read.notes.map(plain), [
      'Les montants de ce fichier sont TTC ; ils sont lus tels quels, à vérifier.', 'La colonne « Couleur » n’a pas de place dans le plan ; son contenu est dans les notes.', 'A4 : cette action n’a pas de titre ; elle s’appelle « Sans titre ».',
      'E4 : « beaucoup » n’est pas un montant ; il est resté vide et le texte est dans les notes.', 'B4 : le statut « fini » n’existe pas ; l’action est « A discuter » et le texte est dans les notes.', 'C4 : « bientôt » n’est pas une date ; la date est restée vide et le texte est dans les notes.',
    ]);
  });
  test('another file is refused with a sentence', async () => {
    const told = async (bytes: Uint8Array) => {
      const read = await planFromXlsx(bytes, { newId: counter(), locale: 'en' });
      return 'problem' in read ? read.problem : '';
    };
    assert.match(await told(new Uint8Array([1, 2, 3])), /not an Excel workbook/);
    assert.match(await told(new Uint8Array(await (await writeXlsx([{ sheet: 'a', data: [['b', 'c']] }] as never).toBlob()).arrayBuffer())), /No row of headings/);
  });
});

describe('CSV', () => {
  test('comes back as it was, and no cell is a formula', () => {
    fc.assert(fc.property(plans, (plan) => {
      const csv = planToCsv(plan);
      assert.ok(csv.startsWith('\ufeffAxe (x);Sous-axe (x.x);'));
      for (const cell of Papa.parse<string[]>(csv, { delimiter: ';' }).data.flat()) assert.doesNotMatch(cell, /^[=+@-]/);
      const read = planFromCsv(csv, { newId: counter() });
      assert.ok('plan' in read);
      assert.deepEqual(heldByColumns(read.plan), heldByColumns(plan));
    }), { numRuns: 60 });
  });
  test('keeps steps, context, needs and notes too', () => {
    const plan = newPlan(id(9), { actions: [action(1, { context: 'Parce que', needs: ['animer_la_gouvernance'], publics: ['Seniors'], notes: 'a\nb', steps: [{ text: 'Appeler', done: true }, { text: 'Écrire', done: false }] })] });
    const read = planFromCsv(planToCsv(plan), { newId: counter() });
    assert.ok('plan' in read);
    const { context, needs, publics, notes, steps } = read.plan.actions[0] ?? action(2);
    assert.deepEqual({ context, needs, publics, notes, steps }, { context: 'Parce que', needs: ['animer_la_gouvernance'], publics: ['Seniors'], notes: 'a\nb', steps: [{ text: 'Appeler', done: true }, { text: 'Écrire', done: false }] });
  });
  test('headings that are nearly right are recognised, said, and can be read otherwise', () => {
    const csv = 'Intitulé;Statut de l’action;Structures pilotes;Priorté;Date de fin prévue;Nom du partenaire\nOuvrir;En cours;CCAS;Bas;31/12/2027;Métropole';
    const refused = planFromCsv(csv, { newId: counter() });
    assert.ok('problem' in refused && refused.source, 'nothing is called a title');
    assert.deepEqual(refused.source.columns, [undefined, 'status', 'pilots', 'priority', 'end', 'partners']);
    const read = planFromRows(refused.source.table, { newId: counter(), as: { heading: 0, columns: ['title', 'status', 'pilots', 'priority', 'end', 'partners'] } });
    assert.ok('plan' in read);
    const [one] = read.plan.actions;
    assert.deepEqual([one?.title, one?.status, one?.pilots, one?.priority, one?.end, one?.partners], ['Ouvrir', 'En cours', ['CCAS'], 'Bas', '2027-12-31', ['Métropole']]);
    const near = planFromCsv(csv.replace('Intitulé', 'Titres des actions'), { newId: counter() });
    assert.ok('plan' in near);
    assert.deepEqual([near.plan.actions[0]?.title, near.plan.actions[0]?.end], ['Ouvrir', '2027-12-31']);
    assert.ok(near.notes.map(plain).includes('La colonne « Priorté » est lue comme « Niveau de priorité » ; vérifiez.'), near.notes.join('\n'));
  });
  test('any text is read or refused, never thrown', () => {
    fc.assert(fc.property(fc.string(), (text) => { planFromCsv(`Titre de l'action;Statut\n${text}`, { newId: counter() }); planFromCsv(text, { newId: counter() }); }));
  });
});

describe('JSON with the names of Mon Inclusion Numérique', () => {
  test('has those names and no other, years as text', () => {
    const plan = newPlan(id(9), { actions: [action(1, { context: 'c', description: 'd', needs: ['animer_la_gouvernance', 'asb:pret'], start: '2027-03-01', end: '2028-12-31', pilots: ['Commune'], publics: ['Seniors'], budget: [{ unit: 'HT', planned: 10, year: 2027 }, { unit: 'HT', planned: 5, year: 2028 }], funders: [{ name: 'Métropole', amount: 8 }] })] });
    const { content, losses } = planToNational(plan);
    assert.deepEqual(content.actions, [{
      nom: 'Action 1', contexte: 'c', description: 'd', besoins: ['animer_la_gouvernance'], anneeDeDebut: '2027', anneeDeFin: '2028', porteurs: ['Commune'], destinataires: ['Seniors'], budgetGlobal: 15, cofinancements: [{ coFinanceur: 'Métropole', montant: 8 }],
    }]);
    assert.deepEqual(losses.map(({ text }) => plain(text)), ['1 action : jours et mois des dates (seules les années restent)', '1 action : besoins locaux (asb:…)', '1 action : années, dépenses réelles et temps de travail (ETP) du budget']);
  });
  test('comes back without a change when nothing was said to be lost', () => {
    const simple = fc.array(fc.record({ title: words, context: words, description: words, needs: fc.subarray([...NEEDS]), pilots: names, publics: names, planned: fc.option(money, { nil: undefined }), from: fc.integer({ min: 1990, max: 2100 }), funders: fc.array(fc.record({ name: words, amount: money }), { maxLength: 3 }) }));
    fc.assert(fc.property(simple, (list) => {
      const newId = counter();
      const plan = newPlan(newId(), { actions: list.map(({ planned, from, ...rest }) => newAction({ id: newId(), ...rest, start: `${String(from)}-01-01`, end: `${String(from + 1)}-12-31`, budget: planned === undefined ? [] : [{ unit: 'HT', planned }] })) });
      const { content, losses } = planToNational(plan);
      const read = planFromNational(JSON.parse(JSON.stringify(content)), { newId: counter() });
      assert.ok('plan' in read);
      assert.deepEqual(losses, []);
      const bare = (actions: readonly Action[]) => actions.map((each) => ({ ...each, id: '' }));
      assert.deepEqual(bare(read.plan.actions), JSON.parse(JSON.stringify(bare(plan.actions))));
    }));
  });
  test('amounts in words of a spreadsheet are read; another shape is refused; nothing throws', () => {
    const read = planFromNational([{ nom: 'A', budgetGlobal: '1 200,5', cofinancements: [{ coFinanceur: 'M', montant: '12' }], anneeDeDebut: 2027 }], { newId: counter() });
    assert.ok('plan' in read);
    assert.deepEqual([read.plan.actions[0]?.budget[0]?.planned, read.plan.actions[0]?.funders[0]?.amount, read.plan.actions[0]?.start], [1200.5, 12, '2027-01-01']);
    assert.ok('problem' in planFromNational({ actions: [{ titre: 'x' }] }, { newId: counter() }));
    fc.assert(fc.property(fc.anything(), (json) => { planFromNational(json, { newId: counter() }); }));
  });
});

describe('the calendar', () => {
  const plan = newPlan(id(9), {
    name: 'Plan, commune', committees: [{ id: 'copil', name: '', type: 'strategique', frequency: 'annuelle', next: '2027-01-12', note: '' }],
    actions: [action(1, { title: 'Réunir ; décider, écrire '.repeat(8), end: '2027-03-31', description: 'Une\nligne', steps: [{ text: 'Inviter', done: false, due: '2027-03-01' }] }), action(2), action(3, { end: '2027-01-31', status: 'Abandonné' })],
  });
  const unfolded = (text: string) => text.replace(/\r\n /g, '').split('\r\n');
  const ics = planToIcs(plan, { now: '2026-11-26T09:30:15Z' });
  test('has whole days, lines of 75 octets, escapes, alarms', () => {
    assert.ok(ics.endsWith('END:VCALENDAR\r\n'));
    for (const line of ics.split('\r\n')) assert.ok(new TextEncoder().encode(line).length <= 75 && !line.includes('\ufffd'), line);
    const lines = unfolded(ics);
    assert.deepEqual(lines.filter((line) => /^DT(START|END)/.test(line)).slice(0, 4), ['DTSTART;VALUE=DATE:20270331', 'DTEND;VALUE=DATE:20270401', 'DTSTART;VALUE=DATE:20270301', 'DTEND;VALUE=DATE:20270302']);
    assert.ok(lines.includes('DTSTAMP:20261126T093015Z'));
    assert.ok(lines.some((line) => line.startsWith('SUMMARY:Échéance\u00a0: Réunir \\; décider\\, écrire')));
    assert.ok(lines.some((line) => line.includes('\\nUne\\nligne')));
    assert.deepEqual(lines.filter((line) => line.startsWith('STATUS')), ['STATUS:CONFIRMED', 'STATUS:CONFIRMED', 'STATUS:CANCELLED', ...Array<string>(12).fill('STATUS:CONFIRMED')]);
    assert.equal(lines.filter((line) => line === 'TRIGGER:-P7D').length, 2);
  });
  test('identifiers stay, each once, and the sequence grows with a change', () => {
    const later = remembered(plan, withPatch(plan, id(1), { end: '2027-04-30' }), '2026-11-27');
    const all = (text: string, name: string) => unfolded(text).filter((line) => line.startsWith(`${name}:`));
    const next = planToIcs(later, { now: '2026-11-27T00:00:00Z' });
    assert.deepEqual(all(next, 'UID'), all(ics, 'UID'));
    assert.equal(new Set(all(ics, 'UID')).size, all(ics, 'UID').length);
    assert.deepEqual([all(ics, 'SEQUENCE')[0], all(next, 'SEQUENCE')[0]], ['SEQUENCE:0', 'SEQUENCE:1']);
  });
  test('a calendar library reads what was written: whole days, texts, alarms', () => {
    const calendar = new ICAL.Component(ICAL.parse(ics) as unknown[]);
    const events = calendar.getAllSubcomponents('vevent').map((each) => [new ICAL.Event(each), each] as const);
    assert.equal(events.length, unfolded(ics).filter((line) => line === 'BEGIN:VEVENT').length);
    const [first] = events;
    assert.ok(first);
    const [event, component] = first;
    assert.deepEqual([event.uid, event.startDate.toString(), event.endDate.toString(), event.startDate.isDate, event.sequence], [id(1), '2027-03-31', '2027-04-01', true, 0]);
    assert.equal(plain(event.summary), `Échéance : ${'Réunir ; décider, écrire '.repeat(8)}`);
    assert.ok(event.description.endsWith('Une\nligne'));
    assert.equal(String(component.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger')), '-P7D');
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (title) => {
      const read = new ICAL.Component(ICAL.parse(planToIcs(newPlan(id(9), { actions: [action(1, { title, end: '2027-01-01' })] }), { now: '2026-11-26T09:30:15Z' })) as unknown[]);
      return new ICAL.Event(read.getFirstSubcomponent('vevent') ?? undefined).summary.endsWith(title.replace(/\r\n|\r/g, '\n').replace(/[^\P{Cc}\t\n]/gu, ''));
    }));
  });
  test('no text breaks a line', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (title) => {
      const text = planToIcs(newPlan(id(9), { actions: [action(1, { title, end: '2027-01-01' })] }), { now: '2026-11-26T09:30:15Z' });
      return unfolded(text).filter((line) => line.startsWith('BEGIN:VEVENT')).length === 1 && unfolded(text).every((line) => line === '' || /^[A-Z-]+[:;]/.test(line));
    }));
  });
});

describe('Markdown', () => {
  test('tells the plan, and takes nothing typed for markup', () => {
    const plan = newPlan(id(9), { name: 'Plan', axes: [{ id: 'a', name: 'Animer' }], actions: [
      action(1, { axis: 'a', title: '# <img src=x> *gras*', status: 'En cours', end: '2026-11-01', pilots: ['CCAS'], steps: [{ text: 'Appeler', done: true }], budget: [{ unit: 'HT', year: 2027, planned: 1500 }], indicators: [{ name: 'Ateliers', unit: 'ateliers', target: 12, source: '', values: [{ date: '2026-11-02', value: 3 }] }], description: '1. un\n- deux' }),
    ] });
    const text = plain(planToMarkdown(plan, { today: '2026-11-26' })).replaceAll('\u202f', ' ');
    assert.match(text, /^# Plan\n\n## 1\\\. Animer\n\n### \\# \\<img src=x\\> \\\*gras\\\*\n/m);
    for (const part of ['- **Statut** : En cours (en retard)', '- [x] Appeler', '| 2027 | 1 500 € |', '| Ateliers | 12 ateliers | 3 ateliers (02/11/2026) |', '1\\. un  \n\\- deux']) assert.ok(text.includes(part), `${part}\n${text}`);
    assert.match(planToMarkdown(plan, { today: '2026-11-26', locale: 'en' }), /\*\*Status\*\*: En cours \(late\)/);
  });
});

test('committees, the logbook and decisions are in the text and the calendar, and said to be lost elsewhere', async () => {
  const plan = newPlan(id(9), {
    actions: [action(1, { title: 'Ouvrir le samedi' })], committees: [{ id: 'c', name: '', type: 'strategique', frequency: 'trimestrielle', next: '2027-01-12', note: '' }],
    log: [{ id: 'l', date: '2026-11-02', type: 'Evenement', title: 'Forum', duration: 90, attendance: 40, scale: 'communal', themes: ['reseau'], note: 'À refaire' }],
    decisions: [{ id: 'd', date: '2026-11-03', text: 'Le budget est voté', committee: 'c', actions: [id(1)] }],
  });
  const text = plain(planToMarkdown(plan, { today: '2026-11-26' }));
  for (const part of ['## Comités\n\n- Comité stratégique : 12/01/2027', '- 03/11/2026 : Le budget est voté (Comité stratégique, Ouvrir le samedi)', '## Journal de bord\n\n- 02/11/2026 : Événement, Forum (communal, 90 min, 40 personnes, réseau). À refaire']) assert.ok(text.includes(part), `${part}\n${text}`);
  const ics = plain(planToIcs(plan, { now: '2026-11-26T09:30:15Z' }));
  for (const part of ['SUMMARY:Comité : Comité stratégique', 'SUMMARY:Événement : Forum', 'DTSTART;VALUE=DATE:20261102']) assert.ok(ics.includes(part), `${part}\n${ics}`);
  for (const { losses } of [await planToXlsx(plan), planToNational(plan)]) assert.equal(losses.at(-1)?.text, 'comités, journal de bord et décisions du plan');
});

describe('the Word document', () => {
  const plan = newPlan(id(9), {
    name: 'Plan de la commune', axes: [{ id: 'a', name: 'Animer' }], decisions: [{ id: 'd', date: '2026-11-03', text: 'Le budget est voté', actions: [] }],
    actions: [action(1, { axis: 'a', title: 'Réunir & décider <vite>', status: 'En cours', end: '2026-11-01', pilots: ['CCAS'], description: 'Ligne\u0001 propre', steps: [{ text: 'Inviter', done: true }], budget: [{ unit: 'HT', year: 2027, planned: 1500 }] }), action(2)],
  });
  test('has real headings, a table that shows all actions, and what each says; only the chosen ones', async () => {
    const bytes = await planToDocx(plan, { today: '2026-11-26', chosen: plan.actions.slice(0, 1) });
    const xml = plain(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()));
    for (const part of ['Heading1', 'Heading2', 'Réunir &amp; décider &lt;vite&gt;', 'Au 26/11/2026 : 0 actions réalisées sur 1, 1 en retard.', '☑ Inviter', '1 500 €'.replace(' ', '\u202f'), 'Le budget est voté', 'w:tblHeader', 'Ligne propre', 'fr-FR']) assert.ok(xml.includes(part) || strFromU8(unzipSync(bytes)['word/styles.xml'] ?? new Uint8Array()).includes(part), part);
    assert.ok(!xml.includes('Action 2'));
  });
});

test('a public plan has neither people nor addresses', () => {
  const plan = newPlan(id(9), { actions: [action(1, { contacts: ['Direction'], elected: ['Adjoint'], notes: 'Écrire à accueil@commune.example.', links: [{ label: '', url: 'mailto:a@b.example' }, { label: 'Site', url: 'https://commune.example' }] })] });
  const [one] = withoutPeople(plan).actions;
  assert.deepEqual([one?.contacts, one?.elected, one?.notes, one?.links.length, one?.id], [[], [], 'Écrire à ….', 1, id(1)]);
});
