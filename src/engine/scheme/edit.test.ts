import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Path } from '#core/diagnostic.ts';
import { dataAt, editText, moveElement, setAt } from './edit.ts';

const TEXT = `# 示例县的办法
scheme: shili-2024   # 名称
version: 1
inputs:
  tax:   { zh: 税收, unit: 万元 }     # 税务局
  rd:    { zh: 研发费用, unit: '%' }
indicators:
  tax_per_mu:
    zh: 亩均税收
    value: tax / land
    weight: 30      # 办法第一条

    # 办法第三条
    score: { ratio: 24.097, cap: 1.2 }
  other:
    weight: 70
    score:
      ratio: mean
      cap: 2
classes:
  quotas: { A: 20%, B: 80% }   # 第七条
  ties: [tax desc]
  rules:
    - { when: accident, at_most: C }   # 一票否决
    - when: promoted
      at_least: C
`;

/** The lines that differ, as a reader of a diff sees them. */
function changed(before: string, after: string): string[] {
  const old = before.split('\n');
  return after.split('\n').filter((line) => !old.includes(line));
}

describe('a value in a text', () => {
  test.each<[string, Path, unknown, string[]]>([
    [
      'a number keeps the comment behind it',
      ['indicators', 'tax_per_mu', 'weight'],
      35,
      ['    weight: 35      # 办法第一条'],
    ],
    [
      'inside braces',
      ['indicators', 'tax_per_mu', 'score', 'cap'],
      1.5,
      ['    score: { ratio: 24.097, cap: 1.5 }'],
    ],
    ['a percentage', ['classes', 'quotas', 'A'], '25%', ['  quotas: { A: 25%, B: 80% }   # 第七条']],
    ['quotes stay', ['inputs', 'rd', 'unit'], '万元', ["  rd:    { zh: 研发费用, unit: '万元' }"]],
    [
      'a new key inside braces',
      ['inputs', 'tax', 'optional'],
      true,
      ['  tax:   { zh: 税收, unit: 万元, optional: true }     # 税务局'],
    ],
    [
      'a new key in a block',
      ['indicators', 'tax_per_mu', 'missing'],
      { points: -3 },
      ['    missing: { points: -3 }'],
    ],
    ['a block becomes one line', ['indicators', 'other', 'score'], { ratio: 3 }, ['    score: { ratio: 3 }']],
    [
      'commas are quoted inside braces',
      ['classes', 'rules', 0, 'when'],
      'min(a, b) > 1',
      ['    - { when: "min(a, b) > 1", at_most: C }   # 一票否决'],
    ],
    ['an element added', ['classes', 'rules', 2], { when: 'x', set: 'D' }, ['    - { when: x, set: D }']],
    [
      'an element added between brackets',
      ['classes', 'ties', 1],
      'revenue desc',
      ['  ties: [tax desc, revenue desc]'],
    ],
    ['maps that are missing', ['adjustments', 'bonus', 'max'], 6, ['adjustments: { bonus: { max: 6 } }']],
  ])('%s', (_, path, value, lines) => {
    const edited = setAt(TEXT, path, value);
    expect(changed(TEXT, edited)).toEqual(lines);
    expect(dataAt(edited, path)).toEqual(value);
  });

  test('taken away with its key, and nothing else', () => {
    const edited = editText(TEXT, [
      { path: ['indicators', 'tax_per_mu', 'weight'], value: undefined },
      { path: ['indicators', 'tax_per_mu', 'score', 'cap'], value: undefined },
      { path: ['classes', 'rules', 0], value: undefined },
    ]);
    expect(changed(TEXT, edited)).toEqual(['    score: { ratio: 24.097 }']);
    expect(edited.split('\n')).toHaveLength(TEXT.split('\n').length - 2);
    expect(dataAt(edited, ['classes', 'rules'])).toEqual([{ when: 'promoted', at_least: 'C' }]);
  });

  test('elements change places with their text', () => {
    const edited = moveElement(TEXT, ['classes', 'rules'], 0, 1);
    expect(dataAt(edited, ['classes', 'rules'])).toEqual([
      { when: 'promoted', at_least: 'C' },
      { when: 'accident', at_most: 'C' },
    ]);
  });

  test('a broken text is left alone', () => {
    expect(setAt('a: [1', ['a'], 2)).toBe('a: [1');
  });
});

const SHIPPED = ['huangyan-2022-above-scale', 'huaian-2024', 'undp-hdi-2022'].map((name) =>
  readFileSync(new URL(`../../../schemes/${name}.yaml`, import.meta.url), 'utf8'),
);

/** Every place of a piece of data that has a value of its own. */
function places(data: unknown, at: Path = []): Path[] {
  if (typeof data !== 'object' || data === null) return [at];
  return Object.entries(data).flatMap(([key, inner]) =>
    places(inner, [...at, Array.isArray(data) ? Number(key) : key]),
  );
}

test('any number anywhere in a shipped scheme changes exactly one line', () => {
  for (const text of [TEXT, ...SHIPPED]) {
    const all = places(parse(text)).filter((path) => typeof dataAt(text, path) === 'number');
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.integer({ min: 1000, max: 9999 }), (path, value) => {
        const edited = setAt(text, path, value);
        const [old, now] = [text.split('\n'), edited.split('\n')];
        expect(now).toHaveLength(old.length);
        expect(now.filter((line, i) => line !== old[i])).toHaveLength(1);
        expect(dataAt(edited, path)).toBe(value);
      }),
      { numRuns: 25 },
    );
  }
});

test('any place can be taken away or filled, and the rest stays as it was', () => {
  for (const text of [TEXT, ...SHIPPED]) {
    const value = fc.oneof(
      fc.constant(undefined),
      fc.string({ minLength: 1, maxLength: 12 }),
      fc.constantFrom('20%', 'min(a, b)', '- x', 'yes', { a: 1 }, ['b', 2]),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places(parse(text))), value, (path, given) => {
        const edited = setAt(text, path, given);
        expect(parse(edited)).toEqual(expectedOf(parse(text), path, given));
      }),
      { numRuns: 40 },
    );
  }
});

function expectedOf(data: unknown, [key, ...rest]: Path, value: unknown): unknown {
  const copy: unknown = Array.isArray(data) ? [...(data as unknown[])] : { ...(data as object) };
  const at = copy as Record<string | number, unknown>;
  if (rest.length > 0) at[key as string] = expectedOf(at[key as string], rest, value);
  else if (value !== undefined) at[key as string] = value;
  else if (Array.isArray(copy)) copy.splice(Number(key), 1);
  else delete at[key as string];
  return copy;
}
