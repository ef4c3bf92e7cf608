import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import * as Y from 'yjs';
import * as z from 'zod/mini';
import { newPlan } from '../plan/edits.ts';
import type { Action } from '../plan/model.ts';
import { settingsOf, SHARED_PLAN_ID } from '../plan/settings.ts';
import { recordShape } from '../record/model.ts';
import { mergeFile, readWorkspaceFile, snapshotOf } from './file.ts';
import { problemText } from './messages.ts';
import type { RecordType } from './model.ts';
import { action, anyAction, id, meet, open } from './test-records.ts';
import { openWorkspace, type YjsWorkspace } from './workspace.ts';

const titles = (workspace: YjsWorkspace): string[] => workspace.all('action').map(({ title }) => title);
const one = (workspace: YjsWorkspace, n = 1): Action => workspace.all('action').find((each) => each.id === id(n))!;
const saved = (workspace: YjsWorkspace, history = true): string => JSON.stringify(snapshotOf(workspace, { history }));
const merge = (workspace: YjsWorkspace, text: string) => {
  const read = readWorkspaceFile(text);
  assert.ok('snapshot' in read);
  return mergeFile(workspace, read.snapshot);
};

describe('records', () => {
  test('are put, read, changed, removed; listeners hear which and from whom', () => {
    const workspace = open();
    const heard: unknown[] = [];
    workspace.subscribe(({ ids, local }) => heard.push([[...ids ?? []], local]));
    assert.deepEqual(workspace.put(action(1, { steps: [{ text: 'Appeler', done: false }] })), { record: action(1, { steps: [{ text: 'Appeler', done: false }] }) });
    workspace.put({ ...one(workspace), title: 'Autre' });
    assert.deepEqual(titles(workspace), ['Autre']);
    assert.equal(workspace.remove(id(1)), true);
    assert.deepEqual([workspace.all('action'), workspace.get(id(1)), workspace.remove(id(1))], [[], undefined, false]);
    assert.deepEqual(heard, [[[id(1)], true], [[id(1)], true], [[id(1)], true]]);
  });

  test('that are wrong are refused with what is wrong, where, and nothing changes', () => {
    const workspace = open();
    workspace.put(action(1));
    const put = workspace.put({ ...action(1), steps: [{ text: 3 }] });
    assert.ok('problems' in put);
    assert.deepEqual(put.problems.map((problem) => `${problem.path}: ${problemText(problem)}`), ['steps[0].text: un texte est attendu ici.']);
    assert.deepEqual([put.problems.map((problem) => problemText(problem, 'en')), one(workspace)], [['a text is expected here.'], action(1)]);
    assert.ok('problems' in workspace.put({ ...action(1), odd: Number.NaN }));
    let deep: unknown = 1;
    for (let at = 0; at < 10_000; at += 1) deep = [deep];
    assert.ok('problems' in workspace.put({ ...action(1), deep }));
  });

  test('within a batch read as they were just written, and are one step of undo', () => {
    const workspace = open();
    workspace.batch(() => {
      workspace.put(action(1));
      workspace.put({ ...one(workspace), title: 'B' });
      workspace.put(action(2));
      assert.deepEqual(titles(workspace), ['B', 'Action 2']);
    });
    workspace.undo();
    assert.deepEqual(titles(workspace), []);
    workspace.redo();
    assert.deepEqual(titles(workspace), ['B', 'Action 2']);
  });

  test('cannot be changed in place', () => {
    const workspace = open();
    workspace.put(action(1));
    assert.throws(() => { (one(workspace) as { title: string }).title = 'x'; });
  });
});

describe('undo', () => {
  test('takes back one’s own changes and leaves the colleague’s', () => {
    const [mine, theirs] = [open(), open()];
    mine.put(action(1));
    meet(mine, theirs);
    mine.put({ ...one(mine), title: 'Mon titre' });
    theirs.put({ ...one(theirs), status: 'En cours' });
    meet(mine, theirs);
    mine.undo();
    assert.deepEqual([one(mine).title, one(mine).status], ['Action 1', 'En cours']);
    mine.redo();
    meet(mine, theirs);
    assert.deepEqual([one(theirs).title, one(theirs).status], ['Mon titre', 'En cours']);
    assert.equal(theirs.canUndo, true);
  });

  test('brings a removed record back whole', () => {
    const workspace = open();
    const whole = action(1, { notes: 'Un long texte', steps: [{ text: 'a', done: true }], needs: ['x'] });
    workspace.put(whole);
    workspace.remove(id(1));
    workspace.undo();
    assert.deepEqual(one(workspace), whole);
  });
});

