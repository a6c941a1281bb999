// Accounts as administrators handle them: made, disabled, given a new one-time password, signed out everywhere.
import { randomBytes, randomInt } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import type pg from 'pg';
import { AppError } from '#core/app-error.ts';
import { isUniqueViolation } from '../db/violations.ts';
import { forgetAttempts } from './attempts.ts';
import { KEPT_PASSWORDS } from './password-history.ts';

export type NewAccount = {
  readonly username: string;
  readonly name: string;
  /** Without one a one-time password is made, to be changed at the first sign-in. */
  readonly password?: string;
};

/** Throws `account_exists`. */
export async function createAccount(
  pool: pg.Pool,
  account: NewAccount,
): Promise<{ userId: string; password: string }> {
  const password = account.password ?? oneTimePassword();
  const hash = await hashPassword(password);
  const id = randomBytes(16).toString('hex');
  const username = account.username.toLowerCase();
  try {
    // One statement, so that an account without a password never exists.
    await pool.query(
      `with made as (
         insert into auth_user (id, name, email, username, "displayUsername") values ($1, $2, $3, $4, $5) returning id
       ), credential as (
         insert into auth_account (id, "accountId", "providerId", "userId", password) select $6, $1, 'credential', id, $7 from made
       )
       insert into auth_security (user_id, must_change, old_passwords) select id, $8, array[$7] from made`,
      [
        id,
        account.name,
        `${username}@accounts.invalid`,
        username,
        account.username,
        randomBytes(16).toString('hex'),
        hash,
        account.password === undefined,
      ],
    );
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError('account_exists', { username: account.username });
    throw error;
  }
  return { userId: id, password };
}

export async function findAccount(pool: pg.Pool, username: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>('select id from auth_user where username = $1', [
    username.toLowerCase(),
  ]);
  return rows[0]?.id;
}

/** Returns the new one-time password; all sessions end. */
export async function resetPassword(pool: pg.Pool, userId: string): Promise<string> {
  const password = oneTimePassword();
  const hash = await hashPassword(password);
  await pool.query(
    `update auth_account set password = $2 where "userId" = $1 and "providerId" = 'credential'`,
    [userId, hash],
  );
  await pool.query(
    `update auth_security set must_change = true, old_passwords = (array[$2::text] || old_passwords)[1:${KEPT_PASSWORDS}]
     where user_id = $1`,
    [userId, hash],
  );
  await endSessions(pool, userId);
  await unlockAccount(pool, userId);
  return password;
}

/** For a lost device whose recovery codes are lost too; the person enrols anew. */
export async function removeSecondFactor(pool: pg.Pool, userId: string): Promise<void> {
  await pool.query('delete from auth_two_factor where "userId" = $1', [userId]);
  await pool.query('update auth_user set "twoFactorEnabled" = false where id = $1', [userId]);
}

export async function setDisabled(pool: pg.Pool, userId: string, disabled: boolean): Promise<void> {
  await pool.query('update auth_security set disabled_at = case when $2 then now() end where user_id = $1', [
    userId,
    disabled,
  ]);
  if (disabled) await endSessions(pool, userId);
}

/** Gives back the attempts of somebody who locked himself out. */
export async function unlockAccount(pool: pg.Pool, userId: string): Promise<void> {
  const { rows } = await pool.query<{ username: string | null }>(
    'select username from auth_user where id = $1',
    [userId],
  );
  await forgetAttempts(pool, rows[0]?.username ?? '', '');
  await pool.query(
    'update auth_two_factor set "failedVerificationCount" = 0, "lockedUntil" = null where "userId" = $1',
    [userId],
  );
}

export async function endSessions(pool: pg.Pool, userId: string): Promise<void> {
  await pool.query('delete from auth_session where "userId" = $1', [userId]);
}

/** Letters and digits that nobody takes for one another, with every class a password needs. */
function oneTimePassword(): string {
  const pick = (signs: string, count: number) =>
    Array.from({ length: count }, () => signs[randomInt(signs.length)] ?? '').join('');
  return `${pick('ABCDEFGHJKMNPQRSTUVWXYZ', 4)}-${pick('abcdefghjkmnpqrstuvwxyz', 5)}-${pick('23456789', 5)}`;
}
