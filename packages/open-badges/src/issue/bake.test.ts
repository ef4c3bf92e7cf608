import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';

import { pngInfo, readChunks, readPngBadge } from '../input/png.ts';
import { readSvgBadge } from '../input/svg.ts';
import { award, freshKey } from '../testing/awards.ts';
import { NOW } from '../testing/badges.ts';
import { stateOf } from '../testing/judge.ts';
import { png } from '../testing/pictures.ts';
import { bakePng, bakeSvg } from './bake.ts';
import { issue } from './issue.ts';
import { IssueError } from './problems.ts';

const key = await freshKey();
const { text } = await issue(award(key, { narrative: 'Un ]]> et un </openbadges:credential>, & « voilà ».' }), { key, now: NOW });
const SVG = '<?xml version="1.0"?>\n<!-- <svg> --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle r="4"/></svg>';
const refuses = (act: () => unknown, code: string): void => { assert.throws(act, (error) => error instanceof IssueError && error.problems[0]?.code === code); };

describe('baking into PNG', () => {
  test('the picture carries the badge once, and is the same picture', async () => {
    const baked = bakePng(png([], 3), text);
    assert.equal(await stateOf(baked), 'verified');
    const chunks = readChunks(baked);
    assert.ok(typeof chunks !== 'string');
    assert.deepEqual(chunks.map(({ type }) => type), ['IHDR', 'iTXt', 'IDAT', 'IEND']);
    assert.deepEqual(pngInfo(chunks), { width: 3, height: 3 });
  });

  test('a baked picture that is baked again carries the new badge alone', async () => {
    const chunks = readChunks(bakePng(bakePng(png([{ type: 'tEXt', keyword: 'openbadges', text: 'https://old.example/' }, { type: 'tEXt', keyword: 'Author', text: 'x' }]), '{"old":1}'), text));
    assert.ok(typeof chunks !== 'string');
    assert.deepEqual(await readPngBadge(chunks), { text, keyword: 'openbadgecredential', count: 1 });
    assert.equal(chunks.filter(({ type }) => type === 'tEXt').length, 1);
  });

  test('the older keyword for a hosted badge', async () => {
    const chunks = readChunks(bakePng(png([]), 'https://badges.hub.example/1.json', 2));
    assert.ok(typeof chunks !== 'string');
    assert.deepEqual(await readPngBadge(chunks), { text: 'https://badges.hub.example/1.json', keyword: 'openbadges', count: 1 });
  });

  test('no PNG, or half of one', () => {
    refuses(() => bakePng(new TextEncoder().encode(SVG), text), 'picture.png');
    refuses(() => bakePng(png([]).subarray(0, 40), text), 'picture.png');
  });
});

describe('baking into SVG', () => {
  test('right after the root, and the badge is the same', async () => {
    const baked = bakeSvg(SVG, text);
    assert.match(baked, /viewBox="0 0 8 8"><openbadges:credential /);
    assert.ok(baked.endsWith('<circle r="4"/></svg>'));
    assert.equal(await stateOf(baked), 'verified');
  });

  test('again, a token, an address', async () => {
    const token = (await issue(award(key), { key, now: NOW, form: 'jwt' })).text;
    const baked = bakeSvg(bakeSvg(bakeSvg(SVG, text), 'https://badges.hub.example/?a=1&b=2', 2), token);
    assert.equal(await stateOf(baked), 'verified');
    assert.equal(baked.match(/<openbadges:/g)?.length, 1);
    assert.deepEqual(readSvgBadge(bakeSvg(SVG, 'https://badges.hub.example/?a=1&b=2', 2)), { text: 'https://badges.hub.example/?a=1&b=2' });
  });

  test('an element of that name in another vocabulary stays', () => {
    assert.match(bakeSvg('<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="urn:x"><x:credential>a</x:credential></svg>', text), /<x:credential>a</);
  });

  test('no SVG, a document type, an empty root', () => {
    for (const source of ['', '<p/>', `<!DOCTYPE svg>${SVG.slice(21)}`, '<svg xmlns="http://www.w3.org/2000/svg"/>', '<!-- <svg>']) refuses(() => bakeSvg(source, text), 'picture.svg');
  });

  test('any JSON comes back as it was', () => {
    fc.assert(fc.property(fc.dictionary(fc.string({ unit: 'binary', minLength: 1 }), fc.string({ unit: 'binary' })), (value) => {
      const json = JSON.stringify(value);
      const read = readSvgBadge(bakeSvg(SVG, json));
      assert.ok(typeof read !== 'string');
      assert.deepEqual(JSON.parse(read.text), JSON.parse(json));
    }), { numRuns: 300 });
  });
});
