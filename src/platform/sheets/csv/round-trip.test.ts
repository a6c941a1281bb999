import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { categoryColumn, textColumn } from '#engine/table/column.ts';
import { Findings } from '../findings.ts';
import { column, plain } from './csv-kit.ts';
import { readCsv } from './read-csv.ts';
import { writeCsv } from './write-csv.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mujun-round-trip-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('a', '企', ',', ';', '"', '\n', '\r', '\t', '=', '-', "'", ' ', '0') }),
);

/** Blanks at the ends are not kept, and what a spreadsheet would take for a formula gets an apostrophe. */
function asRead(written: string): string | null {
  const guarded = /^[=+\-@\t\r]/.test(written) ? `'${written}` : written;
  const trimmed = guarded.replace(/^[\0- \u00a0\u3000\ufeff]+|[\0- \u00a0\u3000\ufeff]+$/g, '');
  return trimmed === '' ? null : trimmed;
}

test('what is written is read back, whatever the texts and numbers', async () => {
  const rows = fc.array(
    fc.record({
      label: fc.option(text.filter((label) => label !== '')),
      name: text,
      figure: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
      count: fc.integer({ min: -1 }),
    }),
    { maxLength: 30 },
  );
  await fc.assert(
    fc.asyncProperty(rows, async (written) => {
      const file = path.join(folder, 'table.csv');
      const { codes, labels } = categoryColumn(written.map(({ label }) => label));
      await writeCsv(
        file,
        [
          { header: 'id', kind: 'strings', at: (row) => `E${row}` },
          { header: 'label', kind: 'category', codes, labels },
          { header: 'name', kind: 'text', column: textColumn(written.map(({ name }) => name)) },
          {
            header: 'figure',
            kind: 'number',
            values: Float64Array.from(written, ({ figure }) => figure ?? Number.NaN),
          },
          {
            header: 'count',
            kind: 'integer',
            values: Int32Array.from(written, ({ count }) => count),
            absentBelow: 0,
          },
        ],
        written.length,
      );
      const wanted = [
        column('id', 'text'),
        column('label', 'category'),
        column('name', 'text'),
        column('figure', 'number'),
        column('count', 'number'),
      ];
      const read = await readCsv(file, wanted, {}, new Findings(file));
      expect(plain(read.table)).toEqual({
        id: written.map((_, row) => `E${row}`),
        label: written.map(({ label }) => asRead(label ?? '')),
        name: written.map(({ name }) => asRead(name)),
        figure: written.map(({ figure }) => (figure === null ? null : figure + 0)),
        count: written.map(({ count }) => (count < 0 ? null : count)),
      });
      expect(read.diagnostics.map(({ code }) => code)).toEqual(written.length === 0 ? ['no_rows'] : []);
    }),
    { numRuns: 200 },
  );
});
