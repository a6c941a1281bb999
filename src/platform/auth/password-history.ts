// A new password before it is taken, and what is kept of it after: its hash, so that it cannot come back soon.
import { verifyPassword } from 'better-auth/crypto';
import type pg from 'pg';
import { passwordFault, type PasswordFault } from './password-rules.ts';

/** The present one and the five before. */
export const KEPT_PASSWORDS = 6;

export async function newPasswordFault(
  pool: pg.Pool,
  userId: string,
  wanted: string,
): Promise<PasswordFault | undefined> {
  const { rows } = await pool.query<{ username: string | null; old: string[] }>(
    `select u.username, s.old_passwords as old from auth_user u join auth_security s on s.user_id = u.id where u.id = $1`,
    [userId],
  );
  const fault = passwordFault(wanted, rows[0]?.username ?? '');
  if (fault !== undefined) return fault;
  for (const hash of rows[0]?.old ?? [])
    if (await verifyPassword({ hash, password: wanted })) return 'password_used_before';
  return undefined;
}

/** After a change that succeeded, and only then: failed ones must not push old passwords out. */
export async function keepPassword(pool: pg.Pool, userId: string, now: Date): Promise<void> {
  await pool.query(
    `update auth_security s
     set must_change = false, password_changed_at = $2,
         old_passwords = (array[a.password] || s.old_passwords)[1:${KEPT_PASSWORDS}]
     from auth_account a where s.user_id = $1 and a."userId" = $1 and a."providerId" = 'credential'`,
    [userId, now],
  );
}
