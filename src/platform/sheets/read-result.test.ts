import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowNumbers } from './read-result.ts';

test('rows of the table and rows of the file, whichever rows are blank', () => {
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { maxLength: 60 }),
      fc.integer({ min: 1, max: 20 }),
      (isBlank, first) => {
        const blanks = isBlank.flatMap((blank, record) => (blank ? [record] : []));
        const kept = isBlank.flatMap((blank, record) => (blank ? [] : [first + record]));
        const rowNumber = rowNumbers(first, blanks);
        expect(kept.map((_, row) => rowNumber(row))).toEqual(kept);
      },
    ),
  );
});
