/**
 * A picture of what an element shows, as shapes and texts: written as an SVG file that needs nothing else, or drawn on a canvas. It reads the page as
 * it stands (places, colours) and asks for no picture by address: a strict policy forbids nothing of it. Pictures of the page are in it as copies.
 */
import type { Copies } from './copied-pictures.ts';

export type Matrix = readonly [number, number, number, number, number, number];

interface Paint {
  readonly fill: string;
  readonly stroke: string;
  readonly width: number;
  readonly dash: readonly number[];
}
export type Shape =
  | (Paint & { readonly kind: 'path'; readonly d: string; readonly matrix: Matrix })
  | { readonly kind: 'picture'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly copy: HTMLCanvasElement }
  | { readonly kind: 'text'; readonly text: string; readonly x: number; readonly y: number; readonly font: string; readonly size: number; readonly weight: string; readonly fill: string };

export interface Snapshot {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  /** Each part draws nothing beyond its own box. */
  readonly parts: readonly { readonly box: readonly [x: number, y: number, width: number, height: number]; readonly shapes: readonly Shape[] }[];
}

export interface Around {
  readonly title: string;
  /** Under the picture: where it comes from, its licence, its day. */
  readonly notes: readonly string[];
  /** Of the pictures that the elements show; another picture is left out. */
  readonly copies?: Copies | undefined;
}

const MARGIN = 24;
/** As computed styles say it: `rgb(138, 83, 0)` is brown, `rgba(0, 0, 0, 0)` is nothing. */
const clear = (colour: string): boolean => colour === 'none' || colour === 'transparent' || /^rgba\(.*,\s*0\)$|\/\s*0\)$/.test(colour);
const number = (value: number): string => String(Math.round(value * 100) / 100);

/** The outline of an element of SVG, in its own measure. */
function outlineOf(element: SVGElement): string {
  const get = (name: string): number => Number.parseFloat(element.getAttribute(name) ?? '0') || 0;
  switch (element.localName) {
    case 'path': return element.getAttribute('d') ?? '';
    case 'line': return `M${number(get('x1'))} ${number(get('y1'))}L${number(get('x2'))} ${number(get('y2'))}`;
    case 'circle': return circle(get('cx'), get('cy'), get('r'));
    case 'rect': return `M${number(get('x'))} ${number(get('y'))}h${number(get('width'))}v${number(get('height'))}h${number(-get('width'))}Z`;
    default: return '';
  }
}

const circle = (x: number, y: number, r: number): string => `M${number(x - r)} ${number(y)}a${number(r)} ${number(r)} 0 1 0 ${number(2 * r)} 0a${number(r)} ${number(r)} 0 1 0 ${number(-2 * r)} 0Z`;

/** A box with round corners. */
function box(x: number, y: number, width: number, height: number, radius: number): string {
  const r = Math.min(radius, width / 2, height / 2);
  if (r < 0.5) return `M${number(x)} ${number(y)}h${number(width)}v${number(height)}h${number(-width)}Z`;
  const arc = (dx: number, dy: number): string => `a${number(r)} ${number(r)} 0 0 1 ${number(dx)} ${number(dy)}`;
  return `M${number(x + r)} ${number(y)}h${number(width - 2 * r)}${arc(r, r)}v${number(height - 2 * r)}${arc(-r, r)}h${number(2 * r - width)}${arc(-r, -r)}v${number(2 * r - height)}${arc(r, -r)}Z`;
}

const fontOf = ({ fontFamily, fontSize, fontWeight }: CSSStyleDeclaration): Pick<Extract<Shape, { kind: 'text' }>, 'font' | 'size' | 'weight'> => ({ font: fontFamily, size: Number.parseFloat(fontSize), weight: fontWeight });

/** A text as it is broken into lines. */
function linesOf(node: Text, left: number, top: number): Shape[] {
  const parent = node.parentElement;
  if (!parent) return [];
  const style = getComputedStyle(parent);
  const lines: { text: string; x: number; y: number }[] = [];
  let end = 0;
  // A line may break after a hyphen, too.
  for (const { 0: word, index } of node.data.matchAll(/[^\s-]+-*|-+/g)) {
    const gap = index === end ? '' : ' ';
    end = index + word.length;
    const range = document.createRange();
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const { x, bottom, height, width } = range.getBoundingClientRect();
    if (width === 0) continue;
    const y = bottom - height * 0.22 - top;
    const last = lines.at(-1);
    if (last && Math.abs(last.y - y) < 2) last.text += `${gap}${word}`;
    else lines.push({ text: word, x: x - left, y });
  }
  return lines.map((line) => ({ kind: 'text', ...line, ...fontOf(style), fill: style.color }));
}

