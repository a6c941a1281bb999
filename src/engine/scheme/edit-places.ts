// Where in a text an edit is made, as the piece to be replaced: a value, a line of a block, an entry between commas.
import {
  Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type Scalar,
  stringify,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Edit } from './edit.ts';

export type Splice = { readonly from: number; readonly to: number; readonly text: string };

type Ranged = { readonly range: readonly [start: number, end: number, after: number] };

/** Undefined where no small piece can be found. The document was made from this text. */
export function spliceFor(
  text: string,
  document: { getIn: Document['getIn'] },
  { path, value }: Edit,
): Splice | undefined {
  const key = path.at(-1) as string | number;
  const parent: unknown = document.getIn(path.slice(0, -1), true);
  if (isMap(parent)) {
    const pair = parent.items.find(
      (item) => String(isScalar(item.key) ? item.key.value : item.key) === String(key),
    );
    if (pair === undefined)
      return value === undefined ? undefined : insert(text, parent, `${keyText(key)}: `, value);
    return value === undefined ? removal(text, parent, pair) : replacement(text, parent, pair, value);
  }
  if (!isSeq(parent) || typeof key !== 'number') return undefined;
  const element: unknown = parent.items[key];
  if (element === undefined) return value === undefined ? undefined : insert(text, parent, '', value);
  if (value === undefined) return removal(text, parent, element);
  return isRanged(element)
    ? { ...extent(text, element), text: render(value, parent.flow === true, element) }
    : undefined;
}

function replacement(
  text: string,
  parent: YAMLMap,
  { key, value: old }: Pair,
  value: unknown,
): Splice | undefined {
  if (!isRanged(key) || !isRanged(old)) return undefined;
  const isBlock = isCollection(old) && old.flow !== true;
  const { from, to } = extent(text, old);
  const written = render(value, parent.flow === true, old);
  // What takes the place of a block stands on the line of its key.
  if (isBlock) return { from: key.range[1], to, text: `: ${written}` };
  return { from, to, text: from === to ? ` ${written}` : written };
}

function insert(text: string, parent: YAMLMap | YAMLSeq, start: string, value: unknown): Splice | undefined {
  if (!isRanged(parent)) return undefined;
  const { to } = extent(text, parent);
  if (parent.flow === true) {
    const written = `${start}${render(value, true)}`;
    const close = to - 1;
    const end = text.slice(0, close).trimEnd().length;
    const isEmpty = parent.items.length === 0;
    const [gap, comma] = [isMap(parent) ? ' ' : '', isEmpty ? '' : ', '];
    return { from: end, to: close, text: `${isEmpty ? gap : ''}${comma}${written}${gap}` };
  }
  const last = parent.items.at(-1);
  const first = parent.items[0];
  if (last === undefined || first === undefined) return undefined;
  const indent = columnOf(text, startOf(text, parent, first));
  const line = endOfLine(text, endOf(text, last));
  const dash = isSeq(parent) ? '- ' : '';
  const before = text.slice(0, line).endsWith('\n') ? '' : '\n';
  const written = `${before}${' '.repeat(indent)}${dash}${start}${blockValue(value, indent, start !== '')}\n`;
  return { from: line, to: line, text: written };
}

/** Short values on the line of their key, long ones below it. */
function blockValue(value: unknown, indent: number, hasKey: boolean): string {
  const flow = render(value, false);
  if (flow.length <= 100 || !hasKey || typeof value !== 'object') return flow;
  const lines = stringify(value, { lineWidth: 0 }).trimEnd().split('\n');
  return lines.map((line) => `\n${' '.repeat(indent + 2)}${line}`).join('');
}

function removal(text: string, parent: YAMLMap | YAMLSeq, item: unknown): Splice | undefined {
  const at = startOf(text, parent, item);
  const to = endOf(text, item);
  if (at < 0) return undefined;
  if (parent.flow === true) {
    const after = /^\s*,\s*/.exec(text.slice(to));
    if (after !== null) return { from: at, to: to + after[0].length, text: '' };
    const before = /,\s*$/.exec(text.slice(0, at));
    return before === null ? { from: at, to, text: '' } : { from: at - before[0].length, to, text: '' };
  }
  const from = text.lastIndexOf('\n', at - 1) + 1;
  // The last entry of a block leaves a key without a value, and the first key of an element shares the line of its dash.
  if (parent.items.length === 1 || text.slice(from, at).trim() !== '') return undefined;
  return { from, to: endOfLine(text, to), text: '' };
}

/** Where an entry begins: its key, or the dash before it. */
function startOf(text: string, parent: YAMLMap | YAMLSeq, item: unknown): number {
  if (isMap(parent)) {
    const { key } = item as Pair;
    return isRanged(key) ? key.range[0] : -1;
  }
  if (!isRanged(item)) return -1;
  return parent.flow === true ? item.range[0] : text.lastIndexOf('-', item.range[0] - 1);
}

function endOf(text: string, item: unknown): number {
  const node = isPairLike(item) ? (item.value ?? item.key) : item;
  return isRanged(node) ? extent(text, node).to : -1;
}

const isPairLike = (item: unknown): item is Pair =>
  typeof item === 'object' && item !== null && 'key' in item && 'value' in item && !('range' in item);

function extent(text: string, { range }: Ranged): { from: number; to: number } {
  return { from: range[0], to: range[0] + text.slice(range[0], range[1]).trimEnd().length };
}

const columnOf = (text: string, at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1);

function endOfLine(text: string, at: number): number {
  const line = text.indexOf('\n', at);
  return line < 0 ? text.length : line + 1;
}

function isRanged(node: unknown): node is Ranged {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

const keyText = (key: string | number): string => render(String(key), true);

/** On one line, and quoted where the place demands it; the quotes of what stood there are kept. */
function render(value: unknown, isInFlow: boolean, old?: unknown): string {
  const document = new Document(isInFlow ? [value] : { k: value });
  visit(document, {
    Collection: (_, node) => {
      if (isInFlow || node !== document.contents) node.flow = true;
    },
  });
  const node: unknown = document.getIn([isInFlow ? 0 : 'k'], true);
  if (isScalar(node) && isScalar(old) && typeof node.value === 'string') node.type = quoteOf(old);
  const written = document.toString({ lineWidth: 0, flowCollectionPadding: true }).trim();
  return isInFlow ? written.slice(1, -1).trim() : written.slice('k:'.length).trim();
}

function quoteOf({ type, value }: Scalar): 'QUOTE_SINGLE' | 'QUOTE_DOUBLE' | 'PLAIN' {
  if (typeof value !== 'string' || (type !== 'QUOTE_SINGLE' && type !== 'QUOTE_DOUBLE')) return 'PLAIN';
  return type;
}
