import { describe, expect, test } from 'vitest';
import { parseFormula } from '#engine/formula/parse.ts';
import { type Condition, inWords, readCondition, withPart, writeCondition } from './condition.ts';

const one = (text: string): Condition => ({ kind: 'one', text });

describe('a condition as a tree', () => {
  test.each([
    ['tax > 0', one('tax > 0')],
    ['a and b or c', { kind: 'any', parts: [{ kind: 'all', parts: [one('a'), one('b')] }, one('c')] }],
    [
      'not a and (b or c)',
      { kind: 'all', parts: [one('not a'), { kind: 'any', parts: [one('b'), one('c')] }] },
    ],
    ['((a && b))', { kind: 'all', parts: [one('a'), one('b')] }],
    [
      "name == 'A or B' or starts_with(x, 'D and')",
      { kind: 'any', parts: [one("name == 'A or B'"), one("starts_with(x, 'D and')")] },
    ],
    ['(a or b) == true', one('(a or b) == true')],
    ['if(a and b, 1, 0) > 0', one('if(a and b, 1, 0) > 0')],
  ] satisfies [string, Condition][])('%s', (text, tree) => {
    expect(readCondition(text)).toEqual(tree);
  });

  test.each(['a and b or c', 'not a and (b or c)', "x in ['A', 'B'] or (a and (b or c))"])(
    'written again, %s says the same',
    (text) => {
      const again = writeCondition(readCondition(text));
      expect(withoutPlaces(again)).toEqual(withoutPlaces(text));
      expect(readCondition(again)).toEqual(readCondition(text));
    },
  );

  test('parts are changed, typed as trees of their own, and taken away', () => {
    const tree = readCondition('a and (b or c)');
    const changed = withPart(tree, [1, 0], one('b > 2'));
    expect(changed && writeCondition(changed)).toBe('a and (b > 2 or c)');
    const typed = withPart(tree, [0], one('x or y'));
    expect(typed && writeCondition(typed)).toBe('(x or y) and (b or c)');
    const less = withPart(tree, [1, 1], undefined);
    expect(less && writeCondition(less)).toBe('a and b');
    expect(withPart(one('a'), [], undefined)).toBeUndefined();
  });
});

test('a part in words', () => {
  const labels: Readonly<Record<string, string>> = { tax: '税收', grave: '严重失信', park: '园区' };
  const words = {
    labelOf: (name: string) => labels[name],
    not: '非',
    isIn: '属于',
    startsWith: (name: string, text: string) => `${name}以 ${text} 开头`,
  };
  const said = (text: string): string => inWords(text, words);
  expect(
    ['tax >= 5', 'not grave', "tax == 'tax'", "park in ['A', 'B']", "starts_with(park, '44')"].map(said),
  ).toEqual(['税收 ≥ 5', '非严重失信', "税收 = 'tax'", "园区 属于 ['A', 'B']", '园区以 44 开头']);
});

/** Where a part stands in its text is no part of what it says. */
const withoutPlaces = (text: string): unknown =>
  JSON.parse(JSON.stringify(parseFormula(text), (key, value: unknown) => (key === 'at' ? undefined : value)));
