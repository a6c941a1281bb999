// A run from its frozen parts: the same bytes in give the same bytes out, on any machine and at any time.
import type { Diagnostic } from '#core/diagnostic.ts';
import type { Dataset } from '../run/dataset.ts';
import { evaluate, type Override, type Run } from '../run/evaluate.ts';
import { runIdentity, type RunIdentity } from '../run/identity.ts';
import { resultToArrow } from '../run/result-table.ts';
import { loadScheme } from '../scheme/load.ts';
import { arrowToTable, columnsToArrow } from '../table/arrow.ts';
import type { Column } from '../table/column.ts';

/** What a run is made of. `scheme` extends nothing; `history` are the periods before, the latest first. */
export type RunParts = {
  readonly scheme: string;
  readonly dataset: Uint8Array;
  readonly history: readonly Uint8Array[];
  readonly overrides: readonly Override[];
};

export type Recomputed = {
  readonly run: Run;
  readonly identity: RunIdentity;
  /** The result as an Arrow file. */
  readonly result: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
};

const ID = 'id';

/** Undefined `recomputed` comes with findings that say why there is no run. */
export function recompute(parts: RunParts): {
  readonly recomputed: Recomputed | undefined;
  readonly diagnostics: readonly Diagnostic[];
} {
  const evaluated = evaluateParts(parts);
  if (evaluated.run === undefined) return { recomputed: undefined, diagnostics: evaluated.diagnostics };
  const { run, diagnostics } = evaluated;
  const recomputed = { run, identity: runIdentity(run), result: resultToArrow(run), diagnostics };
  return { recomputed, diagnostics };
}

/** The run alone, for what needs no proof: an explanation, a trial. */
export function evaluateParts(parts: RunParts): {
  readonly run: Run | undefined;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { plan, diagnostics } = loadScheme({ text: parts.scheme }, () => undefined);
  const dataset = datasetFromArrow(parts.dataset, parts.history);
  if (plan === undefined || dataset === undefined) {
    const broken: Diagnostic = { code: 'dataset_broken', severity: 'error', path: [], params: {} };
    return { run: undefined, diagnostics: plan === undefined ? diagnostics : [broken] };
  }
  const evaluated = evaluate(plan, dataset, parts.overrides);
  return { run: evaluated.run, diagnostics: [...diagnostics, ...evaluated.diagnostics] };
}

/** The Arrow file of one period: ids first, then the inputs by name. Units are those of the scheme. */
export function datasetToArrow({ ids, table }: Dataset): Uint8Array {
  return columnsToArrow([[ID, ids], ...table.columns]);
}

/** Undefined when the bytes are no dataset. */
export function datasetFromArrow(
  bytes: Uint8Array,
  history: readonly Uint8Array[] = [],
): Dataset | undefined {
  const columns = readColumns(bytes);
  const ids = columns?.get(ID);
  if (columns === undefined || ids?.kind !== 'text') return undefined;
  columns.delete(ID);
  const earlier = history.map((period) => datasetFromArrow(period));
  const known = earlier.filter((period) => period !== undefined);
  if (known.length < earlier.length) return undefined;
  const table = { rows: ids.offsets.length - 1, columns };
  return known.length === 0 ? { ids, table } : { ids, table, history: known };
}

function readColumns(bytes: Uint8Array): Map<string, Column> | undefined {
  try {
    return new Map(arrowToTable(bytes).columns);
  } catch {
    // The reader throws whatever a damaged file leads it to.
    return undefined;
  }
}
