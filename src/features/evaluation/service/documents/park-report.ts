// The report of a park: how its enterprises stand beside the zone, and which of them need help.
import { formatNumber } from '#core/number-text.ts';
import { namesOf } from '#engine/explain/show.ts';
import { type Block, dateText, type Table, type TableColumn } from '#platform/documents/document.ts';
import type { ResultRow } from '#features/evaluation/contract/shapes.ts';
import { mean, type PreparedRun } from './prepared-run.ts';
import type { ReportContent } from './report.ts';
import { titleOf } from './title.ts';

export type ParkOfReport = { readonly park_id: string; readonly name: string };

/** `rows` are the park's, best first; `borders` the lowest score of each class and pool of the zone. */
export function parkReport(
  prepared: PreparedRun,
  park: ParkOfReport,
  rows: readonly ResultRow[],
  borders: ReadonlyMap<string, number>,
): ReportContent {
  const { evaluation, issuer, day } = prepared;
  const scored = rows.filter(({ rank }) => rank !== null);
  const average = mean(scored.map(({ score }) => score ?? Number.NaN));
  const weak = needingHelp(prepared, rows, borders);
  return {
    kind: 'park_report',
    enterprise_id: null,
    park_id: park.park_id,
    facts: [
      { zh: '园区', en: 'Park', value: park.name },
      { zh: '评价', en: 'Evaluation', value: evaluation.name },
      { zh: '参评企业', en: 'Enterprises', value: String(rows.length) },
      { zh: '平均得分', en: 'Mean score', value: formatNumber(average, 2) },
    ],
    content: {
      lang: 'zh',
      title: `${park.name}\n${titleOf([evaluation.name, '体检报告'])}`,
      letterhead: null,
      addressee: park.name,
      blocks: [
        heading('一、总体情况'),
        paragraph(overall(prepared, rows, scored, average)),
        classTable(prepared, rows),
        heading('二、指标情况'),
        indicatorTable(prepared, scored),
        heading('三、需要重点帮扶的企业'),
        ...weakBlocks(weak),
      ],
      attachments:
        rows.length === 0 ? [] : [{ title: `${park.name}企业评价结果`, blocks: [resultTable(rows)] }],
      signature: { issuer, date: dateText(day, 'zh') },
    },
  };
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });
const column = (header: string, width: number, align: TableColumn['align']): TableColumn => ({
  header,
  width,
  align,
});

function overall(
  { ranked, meanScore }: PreparedRun,
  rows: readonly ResultRow[],
  scored: readonly ResultRow[],
  average: number,
): string {
  const gap = average - meanScore;
  const beside = Number.isFinite(gap)
    ? `，比全区平均（${formatNumber(meanScore, 2)}分）${gap < 0 ? '低' : '高'}${formatNumber(Math.abs(gap), 2)}分`
    : '';
  const [best] = scored;
  const top = best === undefined ? '' : `得分最高的是${best.name}，列全区第${best.rank ?? '—'}位。`;
  return `本园区有${formatNumber(rows.length, 0)}家企业列入评价，其中${formatNumber(scored.length, 0)}家参加排名（全区${formatNumber(ranked, 0)}家），平均得分${formatNumber(average, 2)}分${beside}。${top}`;
}

function classTable({ record }: PreparedRun, rows: readonly ResultRow[]): Table {
  const zone = record.summary.classes;
  const total = zone.reduce((sum, { count }) => sum + count, 0);
  const share = (count: number, all: number): string =>
    all === 0 ? '—' : `${formatNumber((count / all) * 100, 1)}%`;
  return {
    kind: 'table',
    caption: null,
    columns: [
      column('等级', 1, 'center'),
      column('本园区（家）', 1.5, 'right'),
      column('占比', 1.5, 'right'),
      column('全区（家）', 1.5, 'right'),
      column('占比', 1.5, 'right'),
    ],
    rows: zone.map(({ class: name, count }) => {
      const own = rows.filter(({ final_class }) => final_class === name).length;
      return [
        name,
        formatNumber(own, 0),
        share(own, rows.length),
        formatNumber(count, 0),
        share(count, total),
      ];
    }),
  };
}

