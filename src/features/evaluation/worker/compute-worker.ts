// The thread that computes: a run from its parts, row by row and then the proof; what would lift an enterprise of one; and
// answers to questions about whole runs.
import { parentPort } from 'node:worker_threads';
import type { Diagnostic } from '#core/diagnostic.ts';
import { evaluateParts, type RunParts } from '#engine/proof/recompute.ts';
import type { Run } from '#engine/run/evaluate.ts';
import { findRow } from '#engine/run/dataset.ts';
import { compute, type Proof } from './compute.ts';
import { type LiftedRun, liftOf, type LiftReply } from './lift.ts';
import { type RowPiece, rowPieces } from './row-pieces.ts';
import { answerOf, type RunAnswer, type RunQuestion } from './run-questions.ts';

export type ThreadReply =
  | { readonly kind: 'failed'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'begun' }
  | { readonly kind: 'piece'; readonly piece: RowPiece }
  | { readonly kind: 'proof'; readonly proof: Proof }
  | { readonly kind: 'parts_needed' }
  | { readonly kind: 'lift'; readonly lift: LiftReply }
  | { readonly kind: 'answer'; readonly answer: RunAnswer };

export type ThreadTask =
  | { readonly task: 'compute'; readonly parts: RunParts }
  | { readonly task: 'answer'; readonly question: RunQuestion; readonly parts: readonly RunParts[] }
  | {
      readonly task: 'lift';
      readonly key: string;
      readonly creditCode: string;
      readonly parts?: RunParts;
    };

const tell = (reply: ThreadReply, moved: readonly Uint8Array[] = []): void =>
  parentPort?.postMessage(
    reply,
    moved.map(({ buffer }) => buffer as ArrayBuffer),
  );

parentPort?.on('message', (task: ThreadTask) => {
  if (task.task === 'compute') computeAndTell(task.parts);
  else if (task.task === 'answer') tell({ kind: 'answer', answer: answer(task) });
  else tell(lift(task));
});

function computeAndTell(parts: RunParts): void {
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
}

function answer({ question, parts }: Extract<ThreadTask, { task: 'answer' }>): RunAnswer {
  const runs: Run[] = [];
  for (const some of parts) {
    const { run, diagnostics } = evaluateParts(some);
    if (run === undefined) return { kind: 'not_computable', diagnostics };
    runs.push(run);
  }
  const [before, after = before] = runs;
  if (before === undefined || after === undefined) throw new Error('a question is about a run');
  return answerOf(question, before, after);
}

/** The run asked of last, under its name. */
let lifted: { readonly key: string; readonly of: LiftedRun } | undefined;

function lift({ key, creditCode, parts }: Extract<ThreadTask, { task: 'lift' }>): ThreadReply {
  if (lifted?.key !== key) {
    if (parts === undefined) return { kind: 'parts_needed' };
    const { run, diagnostics } = evaluateParts(parts);
    if (run === undefined) return { kind: 'failed', diagnostics };
    lifted = { key, of: { run, firmness: undefined } };
  }
  const { of } = lifted;
  return { kind: 'lift', lift: liftOf(of, findRow(of.run.dataset, creditCode)) };
}
