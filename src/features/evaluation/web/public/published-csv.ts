// A published list as a file for a spreadsheet: every row of it.
import { type Answer, api } from '#web/client/api.ts';
import { exportRows } from '#web/ui/table/export-rows.ts';
import type { Publication } from '../shared/publications.ts';
import { type ListHeaders, listColumns } from './list-columns.ts';

type Row = Answer<typeof api.evaluation.listPublishedRows>['items'][number];

/** The most the endpoint gives at once. */
const AT_ONCE = 500;

export async function saveList(
  zone: string,
  { publication_id, title }: Publication,
  t: ListHeaders,
): Promise<void> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof api.evaluation.listPublishedRows>> =
      await api.evaluation.listPublishedRows({
        zone,
        publication_id,
        limit: AT_ONCE,
        ...(cursor === null ? {} : { cursor }),
      });
    rows.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  await exportRows(title, rows, listColumns(t), 'csv');
}
