// Makes a PDF of a document with the typst compiler, in this thread: a page takes a few milliseconds.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { invariant } from '#core/app-error.ts';
import { packageRoot } from '#platform/files/package-root.ts';
import type { OfficialDocument } from '../document.ts';

export type PdfRenderer = (document: OfficialDocument, at: Date) => Uint8Array;

/** How many documents back the compiler may remember what it laid out: more only takes memory. */
const REMEMBERED = 2;

/** `fontFolders` are searched in this order for the fonts that the template names. */
export function createPdfRenderer(fontFolders: readonly string[]): PdfRenderer {
  const compiler = NodeCompiler.create({
    // The template reads no files; if it did, it would find fonts.
    workspace: fontFolders[0] ?? '/nowhere',
    fontArgs: [{ fontPaths: [...fontFolders] }],
  });
  const template = readFileSync(path.join(packageRoot(), 'src/platform/documents/pdf/official.typ'), 'utf8');
  return (document, at) => {
    const compiled = compiler.compile({
      mainFileContent: template,
      inputs: { document: JSON.stringify(document) },
    });
    const made = compiled.result;
    if (made === null) {
      const diagnostics = JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics);
      invariant(false, `a document that can be written down can be set: ${diagnostics}`);
    }
    const pdf = compiler.pdf(made, { creationTimestamp: Math.floor(at.getTime() / 1000) });
    compiler.evictCache(REMEMBERED);
    return pdf;
  };
}
