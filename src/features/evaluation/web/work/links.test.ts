import { describe, expect, test } from 'vitest';
import type { WaitingWork } from '#features/evaluation/contract/waiting.ts';
import { byUrgency, targetOf } from './links.ts';

const work = (change: Partial<WaitingWork>): WaitingWork => ({
  kind: 'appeal_to_decide',
  count: 1,
  due_on: null,
  period_id: '2025',
  evaluation_id: null,
  params: {},
  ids: ['a'],
  ...change,
});

describe('waiting work', () => {
  test('one thing is opened itself, several as their list, with their year', () => {
    expect(targetOf(work({}))).toEqual({ path: '/appeals/a', search: { period: '2025' } });
    expect(targetOf(work({ ids: ['a', 'b'] })).path).toBe('/appeals');
    expect(targetOf(work({ kind: 'correction_to_sign' })).path).toBe('/corrections/a');
  });
  test('what is late comes first, what has no day last', () => {
    const list = [work({ due_on: null }), work({ due_on: '2026-12-01' }), work({ due_on: '2026-11-01' })];
    expect(list.sort(byUrgency).map(({ due_on }) => due_on)).toEqual(['2026-11-01', '2026-12-01', null]);
  });
});
