// Cuts a park into blocks by streets and the blocks into lots, each with its share of the ground.
import { area, chord, cut, offsetFor, shrink, tidy, tightBox } from './convex.ts';
import type { Point } from './plane.ts';

export type Line = readonly [Point, Point];

export type Layout = {
  /** In the order of the shares. */
  readonly lots: readonly (readonly Point[])[];
  readonly streets: readonly Line[];
};

/** A strip between two neighbours: fence, trees, and what rounding of coordinates needs. */
const HALF_FENCE = 1.5;

/** How far a street reaches beyond the ground it parts, to meet the road there. */
const REACH = 16;

/** Square metres of ground beyond which a cut becomes a street, and how wide that is. */
const STREETS: readonly (readonly [ground: number, width: number])[] = [
  [400_000, 24],
  [120_000, 15],
  [38_000, 10],
];

/** `shares` say how large the lots are, one compared with the others; `random` what comes to lie beside what. */
export function layOut(ground: readonly Point[], shares: readonly number[], random: () => number): Layout {
  const order = shares
    .map((share, i) => ({ share, i, key: share * Math.exp(random() - 0.5) }))
    .toSorted((a, b) => b.key - a.key);
  const lots: (readonly Point[])[] = shares.map(() => []);
  const streets: Line[] = [];
  const divide = (points: readonly Point[], items: typeof order): void => {
    const [only] = items;
    if (only === undefined) return;
    if (items.length === 1) {
      lots[only.i] = fenced(points);
      return;
    }
    const { near, share } = halves(items.map((item) => item.share));
    const { direction, length, width } = tightBox(points);
    const n: Point = length >= width ? direction : [-direction[1], direction[0]];
    const offset = offsetFor(points, n, share);
    const gap = STREETS.find(([large]) => area(points) > large)?.[1] ?? 0;
    if (gap > 0) {
      const street = chord(points, { n, offset });
      if (street !== undefined) streets.push(extended(street));
    }
    const back: Point = [-n[0], -n[1]];
    divide(cut(points, { n, offset: offset - gap / 2 }), items.slice(0, near));
    divide(cut(points, { n: back, offset: -offset - gap / 2 }), items.slice(near));
  };
  divide(ground, order);
  return { lots, streets };
}

/** How many of the first items make about half of all, and what share they are. */
function halves(shares: readonly number[]): { readonly near: number; readonly share: number } {
  const sum = shares.reduce((total, share) => total + share, 0);
  let best = { near: 1, share: 0 };
  let before = 0;
  for (let near = 1; near < shares.length; near++) {
    before += (shares[near - 1] ?? 0) / sum;
    if (Math.abs(before - 0.5) < Math.abs(best.share - 0.5)) best = { near, share: before };
  }
  return best;
}

function fenced(points: readonly Point[]): Point[] {
  const edges = tidy(points, 0.5).map((from) => ({ from, beyond: undefined }));
  return tidy(
    shrink(edges, () => HALF_FENCE).map(({ from }) => from),
    0.5,
  );
}

function extended([a, b]: Line): Line {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const [x, y] = [((b[0] - a[0]) / length) * REACH, ((b[1] - a[1]) / length) * REACH];
  return [
    [a[0] - x, a[1] - y],
    [b[0] + x, b[1] + y],
  ];
}
