// Search while somebody types, and the initials of names it looks at.
import { toHalfWidth } from '#core/half-width.ts';
import { type Caller, type Ctx, transact } from '#platform/ctx.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import { loadInitials } from '#platform/text/initials.ts';
import { type EnterpriseHit, MOST_HITS } from '../contract/search.ts';
import {
  clearInitials,
  saveInitials,
  selectBeginningWith,
  selectContaining,
  selectWithoutInitials,
} from '../store/search.ts';

/** Whoever has typed so many characters that a code begins with means a code. */
const CODE_LENGTH = 8;

/** First what begins with the text, from indexes; only where that fills no list, what has it anywhere. */
export async function search(ctx: Ctx, { q }: { q: string }): Promise<{ enterprises: EnterpriseHit[] }> {
  const text = toHalfWidth(q).trim();
  // Letters and digits of a name are among its initials, so there is no need to look into the name too.
  const isLatin = /^[\da-z]+$/i.test(text);
  const hits = new Map<string, EnterpriseHit>();
  const add = (found: readonly EnterpriseHit[]): void => {
    for (const hit of found)
      if (hits.size < MOST_HITS && !hits.has(hit.enterprise_id)) hits.set(hit.enterprise_id, hit);
  };
  if (isLatin) add(await selectBeginningWith(ctx, 'credit_code', text.toUpperCase(), MOST_HITS));
  if (text.length >= CODE_LENGTH && hits.size > 0) return { enterprises: [...hits.values()] };
  for (const beginning of new Set([q, text]))
    add(await selectBeginningWith(ctx, 'name', beginning, MOST_HITS));
  if (isLatin) add(await selectBeginningWith(ctx, 'initials', text.toLowerCase(), MOST_HITS));
  if (hits.size < MOST_HITS)
    add(await selectContaining(ctx, isLatin ? 'initials' : 'name', text, 2 * MOST_HITS));
  return { enterprises: [...hits.values()] };
}

/** More names than this take a noticeable part of a second, and are left to a job. */
const AT_ONCE = 200;

type Named = { readonly enterprise_id: string; readonly name: string };

/** For names that are new or changed, in the transaction that brings them. */
export async function keepInitials(ctx: Ctx, named: readonly Named[]): Promise<void> {
  if (named.length === 0) return;
  if (named.length > AT_ONCE) {
    await clearInitials(ctx, named);
    await enqueue(ctx, 'fill_initials', {});
    return;
  }
  const initials = await loadInitials();
  await saveInitials(
    ctx,
    named.map(({ enterprise_id, name }) => ({ enterprise_id, name, initials: initials(name) })),
  );
}

const ROWS_AT_ONCE = 2000;

/**
 * The job's work: names that came in bulk, or before there were initials. Derived from what is there, so it is no change of
 * a record: no version, no entry in the log. Each piece is a transaction of its own.
 */
export async function fillInitials(caller: Caller): Promise<{ filled: number }> {
  const initials = await loadInitials();
  let filled = 0;
  for (;;) {
    const count = await transact(caller, async (ctx) => {
      const rows = await selectWithoutInitials(ctx, ROWS_AT_ONCE);
      await saveInitials(
        ctx,
        rows.map((row) => ({ ...row, initials: initials(row.name) })),
      );
      return rows.length;
    });
    filled += count;
    if (count < ROWS_AT_ONCE) return { filled };
  }
}
