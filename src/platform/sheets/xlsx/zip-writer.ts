// Writes a ZIP file entry by entry. An entry's sizes are known when it has been written; they are then filled into its header.
import { writeFileSync, writeSync } from 'node:fs';
import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';
import { AppError } from '#core/app-error.ts';

const HEADER_BYTES = 30;
const ENTRY_BYTES = 46;
const END_BYTES = 22;
const VERSION = 20;
const DEFLATED = 8;
const NAMES_IN_UTF8 = 1 << 11;
/** Midnight of 1980-01-01, where the format's calendar begins: the same table gives the same bytes on any day. */
const DATE = (1 << 5) | 1;

/** A third of the time of zlib's usual level for a file that is a fifth larger. */
const LEVEL = 3;

/** Beyond it the format needs 64-bit fields, which not every office program reads. */
const LARGEST_BYTES = 0xffffffff;

type Written = {
  readonly name: Buffer;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly at: number;
};

export class ZipWriter {
  private readonly fd: number;
  private readonly entries: Written[] = [];
  private position = 0;

  constructor(fd: number) {
    this.fd = fd;
  }

  async add(name: string, pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
    const at = this.position;
    const nameBytes = Buffer.from(name, 'utf8');
    this.write(Buffer.alloc(HEADER_BYTES + nameBytes.length));
    let crc = 0;
    let size = 0;
    async function* encoded(): AsyncGenerator<Buffer> {
      for await (const piece of pieces) {
        const bytes = Buffer.from(piece, 'utf8');
        crc = crc32(bytes, crc);
        size += bytes.length;
        yield bytes;
      }
    }
    const content = Readable.from(encoded(), { objectMode: false });
    const packed = content.pipe(createDeflateRaw({ level: LEVEL }));
    content.on('error', (error) => packed.destroy(error));
    const start = this.position;
    for await (const piece of packed as AsyncIterable<Buffer>) this.write(piece);
    if (size > LARGEST_BYTES || this.position > LARGEST_BYTES) {
      throw new AppError('file_too_large', {
        size: Math.ceil(size / 1e6),
        limit: Math.floor(LARGEST_BYTES / 1e6),
      });
    }
    const written = { name: nameBytes, crc, packedSize: this.position - start, size, at };
    this.entries.push(written);
    writeSync(this.fd, header(written), 0, HEADER_BYTES + nameBytes.length, at);
  }

  /** The directory, which makes the file complete. */
  finish(): void {
    const start = this.position;
    for (const entry of this.entries) this.write(directoryEntry(entry));
    const end = Buffer.alloc(END_BYTES);
    end.write('PK\x05\x06', 'latin1');
    end.writeUInt16LE(this.entries.length, 8);
    end.writeUInt16LE(this.entries.length, 10);
    end.writeUInt32LE(this.position - start, 12);
    end.writeUInt32LE(start, 16);
    this.write(end);
  }

  private write(bytes: Buffer): void {
    writeFileSync(this.fd, bytes);
    this.position += bytes.length;
  }
}

function header(entry: Written): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES + entry.name.length);
  bytes.write('PK\x03\x04', 'latin1');
  writeFields(bytes, 4, entry);
  entry.name.copy(bytes, HEADER_BYTES);
  return bytes;
}

function directoryEntry(entry: Written): Buffer {
  const bytes = Buffer.alloc(ENTRY_BYTES + entry.name.length);
  bytes.write('PK\x01\x02', 'latin1');
  bytes.writeUInt16LE(VERSION, 4);
  writeFields(bytes, 6, entry);
  bytes.writeUInt32LE(entry.at, 42);
  entry.name.copy(bytes, ENTRY_BYTES);
  return bytes;
}

/** What an entry's own header and the directory have in common. */
function writeFields(bytes: Buffer, p: number, { name, crc, packedSize, size }: Written): void {
  bytes.writeUInt16LE(VERSION, p);
  bytes.writeUInt16LE(NAMES_IN_UTF8, p + 2);
  bytes.writeUInt16LE(DEFLATED, p + 4);
  bytes.writeUInt16LE(DATE, p + 8);
  bytes.writeUInt32LE(crc, p + 10);
  bytes.writeUInt32LE(packedSize, p + 14);
  bytes.writeUInt32LE(size, p + 18);
  bytes.writeUInt16LE(name.length, p + 22);
}
