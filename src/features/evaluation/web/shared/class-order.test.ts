import { describe, expect, test } from 'vitest';
import { categoryColumn, numberColumn } from '#engine/table/column.ts';
import {
  bordersOf,
  classOrder,
  distancesOf,
  isOnEdge,
  moveOf,
  movesOf,
  seesEverybody,
} from './class-order.ts';

const CLASSES = ['A', 'B', 'C', 'D', 'T'].map((name) => ({ class: name, ordered: name !== 'T' }));

/** Best first: the third is vetoed into C though its score is that of a B; the last is not evaluated. */
const table = {
  rows: 7,
  rank: numberColumn([1, 2, 3, 4, 5, 6, null]).values,
  score: numberColumn([90, 80, 75, 70, 60, 50, null]).values,
  pools: categoryColumn(['', '', '', '', '', '', ''].map(() => null)),
  computedClass: categoryColumn(['A', 'A', 'C', 'B', 'B', 'C', 'T']),
  finalClass: categoryColumn(['A', 'A', 'C', 'B', 'B', 'C', 'T']),
  lastClass: categoryColumn(['B', 'A', 'B', null, 'C', 'T', 'A']),
};
const order = classOrder(CLASSES);

describe('the order of classes', () => {
  test('is the scheme’s, without those that are neither better nor worse', () =>
    expect(order).toEqual(['A', 'B', 'C', 'D']));
});

describe('borders between classes', () => {
  const borders = bordersOf(table, order);
  test('lie between neighbours in the ranking, whoever a rule put elsewhere', () =>
    expect(borders.map(({ better, worse, score }) => [better, worse, score])).toEqual([
      ['A', 'B', 77.5],
      ['B', 'C', 55],
    ]));
  test('the distance is to the nearest one, negative below', () => {
    const distances = distancesOf(table, borders);
    expect([...distances]).toEqual([12.5, 2.5, -2.5, -7.5, 5, -5, Number.NaN]);
  });
  test('each pool has its own', () => {
    const pools = categoryColumn(['x', 'y', 'x', 'y', 'x', 'y', null]);
    const own = bordersOf({ ...table, pools }, ['A', 'B', 'C']);
    expect(own.map(({ pool }) => pool)).toEqual(['x', 'x', 'y', 'y'].slice(0, own.length));
    expect(own.find(({ pool, better }) => pool === 'y' && better === 'A')?.score).toBe(75);
  });
  test('who sees some of the rows only sees no border', () => {
    const some = { ...table, rank: numberColumn([1, 2, 9, 14, 15, 16, null]).values };
    expect([seesEverybody(table), seesEverybody(some)]).toEqual([true, false]);
    expect(bordersOf(some, order)).toEqual([]);
    expect(distancesOf(some, []).every(Number.isNaN)).toBe(true);
  });
  test('near is two per cent of the score at the border', () => {
    expect([isOnEdge(1.5, 79), isOnEdge(1.6, 79.1), isOnEdge(-1.5, 76), isOnEdge(Number.NaN, 70)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});

describe('moves since last year', () => {
  test('up is towards the better class', () =>
    expect([moveOf('B', 'A', order), moveOf('A', 'C', order), moveOf('C', 'C', order)]).toEqual([
      'up',
      'down',
      'same',
    ]));
  test('who was not there is new, who was or is outside the order did not move', () =>
    expect(movesOf(table, order)).toEqual(['up', 'same', 'down', 'new', 'up', 'same', 'same']));
});
