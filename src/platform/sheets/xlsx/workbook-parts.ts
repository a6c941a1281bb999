// The parts of a workbook that are the same in all that we write, and its styles.

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const CONTENT_TYPES =
  `${XML}<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/></Types>`;

export const ROOT_RELATIONS =
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

export const WORKBOOK =
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}">` +
  '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>';

export const WORKBOOK_RELATIONS =
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/>` +
  `<Relationship Id="rId2" Type="${DOCUMENT}/styles" Target="styles.xml"/></Relationships>`;

const GENERAL_STYLE = 0;
export const HEADER_STYLE = 1;
/** Formatted as text, so that a code stays one when a person edits its cell. */
export const TEXT_STYLE = 2;
const FIRST_DECIMAL_STYLE = 3;
/** Numbers below are formats of the programs' own. */
const FIRST_FORMAT = 164;

/** One style for each number of decimals that some column has. */
function distinctDecimals(decimals: readonly (number | undefined)[]): number[] {
  return [...new Set(decimals.filter((digits) => digits !== undefined))];
}

export function numberStyle(decimals: readonly (number | undefined)[], own: number | undefined): number {
  return own === undefined ? GENERAL_STYLE : FIRST_DECIMAL_STYLE + distinctDecimals(decimals).indexOf(own);
}

export function stylesPart(decimals: readonly (number | undefined)[]): string {
  const distinct = distinctDecimals(decimals);
  const formats = distinct.map((digits, i) => {
    const code = digits > 0 ? `0.${'0'.repeat(digits)}` : '0';
    return `<numFmt numFmtId="${FIRST_FORMAT + i}" formatCode="${code}"/>`;
  });
  const styles = distinct.map((_, i) => xf(FIRST_FORMAT + i, 0));
  const font = '<sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/>';
  return (
    `${XML}<styleSheet xmlns="${MAIN}">` +
    (formats.length === 0 ? '' : `<numFmts count="${formats.length}">${formats.join('')}</numFmts>`) +
    `<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${FIRST_DECIMAL_STYLE + styles.length}">${xf(0, 0)}${xf(49, 1)}${xf(49, 0)}${styles.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

function xf(format: number, font: number): string {
  const applied = `${format === 0 ? '' : ' applyNumberFormat="1"'}${font === 0 ? '' : ' applyFont="1"'}`;
  return `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0"${applied}/>`;
}
