import { describe, expect, test } from 'vitest';
import { findingsOf, oneIndicator, planOf } from '#test/kit/scheme-kit.ts';
import { describeFinding } from '../messages.ts';

const said = (scheme: unknown, parameters = {}) =>
  findingsOf(scheme, parameters).map(
    (finding) => `${finding.path.join('.')}: ${describeFinding(finding, 'zh').message}`,
  );

const twoInputs = {
  inputs: { tax: { zh: '税收', unit: '万元' }, land: { zh: '用地', unit: '亩' }, park: { type: 'category' } },
};
const scheme = (indicator: Record<string, unknown>, over: Record<string, unknown> = {}) =>
  oneIndicator({
    ...twoInputs,
    indicators: { item: { value: 'tax / land', weight: 100, score: { ratio: 10 }, ...indicator } },
    ...over,
  });

describe('names and units', () => {
  test('an input must not take the name of a column of the result', () => {
    expect(said(oneIndicator({ inputs: { x: {}, id: { type: 'category' } } }))).toEqual([
      'inputs.id: 名称“id”已由系统使用',
    ]);
  });

  test('a name that every JavaScript object has is a name like any other', () => {
    const parameters = { constructor: { value: 2 } };
    const plan = planOf(scheme({ score: { ratio: 'constructor' } }, { parameters }));
    expect(plan.indicators[0]?.score.how).toMatchObject({ base: { value: 2 } });
    expect(findingsOf(scheme({}), { toString: 1 }).map(({ code }) => code)).toEqual(['parameter_unknown']);
  });

  test('an unknown name is reported with what was probably meant', () => {
    const [finding] = findingsOf(scheme({ value: 'tex / land' }));
    expect(finding?.code).toBe('unknown_name');
    expect(describeFinding(finding ?? { code: '', params: {} }, 'zh').message).toContain('tex');
    expect(JSON.stringify(finding?.params)).toContain('tax');
  });

  test('a unit that the formula does not have', () => {
    expect(said(scheme({ unit: '万元/人' }))).toEqual([
      'indicators.item.unit: 公式“tax / land”的单位是 万元/亩，与写明的 万元/人 不符',
    ]);
  });

  test('another scale of the same unit is converted', () => {
    const [value] = planOf(scheme({ unit: '元/平方米' })).values;
    expect(value?.expr).toMatchObject({ node: 'scale' });
  });

  test('an unknown unit', () => {
    expect(said(oneIndicator({ inputs: { x: { unit: '筐' } } }))).toEqual([
      'inputs.x.unit: 不认识的计量单位“筐”',
    ]);
  });

  test('a circle of formulas is told as a circle', () => {
    const measures = { a: { value: 'b + 1' }, b: { value: 'a * 2' } };
    expect(said(oneIndicator({ measures }))).toEqual(['measures.a.value: 公式循环引用：a → b → a']);
  });

  test('one name for two things', () => {
    expect(said(oneIndicator({ parameters: { x: { value: 1 } } }))).toEqual([
      'parameters.x: 名称“x”已在 inputs 中使用',
    ]);
  });

  test('a measure may refer to one that is written later', () => {
    const measures = { late: { value: 'early * 2' }, early: { value: 'x + 1' } };
    expect(planOf(oneIndicator({ measures })).values.map(({ name }) => name)).toEqual([
      'early',
      'late',
      'item',
    ]);
  });
});

describe('weights', () => {
  test('a sum that is not what the scheme says', () => {
    expect(said(scheme({ weight: 90 }))).toEqual(['indicators: 权重合计为 90，应为 100']);
    expect(said(scheme({ weight: 90 }, { weight_total: 90 }))).toEqual([]);
  });

  test('weights that only look wrong in binary are right', () => {
    const indicators = Object.fromEntries(
      [0.1, 0.2, 0.7].map((weight, i) => [`i${i}`, { value: 'x', weight, score: 'points' }]),
    );
    expect(said(oneIndicator({ indicators, weight_total: 1 }))).toEqual([]);
  });

  test('an indicator without a weight', () => {
    expect(said(scheme({ weight: undefined }))).toEqual(['indicators.item.weight: 指标“item”没有权重']);
  });

  test('a comparison matrix that contradicts itself', () => {
    const indicators = Object.fromEntries(
      ['a', 'b', 'c'].map((name) => [name, { value: 'x', score: 'minmax' }]),
    );
    const weighting = {
      ahp: [
        [1, 9, '1/9'],
        ['1/9', 1, 9],
        [9, '1/9', 1],
      ],
    };
    expect(findingsOf(oneIndicator({ indicators, weighting })).map(({ code }) => code)).toEqual([
      'ahp_inconsistent',
    ]);
  });
});

