import { expect, test } from 'vitest';
import { speak } from '#web/words/words.ts';
import { COLLECTION } from './collection-words.ts';

test('who did it and when, and when alone where nobody may be named', () => {
  const [zh, en] = [speak(COLLECTION, 'zh'), speak(COLLECTION, 'en')];
  expect(zh.byAt('李敏', '2026-03-01 09:30')).toBe('李敏，2026-03-01 09:30');
  expect(en.byAt('Li Min', '2026-03-01 09:30')).toBe('Li Min, 2026-03-01 09:30');
  expect([zh, en].map((t) => t.byAt('', '2026-03-01 09:30'))).toEqual([
    '2026-03-01 09:30',
    '2026-03-01 09:30',
  ]);
});
