// `mujun migrate`: brings the database up to this version. The server does so too when it starts.
import { migrate } from '#platform/db/migrate.ts';
import { migrationsFolder } from '#server/start.ts';
import type { Command } from '../command.ts';
import { readEnvironment, withDatabase } from '../server-command.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  summary: { zh: '升级数据库结构', en: 'bring the database up to this version' },
  options: {},
  example: 'DATABASE_URL=postgres://… mujun migrate',
  run: (_, io) =>
    withDatabase(readEnvironment(), async ({ pool }) => {
      const { applied, present } = await migrate(pool, migrationsFolder());
      const zh = io.lang === 'zh';
      if (applied.length === 0)
        io.out(zh ? `已是最新（${present} 个升级文件）` : `up to date (${present} migrations)`);
      for (const name of applied) io.out(zh ? `已执行 ${name}` : `applied ${name}`);
      return 0;
    }),
};
