import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dropDraft, keepDraft, keptDraft } from './kept-draft.ts';
import { makeRoom } from './make-room.ts';
import { findingsAt, readDraft } from './read-draft.ts';

const TEXT = `scheme: s
version: 1
title: { zh: 方案 }
inputs:
  tax: { zh: 税收, unit: 万元 }
  land: { zh: 用地, unit: 亩 }
indicators:
  a: { value: tax / land, unit: 万元/亩, weight: 60, score: { ratio: 3 } }
  b: { value: tax + land, weight: 40, score: { ratio: 3 } }
`;

describe('a draft', () => {
  test('has findings at their lines', () => {
    const { findings, plan } = readDraft(TEXT);
    expect(plan).toBeUndefined();
    expect(findings).toMatchObject([{ code: 'formula_units_differ', at: { line: 9 } }]);
    expect(findingsAt(findings, ['indicators', 'b', 'value'])).toHaveLength(1);
    expect(findingsAt(findings, ['indicators', 'a'])).toHaveLength(0);
  });

  test('a fault of syntax knows its line too, and leaves no data', () => {
    const { findings, data } = readDraft(TEXT.replace('  land:', '\tland:'));
    expect(data).toBeUndefined();
    expect(findings).toMatchObject([{ code: 'yaml_tab', at: { line: 6 } }]);
  });

  test('is kept until it is dropped or says what is saved', () => {
    const kept = new Map<string, string>();
    const store = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
    const place = { zone: 'z', scheme: 's', version: '1' };
    expect(keepDraft(store, place, 'new', new Date(0))).toBe(true);
    expect(keptDraft(store, place, 'old')).toEqual({ text: 'new', at: '1970-01-01T00:00:00.000Z' });
    expect(keptDraft(store, { ...place, version: '2' }, 'old')).toBeUndefined();
    expect(keptDraft(store, place, 'new')).toBeUndefined();
    dropDraft(store, place);
    expect(keptDraft(store, place, 'old')).toBeUndefined();
    const full = {
      ...store,
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(keepDraft(full, place, 'new', new Date(0))).toBe(false);
  });
});

describe('numbers that add up', () => {
  test('the others give in proportion', () => {
    expect(makeRoom([30, 20, 50], 0, 44, { step: 1 })).toEqual([44, 16, 40]);
    expect(makeRoom([0.2, 0.4, 0.35, 0.05], 0, 0.25, { step: 0.005 })).toEqual([0.25, 0.375, 0.33, 0.045]);
  });

  test('held ones stay, and nobody gets more than the others have', () => {
    expect(makeRoom([30, 20, 50], 0, 90, { step: 1, free: [true, true, false] })).toEqual([50, 0, 50]);
    expect(makeRoom([30, 20, 50], 0, 60, { step: 1, free: [true, false, false] })).toEqual([30, 20, 50]);
  });

  test('the sum never changes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 9 }),
        fc.nat(8),
        fc.nat(120),
        (values, at, value) => {
          const position = at % values.length;
          const moved = makeRoom(values, position, value, { step: 1 });
          const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
          expect(sum(moved)).toBe(sum(values));
          expect(Math.min(...moved)).toBeGreaterThanOrEqual(0);
          expect(moved[position]).toBe(Math.min(value, sum(values)));
        },
      ),
    );
  });
});
