// The identity of a run: what went in, what computed it, what came out. The same first three give the same fourth anywhere.
import {
  hasher,
  type Hasher,
  hexDigest,
  updateWithColumn,
  updateWithTable,
  updateWithText,
} from '../table/hash.ts';
import { ENGINE_VERSION } from '../version.ts';
import type { Dataset } from './dataset.ts';
import type { Run } from './evaluate.ts';

export type RunIdentity = {
  readonly scheme: { readonly name: string; readonly version: number; readonly hash: string };
  readonly dataset: { readonly hash: string };
  readonly engine: string;
  /** Hash of the three above and of the manual changes. */
  readonly run: string;
  /** Hash of scores, ranks and classes, row by row. */
  readonly result: string;
};

/** `engine` is the one that is said to have computed it, where that is to be checked. */
export function runIdentity(run: Run, engine: string = ENGINE_VERSION): RunIdentity {
  const scheme = hashScheme(run);
  const dataset = hashDataset(run.dataset);
  const hash = hasher();
  for (const text of [scheme, dataset, engine, JSON.stringify([...run.overrides])])
    updateWithText(hash, text);
  return {
    scheme: { name: run.plan.scheme.scheme, version: run.plan.scheme.version, hash: scheme },
    dataset: { hash: dataset },
    engine,
    run: hexDigest(hash),
    result: hashResult(run),
  };
}

/**
 * The scheme as it was run: with what it extends merged in, and with the parameters of this run. The order of keys
 * counts: classes are written best first, and the order of a sum may show in its last bit.
 */
function hashScheme(run: Run): string {
  const hash = hasher();
  updateWithText(hash, JSON.stringify(run.plan.scheme));
  updateWithText(hash, JSON.stringify(Object.fromEntries(run.plan.parameters)));
  return hexDigest(hash);
}

function hashDataset(dataset: Dataset): string {
  const hash = hasher();
  updateWithDataset(hash, dataset);
  return hexDigest(hash);
}

function updateWithDataset(hash: Hasher, dataset: Dataset): void {
  updateWithColumn(hash, dataset.ids);
  updateWithTable(hash, dataset.table);
  updateWithText(hash, JSON.stringify(Object.fromEntries(dataset.units ?? [])));
  for (const earlier of dataset.history ?? []) updateWithDataset(hash, earlier);
}

function hashResult(run: Run): string {
  const hash = hasher();
  updateWithColumn(hash, { kind: 'number', values: run.score });
  updateWithColumn(hash, { kind: 'number', values: Float64Array.from(run.classified.ranking.rank) });
  updateWithColumn(hash, { kind: 'number', values: Float64Array.from(run.classified.ranking.poolRank) });
  updateWithColumn(hash, { kind: 'number', values: Float64Array.from(run.final) });
  return hexDigest(hash);
}
