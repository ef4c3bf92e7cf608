/**
 * Patterns that a definition asks to run on answers. JavaScript tries every way in which one may match, which can take
 * longer than anybody lives: the ways are counted before the first run, and a pattern that has too many is refused.
 */

/** What a part of a pattern may cost on a text of a given length. */
interface Part {
  /** In how many ways it matches from one place, at most. */
  readonly ways: number;
  /** How many steps it takes to try them all, at most. */
  readonly steps: number;
  /** The one character (or class) that every match begins with. */
  readonly first?: string;
  /** It ends with a repeat of this character, without which it has `before` ways. */
  readonly run?: string;
  readonly before?: number;
  /** One character. */
  readonly char?: string;
}

export interface Pattern {
  test(text: string): boolean;
}

const LONGEST_PATTERN = 500;
/** Characters of a tested text: as many as the pattern can look at within the steps. A longer text does not match. */
const LENGTHS = [2_000, 1_000, 500, 300, 150];
const MOST_STEPS = 1e7;

const OPEN = /\((?:\?(?:[a-z-]*:|<?[=!]|<[^>]*>))?/y;
const ATOM = /\\(?:[1-9]\d*|k<[^>]*>|x[\da-f]{2}|u[\da-f]{4}|c[a-z]|[^])|\[\^?(?:\\[^]|[^\]\\])*\]|[^]/iy;
const TIMES = /(?:[*+?]|\{(\d+)(,(\d*))?\})\??/y;

/** Every character that JavaScript tells apart without the flag `u`. */
let everything = '';

function steps(source: string, flags: string, length: number): number {
  let at = 0;
  /** Inside what looks back, which is read from right to left. */
  let behind = false;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found) at = pattern.lastIndex;
    return found;
  };
  /** No character is one and the other: where a repeat of one is followed by the other, it can only stop there. */
  const apart = (one = '', other = ''): boolean => {
    if (behind || one === '' || other === '') return false;
    everything ||= Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join('');
    return !new RegExp(`(?=${one})(?:${other})`, flags).test(everything);
  };
  const either = (): Part => {
    let all = sequence();
    while (source[at] === '|') {
      at++;
      const next = sequence();
      all = { ways: all.ways + next.ways, steps: all.steps + next.steps };
    }
    return all;
  };
  const sequence = (): Part => {
    let all: Part = { ways: 1, steps: 1 };
    for (let begun = false; at < source.length && source[at] !== '|' && source[at] !== ')'; begun = true) {
      const part = term();
      const ways = apart(all.run, part.first) ? (all.before ?? 1) : all.ways;
      all = { ways: ways * part.ways, steps: all.steps + ways * part.steps, first: (begun ? all : part).first ?? '', run: part.run ?? '', before: ways * (part.before ?? 1) };
    }
    return all;
  };
  const term = (): Part => {
    const [open] = take(OPEN) ?? [];
    let part: Part;
    if (open) {
      const outer = behind;
      behind ||= /<[=!]$/.test(open);
      part = either();
      behind = outer;
      at++;
      // What it looks at is found once, and never looked for again.
      if (/[=!]$/.test(open)) part = { ways: 1, steps: part.steps };
    } else {
      const [atom = ''] = take(ATOM) ?? [];
      if (/^(?:[$^]|\\b)$/i.test(atom)) part = { ways: 1, steps: 1 };
      else part = /^\\[1-9k]/.test(atom) ? { ways: 1, steps: length } : { ways: 1, steps: 1, first: atom, char: atom };
    }
    const times = take(TIMES);
    return times ? repeated(part, times) : part;
  };
  const repeated = (part: Part, [sign = '', count, upTo, limit]: RegExpExecArray): Part => {
    const least = count === undefined ? Number(sign.startsWith('+')) : Number(count);
    const most = count === undefined ? (sign.startsWith('?') ? 1 : Infinity) : upTo === undefined ? least : limit ? Number(limit) : Infinity;
    // Once it has begun again, its last repeat could only stop there.
    const each = apart(part.run, part.first) ? (part.before ?? 1) : part.ways;
    const turns = each === 1 ? Math.min(most, Math.max(length, least)) : 2 * each ** (most - 1);
    const ways = each === 1 ? Math.min(length + 1, (most - least + 1) * part.ways) : turns * part.ways;
    return { ways, steps: 1 + turns * part.steps, first: least > 0 ? (part.first ?? '') : '', run: ways > 1 ? (part.char ?? '') : '' };
  };
  const whole = either();
  // Without `^` it is tried from each character on.
  return whole.steps * (source.startsWith('^') && whole.before !== undefined ? 1 : length);
}

const patterns = new Map<string, Pattern | 'invalid' | 'unsupported'>();

/** The pattern, ready to run; `invalid` when it cannot be read, `unsupported` when it could run for too long. */
export function patternOf(source: string, insensitive: boolean): Pattern | 'invalid' | 'unsupported' {
  const flags = insensitive ? 'i' : '';
  const key = `${flags}/${source}`;
  const known = patterns.get(key);
  if (known) return known;
  let found: Pattern | 'invalid' | 'unsupported' = 'unsupported';
  try {
    // Whatever stands before or after changes nothing to what is found, and multiplies the ways.
    const looked = source.replace(/^\.\*\??|(?<!\\)\.\*\??$/g, '');
    const expression = new RegExp(looked, flags);
    const length = source.length > LONGEST_PATTERN ? undefined : LENGTHS.find((each) => steps(looked, flags, each) <= MOST_STEPS);
    if (length !== undefined) found = { test: (text) => text.length <= length && expression.test(text) };
  } catch {
    found = 'invalid';
  }
  patterns.set(key, found);
  return found;
}
