// What an outcome says: the matrix of classes, who moved, which parks gain and lose. Pure, so that it is tested.
import type { Opened, Outcome } from '#features/evaluation/web/engine-worker/messages.ts';

export type Mover = {
  readonly row: number;
  readonly name: string;
  readonly id: string;
  readonly enterpriseId: string;
  readonly park: string;
  readonly before: string;
  readonly after: string;
  /** Up is negative: places among the classes. */
  readonly way: number;
  readonly scoreBefore: number | null;
  readonly scoreAfter: number | null;
  readonly rankBefore: number | null;
  readonly rankAfter: number | null;
  /** A position among the indicators; −1 where the own score did not change. */
  readonly cause: number;
  readonly causePoints: number;
};

const orNull = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;

/** Best rank after first. */
export function moversOf(outcome: Outcome, opened: Opened): Mover[] {
  const { classes, before, after, moved, cause, causePoints } = outcome;
  const movers = Array.from(moved, (row, i): Mover => {
    const [from, to] = [before.place[row] as number, after.place[row] as number];
    return {
      row,
      id: opened.ids[row] ?? '',
      name: opened.names[row] ?? opened.ids[row] ?? '',
      enterpriseId: opened.enterpriseIds[row] ?? '',
      park: opened.parkIds[opened.parks[row] as number] ?? '',
      before: classes[from] ?? '',
      after: classes[to] ?? '',
      way: to - from,
      scoreBefore: orNull(before.score[row]),
      scoreAfter: orNull(after.score[row]),
      rankBefore: before.rank[row] === 0 ? null : orNull(before.rank[row]),
      rankAfter: after.rank[row] === 0 ? null : orNull(after.rank[row]),
      cause: cause[i] ?? -1,
      causePoints: causePoints[i] ?? 0,
    };
  });
  return movers.sort((a, b) => (a.rankAfter ?? Infinity) - (b.rankAfter ?? Infinity));
}

export type MatrixRow = { readonly before: string; readonly counts: readonly number[]; readonly sum: number };

/** Rows and columns of classes that nobody is or was in are left out. */
export function matrixOf({ classes, transitions }: Pick<Outcome, 'classes' | 'transitions'>): {
  readonly classes: readonly string[];
  readonly rows: readonly MatrixRow[];
  readonly sums: readonly number[];
} {
  const width = classes.length;
  const cell = (from: number, to: number): number => transitions[from * width + to] ?? 0;
  const all = classes.map((_, i) => i);
  const used = all.filter((i) => all.some((j) => cell(i, j) > 0 || cell(j, i) > 0));
  const rows = used.map((from): MatrixRow => {
    const counts = used.map((to) => cell(from, to));
    return { before: classes[from] ?? '', counts, sum: counts.reduce((sum, one) => sum + one, 0) };
  });
  return {
    classes: used.map((i) => classes[i] ?? ''),
    rows,
    sums: used.map((to) => used.reduce((sum, from) => sum + cell(from, to), 0)),
  };
}

export type ParkChange = {
  readonly park: string;
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** More or fewer in the best class. */
  readonly best: number;
  /** Subjects of the park whose class count differs, for the order of the list. */
  readonly shifted: number;
};

/** Parks where something changes, most first. */
export function parkChanges(outcome: Outcome, parkIds: readonly string[]): ParkChange[] {
  const { classes, parksBefore, parksAfter } = outcome;
  const width = classes.length;
  return parkIds
    .map((park, at): ParkChange => {
      const before = Array.from(parksBefore.subarray(at * width, (at + 1) * width));
      const after = Array.from(parksAfter.subarray(at * width, (at + 1) * width));
      const shifted = after.reduce((sum, count, i) => sum + Math.abs(count - (before[i] ?? 0)), 0) / 2;
      return { park, before, after, best: (after[0] ?? 0) - (before[0] ?? 0), shifted };
    })
    .filter(({ shifted }) => shifted > 0)
    .sort((a, b) => {
      const byBest = Math.abs(b.best) - Math.abs(a.best);
      return byBest === 0 ? b.shifted - a.shifted : byBest;
    });
}

/** How many are in each class, in the order of classes and without empty ones at the end. */
export function countsOf(
  classes: readonly string[],
  place: Uint8Array,
): { readonly class: string; readonly count: number }[] {
  const counts = new Array<number>(classes.length).fill(0);
  for (const at of place) counts[at] = (counts[at] ?? 0) + 1;
  return classes
    .map((name, i) => ({ class: name, count: counts[i] ?? 0 }))
    .filter((one) => one.class !== '' || one.count > 0);
}
