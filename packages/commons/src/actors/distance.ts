/** A point on the globe, in degrees, WGS 84. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Mean radius, in kilometres (IUGG). */
const RADIUS = 6371.0088;

/** Along the great circle, in kilometres (haversine: exact enough at every range, also for neighbours). */
export function distanceKm(a: Point, b: Point): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2;
  const chord = half(a.latitude, b.latitude) + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** The point of a record that has both coordinates. */
export function pointOf({ latitude, longitude }: { readonly latitude?: number | undefined; readonly longitude?: number | undefined }): Point | undefined {
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
}
