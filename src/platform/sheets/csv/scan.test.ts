import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { Findings } from '../findings.ts';
import { openWorkers } from '../workers.ts';
import { type ByteSource, utf8Source } from './byte-source.ts';
import {
  type Columns,
  LABEL,
  newColumns,
  NUMBER,
  PIECE_BYTES,
  type ScanPlan,
  SKIP,
  TEXT,
} from './columns.ts';
import { column, plain, readContent } from './csv-kit.ts';
import { joinParts, type Part, type ScannedFile } from './parts.ts';
import { readCsv } from './read-csv.ts';
import { MET_QUOTE, NO_ROOM, newShare, RUNNING, scanPieces } from './scan-parallel.ts';
import { scanSequentially } from './scan-sequential.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mujun-scan-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const COMMA = 44;
const PLAN: ScanPlan = {
  delimiter: COMMA,
  actions: [TEXT, LABEL, SKIP, NUMBER],
  percent: [false, false, false, false],
};

function withFile<T>(content: string, use: (fd: number, size: number) => T): T {
  const file = path.join(folder, 'rows.csv');
  writeFileSync(file, content);
  const fd = openSync(file, 'r');
  try {
    return use(fd, statSync(file).size);
  } finally {
    closeSync(fd);
  }
}

/** What a caller can see of a scanned file. */
function seen({ rows, columns, labels, findings, moreFindings, blanks }: ScannedFile): unknown {
  const offsets = [...(columns.offsets[0] ?? [])].slice(0, rows + 1);
  const text = Buffer.from(columns.texts[0] ?? []).subarray(0, offsets[rows]);
  const codes = [...(columns.codes[1] ?? [])].slice(0, rows);
  const numbers = [...(columns.numbers[3] ?? [])].slice(0, rows);
  return { rows, offsets, text: text.toString(), codes, numbers, labels, findings, moreFindings, blanks };
}

function sequentially(content: string, pieceBytes = PIECE_BYTES): unknown {
  return withFile(content, (fd) => {
    const scan = scanSequentially(utf8Source(fd, 0), {
      plan: PLAN,
      rows: 1,
      textBytes: 1,
      pieceBytes,
    });
    return scan.kind === 'scanned' ? seen(scan.file) : scan;
  });
}

