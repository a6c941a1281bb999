// Imports: a file or a request's rows, staged, looked at, then accepted, refused or taken back as a whole.
import { z } from 'zod';
import { endpoint, InZone, pageOf, PageQuery } from '#core/endpoint.ts';
import { Uuid } from '#core/ids.ts';
import { ItemId } from './items.ts';

export const Layer = z.enum(['declared', 'verified', 'adopted']);
export type Layer = z.infer<typeof Layer>;

export const FigureValue = z.union([z.number(), z.string().max(500), z.boolean()]);
export type FigureValue = z.infer<typeof FigureValue>;

/** A finding about a cell or a row of a file, or about the file. */
export const ImportProblem = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  row: z.number().int().optional(),
  /** The column's header as it stands in the file. */
  column: z.string().optional(),
});
export type ImportProblem = z.infer<typeof ImportProblem>;

export const ImportColumn = z.strictObject({ item_id: z.string(), header: z.string() });
export type ImportColumn = z.infer<typeof ImportColumn>;

export const Import = z.strictObject({
  import_id: Uuid,
  period_id: z.string(),
  task_id: Uuid.nullable(),
  office_id: Uuid.nullable(),
  layer: Layer,
  state: z.enum(['reading', 'staged', 'accepted', 'rejected', 'undone', 'failed']),
  mode: z.enum(['all_or_nothing', 'valid_rows']).nullable(),
  file_name: z.string(),
  sha256: z.string(),
  columns: z.array(ImportColumn),
  /** Headers of the file that mean none of the sender's items, nor another one of the catalogue. */
  unknown_headers: z.array(z.string()),
  /** What somebody said headers mean: an item, or `credit_code` or `enterprise_name`. */
  mapping: z.record(z.string(), z.string()),
  row_count: z.number().int(),
  bad_rows: z.number().int(),
  /**
   * What the rows without errors do: enterprises that had none of these figures, those of whom some figure changes, and
   * those of whom all stay. Counted when the file was read, when a cell was corrected, and again when it entered; null
   * before, and of a file that could not be read.
   */
  new_rows: z.number().int().nullable(),
  changed_rows: z.number().int().nullable(),
  unchanged_rows: z.number().int().nullable(),
  /** About the file as a whole, and the number of each kind of problem in its rows. */
  findings: z.array(ImportProblem),
  uploaded_by: z.string(),
  uploaded_at: z.iso.datetime(),
  decided_by: z.string().nullable(),
  decided_at: z.iso.datetime().nullable(),
  /** Why it was refused or taken back. */
  reason: z.string().nullable(),
  version: z.number().int(),
});
export type Import = z.infer<typeof Import>;

export const ImportRow = z.strictObject({
  row_number: z.number().int(),
  enterprise_id: Uuid.nullable(),
  credit_code: z.string(),
  figures: z.record(z.string(), FigureValue),
  problems: z.array(ImportProblem),
});
export type ImportRow = z.infer<typeof ImportRow>;

export const FigureRow = z.strictObject({
  credit_code: z.string().trim().min(1).max(40),
  figures: z.record(ItemId, FigureValue.nullable()),
});
export type FigureRow = z.infer<typeof FigureRow>;

const route = endpoint.$route({ tags: ['collection'] });
const ImportPath = InZone.extend({ import_id: Uuid });
const SENDERS = ['evaluation_officer', 'data_officer', 'enterprise_user'] as const;
const Started = z.strictObject({ job_id: Uuid });

