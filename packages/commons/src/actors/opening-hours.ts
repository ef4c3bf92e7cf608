/**
 * Opening hours as OpenStreetMap writes them (https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification), the way of the national
 * standard: what places of digital mediation write of it. Days, ranges of days, the nth day of a month, public holidays, times, `off`, `24/7`.
 * Anything else (months, weeks, sunrise, comments) is not read: the text is then shown as it is, never half understood.
 */
export const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;

/** `09:00`, `12:00` */
export type OpeningTimes = readonly (readonly [from: string, to: string])[];

/** One line to be shown. Days are 1 (Monday) to 7. No times: closed. */
export type OpeningLine =
  | { readonly kind: 'always' }
  | { readonly kind: 'days'; readonly from: number; readonly to: number; readonly times: OpeningTimes }
  /** `-1` is the last one of the month. */
  | { readonly kind: 'nth'; readonly day: number; readonly nth: readonly number[]; readonly times: OpeningTimes }
  | { readonly kind: 'holidays'; readonly times: OpeningTimes };

const TOKEN = /\s*(?:(Mo|Tu|We|Th|Fr|Sa|Su)|(PH)|(off|closed)|(\d{1,2}:\d{2})|(-?[1-5](?=\s*[,\]]))|([-–,;[\]]))/y;
const SEVERAL = 7;

class Reader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  get next(): string | undefined {
    return this.#tokens[this.#at];
  }

  get afterNext(): string | undefined {
    return this.#tokens[this.#at + 1];
  }

  isOver(): boolean {
    return this.next === undefined;
  }

  /** Whether it was there. */
  takes(token: string): boolean {
    if (this.next !== token) return false;
    this.#at += 1;
    return true;
  }

  take(): string {
    const token = this.next ?? '';
    this.#at += 1;
    return token;
  }
}

function tokensOf(text: string): readonly string[] | undefined {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const found = TOKEN.exec(text);
    if (!found) return undefined;
    tokens.push(found[0].trim().replace('–', '-'));
  }
  return tokens;
}

interface Rule {
  readonly days: readonly number[];
  readonly nth: readonly { readonly day: number; readonly nth: readonly number[] }[];
  readonly holidays: boolean;
  readonly times: OpeningTimes;
}

const dayNumber = (token: string | undefined): number => WEEKDAYS.indexOf(token as (typeof WEEKDAYS)[number]) + 1;
const isTime = (token: string | undefined): boolean => /^(?:[01]?\d|2[0-4]):[0-5]\d$/.test(token ?? '');

/** Undefined when it is none of what we read. */
function readRule(reader: Reader): Rule | undefined {
  const days: number[] = [];
  const nth: { day: number; nth: number[] }[] = [];
  let holidays = false;
  const starts = (): boolean => dayNumber(reader.next) > 0 || reader.next === 'PH';
  const said = starts();
  while (starts()) {
    if (reader.takes('PH')) holidays = true;
    else {
      const day = dayNumber(reader.take());
      if (reader.takes('[')) {
        const numbers: number[] = [];
        do numbers.push(Number(reader.take())); while (reader.takes(','));
        if (!reader.takes(']') || !numbers.every((each) => Number.isInteger(each) && each !== 0)) return undefined;
        nth.push({ day, nth: numbers });
      } else if (reader.takes('-')) {
        const last = dayNumber(reader.take());
        if (last === 0) return undefined;
        for (let each = day; ; each = (each % SEVERAL) + 1) {
          days.push(each);
          if (each === last) break;
        }
      } else days.push(day);
    }
    if (!reader.takes(',')) break;
    if (!starts()) return undefined;
  }
  const times = readTimes(reader);
  return times && { days: said ? days : [1, 2, 3, 4, 5, 6, 7], nth, holidays, times };
}

function readTimes(reader: Reader): OpeningTimes | undefined {
  if (reader.takes('off') || reader.takes('closed')) return [];
  const times: (readonly [string, string])[] = [];
  for (;;) {
    const from = reader.take();
    if (!isTime(from) || !reader.takes('-')) return undefined;
    const to = reader.take();
    if (!isTime(to)) return undefined;
    times.push([from.padStart(5, '0'), to.padStart(5, '0')]);
    // A comma before a time goes on with this rule; before a day, or at the end, another one begins.
    if (reader.next !== ',' || !isTime(reader.afterNext)) return times;
    reader.take();
  }
}

/** Times of one day that two rules give: in order, those that overlap as one. A night that goes past midnight stays as it is written. */
function together(before: OpeningTimes, more: OpeningTimes): OpeningTimes {
  const times: (readonly [string, string])[] = [];
  for (const [from, to] of [...before, ...more].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const last = times.at(-1);
    if (last && last[0] <= last[1] && from <= to && from <= last[1]) times[times.length - 1] = [last[0], to > last[1] ? to : last[1]];
    else times.push([from, to]);
  }
  return times;
}

/**
 * The lines to show, Monday first; undefined when the text is not read, or says nothing. After `;` a rule takes the place of the earlier ones on
 * its days; after `,` it adds to them, unless it closes.
 */
export function readOpeningHours(text: string): readonly OpeningLine[] | undefined {
  if (/^\s*24\/7\s*;?\s*$/.test(text)) return [{ kind: 'always' }];
  const tokens = tokensOf(text);
  if (!tokens || tokens.length === 0) return undefined;
  const reader = new Reader(tokens);
  const week = new Map<number, OpeningTimes>();
  const nth: OpeningLine[] = [];
  let holidays: OpeningTimes | undefined;
  let adds = false;
  while (!reader.isOver()) {
    const rule = readRule(reader);
    if (!rule) return undefined;
    const timesAfter = (before: OpeningTimes | undefined): OpeningTimes => (adds && before && rule.times.length > 0 ? together(before, rule.times) : rule.times);
    for (const day of rule.days) week.set(day, timesAfter(week.get(day)));
    nth.push(...rule.nth.map((each): OpeningLine => ({ kind: 'nth', ...each, times: rule.times })));
    if (rule.holidays) holidays = timesAfter(holidays);
    adds = reader.takes(',');
    if (!adds && !reader.takes(';') && !reader.isOver() && dayNumber(reader.next) === 0 && reader.next !== 'PH') return undefined;
  }
  return [...linesOf(week), ...nth, ...(holidays ? [{ kind: 'holidays', times: holidays } as const] : [])];
}

/** Days that follow one another and have the same hours are one line. */
function linesOf(week: ReadonlyMap<number, OpeningTimes>): OpeningLine[] {
  const lines: Extract<OpeningLine, { kind: 'days' }>[] = [];
  for (const [day, times] of [...week].sort(([a], [b]) => a - b)) {
    const last = lines.at(-1);
    if (last?.to === day - 1 && JSON.stringify(last.times) === JSON.stringify(times)) lines[lines.length - 1] = { ...last, to: day };
    else lines.push({ kind: 'days', from: day, to: day, times });
  }
  return lines;
}
