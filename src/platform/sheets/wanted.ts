// Finds the columns a caller wants among the headers of a sheet, whoever typed them: 用地面积（㎡）, 用地面积(平方米), Land area [m2].

export type WantedColumn = {
  readonly name: string;
  /** Accepted spellings: identifier, Chinese and English label, aliases. */
  readonly headers: readonly string[];
  /** Dates become days since 1970-01-01, flags 0 and 1; both, like numbers, are NaN when absent. */
  readonly kind: 'number' | 'flag' | 'date' | 'category' | 'text';
  readonly unit?: string;
  readonly optional: boolean;
  /** Of several headers that fit, the spelling that comes first counts; unless so, a second one is a fault. */
  readonly inOrder?: boolean;
};

/** A header as found, and the unit in its brackets as found. */
export type FoundHeader = { readonly name: string; readonly header: string; readonly unit?: string };

export type HeaderMatch = {
  /** Per wanted column: its place in the sheet, or undefined. */
  readonly places: readonly (number | undefined)[];
  readonly found: readonly FoundHeader[];
  readonly missing: readonly WantedColumn[];
  readonly twice: readonly {
    readonly wanted: WantedColumn;
    readonly first: string;
    readonly second: string;
  }[];
  readonly ignored: readonly string[];
};

/** What two spellings of one header have in common: width, case, blanks and the star of what must be filled in do not count. */
export function headerKey(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]/g, '')
    .replace(/^[*★※]+|[*★※]+$/g, '')
    .toLowerCase();
}

const UNIT = /^(.*?)[(（[［【]([^()（）[\]［］【】]*)[)）\]］】]$/s;

type Header = {
  readonly place: number;
  readonly text: string;
  readonly unit?: string;
  readonly keys: readonly string[];
};

function readHeader(raw: string, place: number): Header {
  const text = raw.trim();
  const parts = UNIT.exec(text);
  const [bare, unit] = [parts?.[1]?.trim() ?? '', parts?.[2]?.trim() ?? ''];
  const whole = headerKey(text);
  return bare === '' || unit === ''
    ? { place, text, keys: [whole] }
    : { place, text, unit, keys: [whole, headerKey(bare)] };
}

export function matchHeaders(headers: readonly string[], wanted: readonly WantedColumn[]): HeaderMatch {
  const read = headers.map(readHeader).filter(({ text }) => text !== '');
  const taken = new Set<number>();
  const places: (number | undefined)[] = [];
  const found: FoundHeader[] = [];
  const missing: WantedColumn[] = [];
  const twice: { wanted: WantedColumn; first: string; second: string }[] = [];
  for (const column of wanted) {
    const hits = headersFor(column, read);
    for (const hit of hits) taken.add(hit.place);
    const [first, second] = hits;
    places.push(first?.place);
    if (first === undefined) {
      if (!column.optional) missing.push(column);
      continue;
    }
    found.push({
      name: column.name,
      header: first.text,
      ...(first.unit === undefined ? {} : { unit: first.unit }),
    });
    if (second !== undefined) twice.push({ wanted: column, first: first.text, second: second.text });
  }
  const ignored = read.filter(({ place }) => !taken.has(place)).map(({ text }) => text);
  return { places, found, missing, twice, ignored };
}

function headersFor(column: WantedColumn, read: readonly Header[]): readonly Header[] {
  const spellings = column.headers.map(headerKey);
  const fitting = (some: readonly string[]): Header[] =>
    read.filter(({ keys }) => keys.some((key) => some.includes(key)));
  if (column.inOrder !== true) return fitting(spellings);
  return spellings.map((spelling) => fitting([spelling])).find((hits) => hits.length > 0) ?? [];
}

/** Titles and notes may stand above the header: the header is the row, of the first few, that has the most wanted columns. */
export function findHeaderRow(
  rows: readonly (readonly string[])[],
  wanted: readonly WantedColumn[],
): { readonly index: number; readonly hits: number } {
  let best = {
    index: Math.max(
      0,
      rows.findIndex((row) => row.some((cell) => cell.trim() !== '')),
    ),
    hits: 0,
  };
  for (const [index, row] of rows.entries()) {
    const hits = matchHeaders(row, wanted).found.length;
    if (hits > best.hits) best = { index, hits };
  }
  return best;
}

/** The headers of the sheet, those most like the wanted column's first. */
export function nearestHeaders(wanted: WantedColumn, headers: readonly string[], count: number): string[] {
  const distance = (header: string): number =>
    Math.min(...wanted.headers.map((spelling) => editDistance(headerKey(spelling), headerKey(header))));
  return headers
    .map((header) => ({ header, distance: distance(header) }))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ header }) => header);
}

/** Levenshtein's distance relative to the longer text: 0 is equal, 1 has nothing in common. */
function editDistance(a: string, b: string): number {
  const [from, to] = [Array.from(a), Array.from(b)];
  let previous = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (const [i, x] of from.entries()) {
    const row = [i + 1];
    for (const [j, y] of to.entries()) {
      const change = (previous[j] ?? 0) + (x === y ? 0 : 1);
      row.push(Math.min(change, (previous[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1));
    }
    previous = row;
  }
  return (previous[to.length] ?? 0) / Math.max(from.length, to.length, 1);
}
