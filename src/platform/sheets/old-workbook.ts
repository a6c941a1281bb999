// Old workbooks (.xls), which offices still send, and text files that have to go back as workbooks: turned into .xlsx.
import { readFileSync, writeFileSync } from 'node:fs';
import { AppError } from '#core/app-error.ts';

/** Writes `target`, an .xlsx file with the same cells. Throws `xls_damaged`. */
export async function convertOldWorkbook(source: string, target: string): Promise<void> {
  writeFileSync(target, await asWorkbook(readFileSync(source), 'xls'));
}

/** The same cells in the same rows. Texts of a CSV file stay texts. */
export async function asWorkbook(content: Buffer, kind: 'xls' | 'csv'): Promise<Buffer> {
  // Only this needs the library, which is large.
  const { read, write } = await import('@e965/xlsx');
  try {
    const workbook =
      kind === 'xls'
        ? read(content, { type: 'buffer', cellFormula: false, cellHTML: false, dense: true })
        : read(decoded(content), { type: 'string', raw: true, dense: true });
    const bytes: unknown = write(workbook, { type: 'buffer', bookType: 'xlsx' });
    if (!Buffer.isBuffer(bytes)) throw new TypeError('the library gives a buffer');
    return bytes;
  } catch {
    throw new AppError('xls_damaged');
  }
}

function decoded(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('gb18030').decode(content);
  }
}
