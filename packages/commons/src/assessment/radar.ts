/** Where a radar's lines stand: fixed scale from 0 at the centre to 100, one spoke an axis, clockwise from the top. The table beside it says the same. */

export interface RadarPoint {
  readonly x: number;
  readonly y: number;
}

/** Fewer axes make no surface: a table says it better. */
export const LEAST_SPOKES = 3;

const at = (index: number, count: number, distance: number): RadarPoint => {
  const angle = (2 * Math.PI * index) / count - Math.PI / 2;
  const round = (value: number): number => Math.round(value * 100) / 100;
  return { x: round(distance * Math.cos(angle)), y: round(distance * Math.sin(angle)) };
};

/** The place of each score (0 to 100; null has none) on a circle of this radius around 0, 0. */
export const radarPoints = (scores: readonly (number | null)[], radius: number): (RadarPoint | undefined)[] =>
  scores.map((score, index) => (score === null ? undefined : at(index, scores.length, (radius * Math.min(100, Math.max(0, score))) / 100)));

/** The ends of the spokes. */
export const radarEnds = (count: number, radius: number): RadarPoint[] => Array.from({ length: count }, (_, index) => at(index, count, radius));

/** `points` of an SVG polygon. */
export const radarPath = (points: readonly (RadarPoint | undefined)[]): string => points.flatMap((point) => (point ? [`${String(point.x)},${String(point.y)}`] : [])).join(' ');
