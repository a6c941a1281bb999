// Seven comparison matrices, from consistent to hopeless: eigenvector weights, λmax and consistency of pymcdm
// 1.4.0.
import { z } from 'zod';
import { ahpWeights } from '#engine/score/ahp.ts';
import { checker, type Check, type NotClaimed } from './check.ts';
import { readJson } from './reference.ts';

const SOURCE = 'pymcdm 1.4.0, AHP';
const check = checker(SOURCE, 1e-9);

const Judged = z.object({
  matrix: z.array(z.array(z.number())),
  pymcdm_weights_eigenvector: z.array(z.number()),
  lambda_max: z.number(),
  CI: z.number(),
  pymcdm_CR: z.number(),
});
const Reference = z.record(z.string(), z.union([Judged, z.string()]));

export const notClaimed: readonly NotClaimed[] = [
  {
    source: SOURCE,
    item: 'geometric-mean and column-mean weights',
    count: 14,
    reason: 'approximations of the eigenvector, which is what we compute',
  },
];

export function checks(): Check[] {
  return Object.entries(readJson('mcdm/ahp.ref.json', Reference)).flatMap(([name, judged]) => {
    if (typeof judged === 'string') return [];
    const ours = ahpWeights(judged.matrix);
    return [
      check(`${name}: weights`, ours.weights, judged.pymcdm_weights_eigenvector),
      check(`${name}: λmax`, [ours.lambdaMax], [judged.lambda_max]),
      check(`${name}: CI`, [ours.consistencyIndex], [judged.CI]),
      check(`${name}: CR`, [ours.consistencyRatio], [judged.pymcdm_CR]),
    ];
  });
}
