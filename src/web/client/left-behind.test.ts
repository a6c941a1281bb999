import { expect, test } from 'vitest';
import { forgetPages, forgetTyped, reloadKeptPages } from './left-behind.ts';

function storeOf(entries: Readonly<Record<string, string>>) {
  const kept = new Map(Object.entries(entries));
  return {
    kept,
    get length() {
      return kept.size;
    },
    key: (i: number) => [...kept.keys()][i] ?? null,
    removeItem: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

test('who signs out leaves no pages and no figures, but how pages look', () => {
  const session = storeOf({ 'mujun.tabs': '[]' });
  const local = storeOf({ 'mujun.appeal.e.1': '{}', 'mujun.preferences': '{}', 'mujun.appeal.e.2': '{}' });
  forgetPages(session);
  forgetTyped(local);
  expect(session.length).toBe(0);
  expect([...local.kept.keys()]).toEqual(['mujun.preferences']);
});

test('a store that refuses is no reason to stay signed in', () => {
  const refusing = {
    ...storeOf({}),
    clear: () => {
      throw new Error('forbidden');
    },
  };
  expect(() => forgetPages(refusing)).not.toThrow();
});

test('a page the browser kept whole is loaded anew, one it just loaded is not', () => {
  let shown: (event: { persisted: boolean }) => void = () => {};
  const page = { addEventListener: (_: string, listen: unknown) => (shown = listen as typeof shown) };
  let reloads = 0;
  reloadKeptPages(page, () => (reloads += 1));
  shown({ persisted: false });
  expect(reloads).toBe(0);
  shown({ persisted: true });
  expect(reloads).toBe(1);
});
