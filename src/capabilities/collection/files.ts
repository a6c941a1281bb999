// File endpoints of the collection: templates go out, filled files come in, faulty ones go back marked.
import { readFile, rm } from 'node:fs/promises';
import { AppError } from '#core/app-error.ts';
import { fillTemplate, type Wording } from '#core/diagnostic.ts';
import { Uuid } from '#core/ids.ts';
import { CORE_MESSAGES } from '#core/messages.ts';
import { transact } from '#platform/ctx.ts';
import { receiveUpload } from '#platform/files/receive-upload.ts';
import { storeFile } from '#platform/files/stored-file.ts';
import { type FileEndpoint, fileEndpoint, type FileRequest } from '#platform/http/file-endpoint.ts';
import { markWorkbook } from '#platform/sheets/form/mark-workbook.ts';
import { writeForm } from '#platform/sheets/form/write-form.ts';
import { SHEET_MESSAGES } from '#platform/sheets/messages.ts';
import { asWorkbook } from '#platform/sheets/old-workbook.ts';
import { collectionContract } from './contract/collection.ts';
import type { ImportProblem } from './contract/imports.ts';
import { COLLECTION_MESSAGES } from './messages.ts';
import { faultyFile, formOf } from './service/forms.ts';
import { beginImport } from './service/imports.ts';

/** A workbook of 100,000 rows and 20 items has about 15 MB. */
const LARGEST_UPLOAD = 64 * 1024 * 1024;

const MEDIA_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  csv: 'text/csv',
} as const;

export const collectionFiles: readonly FileEndpoint[] = [
  fileEndpoint(collectionContract.uploadImport, uploadImport),
  fileEndpoint(collectionContract.downloadTemplate, downloadTemplate),
  fileEndpoint(collectionContract.downloadMarked, downloadMarked),
];

async function uploadImport({ caller, params, query, body }: FileRequest): Promise<Response> {
  if (body === null) throw new AppError('upload_empty');
  const task = query.get('task_id');
  if (task !== null && !Uuid.safeParse(task).success) throw new AppError('task_not_found');
  const upload = await receiveUpload(body as AsyncIterable<Uint8Array>, {
    folder: caller.services.scratch,
    id: caller.services.newId(),
    claimedName: query.get('file_name') ?? '',
    limitBytes: LARGEST_UPLOAD,
  });
  try {
    const content = await readFile(upload.path);
    const started = await transact(caller, async (ctx) => {
      const stored = await storeFile(ctx, {
        name: upload.name,
        mediaType: MEDIA_TYPES[upload.kind],
        content,
      });
      const file = { file_id: stored.file_id, file_name: upload.name, sha256: stored.sha256 };
      return beginImport(ctx, { period_id: params['period_id'] ?? '', task_id: task, file });
    });
    return Response.json(started, { status: 202 });
  } finally {
    await rm(upload.path, { force: true });
  }
}

async function downloadTemplate({ caller, params }: FileRequest): Promise<Response> {
  const form = await transact(caller, (ctx) => formOf(ctx, idOf(params['task_id'], 'task_not_found')));
  return workbook(writeForm(form), form.title);
}

async function downloadMarked({ caller, params }: FileRequest): Promise<Response> {
  const id = idOf(params['import_id'], 'import_not_found');
  const { found, file, rows } = await transact(caller, (ctx) => faultyFile(ctx, id));
  const ending = /\.(xlsx?|csv)$/i.exec(file.name)?.[1]?.toLowerCase();
  const content =
    ending === 'xls' || ending === 'csv' ? await asWorkbook(file.content, ending) : file.content;
  const marks = rows.flatMap((row) =>
    row.problems.map((problem) => ({
      row: row.row_number,
      column: problem.column,
      text: problemText(problem),
    })),
  );
  const headers = found.columns.map(({ header }) => header);
  return workbook(markWorkbook(content, headers, marks), file.name.replace(/\.\w+$/, '（已标注）'));
}

/** In Chinese, as the sheets themselves are. */
function problemText({ code, params }: ImportProblem): string {
  const wording: Wording | undefined = { ...SHEET_MESSAGES, ...COLLECTION_MESSAGES, ...CORE_MESSAGES }[code];
  if (wording === undefined) return code;
  const hint = wording.hint === undefined ? '' : `。${fillTemplate(wording.hint.zh, params)}`;
  return `${fillTemplate(wording.zh, params)}${hint}`;
}

function idOf(text: string | undefined, code: string): string {
  if (!Uuid.safeParse(text).success || text === undefined) throw new AppError(code);
  return text;
}

function workbook(bytes: Uint8Array, name: string): Response {
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': MEDIA_TYPES.xlsx,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`,
    },
  });
}
