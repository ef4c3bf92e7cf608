/** What stands on the map at one moment: the places and groups of places that are in sight, in the order of reading. */
import { type Groups, MAX_LEVEL, RADIUS, WORLD } from './groups.ts';
import type { Mark } from './neighbours.ts';
import { type Spot, toDegrees } from './world.ts';

/** How the world lies on the screen: pixels from its corner to that of the screen, and its width in pixels. */
export interface Sight {
  readonly left: number;
  readonly top: number;
  readonly world: number;
  readonly width: number;
  readonly height: number;
}

export const onScreen = ([x, y]: Spot, { left, top, world }: Sight): Spot => [left + x * world, top + y * world];

export const levelOf = ({ world }: Sight): number => Math.max(0, Math.min(MAX_LEVEL, Math.floor(Math.log2(world / WORLD))));

export function marksIn(groups: Groups, sight: Sight): Mark[] {
  const level = levelOf(sight);
  const marks: Mark[] = [];
  for (const group of groups.at(level)) {
    const [x, y] = onScreen([group.x, group.y], sight);
    if (x < -RADIUS || y < -RADIUS || x > sight.width + RADIUS || y > sight.height + RADIUS) continue;
    const point = groups.points[group.seed];
    if (!point) continue;
    marks.push(group.count === 1
      ? { key: point.id, x, y, place: point.at, point, group: undefined, count: 1 }
      : { key: `${String(level)} ${point.id}`, x, y, place: toDegrees([group.x, group.y]), point: undefined, group: { level, ...group }, count: group.count });
  }
  return marks.sort((a, b) => a.y - b.y || a.x - b.x);
}
