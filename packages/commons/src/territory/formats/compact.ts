/**
 * The short form in which a territory ships inside a script: eight lines, a column each, items split by `;`
 * (a column of like things packs twice better than a line a commune):
 * 0. the territory's code, its name, the department, and the longitude and latitude from which centres count;
 * 1. names, in order of code;
 * 2. codes, each as its distance to the one before, the first from `department`000;
 * 3. SIREN, empty when it is the one that INSEE's rule gives (see `usualSiren`);
 * 4. populations; 5. postcodes without the department, split by `,`;
 * 6. centres: three base-36 digits of longitude then three of latitude, in 1e-4 degrees (about 10 m), nothing between;
 * 7. neighbours that stand further down only, as distances in places, base 36, split by `,`: the other half is mutual.
 * One department, mainland-style codes, at most 4.6 degrees wide, names without `;`: enough for an EPCI. Trusted:
 * written by our own script from a checked file, and compared with it by a test.
 */
import type { Commune } from '../model.ts';
import type { TerritoryData } from './json.ts';

const DEGREE = 10_000;

/** SIREN that INSEE gives to a commune: `21`, department, `0`, commune, and a Luhn check digit. */
export function usualSiren(code: string): string {
  const stem = `21${code.slice(0, 2)}0${code.slice(2)}`;
  let sum = 0;
  Array.from(stem).reverse().forEach((digit, at) => {
    const doubled = Number(digit) * (at % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  });
  return `${stem}${String((10 - (sum % 10)) % 10)}`;
}

const lowest = (values: readonly number[]): number => Math.min(...values);
const base36 = (value: number): string => value.toString(36).padStart(3, '0');

export function encodeTerritory({ code, name, communes }: TerritoryData): string {
  const sorted = communes.toSorted((a, b) => Number(a.code) - Number(b.code));
  const department = sorted[0]?.code.slice(0, 2) ?? '';
  const place = new Map(sorted.map((commune, at) => [commune.code, at]));
  const centres = sorted.map(({ centre = [0, 0] }) => centre.map((degrees) => Math.round(degrees * DEGREE)));
  const west = lowest(centres.map(([x = 0]) => x));
  const south = lowest(centres.map(([, y = 0]) => y));
  const columns = [
    [code, name, department, west, south],
    sorted.map((commune) => commune.name),
    sorted.map((commune, at) => Number(commune.code.slice(2)) - Number(sorted[at - 1]?.code.slice(2) ?? 0)),
    sorted.map(({ siren, code: own }) => (siren === usualSiren(own) ? '' : siren)),
    sorted.map(({ population }) => population),
    sorted.map(({ postcodes }) => postcodes.map((postcode) => postcode.slice(2)).join(',')),
    [centres.map(([x = 0, y = 0]) => base36(x - west) + base36(y - south)).join('')],
    sorted.map(({ neighbours }, at) =>
      neighbours
        .map((other) => (place.get(other) ?? 0) - at)
        .filter((distance) => distance > 0)
        .map((distance) => distance.toString(36))
        .join(','),
    ),
  ];
  return columns.map((column) => column.join(';')).join('\n');
}

const list = (text = ''): string[] => (text === '' ? [] : text.split(','));

export function decodeTerritory(text: string): TerritoryData {
  const [head = [], names = [], steps = [], sirens = [], populations = [], postcodes = [], [centres = ''] = [], links = []] = text
    .split('\n')
    .map((line) => line.split(';'));
  const [code = '', name = '', department = '', west, south] = head;
  let last = 0;
  const codes = steps.map((step) => department + String((last += Number(step))).padStart(3, '0'));
  const neighbours = codes.map((): string[] => []);
  links.forEach((distances, at) => {
    for (const distance of list(distances)) {
      const other = at + parseInt(distance, 36);
      neighbours[at]?.push(codes[other] ?? '');
      neighbours[other]?.push(codes[at] ?? '');
    }
  });
  const degrees = (from: string | undefined, at: number): number => (Number(from) + parseInt(centres.slice(at, at + 3), 36)) / DEGREE;
  return {
    code,
    name,
    communes: codes.map(
      (own, at): Commune => ({
        code: own,
        name: names[at] ?? '',
        siren: sirens[at] === '' ? usualSiren(own) : sirens[at],
        population: populations[at] === '' ? undefined : Number(populations[at]),
        postcodes: list(postcodes[at]).map((postcode) => department + postcode),
        centre: [degrees(west, at * 6), degrees(south, at * 6 + 3)],
        neighbours: (neighbours[at] ?? []).sort(),
      }),
    ),
  };
}
