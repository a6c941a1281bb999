// The audit log of a zone as lines for a collector of logs, read as the owner of the database.
import { writeSync } from 'node:fs';
import { AppError } from '#core/app-error.ts';
import { entriesOf } from '#capabilities/audit/service/verify-all.ts';
import { syslogLine } from '#capabilities/audit/service/syslog.ts';
import type { Database } from '#platform/db/database.ts';
import { writeAtomically } from '#platform/sheets/atomic-file.ts';
import type { Io } from './command.ts';

export type AuditExportRequest = {
  readonly zone: string;
  /** The number of the last entry the collector has. */
  readonly after: number;
  readonly format: 'syslog' | 'jsonl';
  /** Without it the lines go to standard output. */
  readonly out: string | undefined;
};

/** What it tells beside the lines goes to standard error, so that the lines can be piped. */
export async function exportAudit(database: Database, request: AuditExportRequest, io: Io): Promise<number> {
  const { zone, after, format, out } = request;
  const known = await database.pool.query('select 1 from audit_head where zone_id = $1', [zone]);
  if (known.rowCount !== 1) throw new AppError('zone_not_found');
  const line = format === 'syslog' ? syslogLine : JSON.stringify;
  let last = '';
  let count = 0;
  const each = async (write: (text: string) => void): Promise<void> => {
    for await (const entry of entriesOf(database, zone, after)) {
      write(line(entry));
      last = `${entry.seq}:${entry.hash}`;
      count += 1;
    }
  };
  if (out === undefined) await each(io.out);
  else await writeAtomically(out, (fd) => each((text) => writeSync(fd, `${text}\n`)));
  const end = last === '' ? '' : io.lang === 'zh' ? `，末端 ${last}` : `, up to ${last}`;
  io.err(io.lang === 'zh' ? `${zone}：${count} 条${end}` : `${zone}: ${count} entries${end}`);
  return 0;
}
