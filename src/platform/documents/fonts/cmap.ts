// Which glyph a character has: the table `cmap`, read in the two forms Unicode fonts use and written in the larger one.

/** Glyphs by code point. */
export type CharacterMap = ReadonlyMap<number, number>;

export function readCharacterMap(cmap: Buffer): CharacterMap {
  const map = new Map<number, number>();
  const count = cmap.readUInt16BE(2);
  for (let i = 0; i < count; i++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + i * 8 + 4));
    const format = table.readUInt16BE(0);
    if (format === 4) readSegments(table, map);
    else if (format === 12) readGroups(table, map);
  }
  return map;
}

function readSegments(table: Buffer, map: Map<number, number>): void {
  const twice = table.readUInt16BE(6);
  const [ends, starts, deltas, offsets] = [14, 16 + twice, 16 + 2 * twice, 16 + 3 * twice];
  for (let at = 0; at < twice; at += 2) {
    const [end, start] = [table.readUInt16BE(ends + at), table.readUInt16BE(starts + at)];
    const [delta, offset] = [table.readUInt16BE(deltas + at), table.readUInt16BE(offsets + at)];
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const found = offset === 0 ? code : table.readUInt16BE(offsets + at + offset + 2 * (code - start));
      const glyph = offset !== 0 && found === 0 ? 0 : (found + delta) % 0x10000;
      if (glyph !== 0) map.set(code, glyph);
    }
  }
}

function readGroups(table: Buffer, map: Map<number, number>): void {
  const count = table.readUInt32BE(12);
  for (let i = 0; i < count; i++) {
    const group = 16 + i * 12;
    const [start, end, glyph] = [0, 4, 8].map((at) => table.readUInt32BE(group + at)) as [
      number,
      number,
      number,
    ];
    for (let code = start; code <= end; code++) map.set(code, glyph + code - start);
  }
}

/** One group for each run of characters whose glyphs follow one another. */
export function writeCharacterMap(map: CharacterMap): Buffer {
  const groups: [start: number, end: number, glyph: number][] = [];
  for (const [code, glyph] of [...map].toSorted(([a], [b]) => a - b)) {
    const last = groups.at(-1);
    if (last !== undefined && last[1] === code - 1 && last[2] + code - last[0] === glyph) last[1] = code;
    else groups.push([code, code, glyph]);
  }
  const head = 12;
  const table = Buffer.alloc(head + 16 + groups.length * 12);
  table.writeUInt16BE(1, 2);
  table.writeUInt16BE(3, 4);
  table.writeUInt16BE(10, 6);
  table.writeUInt32BE(head, 8);
  table.writeUInt16BE(12, head);
  table.writeUInt32BE(table.length - head, head + 4);
  table.writeUInt32BE(groups.length, head + 12);
  groups.forEach((group, i) =>
    group.forEach((value, j) => table.writeUInt32BE(value, head + 16 + i * 12 + j * 4)),
  );
  return table;
}
