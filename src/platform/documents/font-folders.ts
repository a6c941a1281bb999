// Where the PDF compiler finds fonts: those made of packages, those with rare characters, and the office's own.
import { createRequire } from 'node:module';
import path from 'node:path';
import { existsSync } from 'node:fs';
import { makeFaces } from './fonts/faces.ts';

const require = createRequire(import.meta.url);

/** Folders to search, first of all `<data>/fonts`: an office that has a licence for 方正小标宋 puts the file there. */
export async function fontFolders(scratch: string): Promise<string[]> {
  const made = path.join(scratch, 'fonts');
  await makeFaces(made);
  const entry = require.resolve('@embedpdf/fonts-sc');
  const rare = path.join(path.dirname(entry), '../fonts');
  const own = path.join(path.dirname(scratch), 'fonts');
  return [...(existsSync(own) ? [own] : []), made, rare];
}
