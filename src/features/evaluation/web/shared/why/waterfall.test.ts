import { describe, expect, test } from 'vitest';
import type { ExplainStep } from '#features/evaluation/contract/shapes.ts';
import { addsUp, waterfallOf } from './waterfall.ts';

const node = (
  kind: string,
  name: string,
  part: number | null,
  children: ExplainStep[] = [],
): ExplainStep => ({
  kind,
  name,
  zh: name,
  en: name,
  part,
  figures: {},
  children,
});
const tree = node('score', 'score', 73, [
  node('group', 'total', 70, [
    node('group', 'benefit', 60, [node('indicator', 'tax', 40), node('indicator', 'rd', 20)]),
    node('indicator', 'energy', 10),
  ]),
  node('bonus', 'bonus', 5, [node('rule', 'bonus 1', 8), node('cap', 'bonus', -3)]),
  node('penalty', 'penalty', -2, [node('rule', 'penalty 1', -2)]),
]);

describe('a waterfall', () => {
  const fall = waterfallOf(tree);
  const edges = fall.falls.map(({ node: { name }, depth, from, to }) => [name, depth, from, to]);

  test('every part starts where the one before it ended, a group spans its parts', () =>
    expect(edges).toEqual([
      ['benefit', 0, 0, 60],
      ['tax', 1, 0, 40],
      ['rd', 1, 40, 60],
      ['energy', 0, 60, 70],
      ['bonus', 0, 70, 75],
      ['bonus 1', 1, 70, 78],
      ['bonus', 1, 78, 75],
      ['penalty', 0, 75, 73],
      ['penalty 1', 1, 75, 73],
    ]));
  test('ends at the score, and says so only when it does', () => {
    expect(fall.total).toBe(73);
    expect([addsUp(fall, 73), addsUp(fall, 73.01), addsUp(fall, null)]).toEqual([true, false, false]);
  });
  test('reaches from the lowest to the highest edge', () => expect([fall.low, fall.high]).toEqual([0, 78]));
  test('a penalty below nothing is shown below nothing', () =>
    expect(waterfallOf(node('score', 's', -1, [node('penalty', 'p', -1)])).low).toBe(-1));
  test('every key is its own', () => expect(new Set(fall.falls.map(({ key }) => key)).size).toBe(9));
  test('comparisons have no parts, so there is no total', () => {
    const compared = waterfallOf(
      node('score', 's', 3, [node('group', 'g', 3, [node('indicator', 'a', null)])]),
    );
    expect(compared.total).toBeUndefined();
    expect(compared.falls[0]).toMatchObject({ from: undefined, to: undefined });
  });
});
