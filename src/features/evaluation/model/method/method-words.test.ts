import { describe, expect, test } from 'vitest';
import { SHIPPED, shippedPlan } from '#test/golden/schemes.ts';
import { planOf } from '#test/kit/scheme-kit.ts';
import { type MethodWords, methodWords } from './method-words.ts';

const zh = (name: string): MethodWords => methodWords(shippedPlan(name), 'zh');
const en = (name: string): MethodWords => methodWords(shippedPlan(name), 'en');

describe('every shipped scheme', () => {
  const textOf = ({ lead, points, adjustments, classes, outright }: MethodWords): string =>
    [lead, ...points, ...adjustments, ...classes, ...outright].join('\n');

  test.each(SHIPPED)('%s is told without names of the scheme and without holes', (name) => {
    const plan = shippedPlan(name);
    for (const lang of ['zh', 'en'] as const) {
      const words = methodWords(plan, lang);
      expect(words.points.length).toBe(plan.indicators.length);
      expect(textOf(words)).not.toMatch(/[a-z]_[a-z]|NaN|—|undefined|Infinity|∞|\bif\(/);
    }
    expect(textOf(methodWords(plan, 'en'))).not.toMatch(/[，。；（）、：]/);
  });
});

describe('points', () => {
  test('for a fixed figure, in proportion and beyond it', () => {
    expect(zh('huangyan-2021-above-scale').points[0]).toBe(
      '亩均税收 = 税收实际贡献 ÷ 用地面积，权重 30 分；达到 26.01 万元/亩 得 30 分，不足的按比例计分，超过的继续按比例加分。',
    );
    expect(en('huangyan-2021-above-scale').points[5]).toBe(
      'R&D share of revenue = R&D expenditure ÷ revenue, weight 10 points; 3.05% earns 10 points, less in proportion below, more beyond it in proportion.',
    );
  });

  test('against the mean of this year up to a cap, and without a figure', () =>
    expect(zh('shandong-2019').points[2]).toBe(
      '单位污染物排放销售收入 = 销售收入 ÷ 主要污染物排放量，权重 10 分；达到参评企业的总体平均值（合计相除）得 10 分，不足的按比例计分，超过的继续加分，最高 15 分；没有数据的按其余各家该项的平均得分计。',
    ));

  test('against a multiple of last year’s mean of the own county', () =>
    expect(zh('huaian-2024').points[0]).toContain(
      '达到上年度同一县区参评企业的总体平均值（合计相除）的 2 倍得 45 分',
    ));

  test('between the lowest and the highest; where less is better the highest earns least', () => {
    expect(zh('jingde-2022').points[0]).toContain('参评企业的最低值得 6 分，参评企业的最高值得 30 分');
    expect(zh('park-assessment-manufacturing').points[5]).toContain(
      '参评园区的最高值得 6 分，参评园区的最低值得 10 分',
    );
  });

  test('by steps', () =>
    expect(zh('innovative-sme-2022').points[3]).toContain(
      '不高于 55% 得 10 分，不高于 75% 得 5 分，其余得 0 分',
    ));

  test('the less the better, and minus three without a figure', () =>
    expect(en('merit-rule-early').points[1]).toMatch(
      /the lower the better: the mean .* without a figure: -3 points/,
    ));

  test('are shares of a full score where the total is no sum', () =>
    expect(zh('undp-hdi-2022')).toMatchObject({
      lead: '评价 4 项指标，总分是各项得分的加权几何平均（短板难以由长板弥补），保留 3 位小数。',
      points: expect.arrayContaining(['健康；20 年得 0%，85 年得 100%，中间按比例计分。']) as unknown,
    }));

  test('of groups add up to what the groups are worth', () =>
    expect(zh('park-assessment-services').lead).toBe(
      '评价 13 项指标（对外开放 30 分、科技创新 20 分、绿色发展 5 分、统筹协调 10 分、发展质量 35 分），总分是各项得分之和，保留 2 位小数。',
    ));
});

describe('classes', () => {
  test('by shares, with their names, and how equal totals are ordered', () =>
    expect(zh('changle-2023').classes).toEqual([
      '按总分从高到低排名，前 20% 为 A 类（优先发展类），其后 55% 为 B 类（支持发展类），其后 20% 为 C 类（提升发展类），最后 5% 为 D 类（限制发展类）。',
      '总分相同的，依次比较税收（高者在前）、销售收入（高者在前）。',
    ]));

  test('within the own county and size', () =>
    expect(zh('huaian-2024').classes[0]).toBe('县区、规模类别相同的企业在一起排名。'));

  test('by limits, and what a class needs besides', () =>
    expect(en('innovative-sme-2022').classes).toEqual([
      'By the total: from 60 class A (qualifies), below 60 class B (does not qualify).',
      'Class A also needs: innovation at least 20 and growth at least 15 and specialisation at least 15; otherwise class B.',
    ]));
});

describe('what settles a class outright', () => {
  test('who is not ranked, who cannot rise, what a veto is, and that nothing leads to D', () => {
    const { outright } = zh('changle-2023');
    expect(outright).toContain('公共服务类只采数不评价：不参加排名，列 T 类（暂不评价）。');
    expect(outright).toContain('一票否决，不得列入A、B类：无论得分多高，最高列 C 类。');
    expect(outright.find((line) => line.startsWith('一票否决是指'))).toContain(
      '发生安全生产事故，或发生重大环境责任事故',
    );
    expect(outright.at(-1)).toBe('没有不看得分、直接列为 D 类的情形。');
  });

  test('takes a place of another class where the scheme says so', () =>
    expect(zh('jining-hitech-2023').outright[0]).toBe(
      '暂不评价：不参加排名，列 T 类（暂不评价），占用 B 类名额。',
    ));

  const strict = planOf({
    scheme: 'strict',
    version: 1,
    title: { zh: '从严' },
    subject: 'enterprise',
    inputs: {
      tax: { zh: '税收', en: 'Tax', unit: '万元' },
      land: { zh: '用地面积', en: 'Land', unit: '亩', min: 0, exclusive: true },
      accident: { zh: '发生事故', en: 'Accident', type: 'flag', optional: true },
    },
    indicators: {
      tax_per_mu: {
        zh: '亩均税收',
        en: 'Tax per mu',
        value: 'tax / land',
        unit: '万元/亩',
        weight: 100,
        score: { ratio: 30, cap: 1, floor: 0 },
      },
    },
    classes: {
      quotas: { A: '20%', B: '50%', C: '20%', D: '10%' },
      rules: [
        { when: 'accident', set: 'D' },
        { when: 'tax_per_mu < 1', at_most: 'D' },
      ],
    },
  });

  test('a rule without words of its own is told by its condition, and D outright is called so', () => {
    expect(methodWords(strict, 'zh')).toMatchObject({
      points: [
        '亩均税收 = 税收 ÷ 用地面积，权重 100 分；达到 30 万元/亩 得满分，不足的按比例计分，超过的不再加分。',
      ],
      outright: ['发生事故：不看得分，直接列 D 类。', '亩均税收低于 1 万元/亩：不看得分，直接列 D 类。'],
    });
    expect(methodWords(strict, 'en').outright[1]).toBe(
      'Tax per mu below 1 × 10k CNY/mu: class D outright, whatever the score.',
    );
  });
});
