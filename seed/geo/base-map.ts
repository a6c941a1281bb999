// What the zone's map shows between its parks: the island, river and lake, green, streets and roads, names of places.
import type { MapCollection, MapFeature, MapKind } from '#capabilities/registry/contract/map.ts';
import { type District, OUTLINE } from './city.ts';
import { along, centroid, shrink } from './convex.ts';
import type { Line } from './lots.ts';
import { type Point, polygonOf, ringOf, toGlobe } from './plane.ts';
import type { River } from './river.ts';

export type GroundCover = {
  readonly districts: readonly District[];
  readonly river: River;
  /** By district. */
  readonly streets: readonly (readonly Line[])[];
  readonly greens: readonly (readonly Point[])[];
};

const ROADS = [
  '云锦路',
  '启明路',
  '衡山路',
  '澄湖路',
  '禾丰路',
  '溪桥路',
  '辰光路',
  '琢玉路',
  '桐荫路',
  '序园路',
];

export function baseMap({ districts, river, streets, greens }: GroundCover): MapCollection {
  const lake = districts.find(({ use }) => use === 'lake');
  const shore = lake?.boundary ?? [];
  const features = [
    surface('land', '演示岛', coast()),
    feature('green', '镜湖公园', around(shore, shoreLine(shore))),
    ...greens.map((points) => surface('green', null, points)),
    ...river.green.map((points) => surface('green', '澄江绿带', points)),
    surface('water', '澄江', river.water),
    surface('water', '镜湖', shoreLine(shore)),
    ...streets.filter((lines) => lines.length > 0).map((lines) => many('street', lines)),
    ...districtRoads(districts).map((road, i) => line('road', ROADS[i % ROADS.length] ?? null, road)),
    line('road', '滨海大道', [...OUTLINE, OUTLINE[0] ?? [0, 0]]),
    ...river.roads.map((road, i) => line('road', i === 0 ? '江南路' : '江北路', road)),
    ...river.bridges.map((road, i) => line('road', `澄江${i + 1}桥`, road)),
    ...districts
      .filter(({ use }) => use !== 'park')
      .map(({ name, boundary }) => feature('place', name, point(centroid(boundary)))),
    feature('place', '澄江', point([-4900, -110])),
  ];
  return { type: 'FeatureCollection', features };
}

type Geometry = MapFeature['geometry'];

const feature = (kind: MapKind, name: string | null, geometry: Geometry): MapFeature => ({
  type: 'Feature',
  geometry,
  properties: { kind, name },
});
const point = (at: Point): Geometry => ({ type: 'Point', coordinates: toGlobe(at) });
const surface = (kind: MapKind, name: string | null, points: readonly Point[]) =>
  feature(kind, name, polygonOf(points));
/** A surface with a hole, so that it does not matter what is drawn first. */
const around = (outer: readonly Point[], hole: readonly Point[]): Geometry => ({
  type: 'Polygon',
  coordinates: [ringOf(outer), ringOf(hole.toReversed())],
});
const line = (kind: MapKind, name: string | null, points: readonly Point[]) =>
  feature(kind, name, { type: 'LineString', coordinates: points.map(toGlobe) });
const many = (kind: MapKind, lines: readonly Line[]) =>
  feature(kind, null, { type: 'MultiLineString', coordinates: lines.map((ends) => ends.map(toGlobe)) });

/** Once for each pair of districts on the same bank. */
function districtRoads(districts: readonly District[]): Line[] {
  return districts.flatMap(({ edges, number, bank }) =>
    edges.flatMap(({ from, beyond }, i) => {
      const other = beyond === 'sea' ? undefined : districts[beyond];
      if (other === undefined || other.number < number || other.bank !== bank) return [];
      return [[from, edges[(i + 1) % edges.length]?.from ?? from] as const];
    }),
  );
}

/** Bays and headlands, everywhere outside of the road along the coast. */
function coast(): Point[] {
  const steps = 180;
  return Array.from({ length: steps }, (_, i) => {
    const angle = (2 * Math.PI * i) / steps;
    const swing = 150 * Math.sin(3 * angle + 1) + 90 * Math.sin(7 * angle + 2) + 45 * Math.sin(17 * angle);
    const reach = edgeAt(angle) + 330 + swing;
    return [Math.cos(angle) * reach, Math.sin(angle) * reach] as const;
  });
}

/** How far the outline lies in a direction from the middle. */
function edgeAt(angle: number): number {
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  const reaches = OUTLINE.map((a, i) => {
    const b = OUTLINE[(i + 1) % OUTLINE.length] ?? a;
    const [ex, ey] = [b[0] - a[0], b[1] - a[1]];
    const cross = dx * ey - dy * ex;
    const reach = (a[0] * ey - a[1] * ex) / cross;
    const share = (a[0] * dy - a[1] * dx) / cross;
    return reach > 0 && share >= 0 && share <= 1 ? reach : 0;
  });
  return Math.max(...reaches);
}

/** Chaikin: the corners cut, and what is left of them cut again. */
function shoreLine(boundary: readonly Point[]): Point[] {
  const edges = boundary.map((from) => ({ from, beyond: undefined }));
  let points = shrink(edges, () => 90).map(({ from }) => from);
  for (let round = 0; round < 4; round++)
    points = points.flatMap((a, i) => {
      const b = points[(i + 1) % points.length] ?? a;
      return [along(a, b, 0.25), along(a, b, 0.75)];
    });
  return points;
}
