import type { Commune } from './model.ts';

const ARTICLE = /^(la|le|les|l) (?=.)/;

/**
 * A name as people may type it, brought to one form: no accent, case, hyphen or apostrophe; œ is oe; `St`, `Ste` are
 * `saint`, `sainte`; `lez`, `lès` (near) are `les`.
 */
export function plainName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
    .replace(/\blez\b/g, 'les');
}

/** Communes that became a part of another, by its code: people still live there, and type their name. */
const ASSOCIATED: Readonly<Record<string, readonly string[]>> = { 59350: ['hellemmes', 'lomme'] };

/** What is computed once a commune, so that each key typed only compares. */
export interface SearchEntry {
  readonly commune: Commune;
  /** With its article, without it, then those of its associated communes. */
  readonly names: readonly [string, string, ...string[]];
}

export function searchEntry(commune: Commune): SearchEntry {
  const name = plainName(commune.name);
  return { commune, names: [name, name.replace(ARTICLE, ''), ...(ASSOCIATED[commune.code] ?? [])] };
}

/** Smaller is better; undefined is no match. */
function rankName(name: string, query: string): number | undefined {
  if (name === query) return 0;
  if (name.startsWith(query)) return 1;
  const compact = query.replaceAll(' ', '');
  if (compact.length > 2 && name.replaceAll(' ', '').startsWith(compact)) return 2;
  const words = name.split(' ');
  if (query.split(' ').every((part) => words.some((word) => word.startsWith(part)))) return 3;
  if (query.length > 2 && name.includes(query)) return 4;
  // One slip of the finger, in what was typed so far or in the whole name.
  if (query.length > 3 && (oneSlip(name.slice(0, query.length), query) || oneSlip(name, query))) return 5;
  return undefined;
}

/** One letter missing, added, changed, or two neighbours swapped. */
function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

/** Œ is heard as an e: "bareuil" is one letter away from Barœul. */
const heard = (word: string): string => word.replaceAll('oe', 'e');

/** Each word typed is a word of the name, long ones with one slip. */
const almost = (name: string, query: string): boolean =>
  query.split(' ').every((part) => name.split(' ').some((word) => word === part || (part.length > 4 && oneSlip(heard(word), heard(part)))));

const plus = (rank: number | undefined, more: number): number | undefined => (rank === undefined ? undefined : rank + more);

/**
 * Communes for what a person typed, best first: a name, the beginning of a name or of its words, with or without its
 * article, one slip allowed; digits: a postcode (all the communes that share it) or an INSEE code; or a name with a
 * postcode. When nothing is found so, one slip a word. Among equals the most populous comes first.
 */
export function searchCommunes(entries: readonly SearchEntry[], text: string, limit: number): Commune[] {
  const typed = plainName(text);
  if (typed === '') return [];
  const digits = typed.replaceAll(' ', '');
  const isCode = /^\d[ab]?\d*$/.test(digits);
  const postcode = /\b\d\d ?\d{3}\b/.exec(typed)?.[0] ?? '';
  const query = typed.replace(postcode, '').replace(/ {2,}/, ' ').trim();
  const bare = query.replace(ARTICLE, '');
  const rank = ({ commune: { code, postcodes }, names: [name, short, ...others] }: SearchEntry): number | undefined => {
    if (isCode) return postcodes.some((each) => each.startsWith(digits)) ? 0 : code.startsWith(digits.toUpperCase()) ? 1 : undefined;
    // An article that was typed counts: "la m" is La Madeleine before Marcq.
    const ranks = [rankName(name, query), plus(rankName(short, bare), bare === query ? 0 : 2), ...others.map((other) => plus(rankName(other, query), 1))];
    const best = Math.min(...ranks.map((each) => each ?? Infinity));
    const far = postcode === '' || postcodes.includes(postcode.replace(' ', '')) ? 0 : 10;
    return best < Infinity ? best + far : postcode !== '' && far === 0 ? 20 : undefined;
  };
  const ranked = entries.flatMap((entry) => {
    const found = rank(entry);
    return found === undefined ? [] : [{ commune: entry.commune, rank: found }];
  });
  const found = ranked.length > 0 || isCode ? ranked : entries.filter(({ names }) => names.some((name) => almost(name, query))).map(({ commune }) => ({ commune, rank: 0 }));
  return found
    .sort((a, b) => a.rank - b.rank || (b.commune.population ?? 0) - (a.commune.population ?? 0) || a.commune.name.localeCompare(b.commune.name, 'fr'))
    .slice(0, limit)
    .map(({ commune }) => commune);
}
