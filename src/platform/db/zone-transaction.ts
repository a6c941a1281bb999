// Every piece of work on a zone's rows is one transaction under a role that row-level security binds.
import { sql, type Transaction } from 'kysely';
import { AppError } from '#core/app-error.ts';
import type { Reach } from '#core/roles.ts';
import type { Database, Tables } from './database.ts';

export type ZoneTransaction = Transaction<Tables>;

/** What the database is told about the actor; its policies decide by it which rows exist for this transaction. */
export type Scope = {
  readonly zone: string;
  readonly reach: Reach;
  readonly parkIds?: readonly string[];
  readonly enterpriseIds?: readonly string[];
};

/**
 * Runs `work` in a transaction as `mujun_app`. On the embedded database it holds the only connection: inside, use
 * nothing but the transaction it gives you.
 */
export async function inZone<Result>(
  database: Database,
  scope: Scope,
  work: (trx: ZoneTransaction) => Promise<Result>,
): Promise<Result> {
  try {
    return await database.kysely.transaction().execute(async (trx) => {
      await enterScope(trx, scope);
      return work(trx);
    });
  } catch (error) {
    throw asAppError(error);
  }
}

async function enterScope(trx: ZoneTransaction, scope: Scope): Promise<void> {
  await sql`
    select set_config('app.zone', ${scope.zone}, true),
           set_config('app.reach', ${scope.reach}, true),
           set_config('app.parks', ${arrayText(scope.parkIds)}, true),
           set_config('app.enterprises', ${arrayText(scope.enterpriseIds)}, true),
           set_config('role', 'mujun_app', true)`.execute(trx);
}

export async function setReach(trx: ZoneTransaction, reach: Reach): Promise<void> {
  await sql`select set_config('app.reach', ${reach}, true)`.execute(trx);
}

const arrayText = (ids: readonly string[] = []): string => `{${ids.join(',')}}`;

const CONNECTION_LOST = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);
const ADMIN_SHUTDOWN = /^(?:57P0[123]|08\w{3}|53300)$/;

/** A database that is away is not our bug: the caller hears that it is and that nothing was saved. */
export function asAppError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const away =
    CONNECTION_LOST.has(code) ||
    ADMIN_SHUTDOWN.test(code) ||
    /^(?:Connection terminated|timeout exceeded when trying to connect)/.test(error.message);
  if (away) return new AppError('database_unavailable');
  if (code === '53100') return new AppError('disk_full');
  // A text the database cannot hold, such as one with U+0000, or that is no id, number or day: whoever sent it can mend it.
  if (/^22\w{3}$/.test(code)) return new AppError('invalid_input');
  return error;
}
