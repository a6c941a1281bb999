import { expect, test } from 'vitest';
import { confirmStage } from './confirm-stage.ts';

const above = { period_id: '2025', scope: 'above_scale' as const, state: 'confirming' as const };
const below = { period_id: '2025', scope: 'below_scale' as const, state: 'notice' as const };

test('an enterprise is asked while its own evaluation is confirming, not while another one is', () => {
  expect(confirmStage([below, above], '2025', 'above_scale')).toBe('asked');
  expect(confirmStage([below, above], '2025', 'below_scale')).toBe('over');
});

test('an evaluation of all asks everybody', () =>
  expect(confirmStage([{ ...above, scope: 'all' }], '2025', null)).toBe('asked'));

test('before it is early; another year, or none, asks for nothing', () => {
  expect(confirmStage([{ ...above, state: 'collecting' }], '2025', 'above_scale')).toBe('early');
  expect(confirmStage([above], '2024', 'above_scale')).toBe('none');
  expect(confirmStage([above], '2025', null)).toBe('none');
});
