/**
 * SurveyJS's expression language: `{age} >= 18 and {city} anyof ['Lille', 'Roubaix']`. Read once, run as often as
 * answers change, never with eval. Differences from SurveyJS are listed in docs/survey-conformance.md.
 */
import type { Node } from './ast.ts';
import { compile, holds, type Compiled, type Scope } from './compile.ts';
import { FUNCTIONS, isHostFunction } from './functions.ts';
import { expressionErrorText, type ExpressionErrorCode } from './messages.ts';
import { ExpressionSyntaxError, parse, type Limits } from './parse.ts';

export type { Node as ExpressionNode, Operator, UnaryOperator } from './ast.ts';
export type { Scope } from './compile.ts';
export type { ExpressionErrorCode } from './messages.ts';
export type { Limits as ExpressionLimits } from './parse.ts';
export { resolvePath, rootName } from './path.ts';
export { isEmpty, readAnswer, sameValue } from './values.ts';

export interface Expression {
  readonly text: string;
  readonly node: Node;
  /**
   * Every name read, as written and once: `q1`, `panel.x`, `matrix[0].col`, without the `#` of `{#q1}`, and those that functions
   * are given as texts (`displayValue('q1')`). See `rootName`. `?` when it looks at more than answers: what shows, what is required.
   */
  readonly dependencies: readonly string[];
  /** Every function called, once. */
  readonly functions: readonly string[];
  /** The value: null where SurveyJS has none, and where the values cannot be worked with. Never throws. */
  evaluate(scope: Scope): unknown;
  /** As a condition: the value is true, 1 or '1'. Never throws. */
  test(scope: Scope): boolean;
}

export interface ExpressionError {
  readonly code: ExpressionErrorCode;
  /** Characters before the place. */
  readonly at: number;
  /** The sentence for whoever wrote the expression. */
  text(locale: string): string;
}

export type ParseResult =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly error: ExpressionError };

/** Real conditions have under 2,000 characters; nested `iif` go to a few dozens. */
export const DEFAULT_LIMITS: Limits = { maxLength: 20_000, maxDepth: 100 };

/** Whether a function exists, here or (the survey's own) in the scope. */
export function isKnownFunction(name: string): boolean {
  return FUNCTIONS.has(name) || isHostFunction(name);
}

function collect(node: Node, names: Set<string>, functions: Set<string>): void {
  if (node.kind === 'name') names.add(node.name);
  else if (node.kind === 'list') node.items.forEach((item) => { collect(item, names, functions); });
  else if (node.kind === 'unary') collect(node.operand, names, functions);
  else if (node.kind === 'chain') [node.first, ...node.rest.map((each) => each.operand)].forEach((each) => { collect(each, names, functions); });
  else if (node.kind === 'call') {
    functions.add(node.name);
    const [named] = node.args;
    if (named && isHostFunction(node.name)) {
      const name = named.kind === 'value' && typeof named.value === 'string' ? named.value : '?';
      names.add(node.name === 'isContainerReady' || node.name === 'propertyValue' ? '?' : name);
      if (node.name === 'getComment') names.add(`${name}-Comment`);
    }
    node.args.forEach((arg) => { collect(arg, names, functions); });
  }
}

function build(text: string, limits: Limits): ParseResult {
  let node: Node;
  try {
    node = parse(text, limits);
  } catch (error) {
    if (!(error instanceof ExpressionSyntaxError)) throw error;
    const { code, at } = error;
    return { ok: false, error: { code, at, text: (locale) => expressionErrorText(code, locale, at, text.slice(at, at + 20)) } };
  }
  const names = new Set<string>();
  const functions = new Set<string>();
  collect(node, names, functions);
  const readCondition = (condition: string): Compiled | undefined => {
    const result = parseExpression(condition, limits);
    if (!result.ok) return undefined;
    const { expression } = result;
    expression.dependencies.forEach((name) => names.add(name));
    expression.functions.forEach((name) => functions.add(name));
    return (scope) => expression.evaluate(scope);
  };
  const run = compile(node, readCondition);
  const expression: Expression = {
    text,
    node,
    dependencies: [...names],
    functions: [...functions],
    evaluate: (scope) => {
      try {
        return run(scope);
      } catch {
        return null;
      }
    },
    test: (scope) => holds(run, scope),
  };
  return { ok: true, expression };
}

const CACHE_SIZE = 2000;
const cache = new Map<string, ParseResult>();

/** Reads an expression. The same text under the default limits gives the same object (the last 2,000 are kept). */
export function parseExpression(text: string, limits: Limits = DEFAULT_LIMITS): ParseResult {
  if (limits !== DEFAULT_LIMITS) return build(text, limits);
  let result = cache.get(text);
  if (!result) {
    result = build(text, limits);
    const oldest = cache.keys().next();
    if (cache.size >= CACHE_SIZE && !oldest.done) cache.delete(oldest.value);
    cache.set(text, result);
  }
  return result;
}
