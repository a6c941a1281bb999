// Where a run puts the columns it computes. A simulation rewinds its workspace, and the next run writes over the last one's columns.

export type Workspace = {
  /** A column with whatever was in it: who takes it writes every row. */
  readonly numbers: () => Float64Array;
  readonly bytes: () => Uint8Array;
  /** All columns may be taken again, in the same order. */
  readonly rewind: () => void;
};

export function createWorkspace(rows: number): Workspace {
  const numbers: Float64Array[] = [];
  const bytes: Uint8Array[] = [];
  let nextNumbers = 0;
  let nextBytes = 0;
  return {
    numbers: () => (numbers[nextNumbers++] ??= new Float64Array(rows)),
    bytes: () => (bytes[nextBytes++] ??= new Uint8Array(rows)),
    rewind: () => {
      nextNumbers = 0;
      nextBytes = 0;
    },
  };
}

/** Columns that nobody takes back: what is computed in it lasts as long as somebody reads it. */
export function lastingWorkspace(rows: number): Workspace {
  return {
    numbers: () => new Float64Array(rows),
    bytes: () => new Uint8Array(rows),
    rewind: () => undefined,
  };
}
