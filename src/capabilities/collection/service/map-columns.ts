// Use case: somebody says what headers of a file mean, and the file is read again; what was said can be remembered.
import { AppError } from '#core/app-error.ts';
import { parseUnit } from '#core/units.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import type { Ctx } from '#platform/ctx.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import type { Import } from '../contract/imports.ts';
import { Item } from '../contract/items.ts';
import { type Mapping, mappingFault } from '../model/column-mapping.ts';
import { lockImport, restartImport } from '../store/imports.ts';
import { selectItems, updateItemRow } from '../store/items.ts';
import { canSeeImport, canWrite } from './rights.ts';

type Input = { import_id: string; version: number; mapping: Mapping; remember: boolean };

/** In place of an earlier mapping; an empty one only reads the file again. Nothing has entered the figures yet. */
export async function mapImport(ctx: Ctx, input: Input): Promise<{ job_id: string }> {
  const { import_id: id, mapping, remember } = input;
  const found = await lockImport(ctx, id);
  if (found === undefined || !canSeeImport(ctx, found)) throw new AppError('import_not_found');
  if (found.file_id === null) throw new AppError('import_without_file');
  if (found.state !== 'staged' && found.state !== 'failed')
    throw new AppError('import_not_staged_conflict', { state: found.state });
  if (found.version !== input.version) throw new AppError('changed_meanwhile');
  const fault = mappingFault(found, await readableItems(ctx, found), mapping);
  if (fault !== undefined) throw new AppError(fault.code, fault.params);
  const remembered = remember ? await rememberHeaders(ctx, mapping) : [];
  await restartImport(ctx, id, mapping);
  const job = await enqueue(ctx, 'read_import', { import_id: id });
  await recordEvent(ctx, {
    action: 'map_import_columns',
    object: ['import', id],
    details: { mapping, remembered, file: found.file_name },
  });
  return { job_id: job };
}

/** What may be read from a file: items the actor may write; of somebody else's file only what its sender could send. */
export async function readableItems(
  ctx: Ctx,
  { layer, office_id: office, uploaded_by: by }: Pick<Import, 'layer' | 'office_id' | 'uploaded_by'>,
): Promise<Item[]> {
  const items = (await selectItems(ctx)).filter((item) => canWrite(ctx.actor, item));
  if (by === ctx.actor.userId) return items;
  if (layer === 'declared') return items.filter((item) => item.office_id === null);
  return office === null ? items : items.filter((item) => item.office_id === office);
}

const { synonyms: Synonyms } = Item.shape;

/** Adds headers to the synonyms of their items. The catalogue is the officers'; an enterprise's words stay with its file. */
async function rememberHeaders(
  ctx: Ctx,
  mapping: Mapping,
): Promise<{ readonly item: string; readonly synonym: string }[]> {
  if (ctx.actor.role === 'enterprise_user') throw new AppError('forbidden');
  const items = await selectItems(ctx);
  const remembered: { item: string; synonym: string }[] = [];
  for (const [header, id] of Object.entries(mapping)) {
    const item = items.find(({ item_id }) => item_id === id);
    const synonym = withoutUnit(header);
    if (item === undefined || spellings(item).includes(synonym)) continue;
    const other = items.find((one) => one.item_id !== id && spellings(one).includes(synonym));
    if (other !== undefined) throw new AppError('synonym_taken', { synonym, item: other.name });
    const synonyms = Synonyms.safeParse([...item.synonyms, synonym]);
    if (!synonyms.success) throw new AppError('synonyms_full', { item: item.name });
    const updated = await updateItemRow(ctx, { ...item, synonyms: synonyms.data }, item.version);
    if (updated === undefined) throw new AppError('changed_meanwhile');
    items[items.indexOf(item)] = updated;
    remembered.push({ item: id, synonym });
  }
  return remembered;
}

const spellings = ({ item_id, name, synonyms }: Item): string[] => [item_id, name, ...synonyms];

/** 税额（元） means 税额, whatever the unit of the next file. Brackets that hold no unit are part of the name. */
function withoutUnit(header: string): string {
  const parts = /^(.+?)\s*[(（[［【]([^()（）[\]［］【】]+)[)）\]］】]$/s.exec(header.trim());
  const [, bare = '', unit = ''] = parts ?? [];
  return bare !== '' && parseUnit(unit.trim()) !== undefined ? bare.trim() : header.trim();
}