describe('two people at once', () => {
  const pair = (first: Action): [YjsWorkspace, YjsWorkspace] => {
    const [mine, theirs] = [open(), open()];
    mine.put(first);
    meet(mine, theirs);
    return [mine, theirs];
  };

  test('write in one long text and both are read', () => {
    const [mine, theirs] = pair(action(1, { notes: 'Le comité se réunit.' }));
    mine.put({ ...one(mine), notes: 'Le comité de pilotage se réunit.' });
    theirs.put({ ...one(theirs), notes: 'Le comité se réunit le mardi 😀.' });
    meet(mine, theirs);
    assert.equal(one(mine).notes, 'Le comité de pilotage se réunit le mardi 😀.');
    assert.deepEqual(one(theirs), one(mine));
  });

  test('tick two steps of one action', () => {
    const steps = ['a', 'b', 'c'].map((text) => ({ text, done: false }));
    const [mine, theirs] = pair(action(1, { steps }));
    mine.put({ ...one(mine), steps: steps.map((step, at) => ({ ...step, done: at === 0 })) });
    theirs.put({ ...one(theirs), steps: [...steps.map((step, at) => ({ ...step, done: at === 2 })), { text: 'd', done: false }] });
    meet(mine, theirs);
    assert.deepEqual(one(mine).steps.map(({ text, done }) => `${text}${String(done)}`), ['atrue', 'bfalse', 'ctrue', 'dfalse']);
  });

  test('add to a list of things that have an id, and change one of them in two places', () => {
    const [mine, theirs] = pair({ ...action(1), people: [{ id: 'a', role: 'elu', label: '' }] });
    const people = (workspace: YjsWorkspace) => one(workspace)['people'] as { id: string; role: string; label: string }[];
    mine.put({ ...one(mine), people: [{ id: 'a', role: 'agent', label: '' }, { id: 'b', role: 'x', label: '' }] });
    theirs.put({ ...one(theirs), people: [{ id: 'a', role: 'elu', label: 'accueil' }, { id: 'c', role: 'y', label: '' }] });
    meet(mine, theirs);
    assert.deepEqual(people(mine).map((each) => Object.values(each).join()).sort(), ['a,accueil,agent', 'b,,x', 'c,,y']);
    mine.put({ ...one(mine), people: people(mine).filter((each) => each.id !== 'a') });
    theirs.put({ ...one(theirs), people: people(theirs).map((each) => (each.id === 'a' ? { ...each, label: 'CCAS' } : each)) });
    meet(mine, theirs);
    assert.deepEqual(people(theirs).map((each) => each.id).sort(), ['b', 'c'], 'no half of an item that was taken away');
  });

  test('write the first entries of one object', () => {
    const [mine, theirs] = pair({ ...action(1), answers: {} });
    mine.put({ ...one(mine), answers: { elu: { q1: 1 } } });
    theirs.put({ ...one(theirs), answers: { elu: { q2: 2 }, dgs: { q1: 3 } } });
    meet(mine, theirs);
    assert.deepEqual(one(mine)['answers'], { elu: { q1: 1, q2: 2 }, dgs: { q1: 3 } });
  });

  test('open the same file apart, change it apart, and have one record with both changes when they meet', () => {
    const source = open();
    source.put(action(1, { notes: 'Abc', steps: [{ text: 'a', done: false }] }));
    for (const history of [true, false]) {
      const file = saved(source, history);
      for (let turn = 0; turn < 10; turn += 1) { // whoever has the greater number in Yjs
        const [mine, theirs] = [open(), open()];
        merge(mine, file);
        merge(theirs, file);
        mine.put({ ...one(mine), title: 'Titre', notes: 'Abcd' });
        theirs.put({ ...one(theirs), notes: 'zAbc' });
        meet(mine, theirs);
        assert.deepEqual([one(mine), one(theirs)], Array(2).fill(action(1, { title: 'Titre', notes: 'zAbcd', steps: [{ text: 'a', done: false }] })));
      }
    }
  });
});

