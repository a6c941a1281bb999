import { describe, expect, test } from 'vitest';
import { findHeaderRow, headerKey, matchHeaders, nearestHeaders, type WantedColumn } from './wanted.ts';

const wanted = (name: string, headers: string[], optional = false): WantedColumn => ({
  name,
  headers: [name, ...headers],
  kind: 'number',
  optional,
});
const LAND = wanted('land', ['用地面积', 'Land area']);
const RD = wanted('rd', ['R&D经费（内部）'], true);

describe('headers people type', () => {
  test.each([
    ['用地面积', undefined],
    [' 用地 面积\n', undefined],
    ['用地面积(平方米)', '平方米'],
    ['用地面积（㎡）', '㎡'],
    ['LAND AREA [ m2 ]', 'm2'],
    ['ｌａｎｄ【亩】', '亩'],
  ])('%j is the land column', (header, unit) => {
    const { places, found } = matchHeaders(['名称', header], [LAND]);
    expect(places).toEqual([1]);
    expect(found).toEqual([{ name: 'land', header: header.trim(), ...(unit === undefined ? {} : { unit }) }]);
  });

  test('brackets that belong to the name are no unit', () => {
    expect(matchHeaders(['r&d经费(内部)'], [RD]).places).toEqual([0]);
    expect(matchHeaders(['R&D经费(外部)'], [RD]).places).toEqual([undefined]);
  });

  test('missing, doubled and ignored columns', () => {
    const match = matchHeaders(['用地面积', '备注', 'land', ''], [LAND, RD, wanted('tax', [])]);
    expect(match.places).toEqual([0, undefined, undefined]);
    expect(match.missing.map(({ name }) => name)).toEqual(['tax']);
    expect(match.twice.map(({ first, second }) => [first, second])).toEqual([['用地面积', 'land']]);
    expect(match.ignored).toEqual(['备注']);
  });

  test('width, case and blanks do not count', () => {
    expect(headerKey('Ｔax　Per Mu\u200b')).toBe('taxpermu');
  });
});

test('the header is the row with most of the wanted columns', () => {
  const rows = [['2022年度'], ['', '用地面积'], ['用地面积', 'R&D经费（内部）'], ['1', '2']];
  expect(findHeaderRow(rows, [LAND, RD])).toEqual({ index: 2, hits: 2 });
  expect(findHeaderRow([[''], ['a', 'b']], [LAND, RD])).toEqual({ index: 1, hits: 0 });
});

test('the nearest headers come first', () => {
  expect(nearestHeaders(LAND, ['企业', '用地面', '建筑面积', '税收'], 2)).toEqual(['用地面', '建筑面积']);
});

test('a code and a name side by side are one identifier, the spelling that comes first', () => {
  const id = { ...wanted('id', ['统一社会信用代码', '企业名称']), inOrder: true };
  const match = matchHeaders(['企业名称', '统一社会信用代码', '税收(万元)'], [id]);
  expect(match.found).toEqual([{ name: 'id', header: '统一社会信用代码' }]);
  expect(match.twice).toEqual([]);
  expect(match.ignored).toEqual(['企业名称', '税收(万元)']);
});

test('two columns that could both be meant are told', () => {
  expect(matchHeaders(['税收', '入库税收'], [wanted('tax', ['税收', '入库税收'])]).twice).toMatchObject([
    { first: '税收', second: '入库税收' },
  ]);

  const match = matchHeaders(['税收（万元）', '税收（元）'], [wanted('tax', ['税收'])]);
  expect(match.twice).toMatchObject([{ first: '税收（万元）', second: '税收（元）' }]);
});
