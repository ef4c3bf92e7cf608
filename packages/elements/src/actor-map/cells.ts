/** Cells around the centres of communes, cut by an envelope: a picture of who is beside whom, not of limits. */
import type { Delaunay } from 'd3-delaunay';

type Spot = readonly [number, number];

/** How far beyond the outermost centres the envelope goes, as a share of the distance to the middle. */
const MARGIN = 1.12;

/** One polygon a centre, in its order; undefined where two centres are at one spot. */
export function cellsAround(maker: typeof Delaunay, centres: readonly Spot[]): (readonly Spot[] | undefined)[] {
  if (centres.length < 3) return centres.map(() => undefined);
  const delaunay = maker.from(centres as [number, number][]);
  const hull = Array.from(delaunay.hull, (at) => centres[at] ?? [0, 0]);
  const middle: Spot = [mean(hull.map(([x]) => x)), mean(hull.map(([, y]) => y))];
  const envelope = hull.map(([x, y]): Spot => [middle[0] + (x - middle[0]) * MARGIN, middle[1] + (y - middle[1]) * MARGIN]);
  const [xs, ys] = [envelope.map(([x]) => x), envelope.map(([, y]) => y)];
  const voronoi = delaunay.voronoi([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
  return centres.map((_, at) => {
    const polygon = voronoi.cellPolygon(at) as Spot[] | null;
    return polygon ? clip(polygon.slice(0, -1), envelope) : undefined;
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** What of a polygon lies in a convex one (Sutherland and Hodgman). */
function clip(polygon: readonly Spot[], around: readonly Spot[]): readonly Spot[] {
  const turn = Math.sign(area(around));
  return around.reduce<readonly Spot[]>((rest, from, at) => {
    const to = around[(at + 1) % around.length] ?? from;
    const side = ([x, y]: Spot): number => turn * ((to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]));
    if (rest.every((spot) => side(spot) >= 0)) return rest; // as most edges cut most cells nowhere
    return rest.flatMap((spot, index): Spot[] => {
      const next = rest[(index + 1) % rest.length] ?? spot;
      const [here, there] = [side(spot), side(next)];
      const share = here / (here - there);
      const crossing: Spot = [spot[0] + (next[0] - spot[0]) * share, spot[1] + (next[1] - spot[1]) * share];
      return [...(here >= 0 ? [spot] : []), ...(here >= 0 !== there >= 0 ? [crossing] : [])];
    });
  }, polygon);
}

const area = (polygon: readonly Spot[]): number => polygon.reduce((sum, [x, y], at) => {
  const [nextX, nextY] = polygon[(at + 1) % polygon.length] ?? [x, y];
  return sum + x * nextY - nextX * y;
}, 0);
