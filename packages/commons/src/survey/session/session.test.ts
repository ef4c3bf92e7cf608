import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createSession } from '../index.ts';
import type { SessionOptions, SurveySession } from '../index.ts';
import type { SurveyDefinition } from '../definition/model.ts';

/** A session on questions of one page. */
function survey(elements: readonly unknown[], options: SessionOptions & { readonly root?: object } = {}): SurveySession {
  const { root, ...rest } = options;
  return createSession({ pages: [{ name: 'page', elements }], ...root } as unknown as SurveyDefinition, { locale: 'fr', ...rest });
}

const codes = (session: SurveySession): string[] => session.validate().map((error) => `${error.path} ${error.code}`);

describe('conditions', () => {
  const definition = {
    pages: [
      { name: 'lieux', elements: [{ type: 'radiogroup', name: 'lieu', choices: ['oui', 'non'] }, { type: 'text', name: 'adresse', visibleIf: "{lieu} = 'oui'", requiredIf: '{agents} > 2' }] },
      { name: 'agents', visibleIf: "{lieu} = 'oui'", elements: [{ type: 'text', inputType: 'number', name: 'agents' }] },
      { name: 'fin', elements: [{ type: 'panel', name: 'bloc', visibleIf: '{agents} > 10', elements: [{ type: 'comment', name: 'avis' }] }] },
    ],
  } as unknown as SurveyDefinition;

  test('an answer shows questions, panels and pages', () => {
    const session = createSession(definition);
    assert.deepEqual(session.visiblePages.map((page) => page.name), ['lieux']);
    session.set('lieu', 'oui');
    assert.deepEqual(session.visiblePages.map((page) => page.name), ['lieux', 'agents']);
    session.set('agents', 12);
    assert.equal(session.question('avis')?.visible, true);
    assert.equal(session.question('adresse')?.required, true);
  });

  test('hidden answers leave what is sent, and stay while answering', () => {
    const session = createSession(definition);
    session.set('lieu', 'oui');
    session.set('agents', 1);
    session.set('lieu', 'non');
    assert.deepEqual(session.answers, { lieu: 'non', agents: 1 });
    assert.deepEqual(session.complete(), { lieu: 'non' });
  });

  test('a choice hidden by its condition leaves a checkbox and comes back with it', () => {
    const session = survey([{ type: 'text', name: 'taille' }, { type: 'checkbox', name: 'aides', choices: ['a', { value: 'b', visibleIf: "{taille} = 'grande'" }] }]);
    session.set('taille', 'grande');
    session.set('aides', ['a', 'b']);
    session.set('taille', 'petite');
    assert.deepEqual(session.get('aides'), ['a']);
    session.set('taille', 'grande');
    assert.deepEqual(session.get('aides'), ['a', 'b']);
  });

  test('values that depend on each other are reported and stop', () => {
    const session = survey([{ type: 'text', name: 'a', setValueExpression: '{b} + 1' }, { type: 'text', name: 'b', setValueExpression: '{a} + 1' }, { type: 'text', name: 'c' }]);
    session.set('c', 'x');
    session.set('a', 1);
    assert.equal(session.get('c'), 'x');
    const formulas = survey([{ type: 'expression', name: 'x', expression: '{y} + 1' }, { type: 'expression', name: 'y', expression: '{x} + 1' }]);
    assert.ok(formulas.problems.some((problem) => problem.kind === 'cycle'));
  });

  test('an expression that cannot be read is named with its path', () => {
    const session = survey([{ type: 'text', name: 'a', visibleIf: '{b} = = 1' }, { type: 'text', name: 'b', enableIf: 'inconnue({a}) > 1' }]);
    assert.deepEqual(session.problems.map(({ kind, path }) => `${kind} ${path}`), ['invalid pages[0].elements[0].visibleIf', 'unsupported pages[0].elements[1].enableIf']);
    assert.equal(session.question('a')?.visible, true);
  });
});

