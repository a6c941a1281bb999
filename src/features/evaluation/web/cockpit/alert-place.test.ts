import { expect, test } from 'vitest';
import type { Alert } from '#features/evaluation/contract/overview.ts';
import { placeOf } from './alert-place.ts';

const shown = {
  period_id: '2024',
  evaluation: {
    evaluation_id: 'e1',
    name: '2024年度',
    run_id: 'r1',
    published: true,
  },
} as unknown as Parameters<typeof placeOf>[1];
const alert = (kind: Alert['kind'], more: Partial<Alert> = {}): Alert => ({
  kind,
  count: 2,
  params: {},
  ids: [],
  ...more,
});

test('more of D in a park leads to those of D in that park, in the year and evaluation shown', () =>
  expect(placeOf(alert('park_more_d', { ids: ['p3'] }), shown)).toEqual({
    path: '/results',
    search: { period: '2024', evaluation: 'e1', class: 'D', park: 'p3' },
  }));

test('years in D lead to those who are and were in D', () =>
  expect(placeOf(alert('long_in_d'), shown).search).toMatchObject({ class: 'D', last_class: 'D' }));

test('appeals lead to those of their own evaluation, whichever is shown', () =>
  expect(placeOf(alert('appeals_waiting', { params: { evaluation_id: 'e2' } }), shown)).toEqual({
    path: '/appeals',
    search: { period: '2024', evaluation: 'e2' },
  }));

test('before any evaluation the year is enough', () =>
  expect(placeOf(alert('office_late'), { period_id: '2025', evaluation: null })).toEqual({
    path: '/collection',
    search: { period: '2025' },
  }));
