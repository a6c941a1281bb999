import { describe, expect, test } from 'vitest';
import { changesOf } from './changes.ts';

describe('what changed', () => {
  test('is told field by field, the version left out', () => {
    const before = { code: 'A', area: 1, owner: null, version: 1 };
    expect(changesOf(before, { code: 'A', area: 2, owner: 'x', version: 2 })).toEqual({
      area: { from: 1, to: 2 },
      owner: { from: null, to: 'x' },
    });
    expect(changesOf(before, { ...before, version: 2 })).toEqual({});
  });

  test('tells a long value by its beginning', () => {
    const { shape } = changesOf(
      { shape: null },
      { shape: Array.from({ length: 5000 }, () => [116.5, 35.4]) },
    );
    expect(String(shape?.to).length).toBeLessThan(600);
  });
});
