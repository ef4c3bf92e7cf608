import type { JsonValue } from '../input/json.ts';

/**
 * JSON Canonicalization Scheme (RFC 8785). `JSON.stringify` already writes numbers and strings as §3.2.2 asks (it is ECMAScript's own
 * serialisation); what is left is the order of keys, by UTF-16 units, which is what `sort()` does.
 */
export function canonicalizeJson(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(canonicalizeJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonicalizeJson(value[key] ?? null)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}
