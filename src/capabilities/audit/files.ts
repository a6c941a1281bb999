// The audit log as a file, an entry a line, in the order of the chain.
import { Readable } from 'node:stream';
import { transact } from '#platform/ctx.ts';
import { type FileEndpoint, fileEndpoint } from '#platform/http/file-endpoint.ts';
import { auditContract } from './contract.ts';
import { allEntries } from './service/look.ts';
import { recordEvent } from './service/record.ts';

export const auditFiles: readonly FileEndpoint[] = [
  fileEndpoint(auditContract.exportAudit, async ({ caller }) => {
    await transact(caller, (ctx) => recordEvent(ctx, { action: 'export_audit', object: ['zone', ctx.zone] }));
    const lines = Readable.from(linesOf(caller));
    return new Response(Readable.toWeb(lines) as ReadableStream<Uint8Array>, {
      headers: {
        'content-type': 'application/x-ndjson; charset=utf-8',
        'content-disposition': 'attachment; filename="audit.jsonl"',
      },
    });
  }),
];

async function* linesOf(caller: Parameters<typeof allEntries>[0]): AsyncGenerator<Buffer> {
  for await (const entry of allEntries(caller)) yield Buffer.from(`${JSON.stringify(entry)}\n`);
}
