// The thread on which the engine runs in a browser. It only passes questions to the session and hands the columns over.
import '#web/client/no-eval.ts';
import '#web/client/older-browsers.ts';
import type { Request, Response } from './messages.ts';
import { createSession } from './session.ts';

const session = createSession(() => performance.now());

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  const { id } = data;
  try {
    const answers = session.answer(data);
    reply({ id, answers }, buffersIn(answers));
  } catch (error) {
    reply({ id, failure: error instanceof Error ? error.message : String(error) }, []);
  }
});

function reply(response: Response, transfer: Transferable[]): void {
  self.postMessage(response, { transfer });
}

/** The columns of an answer: they are made for it, so that nobody here misses them. */
function buffersIn(value: unknown, found: Set<ArrayBuffer> = new Set()): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) found.add(value.buffer as ArrayBuffer);
  else if (typeof value === 'object' && value !== null && !Array.isArray(value))
    for (const inner of Object.values(value)) buffersIn(inner, found);
  return [...found];
}
