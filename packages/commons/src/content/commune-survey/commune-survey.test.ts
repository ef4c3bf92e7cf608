import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parseExpression, rootName } from '../../survey/expression/index.ts';
import { parseDefinition } from '../../survey/definition/index.ts';
import { createSession } from '../../survey/index.ts';
import type { Answers, ElementNode, SurveySession } from '../../survey/session/types.ts';
import { mel } from '../../territory/mel.ts';
import { communeSurvey, withNotice } from './index.ts';

type Json = Readonly<Record<string, unknown>>;

/** Every object of the definition, with its path. */
function* objects(value: unknown, path = ''): Generator<readonly [Json, string]> {
  if (Array.isArray(value)) for (const [at, item] of value.entries()) yield* objects(item, `${path}[${String(at)}]`);
  else if (typeof value === 'object' && value !== null) {
    yield [value as Json, path];
    for (const [key, item] of Object.entries(value)) yield* objects(item, path === '' ? key : `${path}.${key}`);
  }
}

const questions = communeSurvey.pages.flatMap(({ elements }) => elements);
const values = (name: string): string[] =>
  (questions.find((question) => question.name === name)?.choices ?? []).map((item) => (item as { value: string }).value);

const open = (answers: Answers = {}, locale = 'fr'): SurveySession => createSession(communeSurvey, { answers, locale });
const shown = (session: SurveySession): string[] =>
  session.visiblePages.flatMap(({ elements }) => elements.filter((element: ElementNode) => element.visible && element.kind === 'question').map(({ name }) => name));

/** A city where everything is known: the longest path. */
const everything: Answers = {
  'commune': '59350', 'role': 'numerique', 'elu_delegue': 'oui_dediee', 'referent': 'oui_temps', 'referent_service': 'numerique',
  'projet_communal': 'oui', 'schemas': ['crte', 'fne'], 'offre_existe': 'oui', 'lieux': ['ccas', 'other'], 'lieux-Comment': 'Fablab',
  'services': ['Aide aux démarches administratives'], 'publics': ['Seniors', 'Illettrisme'], 'partenaires': ['ccas', 'association', 'etat'],
  'frequence_liens': { ccas: 'mensuel', association: 'trimestriel', etat: 'nsp' },
  'besoins': ['animer_la_gouvernance', 'asb:former_les_agents', 'appui_juridique', 'structurer_un_fonds'],
  'priorites': ['structurer_un_fonds', 'animer_la_gouvernance', 'appui_juridique'],
  'echelle': 'les_deux', 'formats': ['comite', 'webinaire'], 'frequence_rencontres': 'trimestrielle',
  'leviers': { competences: 'tout_a_fait', envie: 'nsp' }, 'freins': { budget: 'plutot' },
  'pilote': 'oui', 'disponibilite': 'un_mois', 'communes_associees': ['59328', '59410'], 'recontact': true,
  'recontact_courriel': 'numerique@ville.example', 'commentaire': 'Merci.',
};

