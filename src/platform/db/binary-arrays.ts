// Columns as parameters in PostgreSQL's own binary form of arrays: 100,000 rows travel without a text being made of any figure
// or a JSON document of any row. https://www.postgresql.org/docs/current/protocol-message-formats.html and array_recv().

const OID = { jsonb: 3802, text: 25, uuid: 2950, int4: 23, float8: 701 } as const;
const HEADER_BYTES = 20;
const NULL = -1;

type At<T> = (i: number) => T | null;

export const textArray = (count: number, at: At<string>): Uint8Array => texts(OID.text, count, at, false);

/** Of JSON texts. The binary form of jsonb is a version and the text. */
export const jsonbArray = (count: number, at: At<string>): Uint8Array => texts(OID.jsonb, count, at, true);

export function int4Array(count: number, at: At<number>): Uint8Array {
  return fixed(OID.int4, count, 4, (buffer, offset, i) => {
    const value = at(i);
    if (value !== null) buffer.writeInt32BE(value, offset);
    return value !== null;
  });
}

/** Of ids as they are written, with hyphens. */
export function uuidArray(count: number, at: At<string>): Uint8Array {
  return fixed(OID.uuid, count, 16, (buffer, offset, i) => {
    const value = at(i);
    if (value !== null) writeUuid(buffer, offset, value);
    return value !== null;
  });
}

function writeUuid(buffer: Buffer, offset: number, id: string): void {
  let digits = 0;
  let byte = 0;
  for (let i = 0; i < id.length; i++) {
    const code = id.charCodeAt(i);
    if (code === 0x2d) continue;
    byte = (byte << 4) | (code <= 0x39 ? code - 0x30 : (code | 0x20) - 0x57);
    digits += 1;
    if (digits % 2 === 0) {
      buffer[offset + digits / 2 - 1] = byte;
      byte = 0;
    }
  }
  if (digits !== 32) throw new RangeError(`no id: ${id}`);
}

function writeHeader(buffer: Buffer, oid: number, count: number): void {
  // One dimension, nulls allowed, the type, the length, counted from 1.
  [1, 1, oid, count, 1].forEach((value, i) => buffer.writeInt32BE(value, 4 * i));
}

/** `write` says whether there is a value. */
function fixed(
  oid: number,
  count: number,
  size: number,
  write: (buffer: Buffer, offset: number, i: number) => boolean,
): Uint8Array {
  const buffer = Buffer.alloc(HEADER_BYTES + count * (4 + size));
  writeHeader(buffer, oid, count);
  let end = HEADER_BYTES;
  for (let i = 0; i < count; i++) {
    const isThere = write(buffer, end + 4, i);
    buffer.writeInt32BE(isThere ? size : NULL, end);
    end += isThere ? 4 + size : 4;
  }
  return buffer.subarray(0, end);
}

function texts(oid: number, count: number, at: At<string>, isVersioned: boolean): Uint8Array {
  let buffer: Buffer = Buffer.allocUnsafeSlow(HEADER_BYTES + count * 32);
  writeHeader(buffer, oid, count);
  let end = HEADER_BYTES;
  for (let i = 0; i < count; i++) {
    const value = at(i);
    // A UTF-16 unit takes three bytes at most.
    const most = end + 5 + 3 * (value?.length ?? 0);
    if (most > buffer.length) buffer = grown(buffer, end, 2 * most);
    if (value === null) {
      end = buffer.writeInt32BE(NULL, end);
      continue;
    }
    const start = isVersioned ? buffer.writeUInt8(1, end + 4) : end + 4;
    const last = start + buffer.write(value, start);
    buffer.writeInt32BE(last - end - 4, end);
    end = last;
  }
  return buffer.subarray(0, end);
}

function grown(buffer: Buffer, used: number, size: number): Buffer {
  const larger = Buffer.allocUnsafeSlow(size);
  buffer.copy(larger, 0, 0, used);
  return larger;
}
