import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceText, labelsOf } from './diff-words.ts';
import { diffLines, shortened } from './line-diff.ts';
import { schemeDifferences } from './scheme-diff.ts';

const before = {
  scheme: 's',
  version: 1,
  indicators: {
    tax_per_mu: {
      zh: '亩均税收',
      en: 'Tax per mu',
      value: 'tax / land',
      weight: 30,
      score: { ratio: 24, cap: 1.2 },
    },
    rd: { zh: '研发投入', value: 'rd / revenue', weight: 70, score: 'minmax', missing: 'zero' },
  },
  classes: {
    quotas: { A: '20%', B: '80%' },
    rules: [
      { when: 'accident', at_most: 'C' },
      { when: 'refused', set: 'D' },
    ],
  },
};

function sentences(after: unknown): string[] {
  const label = labelsOf(after, before);
  return schemeDifferences(before, after).map((difference) => differenceText(difference, label)[0]);
}

describe('versions in sentences', () => {
  test('numbers', () => {
    const after = structuredClone(before);
    after.indicators.tax_per_mu.weight = 35;
    after.indicators.tax_per_mu.score.cap = 1.5;
    after.classes.quotas.A = '25%';
    expect(sentences(after)).toEqual([
      '亩均税收 权重 30 → 35',
      '亩均税收 上限 1.2 → 1.5',
      '分类 比例 A 类 20% → 25%',
    ]);
  });

  test('another way of scoring is one sentence', () => {
    const after = {
      ...before,
      indicators: { ...before.indicators, rd: { ...before.indicators.rd, score: { ratio: 3 } } },
    };
    expect(sentences(after)).toEqual(['研发投入 计分 minmax → ratio: 3']);
  });

  test('rules that came, went or changed places', () => {
    const [first, second] = before.classes.rules;
    const withRules = (rules: unknown[]): unknown => ({ ...before, classes: { ...before.classes, rules } });
    expect(sentences(withRules([second]))).toEqual(['删去 分类 规则 第 1 条：when: accident, at_most: C']);
    expect(sentences(withRules([second, first]))).toEqual(['分类 规则 次序改变']);
    expect(sentences(withRules([{ when: 'accident', at_most: 'D' }, second]))).toEqual([
      '分类 规则 第 1 条 最高 C → D',
    ]);
  });

  test('an indicator that came', () => {
    const after = { ...before, indicators: { ...before.indicators, x: { zh: '新指标', weight: 1 } } };
    expect(sentences(after)).toEqual(['增加 指标 新指标：zh: 新指标, weight: 1']);
  });

  test('the same scheme differs in nothing, a different one in something', () => {
    const leaf = fc.oneof(fc.integer(), fc.string({ maxLength: 3 }));
    const data = fc.dictionary(
      fc.constantFrom('a', 'b', 'score'),
      fc.oneof(leaf, fc.array(leaf, { maxLength: 3 }), fc.dictionary(fc.constantFrom('c', 'd'), leaf)),
    );
    fc.assert(
      fc.property(data, data, (a, b) => {
        expect(schemeDifferences(a, structuredClone(a))).toEqual([]);
        expect(schemeDifferences(a, b).length > 0).toBe(JSON.stringify(a) !== JSON.stringify(b));
      }),
    );
  });
});

describe('versions line by line', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 })
    .map((lines) => lines.join('\n'));

  test('what stayed and went is the first text, what stayed and came the second', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const lines = diffLines(a, b);
        const side = (other: string): string =>
          lines
            .filter(({ kind }) => kind !== other)
            .map((line) => line.text)
            .join('\n');
        expect(side('new')).toBe(a);
        expect(side('gone')).toBe(b);
      }),
    );
  });

  test('one line changed is one line', () => {
    expect(diffLines('a\nb\nc', 'a\nx\nc').filter(({ kind }) => kind !== 'same')).toHaveLength(2);
  });

  test('far from a change nothing is shown', () => {
    const long = Array.from({ length: 20 }, (_, i) => String(i));
    const parts = shortened(diffLines(long.join('\n'), long.with(10, 'x').join('\n')));
    expect(parts.map(({ skipped, lines }) => [skipped, lines.length])).toEqual([
      [8, 6],
      [7, 0],
    ]);
    expect(shortened(diffLines('a', 'a'))).toEqual([]);
  });
});
