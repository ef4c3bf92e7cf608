import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';

import { BADGE_TEMPLATES, certificationSheet, contrast, DIGCOMP_AREAS, drawBadge, escoSkill, findCompetence, MOST_LETTERS, type Pictogram, PICTOGRAMS, type Shape, SHAPES } from './index.ts';

describe('the seven badges', () => {
  test('are whole, in both languages, each with its own picture', () => {
    assert.deepEqual(BADGE_TEMPLATES.map(({ name }) => name.fr.replaceAll('\u00a0', ' ')), [
      'Territoire engagé', 'Référent numérique désigné', 'Acteur de la coordination', 'Bibliothèque partenaire', 'Participation à l’atelier RETEX', 'Numérique responsable : démarche engagée', 'Contributeur aux communs',
    ]);
    assert.equal(new Set(BADGE_TEMPLATES.map(({ code }) => code)).size, 7);
    for (const { name, description, criteria, evidence, tags, picture, digcomp } of BADGE_TEMPLATES) {
      for (const text of [name, description, criteria, evidence]) {
        assert.ok(text.fr.length > 8 && text.en.length > 6 && text.fr !== text.en, name.en);
        assert.doesNotMatch(text.fr, /'| [:;?!]/, name.fr);
      }
      assert.equal(criteria.fr.split('\n').length, criteria.en.split('\n').length, name.fr);
      assert.equal(tags.fr.length, tags.en.length);
      for (const language of ['fr', 'en'] as const) assert.ok(picture.text[language].length <= MOST_LETTERS);
      for (const code of digcomp) assert.ok(findCompetence(code), code);
    }
    assert.equal(new Set(BADGE_TEMPLATES.map(({ picture }) => drawBadge({ ...picture, text: '' }))).size, 7);
  });

  test('their pictograms stand out (WCAG 1.4.11) and their words are readable (1.4.3)', () => {
    for (const { picture } of BADGE_TEMPLATES) {
      assert.ok(contrast(picture.colour, picture.ground) >= 3, picture.pictogram);
      const words = /<text[^>]* fill="(#\w+)"/.exec(drawBadge({ ...picture, text: 'a' }))?.[1] ?? '';
      assert.ok(contrast(words, picture.colour) >= 4.5, picture.pictogram);
    }
  });
});

describe('pictures', () => {
  test('whatever is typed, the picture is one well-formed SVG without anything active', () => {
    const pictures = fc.record({ shape: fc.constantFrom(...(Object.keys(SHAPES) as Shape[])), pictogram: fc.constantFrom(...(Object.keys(PICTOGRAMS) as Pictogram[])), colour: fc.oneof(fc.constant('#252d80'), fc.string()), ground: fc.string(), text: fc.string({ unit: 'binary' }) });
    fc.assert(fc.property(pictures, fc.string({ unit: 'binary' }), (picture, title) => {
      const svg = drawBadge(picture, title);
      assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /);
      const opened = svg.match(/<(?![/!])[^>]*[^/]>/g)?.length;
      assert.equal(opened, svg.match(/<\//g)?.length);
      assert.doesNotMatch(svg.replace(/<text.*?<\/text>|<title>.*?<\/title>/gs, ''), /script|href|url\(|on\w+=/i);
    }));
  });

  test('what does not exist falls back', () => {
    const odd = { shape: '__proto__', pictogram: 'none', colour: 'red', ground: '"/><script/>', text: '' } as unknown as Parameters<typeof drawBadge>[0];
    assert.match(drawBadge(odd), /#252d80/);
    assert.doesNotMatch(drawBadge(odd), /script/);
  });
});

describe('ESCO and the national registers', () => {
  test('each competence but netiquette has one skill, and no two share one', () => {
    const codes = DIGCOMP_AREAS.flatMap(({ competences }) => competences.map(({ code }) => code));
    const skills = codes.map((code) => escoSkill(code)?.url);
    assert.deepEqual(codes.filter((code) => !escoSkill(code)), ['2.5']);
    assert.equal(new Set(skills).size, 21);
    for (const url of skills) assert.match(url ?? 'http://data.europa.eu/esco/skill/00000000-0000-4000-8000-000000000000', /^http:\/\/data\.europa\.eu\/esco\/skill\/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    assert.deepEqual(escoSkill('2.4')?.name, { en: 'collaborate through digital technologies', fr: 'Collaborer avec les technologies numériques' });
    for (const odd of ['6', '__proto__', 'toString', '']) assert.equal(escoSkill(odd), undefined);
  });

  test('a sheet is found by its number, as people write it', () => {
    for (const written of ['RNCP39848', 'rncp 39848', ' Rncp n° 39848 ']) assert.deepEqual(certificationSheet(written), { code: 'RNCP39848', framework: 'RNCP', url: 'https://www.francecompetences.fr/recherche/rncp/39848/' });
    assert.equal(certificationSheet('RS6893')?.url, 'https://www.francecompetences.fr/recherche/rs/6893/');
    for (const odd of ['39848', 'RNCP', 'RNCP39848x', 'RSA12', 'RNCP1234567']) assert.equal(certificationSheet(odd), undefined);
  });
});

describe('DigComp 2.2', () => {
  test('has its 5 areas and 21 competences, by their codes', () => {
    assert.deepEqual(DIGCOMP_AREAS.map(({ competences }) => competences.length), [3, 6, 4, 4, 4]);
    for (const { code, competences } of DIGCOMP_AREAS) competences.forEach((competence, at) => { assert.equal(competence.code, `${code}.${String(at + 1)}`); });
    assert.equal(findCompetence('2.4')?.name.en, 'Collaborating through digital technologies');
    assert.equal(findCompetence('6'), undefined);
  });
});
