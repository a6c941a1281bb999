// `mujun backup`: the whole database into one file.
import { AppError } from '#core/app-error.ts';
import { writeBackup } from '#platform/db/backup/write-backup.ts';
import type { Command } from '../command.ts';
import { readEnvironment, withDatabase } from '../server-command.ts';

export const backupCommand: Command = {
  name: 'backup',
  summary: { zh: '备份整个数据库到一个文件', en: 'write the whole database into one file' },
  positionals: 'FILE',
  options: {},
  example: 'mujun backup 备份-2026-11-24.gz',
  run: (args, io) => {
    const [file] = args.positionals;
    if (file === undefined) throw new AppError('file_argument_missing', { command: 'backup' });
    return withDatabase(readEnvironment(), async ({ pool }) => {
      const { rows, sha256 } = await writeBackup(pool, file, new Date());
      io.out(
        io.lang === 'zh'
          ? `已备份 ${rows} 行到 ${file}\nSHA-256 ${sha256}`
          : `${rows} rows are in ${file}\nSHA-256 ${sha256}`,
      );
      return 0;
    });
  },
};
