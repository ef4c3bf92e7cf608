/**
 * RDFC-1.0 (https://www.w3.org/TR/rdf-canon/#canonicalization-algorithm) for graphs in which every blank node has statements of its own: the
 * first-degree hashes then differ, and their order names the nodes. Badges are such graphs. Nodes that look alike are left to `rdf-canonize`.
 */
import type { Quad } from './quads.ts';
import { sha256 } from './sha256.ts';

type Term = Quad['object'] | Quad['graph'];

const XSD_STRING = 'http://www.w3.org/2001/XMLSchema#string';

/** Canonical N-Quads, or undefined when two blank nodes cannot be told apart at first sight. */
export function canonicalize(quads: readonly Quad[]): string | undefined {
  const mentions = new Map<string, Quad[]>();
  for (const quad of quads) {
    for (const { termType, value } of [quad.subject, quad.object, quad.graph]) {
      if (termType !== 'BlankNode') continue;
      const known = mentions.get(value);
      if (!known) mentions.set(value, [quad]);
      else if (known.at(-1) !== quad) known.push(quad);
    }
  }
  const hashes = new Map<string, string>();
  for (const [node, mentioned] of mentions) {
    // §4.6: the node itself is `_:a`, every other is `_:z`.
    const lines = mentioned.map((quad) => line(quad, (value) => (value === node ? 'a' : 'z')));
    hashes.set(sha256(lines.sort().join('')), node);
  }
  if (hashes.size !== mentions.size) return undefined;
  const labels = new Map([...hashes.keys()].sort().map((hash, index) => [hashes.get(hash) ?? '', `c14n${String(index)}`]));
  return quads.map((quad) => line(quad, (value) => labels.get(value) ?? '')).sort().join('');
}

function line({ subject, predicate, object, graph }: Quad, label: (value: string) => string): string {
  const place = graph.termType === 'DefaultGraph' ? '' : ` ${term(graph, label)}`;
  return `${term(subject, label)} ${term(predicate, label)} ${term(object, label)}${place} .\n`;
}

function term(node: Term, label: (value: string) => string): string {
  if (node.termType === 'BlankNode') return `_:${label(node.value)}`;
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
