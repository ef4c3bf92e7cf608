/**
 * RDFC-1.0 (https://www.w3.org/TR/rdf-canon/#canonicalization-algorithm) for graphs in which every blank node has statements of its own: the
 * first-degree hashes then differ, and their order names the nodes. Badges are such graphs. Nodes that look alike are left to `rdf-canonize`.
 */
import type { Quad } from './quads.ts';
import { sha256 } from './sha256.ts';

type Term = Quad['object'] | Quad['graph'];

const XSD_STRING = 'http://www.w3.org/2001/XMLSchema#string';

/** A statement with what never changes written once: only the names of blank nodes differ from one reading to the next. */
interface Written {
  readonly nodes: readonly string[];
  /** N-Quads around the names of the blank nodes: one piece more than there are nodes. */
  readonly pieces: readonly string[];
}

/** Canonical N-Quads, or undefined when two blank nodes cannot be told apart at first sight. */
export function canonicalize(quads: readonly Quad[]): string | undefined {
  const statements = quads.map(write);
  const mentions = new Map<string, Written[]>();
  for (const statement of statements) {
    for (const node of statement.nodes) {
      const known = mentions.get(node);
      if (!known) mentions.set(node, [statement]);
      else if (known.at(-1) !== statement) known.push(statement);
    }
  }
  const hashes = new Map<string, string>();
  for (const [node, mentioned] of mentions) {
    // §4.6: the node itself is `_:a`, every other is `_:z`.
    const lines = mentioned.map((statement) => line(statement, (value) => (value === node ? 'a' : 'z')));
    hashes.set(sha256(lines.sort().join('')), node);
  }
  if (hashes.size !== mentions.size) return undefined;
  const labels = new Map([...hashes.keys()].sort().map((hash, index) => [hashes.get(hash) ?? '', `c14n${String(index)}`]));
  return statements.map((statement) => line(statement, (value) => labels.get(value) ?? '')).sort().join('');
}

function write({ subject, predicate, object, graph }: Quad): Written {
  const nodes: string[] = [];
  const pieces: string[] = [];
  let text = '';
  const add = (node: Term, after: string): void => {
    if (node.termType === 'BlankNode') {
      nodes.push(node.value);
      pieces.push(`${text}_:`);
      text = after;
    } else text += term(node) + after;
  };
  const named = graph.termType !== 'DefaultGraph';
  add(subject, ' ');
  add(predicate, ' ');
  add(object, named ? ' ' : ' .\n');
  if (named) add(graph, ' .\n');
  return { nodes, pieces: [...pieces, text] };
}

function line({ nodes, pieces }: Written, label: (value: string) => string): string {
  let text = pieces[0] ?? '';
  for (let index = 0; index < nodes.length; index += 1) text += label(nodes[index] ?? '') + (pieces[index + 1] ?? '');
  return text;
}

function term(node: Exclude<Term, { termType: 'BlankNode' }>): string {
  if (node.termType !== 'Literal') return `<${escapeIri(node.value)}>`;
  const text = `"${escapeLiteral(node.value)}"`;
  return node.datatype.value === XSD_STRING ? text : `${text}^^<${escapeIri(node.datatype.value)}>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\b': '\\b', '\t': '\\t', '\n': '\\n', '\f': '\\f', '\r': '\\r', '"': '\\"', '\\': '\\\\' };
// eslint-disable-next-line no-control-regex -- §5 names exactly these
const LITERAL = /[\u0000-\u001f\u007f"\\]/;
// eslint-disable-next-line no-control-regex -- what an IRIREF may not hold as it is
const IRI = /[\u0000-\u0020<>"{}|^`\\]/;

function unicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function escapeLiteral(text: string): string {
  return LITERAL.test(text) ? text.replace(new RegExp(LITERAL, 'g'), (character) => ESCAPES[character] ?? unicode(character)) : text;
}

function escapeIri(text: string): string {
  return IRI.test(text) ? text.replace(new RegExp(IRI, 'g'), unicode) : text;
}
