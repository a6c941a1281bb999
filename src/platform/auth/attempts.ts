// Counts attempts to sign in, by account name and by address. An attempt counts before its password is looked at, so that
// many at once are no way around the limit.
import type pg from 'pg';
import { addressKey } from '../http/address-key.ts';

const MOST_ATTEMPTS = 5;
/** Many people share an address behind one gateway. */
const MOST_FROM_ADDRESS = 50;
const LOCK_MINUTES = 15;

/** Names that guessers made up are forgotten after it. */
const DAYS_KEPT = 2;

type Counted = readonly [key: string, most: number];

const keysOf = (account: string, address: string): readonly [Counted, Counted?] => {
  const byAccount: Counted = [`account ${account.toLowerCase().slice(0, 200)}`, MOST_ATTEMPTS];
  return address === '' ? [byAccount] : [byAccount, [`address ${addressKey(address)}`, MOST_FROM_ADDRESS]];
};

/** Returns the minutes for which the account or the address is locked; 0 when the attempt may go on. */
export async function countAttempt(
  pool: pg.Pool,
  account: string,
  address: string,
  now: Date,
): Promise<number> {
  let minutes = 0;
  for (const counted of keysOf(account, address)) {
    if (counted === undefined) continue;
    const [key, most] = counted;
    const until = new Date(now.getTime() + LOCK_MINUTES * 60_000);
    const { rows } = await pool.query<{ attempts: number; locked_until: Date | null }>(
      `insert into auth_attempt as a (key, attempts, locked_until, updated_at) values ($1, 1, null, $2)
       on conflict (key) do update set
         attempts = case when a.locked_until <= $2 or a.updated_at < $2 - interval '${LOCK_MINUTES} minutes' then 1
                         else a.attempts + 1 end,
         locked_until = case when a.locked_until > $2 then a.locked_until
                             when a.locked_until is null and a.attempts + 1 > $4
                                  and a.updated_at >= $2 - interval '${LOCK_MINUTES} minutes' then $3
                             else null end,
         updated_at = $2
       returning attempts, locked_until`,
      [key, now, until, most],
    );
    const locked = rows[0]?.locked_until ?? undefined;
    if (locked !== undefined && locked > now)
      minutes = Math.max(minutes, Math.ceil((locked.getTime() - now.getTime()) / 60_000));
  }
  return minutes;
}

/**
 * After a success the account starts anew. The address only gets back this one attempt: a whole office signs in from
 * it in the morning, but one good account must not open the way for guessing others.
 */
export async function forgetAttempts(pool: pg.Pool, account: string, address: string): Promise<void> {
  const [[accountKey], ofAddress] = keysOf(account, address);
  await pool.query(
    `delete from auth_attempt where key = $1 or updated_at < now() - interval '${DAYS_KEPT} days'`,
    [accountKey],
  );
  if (ofAddress !== undefined)
    await pool.query(
      'update auth_attempt set attempts = attempts - 1 where key = $1 and attempts > 0 and locked_until is null',
      [ofAddress[0]],
    );
}
