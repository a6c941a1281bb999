import { expect, test } from 'vitest';
import { describeFinding } from '../messages.ts';
import { parseScheme, readSchemeText } from './read.ts';

const minimal = `
scheme: demo
version: 1
title: { zh: 示例 }
inputs:
  tax: { zh: 税收, unit: 万元 }
indicators:
  item: { zh: 指标, value: tax, weight: 100, score: { ratio: 10 } }
`;

const findings = (text: string) => {
  const read = readSchemeText({ text });
  if (read.diagnostics.length > 0) return read.diagnostics;
  return parseScheme(read.raw).diagnostics;
};
const said = (text: string, lang: 'zh' | 'en' = 'zh') =>
  findings(text).map((finding) => `${finding.path.join('.')}: ${describeFinding(finding, lang).message}`);

test('a scheme of one indicator is understood', () => {
  expect(findings(minimal)).toEqual([]);
});

test('every fault of the shape is told at once, with its path', () => {
  const text = minimal.replace('version: 1', 'wersion: 1').replace('unit: 万元', 'unit: 5');
  expect(said(text)).toEqual([
    'version: 缺少“version”',
    'inputs.tax.unit: 这里应为文字',
    'wersion: 不认识的项目“wersion”',
  ]);
  expect(said(text, 'en')).toContain('wersion: unknown key "wersion"');
});

test('a misspelt method is named, not hidden behind all the others', () => {
  expect(said(minimal.replace('{ ratio: 10 }', '{ ratio: 10, capp: 1.5 }'))).toEqual([
    'indicators.item.score.capp: 不认识的项目“capp”',
  ]);
});

test('a name in Chinese is refused with advice', () => {
  const [finding] = findings(minimal.replace('  tax:', '  税收:'));
  expect(finding?.code).toBe('name_not_allowed');
  expect(describeFinding(finding ?? { code: '', params: {} }, 'zh').hint).toBe('中文名称请写在 zh 中');
});

test('broken YAML is reported with line and column', () => {
  const [finding] = findings('scheme: demo\n  version: [1\n');
  expect(finding?.code).toBe('yaml_syntax');
  expect(describeFinding(finding ?? { code: '', params: {} }, 'zh').message).toMatch(
    /^YAML 语法错误（第 \d+ 行第 \d+ 列）/,
  );
});

test('a finding can be placed in the text', () => {
  const { locate } = readSchemeText({ text: minimal });
  expect(locate(['indicators', 'item', 'score', 'ratio'])).toEqual({ line: 8, column: 60 });
  expect(locate(['indicators', 'item', 'nowhere'])?.line).toBe(8);
});

test('YAML that grows without bound is refused', () => {
  const bomb = [
    'a: &a [1,1,1,1,1,1,1,1,1]',
    ...'bcdefghi'.split('').map((c, i) => `${c}: &${c} [${`*${'abcdefgh'[i]},`.repeat(9)}]`),
  ];
  expect(findings(bomb.join('\n')).map(({ code }) => code)).toEqual(['scheme_too_many_aliases']);
});

test('a key twice is told with its place', () => {
  const { diagnostics } = readSchemeText({
    text: minimal.replace('  tax: {', '  tax: { zh: 甲 }\n  "tax": {'),
  });
  expect(diagnostics).toMatchObject([{ code: 'yaml_key_twice', params: { line: 7, column: 3 } }]);
});

test('keys are compared in time that grows with their number, not with its square', () => {
  const text = Array.from({ length: 60_000 }, (_, i) => `k${i}: 1`).join('\n');
  const { diagnostics } = readSchemeText({ text: `${text}\nk0: 2` });
  expect(diagnostics.map(({ code }) => code)).toEqual(['yaml_key_twice']);
}, 5000);

test('an empty text is a scheme with everything missing', () => {
  expect(findings('').map(({ code }) => code)).toEqual(['expected_map']);
});

test('a name that belongs to every object is refused and changes nothing', () => {
  const text = minimal.replace('  tax: {', '  __proto__: { zh: 陷阱 }\n  tax: {');
  expect(findings(text).map(({ code, path }) => [code, path.join('.')])).toEqual([
    ['name_not_allowed', 'inputs.__proto__'],
  ]);
  expect(({} as Record<string, unknown>).zh).toBeUndefined();
});
