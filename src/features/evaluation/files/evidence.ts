// Evidence of appeals on its way in and out. What comes in is distrusted, and goes out as a download only.
import { readFile, rm } from 'node:fs/promises';
import { AppError } from '#core/app-error.ts';
import { Uuid } from '#core/ids.ts';
import { transact } from '#platform/ctx.ts';
import { DOCUMENT_TYPES, documentKind } from '#platform/files/document-kind.ts';
import { receiveFile } from '#platform/files/receive-upload.ts';
import type { FileRequest } from '#platform/http/file-endpoint.ts';
import { LARGEST_EVIDENCE } from '../model/evidence-limits.ts';
import { addEvidence, readEvidence, requireOpenAppeal } from '../service/evidence.ts';

export async function uploadEvidence({ caller, params, query, body }: FileRequest): Promise<Response> {
  if (body === null) throw new AppError('upload_empty');
  const appeal = idOf(params['appeal_id'], 'appeal_not_found');
  // Nobody sends twenty megabytes to be told afterwards that the appeal is not theirs.
  await transact(caller, (ctx) => requireOpenAppeal(ctx, appeal));
  const options = {
    folder: caller.services.scratch,
    id: caller.services.newId(),
    claimedName: query.get('file_name') ?? '',
    limitBytes: LARGEST_EVIDENCE,
  };
  const file = await receiveFile(body as AsyncIterable<Uint8Array>, options, (received) => ({
    path: received.path,
    name: received.name,
    kind: documentKind(received),
  }));
  try {
    const content = await readFile(file.path);
    const evidence = await transact(caller, (ctx) => addEvidence(ctx, appeal, { ...file, content }));
    return Response.json(evidence, { status: 201 });
  } finally {
    await rm(file.path, { force: true });
  }
}

export async function downloadEvidence({ caller, params }: FileRequest): Promise<Response> {
  const appeal = idOf(params['appeal_id'], 'appeal_not_found');
  const id = idOf(params['evidence_id'], 'evidence_not_found');
  const { name, kind, content } = await transact(caller, (ctx) => readEvidence(ctx, appeal, id));
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': DOCUMENT_TYPES[kind],
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, no-store',
    },
  });
}

function idOf(text: string | undefined, code: string): string {
  const id = Uuid.safeParse(text);
  if (!id.success) throw new AppError(code);
  return id.data;
}
