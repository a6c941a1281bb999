import { describe, expect, test } from 'vitest';
import { mean, standardDeviation } from '../score/statistics.ts';
import {
  fillNormal,
  fillUniform,
  forkRandom,
  multiplyByPicks,
  nextUint32,
  normal,
  uniform,
} from './random.ts';

function drawn(
  fill: (random: ReturnType<typeof forkRandom>, out: Float64Array) => void,
  count: number,
): Float64Array {
  const out = new Float64Array(count);
  fill(forkRandom(7, 3), out);
  return out;
}

describe('a seed', () => {
  // Computed once outside this project with unlimited integers; another machine must find the same.
  test('gives the same numbers everywhere', () => {
    const random = forkRandom(2022, 1);
    expect([nextUint32(random), nextUint32(random)]).toEqual([3742971685, 205057004]);
    const other = forkRandom(2022, 0);
    expect([uniform(other), uniform(other), uniform(other)]).toEqual([
      0.33297101128610007, 0.3772807076323731, 0.7981650704222423,
    ]);
  });

  test('gives every stream numbers of its own', () => {
    const firsts = Array.from({ length: 1000 }, (_, stream) => nextUint32(forkRandom(1, stream)));
    const seeds = Array.from({ length: 1000 }, (_, seed) => nextUint32(forkRandom(seed, 1)));
    expect(new Set([...firsts, ...seeds]).size).toBeGreaterThan(1990);
  });

  test('fills an array with the numbers single draws would give', () => {
    const one = forkRandom(7, 3);
    expect([...drawn(fillUniform, 5)]).toEqual(Array.from({ length: 5 }, () => uniform(one)));
    const two = forkRandom(7, 3);
    expect([...drawn(fillNormal, 5)]).toEqual(Array.from({ length: 5 }, () => normal(two)));
  });
});

// Limits are five standard errors: with the seed fixed a draw never fails by chance, and a wrong table does.
describe('uniform numbers', () => {
  const x = drawn(fillUniform, 200_000);

  test('fill [0, 1) evenly', () => {
    expect(x.every((v) => v >= 0 && v < 1)).toBe(true);
    const tenths = new Float64Array(10);
    for (const v of x) tenths[Math.floor(v * 10)] = (tenths[Math.floor(v * 10)] ?? 0) + 1;
    for (const count of tenths) expect(Math.abs(count - 20_000)).toBeLessThan(5 * Math.sqrt(18_000));
  });
});

describe('normal numbers', () => {
  const count = 400_000;
  const x = drawn(fillNormal, count);

  test('have mean 0 and standard deviation 1', () => {
    expect(Math.abs(mean(x))).toBeLessThan(5 / Math.sqrt(count));
    expect(Math.abs(standardDeviation(x) - 1)).toBeLessThan(5 / Math.sqrt(2 * count));
  });

  test.each([
    [-3, 0.0013498980316301],
    [-1, 0.158655253931457],
    [-0.25, 0.401293674317076],
    [0, 0.5],
    [0.5, 0.691462461274013],
    [2, 0.977249868051821],
    [3.7, 0.999892200266523],
  ])('fall below %d as often as they should', (bound, share) => {
    const below = x.filter((v) => v < bound).length / count;
    expect(Math.abs(below - share)).toBeLessThan(5 * Math.sqrt((share * (1 - share)) / count));
  });
});

describe('picks from a table', () => {
  test('take two entries from each integer, and leave the generator behind the last one', () => {
    const table = Float64Array.from({ length: 4096 }, (_, i) => i);
    const [column, out] = [Float64Array.of(1, 10, 1, 10, 1), new Float64Array(5)];
    const [random, same] = [forkRandom(5, 2), forkRandom(5, 2)];
    multiplyByPicks(random, table, column, out);
    const picks = [nextUint32(same), nextUint32(same), nextUint32(same)].flatMap((bits) => [
      bits >>> 20,
      (bits >>> 4) & 4095,
    ]);
    expect(Array.from(out)).toEqual([0, 1, 2, 3, 4].map((i) => (picks[i] as number) * (column[i] as number)));
    expect(nextUint32(random)).toBe(nextUint32(same));
  });

  test('are even over the whole table', () => {
    const table = Float64Array.from({ length: 4096 }, (_, i) => (i + 0.5) / 4096);
    const out = new Float64Array(200_000);
    multiplyByPicks(forkRandom(1, 1), table, new Float64Array(200_000).fill(1), out);
    const counts = new Float64Array(16);
    for (const value of out) counts[Math.floor(value * 16)] = (counts[Math.floor(value * 16)] as number) + 1;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 12_500) ** 2 / 12_500, 0);
    // 15 degrees of freedom: beyond 37.7 once in a thousand seeds.
    expect(chiSquare).toBeLessThan(37.7);
  });
});
