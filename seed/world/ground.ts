// The ground of the zone: each park's boundary, the lots of those who own one, land nobody has yet, and the map around it.
import type { Polygon } from '#capabilities/registry/contract/geometry.ts';
import type { MapCollection } from '#capabilities/registry/contract/map.ts';
import { polygonAreaMu } from '#capabilities/registry/model/polygon-area.ts';
import { baseMap } from '../geo/base-map.ts';
import { type District, groundPlan } from '../geo/city.ts';
import { centroid } from '../geo/convex.ts';
import { layOut, type Line } from '../geo/lots.ts';
import { type Point, polygonOf } from '../geo/plane.ts';
import { riverOf } from '../geo/river.ts';
import { chanceFor, logNormal, round } from './random.ts';

export type Lot = {
  readonly park: number;
  /** Nobody's yet when undefined. */
  readonly owner: number | undefined;
  readonly polygon: Polygon;
  readonly middle: Point;
  readonly area_mu: number;
};

export type Ground = {
  readonly parks: readonly { readonly name: string; readonly boundary: Polygon; readonly area_mu: number }[];
  readonly lots: readonly Lot[];
  readonly map: MapCollection;
};

/** Of the lots of a park. */
const VACANT = 0.05;
const GREENS = 3;
/** Blocks of a part of the town, for its streets. */
const TOWN_BLOCKS = 48;

export type Wish = { readonly n: number; readonly park: number; readonly wants: number };

export function makeGround(wishes: readonly Wish[]): Ground {
  const districts = groundPlan();
  const laid = districts.map((district) => layDistrict(district, wishes));
  const parks = districts
    .filter(({ use }) => use === 'park')
    .map(({ name, boundary }) => ({ name, boundary: polygonOf(boundary), area_mu: areaMu(boundary, 0) }));
  const map = baseMap({
    districts,
    river: riverOf(districts),
    streets: laid.map(({ streets }) => streets),
    greens: laid.flatMap(({ greens }) => greens),
  });
  return { parks, lots: laid.flatMap(({ lots }) => lots), map };
}

type Laid = {
  readonly lots: readonly Lot[];
  readonly greens: readonly (readonly Point[])[];
  readonly streets: readonly Line[];
};

function layDistrict({ number, boundary, use }: District, wishes: readonly Wish[]): Laid {
  const chance = chanceFor(100 + number);
  if (use === 'lake') return { lots: [], greens: [], streets: [] };
  if (use === 'town') {
    const blocks = Array.from({ length: TOWN_BLOCKS }, () => logNormal(chance, 1, 0.3));
    const { lots, streets } = layOut(boundary, blocks, chance);
    return { lots: [], greens: lots.slice(0, GREENS), streets };
  }
  const owners = wishes.filter(({ park }) => park === number);
  const vacant = Math.round(owners.length * VACANT);
  const wanted = owners.map(({ wants }) => wants);
  const usual = wanted.reduce((sum, wants) => sum + wants, 0) / wanted.length;
  const others = Array.from({ length: vacant + GREENS }, () => logNormal(chance, usual, 0.4));
  const { lots, streets } = layOut(boundary, [...wanted, ...others], chance);
  return {
    lots: lots.slice(0, owners.length + vacant).map((points, i) => lotOf(points, number, owners[i]?.n)),
    greens: lots.slice(owners.length + vacant),
    streets,
  };
}

function lotOf(points: readonly Point[], park: number, owner: number | undefined): Lot {
  return { park, owner, polygon: polygonOf(points), middle: centroid(points), area_mu: areaMu(points, 2) };
}

/** As it is measured on the globe. */
const areaMu = (points: readonly Point[], digits: number): number =>
  round(polygonAreaMu(polygonOf(points)) ?? 0, digits);
