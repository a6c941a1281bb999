import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textColumn } from '../table/column.ts';
import { classAtRank } from './quotas.ts';
import { rankRows, type RankTask } from './rank.ts';
import { placeBySelection, selectScratch } from './select.ts';
import { sortScratch } from './sort.ts';

const score = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0, -0, 1, 50, 50.5, 100) },
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 1500 }).map((n) => n / 10) },
  { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }) },
  { weight: 1, arbitrary: fc.constantFrom(1.7e308, -1.7e308, 1e300, 5e-324) },
);
const subject = fc.record({ score, key: fc.oneof(fc.constant(Number.NaN), fc.nat(2)) });

/** Last ranks as quotas give them, and such as fall back because places were taken before. */
const lastRanks = fc.array(fc.nat(200), { minLength: 1, maxLength: 6 });

function taskOf(
  subjects: readonly { score: number; key: number }[],
  tied: 'split' | 'share',
  reversed: boolean,
) {
  const rows = subjects.map((_, row) => row);
  return {
    order: Uint32Array.from(reversed ? rows.toReversed() : rows),
    scores: Float64Array.from(subjects, (s) => s.score),
    pools: new Int32Array(subjects.length),
    poolCount: 1,
    ties: [{ values: Float64Array.from(subjects, (s) => s.key), descending: true }],
    tied,
    ids: textColumn(rows.map((row) => `E${String((row * 7919) % 100_003).padStart(6, '0')}`)),
    scratch: sortScratch(subjects.length),
  } satisfies RankTask;
}

test('classes by selection are those of the ranks', () => {
  fc.assert(
    fc.property(
      fc.array(subject, { minLength: 1, maxLength: 200, size: 'max' }),
      lastRanks,
      fc.constantFrom('split', 'share'),
      fc.boolean(),
      (subjects, last, tied, reversed) => {
        const task = taskOf(subjects, tied, reversed);
        const classes = new Uint8Array(subjects.length).fill(99);
        const scratch = selectScratch(subjects.length);
        scratch.rows.set(task.order);
        placeBySelection({ ...task, classes, scratch }, last, 0, subjects.length);
        const { poolRank } = rankRows(task, {
          rank: new Int32Array(subjects.length),
          poolRank: new Int32Array(subjects.length),
          percentRank: new Float64Array(subjects.length),
        });
        expect(Array.from(classes)).toEqual(Array.from(poolRank, (rank) => classAtRank(last, rank)));
      },
    ),
    { numRuns: 500 },
  );
});

test('only the given stretch of rows is placed', () => {
  const subjects = [3, 9, 5, 7].map((value) => ({ score: value, key: 0 }));
  const task = taskOf(subjects, 'split', false);
  const classes = new Uint8Array(4).fill(99);
  const scratch = selectScratch(4);
  scratch.rows.set(task.order);
  placeBySelection({ ...task, classes, scratch }, [1, 2], 2, 4);
  expect(Array.from(classes)).toEqual([99, 99, 1, 0]);
});
