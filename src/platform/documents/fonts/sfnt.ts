// The container that TrueType fonts come in: a directory of named tables.

export type Tables = ReadonlyMap<string, Buffer>;

const HEADER = 12;
const ENTRY = 16;
const TRUETYPE = 0x00010000;

export function readTables(font: Buffer): Tables {
  const count = font.readUInt16BE(4);
  return new Map(
    Array.from({ length: count }, (_, i): [string, Buffer] => {
      const entry = HEADER + i * ENTRY;
      const [offset, length] = [font.readUInt32BE(entry + 8), font.readUInt32BE(entry + 12)];
      return [font.toString('latin1', entry, entry + 4), font.subarray(offset, offset + length)];
    }),
  );
}

/** Without checksums: what we write is read by the PDF compiler in this process and by nobody else. */
export function writeTables(tables: Tables): Buffer {
  const names = [...tables.keys()].toSorted();
  const directory = Buffer.alloc(HEADER + names.length * ENTRY);
  const highest = Math.floor(Math.log2(names.length));
  directory.writeUInt32BE(TRUETYPE, 0);
  directory.writeUInt16BE(names.length, 4);
  directory.writeUInt16BE(2 ** highest * ENTRY, 6);
  directory.writeUInt16BE(highest, 8);
  directory.writeUInt16BE((names.length - 2 ** highest) * ENTRY, 10);
  const parts: Buffer[] = [directory];
  let offset = directory.length;
  names.forEach((name, i) => {
    const table = tables.get(name) ?? Buffer.alloc(0);
    const entry = HEADER + i * ENTRY;
    directory.write(name, entry, 'latin1');
    directory.writeUInt32BE(offset, entry + 8);
    directory.writeUInt32BE(table.length, entry + 12);
    const padding = Buffer.alloc((4 - (table.length % 4)) % 4);
    parts.push(table, padding);
    offset += table.length + padding.length;
  });
  return Buffer.concat(parts);
}