function indicatorTable({ run, meanPoints }: PreparedRun, scored: readonly ResultRow[]): Table {
  return {
    kind: 'table',
    caption: null,
    columns: [
      column('指标', 4, 'left'),
      column('园区平均得分', 2, 'right'),
      column('全区平均得分', 2, 'right'),
      column('相差', 1.5, 'right'),
    ],
    rows: run.plan.indicators.map((plan) => {
      const own = mean(scored.map(({ indicators }) => indicators[plan.name]?.[1] ?? Number.NaN));
      const zone = meanPoints.get(plan.name) ?? Number.NaN;
      const gap = own - zone;
      const sign = gap > 0 ? '+' : gap < 0 ? '−' : '';
      return [
        namesOf(plan, plan.name).zh,
        formatNumber(own, 2),
        formatNumber(zone, 2),
        Number.isFinite(gap) ? `${sign}${formatNumber(Math.abs(gap), 2)}` : '—',
      ];
    }),
  };
}

type Weak = { readonly row: ResultRow; readonly target: string; readonly gap: number };

const borderKey = (name: string, pool: string | null): string => `${name}\n${pool ?? ''}`;

/** The lowest score in each class of each pool. */
export function classBorders(rows: Iterable<Pick<ResultRow, 'final_class' | 'pool' | 'score' | 'rank'>>) {
  const borders = new Map<string, number>();
  for (const { final_class: name, pool, score, rank } of rows) {
    if (name === null || score === null || rank === null) continue;
    const key = borderKey(name, pool);
    borders.set(key, Math.min(score, borders.get(key) ?? Number.POSITIVE_INFINITY));
  }
  return borders;
}

const MOST_WEAK = 30;

/** Those in the lower half of the classes, nearest to the next one first. */
function needingHelp(
  { run }: PreparedRun,
  rows: readonly ResultRow[],
  borders: ReadonlyMap<string, number>,
): Weak[] {
  const order = run.plan.classes?.order ?? [];
  return rows
    .flatMap((row): Weak[] => {
      const place = row.final_class === null ? -1 : order.indexOf(row.final_class);
      const target = order[place - 1];
      if (place < order.length / 2 || target === undefined || row.score === null) return [];
      const border = borders.get(borderKey(target, row.pool));
      return border === undefined || border <= row.score ? [] : [{ row, target, gap: border - row.score }];
    })
    .toSorted((a, b) => a.gap - b.gap);
}

function weakBlocks(weak: readonly Weak[]): Block[] {
  if (weak.length === 0) return [paragraph('本园区没有需要重点帮扶的企业。')];
  const shown = weak.slice(0, MOST_WEAK);
  const more = weak.length > shown.length ? `，下表列出最接近升档的${shown.length}家` : '';
  return [
    paragraph(
      `等级靠后的企业共${weak.length}家${more}。相差为该企业得分与上一等级最低得分之差，各企业如何提升见其体检报告。`,
    ),
    {
      kind: 'table',
      caption: null,
      columns: [
        column('企业名称', 5, 'left'),
        column('得分', 1.4, 'right'),
        column('等级', 1, 'center'),
        column('上一等级', 1.4, 'center'),
        column('相差（分）', 1.6, 'right'),
      ],
      rows: shown.map(({ row, target, gap }) => [
        row.name,
        formatNumber(row.score ?? Number.NaN, 2),
        row.final_class ?? '—',
        target,
        formatNumber(gap, 2),
      ]),
    },
  ];
}

function resultTable(rows: readonly ResultRow[]): Table {
  return {
    kind: 'table',
    caption: null,
    columns: [
      column('全区名次', 1.4, 'center'),
      column('企业名称', 5, 'left'),
      column('统一社会信用代码', 3.6, 'center'),
      column('综合得分', 1.6, 'right'),
      column('等级', 1, 'center'),
    ],
    rows: rows.map((row) => [
      row.rank === null ? '—' : String(row.rank),
      row.name,
      row.credit_code,
      formatNumber(row.score ?? Number.NaN, 2),
      row.final_class ?? '—',
    ]),
  };
}
