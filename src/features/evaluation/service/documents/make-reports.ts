// Reports for many enterprises as one ZIP: a job that tells how far it is, stops when asked, and begins anew after a crash.
import { Zip, ZipPassThrough } from 'fflate';
import { AppError } from '#core/app-error.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import { getJobWithinReach } from '#capabilities/jobs/service.ts';
import { type Caller, type Ctx, transact } from '#platform/ctx.ts';
import type { DocumentLang, OfficialDocument } from '#platform/documents/document.ts';
import { renderDocument } from '#platform/documents/render.ts';
import {
  deleteFileParts,
  deletePartedFilesBefore,
  findPartedFile,
  openPartWriter,
  type PartedFile,
  type PartWriter,
} from '#platform/files/file-parts.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import type { ResultRow } from '#features/evaluation/contract/shapes.ts';
import { selectYearsInD } from '#features/evaluation/store/publications.ts';
import { getRun } from '../runs.ts';
import { printedCode } from './codes.ts';
import { enterpriseReport } from './enterprise-report.ts';
import type { ReportsInput } from './list-reports.ts';
import { everyRow } from './papers.ts';
import { type PreparedRun, prepareRun } from './prepared-run.ts';
import { issueReport } from './report.ts';

export async function makeReports(ctx: Ctx, input: ReportsInput): Promise<{ job_id: string }> {
  await getRun(ctx, input.run_id);
  const { run_id, format, lang, class: inClass, park_id } = input;
  const job_id = await enqueue(ctx, 'make_reports', { run_id, format, lang, class: inClass, park_id });
  await recordEvent(ctx, {
    action: 'make_reports',
    object: ['run', run_id],
    details: { job: job_id, format, lang, class: inClass ?? '', park: park_id ?? '' },
  });
  return { job_id };
}

/** Reports whose codes are kept in one transaction. */
const AT_ONCE = 20;

/** An archive is fetched within a week or made anew; thousands of reports would fill the backups. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

type Reports = { readonly reports: number; readonly bytes: number; readonly sha256: string };

/** The job's work. The file has the job's id, so that another try replaces what the one before left. */
export async function performReports(
  caller: Caller,
  jobId: string,
  input: ReportsInput,
  progress: (done: number) => Promise<void>,
): Promise<Reports> {
  const { prepared, rows, years } = await transact(caller, async (ctx) => {
    await deletePartedFilesBefore(ctx, new Date(ctx.services.now().getTime() - KEPT_MS));
    const run = await prepareRun(ctx, input.run_id);
    return {
      prepared: run,
      rows: await everyRow(ctx, input.run_id, { class: input.class, park_id: input.park_id }),
      years: await selectYearsInD(ctx, run.evaluation.period_id),
    };
  });
  if (rows.length === 0) throw new AppError('result_not_found');
  const writer = await openPartWriter(caller, jobId);
  try {
    const archive = openArchive(writer);
    const listed = [BYTE_ORDER_MARK + listLine(LIST_HEAD)];
    for (let start = 0; start < rows.length; start += AT_ONCE) {
      const some = rows.slice(start, start + AT_ONCE);
      const issued = await transact(caller, (ctx) => issueSome(ctx, prepared, some, years, input.lang));
      // All of them wait for the thread at once, while this one goes on with the next.
      const files = issued.map(({ document }) =>
        renderDocument(caller.services.scratch, document, input.format, caller.services.now()),
      );
      for (const [i, { row, code }] of issued.entries()) {
        const name = `${fileName(row)}.${input.format}`;
        listed.push(
          listLine([String(row.position), row.name, row.credit_code, row.final_class ?? '', code, name]),
        );
        await archive.add(name, await (files[i] as Promise<Uint8Array>));
      }
      await progress((start + some.length) / rows.length);
    }
    await archive.add('目录.csv', Buffer.from(listed.join('')));
    await archive.end();
    return await transact(caller, async (ctx) => {
      const file = await writer.finish(ctx, `企业体检报告（${rows.length}份）.zip`, 'application/zip');
      await recordEvent(ctx, {
        action: 'issue_reports',
        object: ['run', input.run_id],
        details: { job: jobId, reports: rows.length, sha256: file.sha256 },
      });
      return { reports: rows.length, ...file };
    });
  } catch (error) {
    // A database that is away cannot be tidied; the next try will.
    await transact(caller, (ctx) => deleteFileParts(ctx, jobId)).catch(() => {});
    throw error;
  }
}

type Issued = { readonly row: ResultRow; readonly document: OfficialDocument; readonly code: string };

async function issueSome(
  ctx: Ctx,
  prepared: PreparedRun,
  rows: readonly ResultRow[],
  years: ReadonlyMap<string, number>,
  lang: DocumentLang,
): Promise<Issued[]> {
  const issued: Issued[] = [];
  for (const row of rows) {
    const report = enterpriseReport(prepared, row, years.get(row.enterprise_id) ?? 0, lang);
    const { document, code } = await issueReport(
      ctx,
      prepared.record.run_id,
      prepared.record.result_hash,
      report,
    );
    issued.push({ row, document, code: printedCode(code) });
  }
  return issued;
}

/** Writes entries one after the other; nothing is compressed twice, for both formats are compressed already. */
function openArchive(writer: PartWriter) {
  let pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    pieces.push(piece);
  });
  const flush = async (): Promise<void> => {
    const ready = pieces;
    pieces = [];
    for (const piece of ready) await writer.write(piece);
  };
  return {
    add: async (name: string, bytes: Uint8Array): Promise<void> => {
      const entry = new ZipPassThrough(name);
      zip.add(entry);
      entry.push(bytes, true);
      await flush();
    },
    end: async (): Promise<void> => {
      zip.end();
      await flush();
    },
  };
}

/** Signs that some system forbids in the name of a file. */
const FORBIDDEN = /[\p{Cc}\\/:*?"<>|]/gu;

function fileName({ position, name, credit_code }: ResultRow): string {
  const plain = name.replace(FORBIDDEN, '').trim().slice(0, 60);
  return `${String(position).padStart(5, '0')}_${plain}_${credit_code.replace(FORBIDDEN, '')}`;
}

const LIST_HEAD = ['序号', '企业名称', '统一社会信用代码', '等级', '核验码', '文件'];
/** Without it a spreadsheet takes the list for another encoding. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A text that a spreadsheet would take for a formula gets a sign before it. */
function listLine(cells: readonly string[]): string {
  const quoted = cells.map(
    (cell) => `"${(/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`,
  );
  return `${quoted.join(',')}\r\n`;
}

/** For whoever may see the job. Throws `job_not_found`, `reports_not_found`. */
export async function findReports(ctx: Ctx, jobId: string): Promise<PartedFile> {
  const job = await getJobWithinReach(ctx, jobId);
  const file = job.kind === 'make_reports' ? await findPartedFile(ctx, jobId) : undefined;
  if (file === undefined) throw new AppError('reports_not_found');
  await recordEvent(ctx, { action: 'download_reports', object: ['job', jobId] });
  return file;
}
