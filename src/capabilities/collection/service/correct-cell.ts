// Use case: a cell of a file that waits to be accepted is corrected on the page, instead of sending the file again.
import { AppError } from '#core/app-error.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { FigureValue, Import, ImportProblem } from '../contract/imports.ts';
import { countEffects } from '../store/import-effects.ts';
import { lockImport, recountImport, replaceStagedRow, selectImportRow } from '../store/imports.ts';
import { checkValue } from './figures.ts';
import { readableItems } from './map-columns.ts';
import { canSeeImport } from './rights.ts';

type Input = {
  readonly import_id: string;
  readonly row_number: number;
  readonly item_id: string;
  readonly value: FigureValue;
  readonly version: number;
};

/** The cell loses its problems; those of the row itself, such as an unknown enterprise, stay. */
export async function correctCell(ctx: Ctx, input: Input): Promise<Import> {
  const { import_id: id, row_number, item_id, value } = input;
  const found = await lockImport(ctx, id);
  if (found === undefined || !canSeeImport(ctx, found)) throw new AppError('import_not_found');
  if (found.state !== 'staged') throw new AppError('import_not_staged_conflict', { state: found.state });
  if (found.version !== input.version) throw new AppError('changed_meanwhile');
  const item = (await readableItems(ctx, found)).find((one) => one.item_id === item_id);
  const header = found.columns.find((column) => column.item_id === item_id)?.header;
  if (item === undefined || header === undefined) throw new AppError('item_not_found', { item: item_id });
  checkValue(item, value);
  const row = await selectImportRow(ctx, id, row_number);
  if (row === undefined) throw new AppError('import_row_not_found', { row: row_number });
  const problems = row.problems.filter(({ column }) => column !== header);
  const gone = row.problems.filter(({ column }) => column === header);
  await replaceStagedRow(ctx, id, {
    ...row,
    figures: JSON.stringify({ ...row.figures, [item_id]: value }),
    problems: problems.length === 0 ? null : problems,
  });
  const mended = isBad(row.problems) && !isBad(problems);
  const saved = await recountImport(ctx, id, {
    badRows: found.bad_rows - Number(mended),
    findings: withoutCounted(found.findings, gone),
    effects: await countEffects(ctx, found),
  });
  await recordEvent(ctx, {
    action: 'correct_import_cell',
    object: ['import', id],
    details: { row: row_number, item: item_id, from: row.figures[item_id] ?? null, to: value },
  });
  return saved;
}

const isBad = (problems: readonly ImportProblem[]): boolean =>
  problems.some(({ severity }) => severity === 'error');

/** The file's own list counts problems by kind; what is gone is counted no more. */
function withoutCounted(findings: readonly ImportProblem[], gone: readonly ImportProblem[]): ImportProblem[] {
  return findings.flatMap((finding) => {
    const { problem, count } = finding.params;
    if (finding.code !== 'problem_count' || typeof count !== 'number') return [finding];
    const left = count - gone.filter(({ code }) => code === problem).length;
    return left > 0 ? [{ ...finding, params: { ...finding.params, count: left } }] : [];
  });
}
