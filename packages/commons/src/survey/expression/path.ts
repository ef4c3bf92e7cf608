/**
 * Where `{a.b[0].c}` leads in plain data. Only a value's own properties are followed, so that no path reaches
 * a prototype.
 */
import { toNumber } from './values.ts';

/** The root of a path as written: `q1` for `q1`, `q1[0].a` and `$q1.isVisible`. A question's name may itself hold dots: compare with the whole path too. */
export function rootName(path: string): string {
  return /^[$]?([^.[]*)/.exec(path)?.[1] ?? '';
}

/** An own property, or `length` of a text or a list; whatever the case of the name when `anyCase`. */
function property(value: unknown, name: string, anyCase: boolean): unknown {
  if (value === null || value === undefined || name === '') return undefined;
  if (name === 'length' && (Array.isArray(value) || typeof value === 'string')) return value.length;
  if (typeof value !== 'object') return undefined;
  const record = value as Record<string, unknown>;
  if (!anyCase) return Object.hasOwn(record, name) ? record[name] : undefined;
  const lower = name.toLowerCase();
  // No list of keys is made: this runs for each unanswered name, over all the answers.
  for (const key in record) {
    if (key.length === name.length && key.toLowerCase() === lower && Object.hasOwn(record, key)) return record[key];
  }
  return undefined;
}

/** A step `name[2]` of a path; a negative index counts from the end; what is not a number belongs to the name. */
function step(text: string): { name: string; index?: number } {
  const open = text.endsWith(']') ? text.lastIndexOf('[') : -1;
  const index = open < 0 ? NaN : toNumber(text.slice(open + 1, -1));
  return Number.isNaN(index) ? { name: text } : { name: text.slice(0, open), index };
}

/**
 * The value at a path, or undefined. Names may hold dots: the longest name that exists wins (`a.b` before `a`, then
 * `b` in it). Names match whatever their case, as in SurveyJS, an exact match first.
 */
export function resolvePath(values: unknown, path: string): unknown {
  const written = path.startsWith('$') ? path.slice(1) : path;
  if (!/[.[]/.test(written)) return property(values, written, false) ?? property(values, written, true);
  const steps = written.split('.').map(step);
  let value = values;
  for (let start = 0; start < steps.length; ) {
    const indexed = steps.findIndex((each, position) => position >= start && each.index !== undefined);
    const last = indexed < 0 ? steps.length - 1 : indexed;
    let found: unknown;
    let end = last;
    for (const anyCase of [false, true]) {
      for (end = last; end >= start; end--) {
        found = property(value, steps.slice(start, end + 1).map((each) => each.name).join('.'), anyCase);
        if (found !== undefined) break;
      }
      if (found !== undefined) break;
    }
    if (found === undefined) return undefined;
    value = found;
    start = end + 1;
    const index = steps[end]?.index;
    if (index !== undefined) {
      if (!Array.isArray(value)) return undefined;
      value = value[index < 0 ? value.length + index : index];
      if (value === undefined) return undefined;
    }
  }
  return value;
}
