// A run as one Arrow table, for grids and charts: what the caller may see of every enterprise within reach.
import { createHash } from 'node:crypto';
import { AppError } from '#core/app-error.ts';
import { reachOf } from '#core/roles.ts';
import { standardColumns } from '#engine/run/result-columns.ts';
import type { Run } from '#engine/run/evaluate.ts';
import type { InputPlan } from '#engine/scheme/plan.ts';
import { columnsToArrow, type IntegerColumn } from '#engine/table/arrow.ts';
import { type CategoryColumn, type Column, textAt, type TextColumn } from '#engine/table/column.ts';
import { periodBefore } from '#capabilities/collection/service/checks.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { PreviousRun } from '../contract/year-on-year.ts';
import { selectEvaluation } from '../store/evaluations.ts';
import { selectConcludedRun } from '../store/publications.ts';
import { type Outcome, selectOutcomes, selectVisibleIds } from '../store/run-table.ts';
import { orderOf } from '../worker/result-rows.ts';
import { visibleInputs } from './fields.ts';
import { getRun, loadRun } from './runs.ts';

type Named = readonly [name: string, column: Column | IntegerColumn];

export type RunTable = {
  /** Names this very content: the run, last year’s run, and whose rows and which inputs are in it. */
  readonly etag: string;
  readonly bytes: () => Promise<Uint8Array>;
};

/** Counts up when the columns change: a browser must not keep a table of the product before. */
const LAYOUT = 2;

/** `bytes` reads more of the store: call it within the same transaction, or not at all. */
export async function runTable(ctx: Ctx, runId: string): Promise<RunTable> {
  const record = await getRun(ctx, runId);
  const previous = await concludedBefore(ctx, record.evaluation_id);
  const { run } = await loadRun(ctx, runId);
  const inputs = await visibleInputs(ctx, run.plan);
  const visible = sees(ctx) === 'zone' ? undefined : await selectVisibleIds(ctx, runId);
  const content = [
    LAYOUT,
    // The result does not have the names in it: two runs may have the same.
    runId,
    record.result_hash,
    previous?.run_id ?? '',
    inputs.map(({ name }) => name),
    visible ?? 'zone',
  ];
  const etag = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32);
  const key = `${ctx.zone} ${etag}`;
  const bytes = async () => {
    const known = MADE.get(key);
    if (known !== undefined) return known;
    const last = previous === undefined ? undefined : await selectOutcomes(ctx, previous.run_id);
    const made = tableOf(run, inputs, visible && new Set(visible), last ?? new Map());
    keep(key, made);
    return made;
  };
  return { etag: `"${etag}"`, bytes };
}

/** Tables made of late: everybody who opens the same page asks for the same one. */
const MADE = new Map<string, Uint8Array>();
const MOST_BYTES = 128_000_000;

function keep(key: string, table: Uint8Array): void {
  MADE.set(key, table);
  let bytes = 0;
  for (const { length } of MADE.values()) bytes += length;
  for (const [oldest, { length }] of MADE) {
    if (bytes <= MOST_BYTES) return;
    MADE.delete(oldest);
    bytes -= length;
  }
}

const EVERYBODY = { scope: 'all', land_from_mu: null, land_below_mu: null } as const;

function sees({ actor: { role } }: Ctx) {
  return role === 'public' || role === 'system' ? 'zone' : reachOf(role);
}

/**
 * The run of the period before that counts: of the same scope and bounds of land, else of everybody; undefined where neither
 * was concluded.
 */
export async function concludedBefore(ctx: Ctx, evaluationId: string): Promise<PreviousRun | undefined> {
  const evaluation = await selectEvaluation(ctx, evaluationId);
  if (evaluation === undefined) throw new AppError('evaluation_not_found');
  const before = await periodBefore(ctx, evaluation.period_id);
  if (before === undefined) return undefined;
  return (
    (await selectConcludedRun(ctx, before, evaluation)) ?? (await selectConcludedRun(ctx, before, EVERYBODY))
  );
}

