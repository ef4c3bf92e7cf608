/**
 * A quick yes. Nearly all records that are read are right, and a model asked about each of thirty thousand takes as long as the drawing of the
 * map. What the model asks for is worked out once from the model itself; a value that surely agrees is copied, and for any other the
 * model says what is wrong.
 */
import type * as z from 'zod/mini';

/** The model must say. */
const UNSURE = Symbol('unsure');
/** A copy of what agrees. */
type Take = (value: unknown) => unknown;

const unsure: Take = () => UNSURE;

/** As JSON says numbers: no infinity, one zero. */
const isSayable = (value: number): boolean => Number.isFinite(value) && !Object.is(value, -0);

/** A copy of plain JSON, deep as records are and no deeper. */
function plain(value: unknown, depth = 0): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return isSayable(value) ? value : UNSURE;
  if (depth > 8) return UNSURE;
  if (Array.isArray(value)) return listOf((item) => plain(item, depth + 1))(value);
  return membersOf(() => ({ take: (member) => plain(member, depth + 1), required: false }), 0)(value);
}

const listOf = (take: Take): Take => (value) => {
  if (!Array.isArray(value)) return UNSURE;
  const copy: unknown[] = [];
  for (const item of value as readonly unknown[]) {
    const taken = take(item);
    if (taken === UNSURE) return UNSURE;
    copy.push(taken);
  }
  return copy;
};

/** A member of an object: what it must be, and whether it must be there. */
interface Member {
  readonly take: Take;
  readonly required: boolean;
}

const ANYTHING: Member = { take: (value) => plain(value), required: false };

/** As `JSON.stringify` sees it: no member that is undefined; what has a way of its own to become JSON is for it to say. */
const membersOf = (memberOf: (name: string) => Member, required: number): Take => (value) => {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return UNSURE;
  const copy: Record<string, unknown> = { ...value };
  let missing = required;
  for (const name of Object.keys(copy)) {
    const given = copy[name];
    if (given === undefined || name === '__proto__' || name === 'toJSON') return UNSURE;
    const member = memberOf(name);
    const taken = member.take(given);
    if (taken === UNSURE) return UNSURE;
    if (taken !== given) copy[name] = taken;
    if (member.required) missing -= 1;
  }
  return missing === 0 ? copy : UNSURE;
};

/** What zod keeps of a model (https://zod.dev/library-authors): only what is read here. */
interface Def {
  readonly type: string;
  readonly checks?: readonly { readonly _zod: { readonly def: CheckDef } }[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly keyType?: Schema;
  readonly valueType?: Schema;
  readonly catchall?: Schema;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly check?: string;
  readonly format?: string;
  readonly coerce?: boolean;
}

interface CheckDef {
  readonly check: string;
  readonly format?: string;
  readonly pattern?: RegExp;
  readonly minimum?: number;
  readonly value?: number;
  readonly inclusive?: boolean;
  readonly fn?: (value: never) => unknown;
  readonly when?: unknown;
}

interface Schema {
  readonly _zod: { readonly def: Def };
}

type Check = (value: never) => boolean;

/** Undefined for a check that is not known here. */
function checkOf({ check, format, pattern, minimum, value: limit = NaN, inclusive = false, fn, when }: CheckDef): Check | undefined {
  if (check === 'string_format' && format === 'regex' && pattern && !pattern.global && !pattern.sticky) return (text: string) => pattern.test(text);
  if (check === 'min_length' && minimum !== undefined) return ({ length }: string | readonly unknown[]) => length >= minimum;
  if (check === 'greater_than') return (number: number) => (inclusive ? number >= limit : number > limit);
  if (check === 'less_than') return (number: number) => (inclusive ? number <= limit : number < limit);
  if (check === 'custom' && fn && when === undefined) return (value) => fn(value) === true;
  return undefined;
}

/** `take`, for what passes every check. */
function checked(take: Take, { checks = [] }: Def): Take {
  const known = checks.map(({ _zod: { def } }) => checkOf(def));
  if (known.includes(undefined)) return unsure;
  if (known.length === 0) return take;
  return (value) => {
    const taken = take(value);
    if (taken !== UNSURE) for (const check of known) if (!check?.(taken as never)) return UNSURE;
    return taken;
  };
}

const takers = new WeakMap<Schema, Take>();

function takeOf(schema: Schema): Take {
  const known = takers.get(schema) ?? made(schema._zod.def);
  takers.set(schema, known);
  return known;
}

function made(def: Def): Take {
  if (def.coerce) return unsure;
  switch (def.type) {
    case 'string': return def.check === undefined ? checked((value) => (typeof value === 'string' ? value : UNSURE), def) : unsure;
    case 'number': return def.check === undefined || def.format === 'safeint' ? checked((value) => (typeof value === 'number' && isSayable(value) && (def.check === undefined || Number.isSafeInteger(value)) ? value : UNSURE), def) : unsure;
    case 'enum': return among(Object.values(def.entries ?? {}), def);
    case 'literal': return among(def.values ?? [], def);
    case 'optional':
    case 'default': return def.innerType ? checked(takeOf(def.innerType), def) : unsure;
    case 'array': return def.element ? checked(listOf(takeOf(def.element)), def) : unsure;
    case 'unknown': return checked((value) => plain(value), def);
    case 'record': return isOf(def.keyType, 'string') && isOf(def.valueType, 'unknown') ? checked(membersOf(() => ANYTHING, 0), def) : unsure;
    case 'object': return checked(object(def), def);
    default: return unsure;
  }
}

function among(values: readonly unknown[], def: Def): Take {
  const known = new Set(values);
  return checked((value) => (known.has(value) ? value : UNSURE), def);
}

/** Bare, without any check. */
const isOf = (schema: Schema | undefined, type: string): boolean => schema?._zod.def.type === type && (schema._zod.def.checks ?? []).length === 0;

/** Members that the model does not name are kept. */
function object({ shape = {}, catchall }: Def): Take {
  if (!isOf(catchall, 'unknown')) return unsure;
  const members = new Map(Object.entries(shape).map(([name, schema]): [string, Member] => [name, { take: takeOf(schema), required: schema._zod.def.type !== 'optional' }]));
  return membersOf((name) => members.get(name) ?? ANYTHING, [...members.values()].filter(({ required }) => required).length);
}

/**
 * A copy of `value`, free of what it came from, when it surely agrees with the model and the model would change nothing of it; undefined when
 * the model must say. Never wrong, sometimes unsure: defaults, unions and checks that are not known here always are.
 */
export function soundCopy<Value>(schema: z.ZodMiniType<Value>, value: unknown): Value | undefined {
  const taken = takeOf(schema)(value);
  return taken === UNSURE ? undefined : (taken as Value);
}
