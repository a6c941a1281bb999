// Gives a faulty workbook back as it came, with every bad cell in red and explained in a note, and a page that lists all.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { AppError } from '#core/app-error.ts';
import { xmlText } from '../xlsx/xml-text.ts';
import { addRedStyles } from './mark-styles.ts';
import { CONTENT, DOCUMENT, sheetXml, XML, MAIN } from './form-parts.ts';

/** `column` is the header as it stands in the sheet; without one the whole row is meant. */
export type Mark = { readonly row: number; readonly column: string | undefined; readonly text: string };

const LARGEST_PART = 600_000_000;
/** Programs show notes slowly when there are more; all marks are on the page at the end anyway. */
const MOST_NOTES = 5000;
const LIST = '问题清单';

type Files = Record<string, Uint8Array>;

/** Throws `workbook_not_markable` for a file that is not a workbook after all. */
export function markWorkbook(
  bytes: Uint8Array,
  headers: readonly string[],
  marks: readonly Mark[],
): Uint8Array {
  const files = unpack(bytes);
  const sheet = findSheet(files, headers);
  const places = placesOf(marks, sheet.letters);
  const restyled = addRedStyles(partText(files, 'xl/styles.xml'));
  let xml = paint(sheet.xml, places, restyled.red);
  files['xl/styles.xml'] = strToU8(restyled.finish());
  if (!xml.includes('<legacyDrawing')) xml = addNotes(files, sheet.path, xml, places);
  files[sheet.path] = strToU8(xml);
  addList(files, marks);
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) });
}

function unpack(bytes: Uint8Array): Files {
  try {
    return unzipSync(bytes, { filter: ({ originalSize }) => originalSize <= LARGEST_PART });
  } catch {
    throw new AppError('workbook_not_markable');
  }
}

function partText(files: Files, name: string): string {
  const part = files[name];
  if (part === undefined) throw new AppError('workbook_not_markable');
  return strFromU8(part);
}

type Sheet = { readonly path: string; readonly xml: string; readonly letters: ReadonlyMap<string, string> };

/** The sheet with most of the headers in one of its first rows. */
function findSheet(files: Files, headers: readonly string[]): Sheet {
  const strings = sharedStrings(files);
  const wanted = new Set(headers.map((header) => header.trim()));
  let best: Sheet | undefined;
  for (const path of Object.keys(files).filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))) {
    const xml = partText(files, path);
    for (const [, cells = ''] of [...xml.matchAll(/<row\b[^>]*>(.*?)<\/row>/gs)].slice(0, 30)) {
      const letters = new Map<string, string>();
      for (const [, attributes = '', content = ''] of cells.matchAll(/<c\b([^>]*)>(.*?)<\/c>/gs)) {
        const text = cellText(attributes, content, strings).trim();
        const column = /\br="([A-Z]+)\d+"/.exec(attributes)?.[1];
        if (column !== undefined && wanted.has(text)) letters.set(text, column);
      }
      if (letters.size > (best?.letters.size ?? 0)) best = { path, xml, letters };
    }
  }
  if (best === undefined) throw new AppError('workbook_not_markable');
  return best;
}

function sharedStrings(files: Files): string[] {
  const part = files['xl/sharedStrings.xml'];
  if (part === undefined) return [];
  return [...strFromU8(part).matchAll(/<si>(.*?)<\/si>|<si\/>/gs)].map(([, content = '']) =>
    plainText(content),
  );
}

const plainText = (xml: string): string =>
  [...xml.matchAll(/<t\b[^>]*>(.*?)<\/t>/gs)]
    .map(([, text = '']) => text)
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

function cellText(attributes: string, content: string, strings: readonly string[]): string {
  const value = /<v>(.*?)<\/v>/s.exec(content)?.[1] ?? '';
  if (/\bt="s"/.test(attributes)) return strings[Number(value)] ?? '';
  return /\bt="inlineStr"/.test(attributes) ? plainText(content) : value;
}

/** What is to be said at a cell, by row and column letters; marks of whole rows go to their first cell. */
type Places = ReadonlyMap<number, ReadonlyMap<string, string>>;

function placesOf(marks: readonly Mark[], letters: ReadonlyMap<string, string>): Places {
  const places = new Map<number, Map<string, string>>();
  for (const { row, column, text } of marks) {
    const letter = (column === undefined ? undefined : letters.get(column.trim())) ?? 'A';
    const cells = places.get(row) ?? new Map<string, string>();
    const said = cells.get(letter);
    cells.set(letter, said === undefined ? text : `${said}\n${text}`);
    places.set(row, cells);
  }
  return places;
}

function paint(xml: string, places: Places, red: (style: number) => number): string {
  return xml.replace(
    /<row\b([^>]*?)(?:\/>|>(.*?)<\/row>)/gs,
    (whole, attributes: string, cells: string | undefined) => {
      const marked = places.get(Number(/\br="(\d+)"/.exec(attributes)?.[1]));
      if (marked === undefined) return whole;
      const row = /\br="(\d+)"/.exec(attributes)?.[1] ?? '';
      let painted = cells ?? '';
      for (const letter of marked.keys()) painted = paintCell(painted, letter, row, red);
      return `<row${attributes}>${painted}</row>`;
    },
  );
}

