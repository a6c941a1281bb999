// The content of a ZIP entry, piece by piece. It is inflated on a thread of Node's own while we parse the piece before.
import { readSync } from 'node:fs';
import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { malformed, XlsxFault } from './fault.ts';
import { contentStart, type ZipEntry } from './zip-directory.ts';

const MB = 1_000_000;
const PIECE_BYTES = 1 << 18;
const PACKED_PIECE_BYTES = 1 << 16;

/** No part of a real workbook comes near; a bomb unpacks to more, or packs a lot into next to nothing. */
const LARGEST_BYTES = 2000 * MB;
const LARGEST_RATIO = 200;
const ALWAYS_ALLOWED_BYTES = 50 * MB;

export type ZipContentOptions = {
  /** Told the packed bytes read so far. */
  readonly onProgress?: (done: number) => void;
};

/** Throws `file_too_large` before unpacking more than the limit, and `not_xlsx` when the content is damaged. */
export async function* zipContent(
  fd: number,
  entry: ZipEntry,
  { onProgress }: ZipContentOptions = {},
): AsyncGenerator<Buffer> {
  checkEntry(entry);
  if (entry.size === 0) return;
  const packed = Readable.from(packedPieces(fd, entry, onProgress), { objectMode: false });
  const content = entry.method === 0 ? packed : packed.pipe(createInflateRaw({ chunkSize: PIECE_BYTES }));
  packed.on('error', (error) => content.destroy(error));
  let size = 0;
  let crc = 0;
  try {
    for await (const piece of content as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > entry.size) break;
      crc = crc32(piece, crc);
      yield piece;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      throw malformed(error.message);
    throw error;
  } finally {
    packed.destroy();
    content.destroy();
  }
  if (size !== entry.size || crc !== entry.crc32) throw malformed(`${entry.name} is damaged`);
}

function* packedPieces(fd: number, entry: ZipEntry, onProgress?: (done: number) => void): Generator<Buffer> {
  const start = contentStart(fd, entry);
  for (let done = 0; done < entry.packedSize;) {
    const piece = Buffer.allocUnsafeSlow(Math.min(PACKED_PIECE_BYTES, entry.packedSize - done));
    const got = readSync(fd, piece, 0, piece.length, start + done);
    if (got === 0) throw malformed('the file is cut off');
    done += got;
    onProgress?.(done);
    yield piece.subarray(0, got);
  }
}

function checkEntry({ name, encrypted, method, size, packedSize }: ZipEntry): void {
  if (encrypted) throw new XlsxFault({ code: 'xls_not_supported', severity: 'error' });
  if (method !== 0 && method !== 8) throw malformed(`${name} is packed in an unknown way`);
  const limit = Math.min(LARGEST_BYTES, Math.max(ALWAYS_ALLOWED_BYTES, packedSize * LARGEST_RATIO));
  if (size <= limit) return;
  const params = { size: Math.ceil(size / MB), limit: Math.floor(limit / MB) };
  throw new XlsxFault({ code: 'file_too_large', severity: 'error', params });
}
