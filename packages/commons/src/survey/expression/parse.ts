/**
 * The reader of SurveyJS's expression language: one pass over the text, operators by precedence. No eval, no
 * generated code. Words have no boundary in that language (`{a}or{b}`, `{a} contains'x'`), so that tokens are read
 * on demand, by position, and not cut beforehand.
 */
import type { ChainNode, Node, Operator } from './ast.ts';
import type { ExpressionErrorCode } from './messages.ts';

export interface Limits {
  /** Characters. */
  readonly maxLength: number;
  /** Brackets, lists, functions and negations inside one another. */
  readonly maxDepth: number;
}

/** Thrown inside the parser only; `parseExpression` turns it into a result. */
export class ExpressionSyntaxError extends Error {
  readonly code: ExpressionErrorCode;
  readonly at: number;
  constructor(code: ExpressionErrorCode, at: number) {
    super(code);
    this.code = code;
    this.at = at;
  }
}

/** The ways to write each operator, in any case, by precedence: the last level binds first; all are left-associative. */
const LEVELS: readonly Partial<Record<Operator, string>>[] = [
  { or: 'or ||' },
  { and: 'and &&' },
  {
    equal: '= == equal equals', notequal: '!= <> notequal notequals', less: '< less', greater: '> greater',
    lessorequal: '<= =< lessorequal', greaterorequal: '>= => greaterorequal',
  },
  { plus: '+', minus: '-' },
  { mul: '*', div: '/', mod: '%' },
  { power: '^ power' },
  { contains: '*= contains contain', notcontains: 'notcontains notcontain', anyof: 'anyof', allof: 'allof', noneof: 'noneof' },
];
const SEARCHES = LEVELS.length - 1;
const OPERATORS = new Map(
  LEVELS.flatMap((level, precedence) =>
    Object.entries(level).flatMap(([operator, spellings]) =>
      spellings.split(' ').map((spelling) => [spelling, [operator as Operator, precedence]] as const),
    ),
  ),
);