function shapesOf(root: Element, left: number, top: number, copies: Copies | undefined): Shape[] {
  const shapes: Shape[] = [];
  const visit = (element: Element): void => {
    if (!element.checkVisibility() || element.matches('.vh, title')) return;
    const style = getComputedStyle(element);
    if (element instanceof SVGGraphicsElement && element.localName !== 'svg' && element.localName !== 'g') {
      const at = element.getScreenCTM();
      if (!at) return;
      const matrix: Matrix = [at.a, at.b, at.c, at.d, at.e - left, at.f - top];
      const { fill, stroke } = style;
      if (element.localName === 'text') shapes.push({ kind: 'text', text: element.textContent.trim(), x: at.a * Number(element.getAttribute('x') ?? 0) + matrix[4], y: at.d * Number(element.getAttribute('y') ?? 0) + matrix[5], ...fontOf(style), size: Number.parseFloat(style.fontSize) * at.a, fill });
      else shapes.push({ kind: 'path', d: outlineOf(element), matrix, fill, stroke, width: Number.parseFloat(style.strokeWidth), dash: style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(/[\s,]+/).map(Number.parseFloat) });
      return;
    }
    if (element instanceof HTMLImageElement) {
      const { x, y, width, height } = element.getBoundingClientRect();
      const copy = copies?.get(element);
      if (copy) shapes.push({ kind: 'picture', x: x - left, y: y - top, width, height, copy });
      return;
    }
    if (element instanceof HTMLElement) {
      const { x, y, width, height } = element.getBoundingClientRect();
      const line = Number.parseFloat(style.borderBottomWidth);
      const all = Number.parseFloat(style.borderTopWidth) > 0;
      const radius = style.borderTopLeftRadius.endsWith('%') ? width / 2 : Number.parseFloat(style.borderTopLeftRadius);
      if (!clear(style.backgroundColor) || (all && !clear(style.borderTopColor))) {
        shapes.push({ kind: 'path', d: box(x - left, y - top, width, height, radius), matrix: [1, 0, 0, 1, 0, 0], fill: clear(style.backgroundColor) ? 'none' : style.backgroundColor, stroke: all ? style.borderTopColor : 'none', width: all ? Number.parseFloat(style.borderTopWidth) : 0, dash: [] });
      } else if (line > 0 && !clear(style.borderBottomColor)) {
        shapes.push({ kind: 'path', d: `M${number(x - left)} ${number(y + height - top)}h${number(width)}`, matrix: [1, 0, 0, 1, 0, 0], fill: 'none', stroke: style.borderBottomColor, width: line, dash: [] });
      }
    }
    for (const child of element.childNodes) {
      if (child instanceof Text) shapes.push(...linesOf(child, left, top));
      else if (child instanceof Element) visit(child);
    }
  };
  visit(root);
  return shapes;
}

/** The elements one under the other, with a title above and notes below. */
export function snapshot(elements: readonly Element[], { title, notes, copies }: Around): Snapshot {
  const [first] = elements;
  const style = first ? getComputedStyle(first) : undefined;
  const host = first?.getRootNode();
  const surface = host instanceof ShadowRoot ? getComputedStyle(host.querySelector('.box') ?? host.host).backgroundColor : '';
  const ink = style?.color ?? '#000';
  const font = style?.fontFamily ?? 'sans-serif';
  const text = (content: string, y: number, size: number, weight: string): Shape => ({ kind: 'text', text: content, x: MARGIN, y, font, size, weight, fill: ink });
  let y = MARGIN + 44;
  const parts: Snapshot['parts'][number][] = elements.map((element) => {
    const { left, top } = element.getBoundingClientRect();
    const [width, height] = [Math.max(element.scrollWidth, element.clientWidth, element.getBoundingClientRect().width), element.getBoundingClientRect().height];
    const shapes = shapesOf(element, left - MARGIN, top - y, copies);
    const part = { box: [MARGIN, y, width, height] as const, shapes };
    y += height + 16;
    return part;
  });
  const width = Math.max(480, ...parts.map(({ box: [, , each] }) => each)) + 2 * MARGIN;
  const below = notes.map((note, at) => text(note, y + 16 + at * 18, 12, '400'));
  const height = y + 16 + notes.length * 18 + MARGIN / 2;
  return { width, height, background: clear(surface) ? '#fff' : surface, parts: [{ box: [0, 0, width, MARGIN + 40], shapes: [text(title, MARGIN + 20, 20, '700')] }, ...parts, { box: [0, y, width, height - y], shapes: below }] };
}

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').replace(/[&<>"]/g, (each) => ESCAPED[each] ?? each);

