/**
 * A JSON reader for files that strangers made. `JSON.parse` keeps the last of two equal keys, follows any depth until the stack ends and
 * takes `__proto__` for a name like another; a badge that reads differently in two programs is a forgery tool, so here each is an error.
 * RFC 8259 grammar.
 */
export interface JsonLimits {
  /** Nested objects and arrays. */
  readonly depth: number;
  /** UTF-16 units of source text. */
  readonly length: number;
}

export const JSON_LIMITS: JsonLimits = { depth: 64, length: 4_000_000 };

export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject;
export interface JsonObject {
  [key: string]: JsonValue;
}

export type JsonErrorCode = 'json.syntax' | 'json.number' | 'json.depth' | 'json.length' | 'json.duplicate' | 'json.proto' | 'json.surrogate';

/** Where and why reading stopped. `at` counts UTF-16 units from the start. */
export class JsonError extends Error {
  readonly code: JsonErrorCode;
  readonly at: number;
  /** JSON path of the value that was being read: `$.credentialSubject.id`. */
  readonly path: string;

  constructor(code: JsonErrorCode, at: number, path: string) {
    super(`${code} at ${String(at)} (${path})`);
    this.code = code;
    this.at = at;
    this.path = path;
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// Everything that a string may hold before its next quote or escape.
// eslint-disable-next-line no-control-regex -- RFC 8259 §7 forbids exactly these
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPES: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const LITERALS = [['true', true], ['false', false], ['null', null]] as const;

class Reader {
  readonly #text: string;
  readonly #limits: JsonLimits;
  readonly #path: (string | number)[] = [];
  #at = 0;

  constructor(text: string, limits: JsonLimits) {
    this.#text = text;
    this.#limits = limits;
  }

  document(): JsonValue {
    const value = this.#value();
    this.#space();
    if (this.#at < this.#text.length) throw this.#error('json.syntax');
    return value;
  }

  #error(code: JsonErrorCode): JsonError {
    return new JsonError(code, this.#at, jsonPath(this.#path));
  }

  #space(): void {
    for (let code = this.#text.charCodeAt(this.#at); code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09; code = this.#text.charCodeAt(this.#at)) this.#at += 1;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #value(): JsonValue {
    this.#space();
    const first = this.#text.charAt(this.#at);
    if (first === '{') return this.#object();
    if (first === '[') return this.#array();
    if (first === '"') return this.#string();
    for (const [word, value] of LITERALS) {
      if (this.#text.startsWith(word, this.#at)) {
        this.#at += word.length;
        return value;
      }
    }
    const digits = this.#match(NUMBER);
    if (!digits) throw this.#error('json.syntax');
    const number = Number(digits);
    // 1e999 would be Infinity, which canonical JSON writes as null: two texts, one signature.
    if (!Number.isFinite(number)) throw this.#error('json.number');
    return number;
  }

  /** Reads `open … close` with `item` between commas. */
  #list(close: string, item: (index: number) => void): void {
    if (this.#path.length >= this.#limits.depth) throw this.#error('json.depth');
    this.#at += 1;
    this.#space();
    if (this.#text.charAt(this.#at) === close) {
      this.#at += 1;
      return;
    }
    for (let index = 0; ; index += 1) {
      item(index);
      this.#path.pop();
      this.#space();
      const next = this.#text.charAt(this.#at);
      this.#at += 1;
      if (next === close) return;
      if (next !== ',') {
        this.#at -= 1;
        throw this.#error('json.syntax');
      }
    }
  }

  #array(): JsonValue[] {
    const array: JsonValue[] = [];
    this.#list(']', (index) => {
      this.#path.push(index);
      array.push(this.#value());
    });
    return array;
  }

  #object(): JsonObject {
    const object: JsonObject = {};
    this.#list('}', () => {
      this.#space();
      if (this.#text.charAt(this.#at) !== '"') throw this.#error('json.syntax');
      const key = this.#string();
      this.#path.push(key);
      if (key === '__proto__') throw this.#error('json.proto');
      if (Object.hasOwn(object, key)) throw this.#error('json.duplicate');
      this.#space();
      if (this.#text.charAt(this.#at) !== ':') throw this.#error('json.syntax');
      this.#at += 1;
      object[key] = this.#value();
    });
    return object;
  }

  #string(): string {
    let text = '';
    this.#at += 1;
    for (;;) {
      text += this.#match(PLAIN) ?? '';
      const stop = this.#text.charAt(this.#at);
      if (stop === '"') {
        this.#at += 1;
        // Half a surrogate pair has no UTF-8 form: it could not be hashed as two programs would agree.
        if (!text.isWellFormed()) throw this.#error('json.surrogate');
        return text;
      }
      if (stop !== '\\') throw this.#error('json.syntax');
      const escape = this.#text.charAt(this.#at + 1);
      const hex = /^u([\da-fA-F]{4})/.exec(this.#text.slice(this.#at + 1, this.#at + 6))?.[1];
      const unit = hex === undefined ? ESCAPES[escape] : String.fromCharCode(parseInt(hex, 16));
      if (unit === undefined) throw this.#error('json.syntax');
      text += unit;
      this.#at += hex === undefined ? 2 : 6;
    }
  }
}

/** `$.credentialSubject.achievement[0]`, of bounded length: keys are the file's own. */
export function jsonPath(steps: readonly (string | number)[]): string {
  const path = steps.map((step) => (typeof step === 'number' ? `[${String(step)}]` : /^[A-Za-z_]\w*$/.test(step) ? `.${step}` : `[${JSON.stringify(step.slice(0, 100))}]`));
  return `$${path.join('')}`.slice(0, 400);
}

/** Reads one JSON document. Throws `JsonError`, never anything else. */
export function parseJson(text: string, limits: JsonLimits = JSON_LIMITS): JsonValue {
  if (text.length > limits.length) throw new JsonError('json.length', limits.length, '$');
  return new Reader(text.startsWith('\ufeff') ? text.slice(1) : text, limits).document();
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object less one property. */
export function without(object: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}

/** A string, or the empty one: what a stranger's file holds there may be anything. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** What stands alone, or in a list of one: JSON-LD says the same with both, and so do platforms. */
export function only(value: JsonValue | undefined): JsonValue | undefined {
  return Array.isArray(value) && value.length === 1 ? value[0] : value;
}

/** One value, or several: JSON-LD lets a writer choose. */
export function asArray(value: JsonValue | undefined): JsonValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
