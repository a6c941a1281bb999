// The thread that computes runs: parts in; out come the rows, piece by piece, and then the proof.
import { parentPort } from 'node:worker_threads';
import type { Diagnostic } from '#core/diagnostic.ts';
import type { RunParts } from '#engine/proof/recompute.ts';
import { compute, type Proof } from './compute.ts';
import { type RowPiece, rowPieces } from './row-pieces.ts';

export type ThreadReply =
  | { readonly kind: 'failed'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'begun' }
  | { readonly kind: 'piece'; readonly piece: RowPiece }
  | { readonly kind: 'proof'; readonly proof: Proof };

const tell = (reply: ThreadReply, moved: readonly Uint8Array[] = []): void =>
  parentPort?.postMessage(
    reply,
    moved.map(({ buffer }) => buffer as ArrayBuffer),
  );

parentPort?.on('message', (parts: RunParts) => {
  const reply = compute(parts);
  if (!reply.ok) {
    tell({ kind: 'failed', diagnostics: reply.diagnostics });
    return;
  }
  tell({ kind: 'begun' });
  for (const piece of rowPieces(reply.computed.rows))
    tell({ kind: 'piece', piece }, Object.values(piece.columns));
  const proof = reply.computed.prove();
  tell({ kind: 'proof', proof }, [proof.result]);
});