/** One SVG file; `description` for whoever does not see it. */
export function toSvg({ width, height, background, parts }: Snapshot, { title, description }: { readonly title: string; readonly description: string }): string {
  const shape = (each: Shape): string => (each.kind === 'picture'
    ? `<image x="${number(each.x)}" y="${number(each.y)}" width="${number(each.width)}" height="${number(each.height)}" href="${each.copy.toDataURL('image/png')}"/>`
    : each.kind === 'text' ? `<text x="${number(each.x)}" y="${number(each.y)}" font-family="${escape(each.font)}" font-size="${number(each.size)}" font-weight="${escape(each.weight)}" fill="${escape(each.fill)}">${escape(each.text)}</text>`
      : `<path d="${escape(each.d)}" transform="matrix(${each.matrix.map(number).join(' ')})" fill="${escape(each.fill)}" stroke="${escape(each.stroke)}" stroke-width="${number(each.width)}"${each.dash.length > 0 ? ` stroke-dasharray="${each.dash.map(number).join(' ')}"` : ''}/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}" height="${number(height)}" viewBox="0 0 ${number(width)} ${number(height)}" role="img" aria-labelledby="t d"><title id="t">${escape(title)}</title><desc id="d">${escape(description)}</desc>
<rect width="100%" height="100%" fill="${escape(background)}"/>
${parts.map(({ box: [x, y, w, h], shapes }, at) => `<clipPath id="c${String(at)}"><rect x="${number(x)}" y="${number(y)}" width="${number(w)}" height="${number(h)}"/></clipPath><g clip-path="url(#c${String(at)})">${shapes.map(shape).join('\n')}</g>`).join('\n')}
</svg>
`;
}

/** Sides of a canvas that every browser draws. */
const MOST = 8000;

/** A PNG, twice as fine as the screen where that fits. Undefined when the browser cannot make one. */
export async function toPng({ width, height, background, parts }: Snapshot): Promise<Blob | undefined> {
  const scale = Math.min(2, MOST / Math.max(width, height));
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.ceil(width * scale), Math.ceil(height * scale)];
  const pen = canvas.getContext('2d');
  if (!pen) return undefined;
  pen.scale(scale, scale);
  pen.fillStyle = background;
  pen.fillRect(0, 0, width, height);
  for (const { box: [x, y, w, h], shapes } of parts) {
    pen.save();
    pen.beginPath();
    pen.rect(x, y, w, h);
    pen.clip();
    for (const shape of shapes) {
      pen.save();
      if (shape.kind === 'picture') pen.drawImage(shape.copy, shape.x, shape.y, shape.width, shape.height);
      else if (shape.kind === 'text') {
        pen.font = `${shape.weight} ${number(shape.size)}px ${shape.font}`;
        pen.fillStyle = shape.fill;
        pen.fillText(shape.text, shape.x, shape.y);
      } else {
        pen.transform(...shape.matrix);
        const path = new Path2D(shape.d);
        if (!clear(shape.fill)) {
          pen.fillStyle = shape.fill;
          pen.fill(path);
        }
        if (shape.width > 0 && !clear(shape.stroke)) {
          [pen.strokeStyle, pen.lineWidth] = [shape.stroke, shape.width];
          pen.setLineDash([...shape.dash]);
          pen.stroke(path);
        }
      }
      pen.restore();
    }
    pen.restore();
  }
  return new Promise((done) => { canvas.toBlob((blob) => { done(blob ?? undefined); }); });
}
