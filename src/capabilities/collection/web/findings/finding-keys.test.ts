import { expect, test } from 'vitest';
import { keyOf } from './finding-keys.ts';

test('letters and arrows move, digits decide, x chooses, and nothing else does anything', () => {
  expect(['j', 'J', 'ArrowDown'].map(keyOf)).toEqual([{ step: 1 }, { step: 1 }, { step: 1 }]);
  expect(['k', 'ArrowUp'].map(keyOf)).toEqual([{ step: -1 }, { step: -1 }]);
  expect(['1', '2'].map(keyOf)).toEqual([{ decision: 0 }, { decision: 1 }]);
  expect(keyOf('x')).toEqual({ choose: true });
  expect(['0', '3', 'Enter', 'a', ' '].map(keyOf)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
