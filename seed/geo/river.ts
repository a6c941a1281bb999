// The river between the two banks: its course along the edges the districts share, its water, its green sides, its bridges.
import { along, distance, outward } from './convex.ts';
import { type District, HALF_RIVER_CORRIDOR, isAcrossRiver } from './city.ts';
import type { Point } from './plane.ts';

const HALF_RIVER = 50;
const GREEN_UP_TO = 84;
/** The road along the water lies between the green and the first parcels. */
const ROAD_AT = 100;
/** How far before a corner the water begins to turn. */
const BEND = 100;
/** Beyond the outline, to the sea. */
const MOUTH = 1500;

export type River = {
  readonly water: readonly Point[];
  readonly green: readonly (readonly Point[])[];
  readonly roads: readonly (readonly Point[])[];
  readonly bridges: readonly (readonly [Point, Point])[];
};

export function riverOf(districts: readonly District[]): River {
  const course = courseOf(districts);
  const first = course[0] ?? [0, 0];
  const last = course.at(-1) ?? first;
  const long = [
    along(first, course[1] ?? first, -MOUTH / distance(first, course[1] ?? first)),
    ...course,
    along(last, course.at(-2) ?? last, -MOUTH / distance(last, course.at(-2) ?? last)),
  ];
  const bed = rounded(long);
  const inner = rounded(course);
  const strip = (from: number, to: number) => [...beside(inner, from), ...beside(inner, to).toReversed()];
  return {
    water: [...beside(bed, HALF_RIVER), ...beside(bed, -HALF_RIVER).toReversed()],
    green: [strip(GREEN_UP_TO, HALF_RIVER + 4), strip(-HALF_RIVER - 4, -GREEN_UP_TO)],
    roads: [beside(inner, ROAD_AT), beside(inner, -ROAD_AT)],
    bridges: course.slice(1, -1).map((at, i) => bridge(course[i] ?? at, at, course[i + 2] ?? at)),
  };
}

/** The shared edges one after the other, from west to east. */
function courseOf(districts: readonly District[]): Point[] {
  const pieces = districts
    .filter(({ bank }) => bank === 'south')
    .flatMap(({ edges, number }) =>
      edges.flatMap(({ from, beyond }, i) =>
        isAcrossRiver(number, beyond) ? [[from, edges[(i + 1) % edges.length]?.from ?? from] as const] : [],
      ),
    );
  // Edges of southern districts run counter-clockwise, so along their northern sides from east to west.
  const west = pieces.toSorted((a, b) => a[1][0] - b[1][0]);
  const points: Point[] = [];
  for (const [east, start] of west) {
    if (points.length === 0) points.push(start);
    points.push(east);
  }
  return points.filter((point, i) => i === 0 || distance(point, points[i - 1] ?? point) > 60);
}

/** Corners as bends. */
function rounded(points: readonly Point[]): Point[] {
  return points.flatMap((corner, i) => {
    const [before, after] = [points[i - 1], points[i + 1]];
    if (before === undefined || after === undefined) return [corner];
    const start = along(corner, before, Math.min(0.45, BEND / distance(corner, before)));
    const end = along(corner, after, Math.min(0.45, BEND / distance(corner, after)));
    return [0, 0.25, 0.5, 0.75, 1].map((t) => along(along(start, corner, t), along(corner, end, t), t));
  });
}

/** The line at a distance to its right, seen in its direction. */
function beside(points: readonly Point[], by: number): Point[] {
  return points.map((point, i) => {
    const n = outward(points[i - 1] ?? point, points[i + 1] ?? point);
    return [point[0] + n[0] * by, point[1] + n[1] * by] as const;
  });
}

function bridge(before: Point, at: Point, after: Point): readonly [Point, Point] {
  const [x, y] = outward(before, after);
  const reach = HALF_RIVER_CORRIDOR - 10;
  return [
    [at[0] + x * reach, at[1] + y * reach],
    [at[0] - x * reach, at[1] - y * reach],
  ];
}
