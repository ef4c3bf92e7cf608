/** Turns a tree into closures, once, so that running an expression again reads no text. */
import type { Node } from './ast.ts';
import { FUNCTIONS, isHostFunction } from './functions.ts';
import { BINARY } from './operators.ts';
import { resolvePath } from './path.ts';
import { isEmpty, readAnswer } from './values.ts';

/** Where an expression finds values, and what its functions may ask. */
export interface Scope {
  /** The value of `{path}`, undefined when there is none. Plain data: `(path) => resolvePath(answers, path)`. */
  get(path: string): unknown;
  /** Whether the order counts when this value is compared: true for a ranking. */
  ordered?(path: string): boolean;
  /** `isContainerReady`, `isDisplayMode`, `displayValue`, `propertyValue`, `getComment`, and the host's own functions. */
  call?(name: string, args: readonly unknown[]): unknown;
  /** For `today()`, `currentDate()`, `age()`…; without it they give invalid dates, as this package has no clock. */
  now?(): Date;
  /** The scope of a row inside `sumInArray` and its kin; by default the row's cells, then this scope. */
  row?(row: unknown): Scope;
}

export type Compiled = (scope: Scope) => unknown;

/** Reads the text of a condition given as a string (`sumInArray({m}, 'n', '{x} > 1')`); undefined when it cannot be read. */
type Reader = (text: string) => Compiled | undefined;

/** SurveyJS's own loose test: true, 1 and '1' hold, 2 does not. */
const isTrue = (value: unknown): boolean => value == true;

/** As a condition, never throwing. */
export function holds(run: Compiled, scope: Scope): boolean {
  try {
    return isTrue(run(scope));
  } catch {
    return false;
  }
}

function rowScope(outer: Scope, row: unknown): Scope {
  return (
    outer.row?.(row) ?? {
      get: (path) => resolvePath(row, path) ?? outer.get(path),
      now: () => outer.now?.() ?? new Date(NaN),
      ...(outer.call && { call: (name: string, args: readonly unknown[]) => outer.call?.(name, args) }),
    }
  );
}

function compileName(name: string, raw: boolean): Compiled {
  let missing: unknown = name.endsWith('.length') ? 0 : null;
  if (name.indexOf(':') > 0) {
    // {"key": 1}: an object written where a name is expected.
    try {
      missing = JSON.parse(`{${name}}`);
    } catch {
      // Not an object: a name that holds a colon.
    }
  }
  return (scope) => {
    const value = scope.get(name);
    return value === undefined ? missing : raw ? value : readAnswer(value);
  };
}

function compileCall(name: string, nodes: readonly Node[], read: Reader): Compiled {
  const args = nodes.map((node) => compile(node, read));
  const run = FUNCTIONS.get(name);
  if (!run) {
    // Without a survey around it SurveyJS answers false or undefined; to an unknown function, null.
    const alone = name === 'isContainerReady' ? false : isHostFunction(name) ? undefined : null;
    return (scope) => (scope.call ? scope.call(name, args.map((arg) => arg(scope))) : alone);
  }
  const conditions = name.endsWith('InArray')
    ? nodes.map((node, index) => {
        if (node.kind !== 'value' || typeof node.value !== 'string' || node.value === '') return args[index];
        return read(node.value) ?? (() => false);
      })
    : [];
  return (scope) =>
    run(args.map((arg) => arg(scope)), {
      now: () => scope.now?.() ?? new Date(NaN),
      nodes,
      holds: (index, row) => {
        const condition = conditions[index];
        return condition !== undefined && holds(condition, rowScope(scope, row));
      },
    });
}

/** The closure of a tree. `read` reads conditions written as strings. */
export function compile(node: Node, read: Reader): Compiled {
  switch (node.kind) {
    case 'value': {
      const { value } = node;
      return () => value;
    }
    case 'name':
      return compileName(node.name, node.raw);
    case 'list': {
      const items = node.items.map((item) => compile(item, read));
      return (scope) => items.map((item) => item(scope));
    }
    case 'call':
      return compileCall(node.name, node.args, read);
    case 'unary': {
      const operand = compile(node.operand, read);
      if (node.operator === 'negate') return (scope) => !operand(scope);
      return node.operator === 'empty' ? (scope) => isEmpty(operand(scope)) : (scope) => !isEmpty(operand(scope));
    }
    case 'chain': {
      const first = compile(node.first, read);
      let named = node.first.kind === 'name' ? node.first.name : undefined;
      const rest = node.rest.map(({ operator, operand }) => {
        const names = [named, operand.kind === 'name' ? operand.name : undefined].filter((name) => name !== undefined);
        named = undefined;
        return { apply: BINARY[operator], operand: compile(operand, read), names };
      });
      return (scope) => {
        let value = first(scope);
        for (const { apply, operand, names } of rest) {
          value = apply(value, operand(scope), scope.ordered !== undefined && names.some((name) => scope.ordered?.(name)));
        }
        return value;
      };
    }
  }
}
