/** Web Mercator: the world from 0 to 1 both ways, as tiles and groups count it. */
export type Spot = readonly [number, number];

export const toWorld = ([longitude, latitude]: Spot): Spot => {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return [longitude / 360 + 0.5, Math.min(1, Math.max(0, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)))];
};

export const toDegrees = ([x, y]: Spot): Spot => [(x - 0.5) * 360, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];
