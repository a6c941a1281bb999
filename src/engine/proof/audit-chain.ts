// The audit log's hash chain: every entry's hash covers its content and the hash before it.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

export type AuditEvent = {
  readonly zone: string;
  readonly seq: number;
  /** ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  readonly actor: string;
  readonly actor_name: string;
  readonly role: string;
  readonly action: string;
  readonly object_type: string;
  readonly object_id: string;
  readonly outcome: 'done' | 'refused' | 'failed';
  readonly address: string;
  readonly request_id: string;
  readonly details: Readonly<Record<string, unknown>>;
};

export const CHAIN_START = '0'.repeat(64);

export function entryHash(prevHash: string, event: AuditEvent): string {
  return bytesToHex(sha256(utf8ToBytes(prevHash + canonical(event))));
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`;
}
