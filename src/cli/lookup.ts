// Finding a subject by its id, with help when the id is not quite right.
import { AppError } from '#core/app-error.ts';
import { textAt } from '#engine/table/column.ts';
import { type Dataset, findRow } from '#engine/run/dataset.ts';

const SHOWN = 5;

export function requireRow(dataset: Dataset, id: string): number {
  const row = findRow(dataset, id);
  if (row >= 0) return row;
  throw new AppError('id_unknown', { id, near: nearIds(dataset, id) });
}

/** Ids that contain the text, or share its beginning. */
function nearIds(dataset: Dataset, id: string): string {
  const near: string[] = [];
  for (let row = 0; row < dataset.table.rows && near.length < SHOWN; row++) {
    const candidate = textAt(dataset.ids, row);
    if (candidate.includes(id) || id.includes(candidate) || candidate.startsWith(id.slice(0, 2)))
      near.push(candidate);
  }
  return near.length === 0 ? '—' : near.join('、');
}
