// What changed between two versions of a scheme, leaf by leaf, so that nothing changes without being said.
import type { Path } from '#core/diagnostic.ts';

export type Difference = {
  readonly kind: 'changed' | 'added' | 'removed' | 'reordered';
  /** Sections of the scheme and names within them; elements of lists by their place. */
  readonly path: Path;
  readonly before: unknown;
  readonly after: unknown;
};

type Data = Readonly<Record<string, unknown>>;

/** Whole things that came or went are one difference each: an indicator, an input, a rule. */
export function schemeDifferences(before: unknown, after: unknown): Difference[] {
  return differences(before, after, []);
}

/** What is one choice is told as one: from this score to that one. */
const WHOLE: ReadonlySet<string> = new Set([
  'missing',
  'zero',
  'negative',
  'treat',
  'weighting',
  'aggregate',
  'title',
]);

function differences(before: unknown, after: unknown, path: Path): Difference[] {
  if (isSame(before, after)) return [];
  if (before === undefined) return [{ kind: 'added', path, before, after }];
  if (after === undefined) return [{ kind: 'removed', path, before, after }];
  if (Array.isArray(before) && Array.isArray(after)) return ofLists(before, after, path);
  const isWhole = WHOLE.has(String(path.at(-1))) || (path.at(-1) === 'score' && !isSameMethod(before, after));
  if (isMap(before) && isMap(after) && !isWhole) return ofMaps(before, after, path);
  return [{ kind: 'changed', path, before, after }];
}

function ofMaps(before: Data, after: Data, path: Path): Difference[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const found = keys.flatMap((key) => differences(before[key], after[key], [...path, key]));
  // The order of classes is their ranking; elsewhere it only says how results are listed.
  const [a, b] = [before, after].map((map) =>
    Object.keys(map)
      .filter((key) => key in before && key in after)
      .join(),
  );
  return a === b || found.length > 0 ? found : [{ kind: 'reordered', path, before, after }];
}

/** Elements are known by their content: one moved up is not twenty changed ones. */
function ofLists(before: readonly unknown[], after: readonly unknown[], path: Path): Difference[] {
  const gone = before.flatMap((one, i) => (after.some((other) => isSame(one, other)) ? [] : [i]));
  const came = after.flatMap((one, i) => (before.some((other) => isSame(one, other)) ? [] : [i]));
  if (gone.length === 0 && came.length === 0) return [{ kind: 'reordered', path, before, after }];
  // One in the same place on both sides is the same rule with another number.
  const kept = new Set(gone.filter((i) => came.includes(i) && areAlike(before[i], after[i])));
  return [
    ...[...kept].flatMap((i) => differences(before[i], after[i], [...path, i])),
    ...gone
      .filter((i) => !kept.has(i))
      .map((i): Difference => ({ kind: 'removed', path: [...path, i], before: before[i], after: undefined })),
    ...came
      .filter((i) => !kept.has(i))
      .map((i): Difference => ({ kind: 'added', path: [...path, i], before: undefined, after: after[i] })),
  ];
}

const areAlike = (a: unknown, b: unknown): boolean =>
  isMap(a) && isMap(b) && Object.keys(a).join() === Object.keys(b).join();

const isSameMethod = (a: unknown, b: unknown): boolean =>
  isMap(a) && isMap(b) && Object.keys(a)[0] === Object.keys(b)[0];

const isMap = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
