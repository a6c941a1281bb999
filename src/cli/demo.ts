// Fills an empty database with the demonstration zone, where that is wanted, and says who may sign in to it.
import { tmpdir } from 'node:os';
import { DEMO_PASSWORD } from '#seed/demo-accounts.ts';
import { buildDemo } from '#seed/demo.ts';
import type { DemoSignIn } from '#capabilities/registry/contract/product.ts';
import type { Database } from '#platform/db/database.ts';
import type { Config } from '#server/config.ts';
import { createServices } from '#server/start.ts';
import type { Io } from './command.ts';

/** Who may sign in with the well-known password; null where there is no demonstration, and always in production. */
export async function prepareDemo(config: Config, database: Database, io: Io): Promise<DemoSignIn | null> {
  if (!config.demo) return null;
  await buildIfEmpty(database, io);
  return config.production ? null : demoSignIn(database);
}

/** Accounts the demonstration was made with, that nobody disabled or gave another password since. */
async function demoSignIn(database: Database): Promise<DemoSignIn | null> {
  const { rows } = await database.pool.query<DemoSignIn['accounts'][number]>(`
    select u.username, u.name, m.role
    from membership m
    join zone z on z.zone_id = m.zone_id and z.synthetic
    join auth_user u on u.id = m.user_id
    join auth_security s on s.user_id = u.id
    where m.zone_id = 'demo' and m.state = 'active' and m.proposed_by = 'demo-1'
      and s.disabled_at is null and s.password_changed_at < u."createdAt" + interval '1 minute'
    order by u."createdAt", u.id`);
  return rows.length === 0 ? null : { password: DEMO_PASSWORD, accounts: rows };
}

async function buildIfEmpty(database: Database, io: Io): Promise<void> {
  const { rowCount } = await database.pool.query(`select 1 from zone where zone_id <> 'system' limit 1`);
  if (rowCount !== 0) return;
  const zh = io.lang === 'zh';
  io.out(
    zh
      ? '首次启动：正在生成演示开发区（全部为虚构数据）'
      : 'First start: making the demonstration zone (all of it made up)',
  );
  const start = performance.now();
  await buildDemo(
    createServices(database, tmpdir(), () => {}),
    (step) => io.progress(step),
  );
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  io.out(
    zh
      ? `演示开发区已生成（${seconds} 秒）。账号 leader、officer、officer2、tax、stats、park、enterprise、expert、sysadmin、secadmin、auditor，密码 ${DEMO_PASSWORD}`
      : `The demonstration zone is ready (${seconds} s). Accounts leader, officer, officer2, tax, stats, park, enterprise, expert, sysadmin, secadmin, auditor; password ${DEMO_PASSWORD}`,
  );
}
