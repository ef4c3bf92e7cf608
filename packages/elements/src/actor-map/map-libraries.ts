/** What draws and moves the map: comes when somebody opens it. */
import type { Delaunay } from 'd3-delaunay';
import type { geoMercator, geoPath } from 'd3-geo';
import type { tile } from 'd3-tile';
import type { select } from 'd3-selection';
import type { zoom, zoomIdentity } from 'd3-zoom';

export interface MapLibraries {
  readonly geoMercator: typeof geoMercator;
  readonly geoPath: typeof geoPath;
  readonly select: typeof select;
  readonly zoom: typeof zoom;
  readonly zoomIdentity: typeof zoomIdentity;
  readonly tile: typeof tile;
  readonly Delaunay: typeof Delaunay;
}

/** By the packages' names: a classic script keeps each in a file of its own, beside it. Rejects when one does not come. */
export async function loadMapLibraries(): Promise<MapLibraries> {
  const [geo, selection, zooming, delaunay, tiles] = await Promise.all([import('d3-geo'), import('d3-selection'), import('d3-zoom'), import('d3-delaunay'), import('d3-tile')]);
  return {
    geoMercator: geo.geoMercator, geoPath: geo.geoPath, select: selection.select, zoom: zooming.zoom, zoomIdentity: zooming.zoomIdentity, Delaunay: delaunay.Delaunay, tile: tiles.tile,
  };
}
