// Two runs side by side: who is in another class, how ranks moved, and which indicator moved a score.
import { NO_CLASS } from '../classify/classify.ts';
import { explainRow } from '../explain/explain.ts';
import type { ExplainNode } from '../explain/tree.ts';
import type { Run } from '../run/evaluate.ts';
import { textAt, type TextColumn } from '../table/column.ts';

export type Comparison = {
  readonly before: Run;
  readonly after: Run;
  /** Classes of both runs, best first, then '' for "no class" and for "not in this run". */
  readonly classes: readonly string[];
  /** Subjects by class before (rows) and after (columns), `classes.length` squared, row by row. */
  readonly transitions: Int32Array;
  /** For each row of `after`, its row in `before`; −1 for a newcomer. */
  readonly rowBefore: Int32Array;
  /** Rows of `after` whose class differs, in order of their rows; newcomers are not among them. */
  readonly moved: Int32Array;
  /** Of those, how many went to a better or a worse class of the order; the rest went to or came from outside it. */
  readonly up: number;
  readonly down: number;
  readonly same: number;
  readonly entered: number;
  readonly left: number;
};

/** Subjects are matched by id; two runs over the same ids, as in a what-if, need no matching. */
export function compareRuns(before: Run, after: Run): Comparison {
  const classes = [...new Set([...classNames(after), ...classNames(before)]), ''];
  const placeBefore = placesIn(classes, before);
  const placeAfter = placesIn(classes, after);
  const rowBefore = matchRows(before, after);
  const ordered = orderedCount(before, after);
  const none = classes.length - 1;
  const transitions = new Int32Array(classes.length * classes.length);
  const moved = new Int32Array(after.rows);
  const counts = { moved: 0, up: 0, down: 0, entered: 0 };
  for (let row = 0; row < after.rows; row++) {
    const previous = rowBefore[row] as number;
    const to = placeAfter[after.final[row] as number] as number;
    const from = previous < 0 ? none : (placeBefore[before.final[previous] as number] as number);
    const cell = from * classes.length + to;
    transitions[cell] = (transitions[cell] as number) + 1;
    if (previous < 0) counts.entered++;
    else if (from !== to) {
      moved[counts.moved++] = row;
      if (from < ordered && to < ordered) counts[to < from ? 'up' : 'down']++;
    }
  }
  const left = countLeft(before, rowBefore, placeBefore, transitions, classes.length);
  return {
    before,
    after,
    classes,
    transitions,
    rowBefore,
    moved: moved.subarray(0, counts.moved),
    up: counts.up,
    down: counts.down,
    same: after.rows - counts.entered - counts.moved,
    entered: counts.entered,
    left,
  };
}

export type ScoreChange = Pick<ExplainNode, 'kind' | 'name'> & { readonly part: number };

export type Move = {
  readonly id: string;
  readonly classBefore: string;
  readonly classAfter: string;
  readonly scoreBefore: number;
  readonly scoreAfter: number;
  readonly rankBefore: number;
  readonly rankAfter: number;
  /** What changed the score, largest first: indicators, coefficient, bonus, penalty, rounding. The parts add up. */
  readonly changes: readonly ScoreChange[];
};

/** One subject in both runs. `row` is a row of `after` that has a row before. */
export function describeMove(comparison: Comparison, row: number): Move {
  const { before, after } = comparison;
  const previous = comparison.rowBefore[row] as number;
  return {
    id: textAt(after.dataset.ids, row),
    classBefore: classAt(before, previous),
    classAfter: classAt(after, row),
    scoreBefore: before.score[previous] as number,
    scoreAfter: after.score[row] as number,
    rankBefore: before.classified.ranking.rank[previous] as number,
    rankAfter: after.classified.ranking.rank[row] as number,
    changes: scoreChanges(explainRow(before, previous).tree, explainRow(after, row).tree),
  };
}

/** Parts of both explanations by name; what stands in only one of them changed from or to nothing. */
function scoreChanges(before: ExplainNode, after: ExplainNode): ScoreChange[] {
  const changes = new Map<string, ScoreChange>();
  const add = (node: ExplainNode, sign: 1 | -1): void => {
    const isLeaf = node.kind !== 'score' && node.kind !== 'group';
    if (!isLeaf && node.children.some((child) => child.part !== undefined)) {
      for (const child of node.children) add(child, sign);
      return;
    }
    const key = `${node.kind} ${node.name}`;
    const part = (changes.get(key)?.part ?? 0) + sign * (node.part ?? 0);
    changes.set(key, { kind: node.kind, name: node.name, part });
  };
  add(after, 1);
  add(before, -1);
  return [...changes.values()]
    .filter(({ part }) => part !== 0)
    .toSorted((a, b) => Math.abs(b.part) - Math.abs(a.part));
}

function classAt(run: Run, row: number): string {
  const position = run.final[row] as number;
  return position === NO_CLASS ? '' : (run.plan.classes?.all[position] ?? '');
}

function classNames(run: Run): readonly string[] {
  return run.plan.classes?.all ?? [];
}

/** How many of the joint classes stand in an order of better and worse: those both schemes order alike. */
function orderedCount(before: Run, after: Run): number {
  const a = before.plan.classes?.order ?? [];
  const b = after.plan.classes?.order ?? [];
  return a.join() === b.join() ? b.length : 0;
}

/** From a class position of the run to its place among the joint classes. */
function placesIn(classes: readonly string[], run: Run): Uint8Array {
  const places = new Uint8Array(NO_CLASS + 1).fill(classes.length - 1);
  classNames(run).forEach((name, position) => {
    places[position] = classes.indexOf(name);
  });
  return places;
}

function matchRows(before: Run, after: Run): Int32Array {
  const rowBefore = new Int32Array(after.rows);
  if (before.dataset.ids === after.dataset.ids) {
    for (let row = 0; row < rowBefore.length; row++) rowBefore[row] = row;
    return rowBefore;
  }
  const rowOf = rowsById(before.dataset.ids, before.rows);
  for (let row = 0; row < rowBefore.length; row++)
    rowBefore[row] = rowOf.get(textAt(after.dataset.ids, row)) ?? -1;
  return rowBefore;
}

function rowsById(ids: TextColumn, rows: number): Map<string, number> {
  const rowOf = new Map<string, number>();
  for (let row = 0; row < rows; row++) rowOf.set(textAt(ids, row), row);
  return rowOf;
}

function countLeft(
  before: Run,
  rowBefore: Int32Array,
  placeBefore: Uint8Array,
  transitions: Int32Array,
  width: number,
): number {
  const stayed = new Uint8Array(before.rows);
  for (let row = 0; row < rowBefore.length; row++)
    if ((rowBefore[row] as number) >= 0) stayed[rowBefore[row] as number] = 1;
  let left = 0;
  for (let row = 0; row < before.rows; row++) {
    if (stayed[row] === 1) continue;
    left++;
    const cell = (placeBefore[before.final[row] as number] as number) * width + width - 1;
    transitions[cell] = (transitions[cell] as number) + 1;
  }
  return left;
}
