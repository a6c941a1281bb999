// Makes a Word document: the few parts of the format that an official document needs, zipped.
import { zipSync } from 'fflate';
import type { Block, OfficialDocument } from '../document.ts';
import { LINE_PT, PAGE, SIZE, WORD_FONTS } from '../layout.ts';
import { tableParts } from './table.ts';
import {
  BODY,
  fontTable,
  levelStyle,
  NOTE,
  paragraph,
  RED,
  runProperties,
  run,
  TITLE,
  TWIPS,
  WORD_SPACE,
} from './text.ts';
import { el, type Xml, xmlFile } from './xml.ts';

export function renderDocx(document: OfficialDocument, at: Date): Uint8Array {
  const files = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relations('', [
      [`${OFFICE}/officeDocument`, 'word/document.xml'],
      [
        'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        'docProps/core.xml',
      ],
    ]),
    'docProps/core.xml': properties(document, at),
    'word/document.xml': body(document),
    'word/_rels/document.xml.rels': relations('r', [
      [`${OFFICE}/footer`, 'footer-odd.xml'],
      [`${OFFICE}/footer`, 'footer-even.xml'],
      [`${OFFICE}/settings`, 'settings.xml'],
      [`${OFFICE}/styles`, 'styles.xml'],
      [`${OFFICE}/fontTable`, 'font-table.xml'],
    ]),
    'word/footer-odd.xml': footer(document, 'right'),
    'word/footer-even.xml': footer(document, 'left'),
    'word/settings.xml': xmlFile(
      el(
        'w:settings',
        { 'xmlns:w': WORD_SPACE },
        el('w:evenAndOddHeaders'),
        el('w:characterSpacingControl', { 'w:val': 'compressPunctuation' }),
      ),
    ),
    'word/styles.xml': styles(document),
    'word/font-table.xml': xmlFile(fontTable()),
  };
  // The format's calendar begins in 1980; the day is in the properties, where it belongs.
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) });
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

function relations(
  prefix: string,
  targets: readonly (readonly [type: string, target: string])[],
): Uint8Array {
  const list = targets.map(([type, target], i) =>
    el('Relationship', { Id: `${prefix === '' ? 'rId' : prefix}${i + 1}`, Type: type, Target: target }),
  );
  return xmlFile(el('Relationships', { xmlns: RELATIONS }, list));
}

const WORD_TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

