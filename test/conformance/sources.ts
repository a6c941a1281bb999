// The register of everything we compare ourselves with. A source is one file; add it here and it is checked.
import * as ahp from './ahp.ts';
import * as benchmark from './benchmark.ts';
import type { Check, NotClaimed } from './check.ts';
import * as coinrChain from './coinr-chain.ts';
import * as coinrPrimitives from './coinr-primitives.ts';
import * as hdi from './hdi.ts';
import * as lishui from './lishui.ts';
import * as published from './published.ts';
import * as pymcdm from './pymcdm.ts';
import * as rankCorrelation from './rank-correlation.ts';
import * as scikitCriteria from './scikit-criteria.ts';

export type Source = {
  readonly checks: () => Check[];
  readonly notClaimed: readonly NotClaimed[];
};

export const SOURCES: readonly Source[] = [
  coinrPrimitives,
  coinrChain,
  pymcdm,
  scikitCriteria,
  ahp,
  rankCorrelation,
  hdi,
  lishui,
  published,
  benchmark,
];
