// Weights that must keep their sum when some of them are varied: those that are points of one sum.
import type { GroupPlan } from '../scheme/plan.ts';

/**
 * Indicators by the sum their weights add up in, sums of sums together. A sum with other points in all would move every
 * score and threshold; means divide by the weights themselves, so indicators in them belong to no block.
 */
export function weightBlocks(root: GroupPlan): number[][] {
  const blocks: number[][] = [];
  visit(root, undefined, blocks);
  return blocks;
}

function visit(group: GroupPlan, around: number[] | undefined, blocks: number[][]): void {
  const block = group.aggregate.kind === 'sum' ? (around ?? newBlock(blocks)) : undefined;
  for (const child of group.children) {
    if (child.kind === 'group') visit(child, block, blocks);
    else block?.push(child.indicator);
  }
}

function newBlock(blocks: number[][]): number[] {
  const block: number[] = [];
  blocks.push(block);
  return block;
}
