// Which columns a result file gets: the standard ones, or those named with --columns.
import { AppError } from '#core/app-error.ts';
import type { Lang } from '#core/diagnostic.ts';
import type { Run } from '#engine/run/evaluate.ts';
import { columnNames, type ResultColumn, resultColumn, standardColumns } from '#engine/run/result-columns.ts';
import type { OutputColumn } from '#platform/sheets/write.ts';

/** `--columns "id, tax_per_mu.score as s1, score"`; without it the standard columns. */
export function chooseColumns(run: Run, spec: string | undefined, lang: Lang): OutputColumn[] {
  if (spec === undefined) return standardColumns(run, lang).map((column) => toOutput(column, column.name));
  return spec.split(',').map((part) => {
    const [, name = '', header = name] = /^\s*([\w.]+)(?:\s+as\s+(.+?))?\s*$/.exec(part) ?? [];
    if (name === '') throw new AppError('columns_not_understood', { text: part.trim() });
    const column = resultColumn(run, name, lang);
    if (column === undefined)
      throw new AppError('column_not_in_result', { name, known: columnNames(run).join(', ') });
    return toOutput(column, header);
  });
}

function toOutput(column: ResultColumn, header: string): OutputColumn {
  const { name: _, zh: __, en: ___, ...body } = column;
  return { header, ...body };
}
