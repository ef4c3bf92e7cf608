/** The page's own background of pictures, when it names one: whose it is, and which pictures a view needs. */

export interface Tiles {
  /** `https://…/{z}/{x}/{y}.png`: of the page's choice, never by default. */
  readonly template: string;
  /** Whose pictures they are, as their licence asks to say it. */
  readonly attribution: string;
}

const PLACES = ['{x}', '{y}', '{z}'] as const;

/** Undefined when the page names none, or what it names cannot be used: an address on the web with its three numbers, and whose it is. */
export function tilesOf(template: string, attribution: string, base: string): Tiles | undefined {
  if (template === '' || !PLACES.every((place) => template.includes(place)) || attribution.trim() === '') return undefined;
  const sample = PLACES.reduce((text, place) => text.replaceAll(place, '0'), template);
  if (!URL.canParse(sample, base) || !/^https?:$/.test(new URL(sample, base).protocol)) return undefined;
  return { template, attribution: attribution.trim() };
}

export const tileAddress = ({ template }: Tiles, [x, y, z]: readonly [number, number, number]): string =>
  template.replaceAll('{x}', String(x)).replaceAll('{y}', String(y)).replaceAll('{z}', String(z));
