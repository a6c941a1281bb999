// Old workbooks (.xls), which offices still send: turned into a modern one, that everything else then reads.
import { readFileSync, writeFileSync } from 'node:fs';
import { AppError } from '#core/app-error.ts';

/** Writes `target`, an .xlsx file with the same cells. Throws `xls_damaged`. */
export async function convertOldWorkbook(source: string, target: string): Promise<void> {
  // Only this needs the library, which is large.
  const { read, write } = await import('@e965/xlsx');
  try {
    const workbook = read(readFileSync(source), {
      type: 'buffer',
      cellFormula: false,
      cellHTML: false,
      dense: true,
    });
    const bytes: unknown = write(workbook, { type: 'buffer', bookType: 'xlsx' });
    if (!Buffer.isBuffer(bytes)) throw new TypeError('the library gives a buffer');
    writeFileSync(target, bytes);
  } catch {
    throw new AppError('xls_damaged');
  }
}