describe('what a view draws again', () => {
  test('only what moved, and what holds it, grows its revision', () => {
    const session = survey([
      { type: 'text', name: 'nom' }, { type: 'text', name: 'autre' },
      { type: 'panel', name: 'bloc', elements: [{ type: 'text', name: 'detail', title: 'Détail de {nom}' }, { type: 'text', name: 'voisin' }] },
    ]);
    const revisions = (): number[] => ['nom', 'autre', 'detail', 'voisin'].map((name) => session.question(name)?.revision ?? -1);
    assert.equal(session.question('detail')?.title, 'Détail de ');
    const [page] = session.pages;
    const before = [...revisions(), page?.revision ?? -1];
    session.set('nom', 'Lille');
    const after = [...revisions(), page?.revision ?? -1];
    assert.deepEqual(after.map((revision, index) => revision > (before[index] ?? 0)), [true, false, true, false, true]);
    assert.equal(session.question('detail')?.title, 'Détail de Lille');
  });

  test('listeners hear once of a change, however much follows from it, and not of one that changes nothing', () => {
    const session = survey([{ type: 'text', name: 'a' }, { type: 'expression', name: 'b', expression: '{a} + 1' }, { type: 'text', name: 'c', visibleIf: '{b} > 2' }]);
    let heard = 0;
    const stop = session.subscribe(() => heard++);
    session.set('a', 5);
    assert.equal(heard, 1);
    session.set('a', 5);
    assert.equal(heard, 1);
    stop();
    session.set('a', 6);
    assert.equal(heard, 1);
  });

  test('the language changes every text and no answer', () => {
    const session = survey([{ type: 'radiogroup', name: 'q', title: { default: 'Votre choix', en: 'Your choice' }, choices: [{ value: 1, text: { fr: 'Un', en: 'One' } }] }]);
    session.set('q', 1);
    assert.equal(session.display('q'), 'Un');
    session.locale = 'en-GB';
    assert.equal(session.question('q')?.title, 'Your choice');
    assert.equal(session.display('q'), 'One');
    assert.equal(session.get('q'), 1);
  });

  test('a text with markup moves with the answers that it quotes, and is quoted by the view', () => {
    const session = survey([{ type: 'text', name: 'nom' }, { type: 'html', name: 'h', html: '<b>{nom}</b>' }]);
    const node = session.question('h');
    assert.equal(node?.html, '<b>{nom}</b>');
    const before = node.revision;
    session.set('nom', 'Lille');
    assert.ok(node.revision > before);
    assert.equal(node.html, '<b>{nom}</b>');
  });

  test('an answer quoted in a title stays text', () => {
    const session = survey([{ type: 'text', name: 'nom' }, { type: 'text', name: 'q', title: 'Bonjour {nom}' }]);
    session.set('nom', '{q}<img src=x>');
    assert.equal(session.question('q')?.title, 'Bonjour {q}<img src=x>');
  });
});

