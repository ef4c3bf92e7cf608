import { describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { DEFAULT_LIMITS, isKnownFunction, parseExpression, resolvePath, rootName, type Expression, type Scope } from './index.ts';

const scope = (answers: Record<string, unknown>, more: Partial<Scope> = {}): Scope => ({ get: (path) => resolvePath(answers, path), ...more });

function read(text: string): Expression {
  const result = parseExpression(text);
  assert.ok(result.ok, `${text} should be read`);
  return result.expression;
}

function refused(text: string, limits = DEFAULT_LIMITS): { code: string; at: number; text: (locale: string) => string } {
  const result = parseExpression(text, limits);
  assert.ok(!result.ok, `${text.slice(0, 80)} should be refused`);
  return result.error;
}

const run = (text: string, answers: Record<string, unknown> = {}, more: Partial<Scope> = {}): unknown => read(text).evaluate(scope(answers, more));

describe('reading', () => {
  test('the same text gives the same expression', () => {
    assert.equal(read('{a} = 1'), read('{a} = 1'));
  });

  test('names and functions are listed once, as written, those of a quoted condition too', () => {
    const expression = read("iif({panel.x} > {#m[0].c}, sum({q 1}, {q 1}), sumInArray({rows}, 'n', '{kind} = {q-2}'))");
    assert.deepEqual([...expression.dependencies].sort(), ['kind', 'm[0].c', 'panel.x', 'q 1', 'q-2', 'rows']);
    assert.deepEqual([...expression.functions].sort(), ['iif', 'sum', 'sumInArray']);
    assert.deepEqual(['q', 'm[0].c', 'panel.x', '$q1.isVisible'].map(rootName), ['q', 'm', 'panel', 'q1']);
  });

  test('functions are known by name, without those of a prototype', () => {
    assert.ok(isKnownFunction('dateAdd') && isKnownFunction('displayValue'));
    assert.ok(!isKnownFunction('datAdd') && !isKnownFunction('constructor') && !isKnownFunction('toString'));
  });

  test('an error says where and what, in French and in English', () => {
    const places: [string, string, number][] = [
      ['', 'empty', 0], ['  ', 'empty', 2], ['{a} =', 'unfinished', 5], ['{a} = 1 )', 'unexpected', 8], ['{a} @ 2', 'unexpected', 4],
      ["{a} = 'x", 'string', 6], [`{a} = 'say "x"'`, 'string', 6], ['{{a}} > 1', 'name', 0], ['{}', 'name', 0], ['{a} anyof [1, 2', 'list', 10],
      ['007', 'unexpected', 1], ['{a} ++', 'unexpected', 5],
    ];
    for (const [text, code, at] of places) {
      const error = refused(text);
      assert.deepEqual([error.code, error.at], [code, at], text);
      assert.match(error.text('fr-FR'), /^L’expression|^Le |^La /);
      assert.match(error.text('en'), /^The /);
    }
    assert.match(refused('{a} @ 2').text('fr'), /« @ 2 » \(position 5\)/);
  });
});

describe('limits', () => {
  test('a text that is too long or too nested is refused, never run', () => {
    assert.equal(refused(`{a} = '${'x'.repeat(DEFAULT_LIMITS.maxLength)}'`).code, 'tooLong');
    for (const open of ['(', '[', '!', 'sum(', 'negate ', 'iif({a} = 1, 2, ']) {
      assert.equal(refused(`${open.repeat(150)}1`).code, 'tooDeep', open);
      assert.equal(refused(open.repeat(100_000)).code, 'tooLong', open);
    }
    assert.equal(refused('((1))', { maxLength: 100, maxDepth: 1 }).code, 'tooDeep');
    assert.equal(refused('1 + 1', { maxLength: 4, maxDepth: 9 }).code, 'tooLong');
  });

  test('a long chain at one level is neither deep nor refused', () => {
    const text = Array.from({ length: 1500 }, (_, index) => `{q${String(index)}}=1`).join(' or ');
    assert.equal(read(text).test(scope({ q1499: 1 })), true);
    assert.equal(read(text).test(scope({})), false);
  });

  test('conditions quoted in conditions stay bounded', () => {
    assert.equal(run(`sumInArray({m}, 'n', 'sumInArray({m}, \\'n\\', \\'{n} > 1\\') > 0')`, { m: [{ n: 1, m: [{ n: 2 }] }, { n: 4, m: [] }] }), 1);
  });
});

describe('hostile input', () => {
  test('no path reaches a prototype', () => {
    for (const path of ['__proto__', 'constructor', 'a.constructor', 'a.__proto__.x', 'a[0].constructor.name', 'toString', 'a.length.constructor', 'hasOwnProperty']) {
      assert.equal(resolvePath({ a: [{}] }, path), undefined, path);
      assert.equal(run(`{${path}}`, { a: [{}] }), null, path);
    }
    assert.equal(run("sumInArray({a}, 'constructor')", { a: [{}] }), 0);
    assert.equal(run("maxInArray({a}, 'n', 'constructor')", { a: [{ n: 1 }] }), undefined);
    assert.equal(run("constructor('return 1')"), null);
  });

  test('an own answer of that name is an answer', () => {
    assert.equal(run('{constructor} + 1', JSON.parse('{"constructor":1}') as Record<string, unknown>), 2);
  });

  test('values that JavaScript cannot convert give null or false, never an exception', () => {
    const evil = { toString: 1, valueOf: 1, length: 'x', equals: 1 };
    const answers = { a: evil, b: [evil, evil], c: Object.create(null) as unknown };
    for (const name of ['a', 'b', 'c']) {
      for (const text of ['{x} = 1', '{x} > 1', '{x} + 1', "{x} contains 'a'", '{x} anyof [1]', 'sum({x})', 'round({x})', 'trunc({x}, 1)', 'min({x}, 1)', 'dateAdd({x}, 1)',
        "dateDiff({x}, {x}, {x})", '{x} = {x}', '{x} = {b}', '{x} ^ {x}', "sumInArray({x}, 'length')", 'getDate({x})', '{x}', '!{x}', 'null empty', '[1, null]', 'age({x})']) {
        const expression = read(text.replaceAll('{x}', `{${name}}`));
        assert.doesNotThrow(() => expression.evaluate(scope(answers)), text);
        assert.equal(typeof expression.test(scope(answers)), 'boolean', text);
      }
    }
  });

  test('a scope that throws counts as no value', () => {
    const broken = scope({}, { get: () => { throw new Error('lost'); } });
    assert.equal(read('{a} + 1').evaluate(broken), null);
    assert.equal(read('{a} = 1').test(broken), false);
  });

  test('answers are never changed, dates included', () => {
    const answers = { d: new Date(2024, 4, 1, 10, 20, 30, 400), l: ['b', 'a'] };
    const before = structuredClone(answers);
    run("{d} > '2024-05-01' and {l} = ['a', 'b'] and {d} = '2024-05-01'", answers);
    assert.deepEqual(answers, before);
  });
});

describe('the scope', () => {
  test('time comes from the scope; without it, dates of today are invalid', () => {
    const now = (): Date => new Date(2026, 5, 15, 9, 30);
    assert.deepEqual(run('today()', {}, { now }), new Date(2026, 5, 15));
    assert.deepEqual(run('today(-1)', {}, { now }), new Date(2026, 5, 14));
    assert.equal(run("age('1980-06-15')", {}, { now }), 46);
    assert.equal(run("age('1980-06-16')", {}, { now }), 45);
    assert.equal(run('{d} < today()', { d: '2026-06-14' }, { now }), true);
    assert.equal(run('today() > {d}', { d: '2026-06-14' }), false);
  });

  test('the survey answers the functions that need it, and its own', () => {
    const call = (name: string, args: readonly unknown[]): unknown => `${name}:${args.join('|')}`;
    assert.equal(run("displayValue('q') + '!'", {}, { call }), 'displayValue:q!');
    assert.equal(run('ours({a}, 2)', { a: 1 }, { call }), 'ours:1|2');
    assert.equal(run('ours(1)'), null);
  });

  test('a row condition finds the row first, then the survey', () => {
    const answers = { limit: 2, n: 99, m: [{ n: 1 }, { n: 2 }, { n: 3 }] };
    assert.equal(run("sumInArray({m}, 'n', {n} >= {limit})", answers), 5);
    assert.equal(run("countInArray({m}, 'n', '{n} < {limit}')", answers), 1);
    class Survey implements Scope {
      get(path: string): unknown { return resolvePath(answers, path); }
      call(name: string): unknown { return name === 'least' ? this.get('limit') : null; }
    }
    assert.equal(read("sumInArray({m}, 'n', {n} >= least())").evaluate(new Survey()), 5);
  });

  test('a ranking is compared in order', () => {
    const answers = { r: ['b', 'a'] };
    assert.equal(run("{r} = ['a', 'b']", answers), true);
    assert.equal(run("{r} = ['a', 'b']", answers, { ordered: (path) => path === 'r' }), false);
  });
});

test('paths: dots in names, any case, indexes from both ends', () => {
  const answers = { 'a.b': { c: 1 }, a: { b: { c: 2 }, d: [{ e: 3 }, { e: 4 }] }, Name: 'x' };
  assert.equal(resolvePath(answers, 'a.b.c'), 1);
  assert.equal(resolvePath(answers, 'a.d[1].e'), 4);
  assert.equal(resolvePath(answers, 'a.d[-1].E'), 4);
  assert.equal(resolvePath(answers, 'a.d[2].e'), undefined);
  assert.equal(resolvePath(answers, 'a.d.length'), 2);
  assert.equal(resolvePath(answers, 'name'), 'x');
  assert.equal(resolvePath(undefined, 'name'), undefined);
});
