import { describe, expect, test } from 'vitest';
import { byTax, counts, type Figures, items, run, shares, weights } from '#test/golden/run-shipped.ts';
import { loadShipped, type Parameters, SHIPPED, shippedPlan } from '#test/golden/schemes.ts';
import { classesOf } from '#test/kit/scheme-kit.ts';

describe('every shipped scheme', () => {
  test.each(SHIPPED)('%s loads without findings', (name) => {
    const { diagnostics, scheme } = loadShipped(name);
    expect(diagnostics).toEqual([]);
    expect(scheme?.scheme).toBe(name);
  });

  test.each(SHIPPED)('%s names its document and what is in it', (name) => {
    const { scheme } = loadShipped(name);
    expect(scheme?.basis).toMatch(/\S/);
    expect(scheme?.title.zh).toMatch(/\p{Script=Han}/u);
    expect(scheme?.title.en).toMatch(/[A-Za-z]/);
    const labelled = [...Object.entries(scheme?.inputs ?? {}), ...Object.entries(scheme?.indicators ?? {})];
    expect(
      labelled.filter(([, { zh, en }]) => zh === undefined || en === undefined).map(([key]) => key),
    ).toEqual([]);
  });

  test.each(SHIPPED)('%s says of every parameter what it is', (name) => {
    const parameters = Object.entries(loadShipped(name).scheme?.parameters ?? {});
    expect(
      parameters.filter(([, { zh, en }]) => zh === undefined || en === undefined).map(([key]) => key),
    ).toEqual([]);
  });

  test.each(SHIPPED)('%s: no header could mean two inputs', (name) => {
    const { scheme } = loadShipped(name);
    const owner = new Map<string, string>();
    const twice: string[] = [];
    for (const [input, { zh, en, aliases = [] }] of Object.entries(scheme?.inputs ?? {})) {
      for (const header of new Set([input, zh, en, ...aliases].map((text) => text?.toLowerCase() ?? ''))) {
        if (owner.has(header)) twice.push(`${header}: ${owner.get(header) ?? ''}, ${input}`);
        owner.set(header, input);
      }
    }
    expect(twice).toEqual([]);
  });
});

describe('黄岩', () => {
  // 丽水 2019, the whole city.
  const lishui = {
    area_tax_per_mu: 18.9,
    area_va_per_mu: 73.71,
    area_va_per_energy: 1.14,
    area_va_per_emission: 611.55,
    area_productivity: 16.45,
    area_rd_ratio: 2.36,
  };
  const above = {
    tax: 30,
    value_added: 120,
    land: 2,
    energy: 40,
    emission: 0.1,
    employees: 10,
    revenue: 600,
    rd: 18,
  };

  test('2022 weights', () => {
    const expected = {
      tax_per_mu: 30,
      va_per_mu: 20,
      va_per_energy: 20,
      va_per_emission: 10,
      productivity: 10,
      rd_ratio: 10,
    };
    expect(weights(shippedPlan('huangyan-2022-above-scale'))).toEqual(expected);
    expect(weights(shippedPlan('huangyan-2021-above-scale'))).toEqual(expected);
    expect(weights(shippedPlan('huangyan-2022-below-scale'))).toEqual({
      tax_per_mu: 50,
      tax_per_electricity: 50,
    });
  });

  test('the 2022 formula on 丽水 2019 gives 60.9436, item by item', () => {
    const scored = run('huangyan-2022-above-scale-areas', [lishui]);
    const expected = [23.5299, 10.827, 8.4633, 1.2405, 9.0684, 7.8146];
    Object.values(items(scored)).forEach(([score], i) =>
      expect(score).toBeCloseTo(expected[i] ?? Number.NaN, 4),
    );
    expect(scored.score[0]).toBeCloseTo(60.9436, 4);
  });

  test('an enterprise scores as its indicators do', () => {
    const [score] = run('huangyan-2022-above-scale', [above]).score;
    const ratios = [
      (15 / 24.097) * 30,
      (60 / 136.16) * 20,
      (3 / 2.694) * 20,
      (1200 / 4929.81) * 10,
      (12 / 18.14) * 10,
      (3 / 3.02) * 10,
    ];
    expect(score).toBeCloseTo(
      ratios.reduce((a, b) => a + b),
      9,
    );
  });

  test('2021 differs in its baselines', () => {
    const [score] = run('huangyan-2021-above-scale', [above]).score;
    const ratios = [
      (15 / 26.01) * 30,
      (60 / 132.27) * 20,
      (3 / 2.54) * 20,
      (1200 / 4861.08) * 10,
      (12 / 17.45) * 10,
      (3 / 3.05) * 10,
    ];
    expect(score).toBeCloseTo(
      ratios.reduce((a, b) => a + b),
      9,
    );
    const below = { tax: 5, land: 1, electricity: 20 };
    expect(run('huangyan-2022-below-scale', [below]).score[0]).toBeCloseTo(
      (5 / 11.5932) * 50 + (0.25 / 0.2352) * 50,
      9,
    );
    expect(run('huangyan-2021-below-scale', [below]).score[0]).toBeCloseTo(
      (5 / 16.601058) * 50 + (0.25 / 0.236565) * 50,
      9,
    );
  });

  test('no emission figure: the mean score of the others', () => {
    const scored = run('huangyan-2022-above-scale', [
      above,
      { ...above, emission: 0.2 },
      { ...above, emission: '' },
      { ...above, emission: 0 },
    ]);
    const [first = 0, second = 0, absent, none] = items(scored)['va_per_emission'] ?? [];
    expect(absent).toBeCloseTo((first + second) / 2, 12);
    expect(none).toBe(absent);
  });

  test('no cap unless one is set', () => {
    const rich = { ...lishui, area_tax_per_mu: 50 };
    const tax = (parameters: Parameters) =>
      items(run('huangyan-2022-above-scale-areas', [rich], parameters))['tax_per_mu'];
    expect(tax({})?.[0]).toBeCloseTo((50 / 24.097) * 30, 9);
    expect(tax({ cap: 1.5 })).toEqual([45]);
  });

  test('a loss scores zero, not less', () => {
    expect(items(run('huangyan-2022-above-scale', [{ ...above, value_added: -50 }]))).toMatchObject({
      va_per_mu: [0],
      productivity: [0],
    });
  });
});

