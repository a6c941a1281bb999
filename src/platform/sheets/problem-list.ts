// Cells that cannot be read, as many as are ever shown; the rest is counted.
import type { CellProblem } from './cell-problem.ts';
import { MAX_DIAGNOSTICS } from './findings.ts';

export class ProblemList {
  readonly kept: CellProblem[] = [];
  more = 0;

  add(problem: CellProblem): void {
    if (this.kept.length < MAX_DIAGNOSTICS) this.kept.push(problem);
    else this.more += 1;
  }
}
