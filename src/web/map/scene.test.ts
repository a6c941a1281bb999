import { describe, expect, test } from 'vitest';
import { boxAround, middleOf, quintiles, type Shape, stepOf } from './scene.ts';

const square: Shape = {
  type: 'Polygon',
  coordinates: [
    [
      [1, 1],
      [3, 1],
      [3, 5],
      [1, 5],
      [1, 1],
    ],
  ],
};

describe('where things lie', () => {
  test('a box around several', () => {
    const far: Shape = {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [9, 0],
            [10, 0],
            [10, 1],
            [9, 0],
          ],
        ],
      ],
    };
    expect(boxAround([square, far])).toEqual([1, 0, 10, 5]);
  });
  test('around nothing there is none', () => expect(boxAround([])).toBeUndefined());
  test('names stand in the middle', () => expect(middleOf(square)).toEqual([2, 3]));
});

describe('five steps of a colour', () => {
  const borders = quintiles([5, 1, 4, 2, 3, 6, 7, 8, 9, 10]);
  test('the smallest is in the first, the largest in the last', () => {
    expect(stepOf(1, borders)).toBe(0);
    expect(stepOf(10, borders)).toBe(4);
  });
  test('each holds about as many', () => {
    const steps = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((value) => stepOf(value, borders));
    for (let step = 0; step < 5; step++) expect(steps.filter((one) => one === step).length).toBe(2);
  });
  test('of nothing there are none', () => expect(quintiles([])).toEqual([]));
});
