// `mujun restore`: a backup into an empty database, of either kind.
import { AppError } from '#core/app-error.ts';
import { readBackup } from '#platform/db/backup/read-backup.ts';
import { migrate } from '#platform/db/migrate.ts';
import { migrationsFolder } from '#server/start.ts';
import type { Command } from '../command.ts';
import { readEnvironment, withDatabase } from '../server-command.ts';

export const restoreCommand: Command = {
  name: 'restore',
  summary: { zh: '把备份恢复到空数据库', en: 'put a backup into an empty database' },
  positionals: 'FILE',
  options: {},
  example: 'mujun restore 备份-2026-11-24.gz',
  run: (args, io) => {
    const [file] = args.positionals;
    if (file === undefined) throw new AppError('file_argument_missing', { command: 'restore' });
    return withDatabase(readEnvironment(), async ({ pool }) => {
      await migrate(pool, migrationsFolder());
      const { rows, created } = await readBackup(pool, file).catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
          throw new AppError('file_not_found', { path: file });
        throw error;
      });
      io.out(
        io.lang === 'zh'
          ? `已恢复 ${rows} 行（备份于 ${created}）`
          : `${rows} rows are back (backup of ${created})`,
      );
      return 0;
    });
  },
};
