import { describe, expect, test } from 'vitest';
import { datasetOf, oneIndicator, planOf, type Row } from '#test/kit/scheme-kit.ts';
import { describeFinding } from '../messages.ts';
import type { Dataset } from './dataset.ts';
import { evaluate } from './evaluate.ts';

const scheme = (over: Record<string, unknown> = {}) =>
  oneIndicator({
    inputs: {
      x: { zh: '税收', unit: '万元' },
      land: { zh: '用地面积', unit: '亩', min: 0, exclusive: true },
      size: { zh: '规模', type: 'category', values: ['规上', '规下'], optional: true },
    },
    indicators: { item: { zh: '亩均税收', value: 'x / land', weight: 100, score: { ratio: 10 } } },
    ...over,
  });

const good: Row = { id: '甲', x: 10, land: 5, size: '规上' };

function said(
  rows: readonly Row[],
  change: (dataset: Dataset) => Dataset = (d) => d,
  over = {},
  lang: 'zh' | 'en' = 'zh',
) {
  const plan = planOf(scheme(over));
  const { run, diagnostics } = evaluate(plan, change(datasetOf(plan, rows)));
  return {
    ran: run !== undefined,
    lines: diagnostics.map(
      (d) => `${d.place?.row ?? '-'}/${d.place?.column ?? '-'}: ${describeFinding(d, lang).message}`,
    ),
  };
}

const withoutColumn =
  (name: string) =>
  (dataset: Dataset): Dataset => {
    const columns = new Map(dataset.table.columns);
    columns.delete(name);
    return { ...dataset, table: { ...dataset.table, columns } };
  };

describe('what the data must bring', () => {
  test('good data passes in silence', () => {
    expect(said([good])).toEqual({ ran: true, lines: [] });
  });

  test('a missing column', () => {
    expect(said([good], withoutColumn('land'))).toEqual({
      ran: false,
      lines: ['-/-: 缺少列“用地面积”（land）'],
    });
    expect(said([good], withoutColumn('land'), {}, 'en').lines).toEqual([
      '-/-: the column "用地面积" (land) is missing',
    ]);
  });

  test('an optional column may be missing as a whole', () => {
    expect(said([good], withoutColumn('size')).ran).toBe(true);
  });

  test('no rows', () => {
    expect(said([])).toEqual({ ran: false, lines: ['-/-: 数据为空，没有可评价的对象'] });
  });

  test('a duplicate id names both rows as the file counts them', () => {
    expect(said([good, { ...good, id: '乙' }, good])).toEqual({
      ran: false,
      lines: ['4/id: “甲”重复出现，首次在第 2 行'],
    });
  });

  test('a row without an id', () => {
    expect(said([good, { ...good, id: '' }]).lines).toEqual(['3/id: 没有编号']);
  });

  test('a negative and a zero area', () => {
    expect(
      said([
        { ...good, land: -3 },
        { ...good, id: '乙', land: 0 },
      ]),
    ).toEqual({
      ran: false,
      lines: ['2/用地面积: “甲”的“用地面积”为 -3，应 > 0', '3/用地面积: “乙”的“用地面积”为 0，应 > 0'],
    });
  });

  test('an empty cell where a value is needed', () => {
    expect(said([{ ...good, x: null }]).lines).toEqual(['2/税收: “甲”的“税收”为空']);
  });

  test('a category that is not on the list', () => {
    expect(said([{ ...good, size: '规中' }]).lines).toEqual([
      '2/规模: “甲”的“规模”为“规中”，只能是：规上、规下',
    ]);
  });

  test('a hundred faults of one kind are listed, the rest are counted', () => {
    const { lines } = said(Array.from({ length: 130 }, (_, i) => ({ ...good, id: `E${i}`, land: 0 })));
    expect(lines).toHaveLength(101);
    expect(lines.at(-1)).toBe('-/-: 列“用地面积”另有 30 处同样的问题');
  });

  test('a zero denominator is absent, and the scheme must say what that means', () => {
    const inputs = { x: { unit: '万元' }, land: { unit: '亩' } };
    const rows = [{ id: '甲', x: 1, land: 0 }];
    expect(said(rows, undefined, { inputs }).lines).toEqual([
      '2/-: “甲”算不出“亩均税收”（x / land）：数据为空或分母为零',
    ]);
    const indicators = { item: { value: 'x / land', weight: 100, score: { ratio: 10 }, missing: 'zero' } };
    expect(said(rows, undefined, { inputs, indicators })).toEqual({ ran: true, lines: [] });
  });
});