describe('two people who begin the same plan apart', () => {
  test('one with empty lists, the other with full ones: the plan is whole, whoever was last', () => {
    for (const names of [[1, 2], [2, 1]] as const) { // of two changes at once, Yjs keeps that of the greater name
      const [one, other] = [open(), open()];
      [one.doc.clientID, other.doc.clientID] = names;
      const full = newPlan(SHARED_PLAN_ID, { axes: [{ id: 'a', name: 'Animer' }], decisions: [{ id: 'd', date: '2026-11-26', text: 'Prêter', actions: [] }] });
      one.put(settingsOf(newPlan(SHARED_PLAN_ID, { name: 'Plan' })));
      other.put(settingsOf(full));
      meet(one, other);
      for (const each of [one, other]) {
        assert.deepEqual(each.aside, []);
        const [plan] = each.all('plan');
        assert.deepEqual([plan?.axes.map(({ name }) => name), plan?.decisions.map(({ text }) => text)], [['Animer'], ['Prêter']]);
      }
    }
  });
});

describe('what cannot be used is kept aside, shown, and never lost', () => {
  /** A colleague whose page judges nothing. */
  const careless = (workspace: YjsWorkspace, change: (leaves: Y.Map<unknown>) => void): void => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(workspace.doc));
    change(doc.getMap(`r/${id(1)}`));
    Y.applyUpdate(workspace.doc, Y.encodeStateAsUpdate(doc), 'network');
  };

  test('a record that a colleague spoilt', () => {
    const workspace = open();
    workspace.put(action(1));
    workspace.put(action(2));
    careless(workspace, (leaves) => leaves.set('/status', 'Fini'));
    assert.deepEqual(titles(workspace), ['Action 2']);
    const [aside] = workspace.aside;
    assert.deepEqual([aside?.kind, aside?.key, aside?.problems.map(({ path }) => path)], ['invalid', id(1), ['status']]);
    assert.deepEqual(aside?.raw, { ...action(1), status: 'Fini' });
    workspace.put({ ...action(1), status: 'Réalisé' });
    assert.deepEqual([workspace.aside, one(workspace).status], [[], 'Réalisé']);
  });

  test('a record of a later version: read-only', () => {
    const workspace = open();
    workspace.put(action(1));
    careless(workspace, (leaves) => leaves.set('/version', 7));
    assert.deepEqual([workspace.aside.map(({ kind, problems }) => [kind, problems[0]?.value]), workspace.all('action')], [[['future', '7']], []]);
    assert.ok('problems' in workspace.put(action(1)), 'an older one does not go over it');
    assert.equal((workspace.toJSON().aside[0] as { version: number }).version, 7);
  });

  test('a record of a type that comes later in the page', () => {
    const workspace = open();
    const workshop = { id: id(3), type: 'workshop', version: 1, derivedFrom: [], name: 'Atelier' };
    merge(workspace, JSON.stringify({ records: [workshop] }));
    assert.deepEqual(workspace.aside.map(({ kind }) => kind), ['unknown']);
    const type: RecordType = { type: 'workshop', schema: z.looseObject({ ...recordShape, type: z.literal('workshop'), name: z.string() }) };
    workspace.register(type);
    assert.deepEqual([workspace.aside, workspace.all('workshop')], [[], [workshop]]);
  });

  test('an older record is migrated when read, and written so when it changes', () => {
    const v1: RecordType = { type: 'x', schema: z.looseObject({ ...recordShape, type: z.literal('x'), name: z.string() }) };
    const v2: RecordType = { type: 'x', schema: z.looseObject({ ...recordShape, type: z.literal('x'), title: z.string() }), steps: [({ name, ...rest }) => ({ ...rest, title: name })] };
    const [old, now] = [open({ types: [v1] }), open({ types: [v2] })];
    old.put({ id: id(1), type: 'x', version: 1, derivedFrom: [], name: 'A', odd: [1] });
    meet(old, now);
    assert.deepEqual(now.all('x'), [{ id: id(1), type: 'x', version: 2, derivedFrom: [], title: 'A', odd: [1] }]);
    now.put(now.all('x')[0]!);
    meet(old, now);
    assert.deepEqual([old.all('x'), old.aside.map(({ kind }) => kind)], [[], ['future']]);
  });

  test('anything a file may hold', () => {
    const workspace = open();
    const odd = [null, 3, 'x', [], {}, { id: 'abc', type: 'action' }, { ...action(4), status: 'Fini' }];
    const merged = merge(workspace, JSON.stringify({ records: [action(1), ...odd] }));
    assert.deepEqual([merged.added, merged.aside], [[id(1)], odd.length]);
    assert.deepEqual(workspace.aside.map(({ raw }) => JSON.stringify(raw)).sort(), odd.map((each) => JSON.stringify(each)).sort());
    assert.equal(merge(workspace, saved(workspace)).aside, 0, 'the same things are not kept twice');
    for (const { key } of workspace.aside) workspace.remove(key);
    assert.deepEqual(workspace.aside, []);
    workspace.undo();
    assert.equal(workspace.aside.length, 1);
  });

  test('a document of a later format: everything stays, nobody writes', () => {
    const workspace = open();
    workspace.put(action(1));
    workspace.doc.getMap('meta').set('format', 2);
    const before = JSON.stringify(workspace);
    assert.equal(workspace.readonly, true);
    const put = workspace.put(action(2));
    assert.match('problems' in put ? problemText(put.problems[0]!) : '', /version plus récente de l’outil \(2\)/);
    assert.deepEqual([workspace.remove(id(1)), merge(workspace, JSON.stringify({ records: [action(3)] })).problems.length, JSON.stringify(workspace)], [false, 1, before]);
  });

  test('a reader changes nothing', () => {
    const workspace = open({ readonly: true });
    assert.ok('problems' in workspace.put(action(1)));
    assert.deepEqual(workspace.records(), []);
  });

  test('who becomes a reader, or an editor, is heard: what shows the records draws them anew', () => {
    const workspace = open();
    let heard = 0;
    workspace.subscribe(() => { heard += 1; });
    for (const reader of [true, true, false]) workspace.reader = reader;
    assert.equal(heard, 2);
  });
});

