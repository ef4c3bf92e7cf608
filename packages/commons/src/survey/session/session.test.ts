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

  test('a value of a rating comes and goes by its condition, and leaves the answer', () => {
    const session = survey([{ type: 'text', name: 'taille' }, { type: 'rating', name: 'note', rateValues: [1, { value: 2, visibleIf: "{taille} = 'grande'" }] }]);
    assert.deepEqual(session.question('note')?.choices.map(({ value }) => value), [1]);
    session.set('taille', 'grande');
    session.set('note', 2);
    assert.deepEqual(session.question('note')?.choices.map(({ value }) => value), [1, 2]);
    session.set('taille', 'petite');
    assert.deepEqual(session.complete(), { taille: 'petite' });
  });

  test('to ask whether a container is ready shows no error on it', () => {
    const session = survey([
      { type: 'panel', name: 'bloc', elements: [{ type: 'text', name: 'a', isRequired: true }, { type: 'text', name: 'b', requiredIf: "{a} = 'x'" }] },
      { type: 'text', name: 'suite', visibleIf: "isContainerReady('bloc')" },
    ]);
    assert.equal(session.question('suite')?.visible, false);
    assert.deepEqual(session.question('a')?.errors, []);
    session.set('a', 'y');
    assert.equal(session.question('suite')?.visible, true);
    session.set('a', 'x');
    assert.equal(session.question('suite')?.visible, false);
    session.set('b', 'z');
    assert.equal(session.question('suite')?.visible, true);
  });

  test('functions that name a question of a row mean that row', () => {
    const session = survey([{ type: 'paneldynamic', name: 'gens', panelCount: 2, templateElements: [
      { type: 'text', name: 'detail', visibleIf: "displayValue('role') = 'Maire'" }, { type: 'dropdown', name: 'role', choices: [{ value: 'm', text: 'Maire' }] },
    ] }]);
    session.set('gens', [{}, { role: 'm' }]);
    assert.deepEqual(session.question('gens')?.panels.map(({ elements }) => elements[0]?.visible), [false, true]);
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

test('everything in a definition that cannot run is listed once, at its place', () => {
  const session = createSession({
    pages: [{ name: 'p', elements: [
      { type: 'radiogroup', name: 'q', choices: [1, { value: 2, visibleIf: '{' }] },
      { type: 'text', name: 't', validators: [{ type: 'email' }, { type: 'expression', expression: '}' }, { type: 'regex', regex: '(' }] },
      { type: 'matrixdynamic', name: 'm', columns: ['a', { name: 'b', visibleIf: 'inconnue(1)' }], detailElements: [{ type: 'text', name: 'd', requiredIf: '{' }] },
      { type: 'paneldynamic', name: 'g', templateElements: [{ type: 'text', name: 'x', validators: [{ type: 'regex', regex: '(a+)+' }] }] },
    ] }],
    triggers: [{ type: 'skip', expression: '{q} = 1', gotoName: 'absente' }, { type: 'setvalue', expression: '{q} = 1', setValue: 3 }],
  });
  const listed = session.problems.map(({ kind, path }) => `${kind} ${path}`).sort();
  assert.deepEqual(listed, [
    'invalid pages[0].elements[0].choices[1].visibleIf',
    'invalid pages[0].elements[1].validators[1].expression',
    'invalid pages[0].elements[1].validators[2].regex',
    'invalid pages[0].elements[2].detailElements[0].requiredIf',
    'invalid triggers[0].gotoName',
    'invalid triggers[1].setToName',
    'unsupported pages[0].elements[2].columns[1].visibleIf',
    'unsupported pages[0].elements[3].templateElements[0].validators[0].regex',
  ]);
  assert.match(session.problems.find(({ path }) => path.endsWith('columns[1].visibleIf'))?.text ?? '', /inconnue/);
  session.set('q', 1);
  for (const question of ['m', 'g']) session.question(question)?.add();
  session.validate();
  assert.deepEqual(session.problems.map(({ kind, path }) => `${kind} ${path}`).sort(), listed);
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

  test('nor is one that tries the same text in a growing number of ways: it is listed, and no answer is refused for it', () => {
    for (const regex of ['^(a|a)*$', '^(a|aa)+$', '^((a+))+$', '^(a+){20}$', '^(?:a?){40}$', '(.*a){12}', '^(?<n>a+)+$', '^(\\w+\\s?)+$', '^([\\])a]+)+$', '(?<=^(a+)+)$', 'a*a*a*a*a*$']) {
      const session = survey([{ type: 'text', name: 'a', validators: [{ type: 'email' }, { type: 'regex', regex }] }]);
      assert.deepEqual(session.problems.map(({ kind, path, name }) => [kind, path, name]), [['unsupported', 'pages[0].elements[0].validators[1].regex', regex]], regex);
    }
  });

  test('usual patterns run, on what they accept and on what they do not', () => {
    const usual: [regex: string, right: string, wrong: string][] = [
      ['^(\\d{2} ?){5}$', '03 20 00 00 00', '03 20 00 00 0'],
      ['^(?:(?:\\+|00)33|0)\\s*[1-9](?:[\\s.-]*\\d{2}){4}$', '+33 3.20.00.00.00', '+33 3.20.00.00.0'],
      ['^[\\w.-]+@([\\w-]+\\.)+[a-z]{2,}$', 'accueil@ville.mairie.example', 'accueil@mairie'],
      ['^[A-Za-zÀ-ÿ]+([ \'-][A-Za-zÀ-ÿ]+)*$', 'Villeneuve d\'Ascq', 'Lille 59'],
      ['^(?=.*[a-z])(?=.*[A-Z])(?=.*\\d).{8,}$', 'Bonjour59', 'bonjour59'],
      ['^[A-Z]{2}\\d{2}( ?[A-Z0-9]{4}){3,7}$', 'FR76 3000 6000 0112', 'FR76 3000'],
      ['^\\d{3}( ?\\d{3}){2}( ?\\d{5})?$', '217 500 016 00013', '217 500'],
      ['^(?:0[1-9]|[1-8]\\d|9[0-5])\\d{3}$', '59000', '99000'],
      ['.*mairie.*', 'la mairie de Lille', 'la ville'],
      ['^\\d{1,3}(?:[ .]\\d{3})*(?:,\\d+)?$', '1 234 567,8', '1 23'],
    ];
    for (const [regex, right, wrong] of usual) {
      const session = survey([{ type: 'text', name: 'a', validators: [{ type: 'regex', regex }] }]);
      assert.deepEqual(session.problems, [], regex);
      session.set('a', right);
      assert.deepEqual(codes(session), [], `${regex} ${right}`);
      session.set('a', wrong);
      assert.deepEqual(codes(session), ['a pattern'], `${regex} ${wrong}`);
    }
  });

  test('a number between two steps, one too few, an address that is none: each has its sentence', () => {
    const say = (question: object, value: unknown, locale = 'fr'): string | undefined => {
      const session = survey([{ type: 'text', name: 'q', ...question }], { locale });
      session.set('q', value);
      return session.validate()[0]?.text;
    };
    assert.equal(say({ inputType: 'number', step: 1 }, 2.5), 'Écrivez un nombre entier.');
    assert.equal(say({ inputType: 'number', step: 1 }, 2.5, 'en'), 'Write a whole number.');
    assert.equal(say({ inputType: 'number', step: 0.5 }, 2.2), 'Écrivez un nombre de 0,5 en 0,5.');
    assert.equal(say({ inputType: 'number', step: 2, min: 1 }, 3), undefined);
    assert.equal(say({ validators: [{ type: 'text', minLength: 2 }] }, 'a'), 'Écrivez au moins 2 caractères.');
    assert.equal(say({ validators: [{ type: 'text', maxLength: 1 }] }, 'abc'), 'Écrivez au plus 1 caractère.');
    assert.equal(say({ type: 'checkbox', choices: [1, 2], validators: [{ type: 'answercount', maxCount: 1 }] }, [1, 2], 'en'), 'Choose at most 1 answer.');
    for (const site of ['https://www.mairie.example/agenda?x=1#y', 'mairie.example', 'http://médiathèque.example:8080']) assert.equal(say({ inputType: 'url' }, site), undefined, site);
    for (const site of ['pas une url', 'mairie', 'javascript:alert(1)', 'ftp://mairie.example', 'accueil@mairie.example', '12.50']) {
      assert.match(say({ inputType: 'url' }, site) ?? '', /^Écrivez une adresse de site complète/, site);
    }
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

  test('a skip that leads to nothing that shows, or to this very page, goes on to the following page', () => {
    const pages = [
      { name: 'un', elements: [{ type: 'text', name: 'a' }, { type: 'text', name: 'a2' }] }, { name: 'deux', elements: [{ type: 'text', name: 'b' }] },
      { name: 'trois', visibleIf: '{a} empty', elements: [{ type: 'text', name: 'c' }] }, { name: 'quatre', elements: [{ type: 'text', name: 'd', visibleIf: '{a} empty' }, { type: 'text', name: 'e' }] },
    ];
    const after = (gotoName: string): string | undefined => {
      const session = createSession({ pages, triggers: [{ type: 'skip', expression: "{a} = 'x'", gotoName }] });
      session.set('a', 'x');
      assert.equal(session.next(), true);
      return session.currentPage?.name;
    };
    assert.deepEqual(['c', 'd', 'a2', 'absente', 'e'].map(after), ['deux', 'deux', 'deux', 'deux', 'quatre']);
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
