import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';

import type { Awarded, People } from './model.ts';
import { goodLines, readList } from './recipients.ts';
import { loadTools } from './tools.ts';

await loadTools();

const people = (text: string, more: Partial<People> = {}): People => ({ kind: 'person', text, privacy: 'hashed', again: false, ...more });
const read = (text: string, more: Partial<People> = {}, earlier: readonly Awarded[] = []) => readList(people(text, more), earlier);
const emails = async (text: string): Promise<string[]> => goodLines(await read(text)).map(({ email }) => email);
const problems = async (text: string, more: Partial<People> = {}, earlier: readonly Awarded[] = []) => (await read(text, more, earlier)).lines.map(({ number, problems: each, detail }) => [number, ...each, detail].join(' ').trim());

describe('a list of recipients', () => {
  test('a French spreadsheet’s export, with titles, accents and a mark at its head', async () => {
    const { lines, ignored } = await read('\ufeffCourriel;Prénom;Nom;Récit;Preuve;Service\r\nLecture@commune.example;;Accueil;"A tenu ; deux permanences";https://hub.example/1;x\r\n');
    assert.deepEqual(ignored, ['Service']);
    assert.equal(lines.length, 1);
    assert.deepEqual(lines[0], { number: 2, email: 'Lecture@commune.example', name: 'Accueil', url: '', narrative: 'A tenu ; deux permanences', evidenceUrl: 'https://hub.example/1', evidenceName: '', problems: [], detail: '' });
  });

  test('cells pasted from a spreadsheet, addresses out of a mail program', async () => {
    assert.deepEqual(await emails('a@commune.example\tAccueil\nb@commune.example\tLecture'), ['a@commune.example', 'b@commune.example']);
    assert.deepEqual(await emails('Accueil <a@commune.example>, b@commune.example; c@commune.example'), ['a@commune.example', 'b@commune.example', 'c@commune.example']);
    assert.deepEqual(await emails('Accueil <a@commune.example>; b@commune.example;\n\nc@commune.example'), ['a@commune.example', 'b@commune.example', 'c@commune.example']);
    assert.deepEqual(await emails('a@commune.example'), ['a@commune.example']);
    assert.deepEqual(await emails('a@commune.example;Accueil\nb@commune.example'), ['a@commune.example', 'b@commune.example'], 'some with a name, some without');
    assert.deepEqual(await emails('a@commune.example\tAccueil\nb@commune.example'), ['a@commune.example', 'b@commune.example']);
    assert.deepEqual(await emails(''), []);
  });

  test('wrong, missing and double addresses are told by line', async () => {
    assert.deepEqual(await problems('email,nom\na@commune.example,\n,Accueil\na@commune,\nA@Commune.example,\nb@commune.example,'), ['2', '3 noEmail', '4 badEmail', '5 double 2', '6']);
  });

  test('who has this badge already is told, unless the person wants it again or it was revoked', async () => {
    const earlier = { issuedAt: '2026-05-12T00:00:00Z', recipient: { kind: 'person', email: 'a@commune.example', name: '' } } as Awarded;
    assert.deepEqual(await problems('A@commune.example', {}, [earlier]), ['1 awarded 2026-05-12T00:00:00Z']);
    assert.deepEqual(await problems('A@commune.example', { again: true }, [earlier]), ['1']);
    assert.deepEqual(await problems('A@commune.example', {}, [{ ...earlier, revoked: { at: '', reason: '' } }]), ['1']);
  });

  test('organisations: a name, and maybe a site and an address', async () => {
    const { lines } = await read('Médiathèque;https://mediatheque.example/;accueil@mediatheque.example\nmediatheque\n;https://x.example/', { kind: 'organisation' });
    assert.deepEqual(lines.map(({ name, url, problems: each }) => [name, url, ...each]), [['Médiathèque', 'https://mediatheque.example/'], ['mediatheque', '', 'double'], ['', 'https://x.example/', 'noName']]);
    assert.deepEqual(await problems('structure;site\nA;javascript:alert(1)', { kind: 'organisation' }), ['2 badUrl']);
  });

  test('any text is read without an exception, and no line is both good and wrong', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary' }), fc.constantFrom('person', 'organisation'), async (text, kind) => {
      const { lines } = await read(text, { kind });
      for (const line of lines) if (line.problems.length === 0) assert.ok(kind === 'person' ? line.email.includes('@') : line.name !== '');
    }), { numRuns: 300 });
  });
});
