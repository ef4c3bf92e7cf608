/** Going from one mark of a map to the next. */
import type { Group } from './groups.ts';
import type { MapPoint } from './points.ts';

/** What stands on the map: one place, or several as a group. */
export interface Mark {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly place: readonly [number, number];
  readonly point: MapPoint | undefined;
  /** With the level at which it is one. */
  readonly group: (Group & { readonly level: number }) | undefined;
  readonly count: number;
}

/** The mark that one meets first going that way: straight ahead counts more than aside. */
export function nearestIn([wayX, wayY]: readonly [number, number], from: Mark, marks: readonly Mark[]): Mark | undefined {
  let [best, least]: [Mark | undefined, number] = [undefined, Infinity];
  for (const mark of marks) {
    const [dx, dy] = [mark.x - from.x, mark.y - from.y];
    const ahead = dx * wayX + dy * wayY;
    const aside = Math.abs(dx * wayY) + Math.abs(dy * wayX);
    if (mark.key === from.key || ahead <= 0) continue;
    const cost = ahead + aside * 2;
    if (cost < least) [best, least] = [mark, cost];
  }
  return best;
}

export function nearestTo([longitude, latitude]: readonly [number, number], marks: readonly Mark[]): Mark | undefined {
  let [best, least]: [Mark | undefined, number] = [undefined, Infinity];
  for (const mark of marks) {
    const distance = Math.hypot(mark.place[0] - longitude, mark.place[1] - latitude);
    if (distance < least) [best, least] = [mark, distance];
  }
  return best;
}