describe('the commune survey, as a definition', () => {
  test('is read with nothing left aside', () => {
    const read = parseDefinition(JSON.parse(JSON.stringify(communeSurvey)));
    assert.ok(!('error' in read));
    assert.deepEqual(read.problems, []);
    assert.deepEqual(open().problems, []);
  });

  test('has eight pages, and says its version and licence', () => {
    assert.equal(communeSurvey.pages.length, 8);
    assert.match(communeSurvey.version ?? '', /^\d{4}\.\d+$/);
    assert.equal(communeSurvey.meta?.['license'], 'CC-BY-SA-4.0');
    assert.match(readFileSync(new URL('./README.md', import.meta.url), 'utf8'), /CC BY-SA 4\.0/);
  });

  test('every text is written in French and in English', () => {
    const textual = ['title', 'description', 'text', 'completedHtml', 'otherText', 'noneText', 'dontKnowText', 'labelTrue', 'labelFalse', 'finalite'];
    let count = 0;
    for (const [json, path] of objects(communeSurvey)) {
      for (const key of textual) assert.notEqual(typeof json[key], 'string', `${path}.${key} is in one language`);
      if (!('fr' in json || 'en' in json)) continue;
      count++;
      assert.deepEqual(Object.keys(json).sort(), ['en', 'fr'], path);
      for (const text of Object.values(json)) assert.ok(typeof text === 'string' && text.trim() === text && text.length > 0, path);
    }
    assert.ok(count > 250);
  });

  test('French is typeset as French: ’ and not \', a no-break space before ? ! : ;', () => {
    for (const [json, path] of objects(communeSurvey)) {
      const { fr } = json;
      // Communes keep their official spelling, with its straight apostrophe.
      if (typeof fr !== 'string' || mel().communes.some(({ name }) => name === fr)) continue;
      assert.doesNotMatch(fr, /'| [?!:;»]|« |[a-zé][?!;:]/, path);
    }
  });

  test('names are used once', () => {
    const names = [...communeSurvey.pages, ...questions].map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    for (const { choices } of questions) assert.equal(new Set(choices?.map((item) => (item as { value: unknown }).value)).size, choices?.length ?? 0);
  });

  test('conditions can be read, and only speak of questions that come before', () => {
    const before = new Set<string>();
    let count = 0;
    for (const question of questions) {
      for (const [json, path] of objects(question)) {
        if (typeof json['visibleIf'] !== 'string') continue;
        const parsed = parseExpression(json['visibleIf']);
        assert.ok(parsed.ok, path);
        for (const name of parsed.expression.dependencies) assert.ok(before.has(rootName(name)), `${question.name}: {${name}}`);
        count++;
      }
      before.add(question.name);
    }
    assert.ok(count > 100);
  });

  test('services, publics and care are the national standard’s, to the letter', () => {
    const { enums } = JSON.parse(
      readFileSync(new URL('../../../data/standard-mediation-num.enums.json', import.meta.url), 'utf8'),
    ) as { enums: Record<'services' | 'publics_specifiquement_adresses' | 'prise_en_charge_specifique', string[]> };
    assert.deepEqual(values('services'), enums.services);
    assert.deepEqual(values('publics'), [...enums.publics_specifiquement_adresses, ...enums.prise_en_charge_specifique]);
  });

  test('needs are the eleven national codes, and ours with their prefix', () => {
    const national = [
      'etablir_un_diagnostic_territorial', 'co_construire_la_feuille_de_route', 'rediger_la_feuille_de_route', 'appui_juridique',
      'structurer_un_fonds', 'monter_dossiers_de_subvention', 'animer_la_gouvernance', 'structurer_une_filiere_de_reconditionnement',
      'collecter_des_donnees_territoriales', 'sensibiliser_les_acteurs_aux_outils_existants', 'appuyer_la_certification_qualiopi',
    ];
    assert.deepEqual(values('besoins').filter((code) => !code.startsWith('asb:')).sort(), national.sort());
    assert.ok(values('besoins').some((code) => code.startsWith('asb:')));
  });

  test('what may identify someone says so, and only that', () => {
    const personal = questions.filter(({ rgpd }) => rgpd?.donneePersonnelle).map(({ name }) => name);
    assert.deepEqual(personal, ['contact_politique', 'contact_technique', 'recontact', 'recontact_courriel']);
    assert.equal(questions.find(({ name }) => name === 'recontact')?.rgpd?.baseLegale, 'consentement');
  });

  test('whoever runs the survey is named in the notice, or visibly not', () => {
    assert.match((communeSurvey.rgpd?.responsable as { fr: string }).fr, /^\[.*\]$/);
    const named = withNotice(communeSurvey, { responsable: 'Hub de démonstration', contactDpo: 'dpo@hub.example' });
    assert.equal(named.rgpd?.responsable, 'Hub de démonstration');
    assert.equal(named.rgpd.baseLegale, 'mission-interet-public');
  });
});

describe('the commune survey, answered', () => {
  test('asks for the commune and the role, and nothing else is mandatory', () => {
    assert.deepEqual(open().validate().map(({ path }) => path), ['commune', 'role']);
    const small = open({ commune: '59670', role: 'elu' });
    assert.deepEqual(small.complete(), { commune: '59670', role: 'elu' });
  });

  test('a village that knows little sees few questions', () => {
    const session = open({
      commune: '59670', role: 'dgs', elu_delegue: 'nsp', referent: 'non', projet_communal: 'nsp', offre_existe: 'non', offre_voisine: 'commune_voisine',
      partenaires: ['none'], formats: ['none'], pilote: 'non',
    });
    const names = shown(session);
    for (const hidden of ['referent_service', 'schemas', 'lieux', 'services', 'frequence_liens', 'priorites', 'frequence_rencontres', 'disponibilite', 'communes_associees', 'recontact_courriel']) {
      assert.ok(!names.includes(hidden), hidden);
    }
    assert.ok(names.includes('offre_voisine'));
    assert.ok(names.length <= 18, String(names.length));
    assert.ok(session.complete());
  });

  test('a city that knows everything sees fewer than thirty questions, and all it said is sent', () => {
    const session = open(everything);
    assert.ok(shown(session).length < 30, String(shown(session).length));
    assert.deepEqual(session.complete(), everything);
  });

  test('“none” and “I don’t know” close every list, in the same words', () => {
    const session = open({ ...everything, offre_voisine: 'mairie' });
    for (const { name } of questions) {
      const choices = session.question(name)?.choices ?? [];
      const closing = choices.findIndex(({ kind, value }) => kind === 'none' || kind === 'dontknow' || value === 'nsp');
      if (closing < 0) continue;
      assert.ok(choices.slice(closing).every(({ kind, value }) => kind === 'none' || kind === 'dontknow' || value === 'nsp'), name);
    }
    const unsure = [...objects(communeSurvey)].flatMap(([{ fr }]) => (typeof fr === 'string' && /sai[st] pas$/.test(fr) ? [fr] : []));
    assert.deepEqual([...new Set(unsure)], ['Je ne sais pas']);
  });

  test('only neighbouring communes are offered as companions', () => {
    const session = open({ commune: '59670', pilote: 'peut_etre' });
    const offered = (): unknown[] => (session.question('communes_associees')?.choices ?? []).filter(({ kind }) => kind === 'item').map(({ value }) => value);
    assert.deepEqual(offered(), mel().byCode('59670')?.neighbours);
    session.set('commune', '59350');
    assert.deepEqual(offered(), mel().byCode('59350')?.neighbours);
  });

  test('only the partners chosen are asked about, and only the needs chosen are ranked', () => {
    const session = open({ partenaires: ['ccas', 'etat'], besoins: ['appui_juridique', 'asb:former_les_agents'] });
    assert.deepEqual(session.question('frequence_liens')?.matrixRows.map(({ value }) => value), ['ccas', 'etat']);
    assert.deepEqual(session.question('priorites')?.choices.map(({ value }) => value).sort(), ['appui_juridique', 'asb:former_les_agents']);
    session.set('besoins', ['appui_juridique']);
    assert.ok(!shown(session).includes('priorites'));
  });

  test('an address is asked at the end only of who accepts and gave none', () => {
    const session = open({ recontact: true });
    assert.ok(shown(session).includes('recontact_courriel'));
    session.set('contact_technique', { fonction: 'CCAS', courriel: 'ccas@don.example' });
    assert.ok(!shown(session).includes('recontact_courriel'));
    session.set('contact_technique', { courriel: 'ccas' });
    assert.deepEqual(session.validate().map(({ path, code }) => [path, code]).filter(([path]) => path?.startsWith('contact')), [['contact_technique.courriel', 'email']]);
  });

  test('reads in English as in French', () => {
    const session = open({ commune: '59670', role: 'elu' }, 'en');
    assert.equal(session.title, 'Digital inclusion in your commune');
    assert.equal(session.display('role'), 'Elected official');
    session.locale = 'fr';
    assert.equal(session.display('role'), 'Élu·e');
  });
});
