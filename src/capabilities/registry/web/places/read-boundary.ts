// The area in a GeoJSON file, as surveyors export it: the shape alone, one feature, or a collection with one feature.
import type { Boundary } from '#capabilities/registry/contract/geometry.ts';

/** Undefined when there is no area, or more than one. The server checks its coordinates. */
export function readBoundary(text: string): Boundary | undefined {
  try {
    return areaOf(JSON.parse(text));
  } catch {
    // Not even JSON.
    return undefined;
  }
}

function areaOf(value: unknown): Boundary | undefined {
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
  if (value.type === 'FeatureCollection' && 'features' in value && Array.isArray(value.features))
    return value.features.length === 1 ? areaOf(value.features[0]) : undefined;
  if (value.type === 'Feature' && 'geometry' in value) return areaOf(value.geometry);
  if (!('coordinates' in value) || !Array.isArray(value.coordinates)) return undefined;
  if (value.type !== 'Polygon' && value.type !== 'MultiPolygon') return undefined;
  return { type: value.type, coordinates: withoutHeights(value.coordinates) } as Boundary;
}

/** Some programs add the height to every position. */
function withoutHeights(value: readonly unknown[]): unknown[] {
  if (typeof value[0] === 'number') return value.slice(0, 2);
  return value.map((inner) => (Array.isArray(inner) ? withoutHeights(inner) : inner));
}
