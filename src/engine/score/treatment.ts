// A scheme's treatment of outliers, carried out with the treatment functions of treat.ts and transform.ts.
import type { Treatment } from '../scheme/shape/score.ts';
import { boxCox, logCoinTool, logCoinToolOriginal, logCoinToolPlus, type Transform } from './transform.ts';
import { SHAPE_LIMITS, treat, type Treated, winsorise } from './treat.ts';

export type TreatedColumn = Treated;

type Transformation = Extract<Treatment, string | { boxcox: number }>;

export function treatColumn(values: Float64Array, treatment: Treatment): TreatedColumn {
  if (typeof treatment === 'object' && 'winsorise' in treatment) {
    const options = {
      most: treatment.winsorise,
      force: treatment.force ?? false,
      limits: treatment.test ?? SHAPE_LIMITS,
    };
    if (treatment.then !== undefined) return treat(values, options, transformOf(treatment.then));
    const winsorised = winsorise(values, options);
    return { values: winsorised.values, tests: [], winsorised, transformed: false };
  }
  const out = new Float64Array(values.length);
  transformOf(treatment)(values, out);
  return { values: out, tests: [], winsorised: undefined, transformed: true };
}

function transformOf(transformation: Transformation): Transform {
  if (typeof transformation === 'object') return boxCox(transformation.boxcox);
  if (transformation === 'log') return logCoinTool;
  return transformation === 'log_signed' ? logCoinToolPlus : logCoinToolOriginal;
}
