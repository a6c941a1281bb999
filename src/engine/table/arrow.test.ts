import { tableFromIPC } from '@uwdata/flechette';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrowToTable, columnsToArrow, tableToArrow } from './arrow.ts';
import { categoryColumn, type Column, numberColumn, type Table, textAt, textColumn } from './column.ts';
import { hashTable } from './hash.ts';

const table = (columns: Record<string, Column>, rows: number): Table => ({
  rows,
  columns: new Map(Object.entries(columns)),
});

/** Decoders take a byte order mark at the beginning for what it is. */
const text = fc.string({ unit: 'binary', maxLength: 6 }).map((one) => one.replaceAll('\ufeff', ''));

const cell = fc.record({
  number: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
  label: fc.option(text.filter((one) => one !== '')),
  text,
});
const tables = fc.array(cell, { maxLength: 40 }).map((cells) =>
  table(
    {
      税收: numberColumn(cells.map(({ number }) => number)),
      园区: categoryColumn(cells.map(({ label }) => label)),
      行业: categoryColumn(cells.map((one) => (one.text === '' ? null : one.text))),
      名称: textColumn(cells.map((one) => one.text)),
    },
    cells.length,
  ),
);

describe('a table', () => {
  test('comes back as the same table, and gives the same bytes again', () => {
    fc.assert(
      fc.property(tables, (before) => {
        const bytes = tableToArrow(before);
        const after = arrowToTable(bytes);
        expect(hashTable(after)).toBe(hashTable(before));
        expect(tableToArrow(after)).toEqual(bytes);
      }),
    );
  });

  test('gives the same bytes whatever absent and zero look like inside', () => {
    const odd = new Float64Array(new BigUint64Array([0x7ff8000000000123n, 0x8000000000000000n]).buffer);
    expect(tableToArrow(table({ a: { kind: 'number', values: odd } }, 2))).toEqual(
      tableToArrow(table({ a: numberColumn([null, 0]) }, 2)),
    );
  });

  test('is read from bytes that lie anywhere, and from part of a text column', () => {
    const whole = textColumn(['甲', '乙', '丙']);
    const part: Column = { kind: 'text', bytes: whole.bytes, offsets: whole.offsets.subarray(1) };
    const bytes = tableToArrow(table({ a: part }, 2));
    const moved = new Uint8Array(bytes.length + 1);
    moved.set(bytes, 1);
    const column = arrowToTable(moved.subarray(1)).columns.get('a');
    expect(column?.kind === 'text' && [0, 1].map((row) => textAt(column, row))).toEqual(['乙', '丙']);
  });

  test('keeps labels that no row has', () => {
    const column: Column = { kind: 'category', codes: Int32Array.of(2, -1), labels: ['A', 'B', 'C'] };
    expect(arrowToTable(tableToArrow(table({ a: column }, 2))).columns.get('a')).toEqual(column);
  });
});

test('other tools find nulls where a value is absent', () => {
  const bytes = columnsToArrow([
    ['税收', numberColumn([null, 1.5])],
    ['园区', categoryColumn([null, '东'])],
    ['名称', textColumn(['', '甲'])],
    ['名次', { kind: 'integer', values: Int32Array.of(0, 1), absentBelow: 1 }],
  ]);
  expect(tableFromIPC(bytes).toArray()).toEqual([
    { 税收: null, 园区: null, 名称: null, 名次: null },
    { 税收: 1.5, 园区: '东', 名称: '甲', 名次: 1 },
  ]);
});

test('texts that a damaged file has outside of itself are refused', () => {
  const bytes = tableToArrow(table({ a: textColumn(['甲', '乙']) }, 2));
  const offsets = new Uint8Array(Int32Array.of(0, 3, 6).buffer);
  const at = Buffer.from(bytes).indexOf(offsets);
  bytes[at + 4] = 200;
  expect(() => arrowToTable(bytes)).toThrow('the offsets of a text column are not in order');
});

test('bytes that are no Arrow file are refused', () => {
  expect(() => arrowToTable(Uint8Array.from({ length: 64 }, (_, i) => i + 1))).toThrow(Error);
});
