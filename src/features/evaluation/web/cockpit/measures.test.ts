import { expect, test } from 'vitest';
import type { Overview, Totals } from '#features/evaluation/contract/overview.ts';
import { measuresOf, shareIn, yearBefore } from './measures.ts';

const totals: Totals = {
  enterprises: 12,
  evaluated: 10,
  classes: [
    { class: 'A', count: 2 },
    { class: 'D', count: 1 },
  ],
  score_mean: 61.2,
  score_median: 60,
  inputs: {},
  indicators: { tax_per_mu: 21.5, rd_ratio: null },
};
const field = { formula: '', weight: 1, better: 'higher' as const, unit: '万元/亩' };
const overview = {
  totals,
  indicators: [
    { name: 'tax_per_mu', zh: '亩均税收', en: 'Tax per mu', ...field },
    { name: 'rd_ratio', zh: '研发占比', en: 'R&D ratio', ...field },
  ],
  trend: [{ period_id: '2024', run_id: '', totals }],
} as unknown as Overview;

test('shares are of those evaluated', () => {
  expect(shareIn(totals, 'A')).toBe(0.2);
  expect(shareIn({ ...totals, evaluated: 0 }, 'A')).toBeNull();
});
test('only indicators that the zone has as a whole can be compared', () => {
  const labels = { shareOfA: 'A', shareOfD: 'D', meanScore: 'M', points: 'p' };
  expect(measuresOf(overview, labels, 'en').map(({ id }) => id)).toEqual([
    'tax_per_mu',
    'share_a',
    'share_d',
    'score',
  ]);
});
test('the first year has none before it', () => expect(yearBefore(overview)).toBeUndefined());
