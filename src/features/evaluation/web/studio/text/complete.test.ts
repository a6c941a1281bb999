import { describe, expect, test } from 'vitest';
import { formulaKit } from '#engine/scheme/formula-facts.ts';
import { parseScheme } from '#engine/scheme/read.ts';
import { formulaAt, offersAt } from './complete.ts';

/** The text with `|` where the cursor stands. */
function place(marked: string) {
  const column = marked.indexOf('|');
  return { line: marked.replace('|', ''), column };
}

describe('the formula under the cursor', () => {
  test.each([
    ['    value: tax / la|nd   # 税收', 'tax / land'],
    ['  x: { zh: 名, value: tax / |land, unit: 万元 }', 'tax / land'],
    ["    - { when: specialised == '国家级'|, points: 5 }", "specialised == '国家级'"],
    ['    - { when: a, points: "min(5, |x)", group: g }', 'min(5, x)'],
    ['    - { when: |a, at_most: C }', 'a'],
  ])('%s', (marked, formula) => {
    const { line, column } = place(marked);
    const found = formulaAt(line, column);
    expect(found?.text).toBe(formula);
    expect(line.slice(found?.from).startsWith(formula)).toBe(true);
  });

  test.each(['    wei|ght: 30', '  x: { zh: 名|, value: tax }', '    value: tax   # com|ment'])(
    'none in %s',
    (marked) => {
      const { line, column } = place(marked);
      expect(formulaAt(line, column)).toBeUndefined();
    },
  );
});

const { scheme } = parseScheme({
  scheme: 's',
  version: 1,
  title: { zh: '方案' },
  inputs: { tax: { zh: '税收', unit: '万元' }, land: { unit: '亩' }, park: { zh: '园区', type: 'category' } },
  indicators: { a: { zh: '亩均税收', value: 'tax / land', weight: 100, score: { ratio: 3 } } },
});

function offered(marked: string) {
  const kit = scheme === undefined ? undefined : formulaKit(scheme);
  return offersAt({
    ...place(marked),
    kit,
    classes: ['A', 'B'],
    units: ['万元'],
    keys: [['weight', '权重']],
    lang: 'zh',
  });
}

describe('what is offered', () => {
  test('names with label and unit, and functions, inside a formula', () => {
    const offers = offered('    value: ta|');
    expect(offers?.from).toBe(11);
    expect(offers?.options).toContainEqual({ label: 'tax', detail: '税收  万元', type: 'variable' });
    expect(offers?.options.some(({ label, apply }) => label === 'mean' && apply === 'mean(')).toBe(true);
  });

  test.each([
    ['  tax: { unit: 万|', '万元'],
    ['    - { when: a, at_most: |', 'A'],
    ['  pool: p|', 'park'],
    ['    w|', 'weight'],
  ])('%s', (marked, label) => {
    expect(offered(marked)?.options[0]?.label).toBe(label);
  });

  test('nothing in the middle of a label', () => {
    expect(offered('    zh: 亩均 t|')).toBeUndefined();
  });
});
