// The audit log as a file, an entry a line, in the order of the chain.
import { Readable } from 'node:stream';
import { AppError } from '#core/app-error.ts';
import type { ChainedEvent } from '#engine/proof/audit-chain.ts';
import { type Caller, transact } from '#platform/ctx.ts';
import { type FileEndpoint, fileEndpoint } from '#platform/http/file-endpoint.ts';
import { auditContract, AuditExport } from './contract.ts';
import { entriesAfter } from './service/look.ts';
import { recordEvent } from './service/record.ts';
import { syslogLine } from './service/syslog.ts';

const KINDS = {
  jsonl: { type: 'application/x-ndjson; charset=utf-8', file: 'audit.jsonl', line: JSON.stringify },
  syslog: { type: 'text/plain; charset=utf-8', file: 'audit.log', line: syslogLine },
} as const;

export const auditFiles: readonly FileEndpoint[] = [
  fileEndpoint(auditContract.exportAudit, async ({ caller, query }) => {
    const asked = AuditExport.safeParse(Object.fromEntries(query));
    if (!asked.success) throw new AppError('invalid_input');
    const { format, after } = asked.data;
    await transact(caller, (ctx) =>
      recordEvent(ctx, { action: 'export_audit', object: ['zone', ctx.zone], details: { format, after } }),
    );
    const { type, file, line } = KINDS[format];
    const lines = Readable.from(linesOf(caller, after, line));
    return new Response(Readable.toWeb(lines) as ReadableStream<Uint8Array>, {
      headers: { 'content-type': type, 'content-disposition': `attachment; filename="${file}"` },
    });
  }),
];

async function* linesOf(
  caller: Caller,
  after: number,
  line: (entry: ChainedEvent) => string,
): AsyncGenerator<Buffer> {
  for await (const entry of entriesAfter(caller, after)) yield Buffer.from(`${line(entry)}\n`);
}
