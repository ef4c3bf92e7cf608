/** What somebody with a good badge and a text editor can do to it. */
import { CONTEXTS } from '../contexts/index.ts';
import { KNOWN_CONTEXTS } from '../contexts/names.ts';
import { isObject, type JsonObject, type JsonValue } from '../input/json.ts';
import type { Random } from './random.ts';

type Holder = JsonObject | JsonValue[];
type Step = string | number;

/** Letters that look like others: Cyrillic, Greek, full width. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', i: 'і', H: 'Н', B: 'В', u: 'υ', d: 'ԁ', b: 'Ь', '.': '．' };

/** Every word that the pinned vocabularies know. */
export const WORDS: readonly string[] = [...new Set([...CONTEXTS.values()].flatMap((context) => wordsOf(context as unknown as JsonObject)))].filter((word) => !word.startsWith('@'));

function wordsOf(value: JsonValue): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, item]) => [name, ...wordsOf(item)]);
}

/** The other writings of one text. */
export function texts(text: string, { below, pick }: Random): Readonly<Record<string, JsonValue>> {
  const at = below(Math.max(text.length, 1));
  const around = (middle: string): string => text.slice(0, at) + middle + text.slice(at + 1);
  const alike = Array.from(text, (letter) => LOOK_ALIKES[letter] ?? letter).join('');
  return {
    'one letter': around(pick(['x', '0', 'é', '\u200b', '\u0301'])), 'a letter less': around(''), 'upper case': text.toUpperCase(), 'lower case': text.toLowerCase(), 'look-alikes': alike,
    'another normal form': text.normalize('NFD'), 'a space after': `${text} `, 'a mark that nobody sees': `${text}\u200b`, 'turned round': `\u202e${text}`, nothing: '', 'no text': null, 'a truth': true, 'a list of one': [text], 'a list of two': [text, 'x'],
    'an object': { id: text }, 'a value': { '@value': text }, 'a typed value': { '@value': text, '@type': 'http://www.w3.org/2001/XMLSchema#string' }, 'a graph': { '@graph': [{ id: text }] },
  };
}

/** One change of the document, by its name. The document itself is left as it is. */
export interface Mutation {
  readonly name: string;
  readonly document: JsonObject;
}

function copyAt(document: JsonObject, path: readonly Step[], change: (holder: Holder, last: Step) => void): JsonObject {
  const copy = structuredClone(document);
  let holder: Holder = copy;
  for (const step of path.slice(0, -1)) {
    const next: JsonValue | undefined = Array.isArray(holder) ? holder[Number(step)] : holder[step];
    if (typeof next === 'object' && next !== null) holder = next;
  }
  change(holder, path.at(-1) ?? '');
  return copy;
}

function set(holder: Holder, name: Step, value: JsonValue): void {
  if (Array.isArray(holder)) holder[Number(name)] = value;
  else holder[String(name)] = value;
}

function pathsOf(value: JsonValue, path: readonly Step[] = []): (readonly Step[])[] {
  if (typeof value !== 'object' || value === null) return [];
  const steps: [Step, JsonValue][] = Array.isArray(value) ? value.map((item, index) => [index, item]) : Object.entries(value);
  return steps.flatMap(([step, item]) => [[...path, step], ...pathsOf(item, [...path, step])]);
}

function valueAt(document: JsonObject, path: readonly Step[]): JsonValue {
  return path.reduce<JsonValue>((value, step) => (Array.isArray(value) ? value[Number(step)] : isObject(value) ? value[step] : null) ?? null, document);
}

/** Every member: dropped, doubled, renamed, said in other ways; every object: with a word more. `renames` words of the vocabularies are tried a member. */
export function* mutations(document: JsonObject, random: Random, renames: number): Generator<Mutation> {
  for (const path of [...pathsOf(document)]) {
    const value = valueAt(document, path);
    const place = path.join('.');
    const at = (name: string, change: (holder: Holder, last: Step) => void): Mutation => ({ name: `${place}: ${name}`, document: copyAt(document, path, change) });
    yield at('dropped', (holder, last) => { if (Array.isArray(holder)) holder.splice(Number(last), 1); else Reflect.deleteProperty(holder, last); });
    if (typeof value === 'string') for (const [name, other] of Object.entries(texts(value, random))) yield at(name, (holder, last) => { set(holder, last, other); });
    else for (const other of [null, [], {}, [value, value], !value, JSON.stringify(value)]) yield at(`now ${JSON.stringify(other).slice(0, 30)}`, (holder, last) => { set(holder, last, other); });
    if (isObject(value)) for (let count = 0; count < renames; count += 1) {
      const word = random.pick(WORDS);
      if (!Object.hasOwn(value, word)) yield at(`with ${word}`, (holder, last) => { set(holder, last, { ...value, [word]: random.pick(['x', 'https://evil.example/', '2099-01-01T00:00:00Z', { id: 'urn:x' }]) }); });
    }
    const last = path.at(-1);
    if (typeof last !== 'string') continue;
    for (const word of [`${last}s`, last.toUpperCase(), ` ${last}`, `@${last}`, `https://schema.org/${last}`, ...Array.from({ length: renames }, () => random.pick(WORDS))]) {
      yield at(`called ${word}`, (holder) => { if (isObject(holder) && !Object.hasOwn(holder, word)) { Reflect.deleteProperty(holder, last); holder[word] = value; } });
    }
  }
}

/** Other vocabularies than those that the badge was signed with. */
export function* otherContexts(document: JsonObject): Generator<Mutation> {
  const contexts = Array.isArray(document['@context']) ? document['@context'] : [];
  const lists: JsonValue[][] = [[...contexts].reverse(), contexts.slice(0, 1), contexts.slice(1), [...contexts, { name: 'https://schema.org/alternateName' }], [...contexts, { '@vocab': 'https://evil.example/' }], [...contexts, ...contexts]];
  for (const url of KNOWN_CONTEXTS) lists.push([...contexts, url], ...contexts.map((_, index) => contexts.with(index, url)));
  for (const list of lists) yield { name: `contexts ${JSON.stringify(list)}`, document: { ...structuredClone(document), '@context': list } };
}
