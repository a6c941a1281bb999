// Writes who signed in and who failed to into the audit logs of the zones they belong to.
import { recordEvent } from '#capabilities/audit/service/record.ts';
import type { SignInEvent } from '#platform/auth/hooks.ts';
import { type Services, transact } from '#platform/ctx.ts';

/** An attempt of nobody we know goes to the log of the zone `system`. */
export async function recordSignIn(services: Services, event: SignInEvent): Promise<void> {
  const { rows } = await services.database.pool.query<{ user_id: string; zone_id: string; role: string }>(
    `select u.id as user_id, m.zone_id, m.role from auth_user u
     join membership m on m.user_id = u.id and m.state = 'active'
     where u.id = $1 or (u.username = lower($2) and $1::text is null)`,
    [event.userId ?? null, event.account],
  );
  const zones = rows.length === 0 ? [{ user_id: '', zone_id: 'system', role: '' }] : rows;
  for (const { user_id: userId, zone_id: zone } of zones) {
    const actor = {
      userId,
      name: event.account.slice(0, 100),
      role: 'system' as const,
      via: 'public' as const,
      parkIds: [],
      enterpriseIds: [],
    };
    const outcome = /_(?:failed|locked)$/.test(event.action) ? 'refused' : 'done';
    await transact({ zone, actor, requestId: '', address: event.address, services }, (ctx) =>
      recordEvent(ctx, { action: event.action, object: ['account', userId], outcome }),
    );
  }
}