describe('临海', () => {
  test('weights of both groups', () => {
    expect(weights(shippedPlan('linhai-2014-2016-above-3mu'))).toEqual({
      tax_per_mu: 40,
      revenue_per_mu: 10,
      va_per_energy: 20,
      va_per_cod: 15,
      va_per_water: 5,
      productivity: 10,
    });
    expect(weights(shippedPlan('linhai-2014-2016-below-3mu'))).toEqual({
      tax_per_mu: 50,
      revenue_per_mu: 20,
      tax_per_electricity: 30,
    });
  });

  test('at the baselines an enterprise has 100 points', () => {
    const above = {
      tax: 150,
      revenue: 3000,
      value_added: 300,
      land: 10,
      energy: 100,
      cod: 0.6,
      water: 3000,
      employees: 20,
    };
    expect(run('linhai-2014-2016-above-3mu', [above]).score[0]).toBeCloseTo(100, 9);
    expect(
      run('linhai-2014-2016-below-3mu', [{ tax: 30, revenue: 600, land: 2, electricity: 15 }]).score[0],
    ).toBeCloseTo(100, 9);
  });
});

describe('淮安', () => {
  const firm = (county: string, tax: number): Figures => ({
    county,
    scale: '规上',
    tax,
    sales: 10 * tax,
    land: 10,
    energy: 100,
  });

  test('the baseline is twice the county mean of the year before', () => {
    const before = [firm('A', 100), firm('A', 300), firm('B', 50)];
    const scored = run('huaian-2024', [firm('A', 400), firm('B', 50)], {}, before);
    // Last year A had 400 万元 on 20 亩, B 50 on 10: baselines of 40 and 10 万元/亩, to which this year's 40 and 5 are held.
    expect(items(scored)['tax_per_mu']).toEqual([45, 22.5]);
    expect([...scored.score]).toEqual([100, 50]);
  });

  test('utilities and new firms are in class T, the others 20/40/35/5', () => {
    const before = [firm('A', 100)];
    const firms = Array.from({ length: 100 }, (_, i) => firm('A', 1000 - i));
    const others = [
      { ...firm('A', 500), utility: '是' },
      { ...firm('A', 500), years_in_operation: 1.5 },
    ];
    const all = [...firms, ...others].map((row) => ({ utility: '否', years_in_operation: 2, ...row }));
    expect(counts(run('huaian-2024', all, {}, before))).toEqual({ A: 20, B: 40, C: 35, D: 5, T: 2 });
  });

  test('points for safety add or subtract', () => {
    const before = [firm('A', 100)];
    const scored = run(
      'huaian-2024',
      [
        { ...firm('A', 100), safety_points: 2 },
        { ...firm('A', 100), safety_points: -3 },
      ],
      {},
      before,
    );
    expect([...scored.score]).toEqual([52, 47]);
  });
});

describe('旌德', () => {
  const figures = {
    tax: 100,
    revenue: 100,
    value_added: 100,
    technical_renovation: 100,
    rd: 100,
    land: 10,
    energy: 10,
    emission: 10,
    employees: 10,
  };

  test('weight 30, value 10 between 2 and 42 scores 10.8', () => {
    const scored = run(
      'jingde-2022',
      [20, 100, 420].map((tax) => ({ ...figures, tax })),
    );
    expect(items(scored)['tax_per_mu']).toEqual([6, 10.8, 30]);
  });

  test('three indicators below scale', () => {
    expect(weights(shippedPlan('jingde-2022-below-scale'))).toEqual({
      tax_per_mu: 60,
      revenue_per_emission: 20,
      revenue_per_energy: 20,
    });
  });
});

