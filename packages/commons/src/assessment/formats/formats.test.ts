import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { unzipSync, strFromU8 } from 'fflate';
import { newAssessment, withAgreement, withAnswer, withChoice, withInterview, withNote, withOwn, withRespondent, withSnapshot } from '../edits.ts';
import { readGrid } from '../read-grid.ts';
import { takeSnapshot } from '../snapshots.ts';
import { exampleGrid } from '../../content/example-grid/index.ts';
import { recordId } from '../../record/id.ts';
import { reportDocx } from './docx.ts';
import { reportHtml } from './html.ts';
import { reportMarkdown } from './markdown.ts';
import { type Report, reportOf } from './report.ts';

const read = readGrid(exampleGrid);
if (!('grid' in read)) throw new Error('the grid is wrong');
const { grid } = read;
const NOW = '2026-05-12T09:00:00Z';
const id = (n: number) => recordId(new Uint8Array(16).fill(n));
const HOSTILE = '<img src=x onerror="alert(1)"> | *gras* [lien](javascript:1)';

function whole(comment = 'délibération du 3 mai') {
  let one = newAssessment(grid, { id: id(1), now: NOW, territory: { code: '59350', name: 'Lille', population: 236_000 } });
  one = withRespondent(withRespondent(one, { id: 'a', role: 'elu', label: '' }), { id: 'b', role: 'mediateur', label: '' });
  one = withAnswer(withAnswer(one, 'a', 'elu', { value: 1 }), 'b', 'elu', { value: 3 });
  one = withAgreement(withAgreement(one, 'elu', 2, NOW), 'referent', 4, NOW);
  one = withNote(one, 'elu', { comment, evidence: 'https://commune.example/acte' });
  one = withSnapshot(one, takeSnapshot(grid, one, { id: id(2), at: NOW }));
  one = withAgreement(one, 'elu', 1, NOW);
  one = withInterview(one, { date: '2026-06-02', needs: ['former'], notes: { pilotage: 'Deux services.' }, appointments: [{ date: '2026-09-01', about: 'Atelier' }], capacity: { people: 'une personne', time: '', budget: '' } });
  return withOwn(withChoice(one, 'designer_elu', { state: 'kept', edits: { who: 'Le conseil' } }), { id: 'x', what: 'Ouvrir le samedi', who: 'le CCAS' });
}

const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');
const report = (locale = 'fr', comment?: string): Report => reportOf(grid, whole(comment), { locale, now: NOW });

describe('the report', () => {
  test('says the two numbers, what people agreed, how far apart they were, and what changed', () => {
    const md = plain(reportMarkdown(report()));
    assert.match(md, /# Diagnostic de coordination : Lille/);
    assert.match(md, /Score : 50 sur 100\. Trop peu de critères/);
    assert.match(md, /Complétude : 2 critères renseignés sur 5/);
    assert.match(md, /\| Critère elu \| Niveau 1 : Rien\. \| de 1 à 3 \| délibération du 3 mai – https:\/\/commune\.example\/acte \|/);
    assert.match(md, /depuis le 12 mai 2026[\s\S]*\| Critère elu \| niveau 2 \| niveau 1 \|/);
    assert.match(md, /Trop peu pour montrer ses réponses à part \(il en faut 2\)/);
  });
  test('holds the recommendations kept, in people’s own words, with why', () => {
    const md = plain(reportMarkdown(report()));
    assert.match(md, /## Préconisations retenues[\s\S]*### Faire designer\\_elu[\s\S]*Qui : Le conseil[\s\S]*il manque 3 niveaux\. Répond à votre besoin n° 1 : Former/);
    assert.match(md, /### Ouvrir le samedi[\s\S]*Qui : le CCAS/);
    assert.match(md, /Entretien du 2 juin 2026[\s\S]*Personnes : une personne[\s\S]*1 septembre 2026 – Atelier/);
  });
  test('says that the version was the quick one, which links cannot be followed, and what a resource is', () => {
    const quick = { ...withNote(whole(), 'referent', { comment: '', evidence: 'https://' }), mode: 'quick' as const };
    const md = plain(reportMarkdown(reportOf(grid, quick, { locale: 'fr', now: NOW })));
    assert.match(md, /Complétude : 1 critère renseigné sur 2[\s\S]*Version rapide : une question par axe/);
    assert.match(md, /https:\/\/ \(lien incomplet\)/);
    assert.doesNotMatch(plain(reportMarkdown(report())), /Version rapide|lien incomplet/);
    assert.equal(md.match(/Qui a répondu/g)?.length, 1);
  });
  test('tells apart nothing answered from nothing left to do', () => {
    const best = ['elu', 'referent'].reduce((all, each) => withAnswer(all, 'a', each, { value: 4 }), withRespondent(newAssessment(grid, { id: id(1), now: NOW }), { id: 'a', role: 'elu', label: '' }));
    assert.match(plain(reportMarkdown(reportOf(grid, best, { locale: 'fr', now: NOW }))), /ce qui est renseigné est au niveau 4/);
  });
  test('is whole in English', () => {
    const md = reportMarkdown(report('en'));
    assert.match(md, /# Coordination diagnosis: Lille[\s\S]*Score: 50 out of 100[\s\S]*Criterion elu[\s\S]*3 levels are missing/);
  });
  test('nothing answered gives a report that says so', () => {
    const md = plain(reportMarkdown(reportOf(grid, newAssessment(grid, { id: id(1), now: NOW }), { locale: 'fr', now: NOW })));
    assert.match(md, /territoire à préciser[\s\S]*pas encore de score[\s\S]*répondez à quelques critères/);
  });
});

describe('as files', () => {
  test('Markdown takes nothing of what people typed for Markdown', () => {
    assert.ok(reportMarkdown(report('fr', HOSTILE)).includes('\\<img src=x onerror="alert(1)"\\> \\| \\*gras\\* \\[lien\\](javascript:1)'));
  });
  test('HTML needs nothing else, escapes what people typed, and draws the radar beside its table', () => {
    const html = reportHtml(reportOf(grid, { ...whole(HOSTILE), options: ['responsable'] }, { locale: 'fr', now: NOW }), [{ data: 'data:image/png;base64,AAAA', alt: 'Commune "A"' }, { data: 'https://ailleurs.example/x.png', alt: 'x' }]);
    assert.ok(!html.includes('<img src=x') && html.includes('&lt;img src=x'));
    assert.ok(html.includes('alt="Commune &quot;A&quot;"') && !html.includes('ailleurs.example'));
    assert.ok(!/<script|<link|(?:src|href)="(?!data:|https:\/\/)/.test(html));
    assert.equal(html.match(/<svg /g)?.length, 1);
    assert.equal(html.match(/<text /g)?.length, 3, 'one label an axis');
    assert.match(html, /<caption>Score et complétude par axe<\/caption>/);
    assert.match(html, /<html lang="fr">/);
  });
  test('Word opens it: real headings, header rows, and no character that XML refuses', async () => {
    const files = unzipSync(await reportDocx(report('fr', `clé\u0000\u000b ${HOSTILE}`)));
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    assert.ok(!/[\u0000-\u0008\u000b]/.test(xml)); // eslint-disable-line no-control-regex -- the very thing that is looked for
    assert.ok(xml.includes('w:val="Heading1"') && xml.includes('w:tblHeader') && xml.includes('&lt;img src=x'));
    assert.ok(xml.includes('Critère elu'));
  });
});
