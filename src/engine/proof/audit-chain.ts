// The audit log's hash chain: every entry's hash covers its content and the hash before it.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical-json.ts';

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

export type ChainedEvent = AuditEvent & { readonly prev_hash: string; readonly hash: string };

/** The hash before the first entry of a zone. */
export const CHAIN_START = '0'.repeat(64);

export function entryHash(prevHash: string, event: AuditEvent): string {
  return bytesToHex(sha256(utf8ToBytes(prevHash + canonicalJson(event))));
}

/** Where a chain breaks: a number is missing, an entry does not follow the one before, or its content was changed. */
export type ChainFault = 'gap' | 'link' | 'content' | 'head';

export type ChainReport =
  | { readonly ok: true; readonly entries: number; readonly head: string }
  | { readonly ok: false; readonly seq: number; readonly fault: ChainFault };

export type ChainHead = { readonly seq: number; readonly hash: string };

/**
 * Walks a chain from its first entry. `head` is where it must end: without it, entries cut off at the end are not
 * noticed.
 */
export async function verifyChain(
  entries: AsyncIterable<ChainedEvent> | Iterable<ChainedEvent>,
  head?: ChainHead,
): Promise<ChainReport> {
  let prev: ChainHead = { seq: 0, hash: CHAIN_START };
  for await (const entry of entries) {
    const fault = entryFault(prev, entry);
    if (fault !== undefined) return { ok: false, seq: entry.seq, fault };
    prev = entry;
  }
  if (head !== undefined && (head.seq !== prev.seq || head.hash !== prev.hash)) {
    return { ok: false, seq: prev.seq + 1, fault: 'head' };
  }
  return { ok: true, entries: prev.seq, head: prev.hash };
}

function entryFault(prev: ChainHead, entry: ChainedEvent): ChainFault | undefined {
  if (entry.seq !== prev.seq + 1) return 'gap';
  if (entry.prev_hash !== prev.hash) return 'link';
  const { prev_hash: prevHash, hash, ...event } = entry;
  return entryHash(prevHash, event) === hash ? undefined : 'content';
}
