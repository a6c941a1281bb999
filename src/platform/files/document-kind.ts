// What kind of document a file is, by its content: an ending is only a claim, and a document with macros is a program.
import { closeSync, openSync, statSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '#core/app-error.ts';
import { readDirectory } from '../sheets/xlsx/zip-directory.ts';

export const DOCUMENT_TYPES = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type DocumentKind = keyof typeof DOCUMENT_TYPES;

const ENDINGS: Readonly<Record<string, DocumentKind>> = {
  pdf: 'pdf',
  jpg: 'jpg',
  jpeg: 'jpg',
  png: 'png',
  docx: 'docx',
  xlsx: 'xlsx',
};

/** Throws `document_of_other_kind` where content and ending do not agree. `head` are the first eight bytes. */
export function documentKind(file: { path: string; name: string; head: Buffer }): DocumentKind {
  const claimed = ENDINGS[path.extname(file.name).slice(1).toLowerCase()];
  const found = kindByContent(file.path, file.head.toString('latin1'));
  if (found === undefined || found !== claimed)
    throw new AppError('document_of_other_kind', { name: file.name });
  return found;
}

function kindByContent(file: string, head: string): DocumentKind | undefined {
  if (head.startsWith('%PDF-')) return 'pdf';
  if (head.startsWith('\xff\xd8\xff')) return 'jpg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  return head.startsWith('PK\x03\x04') ? officeKind(file) : undefined;
}

function officeKind(file: string): DocumentKind | undefined {
  const names = entriesOf(file);
  if (names.some((name) => name.endsWith('vbaproject.bin'))) return undefined;
  if (names.includes('word/document.xml')) return 'docx';
  return names.includes('xl/workbook.xml') ? 'xlsx' : undefined;
}

function entriesOf(file: string): string[] {
  const fd = openSync(file, 'r');
  try {
    return [...readDirectory(fd, statSync(file).size).keys()];
  } catch {
    // A directory that cannot be read belongs to no document.
    return [];
  } finally {
    closeSync(fd);
  }
}
