import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellNumber } from './cell-number.ts';

const read = (text: string): number => cellNumber(Buffer.from(`${text}9x`, 'latin1'), text.length);

test('the number nearest to its digits, as JavaScript reads them', () => {
  const digits = fc.stringMatching(/^-?\d{1,18}(\.\d{1,18})?(E[+-]?\d{1,2})?$/);
  fc.assert(
    fc.property(fc.oneof(digits, fc.double({ noNaN: true, noDefaultInfinity: true }).map(String)), (text) => {
      expect(read(text)).toBe(Number(text) + 0);
    }),
    { numRuns: 1000 },
  );
});

test.each(['', '-', '.', '1.2.3', '1,5', '0x10', 'Infinity', 'NaN', '1e999', '--1', '1 2'])(
  '“%s” is none',
  (text) => {
    expect(read(text)).toBeNaN();
  },
);
