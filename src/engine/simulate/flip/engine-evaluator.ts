// Evaluates one subject's change by the whole scheme, for figures that move baselines, ranks or weights and with them everyone.
import { hasErrors, type Diagnostic } from '#core/diagnostic.ts';
import { bindDataset } from '#engine/run/bind.ts';
import { createContext } from '#engine/run/context.ts';
import { createEvaluator, type Run } from '#engine/run/evaluate.ts';
import type { Truth } from './row-item.ts';
import type { Lack } from './row-evaluator.ts';
import type { Trial } from './trial.ts';

export type EngineEvaluator = {
  readonly load: (row: number) => void;
  readonly aim: (accepted: Uint8Array, lack: Lack) => void;
  readonly trial: (task: EngineTask) => Trial;
};

export type EngineTask = {
  readonly inputs: readonly number[];
  /**
   * By input, the direction that helps the subject, whatever the other figures; 0 where that cannot be told. Then limits
   * exclude nothing.
   */
  readonly helps: readonly (-1 | 0 | 1)[];
  /** Whether the scheme refuses the subject's own figures. */
  readonly refuses: (first: number, second: number) => boolean;
};

/**
 * `names` are the inputs that may change. With `checked`, findings about any subject are looked for too: a change may then take
 * away another subject's value.
 */
export function createEngineEvaluator(run: Run, names: readonly string[], checked: boolean): EngineEvaluator {
  const { plan, dataset } = run;
  const context = createContext(plan, dataset, bindDataset(plan, dataset).columns);
  const columns = names.map((name) => context.numbers(name, 0).slice());
  const inputs = new Map(names.map((name, i) => [name, columns[i] as Float64Array]));
  const evaluator = createEvaluator(plan, dataset, context, names);
  let row = -1;
  let accepted = new Uint8Array(0);
  let lack: Lack = { way: 'none', score: Number.NaN, rank: Number.NaN, rival: -1 };
  let margin = Number.NaN;

  function reaches(): boolean {
    const diagnostics: Diagnostic[] = [];
    const { score, final } = checked ? evaluator.run({ inputs }, diagnostics) : evaluator.classes({ inputs });
    const needed = lack.rival < 0 ? lack.score : (score[lack.rival] as number);
    const own = score[row] as number;
    margin = lack.way === 'none' ? Number.NaN : lack.way === 'up' ? own - needed : needed - own;
    const position = Math.min(final[row] as number, accepted.length - 1);
    return accepted[position] === 1 && !hasErrors(diagnostics);
  }

  /** The class with fixed figures in place of the subject's own. */
  function reachesWith(
    { inputs: [first = -1, second = -1], refuses }: EngineTask,
    x: number,
    y: number,
  ): boolean {
    if (refuses(x, y)) {
      margin = Number.NaN;
      return false;
    }
    const before = put(first, x);
    const beforeSecond = put(second, y);
    const reached = reaches();
    put(first, before);
    put(second, beforeSecond);
    return reached;
  }

  /** Returns the figure that was there. */
  function put(input: number, figure: number): number {
    const column = columns[input];
    if (column === undefined) return figure;
    const before = column[row] as number;
    column[row] = figure;
    return before;
  }

  function test(task: EngineTask, lo: number, hi: number, lo2: number, hi2: number): Truth {
    const { helps } = task;
    const isFixed = lo === hi && (helps.length === 1 || lo2 === hi2);
    if (!isFixed && helps.includes(0)) return 1;
    // Nothing within the limits is better than their best corner.
    const reached = reachesWith(task, helps[0] === -1 ? lo : hi, helps[1] === -1 ? lo2 : hi2);
    if (isFixed) return reached ? 2 : 0;
    return reached ? 1 : 0;
  }

  return {
    load: (subject) => {
      row = subject;
    },
    aim: (classes, needed) => {
      accepted = Uint8Array.from(classes);
      lack = needed;
    },
    trial: (task) => ({
      test: (lo, hi, lo2, hi2) => test(task, lo, hi, lo2, hi2),
      margin: () => margin,
    }),
  };
}
