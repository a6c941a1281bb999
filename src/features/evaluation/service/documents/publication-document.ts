// A published list as an official document: 公示, 公布 or 更正. Chinese only, as such papers are.
import { addDays, beijingDay, workingDaysBetween } from '#core/calendar/working-days.ts';
import { formatNumber, readNumber } from '#core/number-text.ts';
import { type Block, dateText, type OfficialDocument, type Table } from '#platform/documents/document.ts';
import type { Letterhead } from '#features/evaluation/contract/documents.ts';
import type { Evaluation, Publication, PublicRow } from '#features/evaluation/contract/shapes.ts';
import { printedCode, publicationCode } from './codes.ts';
import { titleOf } from './title.ts';

export type PublicationParts = {
  readonly publication: Publication;
  readonly evaluation: Evaluation;
  readonly scheme: string;
  readonly letterhead: Letterhead;
  readonly rows: readonly PublicRow[];
};

export function publicationDocument(parts: PublicationParts): OfficialDocument {
  const { publication, evaluation, letterhead, rows } = parts;
  const { issuer, number } = letterhead;
  return {
    lang: 'zh',
    title: TITLES[publication.kind](evaluation.name),
    letterhead: number === null ? null : { issuer, number },
    addressee: null,
    blocks: BODIES[publication.kind](parts),
    attachments: [{ title: titleOf([evaluation.name, '结果']), blocks: [listTable(rows)] }],
    signature: { issuer, date: dateText(beijingDay(new Date(publication.published_at)), 'zh') },
    verification: verificationOf(publication),
  };
}

const TITLES = {
  notice: (name: string) => titleOf([`关于${name}`, '结果的公示']),
  final: (name: string) => titleOf([`关于公布${name}`, '结果的通知']),
  correction: (name: string) => titleOf([`关于更正${name}`, '结果的公告']),
} as const;

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });

const BODIES: Readonly<Record<Publication['kind'], (parts: PublicationParts) => Block[]>> = {
  notice: (parts) => [
    paragraph(
      `根据《${parts.scheme}》，经数据采集、企业确认、计算和审核，现将${parts.evaluation.name}结果予以公示。${noticeTime(parts.publication)}`,
    ),
    heading('一、评价结果'),
    paragraph(countsText(parts.rows)),
    heading('二、异议的提出'),
    paragraph(
      `公示期内，企业对本企业结果有异议的，可登录评价平台提出申诉，并附相关证明材料；也可以书面形式向${parts.letterhead.issuer}反映。以单位名义反映的应加盖公章，以个人名义反映的应署真实姓名和联系方式。`,
    ),
    ...contactBlocks(parts.letterhead),
  ],
  final: (parts) => [
    paragraph(
      `根据《${parts.scheme}》，经数据采集、企业确认、计算、审核和公示，现将${parts.evaluation.name}结果予以公布。`,
    ),
    paragraph(countsText(parts.rows)),
    ...contactBlocks(parts.letterhead),
  ],
  correction: (parts) => {
    const { reason } = parts.publication;
    const why = reason === null ? '' : `更正原因：${reason.replace(/[。．.]$/, '')}。`;
    return [
      paragraph(
        `现对${parts.evaluation.name}结果予以更正，以本次公布的名单为准，此前公布的名单不再使用。${why}`,
      ),
      paragraph(countsText(parts.rows)),
      ...contactBlocks(parts.letterhead),
    ];
  },
};

function noticeTime({ notice_from: from, notice_until: until }: Publication): string {
  if (from === null || until === null) return '';
  return `公示时间为${dateText(from, 'zh')}至${dateText(until, 'zh')}（${workingDaysBetween(addDays(from, -1), until)}个工作日）。`;
}

function countsText(rows: readonly PublicRow[]): string {
  const counts = new Map<string, number>();
  for (const { class: name } of rows) counts.set(name, (counts.get(name) ?? 0) + 1);
  const parts = [...counts]
    .toSorted(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([name, count]) => `${name}类${formatNumber(count, 0)}家`);
  return `列入名单的企业共${formatNumber(rows.length, 0)}家，其中${parts.join('、')}。名单附后。`;
}

function contactBlocks({ contact, phone, address }: Letterhead): Block[] {
  const parts = [
    contact === null ? '' : `联系人：${contact}`,
    phone === null ? '' : `联系电话：${phone}`,
    address === null ? '' : `地址：${address}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? [] : [paragraph(`${parts.join('；')}。`)];
}

function listTable(rows: readonly PublicRow[]): Table {
  return {
    kind: 'table',
    caption: null,
    columns: [
      { header: '序号', width: 1.1, align: 'center' },
      { header: '企业名称', width: 5, align: 'left' },
      { header: '统一社会信用代码', width: 3.6, align: 'center' },
      { header: '综合得分', width: 1.6, align: 'right' },
      { header: '等级', width: 1, align: 'center' },
    ],
    rows: rows.map(({ position, name, credit_code, score, class: inClass }) => [
      String(position),
      name,
      credit_code,
      scoreText(score),
      inClass,
    ]),
  };
}

function scoreText(score: string | null): string {
  const read = score === null ? undefined : readNumber(score);
  return read?.kind === 'number' ? formatNumber(read.value, 2) : '—';
}

function verificationOf(publication: Publication): OfficialDocument['verification'] {
  const code = printedCode(publicationCode(publication));
  return {
    code,
    lines: [
      `核验码：${code}。在平台“公开核验”页输入核验码，可查验本文件与公布的名单是否一致；企业可凭核验凭据证明本企业在名单之中。`,
      `名单共${publication.row_count}行，默克尔根（SHA-256）：${publication.merkle_root}`,
    ],
  };
}
