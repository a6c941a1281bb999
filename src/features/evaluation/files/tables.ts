// Runs and datasets as Arrow. They never change, so a browser that has them is told so instead of being sent them again.
import { createGzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { AppError } from '#core/app-error.ts';
import { Uuid } from '#core/ids.ts';
import { type Ctx, transact } from '#platform/ctx.ts';
import type { FileRequest } from '#platform/http/file-endpoint.ts';
import { type DatasetFile, datasetFile, previousDatasetFile } from '../service/evaluation-kit.ts';
import { runTable } from '../service/run-table.ts';

const STREAM = 'application/vnd.apache.arrow.stream';
const FILE = 'application/vnd.apache.arrow.file';

export async function getRunTable({ caller, params, headers }: FileRequest): Promise<Response> {
  const id = idOf(params['run_id'], 'run_not_found');
  const { etag, bytes } = await transact(caller, async (ctx) => {
    const table = await runTable(ctx, id);
    const known = headers.get('if-none-match') === table.etag;
    return { etag: table.etag, bytes: known ? undefined : await table.bytes() };
  });
  return answer(headers, { etag, bytes, type: STREAM });
}

export const getDataset = (request: FileRequest): Promise<Response> => sendDataset(request, datasetFile);

export const getPreviousDataset = (request: FileRequest): Promise<Response> =>
  sendDataset(request, previousDatasetFile);

async function sendDataset(
  { caller, params, headers }: FileRequest,
  find: (ctx: Ctx, evaluationId: string) => Promise<DatasetFile>,
): Promise<Response> {
  const id = idOf(params['evaluation_id'], 'evaluation_not_found');
  const { etag, bytes } = await transact(caller, async (ctx) => {
    const file = await find(ctx, id);
    const named = `"${file.hash}"`;
    const known = headers.get('if-none-match') === named;
    return { etag: named, bytes: known ? undefined : await file.bytes() };
  });
  return answer(headers, { etag, bytes, type: FILE });
}

type Content = { readonly etag: string; readonly bytes: Uint8Array | undefined; readonly type: string };

/** Numbers hardly shrink further with more effort than the least. */
const EFFORT = { level: 1 };
const PIECE = 256 * 1024;

function answer(asked: Headers, { etag, bytes, type }: Content): Response {
  const headers = new Headers({
    etag,
    'cache-control': 'private, max-age=300',
    // Whoever signs in next in this browser may see less.
    vary: 'cookie, authorization, accept-encoding',
  });
  if (bytes === undefined) return new Response(null, { status: 304, headers });
  headers.set('content-type', type);
  if (!/\bgzip\b/.test(asked.get('accept-encoding') ?? '')) {
    headers.set('content-length', String(bytes.length));
    return new Response(new Uint8Array(bytes), { headers });
  }
  headers.set('content-encoding', 'gzip');
  const packed = Readable.from(piecesOf(bytes)).pipe(createGzip(EFFORT));
  return new Response(Readable.toWeb(packed) as ReadableStream<Uint8Array>, { headers });
}

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += PIECE) yield bytes.subarray(start, start + PIECE);
}

function idOf(text: string | undefined, code: string): string {
  const id = Uuid.safeParse(text);
  if (!id.success) throw new AppError(code);
  return id.data;
}
