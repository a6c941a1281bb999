// One subject of a run with one class in view: how far each figure may move, and by which evaluation a change is judged.
import type { InputPlan } from '#engine/scheme/plan.ts';
import { type Axis, axesOf, domainOf } from './axis.ts';
import { isUsed, movesOthers } from './dependence.ts';
import { createEngineEvaluator, type EngineEvaluator } from './engine-evaluator.ts';
import { createFills } from './fills.ts';
import { createHelps, type Help } from './helps.ts';
import { createRowEvaluator, type Lack, type Obstacle } from './row-evaluator.ts';
import type { RowModel } from './row-model.ts';
import type { Trial } from './trial.ts';

export type Subject = {
  /** Inputs the scheme uses, by their position in the model. */
  readonly inputs: readonly number[];
  readonly load: (row: number) => void;
  /** Sets the classes to reach; says whether one of them is reached already. */
  readonly aim: (accepted: Uint8Array) => boolean;
  readonly lack: () => Lack;
  /** The directions in which an input of the loaded subject can move. */
  readonly axes: (input: number) => readonly Axis[];
  readonly judge: (inputs: readonly number[]) => Judge;
  /** Why an input alone does not reach the class. */
  readonly obstacle: (input: number) => Obstacle;
};

export type Judge = {
  readonly trial: Trial;
  /** Tests over wide limits can exclude them. */
  readonly bounded: boolean;
  /** They do so by the best corner: limits must not end where values jump. */
  readonly byCorner: boolean;
};

/** Figures may rise by `most` times themselves. */
export function createSubject(model: RowModel, most: number): Subject {
  const { run } = model;
  const fills = createFills(run);
  const row = createRowEvaluator(model, fills);
  const used = model.inputs.map((_, i) => i).filter((i) => isUsed(model, i));
  const isMoving = model.inputs.map((_, i) => movesOthers(model, fills, i));
  const domains = model.inputs.map((name, i) =>
    domainOf(inputNamed(run.plan.inputs, name), run.context.numbers(name, 0), i),
  );
  const helps = createHelps(model);
  const judges: Judge[] = [];
  let whole: EngineEvaluator | undefined;
  let subject = -1;
  let axes: (readonly Axis[])[] = [];
  let accepted = new Uint8Array(0);

  /** A whole evaluation per trial, made ready when the first change needs it. */
  function engine(): EngineEvaluator {
    if (whole === undefined) {
      const stirring = model.values.some(({ stirs }) => stirs.size > 0);
      whole = createEngineEvaluator(run, model.inputs, stirring);
      whole.load(subject);
      whole.aim(accepted, row.lack());
    }
    return whole;
  }

  function judge(inputs: readonly number[]): Judge {
    const [first = 0, second = first] = inputs;
    if (isMoving[first] !== true && isMoving[second] !== true) {
      const key = inputs.length === 1 ? first : first + (second + 1) * model.inputs.length;
      return (judges[key] ??= { trial: row.trial(inputs), bounded: true, byCorner: false });
    }
    const sign = { up: 1, down: -1, none: 0 } as const;
    const helping = inputs.map((input): Help => times(helps(input, subject), sign[row.lack().way]));
    const refuses = (x: number, y: number): boolean => row.refuses(inputs, x, y);
    const bounded = !helping.includes(0);
    return { trial: engine().trial({ inputs, helps: helping, refuses }), bounded, byCorner: bounded };
  }

  return {
    inputs: used,
    load: (next) => {
      subject = next;
      row.load(next);
      whole?.load(next);
      axes = domains.map((domain, i) => {
        const figure = run.context.numbers(model.inputs[i] as string, 0)[next] as number;
        return axesOf(domain, figure, most);
      });
    },
    aim: (classes) => {
      accepted = Uint8Array.from(classes);
      row.aim(accepted);
      whole?.aim(accepted, row.lack());
      return row.reached();
    },
    lack: row.lack,
    axes: (input) => axes[input] ?? [],
    judge,
    obstacle: (input) => {
      const [first, second] = axes[input] ?? [];
      if (first === undefined) return 'out_of_range';
      const other = second?.end ?? first.base;
      return row.obstacle([input], Math.min(first.end, other), Math.max(first.end, other));
    },
  };
}

function times(x: Help, y: Help): Help {
  if (x === 0 || y === 0) return 0;
  return x === y ? 1 : -1;
}

function inputNamed(inputs: readonly InputPlan[], name: string): InputPlan {
  const found = inputs.find((input) => input.name === name);
  if (found === undefined) throw new Error(`no input ${name}`);
  return found;
}
