// The helper thread. It imports as little as possible, for its start takes as long as half a million rows.
import { type MessagePort, workerData } from 'node:worker_threads';
import { formatRows } from './csv/format-rows.ts';
import { FAILED, scanPieces, stopAll } from './csv/scan-parallel.ts';
import type { SheetReply, SheetTask } from './sheet-task.ts';

const port = workerData as MessagePort;

port.on('message', ({ ticket, task }: { ticket: number; task: SheetTask }) => {
  const reply = perform(task);
  port.postMessage({ ticket, reply }, reply.kind === 'formatted' ? [reply.bytes.buffer] : []);
});
port.postMessage('ready');

function perform(task: SheetTask): SheetReply {
  try {
    if (task.kind === 'format') return { kind: 'formatted', bytes: formatRows(task.columns, task.rows) };
    return { kind: 'scanned', part: scanPieces(task.job, task.share, task.thread) };
  } catch (error) {
    if (task.kind === 'scan') stopAll(task.share, FAILED);
    return { kind: 'failed', message: String(error) };
  }
}
