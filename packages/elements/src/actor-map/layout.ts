/** Where actors stand in the picture of links: by forces, the same each time; or in rings by role, which print well. */
import type { SimulationNodeDatum } from 'd3-force';
import type { ForceLibraries } from './map-libraries.ts';
import type { Shape } from './points.ts';

export interface Node {
  readonly id: string;
  readonly shape: Shape;
}

export interface Edge {
  readonly source: string;
  readonly target: string;
}

export type Spots = ReadonlyMap<string, readonly [number, number]>;

/** Past this the picture hardly moves any more. */
const TICKS = 150;
/** Large sets wait on nobody: fewer ticks, coarser forces. */
const FEWER = 90;
const LARGE = 300;
/** Between two who are bound. */
const DISTANCE = 46;
/** The golden angle: two newcomers do not begin at one spot. */
const TURN = Math.PI * (3 - Math.sqrt(5));

/** d3-force draws nothing at random from outside: same nodes, edges and order, same spots. Known spots stay; whoever is new begins beside those it is bound to. */
export function byForces({ forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY }: ForceLibraries, nodes: readonly Node[], edges: readonly Edge[], known: Spots = new Map()): Spots {
  const beside = new Map(known.size === 0 ? [] : edges.flatMap(({ source, target }) => [[source, known.get(target)], [target, known.get(source)]] as const));
  const moving = nodes.map(({ id }, at): SimulationNodeDatum & { readonly id: string } => {
    const spot = known.get(id);
    if (spot) return { id, x: spot[0], y: spot[1], fx: spot[0], fy: spot[1] };
    const from = beside.get(id);
    return { id, ...(from && { x: from[0] + DISTANCE * Math.cos(at * TURN), y: from[1] + DISTANCE * Math.sin(at * TURN) }) };
  });
  const simulation = forceSimulation(moving)
    .force('bonds', forceLink<(typeof moving)[number], { source: string; target: string }>(edges.map((edge) => ({ ...edge }))).id(({ id }) => id).distance(DISTANCE))
    .force('apart', forceManyBody().strength(-70).theta(nodes.length > LARGE ? 1.2 : 0.9).distanceMax(420))
    .force('x', forceX(0).strength(0.06)).force('y', forceY(0).strength(0.08)).force('size', forceCollide(11)).stop();
  const ticks = moving.length > LARGE ? FEWER : TICKS;
  simulation.alphaDecay(1 - 0.001 ** (1 / ticks)).tick(ticks);
  return new Map(moving.map(({ id, x = 0, y = 0 }) => [id, [Math.round(x * 10) / 10, Math.round(y * 10) / 10]]));
}

const RINGS: readonly (readonly Shape[])[] = [['operator'], ['library'], ['france', 'social'], ['institution', 'other']];

/** Operators inmost, then libraries, then the others; as many on a ring as it has room for. */
export function inRings(nodes: readonly Node[]): Spots {
  const spots = new Map<string, readonly [number, number]>();
  let radius = 0;
  for (const shapes of RINGS) {
    const ring = nodes.filter(({ shape }) => shapes.includes(shape));
    if (ring.length === 0) continue;
    radius = Math.max(radius + 70, (ring.length * 24) / (2 * Math.PI));
    ring.forEach(({ id }, at) => {
      const angle = (2 * Math.PI * at) / ring.length - Math.PI / 2;
      spots.set(id, [Math.round(radius * Math.cos(angle) * 10) / 10, Math.round(radius * Math.sin(angle) * 10) / 10]);
    });
  }
  return spots;
}
