// An explanation as a waterfall: every part starts where the one before it ended, and the last one ends at the score.
import type { ExplainStep } from '#features/evaluation/contract/shapes.ts';

export type Fall = {
  readonly node: ExplainStep;
  /** Unlike any other in the tree. */
  readonly key: string;
  readonly depth: number;
  /** Where its part starts and ends; both undefined where the tree has no parts (pairwise comparison). */
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** A group: its parts stand below it. */
  readonly isSum: boolean;
};

export type Waterfall = {
  readonly falls: readonly Fall[];
  /** Smallest and largest edge, zero among them. */
  readonly low: number;
  readonly high: number;
  /** What the parts add up to; undefined where there are none. */
  readonly total: number | undefined;
};

/** The outermost group says nothing that the score does not say; other groups and bonuses stand above their parts. */
export function waterfallOf(tree: ExplainStep): Waterfall {
  const falls: Fall[] = [];
  const add = (
    node: ExplainStep,
    depth: number,
    start: number | undefined,
    key: string,
  ): number | undefined => {
    const end = start === undefined || node.part === null ? undefined : start + node.part;
    const isSum = node.children.length > 0;
    falls.push({ node, key, depth, from: end === undefined ? undefined : start, to: end, isSum });
    addAll(node.children, depth + 1, start, key);
    return end;
  };
  const addAll = (
    nodes: readonly ExplainStep[],
    depth: number,
    start: number | undefined,
    path: string,
  ): number | undefined => nodes.reduce((at, node, i) => add(node, depth, at, `${path}/${i}`), start);
  const total = tree.children.reduce<number | undefined>((at, node, i) => {
    const key = `/${i}`;
    return node.kind === 'group' ? addAll(node.children, 0, at, key) : add(node, 0, at, key);
  }, 0);
  const edges = falls.flatMap(({ from, to }) => (from === undefined || to === undefined ? [] : [from, to]));
  return { falls, low: Math.min(0, ...edges), high: Math.max(0, ...edges), total };
}

/** The parts are exact up to the last digits of a double. */
export const addsUp = ({ total }: Waterfall, score: number | null): boolean =>
  total !== undefined && score !== null && Math.abs(total - score) < 1e-6;
