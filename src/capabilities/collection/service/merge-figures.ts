// Carries figures and confirmations of a merged record over to the one that is kept, and takes them back.
import type { Ctx } from '#platform/ctx.ts';
import type { FigureValue, Layer } from '../contract/imports.ts';
import { type ConfirmationPlan, type Layers, planConfirmation, planFigures } from '../model/merge-plan.ts';
import { applyFigures } from '../store/figures.ts';
import { selectItems } from '../store/items.ts';
import {
  closeConflict,
  lockFigures,
  openConflicts,
  replaceWord,
  selectWords,
  type Word,
} from '../store/merges.ts';

type Carried = {
  readonly period_id: string;
  readonly layer: Layer;
  readonly figures: Readonly<Record<string, FigureValue>>;
};

/** What went over, so that it can be told and taken back. */
export type MovedFigures = {
  readonly figures: readonly Carried[];
  readonly conflicts: readonly { readonly period_id: string; readonly item_id: string }[];
  readonly words: readonly {
    readonly period_id: string;
    readonly became: ConfirmationPlan['is'];
    readonly before: Word | null;
    readonly after: Word | null;
  }[];
};

type Merge = {
  readonly kept: string;
  readonly merged: string;
  readonly name: string;
  readonly reason: string;
};

const LAYERS = ['declared', 'verified', 'adopted'] as const satisfies readonly Layer[];
const NOTHING: Layers = { declared: {}, verified: {}, adopted: {} };

/** The merged record's own figures stay where they are, as evidence; they count nowhere any more. */
export async function mergeFigures(ctx: Ctx, merge: Merge): Promise<MovedFigures> {
  const { kept, merged, name, reason } = merge;
  const rows = await lockFigures(ctx, [kept, merged]);
  const words = await selectWords(ctx, [kept, merged]);
  const items = await selectItems(ctx);
  const moved = { figures: [] as Carried[], conflicts: [] as MovedFigures['conflicts'][number][] };
  const movedWords: MovedFigures['words'][number][] = [];
  for (const period_id of new Set([...rows, ...words].map((row) => row.period_id))) {
    const of = <T extends { period_id: string; enterprise_id: string }>(list: readonly T[], id: string) =>
      list.find((row) => row.period_id === period_id && row.enterprise_id === id);
    const [own, other] = [of(rows, kept), of(rows, merged)];
    const { carried, conflicts } = planFigures(own ?? NOTHING, other ?? NOTHING, items);
    let version = own?.version ?? 0;
    for (const layer of LAYERS) {
      const figures = carried[layer];
      if (Object.keys(figures).length === 0) continue;
      await applyFigures(ctx, period_id, [{ enterprise_id: kept, figures }], { layer, reason });
      moved.figures.push({ period_id, layer, figures });
      version += 1;
    }
    await openConflicts(
      ctx,
      period_id,
      kept,
      conflicts.map((conflict) => ({ ...conflict, name })),
    );
    moved.conflicts.push(...conflicts.map(({ item_id }) => ({ period_id, item_id })));
    const changed = version !== (own?.version ?? 0) || conflicts.length > 0;
    const before = of(words, kept);
    const plan = planConfirmation(before, of(words, merged), { keptHadNone: own === undefined, changed });
    if (plan.is === 'unchanged') continue;
    const after = wordAfter(plan, { period_id, kept, version }, before, of(words, merged));
    await replaceWord(ctx, { period_id, enterprise_id: kept }, after);
    movedWords.push({ period_id, became: plan.is, before: before ?? null, after });
  }
  return { ...moved, words: movedWords };
}

function wordAfter(
  plan: ConfirmationPlan,
  { period_id, kept, version }: { period_id: string; kept: string; version: number },
  before: Word | undefined,
  merged: Word | undefined,
): Word | null {
  if (merged === undefined || plan.is === 'open' || plan.is === 'unchanged') return null;
  // Above the version of either, so that whoever looks at an earlier one is told.
  const next = Math.max(before?.version ?? 0, merged.version) + 1;
  const word = { ...merged, period_id, enterprise_id: kept, figures_version: version, version: next };
  if (plan.is === 'carried') return word;
  const unanswered = { answer: null, answered_by: null, answered_at: null };
  return { ...word, ...unanswered, state: 'disputed', disputes: plan.disputes };
}

/** Returns how many carried figures were taken back, and how many stay because they were changed again since. */
export async function unmergeFigures(
  ctx: Ctx,
  kept: string,
  moved: MovedFigures,
  reason: string,
): Promise<{ readonly restored: number; readonly left: number }> {
  const rows = await lockFigures(ctx, [kept]);
  const counts = { restored: 0, left: 0 };
  for (const { period_id, layer, figures } of moved.figures) {
    const now = rows.find((row) => row.period_id === period_id)?.[layer] ?? {};
    const same = Object.keys(figures).filter((item) => now[item] === figures[item]);
    counts.restored += same.length;
    counts.left += Object.keys(figures).length - same.length;
    if (same.length === 0) continue;
    const taken = Object.fromEntries(same.map((item) => [item, null]));
    await applyFigures(ctx, period_id, [{ enterprise_id: kept, figures: taken }], { layer, reason });
  }
  for (const { period_id, item_id } of moved.conflicts) await closeConflict(ctx, period_id, kept, item_id);
  const words = await selectWords(ctx, [kept]);
  for (const { period_id, before, after } of moved.words) {
    const now = words.find((word) => word.period_id === period_id);
    // What was said since the merge stands.
    if (now?.version !== after?.version) continue;
    await replaceWord(ctx, { period_id, enterprise_id: kept }, before);
  }
  return counts;
}
