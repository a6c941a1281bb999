// Convex polygons: cutting by a line, shrinking, measuring. Corners run counter-clockwise.
import type { Point } from './plane.ts';

/** An edge from its corner to the next one, with the name of what lies beyond it. */
export type Edge<Beyond> = { readonly from: Point; readonly beyond: Beyond };

/** The side of a line that is kept: where `n` · p ≤ `offset`. */
export type HalfPlane = { readonly n: Point; readonly offset: number };

export const dot = (a: Point, b: Point): number => a[0] * b[0] + a[1] * b[1];
const minus = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1]];
export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

export function along(a: Point, b: Point, share: number): Point {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

/** Sutherland and Hodgman, one side: what is left within the half-plane; the new edge is named `beyond`. */
export function cutEdges<Beyond>(
  edges: readonly Edge<Beyond>[],
  { n, offset }: HalfPlane,
  beyond: Beyond,
): Edge<Beyond>[] {
  const kept: Edge<Beyond>[] = [];
  edges.forEach((edge, i) => {
    const to = edges[(i + 1) % edges.length]?.from ?? edge.from;
    const [here, there] = [dot(n, edge.from) - offset, dot(n, to) - offset];
    if (here <= 0) kept.push(edge);
    if (here <= 0 === there <= 0) return;
    const crossing = along(edge.from, to, here / (here - there));
    kept.push({ from: crossing, beyond: here <= 0 ? beyond : edge.beyond });
  });
  return kept;
}

export function cut(points: readonly Point[], half: HalfPlane): Point[] {
  const edges = points.map((from) => ({ from, beyond: undefined }));
  return cutEdges(edges, half, undefined).map(({ from }) => from);
}

export function area(points: readonly Point[]): number {
  let twice = 0;
  points.forEach(([x, y], i) => {
    const [nx, ny] = points[(i + 1) % points.length] ?? [x, y];
    twice += x * ny - nx * y;
  });
  return twice / 2;
}

export function centroid(points: readonly Point[]): Point {
  let [x, y, twice] = [0, 0, 0];
  points.forEach((a, i) => {
    const b = points[(i + 1) % points.length] ?? a;
    const cross = a[0] * b[1] - b[0] * a[1];
    twice += cross;
    x += (a[0] + b[0]) * cross;
    y += (a[1] + b[1]) * cross;
  });
  return [x / (3 * twice), y / (3 * twice)];
}

/** To the right of an edge, out of the polygon. */
export function outward(from: Point, to: Point): Point {
  const length = distance(from, to);
  return [(to[1] - from[1]) / length, (from[0] - to[0]) / length];
}

/** Every edge moved inwards by its own distance; nothing when nothing is left. */
export function shrink<Beyond>(
  edges: readonly Edge<Beyond>[],
  by: (beyond: Beyond) => number,
): Edge<Beyond>[] {
  let kept: Edge<Beyond>[] = [...edges];
  edges.forEach(({ from, beyond }, i) => {
    const n = outward(from, edges[(i + 1) % edges.length]?.from ?? from);
    kept = cutEdges(kept, { n, offset: dot(n, from) - by(beyond) }, beyond);
  });
  return kept;
}

/** Without corners that lie closer to the one before than `apart`. */
export function tidy(points: readonly Point[], apart: number): Point[] {
  return points.filter((point, i) => distance(point, points.at(i - 1) ?? point) > apart);
}

/** The direction of the edge along which the bounding box is smallest, and that box. */
export function tightBox(points: readonly Point[]): {
  readonly direction: Point;
  readonly length: number;
  readonly width: number;
} {
  let best = { direction: [1, 0] as Point, length: Infinity, width: Infinity };
  points.forEach((a, i) => {
    const b = points[(i + 1) % points.length] ?? a;
    const size = distance(a, b);
    if (size === 0) return;
    const direction: Point = [(b[0] - a[0]) / size, (b[1] - a[1]) / size];
    const [length, width] = [extent(points, direction), extent(points, [-direction[1], direction[0]])];
    if (length * width < best.length * best.width) best = { direction, length, width };
  });
  return best;
}

function extent(points: readonly Point[], direction: Point): number {
  const projected = points.map((point) => dot(direction, point));
  return Math.max(...projected) - Math.min(...projected);
}

/** Where to cut across `n` so that this share of the area is on the near side. */
export function offsetFor(points: readonly Point[], n: Point, share: number): number {
  const projected = points.map((point) => dot(n, point));
  let [low, high] = [Math.min(...projected), Math.max(...projected)];
  const wanted = area(points) * share;
  for (let round = 0; round < 40; round++) {
    const middle = (low + high) / 2;
    if (area(cut(points, { n, offset: middle })) < wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The two ends of the line n · p = offset within a polygon. */
export function chord(
  points: readonly Point[],
  { n, offset }: HalfPlane,
): readonly [Point, Point] | undefined {
  const ends: Point[] = [];
  points.forEach((a, i) => {
    const b = points[(i + 1) % points.length] ?? a;
    const [here, there] = [dot(n, a) - offset, dot(n, b) - offset];
    if (here <= 0 !== there <= 0) ends.push(along(a, b, here / (here - there)));
  });
  const [from, to] = ends;
  return from === undefined || to === undefined ? undefined : [from, to];
}

export function isInside(points: readonly Point[], point: Point, tolerance = 0): boolean {
  return points.every((a, i) => {
    const b = points[(i + 1) % points.length] ?? a;
    return dot(outward(a, b), minus(point, a)) <= tolerance;
  });
}

/** By the separating axis: two convex polygons are apart when the line of some edge lies between them. */
export function overlap(a: readonly Point[], b: readonly Point[], tolerance = 0): boolean {
  const separates = (one: readonly Point[], other: readonly Point[]) =>
    one.some((from, i) => {
      const to = one[(i + 1) % one.length] ?? from;
      const n = outward(from, to);
      return other.every((point) => dot(n, minus(point, from)) >= -tolerance);
    });
  return !separates(a, b) && !separates(b, a);
}
