/** How SurveyJS looks at values: what is empty, what is a number, what equals what. */

/** No value, an empty text or list, NaN, or an object that holds nothing else. 0 and false are answers. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (typeof value === 'number') return Number.isNaN(value);
  if (Array.isArray(value)) return value.length === 0;
  return isRecord(value) && Object.values(value).every(isEmpty);
}

/** A plain object, not a list nor a date. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** A number written in a way that SurveyJS accepts (`12`, ` 1,5 `, `0x1f`, `1e3`), else NaN. Codes of more than 15 digits stay texts. */
export function toNumber(value: unknown): number {
  if (typeof value === 'number') return Number.isFinite(value) ? value : NaN;
  let text: unknown = value;
  if (typeof value === 'string') {
    const trimmed = value.trim();
    if (trimmed.startsWith('0x')) return trimmed.length > 32 ? NaN : parseInt(trimmed);
    if (trimmed.length > 15 && /^[0-9]+$/.test(trimmed)) return NaN;
    text = trimmed.split(',').length === 2 ? trimmed.replace(',', '.') : trimmed;
  }
  const number = parseFloat(String(text));
  return Number.isFinite(Number(text)) ? number : NaN;
}

export function isNumber(value: unknown): boolean {
  return !Number.isNaN(toNumber(value));
}

/** An answer as an expression sees it: '5' is 5, 'true' is true; codes such as '007' and '01' stay texts. */
export function readAnswer(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[\s\d'"+\-.,tf]/i.test(value)) return value;
  const lower = value.toLowerCase();
  if (lower === 'true' || lower === 'false') return lower === 'true';
  if (/^['"][^]*['"]$/.test(value) && value.length > 1) return value.slice(1, -1);
  if (/^0(?!x|[.,]|$)/.test(value)) return value;
  const number = toNumber(value);
  return Number.isNaN(number) ? value : number;
}

/** Digits after the point. */
function decimals(value: unknown): number {
  return isNumber(value) && Math.floor(value as number) !== value ? (String(value).split('.')[1]?.length ?? 0) : 0;
}

/** Cuts the noise of binary fractions: 0.1 + 0.2 is 0.3. */
function rounded(result: unknown, digits: number): unknown {
  return digits > 0 ? parseFloat((result as number).toFixed(digits)) : result;
}

/** JavaScript's own `+`. */
export function rawPlus(a: unknown, b: unknown): unknown {
  return (a as number) + (b as number);
}

/** A sum of two values that keeps the decimals that were written. */
export function exactSum(a: unknown, b: unknown, result: unknown = rawPlus(a, b)): unknown {
  return rounded(result, Math.max(decimals(a), decimals(b)));
}

export function exactProduct(a: unknown, b: unknown): unknown {
  return rounded((a as number) * (b as number), decimals(a) + decimals(b));
}

/** `a + b` of the language: sums, joins texts, joins lists, writes a list into a text, adds the numbers of a list. */
export function plus(a: unknown, b: unknown): unknown {
  if (isNumber(a) && isNumber(b)) return typeof a === 'string' || typeof b === 'string' ? rawPlus(a, b) : exactSum(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return [...(a as unknown[]), ...(b as unknown[])];
  const list: unknown[] | undefined = Array.isArray(a) ? a : Array.isArray(b) ? b : undefined;
  const other = list === a ? b : a;
  if (list && typeof other === 'string') return list === a ? list.join(', ') + other : other + list.join(', ');
  if (list && typeof other === 'number') {
    return exactSum(list.reduce((sum, item) => (typeof item === 'number' ? exactSum(sum, item) : sum), 0), other);
  }
  return rawPlus(a, b);
}

function numeric(value: unknown): boolean {
  return value !== null && value !== undefined && !Array.isArray(value) && !Number.isNaN(Number(value));
}

const nothing = (value: unknown): boolean => value === undefined || value === null;

/**
 * SurveyJS's equality: texts without case nor outer spaces, numbers written as texts, empties alike, lists by
 * their items (in any order when `anyOrder`), objects by their properties.
 */
export function sameValue(x: unknown, y: unknown, anyOrder: boolean): boolean {
  if (x === y) return true;
  if (Array.isArray(x) && x.length === 0 && y === undefined) return true;
  if (Array.isArray(y) && y.length === 0 && x === undefined) return true;
  if ((nothing(x) && y === '') || (nothing(y) && x === '')) return true;
  if (typeof x === 'string' && typeof y === 'string') return x.trim().toLowerCase() === y.trim().toLowerCase();
  if (x instanceof Date && y instanceof Date) return x.getTime() === y.getTime();
  if (numeric(x) && numeric(y) && parseInt(String(x)) === parseInt(String(y)) && parseFloat(String(x)) === parseFloat(String(y))) {
    return true;
  }
  if (isEmpty(x) !== isEmpty(y)) return false;
  if (typeof x === 'boolean' && typeof y === 'string') return String(x) === y.toLowerCase();
  if (typeof y === 'boolean' && typeof x === 'string') return String(y) === x.toLowerCase();
  const objects = (typeof x === 'object' && x !== null ? 1 : 0) + (typeof y === 'object' && y !== null ? 1 : 0);
  // The language's own looseness between texts, numbers and booleans.
  if (objects === 0) return x == y;
  if (objects === 1) return false;
  if (Array.isArray(x) && Array.isArray(y)) {
    if (x.length !== y.length) return false;
    const [a, b] = [x, y].map((list: unknown[]) => (anyOrder ? [...list].sort() : list));
    return a?.every((item, index) => sameValue(item, b?.[index], anyOrder)) === true;
  }
  const left = x as Record<string, unknown>;
  const right = y as Record<string, unknown>;
  return (
    Object.keys(left).every((key) => Object.hasOwn(right, key) && sameValue(left[key], right[key], anyOrder)) &&
    Object.keys(right).every((key) => Object.hasOwn(left, key))
  );
}
