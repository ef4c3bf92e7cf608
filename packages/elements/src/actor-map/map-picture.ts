/** The map itself: outlines, lines of links, and a real button for each place and each group of places. */
import type { GeoProjection } from 'd3-geo';
import type { FeatureCollection } from 'geojson';
import { html, nothing, render, svg } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { at } from './at.ts';
import { cellsAround } from './cells.ts';
import { type Groups, MAX_LEVEL, WORLD, groupsOf } from './groups.ts';
import { fittingLabels } from './labels.ts';
import type { MapLibraries } from './map-libraries.ts';
import { type Sight, levelOf, marksIn, onScreen } from './marks.ts';
import { type Movable, Moving, fitting } from './moving.ts';
import { type Mark, nearestIn, nearestTo } from './neighbours.ts';
import { type MapPoint, shapeOf } from './points.ts';
import { shapeIcon } from './shapes.ts';
import { tileAddress, type Tiles } from './tiles.ts';
import { type Spot, toWorld } from './world.ts';

/** Its ends in shares of the world. */
export interface Line {
  readonly from: Spot;
  readonly to: Spot;
  readonly status: string;
  readonly strong: boolean;
}

export interface Area {
  readonly code: string;
  readonly name: string;
  readonly centre: readonly [number, number];
  readonly population: number;
}

export interface Scene {
  readonly points: readonly MapPoint[];
  readonly lines: readonly Line[];
  readonly areas: readonly Area[];
  /** In place of the cells. */
  readonly outlines: FeatureCollection | undefined;
  /** Pictures under everything, when the page names some. */
  readonly tiles: Tiles | undefined;
  readonly selected: string | undefined;
  readonly label: string;
  readonly pointLabel: (point: MapPoint) => string;
  readonly groupLabel: (count: number, libraries: number, operators: number) => string;
  readonly open: (actor: string) => void;
  /** Places that no zoom parts. */
  readonly openSeveral: (actors: readonly string[]) => void;
  /** A person moved the map with the pointer, the wheel or fingers. */
  readonly moved: () => void;
}

/** Where a person left the map, whatever its size becomes: in the middle, and how many pixels wide the world is. */
export interface MapStanding {
  readonly middle: Spot;
  readonly world: number;
}

/** How far one can go out of the territory, and in: streets. */
const SCALES = [0.5, 100] as const;
const [, MAX_SCALE] = SCALES;
const STEP = 1.8;
/** No closer than this to see all points: one alone is seen among its streets and its neighbours. */
const FIT_SCALE = 12;
/** Pixels around the points that are to be seen, so that each mark is whole. */
const FIT_MARGIN = 40;
/** Scale from which every commune is named; before, only the largest. */
const NAMES_FROM = 3;

const LARGEST = 6;

/** Of the marks, as they are drawn. */
const RADII = { one: 14, few: 18, some: 22, many: 26 } as const;
const sizeOf = (count: number): keyof typeof RADII => (count === 1 ? 'one' : count < 10 ? 'few' : count < 100 ? 'some' : 'many');

export class MapPicture implements Movable {
  readonly #host: HTMLElement;
  readonly #libraries: MapLibraries;
  readonly #moving: Moving;
  readonly #observer: ResizeObserver;
  #scene: Scene | undefined;
  #groups: Groups | undefined;
  /** The areas, most people first, and where their centres are in the world. */
  #towns: readonly { readonly name: string; readonly world: Spot }[] = [];
  #projection: GeoProjection | undefined;
  #size: readonly [number, number] = [0, 0];
  /** Somebody chose what shows: points that come later change nothing of it. */
  #chosen: boolean;
  /** To be brought to, once there is a map to move. */
  #from: MapStanding | undefined;
  #asked: (() => void) | undefined;
  /** Of areas, before any zoom. */
  #paths: readonly string[] = [];
  #marks: readonly Mark[] = [];
  /** The mark that Tab reaches. */
  #current: Mark | undefined;
  #idle = 0;