function paintCell(cells: string, letter: string, row: string, red: (style: number) => number): string {
  const reference = `${letter}${row}`;
  const opening = new RegExp(`<c\\b([^>]*\\br="${reference}"[^>]*?)(/?)>`);
  const found = opening.exec(cells);
  if (found !== null) {
    const style = Number(/\bs="(\d+)"/.exec(found[1] ?? '')?.[1] ?? 0);
    const attributes = (found[1] ?? '').replace(/\s*\bs="\d+"/, '');
    return cells.replace(opening, `<c${attributes} s="${red(style)}"${found[2] ?? ''}>`);
  }
  // The cell is empty and not there at all: it goes where its column says.
  const cell = `<c r="${reference}" s="${red(0)}"/>`;
  const later = [...cells.matchAll(/<c\b[^>]*\br="([A-Z]+)\d+"/g)].find(([, other = '']) =>
    isAfter(other, letter),
  );
  return later === undefined ? cells + cell : cells.slice(0, later.index) + cell + cells.slice(later.index);
}

const isAfter = (a: string, b: string): boolean => a.length > b.length || (a.length === b.length && a > b);

function addNotes(files: Files, path: string, xml: string, places: Places): string {
  const notes = [...places]
    .flatMap(([row, cells]) => [...cells].map(([letter, text]) => ({ row, letter, text })))
    .slice(0, MOST_NOTES);
  if (notes.length === 0) return xml;
  const comments = notes.map(
    ({ row, letter, text }) =>
      `<comment ref="${letter}${row}" authorId="0"><text><r><t xml:space="preserve">${xmlText(text)}</t></r></text></comment>`,
  );
  files['xl/mujun-comments.xml'] = strToU8(
    `${XML}<comments xmlns="${MAIN}"><authors><author>亩均</author></authors><commentList>${comments.join('')}</commentList></comments>`,
  );
  files['xl/drawings/mujun-notes.vml'] = strToU8(notesDrawing(notes));
  const relations = path.replace('worksheets/', 'worksheets/_rels/').concat('.rels');
  const added =
    `<Relationship Id="rIdMujun1" Type="${DOCUMENT}/comments" Target="../mujun-comments.xml"/>` +
    `<Relationship Id="rIdMujun2" Type="${DOCUMENT}/vmlDrawing" Target="../drawings/mujun-notes.vml"/>`;
  const old = files[relations];
  const before =
    old === undefined
      ? `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`
      : strFromU8(old);
  files[relations] = strToU8(
    before
      .replace('</Relationships>', `${added}</Relationships>`)
      .replace(/<Relationships([^>]*)\/>/, `<Relationships$1>${added}</Relationships>`),
  );
  addType(files, '/xl/mujun-comments.xml', `${CONTENT}.comments+xml`);
  const types = partText(files, '[Content_Types].xml');
  if (!/Extension="vml"/i.test(types))
    files['[Content_Types].xml'] = strToU8(
      types.replace(
        /(<Types[^>]*>)/,
        '$1<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
      ),
    );
  const drawing = `<legacyDrawing xmlns:r="${DOCUMENT}" r:id="rIdMujun2"/>`;
  const behind =
    /<(?:legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b/.exec(
      xml,
    );
  return behind === null
    ? xml.replace('</worksheet>', `${drawing}</worksheet>`)
    : xml.slice(0, behind.index) + drawing + xml.slice(behind.index);
}

function notesDrawing(notes: readonly { readonly row: number; readonly letter: string }[]): string {
  const shapes = notes.map(({ row, letter }, i) => {
    const column = columnIndex(letter);
    return (
      `<v:shape id="m${i}" type="#_x0000_t202" style="position:absolute;width:220pt;height:80pt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
      `<v:fill color2="#ffffe1"/><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>` +
      `<x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
    );
  });
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    `${shapes.join('')}</xml>`
  );
}

function addType(files: Files, part: string, type: string): void {
  const types = partText(files, '[Content_Types].xml');
  files['[Content_Types].xml'] = strToU8(
    types.replace('</Types>', `<Override PartName="${part}" ContentType="${type}"/></Types>`),
  );
}

function addList(files: Files, marks: readonly Mark[]): void {
  const cell = (text: string) => ({ text, style: 0 });
  const rows = [
    ['行', '列', '问题'],
    ...marks.map(({ row, column = '', text }) => [String(row), column, text]),
  ];
  files['xl/worksheets/mujun-list.xml'] = strToU8(
    sheetXml(
      rows.map((row) => row.map(cell)),
      { widths: [8, 28, 90] },
    ),
  );
  addType(files, '/xl/worksheets/mujun-list.xml', `${CONTENT}.worksheet+xml`);
  const relations = partText(files, 'xl/_rels/workbook.xml.rels');
  files['xl/_rels/workbook.xml.rels'] = strToU8(
    relations.replace(
      '</Relationships>',
      `<Relationship Id="rIdMujunList" Type="${DOCUMENT}/worksheet" Target="worksheets/mujun-list.xml"/></Relationships>`,
    ),
  );
  const workbook = partText(files, 'xl/workbook.xml');
  const ids = [...workbook.matchAll(/sheetId="(\d+)"/g)].map(([, id]) => Number(id));
  const sheet = `<sheet xmlns:r="${DOCUMENT}" name="${LIST}" sheetId="${Math.max(0, ...ids) + 1}" r:id="rIdMujunList"/>`;
  files['xl/workbook.xml'] = strToU8(workbook.replace('</sheets>', `${sheet}</sheets>`));
}

/** A is 0, AA is 26. */
function columnIndex(letters: string): number {
  let number = 0;
  for (let i = 0; i < letters.length; i++) number = number * 26 + letters.charCodeAt(i) - 64;
  return number - 1;
}
