import { describe, expect, test } from 'vitest';
import { datasetOf, oneIndicator, planOf } from '#test/kit/scheme-kit.ts';
import { checkUncertainty, drawVariation, type Uncertainty } from './uncertainty.ts';

const scheme = oneIndicator({
  inputs: { x: {}, y: {}, park: { type: 'category' }, fresh: { type: 'flag' } },
  indicators: {
    a: { value: 'x', weight: 60, score: { ratio: 10 } },
    b: { value: 'y', weight: 30, score: { ratio: 10 } },
    c: { value: 'x + y', weight: 10, score: { ratio: 10 } },
  },
});
const plan = planOf(scheme);
const rows = Array.from({ length: 40 }, (_, i) => ({
  x: i + 1,
  y: i % 5 === 0 ? null : 50 - i,
  park: '东区',
  fresh: false,
}));
const dataset = datasetOf(plan, rows);
const tenth = { shape: 'uniform', relative: 0.1 } as const;
const all: Uncertainty = { seed: 3, weights: tenth, baselines: tenth, data: tenth };
const draw = (options: Uncertainty, k: number) => structuredClone(drawVariation(plan, dataset, options, k));

describe('a draw', () => {
  test('depends on the seed and its number alone', () => {
    expect(draw(all, 7)).toEqual(draw(all, 7));
    expect(draw(all, 7)).not.toEqual(draw(all, 8));
    expect(draw(all, 7)).not.toEqual(draw({ ...all, seed: 4 }, 7));
  });

  test('of one source stays the same when others are added or left out', () => {
    expect(draw({ seed: 3, weights: tenth }, 7).weights).toEqual(draw(all, 7).weights);
    expect(draw({ seed: 3, baselines: tenth }, 7).baselines).toEqual(draw(all, 7).baselines);
    expect(draw({ seed: 3, data: { y: tenth } }, 7).inputs?.get('y')).toEqual(draw(all, 7).inputs?.get('y'));
  });

  test('varies number inputs, each row by itself, and leaves what is absent absent', () => {
    const { inputs } = draw(all, 1);
    expect([...(inputs?.keys() ?? [])]).toEqual(['x', 'y']);
    const factors = rows.map(({ x }, row) => (inputs?.get('x')?.[row] as number) / x);
    for (const factor of factors) expect(Math.abs(factor - 1)).toBeLessThanOrEqual(0.1);
    expect(new Set(factors).size).toBeGreaterThan(35);
    expect(inputs?.get('y')?.[5]).toBeNaN();
    expect(inputs?.get('y')?.[6]).not.toBeNaN();
  });

  test('varies only the inputs that are named, each by its own spread', () => {
    const { inputs } = draw({ seed: 1, data: { y: { shape: 'uniform', relative: 0 } } }, 1);
    expect([...(inputs?.keys() ?? [])]).toEqual(['y']);
    expect(inputs?.get('y')?.[1]).toBe(49);
  });

  test('keeps the sum of weights that are points', () => {
    const factors = draw(all, 2).weights as Float64Array;
    expect(
      60 * (factors[0] as number) + 30 * (factors[1] as number) + 10 * (factors[2] as number),
    ).toBeCloseTo(100, 10);
    expect(factors[0]).not.toBeCloseTo(1, 4);
  });

  test('keeps the sum of each sum of points in a tree, and lets weights in a mean go their way', () => {
    const indicators = Object.fromEntries(
      ['a', 'b', 'c'].map((name) => [name, { value: 'x', score: { ratio: 10 } }]),
    );
    const children = { points: { children: { a: 60, b: 40 } }, c: 100 };
    const tree = planOf({
      ...scheme,
      indicators,
      weight_total: 200,
      tree: { aggregate: 'arithmetic', children },
    });
    const factors = drawVariation(tree, datasetOf(tree, rows), all, 2).weights as Float64Array;
    expect(60 * (factors[0] as number) + 40 * (factors[1] as number)).toBeCloseTo(100, 10);
    expect(factors[2]).not.toBeCloseTo(1, 4);
  });
});

describe('an uncertainty is refused', () => {
  const codes = (options: Omit<Uncertainty, 'seed'>) =>
    checkUncertainty(plan, { seed: 1, ...options }).map(({ code, params }) => [code, params.name]);

  test('where a factor could reach zero', () => {
    expect(codes({ weights: { shape: 'uniform', relative: 1 } })).toEqual([
      ['spread_out_of_range', 'weights'],
    ]);
    expect(codes({ data: { shape: 'normal', relative: 0.34 } })).toEqual([['spread_out_of_range', 'data']]);
    expect(codes({ baselines: { shape: 'normal', relative: 0.33 } })).toEqual([]);
    expect(codes({ baselines: { shape: 'uniform', relative: Number.NaN } })).toEqual([
      ['spread_out_of_range', 'baselines'],
    ]);
    expect(codes({ weights: { shape: 'uniform', relative: -0.1 } })).toEqual([
      ['spread_out_of_range', 'weights'],
    ]);
  });

  test('where it names what is no number', () => {
    expect(codes({ data: { x: tenth, z: tenth, park: tenth } })).toEqual([
      ['spread_input_unknown', 'z'],
      ['spread_input_not_number', 'park'],
    ]);
  });
});
