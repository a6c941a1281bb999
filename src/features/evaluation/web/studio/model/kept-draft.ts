// Drafts kept in this browser, so that a reload or a lost connection loses nothing.

export type Kept = { readonly text: string; readonly at: string };

const keyOf = (zone: string, scheme: string, version: string): string =>
  `mujun.scheme-draft.${zone}.${scheme}.${version}`;

export type DraftPlace = { readonly zone: string; readonly scheme: string; readonly version: string };

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The draft, unless there is none or it says what the saved version says. */
export function keptDraft(
  store: Store,
  { zone, scheme, version }: DraftPlace,
  saved: string,
): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(store.getItem(keyOf(zone, scheme, version)) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('text' in kept) || !('at' in kept)) return undefined;
    const { text, at } = kept;
    return typeof text === 'string' && typeof at === 'string' && text !== saved ? { text, at } : undefined;
  } catch {
    // Nothing readable is nothing kept.
    return undefined;
  }
}

/** False where the browser keeps nothing: the page then says so. */
export function keepDraft(
  store: Store,
  { zone, scheme, version }: DraftPlace,
  text: string,
  now: Date,
): boolean {
  try {
    store.setItem(keyOf(zone, scheme, version), JSON.stringify({ text, at: now.toISOString() }));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(store: Store, { zone, scheme, version }: DraftPlace): void {
  try {
    store.removeItem(keyOf(zone, scheme, version));
  } catch {
    // A store that cannot be reached keeps nothing either.
  }
}
