/** Outlines of communes that the page names: GeoJSON, or TopoJSON, which this unfolds. */
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';

interface Topology {
  readonly type: 'Topology';
  readonly transform?: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] };
  readonly arcs: readonly (readonly (readonly [number, number])[])[];
  readonly objects: Readonly<Record<string, TopoGeometry>>;
}

interface TopoGeometry {
  readonly type: string;
  readonly arcs?: unknown;
  readonly geometries?: readonly TopoGeometry[];
  readonly properties?: Readonly<Record<string, unknown>>;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** The areas of a file; undefined when it is neither format, or is broken. */
export function outlinesOf(json: unknown): FeatureCollection | undefined {
  try {
    if (!isObject(json)) return undefined;
    if (json['type'] === 'FeatureCollection' && Array.isArray(json['features'])) return areas(json['features'] as readonly Feature[]);
    return json['type'] === 'Topology' ? areas(unfold(json as unknown as Topology)) : undefined;
  } catch {
    return undefined;
  }
}

function areas(features: readonly Feature[]): FeatureCollection | undefined {
  const kept = features.filter(({ geometry }) => (geometry as Geometry | null)?.type === 'Polygon' || (geometry as Geometry | null)?.type === 'MultiPolygon');
  return kept.length === 0 ? undefined : { type: 'FeatureCollection', features: [...kept] };
}

function unfold({ transform, arcs, objects }: Topology): Feature[] {
  const [scaleX, scaleY] = transform?.scale ?? [1, 1];
  const [shiftX, shiftY] = transform?.translate ?? [0, 0];
  const lines = arcs.map((arc): Position[] => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => {
      [x, y] = transform ? [x + dx, y + dy] : [dx, dy];
      return [x * scaleX + shiftX, y * scaleY + shiftY];
    });
  });
  const line = (index: number): Position[] => (index < 0 ? (lines[~index] ?? []).toReversed() : (lines[index] ?? []));
  // Each arc begins where the one before ended.
  const ring = (indices: readonly number[]): Position[] => indices.flatMap((index, at) => line(index).slice(at === 0 ? 0 : 1));
  const polygon = (rings: readonly (readonly number[])[]): Position[][] => rings.map(ring);
  const all = (geometry: TopoGeometry): readonly TopoGeometry[] => geometry.geometries?.flatMap(all) ?? [geometry];
  return Object.values(objects).flatMap(all).flatMap(({ type, arcs: own, properties = {} }): Feature[] => {
    if (type === 'Polygon') return [{ type: 'Feature', properties, geometry: { type, coordinates: polygon(own as number[][]) } }];
    if (type === 'MultiPolygon') return [{ type: 'Feature', properties, geometry: { type, coordinates: (own as number[][][]).map(polygon) } }];
    return [];
  });
}
