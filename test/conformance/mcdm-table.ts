// The 250 × 8 table of the multi-criteria references, read once for the files that check against it.
import { z } from 'zod';
import type { Direction } from '#engine/score/normalise.ts';
import { readCsv, readJson } from './reference.ts';

const Numbers = z.array(z.number());
/** Results of one method by weight set; each result names several vectors. */
const Results = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown())));

const Reference = z.object({
  criteria: z.array(z.string()),
  types: z.array(z.union([z.literal(1), z.literal(-1)])),
  weight_sets: z.record(z.string(), Numbers),
  pymcdm: z.object({
    normalisation: z.record(z.string(), z.array(Numbers)),
    weights: z.record(z.string(), Numbers),
    methods: Results,
  }),
  skcriteria: z.object({ weights: z.record(z.string(), Numbers), methods: Results }),
});
export type McdmReference = z.infer<typeof Reference>;
export type McdmResults = z.infer<typeof Results>;

export type McdmTable = {
  readonly columns: readonly Float64Array[];
  readonly directions: readonly Direction[];
  readonly weightSets: readonly (readonly [name: string, weights: Float64Array])[];
  readonly reference: McdmReference;
};

export function readMcdmTable(): McdmTable {
  const reference = readJson('mcdm/synthetic250x8.ref.json', Reference);
  const table = readCsv('mcdm/synthetic250x8.csv');
  return {
    columns: reference.criteria.map((name) => table.numbers(name)),
    directions: reference.types,
    weightSets: Object.entries(reference.weight_sets).map(
      ([name, w]) => [name, Float64Array.from(w)] as const,
    ),
    reference,
  };
}

/** One vector of one method's result under one weight set. */
export function vectorOf(results: McdmResults, method: string, weightSet: string, name: string): number[] {
  return Numbers.parse(results[method]?.[weightSet]?.[name]);
}
