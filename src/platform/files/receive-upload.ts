// Takes a file from a stranger: to disk as it comes, no further than the limit, and only what it claims to be.
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#core/app-error.ts';

type Received = {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** The first bytes. */
  readonly head: Buffer;
};

export type Upload = Omit<Received, 'head'> & { readonly kind: 'xlsx' | 'xls' | 'csv' };

export type UploadOptions = {
  readonly folder: string;
  /** Name of the file on disk; never the one that was claimed. */
  readonly id: string;
  readonly claimedName: string;
  readonly limitBytes: number;
};

const MB = 1024 * 1024;
/** Enough to tell what a file is. */
const HEAD_BYTES = 8;
const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Control and invisible characters, which make a name read as another, and signs that mean something to some system. */
const UNSAFE = /[\p{Cc}\p{Cf}"<>|:*?]/gu;
const OLD_WORKBOOK = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Throws `upload_too_large`, `upload_empty`, `upload_of_other_kind`, `upload_interrupted` or `disk_full`; then nothing
 * is left on disk.
 */
export function receiveUpload(body: AsyncIterable<Uint8Array>, options: UploadOptions): Promise<Upload> {
  return receiveFile(body, options, ({ head, ...file }) => ({ ...file, kind: kindOf(head, file.name) }));
}

/** The same for files of other kinds: `check` looks at what arrived and throws what is wrong with it. */
export async function receiveFile<File>(
  body: AsyncIterable<Uint8Array>,
  options: UploadOptions,
  check: (received: Received) => File,
): Promise<File> {
  const name = safeName(options.claimedName);
  mkdirSync(options.folder, { recursive: true });
  const target = path.join(options.folder, options.id);
  const file = await open(target, 'w', 0o600);
  try {
    const { bytes, sha256, head } = await receive(body, file, options.limitBytes);
    await file.close();
    if (bytes === 0) throw new AppError('upload_empty');
    return check({ path: target, name, bytes, sha256, head });
  } catch (error) {
    await file.close().catch(() => {});
    await rm(target, { force: true });
    throw asUploadError(error);
  }
}

async function receive(body: AsyncIterable<Uint8Array>, file: FileHandle, limit: number) {
  const hash = createHash('sha256');
  let bytes = 0;
  let head = Buffer.alloc(0);
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > limit) throw new AppError('upload_too_large', { limit: Math.floor(limit / MB) });
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES);
    hash.update(chunk);
    await file.write(chunk);
  }
  return { bytes, sha256: hash.digest('hex'), head };
}

/** What the first bytes say has to be what the name says. */
function kindOf(head: Buffer, name: string): Upload['kind'] {
  const starts = (signature: readonly number[]) => signature.every((byte, i) => head[i] === byte);
  const found = starts(ZIP) ? 'xlsx' : starts(OLD_WORKBOOK) ? 'xls' : 'csv';
  const ending = path.extname(name).slice(1).toLowerCase();
  if (ending !== found) throw new AppError('upload_of_other_kind', { name, found });
  return found;
}

/** The last part of whatever path was claimed, without signs that mean something to a system or a header. */
function safeName(claimed: string): string {
  const last = claimed.split(/[\\/]/).at(-1) ?? '';
  const plain = last.replace(UNSAFE, '').trim();
  return (plain === '' ? 'upload' : plain).slice(-150);
}

function asUploadError(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('disk_full');
  const gone = code === 'ECONNRESET' || code === 'ABORT_ERR' || error.name === 'AbortError';
  return gone ? new AppError('upload_interrupted') : error;
}
