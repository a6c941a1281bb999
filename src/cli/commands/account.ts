// `mujun account reset`: the operator's way for an administrator who lost the password or the second factor, whom nobody in the zone may help.
import { AppError } from '#core/app-error.ts';
import { recordEvent } from '#capabilities/audit/service/record.ts';
import { findAccount, removeSecondFactor, resetPassword } from '#platform/auth/accounts.ts';
import { type Actor, transact } from '#platform/ctx.ts';
import { createServices } from '#server/start.ts';
import type { Command } from '../command.ts';
import { readEnvironment, withDatabase } from '../server-command.ts';

const OPERATOR: Actor = {
  userId: 'operator',
  name: 'operator',
  role: 'system',
  via: 'job',
  parkIds: [],
  enterpriseIds: [],
};

export const accountCommand: Command = {
  name: 'account',
  summary: { zh: '重置账号密码（运维用）', en: 'a new one-time password for an account' },
  positionals: 'reset',
  options: {
    account: { type: 'string', value: 'NAME', required: true, zh: '账号', en: 'the account' },
    'second-factor': {
      type: 'boolean',
      zh: '同时解除二次验证（设备和恢复码都遗失时）',
      en: 'remove the second factor too, when device and recovery codes are lost',
    },
  },
  example: 'mujun account reset --account gaoxin-security',
  run: (args, io) => {
    const account = args.text('account') ?? '';
    if (args.positionals[0] !== 'reset')
      throw new AppError('wrong_use', { reason: args.positionals.join(' '), command: 'account' });
    return withDatabase(readEnvironment(), async (database) => {
      const userId = await findAccount(database.pool, account);
      if (userId === undefined) throw new AppError('member_not_found');
      const password = await resetPassword(database.pool, userId);
      const actions = ['reset_password'];
      if (args.flag('second-factor')) {
        await removeSecondFactor(database.pool, userId);
        actions.push('remove_second_factor');
      }
      const { rows } = await database.pool.query<{ zone: string }>(
        `select zone_id as zone from membership where user_id = $1 and state = 'active'`,
        [userId],
      );
      const services = createServices(database, '', () => {});
      for (const { zone } of rows)
        await transact({ zone, actor: OPERATOR, requestId: '', address: '', services }, async (ctx) => {
          for (const action of actions) await recordEvent(ctx, { action, object: ['account', userId] });
        });
      io.out(
        io.lang === 'zh'
          ? '一次性密码只显示这一次，登录后必须修改：'
          : 'The one-time password is shown this once and must be changed:',
      );
      io.out(`${account}  ${password}`);
      return 0;
    });
  },
};
