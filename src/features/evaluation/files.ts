// File endpoints of the evaluation: results as tables, runs as capsules, evidence of appeals.
import { AppError } from '#core/app-error.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import { transact } from '#platform/ctx.ts';
import { packCapsule } from '#platform/files/capsule-file.ts';
import { type Cell, type ExportColumn, exportTable } from '#platform/files/export-table.ts';
import { type FileEndpoint, fileEndpoint, type FileRequest } from '#platform/http/file-endpoint.ts';
import { evaluationContract } from './contract/evaluation.ts';
import type { ResultRow } from './contract/shapes.ts';
import * as documents from './files/documents.ts';
import { downloadEvidence, uploadEvidence } from './files/evidence.ts';
import { getDataset, getPreviousDataset, getRunTable } from './files/tables.ts';
import { capsuleOf } from './service/capsules.ts';
import { listResults } from './service/results.ts';
import { getRun } from './service/runs.ts';
import { selectEvaluation } from './store/evaluations.ts';

export const evaluationFiles: readonly FileEndpoint[] = [
  fileEndpoint(evaluationContract.exportResults, exportResults),
  fileEndpoint(evaluationContract.downloadCapsule, downloadCapsule),
  fileEndpoint(evaluationContract.getRunTable, getRunTable),
  fileEndpoint(evaluationContract.getDataset, getDataset),
  fileEndpoint(evaluationContract.getPreviousDataset, getPreviousDataset),
  fileEndpoint(evaluationContract.uploadEvidence, uploadEvidence),
  fileEndpoint(evaluationContract.downloadEvidence, downloadEvidence),
  fileEndpoint(evaluationContract.downloadEnterpriseReport, documents.downloadEnterpriseReport),
  fileEndpoint(evaluationContract.downloadParkReport, documents.downloadParkReport),
  fileEndpoint(evaluationContract.downloadReports, documents.downloadReports),
  fileEndpoint(evaluationContract.downloadPublication, documents.downloadPublication),
];

const ROWS_AT_ONCE = 1000;

async function exportResults({ caller, params, query }: FileRequest): Promise<Response> {
  const run_id = idOf(params['run_id']);
  const format = query.get('format') === 'csv' ? 'csv' : 'xlsx';
  const given = (name: string) => query.get(name) ?? undefined;
  const filter = {
    class: given('class'),
    park_id: idIfGiven(given('park_id')),
    industry: given('industry'),
    search: given('search'),
  };
  const run = await transact(caller, async (ctx) => {
    const found = await getRun(ctx, run_id);
    await recordEvent(ctx, {
      action: 'export_results',
      object: ['run', run_id],
      details: { format, ...filter },
    });
    return found;
  });
  const { indicators } = run.summary;
  const columns: ExportColumn[] = [
    { header: '名次', kind: 'number', decimals: 0 },
    { header: '统一社会信用代码', kind: 'text' },
    { header: '企业名称', kind: 'text' },
    { header: '行业', kind: 'text' },
    { header: '综合得分', kind: 'number' },
    { header: '等级', kind: 'text' },
    ...indicators.flatMap(({ zh, unit }): ExportColumn[] => [
      { header: unit === null ? zh : `${zh}（${unit}）`, kind: 'number' },
      { header: `${zh}得分`, kind: 'number' },
    ]),
  ];
  const cells = (row: ResultRow): Cell[] => [
    row.rank,
    row.credit_code,
    row.name,
    row.industry_code,
    row.score,
    row.final_class,
    ...indicators.flatMap(({ name }) => row.indicators[name] ?? [null, null]),
  ];
  async function* pages() {
    let cursor: string | undefined;
    do {
      const page = await transact(caller, (ctx) =>
        listResults(ctx, { ...filter, run_id, limit: ROWS_AT_ONCE, cursor }),
      );
      yield page.items.map(cells);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
  }
  return exportTable(caller, format, '评价结果', columns, pages());
}

async function downloadCapsule({ caller, params }: FileRequest): Promise<Response> {
  const id = idOf(params['run_id']);
  const capsule = await transact(caller, async (ctx) => {
    const run = await getRun(ctx, id);
    const evaluation = await selectEvaluation(ctx, run.evaluation_id);
    const made = await capsuleOf(ctx, id, { title: evaluation?.name ?? '' });
    // Whoever altered and sealed it anew has another seal than the one in the log.
    const { seal } = made.manifest;
    await recordEvent(ctx, { action: 'download_capsule', object: ['run', id], details: { seal } });
    return made;
  });
  return new Response(Buffer.from(packCapsule(capsule)), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="capsule-${id}.zip"`,
    },
  });
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

function idOf(text: string | undefined): string {
  if (text === undefined || !UUID.test(text)) throw new AppError('run_not_found');
  return text;
}

function idIfGiven(text: string | undefined): string | undefined {
  if (text !== undefined && !UUID.test(text)) throw new AppError('park_not_found');
  return text;
}
