import { expect, test } from 'vitest';
import { progressOf } from './progress.ts';

test('what is handed in, late and complete', () =>
  expect(
    progressOf([
      { state: 'submitted', filled: 10, expected: 10 },
      { state: 'submitted_late', filled: 12, expected: 10 },
      { state: 'late', filled: 0, expected: 20 },
      { state: 'open', filled: 10, expected: 10 },
    ]),
  ).toEqual({ tasks: 4, submitted: 2, late: 1, complete: 0.6 }));

test('nothing expected is not complete and not incomplete', () => expect(progressOf([]).complete).toBeNull());
