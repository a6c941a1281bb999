import { expect, test } from 'vitest';
import { columnsOf, divide, keepShares, keptShares, USUAL_SHARES } from './area-shares.ts';

test('two neighbours share what they have, and neither vanishes', () => {
  const shares = { form: 10, text: 10, effect: 12 };
  expect(divide(shares, 'form', 'text', 0.75)).toEqual({ form: 15, text: 5, effect: 12 });
  expect(divide(shares, 'form', 'effect', 0.01)).toEqual({ form: 5.5, text: 10, effect: 16.5 });
  expect(columnsOf(['form', 'effect'], shares)).toBe('minmax(0, 10fr) 9px minmax(0, 12fr)');
});

test('remembered; what cannot be read is as usual', () => {
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as Storage;
  expect(keptShares(store)).toEqual(USUAL_SHARES);
  const shares = divide(USUAL_SHARES, 'form', 'text', 0.6);
  keepShares(store, shares);
  expect(keptShares(store)).toEqual(shares);
  kept.set([...kept.keys()][0] ?? '', '{"form":-1}');
  expect(keptShares(store)).toEqual(USUAL_SHARES);
});
