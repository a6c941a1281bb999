// Compares two results of the task, line by line: they are the same when nothing but the last decimal differs.
import { readFileSync } from 'node:fs';

export type Difference = {
  readonly rows: number;
  /** Rows that one result has and the other has not, or that stand elsewhere. */
  readonly misplaced: number;
  readonly score: number;
  readonly percentRank: number;
  readonly ranks: number;
  readonly classes: number;
};

const SCORES = ['s1', 's2', 's3', 's4', 's5', 's6', 'total'];
/** Results have six decimals, and a figure halfway between two of them may be rounded either way. */
const TOLERANCE = 1.01e-6;

export function isSame({ misplaced, score, percentRank, ranks, classes }: Difference): boolean {
  return misplaced === 0 && score <= TOLERANCE && percentRank <= TOLERANCE && ranks === 0 && classes === 0;
}

export function compareResults(file: string, other: string): Difference {
  const ours = openLines(file);
  const theirs = openLines(other);
  const difference = { rows: 0, misplaced: 0, score: 0, percentRank: 0, ranks: 0, classes: 0 };
  for (;;) {
    const mine = ours.next();
    const its = theirs.next();
    if (mine === undefined && its === undefined) return difference;
    if (mine === undefined || its === undefined || mine('id') !== its('id') || mine('park') !== its('park')) {
      difference.misplaced += 1;
      continue;
    }
    const apart = (name: string): number => distance(mine(name), its(name));
    difference.rows += 1;
    difference.score = Math.max(difference.score, ...SCORES.map(apart));
    difference.percentRank = Math.max(difference.percentRank, apart('prank'));
    if (Number(mine('rank_park')) !== Number(its('rank_park'))) difference.ranks += 1;
    if (mine('class') !== its('class')) difference.classes += 1;
  }
}

/** A cell that is no number is as far from any number as can be. */
function distance(mine: string, its: string): number {
  const apart = mine === '' || its === '' ? Infinity : Math.abs(Number(mine) - Number(its));
  return Number.isNaN(apart) ? Infinity : apart;
}

type Line = (name: string) => string;

function openLines(file: string): { next: () => Line | undefined } {
  const text = readFileSync(file, 'latin1').replaceAll('"', '');
  let at = text.indexOf('\n') + 1;
  const columns = new Map(
    text
      .slice(0, at)
      .trim()
      .split(',')
      .map((name, i) => [name, i]),
  );
  return {
    next: () => {
      if (at >= text.length) return undefined;
      const end = text.indexOf('\n', at);
      const cells = text
        .slice(at, end < 0 ? text.length : end)
        .trimEnd()
        .split(',');
      at = end < 0 ? text.length : end + 1;
      return (name) => cells[columns.get(name) ?? -1] ?? '';
    },
  };
}
