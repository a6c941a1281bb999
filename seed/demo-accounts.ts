// Accounts of the demonstration zone: one per role, with a password that everybody may know; and those of people who only
// act in the story, so that histories name them.
import { createAccount } from '#platform/auth/accounts.ts';
import type { Role } from '#core/roles.ts';
import type { Actor, Services } from '#platform/ctx.ts';

/** In the README too. It opens the demonstration zone and nothing else. */
export const DEMO_PASSWORD = 'Yunmu-Demo-2026';

type Places = {
  readonly zone: string;
  readonly offices: ReadonlyMap<string, string>;
  readonly parks: readonly string[];
  readonly enterprise: string;
};

type DemoAccount = {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly office?: string;
  readonly parks?: readonly string[];
  readonly enterprises?: readonly string[];
};

/** Data officers of offices whose work is shown, but not tried out: nobody knows their passwords. */
const CLERKS: readonly DemoAccount[] = [
  { username: 'industry', name: '演示工信数据员', role: 'data_officer', office: 'industry' },
  { username: 'science', name: '演示科技数据员', role: 'data_officer', office: 'science' },
  { username: 'ecology', name: '演示生态环境数据员', role: 'data_officer', office: 'ecology' },
  { username: 'labour', name: '演示人社数据员', role: 'data_officer', office: 'labour' },
];

/** By account name, as they act from now on. */
export async function createAccounts(
  services: Services,
  places: Places,
): Promise<ReadonlyMap<string, Actor>> {
  const accounts: DemoAccount[] = [
    { username: 'leader', name: '演示领导', role: 'leader' },
    { username: 'officer', name: '演示评价办甲', role: 'evaluation_officer' },
    { username: 'officer2', name: '演示评价办乙', role: 'evaluation_officer' },
    { username: 'tax', name: '演示税务数据员', role: 'data_officer', office: 'tax' },
    { username: 'stats', name: '演示统计数据员', role: 'data_officer', office: 'stats' },
    { username: 'park', name: '演示园区管理员', role: 'park_manager', parks: places.parks.slice(0, 1) },
    {
      username: 'enterprise',
      name: '演示企业用户',
      role: 'enterprise_user',
      enterprises: [places.enterprise],
    },
    { username: 'expert', name: '演示专家', role: 'expert' },
    { username: 'sysadmin', name: '演示系统管理员', role: 'system_admin' },
    { username: 'secadmin', name: '演示安全管理员', role: 'security_admin' },
    { username: 'auditor', name: '演示审计管理员', role: 'audit_admin' },
  ];
  const actors = new Map<string, Actor>();
  for (const account of accounts)
    actors.set(account.username, await enrol(services, places, account, DEMO_PASSWORD));
  for (const clerk of CLERKS) actors.set(clerk.username, await enrol(services, places, clerk));
  return actors;
}

/** Without a password that is known, the account is not among those that the sign-in page offers. */
async function enrol(
  services: Services,
  places: Places,
  { username, name, role, office, parks = [], enterprises = [] }: DemoAccount,
  password?: string,
): Promise<Actor> {
  const { pool } = services.database;
  const { userId } = await createAccount(pool, {
    username,
    name,
    ...(password === undefined ? {} : { password }),
  });
  const officeId = office === undefined ? undefined : places.offices.get(office);
  const proposedBy = password === undefined ? 'demo-3' : 'demo-1';
  await pool.query(
    `insert into membership (zone_id, user_id, role, office_id, park_ids, enterprise_ids, state, proposed_by, approved_by)
     values ($1, $2, $3, $4, $5, $6, 'active', $7, 'demo-2')`,
    [places.zone, userId, role, officeId ?? null, parks, enterprises, proposedBy],
  );
  const reach = { parkIds: parks, enterpriseIds: enterprises };
  const actor: Actor = { userId, name, role, via: 'session', ...reach };
  return officeId === undefined ? actor : { ...actor, officeId };
}
