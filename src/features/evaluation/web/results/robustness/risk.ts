// From the draws of a simulation to who is safe in a class and who is not.
import type { Robustness } from '#engine/simulate/robustness.ts';

export type Risk = 'safe' | 'edge' | 'open';
export const RISKS: readonly Risk[] = ['open', 'edge', 'safe'];

/** Safe: the class came out in at least this share of the draws; on the edge: in at least half of them. */
const SAFE = 0.95;
const EVEN = 0.5;

export const riskOf = (safety: number): Risk => (safety >= SAFE ? 'safe' : safety >= EVEN ? 'edge' : 'open');

export type Chance = { readonly class: string; readonly share: number };

/** Classes of a row that came out at all, the likeliest first. */
export function chancesOf(
  { classes, probability }: Pick<Robustness, 'classes' | 'probability'>,
  row: number,
): Chance[] {
  return classes
    .map((name, i) => ({ class: name, share: probability[row * classes.length + i] as number }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
}

export type Count = { readonly class: string; readonly counts: Readonly<Record<Risk, number>> };

/** Ranked rows only: who is outside the ranking cannot lose a place in it. */
export function countRisks(
  { classes, point, safety }: Pick<Robustness, 'classes' | 'point' | 'safety'>,
  rank: Int32Array,
): Count[] {
  const counts = classes.map(() => ({ safe: 0, edge: 0, open: 0 }));
  for (let row = 0; row < point.length; row++) {
    const own = counts[point[row] as number];
    if ((rank[row] as number) > 0 && own !== undefined) own[riskOf(safety[row] as number)]++;
  }
  return classes
    .map((name, i) => ({ class: name, counts: counts[i] ?? { safe: 0, edge: 0, open: 0 } }))
    .filter(({ counts: own }) => own.safe + own.edge + own.open > 0);
}

/** Ranked rows by risk, the least safe first; of the same class or risk only where one is asked for. */
export function rowsByRisk(
  { classes, point, safety }: Pick<Robustness, 'classes' | 'point' | 'safety'>,
  rank: Int32Array,
  wanted: { readonly class?: string | undefined; readonly risk?: string | undefined },
): number[] {
  const rows: number[] = [];
  for (let row = 0; row < point.length; row++) {
    if (!((rank[row] as number) > 0)) continue;
    if (wanted.class !== undefined && classes[point[row] as number] !== wanted.class) continue;
    if (wanted.risk !== undefined && riskOf(safety[row] as number) !== wanted.risk) continue;
    rows.push(row);
  }
  return rows.sort((a, b) => (safety[a] as number) - (safety[b] as number));
}

export type Assumptions = {
  /** Per cent, both ways, every value between them as likely. */
  readonly data: number;
  readonly weights: number;
  readonly seed: number;
  readonly draws: number;
};

export const USUAL: Assumptions = { data: 5, weights: 10, seed: 20260101, draws: 2000 };
const MOST: Assumptions = { data: 50, weights: 50, seed: 4_294_967_295, draws: 20_000 };

/** As they stand in the address; what makes no sense is as usual. */
export function readAssumptions(filters: Readonly<Record<string, string>>): Assumptions {
  const read = (name: keyof Assumptions, least: number): number => {
    const value = Number(filters[name]);
    const fits =
      filters[name] !== undefined && Number.isFinite(value) && value >= least && value <= MOST[name];
    return fits ? value : USUAL[name];
  };
  return {
    data: read('data', 0),
    weights: read('weights', 0),
    seed: Math.round(read('seed', 0)),
    draws: Math.round(read('draws', 100)),
  };
}

/** The first draws of a longer simulation are those of a shorter one: a first answer early, and better ones after it. */
export function stagesOf(draws: number): number[] {
  return [...new Set([Math.min(100, draws), Math.min(500, draws), draws])];
}