describe('安徽', () => {
  test('weights and shares', () => {
    const plan = shippedPlan('anhui-city');
    expect(weights(plan)).toEqual({
      tax_per_mu: 45,
      revenue_per_mu: 20,
      va_per_energy: 15,
      rd_ratio: 15,
      productivity: 5,
    });
    expect(shares(plan)).toEqual({ A: 25, B: 45, C: 25, D: 5 });
  });

  test('the group without a class is not ranked and says that it is treated as B', () => {
    const scored = run(
      'anhui-city',
      byTax('anhui-city', 21, (i) => ({ starting_up: i === 3 ? '是' : '否' })),
    );
    expect(classesOf(scored)[3]).toBe('T');
    expect(scored.plan.classes?.labels.get('T')?.zh).toContain('参照B类');
    expect(counts(scored)).toEqual({ A: 5, B: 9, C: 5, D: 1, T: 1 });
  });

  test('below scale, tax per mu alone makes the order', () => {
    const scored = run('anhui-city-below-scale', byTax('anhui-city-below-scale', 3));
    expect([...scored.score]).toEqual([3, 2, 1]);
  });

  test('巢湖 2021: 120 enterprises are 24, 54, 36 and 6', () => {
    expect(counts(run('chaohu-2021', byTax('chaohu-2021', 120)))).toEqual({ A: 24, B: 54, C: 36, D: 6 });
  });
});

describe('山东', () => {
  test('five indicators, four named classes', () => {
    const plan = shippedPlan('shandong-2019');
    expect(plan.indicators.map(({ zh }) => zh)).toEqual([
      '单位用地税收',
      '单位能耗销售收入',
      '单位污染物排放销售收入',
      '研发经费投入强度',
      '全员劳动生产率',
    ]);
    expect(['A', 'B', 'C', 'D'].map((name) => plan.classes?.labels.get(name)?.zh)).toEqual([
      '优先发展类',
      '支持发展类',
      '提升发展类',
      '限制发展类',
    ]);
  });

  test('power, heat, gas and water are not evaluated', () => {
    const codes = ['C3512', 'D4411', '4430', '46', '3944', ''];
    const scored = run(
      'shandong-2019',
      byTax('shandong-2019', 6, (i) => ({ industry: codes[i] ?? '' })),
    );
    expect(classesOf(scored).map((name) => name === 'T')).toEqual([false, true, true, true, false, false]);
  });

  test('济宁高新区 2023: 275 above scale are 55, 97, 99, 14 and 10 not evaluated', () => {
    // Ten firms are not evaluated, and three of the 100 best places after class A are lost to a veto.
    const firms = byTax('jining-hitech-2023', 275, (i) => ({
      not_evaluated: i >= 265 ? '是' : '否',
      vetoed: i >= 100 && i < 103 ? '是' : '否',
    }));
    expect(counts(run('jining-hitech-2023', firms))).toEqual({ A: 55, B: 97, C: 99, D: 14, T: 10 });
  });

  test('济宁高新区 2023: 100 below scale are 20, 40, 35 and 5', () => {
    expect(
      counts(run('jining-hitech-2023-below-scale', byTax('jining-hitech-2023-below-scale', 100))),
    ).toEqual({ A: 20, B: 40, C: 35, D: 5 });
  });

  test('昌乐: 20, 55, 20 and 5 of a hundred', () => {
    expect(shares(shippedPlan('changle-2023'))).toEqual({ A: 20, B: 55, C: 20, D: 5 });
    expect(counts(run('changle-2023', byTax('changle-2023', 100)))).toEqual({ A: 20, B: 55, C: 20, D: 5 });
  });

  test('昌乐: a veto means C at most, protection means not D, and a veto beats protection', () => {
    const also: Record<number, Figures> = {
      0: { safety_accident: '是' },
      30: { standards_failed: '是', newly_founded: '是' },
      97: { newly_above_scale: '是' },
      98: { building_major_project: '是', food_accident: '否' },
      99: { newly_founded: '是', reduction_failed: '是' },
    };
    const flags = {
      safety_accident: '',
      food_accident: '',
      reduction_failed: '',
      standards_failed: '',
      newly_founded: '',
      newly_above_scale: '',
      building_major_project: '',
    };
    const classes = classesOf(
      run(
        'changle-2023',
        byTax('changle-2023', 100, (i) => ({ ...flags, ...also[i] })),
      ),
    );
    expect([0, 1, 30, 96, 97, 98, 99].map((i) => classes[i])).toEqual(['C', 'A', 'C', 'D', 'C', 'C', 'D']);
  });
});

describe('早期优质企业评分规则', () => {
  test('the best has full marks, a value of twice the mean none, and a figure that is zero or absent costs three points', () => {
    const scored = run('merit-rule-early', [
      { tax: 50, output: 1, energy: 5, cod: 1 },
      { tax: 200, output: 1, energy: 10, cod: 0 },
      { tax: 100, output: 1, energy: 15, cod: '' },
      { tax: 0, output: 1, energy: 0, cod: 3 },
    ]);
    // Means without zeros: energy 10, COD 2.
    expect(items(scored)).toEqual({
      tax_paid: [3, 12, 6, 0],
      energy_per_output: [3, 2, 1, -3],
      cod_per_output: [3, -3, -3, 1],
    });
    expect([...scored.score]).toEqual([9, 11, 4, -2]);
  });
});
