// Where the weight of an indicator stands: beside it, or in the tree of groups; and what moves within the tree.
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

/** Groups of the tree, from the top down; none where there is no tree. */
export function groupPaths(data: unknown, group: Path = ['tree']): Path[] {
  if (valueIn(data, [...group, 'children']) === undefined) return [];
  const inner = keysIn(data, [...group, 'children']);
  return [group, ...inner.flatMap((child) => groupPaths(data, [...group, 'children', child]))];
}

/** The weight goes along. */
export function moveToGroup(data: unknown, indicator: string, group: Path): Edit[] {
  const from = placeInTree(data, ['tree'], indicator);
  const weight = from === undefined ? 0 : valueIn(data, from);
  return [
    ...(from === undefined ? [] : [{ path: from, value: undefined }]),
    { path: [...group, 'children', indicator], value: weight },
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
