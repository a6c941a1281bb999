// The places that quotas give to a pool, counted from the view of one subject that wants to be ranked in it.
import { lastRanks } from '#engine/classify/quotas.ts';
import type { Run } from '#engine/run/evaluate.ts';

export type Places = {
  /**
   * The last rank of each class in the subject's pool once the subject itself is ranked there; `others` are ranked beside it.
   */
  readonly of: (row: number, others: number) => readonly number[];
};

export function createPlaces({ plan: { classes }, classified }: Run): Places {
  const positions = (classes?.exempt ?? []).map(({ countsAs }) =>
    countsAs === undefined ? -1 : (classes?.order.indexOf(countsAs) ?? -1),
  );
  const taken = classified.poolLabels.map(() => new Array<number>(classes?.order.length ?? 0).fill(0));
  classified.exemption.forEach((exemption, row) =>
    add(taken[classified.pools[row] as number], positions[exemption], 1),
  );
  return {
    of: (row, others) => {
      const pool = classified.pools[row] as number;
      const label = classified.poolLabels[pool];
      const quotas = classes?.poolQuotas.find((entry) => entry.pool === label)?.quotas ?? classes?.quotas;
      if (classes === undefined || quotas === undefined) return [];
      const exempt = (taken[pool] ?? []).slice();
      add(exempt, positions[classified.exemption[row] as number], -1);
      const base = exempt.reduce((sum, places) => sum + places, others + 1);
      return lastRanks(quotas, base, exempt, classes.rounding);
    },
  };
}

function add(places: number[] | undefined, position: number | undefined, count: number): void {
  if (places === undefined || position === undefined || position < 0) return;
  places[position] = (places[position] as number) + count;
}
