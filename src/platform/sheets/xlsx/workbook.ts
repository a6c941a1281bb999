// The parts of a workbook that say what it holds: which sheets there are and in which files they are.
import { XlsxFault, malformed } from './fault.ts';
import type { NumberFormat } from './number-format.ts';
import { NO_STRINGS, readSharedStrings, type SharedStrings } from './shared-strings.ts';
import { readStyles } from './styles.ts';
import { isOn, readElements } from './xml-elements.ts';
import { zipContent } from './zip-content.ts';
import { readDirectory, type ZipEntry } from './zip-directory.ts';

export type Sheet = { readonly name: string; readonly hidden: boolean; readonly entry: ZipEntry };

export type Workbook = {
  readonly fd: number;
  readonly sheets: readonly Sheet[];
  /** Dates count from 1904, as those of old Macintosh workbooks do. */
  readonly from1904: boolean;
  readonly formats: readonly NumberFormat[];
  readonly strings: SharedStrings;
};

type Relation = { readonly type: string; readonly path: string };

/** Throws `XlsxFault` when the file is no workbook that can be read. */
export async function openWorkbook(fd: number, fileSize: number): Promise<Workbook> {
  const entries = readDirectory(fd, fileSize);
  const relationsOf = async (path: string): Promise<ReadonlyMap<string, Relation>> => {
    const slash = path.lastIndexOf('/') + 1;
    const entry = entries.get(`${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`.toLowerCase());
    return entry === undefined ? new Map() : readRelations(zipContent(fd, entry), path.slice(0, slash));
  };
  const root = partOfType(await relationsOf(''), 'officeDocument') ?? 'xl/workbook.xml';
  const entry = entries.get(root.toLowerCase());
  if (entry === undefined || !/\.xml$/i.test(root) || /^(?:word|ppt)\//i.test(root))
    throw notAWorkbook(entries);
  const relations = await relationsOf(root);
  const { listed, from1904 } = await readWorkbookPart(zipContent(fd, entry));
  const sheets = listed.flatMap(({ name, hidden, relation }): Sheet[] => {
    const target = relations.get(relation);
    const sheetEntry = target?.type === 'worksheet' ? entries.get(target.path.toLowerCase()) : undefined;
    return sheetEntry === undefined ? [] : [{ name, hidden, entry: sheetEntry }];
  });
  if (sheets.length === 0) throw malformed('the workbook has no sheets');
  const styles = entries.get(partOfType(relations, 'styles')?.toLowerCase() ?? '');
  const strings = entries.get(partOfType(relations, 'sharedStrings')?.toLowerCase() ?? '');
  return {
    fd,
    sheets,
    from1904,
    formats: styles === undefined ? [] : await readStyles(zipContent(fd, styles)),
    strings:
      strings === undefined ? NO_STRINGS : await readSharedStrings(zipContent(fd, strings), strings.size),
  };
}

/** Other ZIP files people take for workbooks. */
function notAWorkbook(entries: ReadonlyMap<string, ZipEntry>): XlsxFault {
  const found = entries.has('word/document.xml')
    ? 'DOCX'
    : entries.has('ppt/presentation.xml')
      ? 'PPTX'
      : entries.has('xl/workbook.bin')
        ? 'XLSB'
        : entries.has('content.xml')
          ? 'OpenDocument'
          : 'ZIP';
  return new XlsxFault({ code: 'not_a_table', severity: 'error', params: { found } });
}

function partOfType(relations: ReadonlyMap<string, Relation>, type: string): string | undefined {
  return [...relations.values()].find((relation) => relation.type === type)?.path;
}

async function readRelations(pieces: AsyncIterable<Buffer>, folder: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  await readElements(pieces, ['Relationship'], {
    onOpen: (_, attributes) => {
      if (attributes.get('TargetMode') === 'External') return;
      const target = (attributes.get('Target') ?? '').replaceAll('\\', '/');
      // The type is an address, which differs between the two variants of the format; its last word does not.
      const type = attributes.get('Type')?.replace(/^.*\//, '') ?? '';
      relations.set(attributes.get('Id') ?? '', { type, path: resolvePath(folder, target) });
    },
  });
  return relations;
}

function resolvePath(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts: string[] = [];
  for (const part of (folder + target).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

type ListedSheet = { readonly name: string; readonly hidden: boolean; readonly relation: string };

async function readWorkbookPart(
  pieces: AsyncIterable<Buffer>,
): Promise<{ listed: readonly ListedSheet[]; from1904: boolean }> {
  const listed: ListedSheet[] = [];
  let from1904 = false;
  await readElements(pieces, ['sheet', 'workbookPr'], {
    onOpen: (name, attributes) => {
      if (name === 'workbookPr') from1904 = isOn(attributes.get('date1904'));
      else {
        const hidden = (attributes.get('state') ?? 'visible') !== 'visible';
        listed.push({ name: attributes.get('name') ?? '', hidden, relation: attributes.get('id') ?? '' });
      }
    },
  });
  return { listed, from1904 };
}
