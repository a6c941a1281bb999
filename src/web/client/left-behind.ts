// What a person leaves in a browser that somebody else may use next: open pages, and figures that were typed.

type Store = Pick<Storage, 'length' | 'key' | 'removeItem' | 'clear'>;

/** Addresses name enterprises and what was searched for. */
export function forgetPages(session: Store): void {
  quietly(() => session.clear());
}

/** Of appeals that were not sent: what an enterprise says of its figures is nobody else’s business. */
export function forgetTyped(local: Store): void {
  quietly(() => {
    const keys = Array.from({ length: local.length }, (_, i) => local.key(i) ?? '');
    for (const key of keys) if (key.startsWith(APPEAL_DRAFTS)) local.removeItem(key);
  });
}

export const APPEAL_DRAFTS = 'mujun.appeal.';

/** A store that cannot be reached keeps nothing either. */
function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // See above.
  }
}

/** Going back must not show the pages of who signed out: a page the browser kept whole is loaded anew. */
export function reloadKeptPages(page: Pick<Window, 'addEventListener'>, reload: () => void): void {
  page.addEventListener('pageshow', (event) => {
    if (event.persisted) reload();
  });
}
