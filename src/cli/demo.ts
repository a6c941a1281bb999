// Fills an empty database with the demonstration zone, where that is wanted.
import { tmpdir } from 'node:os';
import { DEMO_PASSWORD } from '#seed/demo-accounts.ts';
import { buildDemo } from '#seed/demo.ts';
import type { Database } from '#platform/db/database.ts';
import type { Config } from '#server/config.ts';
import { createServices } from '#server/start.ts';
import type { Io } from './command.ts';

export async function prepareDemo(config: Config, database: Database, io: Io): Promise<void> {
  if (!config.demo) return;
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
      ? `演示开发区已生成（${seconds} 秒）。账号 leader、officer、officer2、tax、stats、park、enterprise、sysadmin、secadmin、auditor，密码 ${DEMO_PASSWORD}`
      : `The demonstration zone is ready (${seconds} s). Accounts leader, officer, officer2, tax, stats, park, enterprise, sysadmin, secadmin, auditor; password ${DEMO_PASSWORD}`,
  );
}
