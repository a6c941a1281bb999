import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { pdfPages } from '#test/kit/pdf-text.ts';
import type { OfficialDocument } from './document.ts';
import { renderDocument, stopRendering } from './render.ts';

const scratch = path.join(mkdtempSync(path.join(tmpdir(), 'mujun-documents-')), 'scratch');
afterAll(async () => {
  await stopRendering();
  rmSync(path.dirname(scratch), { recursive: true });
});

const AT = new Date('2026-04-20T02:00:00Z');
const ROWS = 120;

const DOCUMENT: OfficialDocument = {
  lang: 'zh',
  title: '关于2025年度评价\n结果的公示',
  letterhead: { issuer: '测试开发区管理委员会', number: '测管〔2026〕12号' },
  addressee: null,
  blocks: [
    { kind: 'heading', level: 1, text: '一、评价结果' },
    { kind: 'paragraph', text: '现将2025年度评价结果予以公示。' },
  ],
  attachments: [
    {
      title: '评价结果',
      blocks: [
        {
          kind: 'table',
          caption: null,
          columns: [
            { header: '序号', width: 1, align: 'center' },
            { header: '企业名称', width: 5, align: 'left' },
          ],
          rows: Array.from({ length: ROWS }, (_, i) => [String(i + 1), `第${i + 1}机械有限公司`]),
        },
      ],
    },
  ],
  signature: { issuer: '测试开发区管理委员会', date: '2026年4月20日' },
  verification: { code: '7K2M-9QRT-4XWE-B3HN', lines: ['核验码：7K2M-9QRT-4XWE-B3HN。'] },
};

const saying = (text: string): OfficialDocument => ({
  ...DOCUMENT,
  letterhead: null,
  title: text,
  blocks: [{ kind: 'paragraph', text }],
  attachments: [
    {
      title: text,
      blocks: [
        {
          kind: 'table',
          caption: null,
          columns: [{ header: text, width: 1, align: 'left' }],
          rows: [[text]],
        },
      ],
    },
  ],
});

const pdf = async (document: OfficialDocument) =>
  pdfPages(await renderDocument(scratch, document, 'pdf', AT));

async function word(document: OfficialDocument): Promise<Record<string, string>> {
  const files = unzipSync(await renderDocument(scratch, document, 'docx', AT));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** The texts of a part, tags taken away. */
const textOf = (xml = ''): string =>
  [...xml.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) =>
      text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    )
    .join('');

describe('a document as PDF', () => {
  test('says everything, each page with its number and the code', async () => {
    const pages = await pdf(DOCUMENT);
    const all = pages.join('\n').replace(/\s/g, '');
    for (const text of [
      '测管〔2026〕12号',
      '结果的公示',
      '一、评价结果',
      '附件：评价结果',
      '2026年4月20日',
      `第${ROWS}机械有限公司`,
    ])
      expect(all).toContain(text);
    pages.forEach((page, i) => {
      expect(page.replace(/\s/g, '')).toContain(`—${i + 1}—`);
      expect(page.replace(/\s/g, '')).toContain('核验码7K2M-9QRT-4XWE-B3HN');
    });
  });

  test('repeats the head of a table on every page it reaches', async () => {
    const pages = (await pdf(DOCUMENT)).filter((page) => page.includes('机械有限公司'));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain('企业名称');
  });

  test.each([
    '#eval("1+1") #panic() #sys.inputs',
    '*强调* _斜_ `代码` $x^2$ = 标题',
    '@ref <label> \\ // 注释 /* 注释 */ [内容] {代码} ~ -- "引"',
  ])('takes %j for text', async (text) => {
    const all = (await pdf(saying(text))).join('\n').replace(/\s/g, '');
    // In the title, the paragraph, the annex and its own title, the head of the table and its cell.
    expect(all.split(text.replace(/\s/g, '')).length - 1).toBe(6);
  });

  test('has a glyph for rare characters of names', async () => {
    const rare = '䶮㛃𬭎𫖯喆垚昇祎';
    const all = (await pdf(saying(rare))).join('').replace(/\s/g, '');
    expect(all).toContain(rare);
    expect(all).not.toContain('\uFFFD');
  });

  test('carries only the glyphs it needs', async () => {
    const bytes = await renderDocument(scratch, saying('少'), 'pdf', AT);
    expect(bytes.length).toBeLessThan(60_000);
  });
});

describe('a document as Word', () => {
  test('has the measures and fonts of official documents', async () => {
    const { 'word/document.xml': main = '', 'word/font-table.xml': fonts = '' } = await word(DOCUMENT);
    // 37 and 28 mm, in twentieths of a point.
    expect(main).toMatch(/<w:pgMar w:top="2098" [^>]*w:left="1587"/);
    expect(main).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
    for (const font of ['方正小标宋简体', '仿宋_GB2312', '黑体'])
      expect(main).toContain(`w:eastAsia="${font}"`);
    expect(fonts).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/></w:font>');
    expect(main.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(main.match(/<w:cantSplit\/>/g)).toHaveLength(ROWS + 1);
  });

  test('numbers odd pages on the right and even ones on the left', async () => {
    const files = await word(DOCUMENT);
    expect(files['word/footer-odd.xml']).toContain('<w:jc w:val="right"/>');
    expect(files['word/footer-even.xml']).toContain('<w:jc w:val="left"/>');
    expect(files['word/footer-odd.xml']).toContain(' PAGE ');
  });

  test.each(['<w:t>&amp;"\'</w:t>', ']]><!-- x --><?pi?>', '空\u0000字\u0008符\uD800半'])(
    'takes %j for text',
    async (text) => {
      const { 'word/document.xml': main = '' } = await word(saying(text));
      // What no XML can hold is left out.
      const kept = text.replace(/[\p{Cc}\p{Cs}]/gu, '');
      expect(textOf(main).split(kept).length - 1).toBe(6);
      expect(main).not.toContain('<!--');
    },
  );
});
