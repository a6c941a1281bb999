// Where the uncertainty of a result comes from: weights, baselines or figures.
import { type Diagnostic, hasErrors } from '#core/diagnostic.ts';
import type { Dataset } from '../run/dataset.ts';
import type { Plan } from '../scheme/plan.ts';
import { mean } from '../score/statistics.ts';
import { countChanged, meanRankShift, openSimulation } from './simulation.ts';
import { sobolDesign, type SobolIndices, sobolIndices } from './sobol.ts';
import { type Source, SOURCES, type Streams, type Uncertainty } from './uncertainty.ts';

export type VarianceSharesOptions = Uncertainty & {
  /** Points of each of the design's blocks: 256 unless stated. The scheme runs base × (sources + 2) times. */
  readonly base?: number;
};

export type VarianceShares = {
  /** The sources that vary, in the order of the indices. */
  readonly sources: readonly Source[];
  /** Of the number of subjects whose class is not the one they have as the figures stand. */
  readonly changed: SobolIndices;
  /** Of the mean absolute change of the overall rank. */
  readonly rankShift: SobolIndices;
  readonly runs: number;
};

export type VarianceSharesResult = {
  readonly shares: VarianceShares | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

const MOST_BASE = 1_000_000;

/**
 * Sobol indices of the sources of uncertainty, each source one group of random numbers: a coordinate of the design
 * names the stream from which all its factors come.
 * Source: OECD/JRC Handbook 2008, step 7; Saltelli et al. 2010, Computer Physics Communications 181.
 * Errors: as for `robustness`.
 */
export function varianceShares(
  plan: Plan,
  dataset: Dataset,
  options: VarianceSharesOptions,
): VarianceSharesResult {
  const { base = 256, seed } = options;
  const opened = openSimulation(plan, dataset, options);
  const diagnostics = [...opened.diagnostics, ...checkBase(base)];
  if (opened.simulation === undefined || hasErrors(diagnostics)) return { shares: undefined, diagnostics };
  const { point, sampler, evaluator } = opened.simulation;
  const sources = SOURCES.filter((source) => options[source] !== undefined);
  const { points } = sobolDesign(base, sources.length, seed);
  const runs = base * (sources.length + 2);
  const changed = new Float64Array(runs);
  const rankShift = new Float64Array(runs);
  for (let i = 0; i < runs; i++) {
    const { final, classified } = evaluator.run(sampler.draw(streamsAt(points, i, sources)));
    changed[i] = countChanged(point.final, final);
    rankShift[i] = meanRankShift(point.classified.ranking.rank, classified.ranking.rank);
  }
  const indices = (results: Float64Array): SobolIndices =>
    sobolIndices(centred(results), base, sources.length);
  return { shares: { sources, changed: indices(changed), rankShift: indices(rankShift), runs }, diagnostics };
}

function streamsAt(points: Float64Array, point: number, sources: readonly Source[]): Streams {
  const streams = { weights: 0, baselines: 0, data: 0 };
  sources.forEach((source, i) => {
    streams[source] = Math.floor((points[point * sources.length + i] as number) * 2 ** 32);
  });
  return streams;
}

/** The estimates do not depend on the mean, but their error does. */
function centred(results: Float64Array): Float64Array {
  const centre = mean(results);
  return results.map((result) => result - centre);
}

function checkBase(base: number): Diagnostic[] {
  if (Number.isInteger(base) && base >= 2 && base <= MOST_BASE) return [];
  return [
    { code: 'design_base_out_of_range', severity: 'error', path: [], params: { base, most: MOST_BASE } },
  ];
}
