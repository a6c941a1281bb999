import { expect, test } from 'vitest';
import { nextOf } from './use-tour.ts';

test('the tour shows the whole, each park, and the whole again', () => {
  expect([undefined, 0, 1, 2].map((now) => nextOf(now, 3))).toEqual([0, 1, 2, undefined]);
  expect(nextOf(undefined, 0)).toBeUndefined();
});