function tableOf(
  run: Run,
  inputs: readonly InputPlan[],
  visible: ReadonlySet<string> | undefined,
  last: ReadonlyMap<string, Outcome>,
): Uint8Array {
  const { dataset, classified, plan } = run;
  const column = (name: string) => dataset.table.columns.get(name);
  const enterprise = texts(column('enterprise_id'));
  const all = orderOf(run);
  const rows = visible === undefined ? all : all.filter((row) => visible.has(enterprise(row)));
  const codes = (from: ArrayLike<number>, labels: readonly string[]): CategoryColumn => ({
    kind: 'category',
    codes: Int32Array.from(rows, (row) => {
      const code = from[row] ?? -1;
      return code < labels.length ? code : -1;
    }),
    labels,
  });
  const classes = plan.classes?.all ?? [];
  const before = Array.from(rows, (row) => last.get(enterprise(row)));
  const columns: Named[] = [
    ['enterprise_id', pickText(column('enterprise_id'), rows)],
    ['credit_code', pickText(dataset.ids, rows)],
    ['name', pickText(column('enterprise_name'), rows)],
    ['park_id', category(rows, texts(column('park_id')))],
    ['industry_code', category(rows, texts(column('industry')))],
    ['scale', category(rows, scaleOf(column('scale')))],
    ['score', pickNumbers(run.score, rows)],
    [
      'rank',
      {
        kind: 'integer',
        values: Int32Array.from(rows, (row) => classified.ranking.rank[row] ?? 0),
        absentBelow: 1,
      },
    ],
    ['pool', codes(classified.pools, classified.poolLabels)],
    ['class', codes(classified.final, classes)],
    ['final_class', codes(run.final, classes)],
    ['last_class', category(before, (outcome) => outcome?.final_class ?? '')],
    ['last_score', numbers(before, (outcome) => outcome?.score ?? Number.NaN)],
    ['last_rank', numbers(before, (outcome) => outcome?.rank ?? Number.NaN)],
  ];
  for (const standard of standardColumns(run, 'zh')) {
    const [, name, part] = /^(.+)\.(value|score)$/.exec(standard.name) ?? [];
    if (name === undefined || !plan.indicators.some((indicator) => indicator.name === name)) continue;
    if (part === 'value' && standard.kind === 'number')
      columns.push([`v:${name}`, pickNumbers(standard.values, rows)]);
    if (part === 'score' && standard.kind === 'computed')
      columns.push([`p:${name}`, numbers(rows, standard.at)]);
  }
  for (const { name } of inputs) {
    const input = column(name);
    if (input?.kind === 'number') columns.push([`i:${name}`, pickNumbers(input.values, rows)]);
    else if (input !== undefined) columns.push([`i:${name}`, category(rows, texts(input))]);
  }
  return columnsToArrow(columns, 'stream');
}

const pickNumbers = (values: Float64Array, rows: Uint32Array): Column =>
  numbers(rows, (row) => values[row] ?? Number.NaN);

function numbers<T>(of: ArrayLike<T>, read: (one: T) => number): Column {
  const values = new Float64Array(of.length);
  for (let at = 0; at < values.length; at++) values[at] = read(of[at] as T);
  return { kind: 'number', values };
}

/** '' is absent. */
function category<T>(of: ArrayLike<T>, read: (one: T) => string): CategoryColumn {
  const labels: string[] = [];
  const known = new Map<string, number>([['', -1]]);
  const codes = new Int32Array(of.length);
  for (let at = 0; at < codes.length; at++) {
    const text = read(of[at] as T);
    let code = known.get(text);
    if (code === undefined) {
      code = labels.push(text) - 1;
      known.set(text, code);
    }
    codes[at] = code;
  }
  return { kind: 'category', codes, labels };
}

/** Bytes are copied as they lie: reading and writing each text would take most of the time. */
function pickText(column: Column | undefined, rows: Uint32Array): TextColumn {
  if (column?.kind !== 'text')
    return { kind: 'text', bytes: new Uint8Array(), offsets: new Uint32Array(rows.length + 1) };
  const { bytes, offsets } = column;
  const picked = new Uint32Array(rows.length + 1);
  rows.forEach((row, at) => {
    picked[at + 1] = (picked[at] as number) + (offsets[row + 1] as number) - (offsets[row] as number);
  });
  const out = new Uint8Array(picked[rows.length] as number);
  rows.forEach((row, at) => out.set(bytes.subarray(offsets[row], offsets[row + 1]), picked[at]));
  return { kind: 'text', bytes: out, offsets: picked };
}

export function texts(column: Column | undefined): (row: number) => string {
  if (column?.kind === 'text') return (row) => textAt(column, row);
  if (column?.kind === 'category') return (row) => column.labels[column.codes[row] ?? -1] ?? '';
  return () => '';
}

const SCALES: Readonly<Record<string, string>> = { 规上: 'above_scale', 规下: 'below_scale' };

/** As the scheme’s own words for it are frozen; '' where the dataset does not have it. */
export function scaleOf(column: Column | undefined): (row: number) => string {
  const read = texts(column);
  return (row) => SCALES[read(row)] ?? '';
}
