// Which rows of a run fit the conditions in the address. Pure, and fast enough to follow typing in a hundred thousand rows.
import { type ClassMove, isOnEdge } from '#features/evaluation/web/shared/class-order.ts';
import type { RunTable } from '#features/evaluation/web/shared/run-table.ts';
import { medianOfPresent } from '#features/evaluation/web/shared/statistics.ts';
import { quadrantOf } from '../charts/quadrant.ts';

export type ResultFilters = Readonly<Record<string, string | undefined>>;

/** What is worked out once for a run. */
export type Standing = {
  readonly table: RunTable;
  readonly moves: readonly ClassMove[];
  readonly distances: Float64Array;
};

type Test = (row: number) => boolean;

/** Industries are asked for by their first two digits. */
export function filterRows(standing: Standing, filters: ResultFilters): number[] {
  const tests = testsOf(standing, filters);
  const rows: number[] = [];
  for (let row = 0; row < standing.table.rows; row++) if (tests.every((test) => test(row))) rows.push(row);
  return rows;
}

function testsOf({ table, moves, distances }: Standing, filters: ResultFilters): Test[] {
  const tests: Test[] = [];
  const ask = (name: string, make: (wanted: string) => Test): void => {
    const wanted = filters[name];
    if (wanted !== undefined && wanted !== '') tests.push(make(wanted));
  };
  const oneOf = ({ codes, labels }: RunTable['finalClass'], fits: (label: string) => boolean): Test => {
    const good = labels.map(fits);
    const none = fits('');
    return (row) => good[codes[row] ?? -1] ?? none;
  };
  ask('class', (wanted) => oneOf(table.finalClass, (label) => label === wanted));
  ask('last_class', (wanted) => oneOf(table.lastClass, (label) => label === (wanted === NONE ? '' : wanted)));
  ask('park', (wanted) => oneOf(table.parkIds, (label) => label === (wanted === NONE ? '' : wanted)));
  ask('industry', (wanted) =>
    oneOf(table.industries, (label) => label.slice(0, 2) === (wanted === NONE ? '' : wanted)),
  );
  ask('scale', (wanted) => oneOf(table.scales, (label) => label === (wanted === NONE ? '' : wanted)));
  ask('moved', (wanted) => (row) => moves[row] === wanted);
  ask('edge', () => (row) => isOnEdge(distances[row] as number, table.score[row] as number));
  ask('from', (wanted) => (row) => (table.score[row] as number) >= Number(wanted));
  ask('below', (wanted) => (row) => (table.score[row] as number) < Number(wanted));
  ask('quadrant', (wanted) => {
    const [x, y] = [table.valuesOf(filters['x'] ?? ''), table.valuesOf(filters['y'] ?? '')];
    const middles = { x: medianOfPresent(x) ?? 0, y: medianOfPresent(y) ?? 0 };
    return (row) => quadrantOf(x[row] as number, y[row] as number, middles) === wanted;
  });
  ask('search', (wanted) => {
    const text = wanted.toLowerCase();
    return (row) =>
      (table.names[row] ?? '').toLowerCase().includes(text) ||
      (table.creditCodes[row] ?? '').toLowerCase().startsWith(text);
  });
  return tests;
}

/** In the address for those that have none. */
export const NONE = '-';