describe('trees', () => {
  const indicators = { item: { value: 'x', score: 'points' } };

  test('a weight beside the indicator may not contradict the tree', () => {
    expect(said(oneIndicator({ tree: { children: { item: 100 } } }))).toEqual([]);
    expect(said(oneIndicator({ tree: { children: { item: 90 } }, weight_total: 90 }))).toEqual([
      'indicators.item.weight: 指标“item”在这里的权重是 100，在指标体系 tree 中是 90',
    ]);
  });

  test('every indicator stands in the tree once', () => {
    const tree = { children: { group: { weight: 100, children: { item: 50, other: 50 } } } };
    expect(said(oneIndicator({ indicators, tree }))).toEqual([
      'tree.children.group.children.other: 指标体系中的“other”既不是已声明的指标，也没有下级 children',
    ]);
    const two = { ...indicators, extra: { value: 'x', score: 'points' } };
    expect(said(oneIndicator({ indicators: two, tree: { children: { item: 100 } } }))).toEqual([
      'tree: 指标“extra”没有出现在指标体系 tree 中',
    ]);
  });

  test('a group whose items do not add up to its weight', () => {
    const tree = { children: { group: { weight: 100, children: { item: 90 } } } };
    expect(said(oneIndicator({ indicators, tree }))).toEqual([
      'tree.children.group: 权重合计为 90，应为 100',
    ]);
  });
});

test('points in a tree are out of the weight they have there', () => {
  const tree = { children: { group: { children: { item: 60 } }, other: 40 } };
  const indicators = { item: { value: 'x', score: 'points' }, other: { value: 'x', score: 'points' } };
  expect(planOf(oneIndicator({ tree, indicators })).indicators.map(({ score }) => score.outOf)).toEqual([
    60, 40,
  ]);
});

describe('classes', () => {
  const classes = (over: Record<string, unknown>) =>
    oneIndicator({ classes: { quotas: { A: '20%', B: '80%' }, ...over } });

  test('quotas that do not add up', () => {
    expect(said(classes({ quotas: { A: '20%', B: '75%' } }))).toEqual([
      'classes.quotas: 各类比例合计为 95%，应为 100%',
    ]);
  });

  test('either quotas or thresholds', () => {
    expect(said(classes({ thresholds: { A: 80, B: 0 } }))).toEqual([
      'classes: 分类须写明 quotas（比例）或 thresholds（分数线）之一，且只写一个',
    ]);
  });

  test('thresholds must fall', () => {
    expect(said(oneIndicator({ classes: { thresholds: { A: 60, B: 80 } } }))).toEqual([
      'classes.thresholds.B: “B”类的分数线须低于“A”类',
    ]);
  });

  test('rules name classes that exist', () => {
    expect(said(classes({ rules: [{ when: 'x > 1', at_most: 'C' }] }))).toEqual([
      'classes.rules.0.at_most: 没有“C”类；已有：A, B',
    ]);
  });

  test('a rule needs a condition, not a number', () => {
    expect(said(classes({ rules: [{ when: 'x + 1', at_most: 'B' }] }))).toEqual([
      'classes.rules.0.when: “x + 1”不是条件（应得出是或否）',
    ]);
  });

  test('conditions read the scores of groups, which have names of their own', () => {
    const tree = (name: string) => ({ children: { [name]: { weight: 100, children: { item: 100 } } } });
    const above = { conditions: { A: 'finance >= 20' }, ties: ['finance desc'] };
    expect(said({ ...classes(above), tree: tree('finance') })).toEqual([]);
    expect(said({ ...classes({}), tree: tree('x') })).toEqual(['tree.children.x: 名称“x”已在 inputs 中使用']);
    expect(
      findingsOf({ ...classes({ exempt: [{ when: 'finance > 1', class: 'T' }] }), tree: tree('finance') }),
    ).toMatchObject([{ code: 'unknown_name', path: ['classes', 'exempt', 0, 'when'] }]);
  });

  test('pools are declared categories', () => {
    expect(said(classes({ pool: 'x' }))).toEqual(['classes.pool: 分组“x”不是类别（category）']);
    expect(said(classes({ pool: 'nowhere' }))).toEqual(['classes.pool: 分组“nowhere”不是已声明的输入']);
  });
});

