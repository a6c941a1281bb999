// A part is what one thread knows of a CSV beside the columns that all share. Joining the parts gives the same file
// whichever thread parsed what.
import { type Columns, LABEL, type ScanPlan } from './columns.ts';
import { MAX_FINDINGS, type ScanFinding } from './scanner.ts';

/** A run of records of the file that one thread parsed; its rows lie together in the columns. */
export type Piece = {
  readonly index: number;
  readonly firstRow: number;
  readonly rows: number;
  readonly records: number;
  /** Records of the piece that were blank. */
  readonly blanks: readonly number[];
  readonly findings: readonly ScanFinding[];
};

/** Plain data, as it may come from a worker thread. */
export type Part = {
  readonly pieces: readonly Piece[];
  /** Per column of the file: the labels as this thread numbered them. */
  readonly labels: readonly (readonly string[])[];
  /** Findings beyond those that the pieces list. */
  readonly moreFindings: number;
};

export type ScannedFile = {
  readonly rows: number;
  readonly columns: Columns;
  /** Per column of the file; empty for columns of another kind. */
  readonly labels: readonly (readonly string[])[];
  /** In the order of the file; `record` counts from the first record after the header. */
  readonly findings: readonly ScanFinding[];
  readonly moreFindings: number;
  readonly blanks: readonly number[];
};

type Placed = Piece & { readonly part: Part };

export function joinParts(plan: ScanPlan, columns: Columns, parts: readonly Part[]): ScannedFile {
  const pieces = parts
    .flatMap((part) => part.pieces.map((piece): Placed => ({ ...piece, part })))
    .toSorted((a, b) => a.index - b.index);
  const findings: ScanFinding[] = [];
  const blanks: number[] = [];
  let records = 0;
  for (const piece of pieces) {
    for (const finding of piece.findings) findings.push({ ...finding, record: records + finding.record });
    for (const blank of piece.blanks) blanks.push(records + blank);
    records += piece.records;
  }
  const unlisted = parts.reduce((sum, part) => sum + part.moreFindings, 0);
  return {
    rows: pieces.reduce((sum, piece) => sum + piece.rows, 0),
    columns,
    labels: plan.actions.map((action, i) =>
      action === LABEL ? joinLabels(columns.codes[i], i, pieces) : [],
    ),
    findings: findings.slice(0, MAX_FINDINGS),
    moreFindings: unlisted + Math.max(0, findings.length - MAX_FINDINGS),
    blanks,
  };
}

/** Every thread numbered its labels by itself: renumbers them in the order in which the file has them. */
function joinLabels(
  codes: Int32Array | undefined,
  column: number,
  pieces: readonly Placed[],
): readonly string[] {
  const parts = [...new Set(pieces.map(({ part }) => part))];
  const [only] = parts;
  if (codes === undefined || only === undefined) return [];
  // One thread met them in the order of the file.
  if (parts.length === 1) return only.labels[column] ?? [];
  const codeOf = inOrderOfFile(codes, column, pieces);
  const renumbered = new Map(
    parts.map((part) => [
      part,
      Int32Array.from(part.labels[column] ?? [], (label) => codeOf.get(label) ?? -1),
    ]),
  );
  for (const { part, firstRow, rows } of pieces) {
    const to = renumbered.get(part);
    if (to === undefined || to.every((code, i) => code === i)) continue;
    for (let row = firstRow; row < firstRow + rows; row++) {
      const code = codes[row] as number;
      if (code >= 0) codes[row] = to[code] as number;
    }
  }
  return [...codeOf.keys()];
}

function inOrderOfFile(
  codes: Int32Array,
  column: number,
  pieces: readonly Placed[],
): ReadonlyMap<string, number> {
  const known = new Set(pieces.flatMap(({ part }) => part.labels[column] ?? [])).size;
  const codeOf = new Map<string, number>();
  for (const { part, firstRow, rows } of pieces) {
    const labels = part.labels[column] ?? [];
    const seen = new Uint8Array(labels.length);
    for (let row = firstRow; row < firstRow + rows; row++) {
      if (codeOf.size === known) return codeOf;
      const code = codes[row] as number;
      if (code < 0 || seen[code] === 1) continue;
      seen[code] = 1;
      const label = labels[code] as string;
      if (!codeOf.has(label)) codeOf.set(label, codeOf.size);
    }
  }
  return codeOf;
}
