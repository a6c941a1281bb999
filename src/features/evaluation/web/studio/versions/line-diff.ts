// Two texts line by line: what stayed, what went, what came. Myers would be faster; schemes have a few hundred lines.

export type DiffLine = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string };

/** Longest common subsequence of lines; equal beginnings and ends are set aside first. */
export function diffLines(before: string, after: string): DiffLine[] {
  const a = before.split('\n');
  const b = after.split('\n');
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const same = (lines: readonly string[]): DiffLine[] => lines.map((text) => ({ kind: 'same', text }));
  return [
    ...same(a.slice(0, start)),
    ...diffMiddle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...same(end === 0 ? [] : a.slice(-end)),
  ];
}

/** Beyond this the table of the comparison grows too large, and everything is shown as replaced. */
const MOST_CELLS = 4_000_000;

function diffMiddle(a: readonly string[], b: readonly string[]): DiffLine[] {
  if ((a.length + 1) * (b.length + 1) > MOST_CELLS)
    return [
      ...a.map((text): DiffLine => ({ kind: 'gone', text })),
      ...b.map((text): DiffLine => ({ kind: 'new', text })),
    ];
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * width + j;
      common[at] =
        a[i] === b[j]
          ? (common[at + width + 1] as number) + 1
          : Math.max(common[at + width] as number, common[at + 1] as number);
    }
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const at = i * width + j;
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ kind: 'same', text: a[i] as string });
      i++;
      j++;
    } else if (
      j >= b.length ||
      (i < a.length && (common[at + width] as number) >= (common[at + 1] as number))
    )
      lines.push({ kind: 'gone', text: a[i++] as string });
    else lines.push({ kind: 'new', text: b[j++] as string });
  }
  return lines;
}

export type DiffPart = { readonly skipped: number; readonly lines: readonly DiffLine[] };

/** Changed lines with some around them; what is far from any change is counted, not shown. */
export function shortened(lines: readonly DiffLine[], around = 2): DiffPart[] {
  const near = lines.map((_, i) =>
    lines.slice(Math.max(0, i - around), i + around + 1).some(({ kind }) => kind !== 'same'),
  );
  const parts: { skipped: number; lines: DiffLine[] }[] = [];
  let skipped = 0;
  lines.forEach((line, i) => {
    if (near[i] !== true) {
      skipped++;
      return;
    }
    if (skipped > 0 || parts.length === 0) parts.push({ skipped, lines: [] });
    skipped = 0;
    parts.at(-1)?.lines.push(line);
  });
  if (skipped > 0 && parts.length > 0) parts.push({ skipped, lines: [] });
  return parts;
}
