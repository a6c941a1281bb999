import { describe, expect, test } from 'vitest';
import { type Figures, items, run } from '#test/golden/run-shipped.ts';
import { classesOf } from '#test/kit/scheme-kit.ts';

describe('创新型中小企业', () => {
  const firm = {
    ip_class_one: 1,
    rd_expense: 30,
    revenue: 1000,
    main_revenue: 700,
    main_revenue_before: 660,
    liabilities: 50,
    assets: 100,
    strategic: '否',
  };
  const scoreOf = (indicator: string, figures: Figures): number | undefined =>
    items(run('innovative-sme-2022', [{ ...firm, ...figures }]))[indicator]?.[0];
  const classOf = (figures: Figures): string | undefined =>
    classesOf(run('innovative-sme-2022', [{ ...firm, ...figures }]))[0];

  test.each([
    [50, 20],
    [49.999, 15],
    [30, 15],
    [29.999, 10],
    [20, 10],
    [19.999, 5],
    [10, 5],
    [9.999, 0],
    [0, 0],
  ])('R&D expense of %d in 1000 gives %d points', (rd, points) => {
    expect(scoreOf('rd_share', { rd_expense: rd })).toBe(points);
  });

  test.each([
    [115, 20],
    [114.999, 15],
    [110, 15],
    [109.999, 10],
    [105, 10],
    [104.999, 5],
    [100, 5],
    [99.999, 0],
  ])('revenue from 100 to %d gives %d points', (revenue, points) => {
    expect(scoreOf('revenue_growth', { main_revenue: revenue, main_revenue_before: 100 })).toBe(points);
  });

  test('no revenue the year before: no growth rate, no points', () => {
    expect(scoreOf('revenue_growth', { main_revenue_before: 0 })).toBe(0);
  });

  test.each([
    [55, 10],
    [55.001, 5],
    [75, 5],
    [75.001, 0],
  ])('liabilities of %d in 100 give %d points', (liabilities, points) => {
    expect(scoreOf('debt_ratio', { liabilities })).toBe(points);
  });

  test.each([
    [700, 20],
    [699.99, 15],
    [600, 15],
    [599.99, 10],
    [550, 10],
    [549.99, 5],
    [500, 5],
    [499.99, 0],
  ])('a main business of %d in 1000 gives %d points', (main, points) => {
    expect(scoreOf('main_share', { main_revenue: main })).toBe(points);
  });

  test('the best of the intellectual property counts', () => {
    const points = (figures: Figures): number | undefined =>
      scoreOf('intellectual_property', { ip_class_one: '', ...figures });
    expect(points({ ip_high_value: 1, ip_class_two: 5 })).toBe(20);
    expect(points({ ip_own: 2, ip_class_one: 2 })).toBe(15);
    expect(points({ ip_class_one: 1 })).toBe(10);
    expect(points({ ip_class_two: 1 })).toBe(5);
    expect(points({})).toBe(0);
  });

  test('sixty points in all, and enough of each kind', () => {
    expect(run('innovative-sme-2022', [firm]).score[0]).toBe(10 + 15 + 10 + 10 + 5 + 20);
    expect(classOf({})).toBe('A');
    expect(classOf({ main_revenue: 599.99, main_revenue_before: 599.99 })).toBe('B');
    // 75 points, but only 15 of them for innovation.
    const strong = { main_revenue_before: 500, strategic: '是', rd_expense: 30, ip_class_one: '' };
    expect(run('innovative-sme-2022', [{ ...firm, ...strong }]).score[0]).toBe(75);
    expect(classOf(strong)).toBe('B');
    expect(classOf({ ...strong, ip_class_two: 1 })).toBe('A');
  });

  test('one of the direct routes is enough', () => {
    const weak = { ip_class_one: 0, rd_expense: 0 };
    expect(classOf(weak)).toBe('B');
    for (const route of ['science_award', 'recognised', 'research_body'])
      expect(classOf({ ...weak, [route]: '是' })).toBe('A');
    expect(classOf({ ...weak, equity_financing: 500 })).toBe('A');
    expect(classOf({ ...weak, equity_financing: 499 })).toBe('B');
  });
});
