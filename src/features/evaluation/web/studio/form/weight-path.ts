// Where the weight of an indicator stands: beside it, or in the tree of groups.
import type { Path } from '#core/diagnostic.ts';
import { type Edit, valueIn } from '#engine/scheme/edit.ts';
import { keysIn } from './form-context.ts';

export function weightPathOf(data: unknown, indicator: string): Path {
  return placeInTree(data, ['tree'], indicator) ?? ['indicators', indicator, 'weight'];
}

/** An indicator goes with its weight in the tree, which would name what is no more. */
export function removeIndicator(data: unknown, indicator: string): Edit[] {
  const inTree = placeInTree(data, ['tree'], indicator);
  return [
    { path: ['indicators', indicator], value: undefined },
    ...(inTree === undefined ? [] : [{ path: inTree, value: undefined }]),
  ];
}

function placeInTree(data: unknown, group: Path, indicator: string): Path | undefined {
  for (const child of keysIn(data, [...group, 'children'])) {
    const at: Path = [...group, 'children', child];
    const value = valueIn(data, at);
    if (typeof value === 'object') {
      const inner = placeInTree(data, at, indicator);
      if (inner !== undefined) return inner;
    } else if (child === indicator) return at;
  }
  return undefined;
}
