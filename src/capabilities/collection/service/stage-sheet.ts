// Stages a sheet: its rows wait, each with whose it is and what is wrong with it. Slice by slice, so that of a large file
// only the columns are held as a whole, and the register never is unless rows have names only.
import { AppError } from '#core/app-error.ts';
import { knownByCode, type KnownByName, knownByName } from '#capabilities/registry/service/known.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Import, ImportProblem } from '../contract/imports.ts';
import { needsNames, type Sheet, sliceOf, stageRows, type Staged, summarise } from '../model/staging.ts';
import { countEffects, UNCOUNTED } from '../store/import-effects.ts';
import {
  clearStagedRows,
  insertStagedRows,
  lockImport,
  markStaged,
  selectSameFile,
} from '../store/imports.ts';

const ROWS_AT_ONCE = 2000;
const MOST_FINDINGS = 500;

/** In place of what an interrupted try staged before. */
export async function stageSheet(
  ctx: Ctx,
  importId: string,
  sheet: Sheet,
  findings: readonly ImportProblem[],
  unknownHeaders: readonly string[] = [],
): Promise<Import> {
  const current = await lockImport(ctx, importId);
  if (current === undefined) throw new AppError('import_not_found');
  if (current.state !== 'reading') return current;
  await clearStagedRows(ctx, importId);
  const same = await selectSameFile(ctx, current.period_id, current.sha256);
  const again: ImportProblem[] =
    same === undefined
      ? []
      : [{ code: 'file_accepted_before', severity: 'warning', params: { at: same.decided_at ?? '' } }];
  const failed = findings.some(({ severity }) => severity === 'error');
  const tally: Tally = { bad: 0, counts: new Map() };
  if (!failed) await stageSlices(ctx, importId, sheet, tally);
  return markStaged(ctx, importId, {
    state: failed ? 'failed' : 'staged',
    columns: sheet.columns.map(({ item, header }) => ({ item_id: item.item_id, header })),
    unknownHeaders,
    findings: [...again, ...findings, ...summarise(tally.counts)].slice(0, MOST_FINDINGS),
    rowCount: sheet.rows,
    badRows: tally.bad,
    effects: failed ? UNCOUNTED : await countEffects(ctx, current),
  });
}

async function stageSlices(ctx: Ctx, importId: string, sheet: Sheet, tally: Tally): Promise<void> {
  const seen = new Map<string, number>();
  let byName: KnownByName | undefined;
  for (let from = 0; from < sheet.rows; from += ROWS_AT_ONCE) {
    const slice = sliceOf(sheet, from, Math.min(from + ROWS_AT_ONCE, sheet.rows));
    const byCode = await knownByCode(ctx, slice.codes);
    if (needsNames(sheet, slice)) byName ??= await knownByName(ctx);
    const staged = stageRows(sheet, slice, { byCode, byName: byName ?? nobody }, seen);
    for (const row of staged) count(row, tally);
    await insertStagedRows(ctx, importId, staged);
  }
}

const nobody: KnownByName = () => undefined;

type Tally = {
  bad: number;
  readonly counts: Map<string, { severity: ImportProblem['severity']; count: number }>;
};

function count({ problems }: Staged, tally: Tally): void {
  if (problems === null) return;
  if (problems.some(({ severity }) => severity === 'error')) tally.bad += 1;
  for (const { code, severity } of problems)
    tally.counts.set(code, { severity, count: (tally.counts.get(code)?.count ?? 0) + 1 });
}
