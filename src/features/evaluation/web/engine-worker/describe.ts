// A dataset, a plan and a run as the page needs them: names, parks, what can be moved, who stands where.
import { NO_CLASS } from '#engine/classify/classify.ts';
import type { Dataset } from '#engine/run/dataset.ts';
import type { Run } from '#engine/run/evaluate.ts';
import type { Plan } from '#engine/scheme/plan.ts';
import { dialsOf } from '#engine/simulate/dials.ts';
import { categoryColumn, type Column, textAt } from '#engine/table/column.ts';
import type { Opened, SchemeInfo, Standing } from './messages.ts';

type DatasetInfo = Pick<
  Opened,
  'rows' | 'ids' | 'names' | 'enterpriseIds' | 'industries' | 'parks' | 'parkIds'
>;

/** Frozen datasets carry the park's id; one that comes from elsewhere may have a park by its name. */
export function describeDataset({ ids, table }: Dataset): DatasetInfo {
  const { rows, columns } = table;
  const texts = (column: Column | undefined): string[] =>
    column === undefined ? [] : Array.from({ length: rows }, (_, row) => wordAt(column, row));
  const park = columns.get('park_id') ?? columns.get('park');
  const parkAt = (row: number): string | null => {
    const word = park === undefined ? '' : wordAt(park, row);
    return word === '' ? null : word;
  };
  const parks = categoryColumn(Array.from({ length: rows }, (_, row) => parkAt(row)));
  return {
    rows,
    ids: texts(ids),
    names: texts(columns.get('enterprise_name')),
    enterpriseIds: texts(columns.get('enterprise_id')),
    industries: texts(columns.get('industry')),
    parks: parks.codes,
    parkIds: parks.labels,
  };
}

function wordAt(column: Column, row: number): string {
  if (column.kind === 'text') return textAt(column, row);
  if (column.kind === 'category') return column.labels[column.codes[row] as number] ?? '';
  return String(column.values[row]);
}

export function describeScheme(plan: Plan): SchemeInfo {
  return {
    dials: dialsOf(plan),
    indicators: plan.indicators.map(({ name, zh, en, unit }) => ({
      name,
      zh: zh ?? en ?? name,
      en: en ?? zh ?? name,
      unit: unit ?? null,
    })),
    order: plan.classes?.order ?? [],
  };
}

/** Copies, because the columns of a run that is tried are written over by the next one. */
export function standingOf(run: Run, classes: readonly string[]): Standing {
  const place = placesIn(run, classes);
  return {
    place: run.final.map((position) => place[position] as number),
    score: run.score.slice(),
    rank: run.classified.ranking.rank.slice(),
  };
}

/** From a class position of the run to its place among these classes; the last one is "no class". */
function placesIn(run: Run, classes: readonly string[]): Uint8Array {
  const places = new Uint8Array(NO_CLASS + 1).fill(classes.length - 1);
  run.plan.classes?.all.forEach((name, position) => {
    places[position] = classes.indexOf(name);
  });
  return places;
}