describe('files', () => {
  test('two that were saved apart from one origin merge change by change', () => {
    const [mine, theirs] = [open(), open()];
    mine.put(action(1, { notes: 'Le comité.' }));
    mine.put(action(2));
    merge(theirs, saved(mine));
    theirs.put({ ...one(theirs), notes: 'Le comité local.' });
    theirs.remove(id(2));
    theirs.put(action(3));
    mine.put({ ...one(mine), status: 'En cours' });
    const merged = merge(mine, saved(theirs));
    assert.deepEqual({ ...merged, problems: [] }, { added: [id(3)], changed: [id(1)], removed: [id(2)], same: 0, older: [], aside: 0, problems: [] });
    assert.deepEqual(one(mine), action(1, { notes: 'Le comité local.', status: 'En cours' }));
    mine.undo();
    assert.deepEqual(mine.records(), [action(1, { notes: 'Le comité.', status: 'En cours' }), action(2)], 'one undo takes the merge back');
  });

  test('changed by hand, its records win over the history that it carries', () => {
    const [mine, theirs] = [open(), open()];
    mine.put(action(1));
    merge(theirs, saved(mine).replaceAll('Action 1', 'Écrit à la main'));
    assert.deepEqual(titles(theirs), ['Écrit à la main']);
  });

  test('without a history, the later of two dated records stays, and it is said', () => {
    const workspace = open();
    workspace.put({ ...action(1), title: 'Nouveau', updatedAt: '2026-11-26T10:00:00Z' });
    const file = (updatedAt: string): string => JSON.stringify({ records: [{ ...action(1), title: 'Du fichier', updatedAt }] });
    assert.deepEqual([merge(workspace, file('2026-11-01T10:00:00Z')).older, titles(workspace)], [[id(1)], ['Nouveau']]);
    assert.deepEqual([merge(workspace, file('2026-11-27T10:00:00Z')).changed, titles(workspace)], [[id(1)], ['Du fichier']]);
  });

  test('a damaged history is told, and the records are read', () => {
    const source = open();
    source.put(action(1));
    for (const history of ['%%%', 'AAAA', 'AQH/////////', snapshotOf(source, { history: true }).history!.slice(0, 40)]) {
      const workspace = open();
      const merged = merge(workspace, JSON.stringify({ records: [action(1)], history }));
      assert.deepEqual(workspace.records(), [action(1)], history);
      if (history !== 'AAAA') assert.deepEqual(merged.problems.map(({ key }) => key), ['historyUnread'], history);
    }
  });

  test('a map’s file brings its actors, places and links', () => {
    const workspace = open();
    const actor = { id: id(1), type: 'actor', version: 1, derivedFrom: [], name: 'Médiathèque fictive', kind: 'bibliotheque' };
    const place = { id: id(2), type: 'place', version: 1, derivedFrom: [], nom: 'Médiathèque fictive', holder: id(1) };
    const link = { id: id(3), type: 'link', version: 1, derivedFrom: [], source: id(1), target: id(4), kind: 'partenariat', status: 'existant' };
    const other = { ...actor, id: id(4), name: 'Opérateur fictif', kind: 'operateur_mediation' };
    const merged = merge(workspace, JSON.stringify({ type: 'actor-map', version: 1, actors: [actor, other], places: [place], links: [link, { id: 'x' }] }));
    assert.deepEqual([merged.added.length, merged.aside], [4, 1]);
    assert.deepEqual([workspace.all('actor').length, workspace.all('place')[0]?.holder, workspace.all('link')[0]?.target], [2, id(1), id(4)]);
  });

  test('that are not workspaces say so', () => {
    const told = (text: string): string => {
      const read = readWorkspaceFile(text);
      return 'problems' in read ? problemText(read.problems[0]!) : '';
    };
    assert.match(told('{"records": ['), /n’est pas du JSON, ou il est coupé/);
    assert.match(told('{}'), /il y manque «\u00a0records\u00a0»/);
    assert.match(told('{"$schema":"urn:assembleurs:workspace:2","records":[]}'), /version plus récente/);
    assert.match(told(' '.repeat(50_000_001)), /trop grand/);
  });

  test('removed and brought back by the same file, the record is there again', () => {
    const workspace = open();
    const file = JSON.stringify({ records: [action(1, { notes: 'abc' })] });
    merge(workspace, file);
    workspace.remove(id(1));
    merge(workspace, file);
    assert.deepEqual(workspace.records(), [action(1, { notes: 'abc' })]);
  });
});

