// A plan's formulas on the figures of one subject, with bounds: figures that may change are registers, all else is read
// from the run's columns when a subject is loaded.
import { invariant } from '#core/app-error.ts';
import { type Expr, mapParts, partsOf } from '#engine/formula/expr.ts';
import { type Program, programOf } from '#engine/formula/program.ts';
import type { Context } from '#engine/run/context.ts';
import {
  binaryStep,
  choiceStep,
  createRegisters,
  type Registers,
  setPoint,
  type Step,
  unaryStep,
} from './bounds.ts';

/** What a name or formula depends on, as positions among the inputs that may change. */
export type Dependence = {
  readonly reads: ReadonlySet<number>;
  /** Inputs that move a statistic in it: then the same value of other subjects moves too. */
  readonly stirs: ReadonlySet<number>;
};

export type RowFormula = Dependence & { readonly slot: number; readonly steps: readonly Step[] };

export type RowFormulas = {
  readonly registers: Registers;
  /** Slots of the inputs that may change, in their order. */
  readonly inputs: readonly number[];
  readonly compile: (expr: Expr) => RowFormula;
  readonly dependenceOf: (expr: Expr) => Dependence;
  /** The slot of a number by its name. */
  readonly named: (name: string) => RowFormula;
  /** Lets later formulas read a computed value by its name. */
  readonly define: (name: string, dependence: Dependence, slot: number) => void;
  readonly newSlot: () => number;
  /** Puts a subject's figures in place, as they are in the run. */
  readonly load: (row: number) => void;
};

/** `capacity` bounds the number of slots; `slotsOf` says how many a formula may take. */
export function createRowFormulas(
  context: Context,
  inputs: readonly string[],
  capacity: number,
): RowFormulas {
  const registers = createRegisters(capacity);
  const known = new Map<string, Dependence & { readonly slot: number }>();
  const leaves = new Map<string, { readonly slot: number; readonly column: Float64Array }>();
  const constants = new Map<number, number>();
  let used = 0;

  const newSlot = (): number => {
    invariant(used < capacity, 'slots were counted before');
    return used++;
  };
  const inputSlots = inputs.map((name, i) => {
    const slot = newSlot();
    known.set(name, { slot, reads: new Set([i]), stirs: NONE });
    leaves.set(name, { slot, column: context.numbers(name, 0) });
    return slot;
  });

  /** A column of the run under a name of its own; the slot holds the subject's cell. */
  function leaf(key: string, column: () => Float64Array): number {
    const before = leaves.get(key);
    if (before !== undefined) return before.slot;
    const slot = newSlot();
    leaves.set(key, { slot, column: column() });
    return slot;
  }

  function dependenceOf(expr: Expr): Dependence {
    if (expr.node === 'name') return (expr.lag === 0 ? known.get(expr.name) : undefined) ?? CONSTANT;
    const parts = partsOf(expr).map(dependenceOf);
    const reads = unite(parts.map((part) => part.reads));
    return { reads, stirs: expr.node === 'statistic' ? reads : unite(parts.map((part) => part.stirs)) };
  }

  /** Replaces every part that reads nothing changeable, and every statistic, by a column. */
  function fold(expr: Expr): Expr {
    if (expr.node === 'number' || expr.node === 'flag') return expr;
    const { reads } = dependenceOf(expr);
    if (reads.size > 0 && expr.node !== 'statistic') {
      return expr.node === 'name' ? nameOf(known.get(expr.name)?.slot ?? -1) : mapParts(expr, fold);
    }
    if (expr.node === 'name' && expr.holds === 'number') {
      return nameOf(leaf(`${expr.name}[${expr.lag}]`, () => context.numbers(expr.name, expr.lag)));
    }
    return nameOf(leaf(`#${leaves.size}`, () => context.column(expr)));
  }

  function emit(program: Program, steps: Step[]): number {
    switch (program.kind) {
      case 'constant':
        return constant(program.value);
      case 'column':
        return Number(program.name);
      case 'unary': {
        const x = emit(program.of, steps);
        const out = newSlot();
        steps.push(unaryStep(registers, program.operator, x, out));
        return out;
      }
      case 'binary': {
        const x = emit(program.left, steps);
        const y = emit(program.right, steps);
        const out = newSlot();
        steps.push(binaryStep(registers, program.operator, x, y, out));
        return out;
      }
      case 'choice': {
        const condition = emit(program.condition, steps);
        const yes = emit(program.yes, steps);
        const no = emit(program.no, steps);
        const out = newSlot();
        steps.push(choiceStep(registers, condition, yes, no, out));
        return out;
      }
      case 'label':
      case 'labels':
      case 'statistic':
        invariant(false, 'labels and statistics were folded into columns');
    }
  }

  function constant(value: number): number {
    const before = constants.get(value);
    if (before !== undefined) return before;
    const slot = newSlot();
    setPoint(registers, slot, value);
    constants.set(value, slot);
    return slot;
  }

  return {
    registers,
    inputs: inputSlots,
    newSlot,
    dependenceOf,
    compile: (expr) => {
      const steps: Step[] = [];
      const slot = emit(programOf(fold(expr)), steps);
      return { slot, steps, ...dependenceOf(expr) };
    },
    named: (name) => {
      const value = known.get(name);
      if (value !== undefined) return { ...value, steps: [] };
      return { slot: leaf(`${name}[0]`, () => context.numbers(name, 0)), steps: [], ...CONSTANT };
    },
    define: (name, dependence, slot) => void known.set(name, { ...dependence, slot }),
    load: (row) => {
      for (const { slot, column } of leaves.values()) setPoint(registers, slot, column[row] as number);
    },
  };
}

/** At most so many slots does a formula take: an operation with a constant, twice for a change of units. */
export function slotsOf(expr: Expr): number {
  return partsOf(expr).reduce((sum, part) => sum + slotsOf(part), 4);
}

const NONE: ReadonlySet<number> = new Set();
const CONSTANT: Dependence = { reads: NONE, stirs: NONE };

/** A folded part is a name that is its slot's number, which no name of a scheme can be. */
function nameOf(slot: number): Expr {
  return { node: 'name', name: String(slot), lag: 0, holds: 'number' };
}

function unite(sets: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  if (sets.every((set) => set.size === 0)) return NONE;
  return new Set(sets.flatMap((set) => [...set]));
}
