// A flat piece of sea to build on: metres east and north of a point, and where that is on the globe.
import type { Polygon, Position } from '#capabilities/registry/contract/geometry.ts';

/** Metres east and north of the origin. */
export type Point = readonly [x: number, y: number];

/** In the Yellow Sea, so that no parcel lies on anybody's land. */
const ORIGIN: Position = [122.6, 35.2];

/** Of the sphere that areas are measured on. */
const METRES_PER_DEGREE = (Math.PI / 180) * 6_371_008.8;
const SHRUNK = Math.cos((ORIGIN[1] * Math.PI) / 180);

/** To a tenth of a metre. */
export function toGlobe([x, y]: Point): Position {
  const at = (value: number) => Number(value.toFixed(6));
  return [at(ORIGIN[0] + x / (METRES_PER_DEGREE * SHRUNK)), at(ORIGIN[1] + y / METRES_PER_DEGREE)];
}

export function toPlane([longitude, latitude]: Position): Point {
  return [(longitude - ORIGIN[0]) * METRES_PER_DEGREE * SHRUNK, (latitude - ORIGIN[1]) * METRES_PER_DEGREE];
}

/** Closed, and counter-clockwise as GeoJSON wants outer rings. */
export function ringOf(points: readonly Point[]): Position[] {
  const ring = points.map(toGlobe);
  return ring[0] === undefined ? [] : [...ring, ring[0]];
}

export const polygonOf = (points: readonly Point[]): Polygon => ({
  type: 'Polygon',
  coordinates: [ringOf(points)],
});