export const importsContract = {
  uploadImport: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/periods/{period_id}/imports',
      summary: '上传填报文件 · Upload a file',
      description:
        'The body is the file itself: .xlsx, .xls or .csv. Answers with the import and the job that reads it.',
      successStatus: 202,
    })
    .meta({ allow: SENDERS, token: 'figures:write', raw: true })
    .input(
      InZone.extend({
        period_id: z.string(),
        file_name: z.string().min(1).max(200),
        task_id: Uuid.optional(),
      }),
    ),
  sendFigures: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/periods/{period_id}/figures',
      summary: '接口报送数据 · Send figures',
      description: 'Rows of figures by credit code; they are checked and staged like a file.',
      successStatus: 202,
    })
    .meta({ allow: SENDERS, token: 'figures:write' })
    .input(
      InZone.extend({
        period_id: z.string().max(10),
        task_id: Uuid.optional(),
        rows: z.array(FigureRow).min(1).max(10_000),
      }),
    )
    .output(Import),
  listImports: route
    .route({ method: 'GET', path: '/zones/{zone}/imports', summary: '导入记录 · Imports' })
    .meta({ allow: SENDERS, token: 'figures:write' })
    .input(InZone.extend(PageQuery.shape).extend({ period_id: z.string().max(10).optional() }))
    .output(pageOf(Import)),
  getImport: route
    .route({ method: 'GET', path: '/zones/{zone}/imports/{import_id}', summary: '导入详情 · An import' })
    .meta({ allow: SENDERS, token: 'figures:write' })
    .input(ImportPath)
    .output(Import),
  listImportRows: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/imports/{import_id}/rows',
      summary: '导入行 · Rows of an import',
    })
    .meta({ allow: SENDERS, token: 'figures:write' })
    .input(ImportPath.extend(PageQuery.shape).extend({ only: z.enum(['all', 'bad']).default('all') }))
    .output(pageOf(ImportRow)),
  downloadMarked: route
    .route({
      method: 'GET',
      path: '/zones/{zone}/imports/{import_id}/marked',
      summary: '下载标注了问题的原表 · The file with its faults marked',
    })
    .meta({ allow: SENDERS, raw: true })
    .input(ImportPath),
  mapImport: route
    .route({
      method: 'PUT',
      path: '/zones/{zone}/imports/{import_id}/mapping',
      summary: '指定列对应的数据项 · Say what headers mean',
      description:
        'From headers that were not understood to items, in place of an earlier mapping; the file is read again. With `remember` the headers become synonyms of the items.',
      successStatus: 202,
    })
    .meta({ allow: SENDERS })
    .input(
      ImportPath.extend({
        mapping: z
          .record(z.string().min(1).max(200), ItemId)
          .refine((mapping) => Object.keys(mapping).length <= 200, '至多200列'),
        remember: z.boolean().default(false),
        version: z.number().int(),
      }),
    )
    .output(Started),
  correctCell: route
    .route({
      method: 'PUT',
      path: '/zones/{zone}/imports/{import_id}/rows/{row_number}/figures/{item_id}',
      summary: '在线改正单元格 · Correct a cell before it enters',
      description:
        'While the import waits to be accepted. The file stays as it was sent; the row is checked anew.',
    })
    .meta({ allow: SENDERS })
    .input(
      ImportPath.extend({
        row_number: z.coerce.number().int().min(1),
        item_id: ItemId,
        value: FigureValue,
        version: z.number().int(),
      }),
    )
    .output(Import),
  acceptImport: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/imports/{import_id}/accept',
      summary: '确认入库 · Accept',
      successStatus: 202,
    })
    .meta({ allow: SENDERS, token: 'figures:write' })
    .input(ImportPath.extend({ mode: z.enum(['all_or_nothing', 'valid_rows']) }))
    .output(Started),
  rejectImport: route
    .route({ method: 'POST', path: '/zones/{zone}/imports/{import_id}/reject', summary: '退回导入 · Refuse' })
    .meta({ allow: SENDERS, token: 'figures:write' })
    .input(ImportPath.extend({ reason: z.string().trim().min(2).max(500) }))
    .output(Import),
  undoImport: route
    .route({
      method: 'POST',
      path: '/zones/{zone}/imports/{import_id}/undo',
      summary: '撤销整批导入 · Undo',
      successStatus: 202,
    })
    .meta({ allow: ['evaluation_officer', 'data_officer'] })
    .input(ImportPath.extend({ reason: z.string().trim().min(2).max(500) }))
    .output(Started),
};
