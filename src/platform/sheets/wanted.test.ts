import { expect, test } from 'vitest';
import { matchHeaders, type WantedColumn } from './wanted.ts';

const wanted = (...headers: string[]): WantedColumn => ({ name: headers[0] ?? '', headers, kind: 'text', optional: true });

test('a code and a name side by side are one identifier, the spelling that comes first', () => {
  const id = { ...wanted('id', '统一社会信用代码', '企业名称'), inOrder: true };
  const match = matchHeaders(['企业名称', '统一社会信用代码', '税收(万元)'], [id]);
  expect(match.found).toEqual([{ name: 'id', header: '统一社会信用代码' }]);
  expect(match.twice).toEqual([]);
  expect(match.ignored).toEqual(['企业名称', '税收(万元)']);
});

test('two columns that could both be meant are told', () => {
  expect(matchHeaders(['税收', '入库税收'], [wanted('tax', '税收', '入库税收')]).twice).toMatchObject([
    { first: '税收', second: '入库税收' },
  ]);

  const match = matchHeaders(['税收（万元）', '税收（元）'], [wanted('tax', '税收')]);
  expect(match.twice).toMatchObject([{ first: '税收（万元）', second: '税收（元）' }]);
});
