// The central directory of a ZIP file: what it holds and where. Read from the end of the file, as the format wants it: the
// headers before the contents may lack the sizes.
import { readSync } from 'node:fs';
import { malformed } from './fault.ts';

export type ZipEntry = {
  readonly name: string;
  /** 0 is stored, 8 deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc32: number;
  readonly packedSize: number;
  readonly size: number;
  readonly headerAt: number;
};

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const LOCATOR_64_SIGNATURE = 0x07064b50;
const LOCATOR_64_BYTES = 20;
const END_64_SIGNATURE = 0x06064b50;
const END_64_BYTES = 56;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_BYTES = 46;
const HEADER_SIGNATURE = 0x04034b50;
const HEADER_BYTES = 30;
const SIZES_64_TAG = 1;

/** Workbooks have a few dozen entries; anything beyond this is none. */
const LARGEST_DIRECTORY = 1 << 26;

/** Entries by their name in lower case, with `/` between folders. */
export function readDirectory(fd: number, fileSize: number): Map<string, ZipEntry> {
  const { offset, size } = locateDirectory(fd, fileSize);
  if (size > LARGEST_DIRECTORY || offset + size > fileSize)
    throw malformed('the directory lies outside of the file');
  const directory = readAt(fd, offset, size);
  const entries = new Map<string, ZipEntry>();
  let p = 0;
  while (p + ENTRY_BYTES <= directory.length && directory.readUInt32LE(p) === ENTRY_SIGNATURE) {
    const nameLength = directory.readUInt16LE(p + 28);
    const extraLength = directory.readUInt16LE(p + 30);
    const nameAt = p + ENTRY_BYTES;
    const next = nameAt + nameLength + extraLength + directory.readUInt16LE(p + 32);
    if (next > directory.length) throw malformed('the directory is cut off');
    const entry = readEntry(directory.subarray(p, next), nameLength, extraLength);
    entries.set(entry.name.toLowerCase(), entry);
    p = next;
  }
  return entries;
}

function readEntry(record: Buffer, nameLength: number, extraLength: number): ZipEntry {
  const name = record.toString('utf8', ENTRY_BYTES, ENTRY_BYTES + nameLength);
  const extra = record.subarray(ENTRY_BYTES + nameLength, ENTRY_BYTES + nameLength + extraLength);
  const [size, packedSize, headerAt] = widen(
    [record.readUInt32LE(24), record.readUInt32LE(20), record.readUInt32LE(42)],
    extra,
  );
  return {
    name: name.replaceAll('\\', '/').replace(/^\/+/, ''),
    method: record.readUInt16LE(10),
    encrypted: (record.readUInt16LE(8) & 1) !== 0,
    crc32: record.readUInt32LE(16),
    packedSize,
    size,
    headerAt,
  };
}

/** Of a field that does not fit 32 bits the extra data have the 64; they come in this order and only where needed. */
function widen(fields: readonly [number, number, number], extra: Buffer): [number, number, number] {
  let p = 0;
  while (p + 4 <= extra.length && extra.readUInt16LE(p) !== SIZES_64_TAG) p += 4 + extra.readUInt16LE(p + 2);
  let at = p + 4;
  const wide = fields.map((field) => {
    if (field !== 0xffffffff || at + 8 > extra.length) return field;
    at += 8;
    return Number(extra.readBigUInt64LE(at - 8));
  });
  return [wide[0] ?? 0, wide[1] ?? 0, wide[2] ?? 0];
}

function locateDirectory(fd: number, fileSize: number): { offset: number; size: number } {
  const tailAt = Math.max(0, fileSize - END_BYTES - LONGEST_COMMENT);
  const tail = readAt(fd, tailAt, fileSize - tailAt);
  let p = tail.length - END_BYTES;
  while (p >= 0 && tail.readUInt32LE(p) !== END_SIGNATURE) p -= 1;
  if (p < 0) throw malformed('there is no directory');
  const narrow = { size: tail.readUInt32LE(p + 12), offset: tail.readUInt32LE(p + 16) };
  const locatorAt = p - LOCATOR_64_BYTES;
  if (locatorAt < 0 || tail.readUInt32LE(locatorAt) !== LOCATOR_64_SIGNATURE) return narrow;
  const end = readAt(fd, Number(tail.readBigUInt64LE(locatorAt + 8)), END_64_BYTES);
  if (end.readUInt32LE(0) !== END_64_SIGNATURE)
    throw malformed('the 64-bit directory is not where it should be');
  return { size: Number(end.readBigUInt64LE(40)), offset: Number(end.readBigUInt64LE(48)) };
}

/** Where the content of an entry begins: behind a header of its own. */
export function contentStart(fd: number, entry: ZipEntry): number {
  const header = readAt(fd, entry.headerAt, HEADER_BYTES);
  if (header.readUInt32LE(0) !== HEADER_SIGNATURE)
    throw malformed(`${entry.name} is not where the directory says`);
  return entry.headerAt + HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
}

function readAt(fd: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  if (readSync(fd, bytes, 0, length, position) < length) throw malformed('the file is cut off');
  return bytes;
}
