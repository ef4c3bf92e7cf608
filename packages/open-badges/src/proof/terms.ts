/**
 * JSON-LD 1.1 contexts (https://www.w3.org/TR/json-ld11-api/#context-processing-algorithms), as far as the pinned ones need: terms with an
 * IRI, a type, a container, scoped contexts, protection. Anything else throws `Unusual`, and the full library decides.
 */
import { CONTEXTS } from '../contexts/index.ts';
import { asArray, isObject, type JsonObject, type JsonValue } from '../input/json.ts';

/** Not an error of the document: something that only the full JSON-LD library can judge. */
export class Unusual extends Error {}

export interface Term {
  /** IRI, or the keyword that the term stands for. */
  readonly id: string;
  /** `@id`, `@vocab`, `@json`, or the IRI of a datatype. */
  readonly type: string | undefined;
  readonly container: '@set' | '@list' | '@graph' | undefined;
  /** Scoped context; `null` empties. Undefined when there is none. */
  readonly context: JsonValue | undefined;
  readonly prefix: boolean;
  readonly protected: boolean;
}

export interface ActiveContext {
  readonly terms: ReadonlyMap<string, Term>;
  /** What to go back to below a node whose type brought its own terms. */
  readonly previous: ActiveContext | undefined;
}

export const EMPTY: ActiveContext = { terms: new Map(), previous: undefined };

const KEYWORDS: readonly string[] = ['@id', '@type', '@context', '@graph', '@list', '@set', '@value', '@language', '@json', '@vocab'];
const MEMBERS: readonly string[] = ['@id', '@type', '@container', '@context', '@protected', '@prefix'];
const SETTINGS: readonly string[] = ['@version', '@protected', '@propagate'];
export const ABSOLUTE = /^[A-Za-z][A-Za-z\d+.-]*:[^\s<>"{}|\\^`]*$/;

/** The same context on the same terms is worked out once: the documents are fixed, so are the terms that they make. */
const cache = new WeakMap<ActiveContext, WeakMap<object, ActiveContext>>();

export interface Mode {
  /** A property's own context may redefine what is protected. */
  readonly override: boolean;
  /** A type's own context ends with its node. */
  readonly propagate: boolean;
}

export function processContext(active: ActiveContext, local: JsonValue, mode: Mode): ActiveContext {
  let result = active;
  for (const context of Array.isArray(local) ? local : [local]) result = processOne(result, context, mode);
  return mode.propagate || result === active ? result : { terms: result.terms, previous: active.previous ?? active };
}

function processOne(active: ActiveContext, context: JsonValue, mode: Mode): ActiveContext {
  if (context === null) {
    if (!mode.override && [...active.terms.values()].some((term) => term.protected)) throw new Unusual('protected');
    return EMPTY;
  }
  if (typeof context === 'string') {
    const document = CONTEXTS.get(context) as JsonObject | undefined;
    if (!document) throw new Unusual(context);
    return processContext(active, document['@context'] ?? null, mode);
  }
  if (!isObject(context)) throw new Unusual('context');
  // Only pinned contexts are objects that live on; one written in a badge is refused before it gets here.
  const known = mode.override ? undefined : cache.get(active)?.get(context);
  if (known) return known;
  const result = { terms: define(active, context, mode), previous: active.previous };
  if (!mode.override) {
    const byContext = cache.get(active) ?? new WeakMap<object, ActiveContext>();
    byContext.set(context, result);
    cache.set(active, byContext);
  }
  return result;
}

function define(active: ActiveContext, context: JsonObject, mode: Mode): ReadonlyMap<string, Term> {
  const terms = new Map(active.terms);
  const done = new Set<string>();
  const one = (name: string): void => {
    if (done.has(name) || name.startsWith('@') || !Object.hasOwn(context, name)) return;
    done.add(name);
    const before = active.terms.get(name);
    const after = read(name, context[name] ?? null);
    if (before?.protected && !mode.override && !same(before, after)) throw new Unusual(`protected ${name}`);
    terms.set(name, before?.protected && !mode.override ? before : after);
  };
  const expand = (text: string): string => {
    if (KEYWORDS.includes(text)) return text;
    one(text);
    const term = terms.get(text);
    if (term) return term.id;
    const colon = text.indexOf(':');
    const prefix = text.slice(0, Math.max(colon, 0));
    if (colon > 0 && !text.startsWith('//', colon + 1)) {
      one(prefix);
      const base = terms.get(prefix);
      if (base) return base.id + text.slice(colon + 1);
    }
    if (!ABSOLUTE.test(text)) throw new Unusual(text);
    return text;
  };
  const read = (name: string, value: JsonValue): Term => {
    const definition = typeof value === 'string' ? { '@id': value } : value;
    if (!isObject(definition) || Object.keys(definition).some((key) => !MEMBERS.includes(key))) throw new Unusual(name);
    const id = definition['@id'] ?? name;
    const type = definition['@type'];
    const container = asArray(definition['@container']);
    if (typeof id !== 'string' || (type !== undefined && typeof type !== 'string') || container.length > 1) throw new Unusual(name);
    const iri = expand(id === name ? unprefixed(name) : id);
    return {
      id: iri,
      type: type === undefined ? undefined : expand(type),
      container: containerOf(container[0]),
      context: definition['@context'],
      prefix: definition['@prefix'] === true || (typeof value === 'string' && /[:/?#[\]@]$/.test(iri)),
      protected: (definition['@protected'] ?? context['@protected']) === true,
    };
  };
  for (const name of Object.keys(context)) {
    if (name.startsWith('@') && !SETTINGS.includes(name)) throw new Unusual(name);
    one(name);
  }
  return terms;
}

/** A term without an `@id` is its own IRI only if it is written as one. */
function unprefixed(name: string): string {
  if (!ABSOLUTE.test(name)) throw new Unusual(name);
  return name;
}

function containerOf(value: JsonValue | undefined): Term['container'] {
  if (value === undefined || value === '@set' || value === '@list' || value === '@graph') return value;
  throw new Unusual('container');
}

function same(one: Term, other: Term): boolean {
  return one.id === other.id && one.type === other.type && one.container === other.container && one.prefix === other.prefix && JSON.stringify(one.context) === JSON.stringify(other.context);
}

/** The IRI or keyword of a word in the document; undefined when nothing defines it. `asTerm`: as a property or type, else as an address. */
export function expandIri(active: ActiveContext, text: string, asTerm: boolean): string | undefined {
  if (text.startsWith('@')) {
    if (KEYWORDS.includes(text)) return text;
    throw new Unusual(text);
  }
  if (asTerm) {
    const term = active.terms.get(text);
    if (term) return term.id;
  }
  const colon = text.indexOf(':');
  if (colon < 1) return undefined;
  if (text.startsWith('_:')) return text;
  const base = text.startsWith('//', colon + 1) ? undefined : active.terms.get(text.slice(0, colon));
  if (base?.prefix) return base.id + text.slice(colon + 1);
  return ABSOLUTE.test(text) ? text : undefined;
}
