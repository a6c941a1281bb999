// What the store keeps of a run for each subject, best first: read by the writer of the rows and by whoever verifies them.
import { NO_CLASS } from '#engine/classify/classify.ts';
import type { Run } from '#engine/run/evaluate.ts';
import { standardColumns } from '#engine/run/result-columns.ts';
import { type Column, textAt } from '#engine/table/column.ts';

/** Each function takes a place in the order, from 0. */
export type ResultRows = {
  readonly count: number;
  readonly enterpriseId: (at: number) => string;
  readonly creditCode: (at: number) => string;
  readonly name: (at: number) => string;
  readonly parkId: (at: number) => string | null;
  readonly industry: (at: number) => string | null;
  readonly score: (at: number) => number | null;
  /** As computed, and as it counts after changes by hand. */
  readonly computedClass: (at: number) => string | null;
  readonly finalClass: (at: number) => string | null;
  readonly rank: (at: number) => number | null;
  readonly pool: (at: number) => string | null;
  /** A JSON object: value and points by indicator. */
  readonly indicators: (at: number) => string;
};

export function resultRows(run: Run): ResultRows {
  const { classified, plan, dataset } = run;
  const order = orderOf(run);
  const row = (at: number): number => order[at] as number;
  const text = (name: string) => {
    const read = textReader(dataset.table.columns.get(name));
    return (at: number): string => read(row(at));
  };
  const [park, industry] = [text('park_id'), text('industry')];
  const classes = plan.classes?.all ?? [];
  const className = (position: number | undefined): string | null =>
    position === undefined || position === NO_CLASS ? null : (classes[position] ?? null);
  const indicators = indicatorTexts(run);
  return {
    count: order.length,
    enterpriseId: text('enterprise_id'),
    creditCode: (at) => textAt(dataset.ids, row(at)),
    name: text('enterprise_name'),
    parkId: (at) => orNull(park(at)),
    industry: (at) => orNull(industry(at)),
    score: (at) => finite(run.score[row(at)]),
    computedClass: (at) => className(classified.final[row(at)]),
    finalClass: (at) => className(run.final[row(at)]),
    rank: (at) => rankOf(classified.ranking.rank[row(at)]),
    pool: (at) => classified.poolLabels[classified.pools[row(at)] ?? 0] ?? null,
    indicators: (at) => indicators(row(at)),
  };
}

/** Ranked subjects in their order, then those without a rank. */
export function orderOf(run: Run): Uint32Array {
  const { order, rank } = run.classified.ranking;
  const all = new Uint32Array(run.rows);
  all.set(order);
  let end = order.length;
  for (let row = 0; row < run.rows; row++) if (rank[row] === 0) all[end++] = row;
  return all;
}

function indicatorTexts(run: Run): (row: number) => string {
  const standard = new Map(standardColumns(run, 'zh').map((column) => [column.name, column]));
  const indicators = run.plan.indicators.map(({ name }, i) => {
    const points = standard.get(`${name}.score`);
    const values = standard.get(`${name}.value`);
    return {
      key: `${i === 0 ? '' : ','}${JSON.stringify(name)}`,
      values: values?.kind === 'number' ? values.values : new Float64Array(run.rows).fill(Number.NaN),
      points: points?.kind === 'computed' ? points.at : () => Number.NaN,
    };
  });
  return (row) => {
    let json = '{';
    for (const { key, values, points } of indicators)
      json += `${key}:[${finite(values[row])},${finite(points(row))}]`;
    return `${json}}`;
  };
}

const finite = (value: number | undefined): number | null =>
  value === undefined || !Number.isFinite(value) ? null : value;

const orNull = (text: string): string | null => (text === '' ? null : text);

/** Nobody is ranked zeroth: it says that there is no rank. */
const rankOf = (rank: number | undefined): number | null => (rank === undefined || rank === 0 ? null : rank);

function textReader(column: Column | undefined): (row: number) => string {
  if (column?.kind === 'text') return (row) => textAt(column, row);
  if (column?.kind === 'category') return (row) => column.labels[column.codes[row] ?? -1] ?? '';
  return () => '';
}
