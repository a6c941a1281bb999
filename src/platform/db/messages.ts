// Wordings of what can be wrong with the database itself.
import type { Wording } from '#core/diagnostic.ts';

export const DATABASE_MESSAGES = {
  database_in_use: {
    zh: '数据目录“{directory}”正被另一个进程（{process}）使用',
    en: 'The data directory “{directory}” is in use by another process ({process})',
    hint: {
      zh: '请先停止该进程，或设置DATABASE_URL改用PostgreSQL',
      en: 'Stop that process first, or set DATABASE_URL to use PostgreSQL',
    },
  },
  database_unavailable: {
    zh: '数据库暂时无法连接，本次操作未保存',
    en: 'The database cannot be reached at the moment; nothing was saved',
    hint: { zh: '请稍后重试', en: 'Try again in a moment' },
  },
  migration_edited: {
    zh: '数据库升级文件“{name}”在执行之后被改动过',
    en: 'The migration “{name}” was changed after it had been applied',
    hint: { zh: '请恢复原文件，改动另写新文件', en: 'Restore the file and write the change as a new one' },
  },
  migration_unknown: {
    zh: '数据库由更新的版本升级过（“{name}”），本版本不认识',
    en: 'The database was upgraded by a newer version (“{name}”), which this one does not know',
    hint: { zh: '请使用不低于该版本的程序', en: 'Use a version at least as new' },
  },
  backup_damaged: {
    zh: '备份文件“{file}”不完整或已损坏，未恢复任何内容',
    en: 'The backup “{file}” is incomplete or damaged; nothing was restored',
  },
  backup_not_understood: {
    zh: '“{file}”不是本程序的备份文件',
    en: '“{file}” is not a backup of this program',
  },
  backup_other_version: {
    zh: '备份文件“{file}”由另一版本制作，未恢复任何内容',
    en: 'The backup “{file}” was made by another version; nothing was restored',
    hint: {
      zh: '请用制作备份的版本恢复，再升级',
      en: 'Restore it with the version that made it, then upgrade',
    },
  },
  database_not_empty: {
    zh: '数据库中已有数据，备份只能恢复到空库',
    en: 'The database has data already; a backup is restored into an empty one',
  },
} satisfies Record<string, Wording>;
