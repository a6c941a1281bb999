import { describe, expect, test } from 'vitest';
import { hasSameFieldBefore } from './same-field.ts';

const one = (period_id: string, scope: 'all' | 'below_scale', state: 'final' | 'notice' = 'final') => ({
  period_id,
  scope,
  state,
  land_from_mu: null,
  land_below_mu: null,
});

describe('ranks of two years', () => {
  const now = one('2025', 'all', 'notice');
  test('compare where the same firms were evaluated the year before', () =>
    expect(hasSameFieldBefore(now, [now, one('2024', 'all')])).toBe(true));
  test('do not where others were, or nothing is final yet', () => {
    expect(hasSameFieldBefore(now, [now, one('2024', 'below_scale')])).toBe(false);
    expect(hasSameFieldBefore(now, [now, one('2024', 'all', 'notice')])).toBe(false);
    expect(hasSameFieldBefore(now, [{ ...one('2024', 'all'), land_from_mu: 3 }])).toBe(false);
  });
  test('look at the nearest year only, and at years alone', () => {
    expect(hasSameFieldBefore(now, [one('2024', 'below_scale'), one('2023', 'all')])).toBe(false);
    expect(hasSameFieldBefore(now, [one('2024', 'all'), one('2025-H1', 'below_scale')])).toBe(true);
  });
});
