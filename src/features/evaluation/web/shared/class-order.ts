// Classes of a run in their order, how far each enterprise is from the next border, and how it moved since last year.
import { labelsOf } from './category.ts';
import type { RunTable } from './run-table.ts';

type Ranked = Pick<
  RunTable,
  'rows' | 'rank' | 'score' | 'pools' | 'computedClass' | 'finalClass' | 'lastClass'
>;

/** Best first, without classes such as T that are neither better nor worse. */
export const classOrder = (
  classes: readonly { readonly class: string; readonly ordered: boolean }[],
): string[] => classes.filter(({ ordered }) => ordered).map((one) => one.class);

/** Whether everybody who is ranked is in sight: of a park's rows alone no border between classes can be told. */
export function seesEverybody({ rank }: Pick<Ranked, 'rank'>): boolean {
  let ranked = 0;
  let last = 0;
  for (const place of rank) {
    if (!(place > 0)) continue;
    ranked++;
    last = Math.max(last, place);
  }
  return ranked > 0 && ranked >= last;
}

export type Border = {
  readonly pool: string;
  readonly better: string;
  readonly worse: string;
  /** Between the score of the last one above and that of the first one below. */
  readonly score: number;
};

/**
 * Where one class ends and the next begins, by score. Rules and conditions put single enterprises below their rank, so a
 * border is the cut along the ranking that fewest enterprises are on the wrong side of.
 */
export function bordersOf(table: Ranked, order: readonly string[]): Border[] {
  if (!seesEverybody(table)) return [];
  const classes = labelsOf(table.computedClass);
  const place = new Map(order.map((name, i) => [name, i]));
  return [...poolsOf(table)].flatMap(([pool, rows]) =>
    order.slice(0, -1).flatMap((better, k): Border[] => {
      const worse = order[k + 1] ?? '';
      const isAbove = rows.map((row) => (place.get(classes[row] ?? '') ?? order.length) <= k);
      const cut = bestCut(isAbove);
      const above = table.score[rows[cut - 1] ?? -1];
      const below = table.score[rows[cut] ?? -1];
      if (above === undefined || below === undefined) return [];
      return [{ pool, better, worse, score: (above + below) / 2 }];
    }),
  );
}

/** How many come before the cut. */
function bestCut(isAbove: readonly boolean[]): number {
  let right = isAbove.filter((above) => !above).length;
  let best = right;
  let cut = 0;
  isAbove.forEach((above, i) => {
    right += above ? 1 : -1;
    if (right > best) {
      best = right;
      cut = i + 1;
    }
  });
  return cut;
}

/** Ranked rows of each pool, best first. */
function poolsOf(table: Ranked): Map<string, number[]> {
  const names = labelsOf(table.pools);
  const pools = new Map<string, number[]>();
  for (let row = 0; row < table.rows; row++) {
    const name = names[row] ?? '';
    if (!((table.rank[row] as number) > 0)) continue;
    const rows = pools.get(name);
    if (rows === undefined) pools.set(name, [row]);
    else rows.push(row);
  }
  for (const rows of pools.values())
    rows.sort((a, b) => (table.score[b] as number) - (table.score[a] as number));
  return pools;
}

/** Points to the nearest border, negative below it; NaN where there is none. */
export function distancesOf(table: Ranked, borders: readonly Border[]): Float64Array {
  const names = labelsOf(table.pools);
  const byPool = new Map<string, number[]>();
  for (const { pool, score } of borders) byPool.set(pool, [...(byPool.get(pool) ?? []), score]);
  return table.score.map((score, row) => {
    if (!((table.rank[row] as number) > 0)) return Number.NaN;
    return (byPool.get(names[row] ?? '') ?? []).reduce((nearest, border) => {
      const distance = score - border;
      return Number.isNaN(nearest) || Math.abs(distance) < Math.abs(nearest) ? distance : nearest;
    }, Number.NaN);
  });
}

/** On the edge: nearer to a border than this share of the score at it. */
const EDGE = 0.02;

export const isOnEdge = (distance: number, score: number): boolean =>
  Math.abs(distance) <= EDGE * Math.abs(score - distance);

export type ClassMove = 'up' | 'down' | 'same' | 'new';

/** Since the final list of the year before; those who were or are outside the order did not move. */
export function moveOf(before: string, now: string, order: readonly string[]): ClassMove {
  if (before === '') return 'new';
  const [from, to] = [order.indexOf(before), order.indexOf(now)];
  if (from < 0 || to < 0 || from === to) return 'same';
  return to < from ? 'up' : 'down';
}

export const movesOf = (
  table: Pick<Ranked, 'lastClass' | 'finalClass'>,
  order: readonly string[],
): ClassMove[] => {
  const now = labelsOf(table.finalClass);
  return labelsOf(table.lastClass).map((before, row) => moveOf(before, now[row] ?? '', order));
};
