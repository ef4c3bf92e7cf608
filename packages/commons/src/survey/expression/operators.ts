/** What the operators of the language do to two values. */
import type { Operator } from './ast.ts';
import { comparingDates } from './dates.ts';
import { exactProduct, exactSum, isEmpty, isRecord, plus, sameValue } from './values.ts';

export type BinaryFunction = (left: unknown, right: unknown, ordered: boolean) => unknown;

/** Beside a number an empty value counts as 0, beside a text as '', beside a list as an empty list. */
function fill(value: unknown, beside: unknown): unknown {
  if (!isEmpty(value)) return value;
  if (typeof beside === 'number') return 0;
  if (typeof value === 'string') return value;
  if (typeof beside === 'string') return '';
  return Array.isArray(beside) ? [] : 0;
}

function filled(apply: (left: unknown, right: unknown) => unknown): BinaryFunction {
  return (left, right) => {
    const first = fill(left, right);
    return apply(first, fill(right, first));
  };
}

const named = (value: unknown): unknown => (value === 'undefined' ? undefined : value);

const sameOrdered = (a: unknown, b: unknown): boolean => sameValue(named(a), named(b), false);
const sameUnordered = (a: unknown, b: unknown): boolean => sameValue(named(a), named(b), true);

function equal(left: unknown, right: unknown, ordered: boolean): boolean {
  return comparingDates(left, right, ordered ? sameOrdered : sameUnordered);
}

/** Which side a date stands on matters (see `comparingDates`), so that `greater` is not `less` turned round. */
function ordering(compare: (a: unknown, b: unknown) => boolean): (left: unknown, right: unknown) => boolean {
  return (left, right) =>
    left !== null && left !== undefined && right !== null && right !== undefined && comparingDates(left, right, compare);
}
const less = ordering((a, b) => (a as number) < (b as number));
const greater = ordering((a, b) => (a as number) > (b as number));

/** `wanted` is true for `contains`, false for `notcontains`: several empty cases answer the same to both. */
function containing(left: unknown, right: unknown, wanted: boolean): boolean {
  if (Array.isArray(left) && left.length === 0) return !wanted;
  if (isEmpty(left) && !isRecord(left)) return false;
  if (!Array.isArray(left)) {
    if (isEmpty(right) && !isRecord(right) && !Array.isArray(right)) return false;
    if (right === 0 || right === false) return false;
    return String(left).toLowerCase().includes(String(right).toLowerCase()) === wanted;
  }
  const sought: unknown[] = Array.isArray(right) ? right : [right];
  const all = sought.every((value) => left.some((item) => sameUnordered(item, value)));
  return all === wanted;
}

function anyOf(left: unknown, right: unknown): boolean {
  if (isEmpty(left)) return isEmpty(right);
  if (isEmpty(right)) return true;
  if (!Array.isArray(left)) return containing(right, left, true);
  if (!Array.isArray(right)) return containing(left, right, true);
  return right.some((value) => containing(left, value, true));
}

function allOf(left: unknown, right: unknown): boolean {
  if (!left && !isEmpty(right)) return false;
  return Array.isArray(right) ? right.every((value) => containing(left, value, true)) : containing(left, right, true);
}

export const BINARY: Record<Operator, BinaryFunction> = {
  or: filled((a, b) => a || b),
  and: filled((a, b) => a && b),
  equal,
  notequal: (a, b, ordered) => !equal(a, b, ordered),
  less,
  lessorequal: (a, b) => equal(a, b, false) || less(a, b),
  greater,
  greaterorequal: (a, b) => equal(a, b, false) || greater(a, b),
  plus: filled(plus),
  minus: filled((a, b) => exactSum(a, b, (a as number) - (b as number))),
  mul: filled(exactProduct),
  div: filled((a, b) => (b ? (a as number) / (b as number) : null)),
  mod: filled((a, b) => (b ? (a as number) % (b as number) : null)),
  power: filled((a, b) => (a as number) ** (b as number)),
  contains: (a, b) => containing(a, b, true),
  notcontains: (a, b) => (!a && !isEmpty(b)) || containing(a, b, false),
  anyof: anyOf,
  allof: allOf,
  noneof: (a, b) => !anyOf(a, b),
};
