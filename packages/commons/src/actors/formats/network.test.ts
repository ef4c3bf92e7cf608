import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { FREQUENCIES, LINK_KINDS, LINK_STATUSES } from '../kinds.ts';
import type { Actor, ActorData, Link } from '../model.ts';
import { mel } from '../../territory/mel.ts';
import { writeGexf } from './gexf.ts';
import { isLinksTable, readLinksCsv, writeLinksCsv } from './links-csv.ts';
import type { LinksResult } from './links-csv.ts';
import { counter, uuid } from './test-places.ts';

const actor = (n: number, name: string): Actor => ({ id: uuid(n), type: 'actor', version: 1, derivedFrom: [], name, kind: 'bibliotheque', commune: '59328' });
const actors = [actor(1, 'Médiathèque fictive'), actor(2, '=Opérateur "A" & <B>'), actor(3, 'Annexe'), actor(4, 'Annexe')];
const link = (n: number, fields: Partial<Link> = {}): Link => ({ id: uuid(n), type: 'link', version: 1, derivedFrom: [], source: uuid(1), target: uuid(2), kind: 'partenariat', status: 'existant', ...fields });
const read = (text: string, locale?: string): Extract<LinksResult, { links: unknown }> => {
  const result = readLinksCsv(text, actors, { newId: counter(100), locale });
  assert.ok('links' in result, JSON.stringify(result));
  return result;
};

describe('links as CSV', () => {
  test('reading what was written gives it back', () => {
    const note = fc.string({ unit: fc.constantFrom("'", '=', '-', ';', '"', 'é', '\n', '1'), minLength: 1, maxLength: 6 }).map((text) => text.trim()).filter((text) => text !== '' && text !== "''");
    const links = fc.uniqueArray(fc.record({
      n: fc.integer({ min: 10, max: 30 }), kind: fc.constantFrom(...LINK_KINDS), status: fc.constantFrom(...LINK_STATUSES), frequency: fc.constantFrom(...FREQUENCIES),
      since: fc.constantFrom('2024', '2024-02', '2024-02-29'), note, futur: fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value))), derivedFrom: fc.constant<string[]>([uuid(70)]),
    }, { requiredKeys: ['n', 'kind', 'status'], noNullPrototype: true }), { selector: ({ n }) => n, maxLength: 5 }).map((drawn) => drawn.map(({ n, ...fields }) => link(n, fields)));
    fc.assert(fc.property(links, (drawn) => {
      assert.deepEqual(read(writeLinksCsv(drawn, actors)), { links: drawn, problems: [] });
    }));
  });

  test('no cell is left for a spreadsheet to run', () => {
    assert.ok(writeLinksCsv([link(10, { note: '@x' })], actors).includes(`;"'=Opérateur ""A"" & <B>";partenariat;existant;;;'@x;`));
  });

  test('people write names and words, in French or English, and dates as they do', () => {
    const { links, problems } = read('De;Vers;Type;Statut;Depuis;Fréquence\nmediatheque FICTIVE;"=Opérateur ""A"" & <B>";Orientation d’usagers;souhaité;23/11/2026;Chaque trimestre\nMédiathèque fictive;=operateur a b;funding;existing;4/2025;');
    assert.deepEqual(problems, []);
    assert.deepEqual(links.map(({ id, kind, status, since, frequency }) => [id, kind, status, since, frequency]), [
      [uuid(100), 'orientation', 'souhaite', '2026-11-23', 'trimestriel'], [uuid(101), 'financement', 'existant', '2025-04', undefined],
    ]);
  });

  test('the programme’s own words are understood; what is not is told, and its link does not count', () => {
    const line = (kind: string, status: string, since = ''): string => `Médiathèque fictive;=Opérateur A B;${kind};${status};${since}`;
    const { links, problems } = read(['source;cible;type;statut;depuis', line('prêt/mutualisation', 'existante'), line('instance commune', 'Souhaitée'), line('', ''), line('amitié', ''), line('', 'en cours'), line('', '', '2026-02-31'), line('', '', '31/02/2026')].join('\n'));
    assert.deepEqual(links.map(({ kind, status }) => [kind, status]), [['mutualisation', 'existant'], ['instance', 'souhaite'], ['partenariat', 'existant']]);
    assert.deepEqual(problems.map(({ line: at, path }) => [at, path]), [[5, 'type'], [6, 'statut'], [7, 'depuis'], [8, 'depuis']]);
    assert.match(problems[1]?.text ?? '', /« en cours » n’est pas dans la liste.*Ce lien n’est pas lu/);
  });

  test('a table of links is known by the names that the reader knows', () => {
    for (const headers of [['De', 'Vers'], ['Source nom', 'Cible nom', 'x'], ['target', 'source']]) assert.ok(isLinksTable(headers), headers.join());
    assert.ok(!isLinksTable(['source', 'nom']));
  });

  test('what was kept for the record and got broken is told', () => {
    assert.deepEqual(read('source;cible;asb_more\nMédiathèque fictive;=Opérateur A B;{"futur"').problems.map(({ line: at, path }) => [at, path]), [[2, 'asb_more']]);
  });

  test('what cannot be read is told by line and column, with what to do', () => {
    const { links, problems } = read('source,cible,type,depuis\nPersonne,Médiathèque fictive,,\nAnnexe,Médiathèque fictive,,\nMédiathèque fictive,mediatheque fictive,,\nMédiathèque fictive,=Opérateur A B,amitié,hier', 'en');
    assert.deepEqual(links, []);
    assert.deepEqual(problems.map(({ line, path }) => [line, path]), [[2, 'source'], [3, 'source'], [4, 'cible'], [5, 'type'], [5, 'depuis']]);
    assert.match(problems[1]?.text ?? '', /^2 actors are called “Annexe”/);
    const bad = readLinksCsv('x,y\n1,2', actors, { newId: counter() });
    assert.ok('error' in bad);
    assert.deepEqual(bad.error.map(({ path }) => path), ['source', 'cible']);
  });
});