  constructor(host: HTMLElement, libraries: MapLibraries, from?: MapStanding) {
    this.#host = host;
    this.#libraries = libraries;
    this.#chosen = from !== undefined;
    this.#from = from;
    this.#moving = new Moving(host, libraries, {
      scales: SCALES, draw: () => { this.#draw(); },
      byHand: () => {
        this.#chosen = true;
        this.#scene?.moved();
      },
    });
    this.#observer = new ResizeObserver(() => { this.#resize(); });
    this.#observer.observe(host);
  }

  /** Where it was brought to; undefined while it shows what it shows by itself. */
  get standing(): MapStanding | undefined {
    if (!this.#chosen || !this.#scene || !this.#projection) return this.#from;
    const { left, top, world, width, height } = this.#sight(this.#scene);
    return { middle: [(width / 2 - left) / world, (height / 2 - top) / world], world };
  }

  close(): void {
    this.#observer.disconnect();
    this.#moving.close();
    if ('cancelIdleCallback' in globalThis) cancelIdleCallback(this.#idle);
  }

  set(scene: Scene): void {
    const before = this.#scene;
    const { standing } = this;
    const newGround = before?.areas !== scene.areas || before.outlines !== scene.outlines;
    this.#scene = scene;
    if (before?.points !== scene.points) this.#groups = groupsOf(scene.points);
    if (before?.areas !== scene.areas) this.#towns = scene.areas.toSorted((one, two) => two.population - one.population).map(({ name, centre }) => ({ name, world: toWorld(centre) }));
    if (newGround) this.#projection = undefined;
    if (this.#size[0] === 0) this.#resize();
    else if (newGround) this.#settle(standing);
    else if (before.points !== scene.points && !this.#chosen) this.#begin(scene);
    else this.#draw();
  }

  zoomBy(factor: number): void {
    this.#choose(() => { this.#moving.zoomBy(factor); });
  }

  pan(x: number, y: number): void {
    this.#choose(() => { this.#moving.panBy(x * this.#size[0], y * this.#size[1]); });
  }

  /** All points that show, wherever they are; the territory when none does. */
  fit(): void {
    this.#choose((scene) => { this.#fitPoints(scene); });
  }

  fitTerritory(): void {
    this.#choose(() => { this.#moving.to(1, 0, 0); });
  }

  /** Brings a spot (longitude, latitude) to the middle, at this scale at least: 1 shows the whole territory. */
  goTo(spot: readonly [number, number], scale: number): void {
    this.#choose(() => {
      const [x, y] = this.#projection?.([...spot]) ?? [0, 0];
      const k = Math.min(MAX_SCALE, Math.max(scale, this.#moving.transform.k));
      this.#moving.to(k, this.#size[0] / 2 - k * x, this.#size[1] / 2 - k * y);
    });
  }

  /** Longitude and latitude in the middle of what shows; undefined before the map is drawn. */
  get centre(): readonly [number, number] | undefined {
    const [width, height] = this.#size;
    const found = this.#projection?.invert?.(this.#moving.transform.invert([width / 2, height / 2]));
    return found ? [found[0], found[1]] : undefined;
  }

  #resize(): void {
    const { clientWidth, clientHeight } = this.#host;
    if (clientWidth === 0 || (clientWidth === this.#size[0] && clientHeight === this.#size[1])) return;
    const { standing } = this;
    this.#size = [clientWidth, clientHeight];
    this.#projection = undefined;
    this.#settle(standing);
  }

  #choose(move: (scene: Scene) => void): void {
    this.#chosen = true;
    const scene = this.#scene;
    if (scene && this.#projection) move(scene);
    else this.#asked = () => { if (this.#scene) move(this.#scene); };
  }

  /** On a ground that is new, or of another size, what was in the middle stays there. */
  #settle(standing: MapStanding | undefined): void {
    const scene = this.#scene;
    if (!scene || this.#size[0] === 0) return;
    this.#project(scene);
    const asked = this.#asked;
    this.#asked = this.#from = undefined;
    if (standing) {
      const { left, top, world } = this.#sightAt(1, 0, 0);
      const k = standing.world / world;
      this.#moving.to(k, this.#size[0] / 2 - k * (left + standing.middle[0] * world), this.#size[1] / 2 - k * (top + standing.middle[1] * world));
    } else if (!asked) this.#begin(scene);
    asked?.();
  }

  /** The territory; or the points, when they are all elsewhere: an empty map would say that there is nobody. */
  #begin(scene: Scene): void {
    const sight = this.#sightAt(1, 0, 0);
    const within = ({ world }: MapPoint): boolean => {
      const [x, y] = onScreen(world, sight);
      return x >= 0 && y >= 0 && x <= sight.width && y <= sight.height;
    };
    if (scene.points.length === 0 || scene.points.some(within)) this.#moving.to(1, 0, 0);
    else this.#fitPoints(scene);
  }

  #fitPoints({ points }: Scene): void {
    const sight = this.#sightAt(1, 0, 0);
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const { world } of points) {
      const [x, y] = onScreen(world, sight);
      [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
    }
    this.#moving.to(...(points.length === 0 ? [1, 0, 0] as const : fitting({ left, top, right, bottom }, this.#size, FIT_MARGIN, FIT_SCALE)));
  }

  #project(scene: Scene): GeoProjection {
    if (this.#projection) return this.#projection;
    const [width, height] = this.#size;
    const spots = scene.areas.length > 0 ? scene.areas.map(({ centre }) => centre) : scene.points.map((point) => point.at);
    const projection = this.#libraries.geoMercator();
    const margin = Math.min(width, height) * 0.08;
    const extent: [[number, number], [number, number]] = [[margin, margin], [width - margin, height - margin]];
    if (scene.outlines) projection.fitExtent(extent, scene.outlines);
    else if (spots.length > 1) projection.fitExtent(extent, { type: 'MultiPoint', coordinates: spots.map((spot) => [...spot]) });
    const path = this.#libraries.geoPath(projection);
    this.#paths = scene.outlines
      ? scene.outlines.features.map((feature) => path(feature) ?? '')
      : cellsAround(this.#libraries.Delaunay, scene.areas.map(({ centre }) => projection([...centre]) ?? [0, 0])).map((cell) => (cell ? `M${cell.map(([x, y]) => `${x.toFixed(2)},${y.toFixed(2)}`).join('L')}Z` : ''));
    return (this.#projection = projection);
  }

  #draw(): void {
    const scene = this.#scene;
    if (!scene || !this.#groups || this.#size[0] === 0) return;
    const sight = this.#sight(scene);
    const { k, x, y } = this.#moving.transform;
    const { width, height } = sight;
    this.#marks = marksIn(this.#groups, sight);
    this.#prepare(this.#groups, levelOf(sight));
    this.#follow();
    const named = fittingLabels((k >= NAMES_FROM ? this.#towns : this.#towns.slice(0, LARGEST)).map(({ name, world }) => {
      const [left, top] = onScreen(world, sight);
      return { name, x: left, y: top };
    }), width, height, this.#marks.map(({ x: left, y: top, count }) => ({ x: left, y: top, radius: RADII[sizeOf(count)] })));
    render(html`${scene.tiles ? html`<div class="tiles" aria-hidden="true">${this.#tiles(scene.tiles, this.#project(scene))}</div>` : nothing}
      <svg class="ground ${scene.tiles ? 'over' : ''}" aria-hidden="true" viewBox="0 0 ${width} ${height}"><g transform="translate(${x} ${y}) scale(${k})">${this.#paths.map((d) => svg`<path class="area" d=${d}></path>`)}</g>
        ${scene.lines.map(({ from, to, status, strong }) => {
          const [[x1, y1], [x2, y2]] = [onScreen(from, sight), onScreen(to, sight)];
          return svg`<line class="bond ${status} ${strong ? 'strong' : ''}" x1=${x1} y1=${y1} x2=${x2} y2=${y2}></line>`;
        })}</svg>
      <div class="names" aria-hidden="true">${named.map(({ name, x: left, y: top }) => html`<span class="town" ${at(left, top)}>${name}</span>`)}</div>
      <div class="marks" role="group" aria-label=${scene.label} @keydown=${(event: KeyboardEvent) => { this.#key(event); }}>${repeat(this.#marks, ({ key }) => key, (mark) => this.#button(mark, scene))}</div>`, this.#host);
  }

  /** While nothing else is to be done: the next zoom finds its places grouped. */
  #prepare(groups: Groups, level: number): void {
    // Not every Safari says when it is idle.
    if (!('requestIdleCallback' in globalThis)) return;
    cancelIdleCallback(this.#idle);
    this.#idle = requestIdleCallback(() => {
      for (const next of [level + 1, level - 1]) if (next >= 0 && next <= MAX_LEVEL) groups.at(next);
    });
  }

  /** The pictures that the view needs, each where it stands; one that does not come leaves the outlines alone. */
  #tiles(tiles: Tiles, projection: GeoProjection): unknown {
    const { k, x, y } = this.#moving.transform;
    const [left, top] = projection([0, 0]) ?? [0, 0];
    const grid = this.#libraries.tile().size([...this.#size]).scale(2 * Math.PI * projection.scale() * k).translate([left * k + x, top * k + y]).clamp(true)();
    return repeat(grid, ([column, row, level]) => `${String(level)}/${String(column)}/${String(row)}`, ([column, row, level]) =>
      html`<img class="tile" alt="" decoding="async" referrerpolicy="origin" src=${tileAddress(tiles, [column, row, level])} width=${Math.ceil(grid.scale)} height=${Math.ceil(grid.scale)} @error=${({ currentTarget }: Event) => { (currentTarget as HTMLElement).hidden = true; }} ${at((column + grid.translate[0]) * grid.scale, (row + grid.translate[1]) * grid.scale)}>`);
  }

  #button(mark: Mark, scene: Scene): unknown {
    const { key, x, y, point, group, count } = mark;
    const tab = key === this.#current?.key ? '0' : '-1';
    const focus = (): void => {
      if (this.#current?.key === key) return;
      this.#current = mark;
      for (const each of this.#host.querySelectorAll<HTMLElement>('.mark')) each.tabIndex = each.dataset['key'] === key ? 0 : -1;
    };
    if (point) {
      const label = scene.pointLabel(point);
      return html`<button type="button" class="mark ${shapeOf(point.kind)} ${point.rough ? 'rough' : ''}" tabindex=${tab} data-key=${key} data-actor=${point.actor} aria-label=${label} title=${label}
        aria-current=${point.actor === scene.selected ? 'true' : 'false'} @focus=${focus} @click=${() => { scene.open(point.actor); }} ${at(x, y)}>${shapeIcon(shapeOf(point.kind))}</button>`;
    }
    const size = sizeOf(count);
    const label = scene.groupLabel(count, group?.libraries ?? 0, group?.operators ?? 0);
    return html`<button type="button" class="mark group ${size}" tabindex=${tab} data-key=${key} data-count=${count} aria-label=${label} title=${label}
      @focus=${focus} @click=${() => { this.#openGroup(mark); }} ${at(x, y)}><span aria-hidden="true">${count}</span></button>`;
  }

  #openGroup({ group, place }: Mark): void {
    if (!this.#groups || !group || !this.#projection) return;
    const next = this.#groups.partsAt(group.level, group);
    const scale = next === undefined ? Infinity : this.#scaleAt(next);
    if (scale <= MAX_SCALE) this.goTo(place, scale * 1.01);
    else this.#scene?.openSeveral([...new Set(this.#groups.members(group.level, group).map(({ actor }) => actor))]);
  }

  #scaleAt(level: number): number {
    return (WORLD * 2 ** level) / (2 * Math.PI * (this.#projection?.scale() ?? 1));
  }

  #sight(scene: Scene): Sight {
    this.#project(scene);
    const { k, x, y } = this.#moving.transform;
    return this.#sightAt(k, x, y);
  }

  #sightAt(k: number, x: number, y: number): Sight {
    const [width, height] = this.#size;
    const [middleX, middleY] = this.#projection?.translate() ?? [0, 0];
    const world = 2 * Math.PI * (this.#projection?.scale() ?? 1);
    return { left: (middleX - world / 2) * k + x, top: (middleY - world / 2) * k + y, world: world * k, width, height };
  }

  /** Groups part and join at each zoom: the focus stays where it was on the ground. */
  #follow(): void {
    const current = this.#current;
    const root = this.#host.getRootNode() as ShadowRoot | Document;
    const focused = root.activeElement?.classList.contains('mark') && this.#host.contains(root.activeElement);
    const next = current && (this.#marks.find(({ key }) => key === current.key) ?? nearestTo(current.place, this.#marks));
    this.#current = next ?? this.#marks[0];
    if (focused && next && next.key !== current.key) queueMicrotask(() => { this.#focus(next); });
  }

  #focus({ key }: Mark): void {
    [...this.#host.querySelectorAll<HTMLElement>('.mark')].find((each) => each.dataset['key'] === key)?.focus({ preventScroll: true });
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = ({ ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] } as const)[event.key as 'ArrowUp'] as readonly [number, number] | undefined;
    if (way && event.shiftKey) this.pan(-way[0] / 4, -way[1] / 4);
    else if (way) {
      const next = this.#current && nearestIn(way, this.#current, this.#marks);
      if (next) this.#focus(next);
    } else if (event.key === '+' || event.key === '=') this.zoomBy(STEP);
    else if (event.key === '-') this.zoomBy(1 / STEP);
    else if (event.key === '0') this.fit();
    else return;
    event.preventDefault();
  }
}
