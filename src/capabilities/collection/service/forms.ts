// What goes out to be filled in, and what goes back to be corrected.
import { AppError } from '#core/app-error.ts';
import { namedEnterprises } from '#capabilities/registry/service/known.ts';
import { getPeriod } from '#capabilities/registry/service/places.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import type { Ctx } from '#platform/ctx.ts';
import { loadFile } from '#platform/files/stored-file.ts';
import type { FormSpec } from '#platform/sheets/form/write-form.ts';
import type { Import, ImportRow } from '../contract/imports.ts';
import type { Item } from '../contract/items.ts';
import { selectCampaign } from '../store/campaigns.ts';
import { lockImport, selectImportRows } from '../store/imports.ts';
import { selectItems } from '../store/items.ts';
import { getTask } from './campaigns.ts';
import { getImport } from './imports.ts';

/** The form of a task, with the enterprises within the actor's reach already in it. */
export async function formOf(ctx: Ctx, taskId: string): Promise<FormSpec> {
  const task = await getTask(ctx, taskId);
  const campaign = await selectCampaign(ctx, task.campaign_id);
  if (campaign === undefined) throw new AppError('campaign_not_found');
  const period = await getPeriod(ctx, campaign.period_id);
  const items = await selectItems(ctx);
  const wanted = task.item_ids.flatMap((id) => items.find(({ item_id }) => item_id === id) ?? []);
  const named = await namedEnterprises(ctx);
  return {
    title: campaign.name,
    notes: `评价年度：${period.name}。请于${task.due_on}前填报；带*的必填；请勿改动表头；没有的数据留空，不要填0。各项口径见“填报说明”。`,
    codes: { zone: ctx.zone, campaign: campaign.campaign_id, task: task.task_id, period: campaign.period_id },
    columns: wanted.map(columnOf),
    rows: named.map(({ credit_code, name }) => [credit_code, name]),
  };
}

function columnOf({ name, unit, kind, definition, choices, rules }: Item): FormSpec['columns'][number] {
  const examples = { number: '1234.56', text: '', yes_no: '是', choice: choices[0] ?? '' };
  return {
    label: name,
    unit,
    kind,
    definition,
    choices,
    example: examples[kind],
    required: true,
    min: rules.min,
    max: rules.max,
  };
}

const ROWS_AT_ONCE = 5000;

/** An uploaded file with all its rows that have problems. */
export async function faultyFile(
  ctx: Ctx,
  importId: string,
): Promise<{ found: Import; file: { name: string; content: Buffer }; rows: ImportRow[] }> {
  const found = await getImport(ctx, importId);
  const fileId = (await lockImport(ctx, importId))?.file_id ?? undefined;
  const file = fileId === undefined ? undefined : await loadFile(ctx, fileId);
  if (file === undefined) throw new AppError('import_without_file');
  const rows: ImportRow[] = [];
  for (let after = 0; ;) {
    const page = await selectImportRows(ctx, importId, { limit: ROWS_AT_ONCE, after, bad: true });
    rows.push(...page.slice(0, ROWS_AT_ONCE));
    if (page.length <= ROWS_AT_ONCE) break;
    after = rows.at(-1)?.row_number ?? after;
  }
  await recordEvent(ctx, { action: 'download_marked', object: ['import', importId] });
  return { found, file, rows };
}
