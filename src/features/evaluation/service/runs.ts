// Use cases on runs: compute one from what was frozen, read it, and have it at hand for explanations and trials.
import { AppError } from '#core/app-error.ts';
import { evaluateParts, type RunParts } from '#engine/proof/recompute.ts';
import type { Override, Run as EngineRun } from '#engine/run/evaluate.ts';
import { textAt } from '#engine/table/column.ts';
import { atZoneReach, type Caller, type Ctx, transact } from '#platform/ctx.ts';
import type { Run } from '../contract/shapes.ts';
import { publicationOfRun } from '../store/publications.ts';
import {
  insertRun,
  insertRunRows,
  type RunRecord,
  selectDataset,
  selectDatasetSize,
  selectRun,
  selectRuns,
} from '../store/runs.ts';
import { type Computing, openComputeThread } from '../worker/compute-on-thread.ts';
import { getScheme } from './schemes.ts';

export type SchemeVersion = { readonly scheme_id: string; readonly scheme_version: number };

/** Everything a run is made of, out of the store. */
export async function partsOf(
  ctx: Ctx,
  datasetId: string,
  { scheme_id, scheme_version }: SchemeVersion,
  overrides: readonly Override[],
): Promise<RunParts> {
  const dataset = await selectDataset(ctx, datasetId);
  if (dataset === undefined) throw new AppError('dataset_not_found');
  const scheme = await getScheme(ctx, { scheme_id, version: scheme_version });
  return {
    scheme: scheme.text,
    dataset: dataset.arrow,
    history: dataset.history === null ? [] : [dataset.history],
    overrides,
  };
}

/**
 * Reads the parts of a run, computes it outside any transaction, and lets `write` save it while its rows are still being
 * made; throws `run_failed` with the findings before that. The thread starts while the parts are still being read.
 */
export async function computeRun<Read extends { readonly parts: RunParts | undefined }, Result>(
  caller: Caller,
  evaluationId: string,
  read: (ctx: Ctx) => Promise<Read>,
  write: (ctx: Ctx, found: Read, computing: Computing | undefined) => Promise<Result>,
): Promise<Result> {
  const rows = await transact(caller, (ctx) => selectDatasetSize(ctx, evaluationId));
  const thread = openComputeThread(rows);
  try {
    const found = await transact(caller, read);
    if (found.parts === undefined) return await transact(caller, (ctx) => write(ctx, found, undefined));
    const reply = await thread.compute(found.parts);
    if (reply.ok) return await transact(caller, (ctx) => write(ctx, found, reply.computing));
    throw new AppError('run_failed', { count: reply.diagnostics.length }, reply.diagnostics.slice(0, 500));
  } finally {
    await thread.close();
  }
}

/** Rows before their run, as they come: both are there when the transaction ends, or neither. */
export async function saveRun(
  ctx: Ctx,
  input: SchemeVersion & {
    readonly evaluation_id: string;
    readonly dataset_id: string;
    readonly purpose: Run['purpose'];
    readonly overrides: readonly Override[];
  },
  { pieces, proof }: Computing,
): Promise<string> {
  const id = ctx.services.newId();
  for await (const piece of pieces) await insertRunRows(ctx, id, piece);
  const { identity, result, summary } = await proof();
  await insertRun(ctx, {
    run_id: id,
    evaluation_id: input.evaluation_id,
    dataset_id: input.dataset_id,
    scheme_id: input.scheme_id,
    scheme_version: input.scheme_version,
    scheme_hash: identity.scheme.hash,
    engine_version: identity.engine,
    result_hash: identity.result,
    purpose: input.purpose,
    overrides: input.overrides,
    summary,
    result,
  });
  return id;
}

/** Those who run the evaluation see every run; others a run that was published. */
export async function getRun(ctx: Ctx, id: string): Promise<RunRecord> {
  const run = await selectRun(ctx, id);
  if (run === undefined || !(await canSee(ctx, id))) throw new AppError('run_not_found');
  return run;
}

async function canSee(ctx: Ctx, runId: string): Promise<boolean> {
  return seesUnpublished(ctx) || (await publicationOfRun(ctx, runId)) !== undefined;
}

/** An enterprise, a park or a department must not know a class before the public does. */
export function seesUnpublished({ actor: { role } }: Ctx): boolean {
  return role === 'evaluation_officer' || role === 'leader' || role === 'system' || role === 'audit_admin';
}

/** Without what is for capsules only. */
export function shapeOf(record: RunRecord): Run {
  const { overrides: _overrides, ...run } = record;
  return run;
}

export async function listRuns(ctx: Ctx, evaluationId: string): Promise<{ items: Run[] }> {
  const runs = await selectRuns(ctx, evaluationId);
  const visible: Run[] = [];
  for (const run of runs) if (await canSee(ctx, run.run_id)) visible.push(shapeOf(run));
  return { items: visible };
}

export type LoadedRun = {
  readonly run: EngineRun;
  /** −1 for a code that is not in the run. */
  readonly rowOf: (creditCode: string) => number;
};

/** Runs in memory, the latest used last: the years of a zone, or two of a very large one. */
const LOADED = new Map<string, LoadedRun>();
const FEWEST_LOADED = 2;
const MOST_LOADED = 12;
/** Of all runs in memory together. */
const MOST_ROWS = 300_000;

/**
 * The run with all its columns. Runs never change, so one loaded before is as good. The row of a single enterprise is
 * explained out of the whole dataset, which is read beyond the reach of the actor: what leaves here was checked before.
 */
export async function loadRun(ctx: Ctx, id: string): Promise<LoadedRun> {
  const key = `${ctx.zone} ${id}`;
  const known = LOADED.get(key);
  if (known !== undefined) {
    LOADED.delete(key);
    LOADED.set(key, known);
    return known;
  }
  const record = await selectRun(ctx, id);
  if (record === undefined) throw new AppError('run_not_found');
  const parts = await partsOfRun(ctx, record);
  const { run, diagnostics } = evaluateParts(parts);
  if (run === undefined) throw new AppError('run_failed', { count: diagnostics.length }, diagnostics);
  const loaded = { run, rowOf: rowIndex(run) };
  LOADED.set(key, loaded);
  forgetOldest();
  return loaded;
}

/** Read beyond the reach of the actor, to compute from; never to be handed out. */
export function partsOfRun(ctx: Ctx, record: RunRecord): Promise<RunParts> {
  return atZoneReach(ctx, () => partsOf(ctx, record.dataset_id, record, record.overrides));
}

function forgetOldest(): void {
  let rows = 0;
  for (const { run } of LOADED.values()) rows += run.rows;
  for (const [key, { run }] of LOADED) {
    if (LOADED.size <= FEWEST_LOADED || (LOADED.size <= MOST_LOADED && rows <= MOST_ROWS)) return;
    LOADED.delete(key);
    rows -= run.rows;
  }
}

/** Looking through all codes for each explanation would keep everybody waiting. */
function rowIndex({ dataset, rows }: EngineRun): (creditCode: string) => number {
  const index = new Map<string, number>();
  for (let row = 0; row < rows; row++) index.set(textAt(dataset.ids, row), row);
  return (creditCode) => index.get(creditCode) ?? -1;
}
