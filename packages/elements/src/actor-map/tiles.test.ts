import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { tileAddress, tilesOf } from './tiles.ts';

const BASE = 'https://commune.example/carte/';

describe('background pictures', () => {
  test('are of the page’s choice, with whose they are', () => {
    const tiles = tilesOf('https://tuiles.example/{z}/{x}/{y}.png?cle=1', ' © Exemple ', BASE);
    assert.ok(tiles);
    assert.deepEqual({ ...tiles }, { template: 'https://tuiles.example/{z}/{x}/{y}.png?cle=1', attribution: '© Exemple' });
    assert.equal(tileAddress(tiles, [3, 4, 5]), 'https://tuiles.example/5/3/4.png?cle=1');
    assert.ok(tilesOf('/fond/{z}/{x}/{y}.png', 'IGN', BASE), 'from the page’s own site');
  });

  test('what cannot be used is none: no numbers, no owner, not the web', () => {
    for (const [template, attribution] of [['', 'IGN'], ['https://a.example/{z}/{x}.png', 'IGN'], ['https://a.example/{z}/{x}/{y}.png', '  '], ['javascript:alert({x}{y}{z})', 'IGN'], ['data:,{x}{y}{z}', 'IGN']] as const) assert.equal(tilesOf(template, attribution, BASE), undefined, template);
  });
});
