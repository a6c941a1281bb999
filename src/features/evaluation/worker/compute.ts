// A run from its parts, with its rows as the database takes them: all that is done away from the main thread.
import type { Diagnostic } from '#core/diagnostic.ts';
import { NO_CLASS } from '#engine/classify/classify.ts';
import { recompute, type RunParts } from '#engine/proof/recompute.ts';
import type { Run } from '#engine/run/evaluate.ts';
import type { RunIdentity } from '#engine/run/identity.ts';
import { standardColumns } from '#engine/run/result-columns.ts';
import { textAt, type Column } from '#engine/table/column.ts';
import type { Run as RunShape } from '../contract/shapes.ts';

export type Computed = {
  readonly identity: RunIdentity;
  readonly result: Uint8Array;
  /** JSON lists of an object per subject, best first, in pieces of `ROWS_PER_PIECE`. */
  readonly rows: readonly string[];
  readonly summary: RunShape['summary'];
};

export type ComputeReply =
  | { readonly ok: true; readonly computed: Computed }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

export function compute(parts: RunParts): ComputeReply {
  const { recomputed, diagnostics } = recompute(parts);
  if (recomputed === undefined) return { ok: false, diagnostics };
  const { run, identity, result } = recomputed;
  const computed = { identity, result, rows: inPieces(rowTexts(run)), summary: summaryOf(run, diagnostics) };
  return { ok: true, computed };
}

/** Few long texts travel between threads faster than many short ones. */
const ROWS_PER_PIECE = 10_000;

function inPieces(rows: readonly string[]): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < rows.length; start += ROWS_PER_PIECE)
    pieces.push(`[${rows.slice(start, start + ROWS_PER_PIECE).join(',')}]`);
  return pieces;
}

function summaryOf(run: Run, diagnostics: readonly Diagnostic[]): RunShape['summary'] {
  const names = run.plan.classes?.all ?? [];
  const counts = new Map<number, number>();
  for (const position of run.final) counts.set(position, (counts.get(position) ?? 0) + 1);
  return {
    rows: run.rows,
    classes: names.map((name, position) => ({ class: name, count: counts.get(position) ?? 0 })),
    warnings: diagnostics.slice(0, 200).map(({ code, params }) => ({ code, params })),
    indicators: run.plan.indicators.map(({ name, zh, unit }) => ({
      name,
      zh: zh ?? name,
      unit: unit ?? null,
    })),
  };
}

/** Ranked subjects in their order, then those without a rank. */
function orderOf(run: Run): number[] {
  const ranked = [...run.classified.ranking.order];
  const rest: number[] = [];
  for (let row = 0; row < run.rows; row++) if (run.classified.ranking.rank[row] === 0) rest.push(row);
  return [...ranked, ...rest];
}

function rowTexts(run: Run): string[] {
  const { classified, plan, dataset } = run;
  const classes = plan.classes?.all ?? [];
  const text = (name: string) => textReader(dataset.table.columns.get(name));
  const [enterprise, name, park, industry] = [
    text('enterprise_id'),
    text('enterprise_name'),
    text('park_id'),
    text('industry'),
  ];
  const standard = new Map(standardColumns(run, 'zh').map((column) => [column.name, column]));
  const indicators = plan.indicators.map((indicator) => {
    const points = standard.get(`${indicator.name}.score`);
    const values = standard.get(`${indicator.name}.value`);
    return {
      key: JSON.stringify(indicator.name),
      value: (row: number) => (values?.kind === 'number' ? (values.values[row] ?? Number.NaN) : Number.NaN),
      points: (row: number) => (points?.kind === 'computed' ? points.at(row) : Number.NaN),
    };
  });
  const className = (position: number | undefined) =>
    JSON.stringify(position === undefined || position === NO_CLASS ? null : (classes[position] ?? null));
  const pools = classified.poolLabels.map((label) => JSON.stringify(label));
  return orderOf(run).map((row, position) => {
    const values = indicators.map(
      ({ key, value, points }) => `${key}:[${json(value(row))},${json(points(row))}]`,
    );
    const rank = classified.ranking.rank[row] ?? 0;
    return (
      `{"p":${position + 1},"e":${JSON.stringify(enterprise(row))},"c":${JSON.stringify(textAt(dataset.ids, row))}` +
      `,"n":${JSON.stringify(name(row))},"k":${orNull(park(row))},"i":${orNull(industry(row))}` +
      `,"s":${json(run.score[row] ?? Number.NaN)},"a":${className(classified.final[row])},"f":${className(run.final[row])}` +
      `,"r":${rank === 0 ? 'null' : rank},"o":${pools[classified.pools[row] ?? 0] ?? 'null'},"v":{${values.join(',')}}}`
    );
  });
}

const json = (value: number): string => (Number.isFinite(value) ? String(value) : 'null');
const orNull = (text: string): string => (text === '' ? 'null' : JSON.stringify(text));

function textReader(column: Column | undefined): (row: number) => string {
  if (column?.kind === 'text') return (row) => textAt(column, row);
  if (column?.kind === 'category') return (row) => column.labels[column.codes[row] ?? -1] ?? '';
  return () => '';
}
