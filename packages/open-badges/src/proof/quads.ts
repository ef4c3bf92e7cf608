/**
 * A badge to RDF quads, in one pass over the JSON (https://www.w3.org/TR/json-ld11-api/#expansion and #deserialize-json-ld-to-rdf-algorithm,
 * for what the pinned contexts use). The general library spends five times as long building the expanded form first. Whatever is
 * unusual throws `Unusual`: the library then has the last word, so this pass can only ever be faster, never more lenient.
 */
import { asArray, isObject, type JsonObject, type JsonValue } from '../input/json.ts';
import { canonicalizeJson } from './jcs.ts';
import { EMPTY, expandIri, processContext, Unusual, type ActiveContext, type Term } from './terms.ts';

interface Node {
  readonly termType: 'NamedNode' | 'BlankNode' | 'DefaultGraph';
  readonly value: string;
}
interface Literal {
  readonly termType: 'Literal';
  readonly value: string;
  readonly datatype: Node;
}
/** As RDF/JS and `rdf-canonize` have it. */
export interface Quad {
  readonly subject: Node;
  readonly predicate: Node;
  readonly object: Node | Literal;
  readonly graph: Node;
}

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const XSD = 'http://www.w3.org/2001/XMLSchema#';
const DEFAULT_GRAPH: Node = { termType: 'DefaultGraph', value: '' };
const named = (value: string): Node => ({ termType: 'NamedNode', value });
const TYPE = named(`${RDF}type`);
const FIRST = named(`${RDF}first`);
const REST = named(`${RDF}rest`);
const NIL = named(`${RDF}nil`);
/** Statements in one badge: a hundred is usual. */
const MAX_QUADS = 50_000;

/** The document's statements. Throws `Unusual`. */
export function toQuads(document: JsonObject): Quad[] {
  const writer = new Writer();
  writer.node(document, EMPTY, undefined, DEFAULT_GRAPH);
  return [...writer.quads.values()];
}

class Writer {
  /** By what they say: RDF is a set, two equal statements are one. */
  readonly quads = new Map<string, Quad>();
  readonly #blank = new Map<string, Node>();
  #count = 0;

