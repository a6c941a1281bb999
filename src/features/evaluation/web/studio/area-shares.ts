// How the areas share the width: from usual shares, moved at the line between two of them, remembered in this browser.
export const AREAS = ['form', 'text', 'effect'] as const;
export type Area = (typeof AREAS)[number];
export type Shares = Readonly<Record<Area, number>>;

export const USUAL_SHARES: Shares = { form: 11, text: 9, effect: 12 };

/** No area is made narrower than this part of it and its neighbour together. */
export const LEAST_PART = 0.25;

/** Two neighbours share anew what they have; the others keep theirs. */
export function divide(shares: Shares, left: Area, right: Area, part: number): Shares {
  const both = shares[left] + shares[right];
  const own = Math.min(1 - LEAST_PART, Math.max(LEAST_PART, part)) * both;
  return { ...shares, [left]: own, [right]: both - own };
}

/** The columns of a grid in which lines to be moved stand between the areas. */
export const columnsOf = (shown: readonly Area[], shares: Shares): string =>
  shown.map((area) => `minmax(0, ${shares[area]}fr)`).join(' 9px ');

const KEY = 'mujun.studio.shares';

export function keptShares(store: Storage): Shares {
  try {
    const kept = JSON.parse(store.getItem(KEY) ?? '{}') as Partial<Shares>;
    const isWhole = AREAS.every((area) => Number.isFinite(kept[area]) && Number(kept[area]) > 0);
    return isWhole ? (kept as Shares) : USUAL_SHARES;
  } catch {
    return USUAL_SHARES;
  }
}

/** A browser that keeps nothing shows the usual shares next time. */
export function keepShares(store: Storage, shares: Shares): void {
  try {
    store.setItem(KEY, JSON.stringify(shares));
  } catch {
    return;
  }
}