function contentTypes(): Uint8Array {
  const parts: readonly (readonly [part: string, type: string])[] = [
    ['/word/document.xml', `${WORD_TYPES}.document.main+xml`],
    ['/word/footer-odd.xml', `${WORD_TYPES}.footer+xml`],
    ['/word/footer-even.xml', `${WORD_TYPES}.footer+xml`],
    ['/word/settings.xml', `${WORD_TYPES}.settings+xml`],
    ['/word/styles.xml', `${WORD_TYPES}.styles+xml`],
    ['/word/font-table.xml', `${WORD_TYPES}.fontTable+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ];
  return xmlFile(
    el(
      'Types',
      { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
      el('Default', {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      }),
      el('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      parts.map(([PartName, ContentType]) => el('Override', { PartName, ContentType })),
    ),
  );
}

function properties({ title, signature, lang }: OfficialDocument, at: Date): Uint8Array {
  const day = `${at.toISOString().slice(0, 19)}Z`;
  return xmlFile(
    el(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      el('dc:title', {}, title.replaceAll('\n', '')),
      el('dc:creator', {}, signature?.issuer ?? ''),
      el('dc:language', {}, lang === 'zh' ? 'zh-CN' : 'en-GB'),
      el('dcterms:created', { 'xsi:type': 'dcterms:W3CDTF' }, day),
    ),
  );
}

function styles({ lang }: OfficialDocument): Uint8Array {
  return xmlFile(
    el(
      'w:styles',
      { 'xmlns:w': WORD_SPACE },
      el(
        'w:docDefaults',
        {},
        el(
          'w:rPrDefault',
          {},
          {
            xml: runProperties(BODY).xml.replace(
              '</w:rPr>',
              `${el('w:lang', { 'w:val': lang === 'zh' ? 'en-US' : 'en-GB', 'w:eastAsia': 'zh-CN' }).xml}</w:rPr>`,
            ),
          },
        ),
      ),
      el(
        'w:style',
        { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
        el('w:name', { 'w:val': 'Normal' }),
      ),
    ),
  );
}

function footer({ verification, lang }: OfficialDocument, align: 'left' | 'right'): Uint8Array {
  const style = { font: WORD_FONTS.page, size: SIZE.page };
  const field = (kind: string): Xml =>
    el('w:r', {}, runProperties(style), el('w:fldChar', { 'w:fldCharType': kind }));
  const number = [
    run('— ', style),
    field('begin'),
    el('w:r', {}, runProperties(style), el('w:instrText', { 'xml:space': 'preserve' }, ' PAGE ')),
    field('end'),
    run(' —', style),
  ];
  const side = align === 'left' ? { left: 1 } : { right: 1 };
  const code = `${lang === 'zh' ? '核验码' : 'Verification code'} ${verification.code}`;
  return xmlFile(
    el(
      'w:ftr',
      { 'xmlns:w': WORD_SPACE },
      paragraph(number, style, { align, line: SIZE.page * 1.3, ...side }),
      paragraph(
        code,
        { font: WORD_FONTS.page, size: SIZE.code, color: '5A5A5A' },
        { align: 'center', line: 10 },
      ),
    ),
  );
}

const TWIPS_PER_MM = 1440 / 25.4;
const mm = (value: number): number => Math.round(value * TWIPS_PER_MM);

/** 版心下边缘之下 7 mm. */
const FOOTER_MM = PAGE.bottomMm - 7 - 9;

function section(): Xml {
  return el(
    'w:sectPr',
    {},
    el('w:footerReference', { 'w:type': 'default', 'r:id': 'r1' }),
    el('w:footerReference', { 'w:type': 'even', 'r:id': 'r2' }),
    el('w:pgSz', { 'w:w': mm(PAGE.widthMm), 'w:h': mm(PAGE.heightMm) }),
    el('w:pgMar', {
      'w:top': mm(PAGE.topMm),
      'w:right': mm(PAGE.rightMm),
      'w:bottom': mm(PAGE.bottomMm),
      'w:left': mm(PAGE.leftMm),
      'w:header': mm(15),
      'w:footer': mm(FOOTER_MM),
      'w:gutter': 0,
    }),
    // A grid of characters too would stretch the text wherever it is not Word that opens it.
    el('w:docGrid', { 'w:type': 'lines', 'w:linePitch': Math.floor(LINE_PT * TWIPS) }),
  );
}

function body(document: OfficialDocument): Uint8Array {
  const { letterhead, title, addressee, blocks, attachments, signature, verification, lang } = document;
  const zh = lang === 'zh';
  const blank = paragraph('', BODY);
  const indent = zh ? 2 : 0;
  const content: Xml[] = [];
  if (letterhead !== null) {
    const size = Math.max(20, Math.min(32, 425 / Math.max(1, widthOf(letterhead.issuer))));
    content.push(
      paragraph(
        letterhead.issuer,
        { ...TITLE, size, color: RED },
        { align: 'center', line: size * 1.4, after: LINE_PT },
      ),
      paragraph(letterhead.number, BODY, { align: 'center', rule: true }),
      blank,
    );
  }
  content.push(bigTitle(title));
  if (addressee !== null) content.push(paragraph(`${addressee}${zh ? '：' : ':'}`, BODY));
  content.push(...blocksOf(blocks, indent));
  if (attachments.length > 0) {
    content.push(blank);
    const mark = zh ? '附件：' : 'Annex: ';
    attachments.forEach((attachment, i) => {
      const number = attachments.length > 1 ? `${i + 1}.` : '';
      const text = `${number}${attachment.title.replaceAll('\n', '')}`;
      content.push(
        paragraph(`${i === 0 ? mark : ''}${text}`, BODY, { left: i === 0 ? indent : indent + (zh ? 3 : 0) }),
      );
    });
  }
  if (signature !== null) {
    // The date ends four characters from the edge; a longer office stands two from it, the date centred below.
    const [office, date] = [widthOf(signature.issuer), widthOf(signature.date)];
    const excess = Math.max(0, (office - date) / 2);
    const right = zh ? Math.max(2, 4 - excess) : 0;
    content.push(
      blank,
      paragraph(signature.issuer, BODY, {
        align: 'right',
        right: right + Math.max(0, (date - office) / 2),
        keepNext: true,
      }),
      paragraph(signature.date, BODY, { align: 'right', right: right + excess }),
    );
  }
  attachments.forEach((attachment, i) => {
    const number = attachments.length > 1 ? `${zh ? '' : ' '}${i + 1}` : '';
    content.push(
      paragraph(`${zh ? '附件' : 'Annex'}${number}`, levelStyle(1), { pageBreakBefore: true }),
      bigTitle(attachment.title),
      ...blocksOf(attachment.blocks, indent),
    );
  });
  content.push(blank, ...verification.lines.map((line) => paragraph(line, NOTE, { line: SIZE.note * 1.5 })));
  return xmlFile(
    el('w:document', { 'xmlns:w': WORD_SPACE, 'xmlns:r': OFFICE }, el('w:body', {}, content, section())),
  );
}

/** In characters: a Latin one is half as wide. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) < 0x2e80 ? 0.5 : 1), 0);
}

function bigTitle(title: string): Xml {
  return paragraph(title, TITLE, { align: 'center', line: SIZE.title * 1.55, after: LINE_PT, outline: 0 });
}

function blocksOf(blocks: readonly Block[], indent: number): Xml[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return tableParts(block);
    if (block.kind === 'paragraph') return [paragraph(block.text, BODY, { firstLine: indent })];
    const { level, text } = block;
    return [paragraph(text, levelStyle(level), { firstLine: indent, keepNext: true, outline: level })];
  });
}
