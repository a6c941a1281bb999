// `mujun audit verify`: walks the hash chain of the audit log, in the database or in an exported file. `mujun audit export`: writes
// the log of a zone for a collector.
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { AppError } from '#core/app-error.ts';
import {
  CHAIN_START,
  type ChainedEvent,
  type ChainHead,
  type ChainReport,
  verifyChain,
} from '#engine/proof/audit-chain.ts';
import { AuditEntry } from '#capabilities/audit/contract.ts';
import { verifyAudit } from '#capabilities/audit/service/verify-all.ts';
import { entryTextOf } from '#capabilities/audit/service/syslog.ts';
import { exportAudit, type AuditExportRequest } from '../audit-export.ts';
import type { Arguments, Command, Io } from '../command.ts';
import { readEnvironment, withDatabase } from '../server-command.ts';

export const auditCommand: Command = {
  name: 'audit',
  summary: {
    zh: '核验审计日志的哈希链，或导出审计日志（syslog）',
    en: 'verify the hash chain of the audit log, or export it (syslog)',
  },
  positionals: 'verify [FILE] | export',
  options: {
    head: {
      type: 'string',
      value: 'SEQ:HASH',
      zh: '文件应到达的末端，用来发现末尾被截断',
      en: 'where the file must end, to notice a cut',
    },
    zone: { type: 'string', value: 'ZONE', zh: '导出哪个开发区', en: 'the zone to export' },
    after: {
      type: 'string',
      value: 'SEQ',
      zh: '只导出该序号之后的记录',
      en: 'export only what comes after this number',
    },
    format: {
      type: 'string',
      value: 'syslog|jsonl',
      zh: '导出格式，默认 syslog（RFC 5424）',
      en: 'format of the export, syslog (RFC 5424) unless stated',
    },
    out: {
      type: 'string',
      value: 'FILE',
      zh: '导出到文件，默认标准输出',
      en: 'file to export to, else standard output',
    },
  },
  example: 'mujun audit verify 审计日志.jsonl',
  run: async (args, io) => {
    const [verb, file] = args.positionals;
    if (verb === 'export') {
      const request = exportRequest(args);
      return withDatabase(readEnvironment(), (database) => exportAudit(database, request, io));
    }
    if (verb !== 'verify') throw new AppError('file_argument_missing', { command: 'audit verify' });
    if (file !== undefined) {
      const head = headOf(args.text('head'));
      const report = await verifyChain(linesOf(file), head);
      // An empty file is a chain without a fault, and no proof of anything.
      if (head === undefined && report.ok && report.entries === 0)
        throw new AppError('audit_log_empty', { file, start: CHAIN_START });
      return tell(file, report, io);
    }
    return withDatabase(readEnvironment(), async (database) => {
      let code = 0;
      for (const [zone, report] of await verifyAudit(database)) code = Math.max(code, tell(zone, report, io));
      return code;
    });
  },
};

function exportRequest(args: Arguments): AuditExportRequest {
  const zone = args.text('zone');
  if (zone === undefined) throw new AppError('option_missing', { option: '--zone', command: 'audit' });
  const format = args.text('format') ?? 'syslog';
  if (format !== 'syslog' && format !== 'jsonl')
    throw new AppError('option_not_one_of', { option: '--format', allowed: 'syslog, jsonl' });
  return { zone, format, after: args.whole('after', 0, Number.MAX_SAFE_INTEGER) ?? 0, out: args.text('out') };
}

/** A head that is not understood must not pass for none: a cut log would be called whole. */
function headOf(text: string | undefined): ChainHead | undefined {
  if (text === undefined) return undefined;
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/i.exec(text.trim()) ?? [];
  if (hash === undefined) throw new AppError('option_not_one_of', { option: '--head', allowed: 'SEQ:HASH' });
  return { seq: Number(seq), hash: hash.toLowerCase() };
}

const FAULTS = {
  gap: { zh: '序号不连续', en: 'a number is missing' },
  link: { zh: '与前一条不衔接', en: 'it does not follow the one before' },
  content: { zh: '内容被改动过', en: 'its content was changed' },
  head: { zh: '末尾记录缺失', en: 'entries at the end are missing' },
} as const;

function tell(name: string, report: ChainReport, io: Io): number {
  const zh = io.lang === 'zh';
  if (report.ok) {
    io.out(
      zh
        ? `✓ ${name}：${report.entries} 条，哈希链完整`
        : `✓ ${name}: ${report.entries} entries, the chain is whole`,
    );
    return 0;
  }
  const fault = FAULTS[report.fault][io.lang];
  io.out(zh ? `✗ ${name}：第 ${report.seq} 条${fault}` : `✗ ${name}: entry ${report.seq}: ${fault}`);
  return 1;
}

/** As it was exported, as JSON or within a line of syslog, and nothing added: what is not part of an entry is not covered by its hash. */
const Line = AuditEntry.extend({ zone: z.string() });

async function* linesOf(file: string): AsyncGenerator<ChainedEvent> {
  const handle = await open(file).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('proof_unreadable', { file, reason });
  });
  const lines = createInterface({ input: handle.createReadStream(), crlfDelay: Infinity });
  let number = 0;
  for await (const text of lines) {
    number += 1;
    if (text.trim() === '') continue;
    const parsed = Line.safeParse(parseJson(entryTextOf(text) ?? text));
    if (!parsed.success) throw new AppError('audit_line_not_understood', { file, line: number });
    yield parsed.data;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
