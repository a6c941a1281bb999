import fc from 'fast-check';
import { expect, test } from 'vitest';
import { categoryColumn, type Column, numberColumn, type Table, textColumn } from './column.ts';
import { hashTable } from './hash.ts';

const table = (columns: Record<string, Column>, rows = 3): Table => ({
  rows,
  columns: new Map(Object.entries(columns)),
});
const numbers = numberColumn([1, null, 0]);

test('neither the order of columns nor that of labels matters', () => {
  const parks = categoryColumn(['东', '西', '东']);
  const turned: Column = {
    kind: 'category',
    codes: Int32Array.of(1, 0, 1),
    labels: ['西', '东', '从未用到'],
  };
  expect(hashTable(table({ a: numbers, park: parks }))).toBe(hashTable(table({ park: turned, a: numbers })));
});

test('any other change is another table', () => {
  const base = hashTable(table({ a: numbers }));
  expect(hashTable(table({ a: numberColumn([1, 0, 0]) }))).not.toBe(base);
  expect(hashTable(table({ b: numbers }))).not.toBe(base);
  expect(hashTable(table({ a: textColumn(['1', '', '0']) }))).not.toBe(base);
  expect(hashTable(table({ a: textColumn(['ab', 'c', '']) }))).not.toBe(
    hashTable(table({ a: textColumn(['a', 'bc', '']) })),
  );
});

test('absent has one form and zero no sign', () => {
  const odd = new Float64Array(
    new BigUint64Array([0x3ff0000000000000n, 0x7ff8000000000123n, 0x8000000000000000n]).buffer,
  );
  expect(hashTable(table({ a: { kind: 'number', values: odd } }))).toBe(hashTable(table({ a: numbers })));
});

test('changing one cell always changes the hash', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 50 }),
      fc.nat(),
      (list, pick) => {
        const changed = [...list];
        const at = pick % list.length;
        changed[at] = (list[at] as number) === 7 ? 8 : 7;
        const hash = (values: number[]) => hashTable(table({ a: numberColumn(values) }, values.length));
        expect(hash(changed)).not.toBe(hash(list));
      },
    ),
  );
});