describe('parameters', () => {
  const withCap = scheme(
    { score: { ratio: 'base', cap: 'cap' } },
    { parameters: { base: { value: 10 }, cap: { value: '150%' } } },
  );

  test('stand for numbers and can be replaced', () => {
    expect(planOf(withCap).indicators[0]?.score).toMatchObject({ cap: 1.5, how: { base: { value: 10 } } });
    expect(planOf(withCap, { cap: 2 }).indicators[0]?.score.cap).toBe(2);
  });

  test('`none` takes a limit away, until a number replaces it', () => {
    const open = scheme({ score: { ratio: 10, cap: 'cap' } }, { parameters: { cap: { value: 'none' } } });
    expect(planOf(open).indicators[0]?.score.cap).toBe(Number.POSITIVE_INFINITY);
    expect(planOf(open, { cap: 1.5 }).indicators[0]?.score.cap).toBe(1.5);
  });

  test('`none` is no number', () => {
    const parameters = { open: { value: 'none' } };
    expect(said(scheme({ score: { ratio: 'open' } }, { parameters }))).toEqual([
      'indicators.item.score.ratio: “open”算不出数值',
    ]);
    expect(said(scheme({ value: 'tax / land * open' }, { parameters }))).toEqual([
      'indicators.item.value: “tax / land * open”算不出数值',
    ]);
  });

  test('a parameter the scheme does not have', () => {
    expect(said(withCap, { caps: 2 })).toEqual(['parameters: 方案没有参数“caps”']);
  });

  test('a number may be a formula over parameters, and nothing else', () => {
    expect(planOf(scheme({ score: { ratio: 'ln(100)' } })).indicators[0]?.score.how).toMatchObject({
      base: { value: Math.log(100) },
    });
    expect(findingsOf(scheme({ score: { ratio: 'tax' } })).map(({ code }) => code)).toEqual(['unknown_name']);
  });

  test('a baseline of zero', () => {
    expect(said(scheme({ score: { ratio: 0 } }))).toEqual(['indicators.item.score.ratio: 基准值不能为零']);
  });
});

test('a weighted mean needs a numerator and a denominator', () => {
  expect(said(scheme({ value: 'tax - 1', score: { ratio: 'weighted_mean' } }))).toEqual([
    'indicators.item.score.ratio: 加权平均（Σ分子÷Σ分母）要求公式是“分子 / 分母”，而这里是“tax - 1”',
  ]);
});

test('all findings come together', () => {
  const codes = findingsOf(scheme({ value: 'tex', weight: 5, missing: { mean_by: 'town' } })).map(
    ({ code }) => code,
  );
  expect(codes).toEqual(expect.arrayContaining(['unknown_name']));
});

describe('scores that could only mislead', () => {
  const steps = (...list: unknown[]) => said(scheme({ score: { steps: list } }));

  test('a step behind one that takes all its values', () => {
    expect(steps({ at_least: 5, points: 10 }, { at_least: 15, points: 100 }, { otherwise: 0 })).toEqual([
      'indicators.item.score.steps.1: 第 2 档永远用不上：符合它的数值已归入第 1 档',
    ]);
    expect(steps({ otherwise: 0 }, { at_most: 5, points: 10 })).toHaveLength(1);
    expect(steps({ at_least: 15, points: 100 }, { above: 5, points: 10 }, { otherwise: 0 })).toEqual([]);
    expect(steps({ at_most: 5, points: 100 }, { below: 15, points: 10 }, { otherwise: 0 })).toEqual([]);
  });

  test('a cap below the floor, a negative baseline, a range without length', () => {
    expect(said(scheme({ score: { ratio: 10, cap: 0.5, floor: 2 } }))).toEqual([
      'indicators.item.score.cap: 封顶 0.5 低于保底 2',
    ]);
    expect(said(scheme({ score: { ratio: -10 } }))).toEqual(['indicators.item.score.ratio: 基准值不能为负']);
    expect(said(scheme({ score: { goalposts: [5, 5] } }))).toEqual([
      'indicators.item.score.goalposts: 区间两端都是 5，得不出分数',
    ]);
  });

  test('a penalty with the wrong sign', () => {
    const penalty = (points: unknown) =>
      said(oneIndicator({ adjustments: { penalty: { rules: [{ when: 'x > 1', points }] } } }));
    expect(penalty(-2)).toEqual(['adjustments.penalty.rules.0.points: 减分的分数写正数，这里是 -2']);
    expect(penalty(2)).toEqual([]);
  });
});
