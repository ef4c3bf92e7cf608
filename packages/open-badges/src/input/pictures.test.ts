import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { badge, signer } from '../testing/badges.ts';
import { codes, judge, stateOf } from '../testing/judge.ts';
import { baked, chunk, OB3_NAMESPACE, png, svg, type TextChunk } from '../testing/pictures.ts';
import { claims, tokenSigner } from '../testing/tokens.ts';
import { isSvg } from './sniff.ts';
import { readSvgBadge } from './svg.ts';

const key = await signer();
const signed = JSON.stringify(await key.sign(badge(key.did)));
const issuer = await tokenSigner();
const token = await issuer.sign(claims(badge(issuer.did), issuer.did));

describe('PNG', () => {
  const kinds: Readonly<Record<string, TextChunk>> = {
    iTXt: { type: 'iTXt', text: signed }, 'iTXt, compressed': { type: 'iTXt', text: signed, compressed: true },
    'tEXt, which holds UTF-8 in practice': { type: 'tEXt', text: signed }, zTXt: { type: 'zTXt', text: signed },
    'the keyword of version 2': { type: 'iTXt', keyword: 'openbadges', text: signed }, 'a token': { type: 'iTXt', text: token },
  };
  for (const [name, part] of Object.entries(kinds)) {
    test(`reads ${name}`, async () => {
      assert.equal(await stateOf(png([part])), 'verified');
    });
  }

  test('tEXt with the address of the badge', async () => {
    const picture = png([{ type: 'tEXt', keyword: 'openbadges', text: 'https://hub.example/badge.json' }]);
    assert.equal(await stateOf(picture, { 'https://hub.example/badge.json': signed }), 'verified');
    assert.deepEqual(codes(await judge(picture)), ['input.url']);
    assert.equal(await stateOf(picture, { 'https://hub.example/badge.json': 'https://hub.example/badge.json' }), 'unreadable');
  });

  test('takes the first of several, the newer kind before the older, and says so', async () => {
    const verdict = await judge(png([{ type: 'iTXt', keyword: 'openbadges', text: '{}' }, { type: 'iTXt', text: signed }, { type: 'iTXt', text: '{}' }]));
    assert.equal(verdict.state, 'verified');
    assert.ok(codes(verdict).includes('png.several'));
  });

  test('a picture without a badge, cut, damaged, or swollen', async () => {
    const whole = baked(signed);
    const damaged = Buffer.from(whole);
    damaged[damaged.length - 20] = 0xff ^ (damaged[damaged.length - 20] ?? 0);
    const expected: readonly (readonly [Uint8Array, string])[] = [
      [png([]), 'png.missing'], [whole.subarray(0, 200), 'png.truncated'], [whole.subarray(0, 8), 'png.truncated'], [whole.subarray(0, -12), 'png.truncated'], [damaged, 'png.crc'],
      [png([{ type: 'iTXt', text: Buffer.alloc(100_000_000), compressed: true }]), 'png.compressed'], [png([{ type: 'zTXt', text: Buffer.alloc(100_000_000) }]), 'png.compressed'],
      [Buffer.concat([whole.subarray(0, 33), chunk('iTXt', Buffer.from('openbadgecredential\0'))]), 'png.truncated'],
    ];
    for (const [bytes, code] of expected) {
      const verdict = await judge(bytes);
      assert.equal(verdict.state, 'unreadable');
      assert.deepEqual(codes(verdict), [code]);
    }
  });

  test('a picture that claims billions of pixels is judged without being drawn', async () => {
    assert.ok(codes(await judge(png([{ type: 'iTXt', text: signed }], 60_000))).includes('png.dimensions'));
  });
});

describe('SVG', () => {
  const wrap = (inner: string, attributes = ''): string => `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`;
  const escaped = signed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('é', '&#233;');
  const good: Readonly<Record<string, string>> = {
    'JSON in a CDATA section': svg(signed),
    'another prefix': wrap(`<ob:credential><![CDATA[${signed}]]></ob:credential>`, `xmlns:ob="${OB3_NAMESPACE}"`),
    'no prefix': wrap(`<credential xmlns="${OB3_NAMESPACE}">${escaped}</credential>`),
    'entities': wrap(`<o:credential>${escaped}</o:credential>`, `xmlns:o='${OB3_NAMESPACE}'`),
    'a token in the attribute': wrap(`<o:credential verify="${token}"/>`, `xmlns:o="${OB3_NAMESPACE}"`),
    'the element of version 2': wrap(`<o:assertion verify="https://hub.example/1"><![CDATA[${signed}]]></o:assertion>`, 'xmlns:o="http://openbadges.org"'),
  };
  for (const [name, picture] of Object.entries(good)) {
    test(`reads ${name}`, async () => {
      const verdict = await judge(picture);
      assert.equal(verdict.state, 'verified', codes(verdict).join());
    });
  }

  test('an element of the right name in another namespace, or in a comment, is no badge', () => {
    assert.equal(readSvgBadge(wrap(`<o:credential>{}</o:credential>`, 'xmlns:o="https://purl.imsglobal.org.evil.example/ob/v3p0"')), 'svg.missing');
    assert.equal(readSvgBadge(wrap(`<!-- <o:credential>{}</o:credential> -->`, `xmlns:o="${OB3_NAMESPACE}"`)), 'svg.missing');
    assert.equal(readSvgBadge(wrap(`<text><![CDATA[<o:credential>{}</o:credential>]]></text>`, `xmlns:o="${OB3_NAMESPACE}"`)), 'svg.missing');
  });

  test('document types, entities and broken markup are refused', async () => {
    assert.deepEqual(codes(await judge(`<!DOCTYPE svg [<!ENTITY a "b">]>${svg(signed)}`)), ['svg.doctype']);
    for (const broken of ['<svg><a', '<svg a="1" a="2"><b/></svg>', '<svg></svg></svg>', '<svg><!-- ', `<svg xmlns:o="${OB3_NAMESPACE}"><o:credential>`]) assert.equal(readSvgBadge(broken), 'svg.syntax', broken);
    assert.deepEqual(readSvgBadge(wrap('<o:credential>&toString;&constructor;</o:credential>', `xmlns:o="${OB3_NAMESPACE}"`)), { text: '&toString;&constructor;' });
  });

  test('markup made to be slow ends at once', () => {
    assert.equal(isSvg('<!-- -->'.repeat(100_000)), false);
    assert.equal(readSvgBadge(`<svg xmlns:o="${OB3_NAMESPACE}"><o:credential>${'<![CDATA['.repeat(200_000)}</svg>`), 'svg.syntax');
    assert.equal(readSvgBadge(`<svg xmlns:o="${OB3_NAMESPACE}"><o:credential>${'<![CDATA[]]>'.repeat(200_000)}</svg>`), 'svg.syntax');
    assert.equal(readSvgBadge(`<svg>${'<a xmlns:b="c">'.repeat(600)}`), 'svg.syntax');
  });
});
