// The thread that renders documents, one after the other.
import { parentPort, workerData } from 'node:worker_threads';
import type { DocumentFormat, OfficialDocument } from './document.ts';
import { renderDocx } from './docx/render-docx.ts';
import { fontFolders } from './font-folders.ts';
import { createPdfRenderer, type PdfRenderer } from './pdf/render-pdf.ts';

export type RenderTask = {
  readonly ticket: number;
  readonly document: OfficialDocument;
  readonly format: DocumentFormat;
  readonly at: Date;
};

export type RenderReply =
  | { readonly kind: 'done'; readonly ticket: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly ticket: number; readonly message: string };

const { scratch } = workerData as { readonly scratch: string };
let renderer: Promise<PdfRenderer> | undefined;

/** Made for the first PDF: Word documents need no fonts. */
async function renderPdf(document: OfficialDocument, at: Date): Promise<Uint8Array> {
  renderer ??= fontFolders(scratch).then(createPdfRenderer);
  return (await renderer)(document, at);
}

async function perform({ ticket, document, format, at }: RenderTask): Promise<RenderReply> {
  try {
    const made = format === 'pdf' ? await renderPdf(document, at) : renderDocx(document, at);
    // A copy of its own, so that it can be handed over without another one.
    return { kind: 'done', ticket, bytes: new Uint8Array(made) };
  } catch (error) {
    return { kind: 'failed', ticket, message: String(error) };
  }
}

parentPort?.on('message', (task: RenderTask) => {
  void perform(task).then((reply) => {
    parentPort?.postMessage(reply, reply.kind === 'done' ? [reply.bytes.buffer] : []);
  });
});
