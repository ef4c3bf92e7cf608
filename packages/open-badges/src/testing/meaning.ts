/** What a badge says, to compare two writings of it. */
import { isObject, type JsonObject, type JsonValue } from '../input/json.ts';
import { canonicalizeJson } from '../proof/jcs.ts';

function flat(value: JsonValue): JsonValue[] {
  return Array.isArray(value) ? value.flatMap(flat) : value === null ? [] : [value];
}

/** What a badge says, whatever the order of sets, and whether one value stands alone or in a list. Its proof aside. */
export function meaning(value: JsonValue, top = true): string {
  if (Array.isArray(value)) {
    const items = flat(value);
    return [...new Set(items.map((item) => meaning(item, false)))].sort().join('|');
  }
  if (!isObject(value)) return canonicalizeJson(value);
  const names = Object.keys(value).filter((name) => !(top && name === 'proof') && value[name] !== null && meaning(value[name] ?? null, false) !== '').sort();
  return `{${names.map((name) => `${name}:${meaning(value[name] ?? null, false)}`).join()}}`;
}

/** Every object and array of a document. */
export function holders(value: JsonValue): (JsonObject | JsonValue[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(holders)];
}
