import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { categoryColumn, numberColumn, textColumn } from '#engine/table/column.ts';
import { column, plain } from './csv/csv-kit.ts';
import type { OutputColumn } from './output-column.ts';
import { bytesOf, readFileNamed } from './sheet-kit.ts';

const NASTY = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '+86',
  '-1',
  '@SUM(A1)',
  "'007",
  '007',
  '913300000000000017',
  '91330000MA27U0000X',
  'TRUE',
  '#DIV/0!',
  '#N/A',
  '1,5;"x"',
  '甲\n乙\r\n丙\r丁',
  '_x0041_ _x005F_',
  '<v>&amp;</v>]]>',
  '\u0007\u001b[31m',
  'a\u0000b',
  '😀𠮷👩‍👩‍👧',
  '\u202eabc\ufffe',
  '  blanks　',
];

const text = fc
  .oneof(
    fc.constantFrom('', ...NASTY),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({ maxLength: 8 }),
  )
  // Decoders take a byte order mark at the beginning for what it is.
  .map((one) => one.replaceAll('\ufeff', ''));
const number = fc.option(
  fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.constant(0.1 + 0.2)),
);
const rows = fc.array(fc.record({ number, rank: fc.nat(50), text, label: fc.option(text) }), {
  minLength: 1,
  maxLength: 12,
});
type Row = typeof rows extends fc.Arbitrary<(infer R)[]> ? R : never;

const WANTED = [
  column('row', 'number'),
  column('number', 'number'),
  column('rank', 'number'),
  column('text', 'text'),
  column('label', 'category'),
  column('words', 'text'),
];

function output(list: readonly Row[]): OutputColumn[] {
  const labels = categoryColumn(list.map(({ label }) => label));
  return [
    { header: 'row', kind: 'number', values: Float64Array.from(list.keys()) },
    { header: 'number', kind: 'number', values: numberColumn(list.map((one) => one.number)).values },
    { header: 'rank', kind: 'integer', values: Int32Array.from(list, ({ rank }) => rank), absentBelow: 1 },
    { header: 'text', kind: 'text', column: textColumn(list.map((one) => one.text)) },
    { header: 'label', kind: 'category', codes: labels.codes, labels: labels.labels },
    { header: 'words', kind: 'strings', at: (row) => list[row]?.text ?? '' },
  ];
}

function trimmed(value: string): string {
  const isBlank = (sign: string | undefined): boolean =>
    sign !== undefined && (sign <= ' ' || '\u00a0\u3000'.includes(sign));
  let [start, end] = [0, value.length];
  while (start < end && isBlank(value[start])) start += 1;
  while (start < end && isBlank(value[end - 1])) end -= 1;
  return value.slice(start, end);
}

/** What a reader makes of it: zero has no sign, blanks around a text do not count, an empty text is absent. */
function expected(list: readonly Row[], trims: boolean): Record<string, (number | string | null)[]> {
  const kept = (value: string | null): string | null => {
    const bare = trims ? trimmed(value ?? '') : value;
    return bare === '' ? null : bare;
  };
  return {
    row: [...list.keys()],
    number: list.map((one) => (one.number === null ? null : one.number + 0)),
    rank: list.map(({ rank }) => (rank === 0 ? null : rank)),
    text: list.map((one) => kept(one.text)),
    label: list.map(({ label }) => kept(label)),
    words: list.map((one) => kept(one.text)),
  };
}

describe.each(['xlsx', 'json', 'arrow'])('%s', (ending) => {
  test('what was written is read again', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (list) => {
        const bytes = await bytesOf(`a.${ending}`, output(list), list.length);
        const { table, diagnostics } = await readFileNamed(`a.${ending}`, bytes, WANTED);
        expect(plain(table)).toEqual(expected(list, ending !== 'arrow'));
        expect(diagnostics).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('the same table gives the same bytes', async () => {
    const list = NASTY.map((one, i) => ({ number: i / 3, rank: i, text: one, label: one }));
    const first = await bytesOf(`a.${ending}`, output(list), list.length);
    expect(first.equals(await bytesOf(`a.${ending}`, output(list), list.length))).toBe(true);
  });

  test('decimals are rounded half away from zero, as a person does it', async () => {
    const values = [1.005, -2.345, 1e21, null, 3];
    const columns: OutputColumn[] = [
      { header: 'a', kind: 'number', values: numberColumn(values).values },
      { header: 'b', kind: 'number', values: numberColumn(values).values, decimals: 0 },
    ];
    const bytes = await bytesOf(`a.${ending}`, columns, values.length, { decimals: 2 });
    const { table } = await readFileNamed(`a.${ending}`, bytes, [
      column('a', 'number'),
      column('b', 'number'),
    ]);
    const expectedRows = { a: [1.01, -2.35, 1e21, null, 3], b: [1, -2, 1e21, null, 3] };
    // A row of a workbook in which nothing stands is no row.
    const dropped = (list: (number | null)[]): (number | null)[] =>
      ending === 'xlsx' ? list.filter((value) => value !== null) : list;
    expect(plain(table)).toEqual({ a: dropped(expectedRows.a), b: dropped(expectedRows.b) });
  });
});

test('a workbook is one that other programs open, too', async () => {
  const list = NASTY.map((one, i) => ({ number: i / 3, rank: i, text: one, label: one }));
  const parts = unzipSync(await bytesOf('a.xlsx', output(list), list.length));
  expect(Object.keys(parts)).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/worksheets/sheet1.xml',
  ]);
});
