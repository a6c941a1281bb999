// What every use case is given: the transaction it works in, who acts, and the few services of the process.
import type { Role } from '#core/roles.ts';
import { reachOf } from '#core/roles.ts';
import type { Database } from './db/database.ts';
import { inZone, type Scope, setReach, type ZoneTransaction } from './db/zone-transaction.ts';

/** Who acts. `via` tells a person's session from a department's system, and both from the product itself. */
export type Actor = {
  readonly userId: string;
  readonly name: string;
  readonly role: Role | 'public' | 'system';
  readonly via: 'session' | 'token' | 'job' | 'public';
  readonly officeId?: string;
  readonly parkIds: readonly string[];
  readonly enterpriseIds: readonly string[];
};

export const PUBLIC_ACTOR: Actor = {
  userId: '',
  name: '',
  role: 'public',
  via: 'public',
  parkIds: [],
  enterpriseIds: [],
};

/** Shared by all requests and jobs of the process. Clock and ids are here so that tests can fix them. */
export type Services = {
  readonly database: Database;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Folder for files that are on their way in or out. */
  readonly scratch: string;
  /** Tells the queue that a job was committed; it would find it anyway, a little later. */
  readonly wakeJobs: () => void;
};

export type Caller = {
  readonly zone: string;
  readonly actor: Actor;
  readonly requestId: string;
  readonly address: string;
  readonly services: Services;
};

/** First parameter of every use case. */
export type Ctx = Caller & { readonly trx: ZoneTransaction };

/** Runs a use case in a transaction of its own; what it wrote is there as a whole or not at all. */
export function transact<Result>(caller: Caller, work: (ctx: Ctx) => Promise<Result>): Promise<Result> {
  return inZone(caller.services.database, scopeOf(caller), (trx) => work({ ...caller, trx }));
}

function scopeOf({ zone, actor }: Caller): Scope {
  if (actor.role === 'public') return { zone, reach: 'public' };
  if (actor.role === 'system') return { zone, reach: 'zone' };
  return {
    zone,
    reach: reachOf(actor.role),
    parkIds: actor.parkIds,
    enterpriseIds: actor.enterpriseIds,
  };
}

/**
 * Widens what the transaction sees to the whole zone for one piece of work. For what is computed from everybody's rows
 * and then shown in part; never for what is handed out as it was read.
 */
export async function atZoneReach<Result>(ctx: Ctx, work: () => Promise<Result>): Promise<Result> {
  const { reach } = scopeOf(ctx);
  if (reach === 'zone') return work();
  await setReach(ctx.trx, 'zone');
  const result = await work();
  // Whatever is thrown ends the transaction, and the reach with it.
  await setReach(ctx.trx, reach);
  return result;
}
