/** How verifying reaches other documents: only through a function that the caller gives. This package makes no request of its own. */
import { parseJson, type JsonObject, isObject, type JsonValue } from './input/json.ts';
import { isUri } from './structure/kind.ts';

/** Gives the document behind an URL or a DID, as text or as JSON; undefined (or a rejection) when it cannot. */
export type Resolve = (url: string) => Promise<unknown>;

/** Characters of a fetched document that are read at all. */
const MAX_TEXT = 8_000_000;
/** Documents asked for during one verification: a badge needs about five; a chain of documents that name each other ends here. */
const MAX_DOCUMENTS = 40;

/**
 * The documents of one verification: each is asked for once, bounded in number and size, read as strictly as the badge itself.
 * A document that cannot be had is `undefined`, never an exception: what depends on it is "unknown".
 */
export class Resources {
  readonly #resolve: Resolve | undefined;
  readonly #seen = new Map<string, Promise<string | JsonValue | undefined>>();

  constructor(resolve: Resolve | undefined) {
    this.#resolve = resolve;
  }

  /** A JSON object. */
  async object(url: string): Promise<JsonObject | undefined> {
    const value = await this.value(url);
    return isObject(value) ? value : undefined;
  }

  /** JSON, or the text when it is not JSON (a PEM key, a compact JWS). */
  value(url: string): Promise<string | JsonValue | undefined> {
    const known = this.#seen.get(url);
    if (known) return known;
    // A relative address would be taken from wherever the caller stands: a badge does not choose a path of the page that shows it.
    if (!this.#resolve || !isUri(url) || this.#seen.size >= MAX_DOCUMENTS) return Promise.resolve(undefined);
    const asked = this.#ask(this.#resolve, url);
    this.#seen.set(url, asked);
    return asked;
  }

  async #ask(resolve: Resolve, url: string): Promise<string | JsonValue | undefined> {
    try {
      const found = await resolve(url);
      if (found === undefined || found === null) return undefined;
      // A host may hand over an object of its own making: reading it again gives it the same bounds as text.
      const text = typeof found === 'string' ? found : JSON.stringify(found);
      if (text.length > MAX_TEXT) return undefined;
      return /^\s*[{[]/.test(text) ? parseJson(text, { depth: 64, length: MAX_TEXT }) : text;
    } catch {
      return undefined;
    }
  }
}
