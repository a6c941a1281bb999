// The area of a boundary on the ground, and whether it agrees with the area stated for the parcel.
import type { ParcelFinding } from '../contract/land.ts';
import type { Polygon, Position } from '../contract/geometry.ts';

/**
 * Share of the stated area by which the measured one may differ before somebody should look. Title areas are surveyed to
 * a thousandth; boundaries drawn from a map or a satellite picture are off by some metres, which is 1 to 3 % of a parcel
 * of 10 to 50 mu. Beyond five per cent it is more likely a wrong figure or a wrong boundary than a coarse one.
 */
const AREA_TOLERANCE = 0.05;

/** Radius of the sphere with the surface of the CGCS2000 ellipsoid, in metres. */
const AUTHALIC_RADIUS = 6_371_007.18;
const M2_PER_MU = 10_000 / 15;
const RADIANS = Math.PI / 180;

/**
 * Square metres enclosed by the outer ring less its holes, whichever way they run. Chamberlain and Duquette, Some
 * Algorithms for Polygons on a Sphere (JPL Publication 07-03, 2007): exact between parallels, and on a sphere. Between
 * 18° and 53° north the ellipsoid differs from it by 0.4 % at most. A shift of the whole boundary, as between map datums,
 * does not change the area.
 */
export function polygonArea({ coordinates: [outer = [], ...holes] }: Polygon): number {
  return Math.max(0, ringArea(outer) - holes.reduce((sum, hole) => sum + ringArea(hole), 0));
}

function ringArea(ring: readonly Position[]): number {
  // Relative to the first corner: a parcel is some ten thousandths of a degree, and sums of small numbers keep their digits.
  const [lon0, lat0] = ring[0] ?? [0, 0];
  const sin0 = Math.sin(lat0 * RADIANS);
  let sum = 0;
  for (let i = 0; i < ring.length - 1; i++) {
    const [lonA, latA] = ring[i] ?? [lon0, lat0];
    const [lonB, latB] = ring[i + 1] ?? [lon0, lat0];
    const heights = Math.sin(latA * RADIANS) - sin0 + Math.sin(latB * RADIANS) - sin0;
    sum += (lonB - lonA) * RADIANS * heights;
  }
  return Math.abs(sum / 2) * AUTHALIC_RADIUS * AUTHALIC_RADIUS;
}

export function polygonAreaMu(polygon: Polygon | null): number | null {
  // To the hundredth of a square metre: the digits after it are not on the ground.
  return polygon === null ? null : Math.round((polygonArea(polygon) / M2_PER_MU) * 1e5) / 1e5;
}

/** A warning for people; it refuses nothing. A stated area of nothing differs by all there is. */
export function areaFindings(stated: number, measured: number | null): ParcelFinding[] {
  if (measured === null) return [];
  const difference = stated === 0 ? Number(measured > 0) : Math.abs(measured - stated) / stated;
  if (difference <= AREA_TOLERANCE) return [];
  const percent = Math.round(difference * 1000) / 10;
  const params = { stated, measured: Math.round(measured * 100) / 100, percent, limit: AREA_TOLERANCE * 100 };
  return [{ code: 'parcel_area_differs', severity: 'warning', params }];
}