describe('GEXF 1.3', () => {
  const data: ActorData = { actors, places: [], links: [link(10, { note: 'a\n"b"\u0007' }), link(11, { kind: 'financement', since: '2024' }), link(12, { target: uuid(99) })] };

  test('is well formed, whatever the names hold', () => {
    const xml = writeGexf(data, mel());
    const open: string[] = [];
    for (const [, closing, name = '', , self] of xml.replace(/^<\?xml[^?]*\?>/, '').matchAll(/<(\/?)([a-z]+)((?: [\w:]+="[^"<&]*(?:&#\d+;[^"<&]*)*")*)(\/?)>/g)) {
      if (closing === '/') assert.equal(open.pop(), name);
      else if (self !== '/') open.push(name);
    }
    assert.deepEqual(open, []);
    assert.equal(xml.match(/</g)?.length, xml.match(/<\/?[a-z?]/g)?.length);
    assert.ok(!xml.includes('\u0007') && xml.includes('label="=Opérateur &#34;A&#34; &#38; &#60;B&#62;"'));
  });

  test('holds every actor and every link between two of them, with their attributes', () => {
    const xml = writeGexf(data, mel(), { locale: 'en' });
    assert.ok(xml.includes('<nodes count="4">') && xml.includes('<edges count="2">'));
    assert.equal(xml.match(/<node /g)?.length, 4);
    assert.equal(xml.match(/<edge /g)?.length, 2);
    assert.ok(xml.includes('kind="financement" label="funding"') && xml.includes('<attvalue for="communeName" value="Lambersart"/>') && xml.includes('value="a&#10;&#34;b&#34;"'));
    assert.match(writeGexf(data, mel()), /title="Fréquence"/);
  });
});
