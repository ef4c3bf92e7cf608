import { test, describe } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseRichText, plainText, type RichNode } from './rich-text.ts';

/** What a view would build, written back: tags in brackets, so that no `<` of a text is taken for one. */
function show(nodes: readonly RichNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      const href = node.href === undefined ? '' : ` ${node.href}`;
      return `[${node.tag}${href}|${show(node.children)}]`;
    })
    .join('');
}
const read = (source: string, pipe?: (name: string) => string) => show(parseRichText(source, pipe));

describe('parseRichText keeps what a definition may say', () => {
  const cases: [string, string][] = [
    ['Bonjour', 'Bonjour'],
    ['a < b & c > d', 'a < b & c > d'],
    ['<p>Un <STRONG>mot</STRONG></p>', '[p|Un [strong|mot]]'],
    ['a<br>b<br/>c', 'a[br|]b[br|]c'],
    ['<ul><li>un<li>deux</ul>fin', '[ul|[li|un][li|deux]]fin'],
    ['<p>un<p>deux', '[p|un][p|deux]'],
    ['<table><tr><td>1<td>2<tr><td>3</table>', '[table|[tr|[td|1][td|2]][tr|[td|3]]]'],
    ['<h2 class="x" style="color:red">Titre</h2>', '[h2|Titre]'],
    ['<span>a</span><font>b</font>', 'ab'],
    ['&eacute;t&#233; &#xE9; &lt;b&gt; &nbsp;&amp;amp; &unknown; &#0;', 'été é <b> \u00a0&amp; &unknown; \ufffd'],
    ['<a href="https://a.example/x?y=1&amp;z=2" target="_blank">lien</a>', '[a https://a.example/x?y=1&z=2|lien]'],
    ["<a href='mailto:dpo@commune.example'>dpo</a>", '[a mailto:dpo@commune.example|dpo]'],
    ['<a href=/mentions#rgpd>m</a> <a href="page:2/x">p</a>', '[a /mentions#rgpd|m] p'],
    ['<img src="https://t.example/p.gif" alt="Le beffroi">', 'Le beffroi'],
    ['a<!-- <b> -->b', 'ab'],
    ['<b>gras', '[b|gras]'],
    ['gras</b></p>', 'gras'],
  ];
  for (const [source, expected] of cases) test(source, () => { assert.equal(read(source), expected); });

  test('a heading says its level', () => {
    assert.deepEqual(parseRichText('<h3>T</h3>'), [{ tag: 'h3', level: 3, children: ['T'] }]);
  });
});

describe('parseRichText drops what could act', () => {
  const cases: [string, string][] = [
    ['a<script>alert(1)</script>b', 'ab'],
    ['a<SCRIPT src=x>alert("</p>")</ScRiPt >b', 'ab'],
    ['a<script>never closed', 'a'],
    ['<style>*{display:none}</style>x', 'x'],
    ['<iframe src="javascript:alert(1)"><b>in</b></iframe>x', 'x'],
    ['<svg onload=alert(1)><script>alert(1)</script><text>t</text></svg>x', 'x'],
    ['<math><mtext><img src=x onerror=alert(1)></mtext></math>x', 'x'],
    ['<img src=x onerror=alert(1)>', ''],
    ['<b onclick="alert(1)">x</b>', '[b|x]'],
    ['<a href="javascript:alert(1)">x</a>', 'x'],
    ['<a href="&#106;avascript&colon;alert(1)">x</a>', 'x'],
    ['<a href="java\nscript:alert(1)">x</a>', 'x'],
    ['<a href=" \u0001javascript:alert(1)">x</a>', 'x'],
    ['<a href="JaVaScRiPt&#58;alert(1)">x</a>', 'x'],
    ['<a href="data:text/html,<script>1</script>">x</a>', 'x'],
    ['<a href="vbscript:x">x</a>', 'x'],
    ['<a href="blob:https://a.example/1">x</a>', 'x'],
    ['<a onclick="x" data-href="javascript:1">x</a>', 'x'],
    ['<form action="https://evil.example"><input name=a><button>Envoyer</button></form>', 'Envoyer'],
    ['<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=x"><link rel=stylesheet href=x>t', 't'],
    ['<<b>b</b>', '<[b|b]'],
    ['<b <i>x', '[b|x]'],
    ['<p title="a>b">x', '[p|x]'],
    ['<script', '<script'],
    ['<?php echo 1 ?>x', 'x'],
    ['<!DOCTYPE html>x', 'x'],
    ['<x-evil onfocus=1>x</x-evil>', 'x'],
  ];
  for (const [source, expected] of cases) test(source, () => { assert.equal(read(source), expected); });
});