  #fresh(): Node {
    return { termType: 'BlankNode', value: `b${String(this.#count++)}` };
  }

  #resource(iri: string): Node {
    if (!iri.startsWith('_:')) return named(iri);
    const known = this.#blank.get(iri) ?? this.#fresh();
    this.#blank.set(iri, known);
    return known;
  }

  #add(subject: Node, predicate: Node, object: Node | Literal, graph: Node): void {
    if (this.quads.size >= MAX_QUADS) throw new Unusual('size');
    const datatype = object.termType === 'Literal' ? object.datatype.value : '';
    this.quads.set(JSON.stringify([subject.value, predicate.value, object.termType, object.value, datatype, graph.value]), { subject, predicate, object, graph });
  }

  /** One node object: its statements are written in `graph`; the answer is its subject. */
  node(object: JsonObject, outer: ActiveContext, scoped: JsonValue | undefined, graph: Node): Node {
    let active = outer.previous && !isReference(object, outer) ? outer.previous : outer;
    if (scoped !== undefined) active = processContext(active, scoped, { override: true, propagate: true });
    if (object['@context'] !== undefined) active = processContext(active, object['@context'], { override: false, propagate: true });
    const typed = active;
    const types = typesOf(object, typed);
    for (const type of types.toSorted()) {
      const context = typed.terms.get(type)?.context;
      if (context !== undefined) active = processContext(active, context, { override: false, propagate: false });
    }
    const subject = this.#subject(object, active);
    for (const type of types) {
      const iri = expandIri(typed, type, true);
      if (iri === undefined || iri.startsWith('@')) throw new Unusual(type);
      this.#add(subject, TYPE, this.#resource(iri), graph);
    }
    for (const [key, value] of Object.entries(object)) this.#property(subject, key, value, active, graph);
    return subject;
  }

  #subject(object: JsonObject, active: ActiveContext): Node {
    const keys = Object.keys(object).filter((key) => key === '@id' || active.terms.get(key)?.id === '@id');
    const id = object[keys[0] ?? ''];
    if (keys.length > 1) throw new Unusual('@id twice');
    if (id === undefined) return this.#fresh();
    const iri = typeof id === 'string' ? expandIri(active, id, false) : undefined;
    if (iri === undefined) throw new Unusual('@id');
    return this.#resource(iri);
  }

  #property(subject: Node, key: string, value: JsonValue, active: ActiveContext, graph: Node): void {
    const iri = expandIri(active, key, true);
    if (iri === undefined) throw new Unusual(key);
    if (iri === '@id' || iri === '@type' || iri === '@context') return;
    if (iri.startsWith('@') || iri.startsWith('_:')) throw new Unusual(key);
    const term = active.terms.get(key);
    const predicate = named(iri);
    if (term?.type === '@json') {
      this.#add(subject, predicate, { termType: 'Literal', value: canonicalizeJson(value), datatype: named(`${RDF}JSON`) }, graph);
      return;
    }
    if (term?.container === '@list') {
      if (value === null) return;
      this.#add(subject, predicate, this.#list(value, term, active, graph), graph);
      return;
    }
    for (const item of flat(value)) {
      const object = this.#value(item, term, active, graph);
      if (object) this.#add(subject, predicate, object, graph);
    }
  }

  #list(value: JsonValue, term: Term, active: ActiveContext, graph: Node): Node {
    const items = (Array.isArray(value) ? value : [value]).map((item) => {
      if (Array.isArray(item)) throw new Unusual('list of lists');
      return this.#value(item, term, active, graph);
    });
    let head = NIL;
    for (const item of items.toReversed()) {
      if (!item) continue;
      const cell = this.#fresh();
      this.#add(cell, FIRST, item, graph);
      this.#add(cell, REST, head, graph);
      head = cell;
    }
    return head;
  }

  #value(value: JsonValue, term: Term | undefined, outer: ActiveContext, graph: Node): Node | Literal | undefined {
    if (value === null) return undefined;
    if (isObject(value)) {
      if (term?.container !== '@graph') return this.node(value, outer, term?.context, graph);
      const name = this.#fresh();
      this.node(value, outer, term.context, name);
      return name;
    }
    if (Array.isArray(value) || term?.container === '@graph') throw new Unusual('value');
    return this.#scalar(value, term, outer);
  }

  #scalar(value: string | number | boolean, term: Term | undefined, outer: ActiveContext): Node | Literal {
    const active = term?.context === undefined ? outer : processContext(outer, term.context, { override: true, propagate: true });
    const type = term?.type;
    if (typeof value === 'string' && (type === '@id' || type === '@vocab')) {
      const iri = expandIri(active, value, type === '@vocab');
      if (iri === undefined || iri.startsWith('@')) throw new Unusual(value);
      return this.#resource(iri);
    }
    const datatype = type === undefined || type.startsWith('@') ? undefined : type;
    if (datatype === `${XSD}double`) throw new Unusual('double');
    const [text, natural] = lexical(value);
    return { termType: 'Literal', value: text, datatype: named(datatype ?? XSD + natural) };
  }
}

/** JSON-LD API §8.6, Data Round Tripping: how numbers are written. */
function lexical(value: string | number | boolean): readonly [text: string, type: string] {
  if (typeof value === 'string') return [value, 'string'];
  if (typeof value === 'boolean') return [String(value), 'boolean'];
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return [value.toFixed(0), 'integer'];
  return [value.toExponential(15).replace(/(\d)0*e\+?/, '$1E'), 'double'];
}

function typesOf(object: JsonObject, active: ActiveContext): string[] {
  return Object.keys(object)
    .filter((key) => key === '@type' || active.terms.get(key)?.id === '@type')
    .flatMap((key) => asArray(object[key])) // unlike other sets, this one holds no set: a type in a list of its own would hide what kind of badge it is
    .map((type) => {
      if (typeof type !== 'string') throw new Unusual('@type');
      return type;
    });
}

/** A node that only names another one keeps its type's terms: nothing in it uses them. */
function isReference(object: JsonObject, active: ActiveContext): boolean {
  const [key, ...others] = Object.keys(object);
  return key !== undefined && others.length === 0 && expandIri(active, key, true) === '@id';
}

/** A value, or the values of a set; sets inside sets are one set. */
function flat(value: JsonValue): JsonValue[] {
  return Array.isArray(value) ? value.flatMap(flat) : [value];
}
