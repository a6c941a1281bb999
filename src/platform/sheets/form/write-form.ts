// A workbook to be filled in: title, notes, headers with units, drop-downs and limits, a page that explains every column.
import { strToU8, zipSync } from 'fflate';
import { columnLetters } from '../xlsx/cell-reference.ts';
import { xmlText } from '../xlsx/xml-text.ts';
import { CONTENT, DOCUMENT, MAIN, PACKAGE, sheetXml, XML } from './form-parts.ts';

export type FormColumn = {
  readonly label: string;
  readonly unit: string | null;
  readonly kind: 'number' | 'text' | 'yes_no' | 'choice';
  readonly definition: string;
  readonly example: string;
  readonly required: boolean;
  readonly choices: readonly string[];
  readonly min?: number | undefined;
  readonly max?: number | undefined;
};

export type FormSpec = {
  readonly title: string;
  readonly notes: string;
  /** Which task the form belongs to; on a hidden page. */
  readonly codes: Readonly<Record<string, string>>;
  readonly columns: readonly FormColumn[];
  /** What is known already, such as the enterprises; as many cells as it has. */
  readonly rows: readonly (readonly string[])[];
};

const STYLES = { plain: 0, header: 1, text: 2, title: 3, notes: 4 } as const;
/** Rows below the prefilled ones that still have drop-downs and limits. */
const SPARE_ROWS = 1000;
const HEADER_ROW = 3;
/** The calendar of the format begins here: the same form has the same bytes on any day. */
const DATE = new Date(1980, 0, 1);

export function writeForm(spec: FormSpec): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(4),
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': workbook(),
    'xl/_rels/workbook.xml.rels': relations(),
    'xl/styles.xml': STYLES_PART,
    'xl/worksheets/sheet1.xml': fillSheet(spec),
    'xl/worksheets/sheet2.xml': explainSheet(spec),
    'xl/worksheets/sheet3.xml': sheetXml(choiceRows(spec)),
    'xl/worksheets/sheet4.xml': sheetXml(Object.entries(spec.codes).map((pair) => pair.map(text))),
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(part)]));
  return zipSync(files, { level: 6, mtime: DATE });
}

const CHOICES = '字典';

const SHEETS: readonly (readonly [name: string, hidden: boolean])[] = [
  ['填报', false],
  ['填报说明', false],
  [CHOICES, true],
  ['编码', true],
];

type Cell = { readonly text: string; readonly style: number };
const text = (value: string, style: number = STYLES.plain): Cell => ({ text: value, style });

const headerOf = ({ label, unit, required }: FormColumn): string =>
  `${required ? '*' : ''}${label}${unit === null ? '' : `（${unit}）`}`;

function fillSheet(spec: FormSpec): string {
  const headers = ['*统一社会信用代码', '企业名称', ...spec.columns.map(headerOf)];
  const rows = [
    [text(spec.title, STYLES.title)],
    [text(spec.notes, STYLES.notes)],
    headers.map((header) => text(header, STYLES.header)),
    ...spec.rows.map((row) => row.map((value) => text(value, STYLES.text))),
  ];
  const widths = headers.map((_, i) => (i === 0 ? 24 : i === 1 ? 36 : 18));
  const last = HEADER_ROW + spec.rows.length + SPARE_ROWS;
  return sheetXml(rows, {
    widths,
    freeze: { row: HEADER_ROW, column: 2 },
    merge: [`A1:${columnLetters(headers.length - 1)}1`, `A2:${columnLetters(headers.length - 1)}2`],
    validations: spec.columns.flatMap((column, i) => validation(column, i, last)),
  });
}

function validation(column: FormColumn, index: number, last: number): string[] {
  const letters = columnLetters(index + 2);
  const range = `${letters}${HEADER_ROW + 1}:${letters}${last}`;
  const open = (type: string, more: string, problem: string) =>
    `<dataValidation type="${type}" ${more} allowBlank="1" showErrorMessage="1" errorTitle="填写有误" error="${xmlText(problem)}" sqref="${range}">`;
  if (column.kind === 'yes_no')
    return [`${open('list', '', '请填“是”或“否”')}<formula1>"是,否"</formula1></dataValidation>`];
  if (column.kind === 'choice') {
    const source = `${CHOICES}!$${columnLetters(index)}$1:$${columnLetters(index)}$${Math.max(1, column.choices.length)}`;
    return [
      `${open('list', '', '请从下拉选项中选择')}<formula1>${xmlText(source)}</formula1></dataValidation>`,
    ];
  }
  if (column.kind === 'text') return [];
  const { min = -1e15, max = 1e15 } = column;
  const problem = `请填数字${column.min === undefined && column.max === undefined ? '' : `，范围 ${column.min ?? '…'} 至 ${column.max ?? '…'}`}`;
  return [
    `${open('decimal', 'operator="between"', problem)}<formula1>${min}</formula1><formula2>${max}</formula2></dataValidation>`,
  ];
}

/** One column of the hidden page per column of the form. */
function choiceRows({ columns }: FormSpec): Cell[][] {
  const height = Math.max(1, ...columns.map(({ choices }) => choices.length));
  return Array.from({ length: height }, (_, row) => columns.map(({ choices }) => text(choices[row] ?? '')));
}

function explainSheet({ columns }: FormSpec): string {
  const head = ['填报项', '单位', '必填', '口径说明', '填写示例'].map((header) =>
    text(header, STYLES.header),
  );
  const rows = columns.map(({ label, unit, required, definition, example }) =>
    [label, unit ?? '', required ? '是' : '否', definition, example].map((value) => text(value)),
  );
  return sheetXml([head, ...rows], { widths: [20, 12, 8, 70, 20] });
}

function workbook(): string {
  const sheets = SHEETS.map(
    ([name, hidden], i) =>
      `<sheet name="${name}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
  );
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

function relations(): string {
  const sheets = SHEETS.map(
    (_, i) =>
      `<Relationship Id="rId${i + 1}" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const styles = `<Relationship Id="rId${SHEETS.length + 1}" Type="${DOCUMENT}/styles" Target="styles.xml"/>`;
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${sheets.join('')}${styles}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const parts = Array.from(
    { length: sheets },
    (_, i) =>
      `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${CONTENT}.worksheet+xml"/>`,
  );
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>` +
    `${parts.join('')}<Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/></Types>`
  );
}

const STYLES_PART = (() => {
  const font = (more: string, size = 11) =>
    `<font>${more}<sz val="${size}"/><name val="宋体"/><charset val="134"/></font>`;
  const xf = (format: number, fontId: number, fill: number, more = '') =>
    `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"${more}`;
  const wrap = ' applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf>';
  return (
    `${XML}<styleSheet xmlns="${MAIN}"><fonts count="3">${font('')}${font('<b/>')}${font('<b/>', 16)}</fonts>` +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE7EEF7"/></patternFill></fill></fills>' +
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
    `<cellXfs count="5">${xf(0, 0, 0)}/>${xf(49, 1, 2, wrap)}${xf(49, 0, 0)}/>${xf(0, 2, 0)}/>${xf(0, 0, 0, wrap)}</cellXfs></styleSheet>`
  );
})();
