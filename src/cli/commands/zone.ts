// `mujun zone create`: founds a zone with its three administrators.
import { AppError } from '#core/app-error.ts';
import { ZoneId } from '#core/ids.ts';
import { ROLE_LABELS } from '#core/role-labels.ts';
import { ADMIN_ROLES } from '#core/roles.ts';
import { createZone } from '#capabilities/registry/service/zones.ts';
import { createAccount } from '#platform/auth/accounts.ts';
import { migrate } from '#platform/db/migrate.ts';
import { migrationsFolder } from '#server/start.ts';
import type { Command } from '../command.ts';
import { readEnvironment, withDatabase } from '../server-command.ts';

export const zoneCommand: Command = {
  name: 'zone',
  summary: { zh: '新建开发区及其三名管理员', en: 'found a zone with its three administrators' },
  positionals: 'create',
  options: {
    id: {
      type: 'string',
      value: 'ID',
      required: true,
      zh: '代号：小写字母、数字、短横线',
      en: 'its id: lower case letters, digits, dashes',
    },
    name: { type: 'string', value: 'NAME', required: true, zh: '名称', en: 'its name' },
  },
  example: 'mujun zone create --id gaoxin --name 某某高新区',
  run: (args, io) => {
    const id = ZoneId.safeParse(args.text('id'));
    if (args.positionals[0] !== 'create' || !id.success || id.data === 'system')
      throw new AppError('option_not_one_of', { option: '--id', allowed: '[a-z][a-z0-9-]{1,31}' });
    return withDatabase(readEnvironment(), async (database) => {
      await migrate(database.pool, migrationsFolder());
      await createZone(database, { zone: id.data, name: args.text('name') ?? id.data });
      const zh = io.lang === 'zh';
      io.out(
        zh
          ? '一次性密码只显示这一次，首次登录必须修改：'
          : 'The one-time passwords are shown this once and must be changed:',
      );
      for (const role of ADMIN_ROLES) {
        const username = `${id.data}-${role.replace('_admin', '')}`;
        const { userId, password } = await createAccount(database.pool, {
          username,
          name: ROLE_LABELS[role].zh,
        });
        await database.pool.query(
          `insert into membership (zone_id, user_id, role, state, proposed_by, approved_by) values ($1, $2, $3, 'active', 'operator', 'founding')`,
          [id.data, userId, role],
        );
        io.out(`${ROLE_LABELS[role][io.lang]}  ${username}  ${password}`);
      }
      return 0;
    });
  },
};