describe('errors', () => {
  test('stay on the questions, and follow the answer', () => {
    const session = survey([{ type: 'text', name: 'mel', inputType: 'email', isRequired: true }]);
    assert.deepEqual(codes(session), ['mel required']);
    session.set('mel', 'mairie');
    assert.equal(session.question('mel')?.errors[0]?.code, 'email');
    session.set('mel', 'accueil@mairie.example');
    assert.deepEqual(session.question('mel')?.errors, []);
    assert.equal(session.next(), false);
    assert.deepEqual(session.complete(), { mel: 'accueil@mairie.example' });
  });

  test('validators say their own text, or ours with the bound', () => {
    const session = survey([
      { type: 'text', name: 'agents', validators: [{ type: 'numeric', minValue: 1 }] },
      { type: 'comment', name: 'avis', validators: [{ type: 'text', maxLength: 3, text: 'Trois lettres au plus' }] },
    ]);
    session.merge({ agents: 0, avis: 'longtemps' });
    assert.deepEqual(session.validate().map((error) => error.text), ['La valeur la plus petite possible est 1.', 'Trois lettres au plus']);
  });

  test('a pattern that could run for ever is not run', () => {
    const session = survey([{ type: 'text', name: 'a', validators: [{ type: 'regex', regex: '^(a+)+$' }] }]);
    session.set('a', `${'a'.repeat(40)}!`);
    assert.deepEqual(codes(session), []);
  });

  test('"other" must say what', () => {
    const session = survey([{ type: 'radiogroup', name: 'q', choices: [1], showOtherItem: true }]);
    session.set('q', 'other');
    assert.deepEqual(codes(session), ['q-Comment otherEmpty']);
    session.question('q')?.setComment('Un médiateur');
    assert.deepEqual(session.complete(), { q: 'other', 'q-Comment': 'Un médiateur' });
  });

  test('a commune must be of the list, when there is one', () => {
    const session = survey([{ type: 'asb:commune', name: 'commune' }], { communes: new Set(['59350']) });
    session.set('commune', '75056');
    assert.deepEqual(codes(session), ['commune commune']);
    session.set('commune', '59350');
    assert.deepEqual(codes(session), []);
    const open = survey([{ type: 'asb:commune', name: 'commune' }]);
    open.set('commune', '75056');
    assert.deepEqual(codes(open), []);
  });

  test('said by a server, they stand by path until the answer changes', () => {
    const session = survey([{ type: 'text', name: 'nom' }, { type: 'paneldynamic', name: 'gens', panelCount: 1, templateElements: [{ type: 'text', name: 'role' }] }]);
    session.setExternalErrors([{ path: 'nom', text: 'Déjà pris' }, { path: 'gens[0].role', text: 'Inconnu' }]);
    assert.equal(session.question('nom')?.errors[0]?.text, 'Déjà pris');
    const role = session.question('gens')?.panels[0]?.elements[0];
    assert.equal(role?.errors[0]?.text, 'Inconnu');
    session.set('nom', 'Autre');
    assert.deepEqual(session.question('nom')?.errors, []);
    assert.equal(role.errors.length, 1);
    session.setExternalErrors([]);
    assert.deepEqual(role.errors, []);
  });

  test('after a refusal the survey opens again, with its answers', () => {
    const session = survey([{ type: 'text', name: 'a' }, { type: 'text', name: 'b', visibleIf: "{a} = 'x'" }]);
    session.set('a', 'x');
    session.complete();
    assert.equal(session.completed, true);
    session.reopen();
    session.set('a', 'y');
    assert.equal(session.question('b')?.visible, false);
  });
});

describe('defaults and answers given at the start', () => {
  test('defaults fill only what is absent', () => {
    const session = survey([{ type: 'text', name: 'a', defaultValue: 'x' }, { type: 'text', name: 'b', defaultValue: 'y' }], { answers: { b: 'gardé', inconnu: 1 } });
    assert.deepEqual(session.answers, { a: 'x', b: 'gardé', inconnu: 1 });
  });

  test('a calculated default follows what it reads until someone answers', () => {
    const session = survey([{ type: 'text', name: 'a' }, { type: 'text', name: 'b', defaultValueExpression: '{a}' }]);
    session.set('a', 'un');
    assert.equal(session.get('b'), 'un');
    session.set('b', 'à moi');
    session.set('a', 'deux');
    assert.equal(session.get('b'), 'à moi');
  });

  test('names of prototypes are names like others', () => {
    const answers = JSON.parse('{"__proto__": "a", "constructor": "b"}') as Record<string, unknown>;
    const session = survey([{ type: 'text', name: '__proto__' }, { type: 'multipletext', name: 'constructor', items: [{ name: '__proto__' }] }], { answers });
    session.question('constructor')?.items[0]?.setValue('c');
    assert.equal(({} as Record<string, unknown>).a, undefined);
    assert.equal(Object.getPrototypeOf(session.answers), Object.prototype);
    assert.equal(JSON.stringify(session.answers), '{"__proto__":"a","constructor":{"__proto__":"c"}}');
  });
});

test('answers out of all proportion are cut', () => {
  const session = survey([{ type: 'comment', name: 'avis' }, { type: 'paneldynamic', name: 'gens', templateElements: [{ type: 'text', name: 'nom' }] }]);
  session.set('avis', 'a'.repeat(1_000_000));
  session.set('gens', Array.from({ length: 5_000 }, () => ({ nom: 'x' })));
  assert.equal(session.display('avis').length, 100_000);
  assert.equal(session.question('gens')?.panels.length, 100);
});

