import { expect, test } from 'vitest';
import { noticeDays } from './notice-days.ts';

const notice = { kind: 'notice', notice_until: '2026-12-02' };
/** In Beijing. */
const at = (time: string): Date => new Date(`${time}+08:00`);

test('today counts, the last day until midnight in Beijing', () => {
  expect(noticeDays(notice, at('2026-11-27T09:00:00'))).toBe(6);
  expect(noticeDays(notice, at('2026-12-02T23:59:59'))).toBe(1);
  expect(noticeDays(notice, at('2026-12-03T00:00:00'))).toBe(0);
  expect(noticeDays(notice, at('2027-01-01T00:00:00'))).toBe(0);
});

test('a final list has no days left to count', () =>
  expect(noticeDays({ kind: 'final', notice_until: null }, at('2026-12-01T09:00:00'))).toBeUndefined());
