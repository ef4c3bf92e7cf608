/** What the tests of the formats share: identifiers that count up, and places drawn by fast-check. */
import fc from 'fast-check';
import type { Place } from '../model.ts';
import { STANDARD_LISTS, STANDARD_VALUES } from '../standard-values.ts';

export function counter(from = 1): () => string {
  let next = from;
  return () => uuid(next++);
}
export const uuid = (n: number): string => `urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const aPlace = (fields: Partial<Place> = {}): Place => ({
  id: uuid(900), type: 'place', version: 1, derivedFrom: [], localId: 'lieu-1', nom: 'Médiathèque fictive', commune: 'Lambersart', code_postal: '59130',
  adresse: '1 rue Fictive', date_maj: '2026-01-31', ...fields,
});

/** Texts as files hold them: no blank at either end, and all that makes CSV hard inside. */
const text = fc
  .string({ unit: fc.constantFrom('a', 'É', 'œ', "'", '’', '"', ',', ';', '=', '+', '-', '@', '\n', ' ', '1', '«', '＂'), minLength: 1, maxLength: 12 })
  .map((drawn) => drawn.trim())
  .filter((drawn) => drawn !== '' && drawn !== "''");
const label = text.filter((drawn) => !drawn.includes('|'));
const code = fc.constantFrom('59328', '59350', '2A004', '01001');
const degrees = (most: number): fc.Arbitrary<number> => fc.integer({ min: 1, max: most * 1_000_000 }).map((n) => n / 1_000_000);
const site = fc.constantFrom('https://a.example/?q=1;2,3', 'http://b.example');

const lists = Object.fromEntries(
  STANDARD_LISTS.map((column) => [column, fc.uniqueArray(fc.constantFrom(...STANDARD_VALUES[column]), { minLength: 1 })]),
) as { [L in keyof typeof STANDARD_VALUES]: fc.Arbitrary<(typeof STANDARD_VALUES)[L][number][]> };

/** Places as the reader makes them, with a local identifier each: their records' identifiers do not count. */
export const places: fc.Arbitrary<Place[]> = fc.uniqueArray(
  fc.record(
    {
      type: fc.constant('place' as const), version: fc.constant(1), derivedFrom: fc.constant<string[]>([]), id: fc.constant(uuid(0)),
      localId: text, nom: text,
      pivot: fc.constantFrom('43493312300029', 'W591234567'), commune: text, code_postal: fc.constantFrom('59000', '01000'), code_insee: code,
      adresse: text, complement_adresse: text, latitude: degrees(90), longitude: degrees(180),
      typologie: fc.uniqueArray(fc.constantFrom('BIB', 'CCAS', 'Autre'), { minLength: 1 }), telephone: fc.constantFrom('+33320000000', '+262123456'),
      courriels: fc.uniqueArray(fc.constantFrom('a@a.example', 'b@b.example'), { minLength: 1 }), site_web: fc.uniqueArray(site, { minLength: 1 }),
      horaires: text, presentation_resume: text, presentation_detail: text, source: text, structure_parente: text,
      date_maj: fc.constantFrom('2024-02-29', '1970-01-01'), autres_formations_labels: fc.uniqueArray(label, { minLength: 1 }), fiche_acces_libre: text, prise_rdv: text,
      extra: fc.dictionary(label.map((name) => `x ${name}`.replace(/\s+/g, ' ')), text, { minKeys: 1, maxKeys: 2, noNullPrototype: true }),
      ...lists,
    },
    { requiredKeys: ['type', 'version', 'derivedFrom', 'id', 'localId', 'nom'], noNullPrototype: true },
  ),
  { selector: ({ localId }) => localId, maxLength: 6 },
);