// Longest spelling first, as none is cut at a word boundary.
const OPERATOR = new RegExp(
  [...OPERATORS.keys()]
    .sort((a, b) => b.length - a.length)
    .map((spelling) => spelling.replace(/[|*+^]/g, '\\$&'))
    .join('|'),
  'iy',
);
const SPACE = /[ \t\n\r]*/y;
const CALL = /([a-z_][a-z_0-9]*)\(/iy;
/** Where no value can start: what follows must be an operator, a closing bracket or the end. */
const NO_VALUE = /$|!=|[)\],=<>*/%^|&+]|-(?![0-9])/y;
const NEGATE = new RegExp(`!|negate(?![ \\t\\n\\r]*(?:${NO_VALUE.source}))`, 'iy');
const POSTFIX = /empty|notempty/iy;
const NULL = /undefined|null/y;
const BOOLEAN = /true|false/iy;
const NUMBER = /0x[0-9]+|-?(?:[0-9]+\.[0-9]+|[1-9][0-9]*|0)/y;
const WORD = /[a-z_][a-z_0-9]*/iy;
const STRING = /(['"])((?:[^'"\\]|\\['"]|\\(?!['"]))*)\1/y;
const NAME = /\{([^{}]+)\}/y;

/** Reads a whole text. Throws `ExpressionSyntaxError`. */
export function parse(text: string, limits: Limits): Node {
  let at = 0;
  let depth = 0;

  const fail = (code: ExpressionErrorCode, where = at): never => {
    throw new ExpressionSyntaxError(code, where);
  };

  /** Takes what the pattern finds here, or undefined and stays. */
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) return undefined;
    at = pattern.lastIndex;
    return found;
  };

  const takeChar = (char: string): boolean => {
    take(SPACE);
    if (text[at] !== char) return false;
    at++;
    return true;
  };

  const nested = <T>(read: () => T): T => {
    if (++depth > limits.maxDepth) fail('tooDeep');
    const result = read();
    depth--;
    return result;
  };

  // Each precedence looks at the same next operator: it is read once.
  let next: { from: number; to: number; known: readonly [Operator, number] | undefined } | undefined;
  const peekOperator = (): NonNullable<typeof next> => {
    if (next?.from === at) return next;
    const from = at;
    take(SPACE);
    const spelling = take(OPERATOR)?.[0].toLowerCase();
    next = { from, to: at, known: spelling === undefined ? undefined : OPERATORS.get(spelling) };
    at = from;
    return next;
  };

  const chain = (precedence: number): Node => {
    if (precedence > SEARCHES) return factor();
    const first = chain(precedence + 1);
    let rest: ChainNode['rest'][number][] | undefined;
    for (;;) {
      const { to, known } = peekOperator();
      if (known?.[1] !== precedence) return rest ? { kind: 'chain', first, rest } : first;
      rest ??= [];
      at = to;
      take(SPACE);
      // `{a} contains` with nothing to look for is read as `contains null`.
      const place = at;
      const missing = precedence === SEARCHES && take(NO_VALUE) !== undefined;
      at = place;
      rest.push({ operator: known[0], operand: missing ? { kind: 'value', value: null } : chain(precedence + 1) });
    }
  };

  const expression = (): Node => {
    take(SPACE);
    const node = chain(0);
    take(SPACE);
    return node;
  };

  /** What stands between the brackets of a function or a list. A leading `null` empties it, as SurveyJS has it. */
  const sequence = (end: string): Node[] => {
    take(SPACE);
    if (text[at] === end || at === text.length) return [];
    const items = text[at] === ',' ? [] : [expression()];
    const first = items[0];
    const dropped = first === undefined || (first.kind === 'value' && first.value === null);
    while (takeChar(',')) items.push(expression());
    return dropped ? [] : items;
  };

  const factor = (): Node => {
    // SurveyJS accepts that the last closing brackets are missing.
    if (text[at] === '(') {
      return nested(() => {
        at++;
        const node = expression();
        takeChar(')');
        return node;
      });
    }
    const call = take(CALL);
    if (call) {
      return nested(() => {
        const args = sequence(')');
        takeChar(')');
        return { kind: 'call', name: call[1] ?? '', args };
      });
    }
    if (take(NEGATE)) {
      return nested(() => {
        take(SPACE);
        return { kind: 'unary', operator: 'negate', operand: factor() };
      });
    }
    if (text[at] === '[') {
      const open = at;
      return nested(() => {
        at++;
        const items = sequence(']');
        if (!takeChar(']')) fail('list', open);
        return { kind: 'list', items };
      });
    }
    const operand = atom();
    const before = at;
    take(SPACE);
    const postfix = take(POSTFIX)?.[0].toLowerCase();
    if (postfix) return { kind: 'unary', operator: postfix === 'empty' ? 'empty' : 'notempty', operand };
    at = before;
    return operand;
  };

  const atom = (): Node => {
    if (take(NULL)) return { kind: 'value', value: null };
    let found = take(BOOLEAN);
    if (found) return { kind: 'value', value: found[0].toLowerCase() === 'true' };
    found = take(NUMBER);
    if (found) return { kind: 'value', value: Number(found[0]) };
    found = take(WORD);
    if (found) return { kind: 'value', value: found[0] };
    found = take(STRING);
    if (found) return { kind: 'value', value: (found[2] ?? '').replace(/\\(['"])/g, '$1') };
    found = take(NAME);
    if (found) {
      const name = found[1] ?? '';
      const raw = name.length > 1 && name.startsWith('#');
      return { kind: 'name', name: raw ? name.slice(1) : name, raw };
    }
    const char = text[at];
    return fail(char === undefined ? 'unfinished' : char === '{' ? 'name' : char === "'" || char === '"' ? 'string' : 'unexpected');
  };

  if (text.length > limits.maxLength) fail('tooLong', limits.maxLength);
  take(SPACE);
  if (at === text.length) fail('empty');
  const node = expression();
  if (at < text.length) fail('unexpected');
  return node;
}
