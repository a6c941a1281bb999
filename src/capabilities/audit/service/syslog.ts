// Audit entries as lines of syslog (RFC 5424), which every collector of logs understands.
import { hostname } from 'node:os';
import type { ChainedEvent } from '#engine/proof/audit-chain.ts';

/** "Log audit" of the RFC's table; a line's priority is eight times it plus how serious the line is. */
const FACILITY = 13;
const SEVERITY = { done: 6, refused: 4, failed: 3 } as const;
/** The number that RFC 5612 keeps for documents: ours is a name of fields, not of a company. */
const FIELDS = 'audit@32473';
const ASCII_HOST = hostname()
  .replace(/[^\u0021-\u007E]/g, '')
  .slice(0, 255);
const HOST = ASCII_HOST === '' ? '-' : ASCII_HOST;

/**
 * One line, without its end. The fields are for searching; behind them stands the whole entry as JSON in ASCII, so that
 * its hash can be checked after any journey.
 */
export function syslogLine(entry: ChainedEvent): string {
  const { zone, seq, actor_name: actor, role, action, outcome, address } = entry;
  const object = `${entry.object_type}/${entry.object_id}`;
  const fields = { zone, seq, actor, role, object, outcome, address, request: entry.request_id };
  const data = Object.entries(fields).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  const priority = FACILITY * 8 + SEVERITY[outcome];
  return `<${priority}>1 ${entry.at} ${HOST} mujun - ${action.slice(0, 32)} [${FIELDS}${data.join('')}] ${asciiJson(entry)}`;
}

/** The entry within a line; undefined when the line is none of ours. */
export function entryTextOf(line: string): string | undefined {
  return /^<\d{1,3}>1 \S+ \S+ mujun - \S+ \[audit@32473(?: \w+="(?:[^"\\]|\\.)*")*\] (\{.*\})$/.exec(
    line,
  )?.[1];
}

/** A line is a line: what would end it, or a field, is taken away or escaped. */
const escaped = (value: string): string =>
  value.replace(/\p{Cc}/gu, ' ').replace(/["\\\]]/g, String.raw`\$&`);

const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[^\u0020-\u007E]/g,
    (sign) => String.raw`\u` + sign.charCodeAt(0).toString(16).padStart(4, '0'),
  );