describe('piping', () => {
  const answers: Record<string, string> = { nom: '<img src=x onerror=alert(1)>', lien: 'javascript:alert(1)', amp: '&lt;b&gt;{nom}' };
  const pipe = (name: string) => answers[name] ?? '';
  test('an answer is text, whatever it holds', () => {
    assert.equal(read('<p>Bonjour {nom} et { nom }</p>', pipe), '[p|Bonjour <img src=x onerror=alert(1)> et <img src=x onerror=alert(1)>]');
    assert.equal(read('{amp}', pipe), '&lt;b&gt;{nom}');
  });
  test('an answer cannot become an address or an attribute', () => {
    assert.equal(read('<a href="{lien}">x</a>', pipe), '[a javascript%3Aalert(1)|x]');
    assert.equal(read('<a href="https://a.example/?n={nom}">x</a>', pipe), '[a https://a.example/?n=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E|x]');
  });
  test('without a pipe the braces stay', () => { assert.equal(read('{nom}'), '{nom}'); });
  test('markup split around a name does not make one', () => {
    assert.equal(read('<{nom}>', () => 'script'), '<script>');
  });
});

test('plainText gives the words, blocks kept apart', () => {
  assert.equal(plainText('<p>Un <b>mo</b>t</p><p>deux</p><ul><li>a</li><li>{x}</li></ul>', () => '<b>'), 'Un mot deux a <b>');
});

describe('bounds', () => {
  test('depth, number of tags and length are limited; text is kept', () => {
    const deep = parseRichText('<b>'.repeat(2000) + 'x');
    let depth = 0;
    for (let node = deep[0]; typeof node === 'object'; node = node.children[0]) depth++;
    assert.ok(depth <= 30);
    assert.match(show(deep), /x/);
    assert.match(read('<i>a</i>'.repeat(20_000)), /^(\[i\|a\])+/);
  });
  test('hostile inputs are read to the end', () => {
    for (const unit of ['<', '<a ', '<a "', "<a href='", '<script', '<script>', '<!--', '&#', '{', '<b x="<', '</']) {
      assert.ok(parseRichText(unit.repeat(50_000)).length > 0 || unit.startsWith('<'), unit);
    }
  });
  test('any string gives only listed tags, addresses that are safe, and never throws', () => {
    const pieces = fc.array(fc.oneof(fc.string(), fc.constantFrom(
      '<a href="', '">', '<p', '<script>', '</script>', 'javascript:', '&#x6a;', '<img alt=', '{n}', '<!--', '-->', '<svg/onload=', "'", ' href=', '</a>',
    )), { maxLength: 30 });
    const check = (nodes: readonly RichNode[]): void => {
      for (const node of nodes) {
        if (typeof node === 'string') continue;
        assert.match(node.tag, /^[a-z]+[1-6]?$/);
        // An address that no parser accepts leads nowhere.
        const url = node.href === undefined ? null : URL.parse(node.href, 'https://page.example/');
        if (url) assert.match(url.protocol, /^(https?|mailto):$/);
        check(node.children);
      }
    };
    fc.assert(fc.property(pieces, (parts) => { check(parseRichText(parts.join(''), () => 'javascript:x')); }), { numRuns: 500 });
  });
});
