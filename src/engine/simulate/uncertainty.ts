// Draws of what may be off: weights, baselines and figures. Every draw depends on the seed and its own number alone.
import { invariant } from '#core/app-error.ts';
import type { Diagnostic, Params } from '#core/diagnostic.ts';
import { bindDataset } from '../run/bind.ts';
import type { Dataset } from '../run/dataset.ts';
import type { Variation } from '../run/evaluate.ts';
import { indicatorWeights } from '../run/items.ts';
import type { Plan } from '../scheme/plan.ts';
import { forkRandom, multiplyByPicks, nextUint32, restart } from './random.ts';
import { factorsOf, LARGEST_RELATIVE, type Spread } from './spread.ts';
import { weightBlocks } from './weight-blocks.ts';

export type Uncertainty = {
  readonly seed: number;
  /** One factor per indicator; weights that add up to a sum of points are then scaled so that they keep it. */
  readonly weights?: Spread;
  /** One factor per indicator, for all its baselines. */
  readonly baselines?: Spread;
  /** One factor per subject and figure: for every number input, or for those named. */
  readonly data?: Spread | Readonly<Record<string, Spread>>;
};

/** What a simulation can vary, in this order. */
export const SOURCES = ['weights', 'baselines', 'data'] as const;
export type Source = (typeof SOURCES)[number];

/** Which random numbers each source takes: unsigned 32-bit integers. */
export type Streams = Readonly<Record<Source, number>>;

export type Sampler = {
  /** Inputs that vary. */
  readonly varied: readonly string[];
  /** A draw; the next one writes over its columns. */
  readonly draw: (streams: Streams) => Variation;
};

/** Draw `k` of a simulation, the same whatever other draws were made: what `robustness` evaluates as its draw k. */
export function drawVariation(plan: Plan, dataset: Dataset, uncertainty: Uncertainty, k: number): Variation {
  const { columns } = bindDataset(plan, dataset);
  const numbers = (name: string): Float64Array => {
    const column = columns.get(name);
    invariant(column?.kind === 'number', 'only numbers vary');
    return column.values;
  };
  return createSampler(plan, numbers, uncertainty).draw(sameStream(k));
}

export function sameStream(k: number): Streams {
  return { weights: k, baselines: k, data: k };
}

/** `numbers` gives the column of an input as the figures stand. The uncertainty has been checked. */
export function createSampler(
  plan: Plan,
  numbers: (name: string) => Float64Array,
  uncertainty: Uncertainty,
): Sampler {
  const drawn = drawnColumns(uncertainty.seed);
  const ones = new Float64Array(plan.indicators.length).fill(1);
  const weights = uncertainty.weights && keepingSums(plan, drawn(ones, uncertainty.weights, 0));
  const baselines = uncertainty.baselines && drawn(ones, uncertainty.baselines, 1);
  const figures = spreadsByInput(plan, uncertainty).map(
    ({ name, spread, index }) => [name, drawn(numbers(name), spread, 2 + index)] as const,
  );
  const variation: Variation = {
    inputs: new Map(figures.map(([name, { column }]) => [name, column])),
    ...(weights && { weights: weights.column }),
    ...(baselines && { baselines: baselines.column }),
  };
  return {
    varied: figures.map(([name]) => name),
    draw: (streams) => {
      weights?.draw(streams.weights);
      baselines?.draw(streams.baselines);
      for (const [, figure] of figures) figure.draw(streams.data);
      return variation;
    },
  };
}

/** A column that every draw fills anew, from its stream of random numbers. */
type DrawnColumn = { readonly column: Float64Array; readonly draw: (stream: number) => void };

/** Columns times random factors; each `source` has random numbers of its own. Equal spreads share a table. */
function drawnColumns(seed: number): (stated: Float64Array, spread: Spread, source: number) => DrawnColumn {
  const tables = new Map<Spread, Float64Array>();
  return (stated, spread, source) => {
    const table = tables.get(spread) ?? factorsOf(spread);
    tables.set(spread, table);
    const random = forkRandom(seed, source);
    const sourceSeed = nextUint32(random);
    const column = new Float64Array(stated.length);
    const draw = (stream: number): void => {
      restart(random, sourceSeed, stream);
      multiplyByPicks(random, table, stated, column);
    };
    return { column, draw };
  };
}

/** Weights that are points of one sum are scaled so that they keep it. */
function keepingSums(plan: Plan, { column, draw }: DrawnColumn): DrawnColumn {
  const stated = indicatorWeights(plan);
  const blocks = weightBlocks(plan.root);
  const drawAndScale = (stream: number): void => {
    draw(stream);
    for (const block of blocks) {
      let sum = 0;
      let varied = 0;
      for (const i of block) {
        sum += stated[i] as number;
        varied += (stated[i] as number) * (column[i] as number);
      }
      for (const i of block) column[i] = varied === 0 ? 1 : ((column[i] as number) * sum) / varied;
    }
  };
  return { column, draw: drawAndScale };
}

type InputSpread = { readonly name: string; readonly spread: Spread; readonly index: number };

/** Numbers only: flags, dates and categories are right or wrong, not a little off. */
function spreadsByInput(plan: Plan, { data }: Uncertainty): InputSpread[] {
  if (data === undefined) return [];
  return plan.inputs.flatMap(({ name, kind }, index) => {
    const spread = isSpread(data) ? data : data[name];
    return kind === 'number' && spread !== undefined ? [{ name, spread, index }] : [];
  });
}

export function checkUncertainty(plan: Plan, { weights, baselines, data = {} }: Uncertainty): Diagnostic[] {
  const byInput = isSpread(data) ? { data } : data;
  const kinds = new Map(plan.inputs.map(({ name, kind }) => [name, kind]));
  const named = isSpread(data) ? [] : Object.keys(data);
  return [
    ...Object.entries({ weights, baselines, ...byInput }).flatMap(([name, spread]) =>
      checkSpread(name, spread),
    ),
    ...named.filter((name) => !kinds.has(name)).map((name) => finding('spread_input_unknown', { name })),
    ...named
      .filter((name) => kinds.has(name) && kinds.get(name) !== 'number')
      .map((name) => finding('spread_input_not_number', { name })),
  ];
}

function checkSpread(name: string, spread: Spread | undefined): Diagnostic[] {
  if (spread === undefined) return [];
  const { relative, shape } = spread;
  if (relative >= 0 && relative < LARGEST_RELATIVE[shape]) return [];
  return [finding('spread_out_of_range', { name, relative, most: shape === 'normal' ? '1/3' : 1 })];
}

function isSpread(data: Spread | Readonly<Record<string, Spread>>): data is Spread {
  return typeof data.shape === 'string';
}

function finding(code: string, params: Params): Diagnostic {
  return { code, severity: 'error', path: [], params };
}
