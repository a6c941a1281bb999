// The engine alone: one thread, in this process, warmed up, medians. Beside each evaluation stands the limit of the machine,
// a plain pass over the same columns.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readDataset } from '#cli/data.ts';
import type { Dataset } from '#engine/run/dataset.ts';
import { evaluate, type Run } from '#engine/run/evaluate.ts';
import { loadScheme } from '#engine/scheme/load.ts';
import { compareRuns } from '#engine/simulate/compare.ts';
import { flipAll } from '#engine/simulate/flip.ts';
import { robustness } from '#engine/simulate/robustness.ts';
import { benchData } from './data.ts';
import { median } from './measure.ts';
import { type Case, nextPeriod, syntheticCase } from './synthetic.ts';

export type EngineResult = {
  readonly name: string;
  readonly ms: number;
  /** A plain pass over the inputs; undefined where the work is not one pass over them. */
  readonly passMs: number | undefined;
  readonly barMs: number;
};

export async function runEngine(isQuick: boolean): Promise<EngineResult[]> {
  const large = isQuick ? 100_000 : 1_000_000;
  const draws = isQuick ? 100 : 10_000;
  const subjects = isQuick ? 200 : 2369;
  return [
    evaluateAndCompare(syntheticCase(10_000, 20)),
    evaluateTask(await taskCase(large)),
    monteCarlo(syntheticCase(375, 6), draws, 500),
    monteCarlo(syntheticCase(subjects, 7), draws, 3000),
    ...flips(await taskCase(subjects, FIXED_BASELINES)),
  ];
}

function evaluateAndCompare(current: Case): EngineResult {
  const before = runOf(nextPeriod(current));
  return {
    name: `${shapeOf(current)} evaluated and compared with the last run`,
    ms: timed(() => compareRuns(before, runOf(current))),
    passMs: plainPass(current.dataset),
    barMs: 16,
  };
}

function evaluateTask(current: Case): EngineResult {
  return {
    name: `${shapeOf(current)} evaluated`,
    ms: timed(() => runOf(current)),
    passMs: plainPass(current.dataset),
    barMs: 400,
  };
}

function monteCarlo(current: Case, draws: number, barMs: number): EngineResult {
  const spread = { shape: 'normal', relative: 0.1 } as const;
  const options = { seed: 1, draws, weights: spread, baselines: spread, data: spread };
  const name = `${shapeOf(current)}, ${draws.toLocaleString('en')} draws of weights, baselines and figures`;
  return {
    name,
    ms: timed(() => robustness(current.plan, current.dataset, options)),
    passMs: undefined,
    barMs,
  };
}

/** How far everybody is from every other class: by single figures, and with the best pair. */
function flips(current: Case): EngineResult[] {
  const run = runOf(current);
  return [false, true].map((pair) => ({
    name: `${shapeOf(current)}, flip distance to every class${pair ? ', with the best pair' : ''}`,
    ms: timed(() => flipAll(run, { pair })),
    passMs: undefined,
    barMs: 2000,
  }));
}

/** The task with stated baselines, as most published methods have them. */
const FIXED_BASELINES = `
scheme: task-with-stated-baselines
version: 1
title: { en: the task with stated baselines }
extends: benchmark
indicators:
  tax_per_mu: { score: { ratio: 12, cap: 1.5, floor: 0 } }
  va_per_mu: { score: { ratio: 77, cap: 1.5, floor: 0 } }
  va_per_energy: { score: { ratio: 6, cap: 1.5, floor: 0 } }
  va_per_emission: { score: { ratio: 60, cap: 1.5, floor: 0 } }
  productivity: { score: { ratio: 20, cap: 1.5, floor: 0 } }
  rd_ratio: { score: { ratio: 0.033, cap: 1.5, floor: 0 } }
`;

/** The task's own scheme, or a change of it, and its figures, as the command line reads them. */
async function taskCase(rows: number, change?: string): Promise<Case> {
  const file = fileURLToPath(new URL('../schemes/benchmark.yaml', import.meta.url));
  const base = { text: readFileSync(file, 'utf8'), file };
  const { plan } = loadScheme(change === undefined ? base : { text: change }, () => base);
  if (plan === undefined) throw new Error('the scheme of the task is refused');
  const { dataset } = await readDataset(benchData(rows).file, plan);
  if (dataset === undefined) throw new Error('the data of the task are refused');
  return { plan, dataset };
}

function runOf({ plan, dataset }: Case): Run {
  const { run, diagnostics } = evaluate(plan, dataset);
  if (run === undefined) throw new Error(`data refused: ${JSON.stringify(diagnostics.slice(0, 3))}`);
  return run;
}

function shapeOf({ plan, dataset }: Case): string {
  return `${dataset.table.rows.toLocaleString('en')} × ${plan.indicators.length}`;
}

/** Reads every column of numbers once and writes one column of as many rows. */
function plainPass({ table }: Dataset): number {
  const columns = [...table.columns.values()].flatMap((column) =>
    column.kind === 'number' ? [column.values] : [],
  );
  const out = new Float64Array(table.rows);
  return timed(() => {
    out.fill(0);
    for (const column of columns)
      for (let row = 0; row < out.length; row++) out[row] = (out[row] as number) + (column[row] as number);
  });
}

const FEWEST = 3;
const MOST = 200;
const ENOUGH_MS = 1000;

/** Milliseconds of the middle one of many calls, after as many that only warm up as take half a second. */
function timed(work: () => unknown): number {
  for (let spent = 0; spent < ENOUGH_MS / 4;) spent += once(work);
  const taken: number[] = [];
  for (let spent = 0; taken.length < MOST && (taken.length < FEWEST || spent < ENOUGH_MS);) {
    const ms = once(work);
    taken.push(ms);
    spent += ms;
  }
  return median(taken);
}

function once(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}
