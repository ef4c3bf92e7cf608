import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import Papa from 'papaparse';

import { strategyTemplate } from '../../content/strategy/index.ts';
import { recordId, type RecordId } from '../../record/id.ts';
import { addNode, graphOf, newStrategy, withNodePatch } from '../index.ts';
import { slidesOf } from '../slides.ts';
import { strategyToCsv } from './csv.ts';
import { strategyToDeck } from './deck.ts';
import { strategyToMarkdown } from './markdown.ts';

let made = 0;
const newId = (): RecordId => {
  made += 1;
  return recordId(Uint8Array.from({ length: 16 }, (_, at) => (at === 0 ? made & 255 : at === 1 ? made >> 8 : 9)));
};
const programme = strategyTemplate('programme', { newId });
const wicked = addNode(newStrategy(newId(), { name: '<img src=x onerror=alert(1)>' }), { id: newId(), kind: 'objective', text: '=HYPERLINK("https://x.example") | # <script>alert(1)</script>' });

describe('Markdown', () => {
  test('every reading is there, in both languages', () => {
    const text = strategyToMarkdown(programme);
    for (const words of ['## Carte d’impact', '## Théorie du changement', '## Mise en œuvre', '## Parties prenantes', '## Outils de suivi', '## Partager ce qu’on apprend', '- **Objectif** : Mise en place de la coordination locale', '(déjà décrit plus haut)', '(sans réponse)', 'Les indicateurs (à valider)']) {
      assert.ok(text.includes(words.replaceAll(' :', '\u00a0:')), words);
    }
    assert.match(strategyToMarkdown(strategyTemplate('programme', { newId, locale: 'en' }), { locale: 'en' }), /## Theory of change[\s\S]*without an answer/);
  });

  test('nothing that people typed is markup', () => {
    const text = strategyToMarkdown(wicked);
    assert.ok(!/(?<!\\)<(img|script)/.test(text));
    assert.ok(text.includes('\\| \\#'));
  });
});

describe('CSV', () => {
  test('a row a node and a stakeholder, no formula', () => {
    const rows = Papa.parse<string[]>(strategyToCsv(programme).slice(1).trim(), { delimiter: ';' }).data;
    assert.equal(rows.length, 1 + programme.nodes.length + programme.stakeholders.length);
    assert.ok(rows.every((row) => row.length === rows[0]?.length));
    assert.ok(rows.some((row) => row[1] === 'Impact' && row[3] === 'La commune accompagnée | Les acteurs du territoire | La Métropole européenne de Lille (MEL)'));
    assert.ok(Papa.parse<string[]>(strategyToCsv(wicked), { delimiter: ';' }).data[1]?.[2]?.startsWith("'=HYPERLINK"));
  });
});

describe('slides', () => {
  test('say what the strategy says; what is empty has none', () => {
    const titles = slidesOf(programme).map(({ title }) => title);
    assert.equal(titles[0], programme.name);
    for (const title of ['Carte d’impact', 'Théorie du changement', 'Obstacles sans réponse', 'Mise en œuvre', 'Impliquer dans la conception', 'Partager avec', 'Outils de suivi']) assert.ok(titles.some((each) => each.startsWith(title)), title);
    assert.deepEqual(slidesOf(newStrategy(newId())).map(({ kind }) => kind), ['cover']);
  });

  test('a long list goes on over several slides, and loses nothing', () => {
    let strategy = newStrategy(newId());
    for (let at = 0; at < 60; at += 1) strategy = addNode(strategy, { id: newId(), kind: 'objective', text: `Objectif ${String(at)}` });
    const lists = slidesOf(strategy).flatMap((slide) => (slide.kind === 'list' ? [slide] : []));
    assert.ok(lists.length >= 4 && lists.every(({ lines }) => lines.length <= 15));
    assert.equal(lists.flatMap(({ lines }) => lines).length, 60);
  });

  test('an obstacle that an action answers is no longer said to be without an answer', () => {
    const obstacle = graphOf(programme).of('obstacle')[0];
    assert.ok(obstacle);
    const listed = (slides: ReturnType<typeof slidesOf>): boolean => slides.some((slide) => slide.kind === 'list' && slide.lines.includes(obstacle.text));
    assert.equal(listed(slidesOf(programme)), true);
    assert.equal(listed(slidesOf(programme, { actions: [{ id: newId(), derivedFrom: [obstacle.id] }] })), false);
    assert.equal(listed(slidesOf(withNodePatch(programme, obstacle.id, { replies: [{ id: 'r', title: 'x' }] }))), false);
  });
});

describe('the deck', () => {
  test('is one file that asks nobody, and in which what people typed is text', () => {
    const deck = strategyToDeck(wicked, { locale: 'en' });
    assert.match(deck, /<html lang="en">/);
    assert.ok(!deck.includes('<img') && !deck.includes('<script>alert'));
    assert.ok(!/(src|href)=/.test(deck.replaceAll('src=x', '')));
    assert.equal(strategyToDeck(programme).split('<section').length - 1, slidesOf(programme).length);
  });
});
