// Changes a scheme's text where a value stands and nowhere else: comments, order, spacing and quotes stay as somebody wrote them.
import { isSameData } from './same-data.ts';
import { isMap, isSeq, parseDocument } from 'yaml';
import { invariant } from '#core/app-error.ts';
import type { Path } from '#core/diagnostic.ts';
import { spliceFor } from './edit-places.ts';

/** `undefined` takes the value and its key away. */
export type Edit = { readonly path: Path; readonly value: unknown };

/**
 * The text with these values, one after another. Maps on the way that are missing are made; the index after the last
 * element of a list adds one. A text that is no YAML stays as it is.
 */
export function editText(text: string, edits: readonly Edit[]): string {
  return edits.reduce(editOne, text);
}

export const setAt = (text: string, path: Path, value: unknown): string => editText(text, [{ path, value }]);

/** An element of a list goes to another place in it. */
export function moveElement(text: string, path: Path, from: number, to: number): string {
  const list = dataAt(text, path);
  if (!Array.isArray(list) || list[from] === undefined || list[to] === undefined) return text;
  const step = from < to ? 1 : -1;
  let moved = text;
  for (let at = from; at !== to; at += step) moved = swapElements(moved, path, at, at + step);
  return moved;
}

/** What stands at a path, as data; undefined where the text cannot be read. */
export function dataAt(text: string, path: Path): unknown {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  const data: unknown = document.toJS();
  return valueIn(data, path);
}

/** What stands at a path of data; undefined where there is nothing. */
export function valueIn(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Record<string | number, unknown>)[key]
        : undefined,
    data,
  );
}

function editOne(text: string, { path, value }: Edit): string {
  invariant(path.length > 0, 'an edit has a place');
  const document = parseDocument(text, { keepSourceTokens: true });
  if (document.errors.length > 0) return text;
  const edit = withMissingMaps(document, { path, value });
  const wanted = parseDocument(text);
  if (edit.value === undefined) wanted.deleteIn(edit.path);
  else wanted.setIn(edit.path, wanted.createNode(edit.value));
  const expected: unknown = wanted.toJS();
  const splice = spliceFor(text, document, edit);
  if (splice !== undefined) {
    const edited = text.slice(0, splice.from) + splice.text + text.slice(splice.to);
    const read = parseDocument(edited);
    if (read.errors.length === 0 && isSameData(read.toJS(), expected)) return edited;
  }
  // Unusual places, such as the first key of a list's element: the library writes the text, comments are kept.
  return wanted.toString({ lineWidth: 0 });
}

/** A value below maps that are not there is set together with them. */
function withMissingMaps(document: ReturnType<typeof parseDocument>, { path, value }: Edit): Edit {
  if (value === undefined || path.length === 1) return { path, value };
  const parent: unknown = document.getIn(path.slice(0, -1), true);
  if (isMap(parent) || isSeq(parent)) return { path, value };
  return withMissingMaps(document, {
    path: path.slice(0, -1),
    value: { [String(path.at(-1))]: value },
  });
}

function swapElements(text: string, path: Path, a: number, b: number): string {
  const list: unknown = parseDocument(text).getIn(path, true);
  if (!isSeq(list)) return text;
  const [first, second] = [Math.min(a, b), Math.max(a, b)].map((index) => {
    const range = (list.items[index] as { range?: [number, number, number] } | null)?.range;
    return range && { from: range[0], to: range[0] + text.slice(range[0], range[1]).trimEnd().length };
  });
  if (first === undefined || second === undefined) return text;
  return (
    text.slice(0, first.from) +
    text.slice(second.from, second.to) +
    text.slice(first.to, second.from) +
    text.slice(first.from, first.to) +
    text.slice(second.to)
  );
}