const cell = fc.string({
  unit: fc.constantFrom('a', '企', ' ', '1', '.', '-', '\t', '"', '\r'),
  maxLength: 6,
});
const bare = cell.map((text) => text.replace(/["\r]/g, 'b'));
const quoted = fc
  .string({ unit: fc.constantFrom('a', '企', ',', '\n', '"', '1'), maxLength: 6 })
  .map((text) => `"${text.replaceAll('"', '""')}"`);
const table = (cells: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.array(fc.array(cells, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 40 }),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
    )
    .map(([rows, end, closed]) => rows.map((row) => row.join(',')).join(end) + (closed ? end : ''));

describe('the pieces a file is read in do not show', () => {
  test('on one thread, with cells in quotes', () => {
    fc.assert(
      fc.property(table(fc.oneof(bare, quoted)), fc.integer({ min: 4, max: 80 }), (content, pieceBytes) => {
        expect(sequentially(content, pieceBytes)).toEqual(sequentially(content));
      }),
      { numRuns: 300 },
    );
  });

  test('cut for several threads', () => {
    fc.assert(
      fc.property(table(bare), fc.integer({ min: 1, max: 80 }), (content, pieceBytes) => {
        const cut = withFile(content, (fd, end) => {
          const job = { plan: PLAN, fd, start: 0, end, pieceBytes };
          const share = newShare(job, 1000);
          const part = scanPieces(job, share, 1);
          return seen(joinParts(PLAN, share.columns, [part]));
        });
        expect(cut).toEqual(sequentially(content));
      }),
      { numRuns: 300 },
    );
  });

  test('threads stop at a quote, and when there are more rows than room', () => {
    const stopOf = (content: string, rows: number): number =>
      withFile(content, (fd, end) => {
        const job = { plan: PLAN, fd, start: 0, end, pieceBytes: 8 };
        const share = newShare(job, rows);
        scanPieces(job, share, 1);
        return Atomics.load(share.stop, 0);
      });
    expect(stopOf('a,b,c,1\na,b,"c",2\n', 100)).toBe(MET_QUOTE);
    expect(stopOf('a,b,c,1\na,b,c,2\n', 1)).toBe(NO_ROOM);
    expect(stopOf('a,b,c,1\na,b,c,2\n', 2)).toBe(RUNNING);
  });
});

test('labels that two threads numbered differently get the numbers of the file', () => {
  const plan: ScanPlan = { delimiter: COMMA, actions: [LABEL], percent: [false] };
  const columns: Columns = newColumns(plan, 6, 0, (bytes) => new ArrayBuffer(bytes));
  columns.codes[0]?.set([0, 1, 0, 1, -1, 0]);
  const piece = { records: 2, rows: 2, blanks: [], findings: [] };
  const first: Part = {
    pieces: [
      { ...piece, index: 0, firstRow: 0 },
      { ...piece, index: 2, firstRow: 4 },
    ],
    labels: [['东', '西']],
    moreFindings: 0,
  };
  const second: Part = {
    pieces: [{ ...piece, index: 1, firstRow: 2 }],
    labels: [['南', '西']],
    moreFindings: 0,
  };
  const file = joinParts(plan, columns, [second, first]);
  expect(file.labels).toEqual([['东', '西', '南']]);
  expect([...(file.columns.codes[0] ?? [])]).toEqual([0, 1, 2, 1, -1, 0]);
});

test('numbers are read exactly as the language reads them', async () => {
  const digits = fc.string({
    unit: fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'),
    minLength: 1,
    maxLength: 25,
  });
  const written = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value.toFixed(2)),
    fc
      .tuple(fc.constantFrom('', '-'), digits, digits)
      .map(([sign, whole, part]) => `${sign}${whole}.${part}`),
    fc.tuple(fc.constantFrom('', '-'), digits).map(([sign, whole]) => sign + whole),
  );
  const cells = fc.array(written, { minLength: 1, maxLength: 200 });
  await fc.assert(
    fc.asyncProperty(cells, async (texts) => {
      const read = await readContent(`x\n${texts.join('\n')}\n`, [column('x', 'number')]);
      expect(plain(read.table).x).toEqual(texts.map((text) => Number(text) + 0));
    }),
    { numRuns: 50 },
  );
});

test('a file of any length is read through one small buffer', () => {
  const rows = Buffer.from('企业,东,x,12.5\n'.repeat(1000));
  const pieceBytes = 1 << 16;
  let left = 30_000_000;
  let largest = 0;
  const source: ByteSource = {
    read: (into, at) => {
      largest = Math.max(largest, into.length);
      const got = Math.min(rows.length, into.length - at, left);
      // The line goes on where the buffer ended.
      const begun = (30_000_000 - left) % rows.length;
      const copied = rows.copy(into, at, begun, begun + got);
      left -= copied;
      return copied;
    },
    done: () => 30_000_000 - left,
  };
  const scan = scanSequentially(source, { plan: PLAN, rows: 10, textBytes: 10, pieceBytes });
  expect(largest).toBeLessThanOrEqual(pieceBytes);
  expect(scan.kind === 'scanned' && scan.file.rows).toBe(Math.ceil(30_000_000 / 18));
});

test('two threads read the same as one', async () => {
  const file = path.join(folder, 'large.csv');
  const lines = Array.from(
    { length: 200_000 },
    (_, i) => `企业${i},园区${(i * 7919) % 23},${i % 1000 === 0 ? '约' : ''}${i / 8}`,
  );
  writeFileSync(file, `id,park,tax\n${lines.join('\n')}\n`);
  const wanted = [column('id', 'text'), column('park', 'category'), column('tax', 'number')];
  const workers = openWorkers(2);
  try {
    while (workers.helpers[0]?.isReady() !== true) await setTimeout(10);
    const both = await readCsv(file, wanted, { workers }, new Findings(file));
    const one = await readCsv(file, wanted, {}, new Findings(file));
    expect(both.diagnostics).toEqual(one.diagnostics);
    expect(both.diagnostics).toHaveLength(200);
    expect(plain(both.table)).toEqual(plain(one.table));
    expect(both.table.columns.get('park')).toEqual(one.table.columns.get('park'));
  } finally {
    await workers.close();
  }
});
