/** A badge's picture: a shape, two colours, a pictogram, a few words. Drawn as an SVG text, which needs no page and no network. */
import { t } from '../text.ts';
import { type Pictogram, PICTOGRAMS } from './pictograms.ts';

export const SHAPES = {
  hexagon: { name: t('Hexagone', 'Hexagon'), path: 'M128 8 236 68v120l-108 60L20 188V68Z' },
  circle: { name: t('Cercle', 'Circle'), path: 'M128 8a120 120 0 1 1 0 240 120 120 0 0 1 0-240Z' },
  shield: { name: t('Écusson', 'Shield'), path: 'M128 8c34 18 68 26 104 26v84c0 62-42 106-104 130C66 224 24 180 24 118V34c36 0 70-8 104-26Z' },
  square: { name: t('Carré', 'Square'), path: 'M48 12h160a36 36 0 0 1 36 36v160a36 36 0 0 1-36 36H48a36 36 0 0 1-36-36V48a36 36 0 0 1 36-36Z' },
  rosette: { name: t('Rosace', 'Rosette'), path: rosette() },
} as const satisfies Readonly<Record<string, { readonly name: { readonly fr: string; readonly en: string }; readonly path: string }>>;

export type Shape = keyof typeof SHAPES;

export interface BadgePicture {
  readonly shape: Shape;
  readonly pictogram: Pictogram;
  /** `#rrggbb`: of the border, the pictogram and the band. */
  readonly colour: string;
  /** `#rrggbb`: behind the pictogram. */
  readonly ground: string;
  /** A few words on the band below; without any there is no band. */
  readonly text: string;
}

/** The hub's colours. */
export const COLOURS = { blue: '#252d80', orange: '#b92a03', sky: '#e0f3f9', peach: '#ffe0db', green: '#0b6b3a', mint: '#e3f5ea', white: '#ffffff' } as const;

/** Characters that stay readable on the band. */
export const MOST_LETTERS = 24;

const isColour = (text: string): boolean => /^#[\da-f]{6}$/i.test(text);

/** The picture as SVG. Whatever is wrong in it falls back: a picture is never a reason not to issue. */
export function drawBadge({ shape, pictogram, colour, ground, text }: BadgePicture, title = ''): string {
  const ink = isColour(colour) ? colour : COLOURS.blue;
  const paper = isColour(ground) ? ground : COLOURS.sky;
  const { path } = Object.hasOwn(SHAPES, shape) ? SHAPES[shape] : SHAPES.hexagon;
  const { drawing } = Object.hasOwn(PICTOGRAMS, pictogram) ? PICTOGRAMS[pictogram] : PICTOGRAMS.star;
  const words = Array.from(text.trim()).slice(0, MOST_LETTERS).join('');
  const size = Math.min(26, Math.floor(350 / Math.max(words.length, 1)));
  const band = words === '' ? '' : `<path d="M6 170h244l-14 22 14 22H6l14-22Z" fill="${ink}" stroke="${paper}" stroke-width="4"/>`
    + `<text x="128" y="${String(192 + size * 0.36)}" font-family="system-ui, sans-serif" font-size="${String(size)}" font-weight="700" text-anchor="middle" fill="${inkOn(ink)}">${escapeXml(words)}</text>`;
  const scale = words === '' ? 1.4 : 1.15;
  const place = `translate(${String(128 - 48 * scale)} ${String((words === '' ? 128 : 104) - 48 * scale)}) scale(${String(scale)})`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256" width="512" height="512">${title === '' ? '' : `<title>${escapeXml(title)}</title>`}`
    + `<path d="${path}" fill="${paper}" stroke="${ink}" stroke-width="14" stroke-linejoin="round"/>`
    + `<g transform="${place}" fill="${ink}" color="${ink}">${drawing}</g>${band}</svg>`;
}

/** Relative luminance contrast (WCAG 2.2, 1.4.3) of two colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const inkOn = (colour: string): string => (contrast(colour, '#ffffff') >= contrast(colour, '#11143a') ? '#ffffff' : '#11143a');

const escapeXml = (text: string): string => text.toWellFormed().replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`)
  // eslint-disable-next-line no-control-regex -- XML 1.0 §2.2: what a document must not hold
  .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

/** Twelve petals. */
function rosette(): string {
  const point = (radius: number, turn: number): string => `${(128 + radius * Math.sin(turn)).toFixed(1)} ${(128 - radius * Math.cos(turn)).toFixed(1)}`;
  const petals = Array.from({ length: 12 }, (_, at) => `Q${point(134, ((at + 0.5) * Math.PI) / 6)} ${point(106, ((at + 1) * Math.PI) / 6)}`);
  return `M${point(106, 0)}${petals.join('')}Z`;
}
