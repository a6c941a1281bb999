// For the tests of workbooks: files put together from XML written by hand, so that every oddity is exactly the one meant.
import { strToU8, zipSync } from 'fflate';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

export type KitSheet = {
  readonly name: string;
  /** The whole XML of the sheet, or what stands inside `sheetData`. */
  readonly xml: string;
  readonly state?: 'hidden' | 'veryHidden';
};

export type KitWorkbook = {
  readonly sheets: readonly KitSheet[];
  /** Number formats of the cell styles 0, 1, 2, …: a number of the programs' own, or a code. */
  readonly formats?: readonly (number | string)[];
  /** The `si` elements. */
  readonly strings?: readonly string[];
  readonly from1904?: boolean;
};

/** The parts of a workbook by their names. */
export function partsOf({
  sheets,
  formats = [],
  strings = [],
  from1904 = false,
}: KitWorkbook): Record<string, string> {
  const listed = sheets.map(({ name, state = 'visible' }, i) => {
    return `<sheet name="${name}" sheetId="${i + 7}" state="${state}" r:id="rId${i + 1}"/>`;
  });
  const relations = sheets.map((_, i) =>
    relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`),
  );
  const custom = formats.map((format, i) =>
    typeof format === 'string' ? { id: 164 + i, code: format } : undefined,
  );
  const styles = formats.map(
    (format, i) => `<xf numFmtId="${typeof format === 'string' ? 164 + i : format}"/>`,
  );
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${XML}<Relationships ${RELATIONS}>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml':
      `${XML}<workbook ${MAIN} xmlns:r="${OFFICE}"><workbookPr date1904="${from1904 ? 1 : 0}"/>` +
      `<sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `${XML}<Relationships ${RELATIONS}>${relations.join('')}${relation('rIdS', 'styles', 'styles.xml')}` +
      `${relation('rIdT', 'sharedStrings', '/xl/sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml':
      `${XML}<styleSheet ${MAIN}><numFmts>` +
      `${custom.map((format) => (format === undefined ? '' : `<numFmt numFmtId="${format.id}" formatCode="${escaped(format.code)}"/>`)).join('')}` +
      `</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${XML}<sst ${MAIN}>${strings.join('')}</sst>`,
  };
  for (const [i, { xml }] of sheets.entries()) {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = xml.includes('sheetData')
      ? xml
      : `${XML}<worksheet ${MAIN}><sheetData>${xml}</sheetData></worksheet>`;
  }
  return parts;
}

export function zipped(parts: Readonly<Record<string, string>>, level: 0 | 6 = 6): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    level,
  });
}

/** A workbook of one sheet from what stands inside its `sheetData`. */
export function sheetFile(xml: string, more: Partial<KitWorkbook> = {}): Uint8Array {
  return zipped(partsOf({ sheets: [{ name: '企业', xml }], ...more }));
}

/** A row of cells: numbers and texts as such, anything that begins with `<c` as it stands; undefined is no cell. */
export function row(number: number, ...cells: readonly (number | string | undefined)[]): string {
  const xml = cells.map((cell, i) => {
    const at = `${String.fromCharCode(65 + i)}${number}`;
    if (cell === undefined) return '';
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
    if (cell.startsWith('<c')) return cell.replace('<c', `<c r="${at}"`);
    return `<c r="${at}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  });
  return `<row r="${number}">${xml.join('')}</row>`;
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
