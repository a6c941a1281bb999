import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { latestWins } from './latest.ts';

/** Questions that are answered by hand, in the order they were asked. */
function byHand() {
  const asked: {
    readonly input: number;
    readonly answer: (output: string) => void;
    readonly refuse: () => void;
  }[] = [];
  const ask = latestWins(
    (input: number) =>
      new Promise<string>((answer, reject) => {
        asked.push({ input, answer, refuse: () => reject(new Error('broken')) });
      }),
  );
  return { ask, asked, settled: () => setTimeout(0) };
}

describe('the newest question wins', () => {
  test('of many asked at once the first and the last are computed, the others overtaken', async () => {
    const { ask, asked, settled } = byHand();
    const answers = [1, 2, 3, 4].map((input) => ask(input));
    expect(asked.map(({ input }) => input)).toEqual([1]);
    asked[0]?.answer('one');
    await settled();
    expect(asked.map(({ input }) => input)).toEqual([1, 4]);
    asked[1]?.answer('four');
    expect(await Promise.all(answers)).toEqual(['one', undefined, undefined, 'four']);
  });

  test('a failure is told to whoever asked, and the next is asked all the same', async () => {
    const { ask, asked, settled } = byHand();
    const [first, second] = [ask(1), ask(2)];
    asked[0]?.refuse();
    await expect(first).rejects.toThrow('broken');
    await settled();
    asked[1]?.answer('two');
    expect(await second).toBe('two');
  });
});
