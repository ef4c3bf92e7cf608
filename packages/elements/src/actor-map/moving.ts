/** Moves a picture by hand, fingers, wheel, keys and buttons: the map and the network alike. */
import type { D3ZoomEvent, ZoomBehavior, ZoomTransform } from 'd3-zoom';
import type { MovingLibraries } from './map-libraries.ts';

/** What the buttons beside a picture do with it. */
export interface Movable {
  /** About the middle of what shows. */
  zoomBy(factor: number): void;
  /** By shares of what shows. */
  pan(x: number, y: number): void;
  /** Brings all that there is to see into sight. */
  fit(): void;
}

interface MovingOptions {
  /** The least and the greatest scale. */
  readonly scales: readonly [number, number];
  readonly draw: () => void;
  /** A person moved it with the pointer, the wheel or fingers. */
  readonly byHand: () => void;
}

export class Moving {
  readonly #host: HTMLElement;
  readonly #libraries: MovingLibraries;
  readonly #zoom: ZoomBehavior<HTMLElement, unknown>;
  #transform: ZoomTransform;
  #frame = 0;

  constructor(host: HTMLElement, libraries: MovingLibraries, { scales, draw, byHand }: MovingOptions) {
    this.#host = host;
    this.#libraries = libraries;
    this.#transform = libraries.zoomIdentity;
    this.#zoom = libraries.zoom<HTMLElement, unknown>();
    // A screen may answer to fingers without saying so beforehand.
    this.#zoom.scaleExtent([...scales]).filter(mayMove).touchable(true).on('zoom', ({ transform, sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
      this.#transform = transform;
      cancelAnimationFrame(this.#frame);
      // A wheel and fingers tell more than once a frame; a button and a key once.
      if (sourceEvent) {
        byHand();
        this.#frame = requestAnimationFrame(draw);
      } else draw();
    });
    libraries.select(host).call(this.#zoom).on('dblclick.zoom', null).property('__zoom', this.#transform);
  }

  get transform(): ZoomTransform {
    return this.#transform;
  }

  zoomBy(factor: number): void {
    this.#zoom.scaleBy(this.#libraries.select(this.#host), factor);
  }

  /** By pixels of the screen. */
  panBy(x: number, y: number): void {
    const { k } = this.#transform;
    this.#zoom.translateBy(this.#libraries.select(this.#host), x / k, y / k);
  }

  /** To a scale and a shift, in pixels; what is beyond the scales widens them. */
  to(k: number, x: number, y: number): void {
    const [least, most] = this.#zoom.scaleExtent();
    this.#zoom.scaleExtent([Math.min(least, k), Math.max(most, k)]);
    this.#zoom.transform(this.#libraries.select(this.#host), this.#libraries.zoomIdentity.translate(x, y).scale(k));
  }

  close(): void {
    cancelAnimationFrame(this.#frame);
    this.#libraries.select(this.#host).on('.zoom', null);
  }
}

/** A page scrolls through a picture: the wheel moves it only with Ctrl, touch only with two fingers. */
const mayMove = (event: MouseEvent | TouchEvent): boolean => (event.type === 'wheel' ? event.ctrlKey : 'touches' in event ? event.touches.length > 1 : event.button === 0);

export interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The scale and the shift that bring an extent into a frame, within a margin and not closer than `most`. */
export function fitting({ left, top, right, bottom }: Extent, [width, height]: readonly [number, number], margin: number, most: number): readonly [k: number, x: number, y: number] {
  const room = (length: number, extent: number): number => Math.max(1, length - 2 * margin) / Math.max(extent, Number.EPSILON);
  const k = Math.min(most, room(width, right - left), room(height, bottom - top));
  return [k, width / 2 - (k * (left + right)) / 2, height / 2 - (k * (top + bottom)) / 2];
}
