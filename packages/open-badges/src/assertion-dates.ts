/** When an assertion was issued and when it ends, in the ways that versions 1 and 2 allow and that platforms took. */
import { parseDateTime } from './dates.ts';
import type { Findings } from './findings.ts';
import type { JsonObject, JsonValue } from './input/json.ts';

/** Seconds that are still a date of this age: more are milliseconds, by mistake, and would make a badge last for ever. */
const MAX_SECONDS = 1e11;

/** Version 1: seconds since 1970, as a number or a text. */
function secondsOf(value: JsonValue | undefined): number | undefined {
  const seconds = typeof value === 'number' ? value : typeof value === 'string' && /^\d{9,10}$/.test(value) ? Number(value) : undefined;
  return seconds !== undefined && seconds > -MAX_SECONDS && seconds < MAX_SECONDS ? seconds * 1000 : undefined;
}

/**
 * ISO 8601: version 2 needs a zone, which may be written without its colon. Version 1 does not: a bare day or time is read in UTC.
 */
function readDate(value: JsonValue | undefined, isVersion2: boolean): number | undefined {
  const written = typeof value === 'string' ? value.replace(/([+-]\d{2})(\d{2})$/, (zone, hours: string, minutes: string) => (value.includes('T') ? `${hours}:${minutes}` : zone)) : value;
  const date = parseDateTime(written);
  if (date !== undefined || isVersion2) return date;
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+)?$/.test(value)) return parseDateTime(value.includes('T') ? `${value}Z` : `${value}T00:00:00Z`);
  return secondsOf(value);
}

export function checkAssertionDates(assertion: JsonObject, isVersion2: boolean, findings: Findings, now: number): void {
  findings.pass('dates');
  const issued = readDate(assertion['issuedOn'], isVersion2);
  const expires = readDate(assertion['expires'], isVersion2);
  if (assertion['issuedOn'] === undefined) findings.add('dates.missing', '$.issuedOn');
  else if (issued === undefined) findings.add('dates.invalid', '$.issuedOn', { name: 'issuedOn' });
  if (assertion['expires'] !== undefined && expires === undefined) findings.add('dates.invalid', '$.expires', { name: 'expires' });
  if (issued !== undefined && expires !== undefined && expires < issued) findings.add('dates.order', '$.expires');
  else if (expires !== undefined && expires <= now) findings.add('dates.expired', '$.expires');
  else if (issued !== undefined && issued > now) findings.add('dates.future', '$.issuedOn');
}