describe('for any records', () => {
  const few = fc.integer({ min: 1, max: 3 });

  test('a file read elsewhere is the same workspace', () => {
    fc.assert(fc.property(fc.array(anyAction(few), { maxLength: 5 }), fc.boolean(), (actions, history) => {
      const workspace = open();
      for (const each of actions) assert.deepEqual(workspace.put(each), { record: each });
      const copy = open();
      merge(copy, saved(workspace, history));
      assert.deepEqual(copy.toJSON(), workspace.toJSON());
      assert.equal(JSON.stringify(copy), JSON.stringify(workspace));
    }), { numRuns: 200 });
  });

  test('edits made apart, in any order, converge', () => {
    const edit = fc.oneof(
      { weight: 5, arbitrary: anyAction(few).map((record) => ({ put: record })) },
      { weight: 1, arbitrary: few.map((n) => ({ remove: id(n) })) },
      { weight: 1, arbitrary: fc.constantFrom({ undo: true } as const, { redo: true } as const) },
    );
    const who = fc.integer({ min: 0, max: 2 });
    fc.assert(fc.property(fc.array(fc.oneof({ weight: 4, arbitrary: fc.tuple(who, edit) }, { weight: 1, arbitrary: fc.tuple(who, who) }), { maxLength: 30 }), (script) => {
      const all = [open(), open(), open()] as const;
      for (const [at, what] of script) {
        const workspace = all[at as 0 | 1 | 2];
        if (typeof what === 'number') meet(workspace, all[what as 0 | 1 | 2]);
        else if ('put' in what) workspace.put(what.put);
        else if ('remove' in what) workspace.remove(what.remove);
        else if ('undo' in what) workspace.undo();
        else workspace.redo();
      }
      for (let turn = 0; turn < 2; turn += 1) for (const other of [all[1], all[2]]) meet(all[0], other);
      const [first, ...others] = all.map((workspace) => JSON.stringify(workspace));
      for (const other of others) assert.equal(other, first);
      const fresh = openWorkspace(all[0].doc);
      assert.equal(JSON.stringify(fresh), first, 'what was kept in memory is what is in the document');
    }), { numRuns: 150 });
  });

  test('hostile bytes never throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const workspace = open();
      merge(workspace, JSON.stringify({ records: [action(1)], history: Buffer.from(bytes).toString('base64') }));
      assert.deepEqual(one(workspace), action(1));
    }));
  });
});
