import { expect, test } from 'vitest';
import { loadScheme } from './load.ts';

const base = `
scheme: base
version: 1
title: { zh: 基础 }
inputs: { x: { zh: 数值 }, y: { zh: 另一数值 } }
indicators:
  a: { value: x, weight: 60, score: { ratio: 10, cap: 1.5 } }
  b: { value: y, weight: 40, score: points }
classes: { quotas: { A: 20%, B: 80% }, ties: [x desc] }
`;
const texts: Record<string, string> = {
  base,
  change: `
scheme: change
version: 2
extends: base
title: { zh: 修改 }
indicators:
  a: { score: { minmax: [0, 100] } }
  b: null
  c: { value: x + y, weight: 40, score: points }
classes: { quotas: { A: 30%, B: 70% } }
`,
  again: 'scheme: again\nversion: 1\nextends: change\ntitle: { zh: 再改 }\n',
  circle: 'scheme: circle\nversion: 1\nextends: circle\ntitle: { zh: 环 }\n',
  lost: 'scheme: lost\nversion: 1\nextends: nowhere\ntitle: { zh: 失 }\n',
  broken: 'scheme: broken\nversion: 1\nextends: bad\ntitle: { zh: 坏 }\n',
  bad: 'scheme: [\n',
};
const load = (name: string) =>
  loadScheme({ text: texts[name] ?? '', file: name }, (found) =>
    texts[found] === undefined ? undefined : { text: texts[found], file: found },
  );

test('maps merge, null takes away, and a choice is replaced as a whole', () => {
  const { scheme, diagnostics } = load('change');
  expect(diagnostics).toEqual([]);
  expect(Object.keys(scheme?.indicators ?? {})).toEqual(['a', 'c']);
  expect(scheme?.indicators.a).toMatchObject({ value: 'x', weight: 60, score: { minmax: [0, 100] } });
  expect(scheme?.indicators.a?.score).not.toHaveProperty('ratio');
  expect(scheme?.classes).toMatchObject({ quotas: { A: '30%' }, ties: ['x desc'] });
});

test('a scheme may extend one that extends another', () => {
  expect(load('again').scheme).toMatchObject({ scheme: 'again', version: 1, title: { zh: '再改' } });
  expect(load('again').plan?.indicators.map(({ name }) => name)).toEqual(['a', 'c']);
});

test('what cannot be extended is named', () => {
  const codes = (name: string) => load(name).diagnostics.map(({ code }) => code);
  expect(codes('lost')).toEqual(['extends_not_found']);
  expect(codes('circle')).toEqual(['extends_too_long']);
  expect(codes('broken')[0]).toBe('extends_broken');
});
