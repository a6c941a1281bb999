// What becomes of figures and confirmations when two records of one enterprise are merged.
import type { Confirmation } from '../contract/confirmations.ts';
import type { FigureValue, Layer } from '../contract/imports.ts';
import type { Item } from '../contract/items.ts';

type Values = Readonly<Record<string, FigureValue | null>>;
export type Layers = Readonly<Record<Layer, Values>>;

export type Conflict = { readonly item_id: string; readonly kept: FigureValue; readonly merged: FigureValue };

export type FigurePlan = {
  /** By layer, what the kept record gets. */
  readonly carried: Readonly<Record<Layer, Record<string, FigureValue>>>;
  readonly conflicts: readonly Conflict[];
};

const LAYERS = ['declared', 'verified', 'adopted'] as const satisfies readonly Layer[];

/**
 * Item by item. Where the kept record has no figure that counts, it gets the merged one's, each layer it lacks. Where both
 * have one, the kept one's stays; two that differ are a conflict for somebody to look at.
 */
export function planFigures(kept: Layers, merged: Layers, items: readonly Item[]): FigurePlan {
  const officeOf = new Map(items.map((item) => [item.item_id, item.office_id]));
  const carried = { declared: {}, verified: {}, adopted: {} } as FigurePlan['carried'];
  const conflicts: Conflict[] = [];
  for (const id of new Set(LAYERS.flatMap((layer) => Object.keys(merged[layer])))) {
    const isDeclared = officeOf.get(id) === null;
    const [own, other] = [effective(kept, id, isDeclared), effective(merged, id, isDeclared)];
    if (own !== undefined) {
      if (other !== undefined && own !== other) conflicts.push({ item_id: id, kept: own, merged: other });
      continue;
    }
    for (const layer of LAYERS) {
      const value = merged[layer][id] ?? undefined;
      if (value !== undefined && (kept[layer][id] ?? undefined) === undefined) carried[layer][id] = value;
    }
  }
  return { carried, conflicts };
}

function effective(layers: Layers, id: string, isDeclared: boolean): FigureValue | undefined {
  return (
    layers.adopted[id] ?? layers.verified[id] ?? (isDeclared ? (layers.declared[id] ?? undefined) : undefined)
  );
}

type Word = Pick<Confirmation, 'state' | 'disputes'>;

export type ConfirmationPlan =
  | { readonly is: 'unchanged' }
  /** The merged record's word stands for the kept one too: all its figures are. */
  | { readonly is: 'carried' }
  | { readonly is: 'disputed'; readonly disputes: Confirmation['disputes'] }
  /** What was confirmed is not what stands there now. */
  | { readonly is: 'open' };

const isOpen = ({ answer }: Confirmation['disputes'][number]): boolean => answer === null;

/** Disputes nobody has answered are never lost; a word about other figures than there are now does not count. */
export function planConfirmation(
  kept: Word | undefined,
  merged: Word | undefined,
  figures: { readonly keptHadNone: boolean; readonly changed: boolean },
): ConfirmationPlan {
  const own = kept?.state === 'disputed' ? kept.disputes : [];
  const others = merged?.state === 'disputed' ? merged.disputes.filter(isOpen) : [];
  const added = others.filter(
    ({ item_id: id }) => !own.some((dispute) => dispute.item_id === id && isOpen(dispute)),
  );
  if (kept === undefined && merged !== undefined && figures.keptHadNone) return { is: 'carried' };
  if (added.length > 0) return { is: 'disputed', disputes: [...own, ...added] };
  if (kept === undefined || !figures.changed || own.length > 0) return { is: 'unchanged' };
  return { is: 'open' };
}
