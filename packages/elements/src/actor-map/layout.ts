/** Where actors stand in the picture of links: by forces, the same each time; or in rings by role, which print well. */
import { type SimulationNodeDatum, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
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

/** d3-force draws nothing at random from outside: same nodes, edges and order, same spots. Known spots are begun from. */
export function byForces(nodes: readonly Node[], edges: readonly Edge[], known: Spots = new Map()): Spots {
  const moving = nodes.map(({ id }): SimulationNodeDatum & { readonly id: string } => {
    const spot = known.get(id);
    return { id, ...(spot && { x: spot[0], y: spot[1] }) };
  });
  const simulation = forceSimulation(moving)
    .force('bonds', forceLink<(typeof moving)[number], { source: string; target: string }>(edges.map((edge) => ({ ...edge }))).id(({ id }) => id).distance(46))
    .force('apart', forceManyBody().strength(-70).theta(nodes.length > LARGE ? 1.2 : 0.9).distanceMax(420))
    .force('x', forceX(0).strength(0.06)).force('y', forceY(0).strength(0.08)).force('size', forceCollide(11)).stop();
  const ticks = moving.length > LARGE ? FEWER : TICKS;
  simulation.alphaDecay(1 - 0.001 ** (1 / ticks)).alpha(known.size > 0 ? 0.3 : 1).tick(ticks);
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
