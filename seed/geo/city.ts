// The ground plan: an island parted by a river into districts of the sizes wanted, each with the edges it shares.
import { area, cutEdges, dot, type Edge, shrink } from './convex.ts';
import type { Point } from './plane.ts';

/** What lies beyond an edge: another district by its number, or the sea. */
export type Beyond = number | 'sea';

export type Site = {
  readonly name: string;
  readonly at: Point;
  /** Relative to the others. */
  readonly size: number;
  readonly bank: 'north' | 'south';
  readonly use: 'park' | 'lake' | 'town';
};

/** Roughly where each district lies; parks first, in the order of their codes. */
const SITES: readonly Site[] = [
  { name: '高端装备园', at: [-1900, 1750], size: 9.0, bank: 'north', use: 'park' },
  { name: '新材料园', at: [-4100, 1500], size: 7.5, bank: 'north', use: 'park' },
  { name: '医养健康园', at: [-550, -1550], size: 4.8, bank: 'south', use: 'park' },
  { name: '信息产业园', at: [1800, 1500], size: 3.9, bank: 'north', use: 'park' },
  { name: '现代服务园', at: [1500, -2450], size: 2.3, bank: 'south', use: 'park' },
  { name: '现代物流园', at: [3100, -1900], size: 4.2, bank: 'south', use: 'park' },
  { name: '科技创新园', at: [450, 2550], size: 2.3, bank: 'north', use: 'park' },
  { name: '现代农业园', at: [-4200, -1450], size: 4.4, bank: 'south', use: 'park' },
  { name: '临港产业园', at: [4200, 1100], size: 7.5, bank: 'north', use: 'park' },
  { name: '老城工业园', at: [-2350, -1150], size: 3.8, bank: 'south', use: 'park' },
  { name: '镜湖', at: [250, 950], size: 2.6, bank: 'north', use: 'lake' },
  { name: '云亩新城', at: [1250, -1050], size: 3.6, bank: 'south', use: 'town' },
  { name: '老城', at: [-2200, -2650], size: 2.8, bank: 'south', use: 'town' },
];

/** Everything is built within; the coast lies outside of it. */
export const OUTLINE: readonly Point[] = [
  [-5000, -1150],
  [-4300, -2500],
  [-1900, -3200],
  [1700, -3250],
  [4100, -2450],
  [5150, -700],
  [5050, 1150],
  [3900, 2450],
  [1000, 3200],
  [-2400, 3100],
  [-4600, 2300],
  [-5250, 700],
];

/** From the middle of a road, of the river, of the shore to the first parcel, in metres. */
const HALF_ROAD = 24;
export const HALF_RIVER_CORRIDOR = 115;
const SHORE = 70;

export type District = Site & {
  readonly number: number;
  /** Up to the middle of the roads around it. */
  readonly edges: readonly Edge<Beyond>[];
  /** Without roads, river and shore. */
  readonly boundary: readonly Point[];
};

export const isAcrossRiver = (a: Beyond, b: Beyond): boolean =>
  a !== 'sea' && b !== 'sea' && SITES[a]?.bank !== SITES[b]?.bank;

export function groundPlan(): District[] {
  const cells = sizedCells();
  return SITES.map((site, number) => {
    const edges = cells[number] ?? [];
    const inset = (beyond: Beyond) =>
      beyond === 'sea' ? SHORE : isAcrossRiver(number, beyond) ? HALF_RIVER_CORRIDOR : HALF_ROAD;
    return { ...site, number, edges, boundary: shrink(edges, inset).map(({ from }) => from) };
  });
}

/** A power diagram whose weights are moved until every cell has its share of the ground. */
function sizedCells(): Edge<Beyond>[][] {
  const ground = area(OUTLINE);
  const sum = SITES.reduce((total, { size }) => total + size, 0);
  const weights = SITES.map(() => 0);
  let cells = powerDiagram(weights);
  for (let round = 0; round < 80; round++) {
    SITES.forEach(({ size }, i) => {
      const missing = (ground * size) / sum - area((cells[i] ?? []).map(({ from }) => from));
      weights[i] = (weights[i] ?? 0) + missing * 0.25;
    });
    cells = powerDiagram(weights);
  }
  return cells;
}

function powerDiagram(weights: readonly number[]): Edge<Beyond>[][] {
  return SITES.map(({ at: a }, i) => {
    let cell: Edge<Beyond>[] = OUTLINE.map((from) => ({ from, beyond: 'sea' }));
    SITES.forEach(({ at: b }, j) => {
      if (i === j) return;
      const n: Point = [b[0] - a[0], b[1] - a[1]];
      const offset = (dot(b, b) - dot(a, a) + (weights[i] ?? 0) - (weights[j] ?? 0)) / 2;
      cell = cutEdges(cell, { n, offset }, j);
    });
    return cell;
  });
}
