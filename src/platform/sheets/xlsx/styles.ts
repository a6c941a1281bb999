// styles.xml: the number format of every cell style.
import { builtinFormat, type NumberFormat, readFormat } from './number-format.ts';
import { readElements } from './xml-elements.ts';

/** By the style number of a cell. */
export async function readStyles(pieces: AsyncIterable<Buffer>): Promise<readonly NumberFormat[]> {
  const custom = new Map<number, NumberFormat>();
  const formatIds: number[] = [];
  let inCellStyles = false;
  await readElements(pieces, ['numFmt', 'cellXfs', 'xf'], {
    onOpen: (name, attributes) => {
      const id = Number(attributes.get('numFmtId') ?? 0);
      if (name === 'numFmt') custom.set(id, readFormat(attributes.get('formatCode') ?? ''));
      else if (name === 'cellXfs') inCellStyles = true;
      else if (inCellStyles) formatIds.push(id);
    },
    onClose: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return formatIds.map((id) => custom.get(id) ?? builtinFormat(id));
}