describe('rows and panels', () => {
  const people = { type: 'paneldynamic', name: 'gens', templateTitle: '{panelIndex}. {panel.nom}', templateElements: [{ type: 'text', name: 'nom' }, { type: 'text', name: 'role', visibleIf: '{panel.nom} notempty', isRequired: true }] };

  test('panels are added, answered, removed, each with its own conditions', () => {
    const session = survey([people]);
    const question = session.question('gens');
    question?.add();
    question?.add();
    const [first, second] = question?.panels ?? [];
    const [nom, role] = second?.elements ?? [];
    assert.ok(nom?.kind === 'question' && role?.kind === 'question');
    nom.setValue('Maire');
    assert.deepEqual(session.answers, { gens: [{}, { nom: 'Maire' }] });
    assert.equal(role.visible, true);
    assert.equal(first?.elements[1]?.visible, false);
    assert.equal(second?.title, '2. Maire');
    assert.deepEqual(codes(session), ['gens[1].role required']);
    question?.remove(0);
    assert.deepEqual(session.answers, { gens: [{ nom: 'Maire' }] });
    assert.equal(session.question('gens')?.panels[0], second);
    assert.equal(second.title, '1. Maire');
  });

  test('a matrix of questions keeps one record a row', () => {
    const session = survey([{ type: 'matrixdynamic', name: 'outils', rowCount: 1, columns: [{ name: 'nom', cellType: 'text', isUnique: true }, { name: 'note', cellType: 'dropdown', choices: [1, 2], visibleIf: '{row.nom} notempty' }] }]);
    const question = session.question('outils');
    question?.add();
    for (const row of question?.rows ?? []) row.cells[0]?.setValue('mail');
    assert.deepEqual(session.answers, { outils: [{ nom: 'mail' }, { nom: 'mail' }] });
    assert.deepEqual(codes(session), ['outils[1].nom duplicate']);
    assert.equal(question?.rows[1]?.cells[1]?.visible, true);
  });

  test('a row of a Likert matrix is answered alone, and asked for alone', () => {
    const session = survey([{ type: 'matrix', name: 'avis', isAllRowRequired: true, columns: [1, 2], rows: ['accueil', { value: 'horaires', text: 'Les horaires' }] }]);
    const question = session.question('avis');
    question?.setRow('accueil', 2);
    assert.deepEqual(session.answers, { avis: { accueil: 2 } });
    assert.deepEqual(codes(session), ['avis.horaires rowRequired']);
    assert.deepEqual(question?.matrixRows.map((row) => [row.text, row.answer, row.errors.length]), [['accueil', 2, 0], ['Les horaires', undefined, 1]]);
  });
});

describe('pages', () => {
  const definition = {
    pages: [
      { name: 'un', elements: [{ type: 'text', name: 'a', isRequired: true }] },
      { name: 'deux', visibleIf: "{a} <> 'court'", elements: [{ type: 'text', name: 'b' }] },
      { name: 'trois', elements: [{ type: 'text', name: 'c' }] },
    ],
    triggers: [{ type: 'skip', expression: "{a} = 'vite'", gotoName: 'c' }, { type: 'complete', expression: "{a} = 'fin'" }],
  } as unknown as SurveyDefinition;

  test('one goes on when the page is right, and back without checks', () => {
    const session = createSession(definition);
    assert.equal(session.next(), false);
    session.set('a', 'x');
    assert.equal(session.next(), true);
    assert.deepEqual(session.progress, { page: 2, pages: 3, answered: 1, questions: 3 });
    assert.equal(session.previous(), true);
    assert.equal(session.currentPage?.name, 'un');
  });

  test('the current page moves by itself when it gets hidden', () => {
    const session = createSession(definition);
    session.set('a', 'x');
    session.next();
    session.set('a', 'court');
    assert.equal(session.currentPage?.name, 'trois');
  });

  test('triggers skip and complete when the page is left', () => {
    const session = createSession(definition);
    session.set('a', 'vite');
    session.next();
    assert.equal(session.currentPage?.name, 'trois');
    const short = createSession(definition);
    short.set('a', 'fin');
    short.next();
    assert.equal(short.completed, true);
  });
});

test('a month or a week typed by hand, where the browser has no field for it, must be one', () => {
  const session = survey([{ type: 'text', inputType: 'month', name: 'm' }, { type: 'text', inputType: 'week', name: 'w' }]);
  session.set('m', 'mai 2026');
  session.set('w', '2026-W60');
  assert.deepEqual(codes(session), ['m date', 'w date']);
  session.set('m', '2026-05');
  session.set('w', '2026-W20');
  assert.deepEqual(codes(session), []);
});
