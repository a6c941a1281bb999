// File endpoints of the registry: the list as the caller sees it, as a table.
import { AppError } from '#core/app-error.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import { transact } from '#platform/ctx.ts';
import { exportTable, type ExportColumn } from '#platform/files/export-table.ts';
import { type FileEndpoint, fileEndpoint, type FileRequest } from '#platform/http/file-endpoint.ts';
import { type Enterprise, EnterpriseFilter } from './contract/enterprises.ts';
import { registryContract } from './contract/registry.ts';
import { listEnterprises } from './service/enterprises.ts';
import { listParks } from './service/places.ts';

export const registryFiles: readonly FileEndpoint[] = [
  fileEndpoint(registryContract.exportEnterprises, exportEnterprises),
];

const ROWS_AT_ONCE = 5000;
const SCALES = { above_scale: '规上', below_scale: '规下' } as const;
const STATUSES = {
  active: '在营',
  suspended: '停产',
  closed: '注销',
  moved_out: '迁出',
  merged: '已合并',
} as const;

const COLUMNS: readonly ExportColumn[] = [
  '统一社会信用代码',
  '企业名称',
  '园区',
  '行业',
  '规模',
  '状态',
  '标签',
  '地址',
].map((header) => ({ header, kind: 'text' as const }));

async function exportEnterprises({ caller, query }: FileRequest): Promise<Response> {
  const format = query.get('format') === 'csv' ? 'csv' : 'xlsx';
  const filter = EnterpriseFilter.safeParse(Object.fromEntries(query));
  if (!filter.success) throw new AppError('invalid_input');
  const parks = await transact(caller, async (ctx) => {
    await recordEvent(ctx, {
      action: 'export_enterprises',
      object: ['zone', ctx.zone],
      details: { format, ...filter.data },
    });
    return new Map((await listParks(ctx)).items.map((park) => [park.park_id, park.name]));
  });
  const cells = (one: Enterprise) => [
    one.credit_code,
    one.name,
    one.park_id === null ? null : (parks.get(one.park_id) ?? null),
    one.industry_code,
    one.scale === null ? null : SCALES[one.scale],
    STATUSES[one.status],
    one.tags.join('、'),
    one.address,
  ];
  async function* pages() {
    let cursor: string | undefined;
    do {
      const input = { ...filter.data, sort: 'name' as const, limit: ROWS_AT_ONCE, cursor };
      const page = await transact(caller, (ctx) => listEnterprises(ctx, input));
      yield page.items.map(cells);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
  }
  return exportTable(caller, format, '企业名录', COLUMNS, pages());
}
