// What a document says, before it has a form: both PDF and Word are made from this, so that they cannot differ in words.
// Everything here is plain text. Whatever signs it holds, none of them is markup to anybody.

export type DocumentLang = 'zh' | 'en';
export type DocumentFormat = 'pdf' | 'docx';

/** Levels as official documents number them: 一、 then （一） then 1. then （1）. */
export type Heading = { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string };
export type Paragraph = { readonly kind: 'paragraph'; readonly text: string };
/** `width` is a share of the table's; `header` is repeated on every page. */
export type TableColumn = {
  readonly header: string;
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
};
export type Table = {
  readonly kind: 'table';
  readonly caption: string | null;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
};
export type Block = Heading | Paragraph | Table;

export type Attachment = { readonly title: string; readonly blocks: readonly Block[] };

export type OfficialDocument = {
  readonly lang: DocumentLang;
  readonly title: string;
  /** 发文机关标志与发文字号: printed above the title where there is a number. */
  readonly letterhead: { readonly issuer: string; readonly number: string } | null;
  /** 主送机关; null where the document is addressed to everybody. */
  readonly addressee: string | null;
  readonly blocks: readonly Block[];
  readonly attachments: readonly Attachment[];
  readonly signature: { readonly issuer: string; readonly date: string } | null;
  /** Printed at the end and, the code alone, at the foot of every page. */
  readonly verification: { readonly code: string; readonly lines: readonly string[] };
};

/** 2026-11-26 as 2026年11月26日, or 26 November 2026. */
export function dateText(day: string, lang: DocumentLang): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return lang === 'zh' ? `${year}年${month}月${date}日` : `${date} ${MONTHS[month - 1] ?? ''} ${year}`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
