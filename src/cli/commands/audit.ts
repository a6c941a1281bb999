// `mujun audit verify`: walks the hash chain of the audit log, in the database or in an exported file.
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
import type { Command, Io } from '../command.ts';
import { readEnvironment, withDatabase } from '../server-command.ts';

export const auditCommand: Command = {
  name: 'audit',
  summary: { zh: '核验审计日志的哈希链', en: 'verify the hash chain of the audit log' },
  positionals: 'verify [FILE]',
  options: {
    head: {
      type: 'string',
      value: 'SEQ:HASH',
      zh: '文件应到达的末端，用来发现末尾被截断',
      en: 'where the file must end, to notice a cut',
    },
  },
  example: 'mujun audit verify 审计日志.jsonl',
  run: async (args, io) => {
    const [verb, file] = args.positionals;
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

/** As it was exported, and nothing added: what is not part of an entry is not covered by its hash. */
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
    const parsed = Line.safeParse(parseJson(text));
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
