import { describe, expect, test } from 'vitest';
import { oneIndicator, runOf } from '#test/kit/scheme-kit.ts';
import { explainRow } from './explain.ts';
import { renderExplanation } from './render.ts';

const scheme = {
  scheme: 'why',
  version: 1,
  title: { zh: '说明' },
  inputs: {
    tax: { zh: '税收', en: 'tax', unit: '万元' },
    land: { zh: '用地', en: 'land', unit: '亩' },
    energy: { zh: '能耗', en: 'energy', unit: '吨标准煤', optional: true },
    accident: { type: 'flag', optional: true },
    award: { type: 'flag', optional: true },
  },
  indicators: {
    tax_per_mu: {
      zh: '亩均税收',
      en: 'tax per mu',
      value: 'tax / land',
      unit: '万元/亩',
      weight: 60,
      score: { ratio: 20, cap: 1.5 },
    },
    tax_per_energy: {
      zh: '单位能耗税收',
      en: 'tax per coal',
      value: 'tax / energy',
      weight: 40,
      score: { ratio: 2 },
      missing: 'mean_score',
    },
  },
  adjustments: {
    bonus: {
      max: 5,
      rules: [
        { zh: '获奖', en: 'award', when: 'award', points: 4 },
        { zh: '纳税大户', en: 'large payer', when: 'tax >= 100', points: 3 },
      ],
    },
    penalty: { rules: [{ zh: '事故', en: 'accident', when: 'accident', points: 2 }] },
  },
  round: { score: 1 },
  classes: {
    quotas: { A: '34%', B: '66%' },
    rules: [{ zh: '一票否决', en: 'veto', when: 'accident', at_most: 'B' }],
  },
};
const rows = [
  { id: '甲', tax: 400, land: 10, energy: 200, accident: true, award: true },
  { id: '乙', tax: 100, land: 10, energy: 100, accident: false, award: false },
  { id: '丙', tax: 50, land: 10, energy: null, accident: false, award: false },
];
const lines = (row: number, lang: 'zh' | 'en' = 'zh') =>
  renderExplanation(explainRow(runOf(scheme, rows), row), lang);

test('every step from the figures to the class, in Chinese', () => {
  expect(lines(0)).toEqual([
    '综合得分 133.0000，B 类',
    '  +130.0000  指标得分：合计 130.0000',
    '    +90.0000  亩均税收：税收 400 万元、用地 10 亩，tax / land = 40 万元/亩；÷ 基准值 20，得 1.5（原为 2，封顶），权重 60，计 90.0000 分',
    '    +40.0000  单位能耗税收：税收 400 万元、能耗 200 吨标准煤，tax / energy = 2 万元/吨标准煤；÷ 基准值 2，得 1，权重 40，计 40.0000 分',
    '  +5.0000  加分 5 分',
    '    +4.0000  获奖 4 分',
    '    +3.0000  纳税大户 3 分',
    '    −2.0000  合计 7 分，以 5 分封顶',
    '  −2.0000  减分 2 分',
    '    −2.0000  事故 2 分',
    '分类：总排名第 1/3 位',
    '  名额：A 类至第 1 位、B 类至第 3 位；列 A 类',
    '  一票否决：最高 B 类，由 A 类调整为 B 类',
  ]);
});

test('and in English', () => {
  expect(lines(0, 'en').slice(0, 3)).toEqual([
    'score 133.0000, class B',
    '  +130.0000  indicators: sum 130.0000',
    '    +90.0000  tax per mu: tax 400 万元, land 10 亩; tax / land = 40 万元/亩; ÷ baseline 20, gives 1.5 (2 before the cap), weight 60, gives 90.0000 points',
  ]);
});

test('a value that is absent says what stood in for it', () => {
  expect(lines(2).some((line) => line.includes('无数据，按其余对象该项平均得分计，得 0.75'))).toBe(true);
});

describe('classes', () => {
  const why = (classes: Record<string, unknown>, row: number) =>
    explainRow(
      runOf(
        oneIndicator({ inputs: { x: {}, fresh: { type: 'flag' }, park: { type: 'category' } }, classes }),
        [4, 3, 2, 1].map((x, i) => ({ id: `E${i}`, x, fresh: i === 3, park: i % 2 === 0 ? '东' : '西' })),
        [],
        [{ id: 'E2', class: 'A', reason: '申诉成立' }],
      ),
      row,
    ).classSteps.map(({ zh }) => zh);

  test('pool, condition, exemption and manual change each say so', () => {
    const classes = {
      pool: 'park',
      quotas: { A: '50%', B: '50%' },
      exempt: [{ zh: '新办企业', when: 'fresh', class: 'T' }],
      conditions: { A: 'x > 3.5' },
    };
    expect(why(classes, 0)).toEqual([
      '总排名第 1/3 位，在“东”组 2 家中列第 1 位',
      '名额：A 类至第 1 位、B 类至第 2 位；列 A 类',
    ]);
    expect(why(classes, 1)).toEqual([
      '总排名第 2/3 位，在“西”组 1 家中列第 1 位',
      '名额：A 类至第 1 位、B 类至第 1 位；列 A 类',
      '未达到 A 类的条件（x > 3.5），降为 B 类',
    ]);
    expect(why(classes, 2).at(-1)).toBe('人工调档：由 B 类调整为 A 类，理由：申诉成立');
    expect(why(classes, 3)).toEqual(['不参加排名：新办企业，列 T 类']);
  });

  test('thresholds are named', () => {
    expect(why({ thresholds: { A: 3, B: 0 } }, 1)).toEqual([
      '总排名第 2/4 位',
      '分数线：A ≥ 3, B ≥ 0；列 A 类',
    ]);
  });
});
