// What lies on a map, as plain data; and where it lies.
export type Position = readonly [longitude: number, latitude: number];
type Rings = readonly (readonly Position[])[];

export type Shape =
  | { readonly type: 'Polygon'; readonly coordinates: Rings }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly Rings[] };

export type Ground = {
  readonly geometry:
    | Shape
    | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
    | { readonly type: 'MultiLineString'; readonly coordinates: Rings }
    | { readonly type: 'Point'; readonly coordinates: Position };
  readonly properties: { readonly kind: string; readonly name: string | null };
};

/** A parcel with the colour it wears now. */
export type Lot = { readonly id: string; readonly shape: Shape; readonly fill: string };
export type District = { readonly id: string; readonly name: string; readonly shape: Shape };

export type Scene = {
  readonly ground: readonly Ground[];
  readonly districts: readonly District[];
  readonly lots: readonly Lot[];
};

export type Box = readonly [west: number, south: number, east: number, north: number];

function* positionsOf(shape: Shape): Generator<Position> {
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  for (const rings of polygons) yield* rings[0] ?? [];
}

/** Around all of them; undefined around nothing. */
export function boxAround(shapes: readonly Shape[]): Box | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const shape of shapes)
    for (const [x, y] of positionsOf(shape)) {
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
  return west > east ? undefined : [west, south, east, north];
}

/** The middle of the largest part: where a name is written. */
export function middleOf(shape: Shape): Position {
  const [west, south, east, north] = boxAround([shape]) ?? [0, 0, 0, 0];
  return [(west + east) / 2, (south + north) / 2];
}

/** Four borders that divide numbers into five classes of equal size. */
export function quintiles(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) return [];
  return [0.2, 0.4, 0.6, 0.8].map((share) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
}

/** Which of the five classes, 0 to 4. */
export const stepOf = (value: number, borders: readonly number[]): number =>
  borders.filter((border) => value > border).length;
