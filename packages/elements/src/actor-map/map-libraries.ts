/** What draws and moves the map and the network: comes when somebody opens one. */
import type { Delaunay } from 'd3-delaunay';
import type { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import type { geoMercator, geoPath } from 'd3-geo';
import type { tile } from 'd3-tile';
import type { select } from 'd3-selection';
import type { zoom, zoomIdentity } from 'd3-zoom';

export interface MovingLibraries {
  readonly select: typeof select;
  readonly zoom: typeof zoom;
  readonly zoomIdentity: typeof zoomIdentity;
}

export interface ForceLibraries {
  readonly forceCollide: typeof forceCollide;
  readonly forceLink: typeof forceLink;
  readonly forceManyBody: typeof forceManyBody;
  readonly forceSimulation: typeof forceSimulation;
  readonly forceX: typeof forceX;
  readonly forceY: typeof forceY;
}

export type NetworkLibraries = ForceLibraries & MovingLibraries;

export interface MapLibraries extends MovingLibraries {
  readonly geoMercator: typeof geoMercator;
  readonly geoPath: typeof geoPath;
  readonly tile: typeof tile;
  readonly Delaunay: typeof Delaunay;
}

/** By the packages' names: a classic script keeps each in a file of its own, beside it. Rejects when one does not come. */
export async function loadMapLibraries(): Promise<MapLibraries> {
  const [geo, moving, delaunay, tiles] = await Promise.all([import('d3-geo'), loadMovingLibraries(), import('d3-delaunay'), import('d3-tile')]);
  return { ...moving, geoMercator: geo.geoMercator, geoPath: geo.geoPath, Delaunay: delaunay.Delaunay, tile: tiles.tile };
}

/** Likewise for the network. */
export async function loadNetworkLibraries(): Promise<NetworkLibraries> {
  const [{ forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY }, moving] = await Promise.all([import('d3-force'), loadMovingLibraries()]);
  return { ...moving, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY };
}

async function loadMovingLibraries(): Promise<MovingLibraries> {
  const [selection, zooming] = await Promise.all([import('d3-selection'), import('d3-zoom')]);
  return { select: selection.select, zoom: zooming.zoom, zoomIdentity: zooming.zoomIdentity };
}