describe('units', () => {
  const inUnit =
    (unit: string) =>
    (dataset: Dataset): Dataset => ({ ...dataset, units: new Map([['land', unit]]) });

  test('another unit of the same kind is converted and said', () => {
    const plan = planOf(scheme());
    const { run, diagnostics } = evaluate(plan, inUnit('公顷')(datasetOf(plan, [{ ...good, land: 2 }])));
    expect(run?.context.numbers('land', 0)[0]).toBe(30);
    expect(diagnostics.map((d) => describeFinding(d, 'zh').message)).toEqual([
      '列“用地面积”已由 公顷 换算为 亩（×15）',
    ]);
  });

  test('a bracket that holds no unit is not taken for one', () => {
    expect(said([good], inUnit('等价值'))).toEqual({
      ran: true,
      lines: ['-/用地面积: 列“用地面积”括号中的“等价值”不是计量单位，数值按 亩 计'],
    });
  });

  test('a unit of another kind is refused', () => {
    expect(said([good], inUnit('吨'))).toEqual({
      ran: false,
      lines: ['-/用地面积: 列“用地面积”的单位是 吨，无法换算为 亩'],
    });
  });
});

describe('earlier periods', () => {
  const growth = {
    indicators: { item: { value: 'growth(x)', weight: 100, score: { ratio: '10%' }, missing: 'zero' } },
  };

  test('must be given when a formula reads them', () => {
    expect(said([good], undefined, growth).lines).toEqual(['-/-: 方案用到前 1 期的数据（x），但没有提供']);
  });

  test('must have the columns that are read', () => {
    const plan = planOf(scheme(growth));
    const earlier = withoutColumn('x')(datasetOf(plan, [good]));
    const { diagnostics } = evaluate(plan, { ...datasetOf(plan, [good]), history: [earlier] });
    expect(diagnostics.map((d) => describeFinding(d, 'zh').message)).toEqual(['前 1 期的数据缺少列“x”']);
  });

  test('must know every group whose baseline they give', () => {
    const byCounty = {
      inputs: { x: { unit: '万元' }, county: { type: 'category' } },
      indicators: {
        item: { value: 'x', weight: 100, score: { ratio: { of: 'mean', last_year: true, by: 'county' } } },
      },
    };
    const plan = planOf(scheme(byCounty));
    const now = [
      { id: '甲', x: 1, county: '涟水县' },
      { id: '乙', x: 1, county: '淮阴区' },
    ];
    const before = [
      { id: '甲', x: 1, county: '涟水' },
      { id: '乙', x: 1, county: '淮阴区' },
    ];
    const { run, diagnostics } = evaluate(plan, datasetOf(plan, now, [before]));
    expect(run).toBeUndefined();
    expect(diagnostics.map((d) => describeFinding(d, 'zh').message)).toEqual([
      '上一期数据没有这些“county”：涟水县；上一期有：涟水、淮阴区',
    ]);
  });

  test('are joined by id, whatever their order; a newcomer has none', () => {
    const plan = planOf(scheme(growth));
    const now = [good, { ...good, id: '乙', x: 30 }, { ...good, id: '丙' }];
    const before = [
      { ...good, id: '乙', x: 20 },
      { ...good, x: 8 },
    ];
    const { run } = evaluate(plan, datasetOf(plan, now, [before]));
    expect(Array.from(run?.items[0]?.values ?? [])).toEqual([0.25, 0.5, Number.NaN]);
  });
});
