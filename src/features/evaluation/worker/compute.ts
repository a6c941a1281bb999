// A run from its parts, with its rows as the database takes them: all that is done away from the main thread.
import type { Diagnostic } from '#core/diagnostic.ts';
import { evaluateParts, type RunParts } from '#engine/proof/recompute.ts';
import type { Run } from '#engine/run/evaluate.ts';
import { runIdentity, type RunIdentity } from '#engine/run/identity.ts';
import { resultToArrow } from '#engine/run/result-table.ts';
import type { Run as RunShape } from '../contract/shapes.ts';
import { type ResultRows, resultRows } from './result-rows.ts';

/** What names a run and lets anybody compute it again. */
export type Proof = {
  readonly identity: RunIdentity;
  readonly result: Uint8Array;
  readonly summary: RunShape['summary'];
};

/** The rows can be had before the proof: whoever writes them need not wait for the hashes. */
export type Computed = { readonly rows: ResultRows; readonly prove: () => Proof };

export type ComputeReply =
  | { readonly ok: true; readonly computed: Computed }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

export function compute(parts: RunParts): ComputeReply {
  const { run, diagnostics } = evaluateParts(parts);
  if (run === undefined) return { ok: false, diagnostics };
  const prove = (): Proof => ({
    identity: runIdentity(run),
    result: resultToArrow(run),
    summary: summaryOf(run, diagnostics),
  });
  return { ok: true, computed: { rows: resultRows(run), prove } };
}

function summaryOf(run: Run, diagnostics: readonly Diagnostic[]): RunShape['summary'] {
  const names = run.plan.classes?.all ?? [];
  const counts = new Map<number, number>();
  for (const position of run.final) counts.set(position, (counts.get(position) ?? 0) + 1);
  return {
    rows: run.rows,
    classes: names.map((name, position) => ({ class: name, count: counts.get(position) ?? 0 })),
    warnings: diagnostics.slice(0, 200).map(({ code, params }) => ({ code, params })),
    indicators: run.plan.indicators.map(({ name, zh, unit }) => ({
      name,
      zh: zh ?? name,
      unit: unit ?? null,
    })),
  };
}
