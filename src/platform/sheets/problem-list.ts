// Cells that cannot be read, as many as are ever asked for; the rest is counted.
import type { CellProblem } from './cell-problem.ts';
import { MAX_PROBLEMS } from './findings.ts';

export class ProblemList {
  readonly kept: CellProblem[] = [];
  more = 0;

  add(problem: CellProblem): void {
    if (this.kept.length < MAX_PROBLEMS) this.kept.push(problem);
    else this.more += 1;
  }
}
