/** The picture of links itself: shapes of one size whatever the scale, and as many names as find room, those of the most bound actors first. */
import { html, render, svg } from 'lit';
import { LETTER, besideSpot, fittingLabels } from './labels.ts';
import type { MovingLibraries } from './map-libraries.ts';
import { type Movable, Moving, fitting } from './moving.ts';
import type { Shape } from './points.ts';
import { shapePath } from './shapes.ts';

type Spot = readonly [number, number];

export interface Knot {
  readonly id: string;
  readonly name: string;
  readonly shape: Shape;
  readonly spot: Spot;
  readonly chosen: boolean;
}

export interface Bond {
  readonly from: Spot;
  readonly to: Spot;
  readonly status: string;
  readonly strong: boolean;
}

export interface NetworkScene {
  /** Those whose names matter most first. */
  readonly knots: readonly Knot[];
  readonly bonds: readonly Bond[];
  readonly label: string;
  readonly open: (actor: string) => void;
}

/** Where a person left it: the spot in the middle, and the scale. */
export interface NetworkStanding {
  readonly middle: Spot;
  readonly k: number;
}

const SCALES = [0.1, 8] as const;
/** A few actors are not thrown to the edges. */
const FIT_SCALE = 2.5;
const FIT_MARGIN = 32;
/** Shapes are drawn in a square of 20; smaller where many stand close together. */
const HALF = 10;
const SIZES = [0.6, 1.1] as const;
/** A longer name loses its middle: it begins with what it is and ends with where. The whole of it is told at the shape, and in the list. */
const LETTERS = 44;
const BASELINE = 12;
/** Square pixels for one name that may cover shapes: those in the middle of everything have no other room. */
const ROOM = 40_000;

function short(name: string, width: number): string {
  const most = Math.max(16, Math.min(LETTERS, Math.floor(width / 2 / LETTER)));
  return name.length > most ? `${name.slice(0, Math.ceil(most / 2) - 1).trimEnd()}…${name.slice(-Math.floor(most / 2)).trimStart()}` : name;
}

export class NetworkPicture implements Movable {
  readonly #host: HTMLElement;
  readonly #observer: ResizeObserver;
  readonly #moving: Moving;
  #scene: NetworkScene | undefined;
  #size: Spot = [0, 0];
  #from: NetworkStanding | undefined;
  #chosen: boolean;

  constructor(host: HTMLElement, libraries: MovingLibraries, from: NetworkStanding | undefined) {
    this.#host = host;
    this.#from = from;
    this.#chosen = from !== undefined;
    this.#moving = new Moving(host, libraries, { scales: SCALES, draw: () => { this.#draw(); }, byHand: () => { this.#chosen = true; } });
    this.#observer = new ResizeObserver(() => { this.#resize(); });
    this.#observer.observe(host);
  }

  get standing(): NetworkStanding | undefined {
    if (!this.#chosen || this.#size[0] === 0) return this.#from;
    const { k, x, y } = this.#moving.transform;
    return { middle: [(this.#size[0] / 2 - x) / k, (this.#size[1] / 2 - y) / k], k };
  }

  close(): void {
    this.#observer.disconnect();
    this.#moving.close();
  }

  set(scene: NetworkScene): void {
    this.#scene = scene;
    if (this.#size[0] === 0) this.#resize();
    else if (this.#chosen) this.#draw();
    else this.#fit();
  }

  zoomBy(factor: number): void {
    this.#chosen = true;
    this.#moving.zoomBy(factor);
  }

  pan(x: number, y: number): void {
    this.#chosen = true;
    this.#moving.panBy(x * this.#size[0], y * this.#size[1]);
  }

  /** From now on it shows all that there is, whatever the filters. */
  fit(): void {
    this.#chosen = false;
    this.#fit();
  }

  #resize(): void {
    const { clientWidth, clientHeight } = this.#host;
    if (clientWidth === 0 || (clientWidth === this.#size[0] && clientHeight === this.#size[1])) return;
    const { standing } = this;
    this.#size = [clientWidth, clientHeight];
    this.#from = undefined;
    if (standing) this.#moving.to(standing.k, clientWidth / 2 - standing.k * standing.middle[0], clientHeight / 2 - standing.k * standing.middle[1]);
    else this.#fit();
  }

  #fit(): void {
    const { knots = [] } = this.#scene ?? {};
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const { spot: [x, y] } of knots) [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
    if (knots.length > 0) this.#moving.to(...fitting({ left, top, right, bottom }, this.#size, FIT_MARGIN, FIT_SCALE));
  }

  #draw(): void {
    const scene = this.#scene;
    const [width, height] = this.#size;
    if (!scene || width === 0) return;
    const { k, x, y } = this.#moving.transform;
    const at = ([left, top]: Spot): Spot => [round(left * k + x), round(top * k + y)];
    const size = Math.min(SIZES[1], Math.max(SIZES[0], k));
    const knots = scene.knots.map((knot) => ({ ...knot, at: at(knot.spot) }));
    const radius = HALF * size * 0.8;
    const first = (width * height) / ROOM;
    const asked = knots.map(({ name, at: [left, top] }, rank) => ({ name: short(name, width), x: left, y: top, over: rank < first }));
    const names = fittingLabels(asked, width, height, asked.map(({ x: left, y: top, over }) => ({ x: left, y: top, radius, firm: over })), besideSpot(radius));
    render(html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label=${scene.label}>
      ${scene.bonds.map(({ from, to, status, strong }) => {
        const [[x1, y1], [x2, y2]] = [at(from), at(to)];
        return svg`<line class="bond ${status} ${strong ? 'strong' : ''}" x1=${x1} y1=${y1} x2=${x2} y2=${y2}></line>`;
      })}
      ${knots.map(({ id, name, shape, chosen, at: [left, top] }) => svg`<g class="node ${shape} ${chosen ? 'chosen' : ''}" transform="translate(${left} ${top})" @click=${() => { scene.open(id); }}><title>${name}</title><path d=${shapePath(shape)} transform="scale(${round(size)}) translate(-${HALF} -${HALF})"></path></g>`)}
      ${names.map(({ name, x: left, y: top }) => svg`<text x=${round(left)} y=${round(top + BASELINE)}>${name}</text>`)}</svg>`, this.#host);
  }
}

/** A tenth of a pixel is seen by nobody. */
const round = (value: number): number => Math.round(value * 10) / 10;
