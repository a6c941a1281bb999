// File endpoints of the collection: templates go out, filled files come in, faulty ones go back marked.
import { readFile, rm } from 'node:fs/promises';
import { AppError } from '#core/app-error.ts';
import { Uuid } from '#core/ids.ts';
import { transact } from '#platform/ctx.ts';
import { receiveUpload } from '#platform/files/receive-upload.ts';
import { storeFile } from '#platform/files/stored-file.ts';
import { type FileEndpoint, fileEndpoint, type FileRequest } from '#platform/http/file-endpoint.ts';
import { collectionContract } from './contract/collection.ts';
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
