// Schemes that between them use most of the scheme language, and random firms to try them on.
import fc from 'fast-check';
import type { Row } from './scheme-kit.ts';

const inputs = {
  tax: { unit: '万元' },
  revenue: { unit: '万元' },
  land: { unit: '亩', min: 0, exclusive: true },
  energy: { unit: '吨标准煤', optional: true },
  years: {},
  park: { type: 'category' },
  accident: { type: 'flag' },
};

const quotas = { A: '20%', B: '40%', C: '35%', D: '5%' };

const zoo = (name: string, parts: Record<string, unknown>): Record<string, unknown> => ({
  scheme: name,
  version: 1,
  title: { zh: name },
  inputs,
  ...parts,
});

/** By name, so that a failing one is found. */
export const SCHEMES: Readonly<Record<string, Record<string, unknown>>> = {
  'fixed baselines, pools, exemption, rules on figures, ties': zoo('fixed', {
    indicators: {
      tax_per_mu: { value: 'tax / land', weight: 60, score: { ratio: 8, cap: 1.5 } },
      tax_per_energy: {
        value: 'tax / energy',
        weight: 40,
        score: { ratio: 5, cap: 1.2 },
        missing: 'mean_score',
        zero: 'zero',
      },
    },
    round: { score: 1 },
    classes: {
      pool: 'park',
      exempt: [{ when: 'years < 2', class: 'T' }],
      ties: ['tax desc', 'revenue desc'],
      quotas,
      pool_quotas: [{ when: '东区', quotas: { A: '50%', B: '20%', C: '20%', D: '10%' } }],
      rules: [
        { when: 'accident', at_most: 'C' },
        { when: 'revenue > 400', at_least: 'B' },
      ],
    },
  }),
  'weighted means by park, shared ranks, places for exempt ones': zoo('weighted', {
    indicators: {
      tax_per_mu: {
        value: 'tax / land',
        weight: 50,
        score: { ratio: { of: 'weighted_mean', by: 'park' }, cap: 2 },
        zero: { points: -3 },
      },
      revenue_per_mu: {
        value: 'revenue / land',
        weight: 30,
        score: { ratio: { of: 'mean', where: 'not accident', times: 1.5 } },
      },
      energy_per_mu: {
        value: 'energy / land',
        weight: 20,
        better: 'lower',
        score: { reverse_ratio: 'median', floor: 0 },
        missing: { mean_by: 'park' },
      },
    },
    classes: {
      pool: 'park',
      exempt: [
        { when: 'years < 1', class: 'A', counts_as: 'A' },
        { when: 'years < 3', class: 'T' },
      ],
      tied: 'share',
      quotas,
    },
  }),
  'ranges, percentiles and thresholds': zoo('ranges', {
    indicators: {
      tax_per_mu: { value: 'tax / land', weight: 40, score: { minmax: [20, 100] } },
      revenue_per_mu: { value: 'revenue / land', weight: 30, score: { percentile_rank: true, out_of: 1 } },
      tax_share: {
        value: 'tax / revenue',
        weight: 30,
        score: { efficacy: { low: 'p10', high: 'p90' } },
        missing: 'leave_out',
      },
    },
    classes: { thresholds: { A: 70, B: 50, C: 30, D: 0 }, conditions: { A: 'tax > 20', B: 'not accident' } },
  }),
  'a tree of means, with weights from the figures': zoo('tree', {
    indicators: {
      tax_per_mu: { value: 'tax / land', score: { goalposts: [0, 40], to: [1, 100] } },
      revenue_per_mu: { value: 'revenue / land', score: { goalposts: [0, 200], to: [1, 100] } },
      tax_per_energy: {
        value: 'tax / energy',
        score: { goalposts: [0, 20], to: [1, 100] },
        missing: { value: 3 },
      },
    },
    weight_total: 1,
    tree: {
      aggregate: 'geometric',
      children: {
        land_use: {
          weight: 0.6,
          aggregate: 'arithmetic',
          weighting: 'standard_deviation',
          children: { tax_per_mu: 0.5, revenue_per_mu: 0.5 },
        },
        tax_per_energy: 0.4,
      },
    },
    classes: { quotas, ties: ['tax desc'] },
  }),
  'adjustments, steps and treatment': zoo('adjusted', {
    measures: { size: { value: 'tax + revenue / 10' } },
    indicators: {
      tax_per_mu: { value: 'tax / land', weight: 60, score: { ratio: 'max' }, treat: { winsorise: 3 } },
      sales: {
        value: 'revenue',
        weight: 40,
        score: { steps: [{ at_least: 300, points: 40 }, { at_least: 100, points: 20 }, { otherwise: 5 }] },
      },
    },
    adjustments: {
      coefficient: { by: 'park', values: { 东区: 1.1, 西区: 0.9 }, otherwise: 1 },
      bonus: {
        max: 6,
        rules: [
          { when: 'size > 50', points: 'size / 20', group: 'size' },
          { when: 'tax > 40', points: 4, group: 'size' },
          { when: 'revenue > mean(revenue)', points: 2 },
        ],
      },
      penalty: { rules: [{ when: 'accident', points: 2.5 }] },
    },
    round: { score: 1, rank_by: 'exact' },
    classes: { quotas, rounding: 'down' },
  }),
  'last year': zoo('history', {
    indicators: {
      tax_growth: { value: 'growth(tax)', weight: 50, score: { minmax: [0, 100] }, missing: 'mean' },
      tax_per_mu: {
        value: 'tax / land',
        weight: 50,
        score: { ratio: { of: 'weighted_mean', last_year: true, times: 2 } },
      },
    },
    classes: { pool: 'park', quotas },
  }),
};

const amount = fc.oneof(
  fc.integer({ min: 1, max: 5000 }).map((n) => n / 10),
  fc.constantFrom(0, 1, 10, 100),
);
const area = fc.integer({ min: 1, max: 400 }).map((n) => n / 10);

/** Firms with figures that often tie, are zero, or are absent where they may be. */
export const firms = fc
  .array(
    fc.record({
      tax: amount,
      revenue: amount,
      land: area,
      energy: fc.option(area, { nil: null, freq: 6 }),
      years: fc.integer({ min: 0, max: 12 }),
      park: fc.constantFrom('东区', '西区', '南区'),
      accident: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
    }),
    { minLength: 2, maxLength: 60, size: 'max' },
  )
  .map((rows) => rows.map((row, i): Row => ({ ...row, id: `E${String(i).padStart(3, '0')}` })));
