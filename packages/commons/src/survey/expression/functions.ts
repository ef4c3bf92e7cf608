/** The functions of the language that need nothing but values and the time. */
import type { Node } from './ast.ts';
import { daysBetween, readDate, timeBetween } from './dates.ts';
import { exactSum, isEmpty, isNumber, rawPlus, toNumber } from './values.ts';

/** What a function may use besides its arguments. */
export interface CallContext {
  readonly now: () => Date;
  /** The arguments as written. */
  readonly nodes: readonly Node[];
  /** Whether argument `index`, read as a condition, holds for one row of a list. */
  readonly holds: (index: number, row: unknown) => boolean;
}

type Func = (args: readonly unknown[], context: CallContext) => unknown;

/** Arguments, lists opened, empties left out, numbers written as texts read. */
function flat(args: readonly unknown[]): unknown[] {
  return args
    .flat(Infinity)
    .filter((value) => value !== undefined && value !== null)
    .map((value) => (isNumber(value) ? toNumber(value) : value));
}

const sum = (values: readonly unknown[]): unknown => values.reduce((total, value) => exactSum(total, value), 0);

const extreme = (values: readonly unknown[], lower: boolean): unknown =>
  values.reduce((best, value) => ((lower ? (best as number) > (value as number) : (best as number) < (value as number)) ? value : best), values[0]);

/** `name`, the column that counts; `back`, the one to give back; `rows` that have an answer there and pass the filter. */
function rowsOf(args: readonly unknown[], context: CallContext): { name: string; back: string; rows: Record<string, unknown>[] } | undefined {
  const [data, name, third] = args;
  if (args.length < 2 || args.length > 4 || !data || typeof name !== 'string') return undefined;
  const hasBack = typeof third === 'string' && context.nodes[2]?.kind === 'value' && !/[{}><=!]/.test(third);
  const filter = hasBack ? 3 : 2;
  // An object of rows is as good as a list; texts are lists of letters, which have a length.
  const rows = Object.values(data).filter(Boolean).map(Object) as Record<string, unknown>[];
  return {
    name,
    back: hasBack ? third : name,
    rows: rows.filter((row) => Object.hasOwn(row, name) && !isEmpty(row[name]) && (args.length <= filter || context.holds(filter, row))),
  };
}

const cell = (value: unknown): unknown => (typeof value === 'string' ? (isNumber(value) ? toNumber(value) : undefined) : value);

function cells(args: readonly unknown[], context: CallContext): unknown[] {
  const found = rowsOf(args, context);
  return found ? found.rows.map((row) => row[found.name]) : [];
}

const sumInArray: Func = (args, context) => sum(cells(args, context).map(cell).filter((value) => value !== undefined));
const countInArray = (args: readonly unknown[], context: CallContext): number => cells(args, context).length;

const extremeInArray = (lower: boolean): Func => (args, context) => {
  const found = rowsOf(args, context);
  let best: { value: unknown; row: Record<string, unknown> } | undefined;
  for (const row of found?.rows ?? []) {
    const value = cell(row[found?.name ?? '']);
    if (value === undefined) continue;
    if (!best || best.value === undefined || (lower ? (value as number) < (best.value as number) : (value as number) > (best.value as number))) best = { value, row };
  }
  if (!found || !best) return undefined;
  if (found.back === found.name) return best.value;
  return Object.hasOwn(best.row, found.back) ? best.row[found.back] : undefined;
};

function startOfDay(now: Date): Date {
  const day = new Date(now);
  day.setHours(0, 0, 0, 0);
  return day;
}

/** A part of the date given, or of today. */
const part = (read: (date: Date) => number): Func => ([value], { now }) => read(value ? readDate(value) : startOfDay(now()));

const PARTS: Record<string, string> = { days: 'Date', months: 'Month', years: 'FullYear', hours: 'Hours', minutes: 'Minutes', seconds: 'Seconds' };

/** Cuts, never rounds: by the digits written, as SurveyJS does. */
function trunc(number: unknown, digits: unknown): number {
  const text = String(number);
  const whole = /^-?\d+/.exec(text)?.[0] ?? '';
  if (!Number.isInteger(digits) || (digits as number) < 1) return Number(whole);
  const rest = /^.\d*/.exec(text.slice(whole.length))?.[0] ?? '';
  return Number(whole + rest.slice(0, 1 + (digits as number)));
}

export const FUNCTIONS: ReadonlyMap<string, Func> = new Map<string, Func>(Object.entries<Func>({
  iif: (args) => (args.length < 2 ? null : args[0] ? args[1] : args[2]),
  sum: (args) => sum(flat(args)),
  min: (args) => extreme(flat(args), true),
  max: (args) => extreme(flat(args), false),
  count: (args) => flat(args).length,
  avg: (args) => {
    const values = flat(args);
    return values.length > 0 ? (sum(values) as number) / values.length : 0;
  },
  round: (args) => {
    const [value, digits] = flat(args);
    if (!isNumber(value) || !isNumber(digits || 0)) return NaN;
    const scale = 10 ** ((digits || 0) as number);
    return Math.round((value as number) * scale * (1 + Number.EPSILON)) / scale;
  },
  trunc: (args) => {
    const [value, digits] = flat(args);
    return isNumber(value) && isNumber(digits || -1) ? trunc(value, digits) : NaN;
  },
  substring: ([text, start, end]) => {
    if (typeof text !== 'string' || !isNumber(start)) return '';
    return text.substring(start as number, isNumber(end) ? (end as number) : undefined);
  },
  sumInArray,
  countInArray,
  avgInArray: (args, context) => {
    const count = countInArray(args, context);
    return count === 0 ? 0 : (sumInArray(args, context) as number) / count;
  },
  minInArray: extremeInArray(true),
  maxInArray: extremeInArray(false),
  currentDate: (_, { now }) => new Date(now()),
  today: (args, { now }) => {
    const day = startOfDay(now());
    if (args.length === 1) day.setDate(rawPlus(day.getDate(), args[0]) as number);
    return day;
  },
  currentYear: (_, { now }) => now().getFullYear(),
  getDate: ([value]) => (value ? readDate(value) : null),
  getYear: (args) => (args.length === 1 && args[0] ? readDate(args[0]).getFullYear() : undefined),
  year: part((date) => date.getFullYear()),
  month: part((date) => date.getMonth() + 1),
  day: part((date) => date.getDate()),
  weekday: part((date) => date.getDay()),
  age: ([birth, unit], { now }) => {
    if (!birth) return null;
    // SurveyJS has no age in hours: such a unit gives years.
    return timeBetween(birth, now(), unit === 'days' || unit === 'months' ? unit : 'years');
  },
  diffDays: (args) => (args.length === 2 && args[0] && args[1] ? daysBetween(args[0], args[1]) : 0),
  dateDiff: ([from, to, unit]) => (from && to ? timeBetween(from, to, unit || 'days') : null),
  dateAdd: ([value, amount, unit]) => {
    if (!value || !amount) return null;
    const date = readDate(value);
    const name = unit || 'days';
    if (typeof name === 'string' && Object.hasOwn(PARTS, name)) {
      const parts = date as unknown as Record<string, (value?: number) => number>;
      parts[`set${PARTS[name] ?? ''}`]?.call(date, rawPlus(parts[`get${PARTS[name] ?? ''}`]?.call(date), amount) as number);
    }
    return date;
  },
}));

/** Whether a function needs the survey itself: the scope's `call` answers it. */
export function isHostFunction(name: string): boolean {
  return /^(?:isContainerReady|isDisplayMode|displayValue|propertyValue|getComment)$/.test(name);
}
