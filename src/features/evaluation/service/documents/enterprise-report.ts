// The report an enterprise gets: which class, why, and what would lift it. Pure words out of what a run computed.
import { formatNumber } from '#core/number-text.ts';
import { explainRow } from '#engine/explain/explain.ts';
import { namesOf, showNumber } from '#engine/explain/show.ts';
import type { ExplainNode } from '#engine/explain/tree.ts';
import { type Block, dateText, type DocumentLang, type Table } from '#platform/documents/document.ts';
import type { VerifiedDocument } from '#features/evaluation/contract/documents.ts';
import type { ResultRow } from '#features/evaluation/contract/shapes.ts';
import { readableFormula } from './formula-text.ts';
import { liftText } from './lift-text.ts';
import type { PreparedRun } from './prepared-run.ts';
import type { ReportContent } from './report.ts';
import { titleOf } from './title.ts';

export function enterpriseReport(
  prepared: PreparedRun,
  row: ResultRow,
  yearsInD: number,
  lang: DocumentLang,
): ReportContent {
  const { evaluation, issuer, day } = prepared;
  const zh = lang === 'zh';
  const title = zh
    ? `${row.name}\n${titleOf([evaluation.name, '体检报告'])}`
    : `Report on ${row.name}\n${evaluation.name}`;
  const at = prepared.rowOf(row.credit_code);
  const { tree, classSteps } = explainRow(prepared.run, at, prepared.hidden);
  const lift = liftText(prepared, at, lang);
  return {
    kind: 'enterprise_report',
    enterprise_id: row.enterprise_id,
    park_id: null,
    facts: factsOf(prepared, row),
    content: {
      lang,
      title,
      letterhead: null,
      addressee: row.name,
      blocks: [
        heading(zh ? '一、评价结果' : '1. Result'),
        paragraph(resultSentence(prepared, row, yearsInD, lang)),
        heading(zh ? '二、为什么是这个结果' : '2. Why this result'),
        paragraph(scoreSentence(prepared, row, lang)),
        indicatorTable(prepared, row, lang),
        ...classSteps.map((step) => paragraph(sentence(step[lang], lang))),
        heading(zh ? '三、怎样才能提升' : '3. What would lift it'),
        ...liftBlocks(lift, lang),
        heading(zh ? '四、说明' : '4. Notes'),
        ...notes(prepared, lang),
      ],
      attachments: [
        {
          title: zh ? '各项得分计算明细' : 'How each score was computed',
          blocks: detailBlocks(prepared, tree, lang),
        },
      ],
      signature: { issuer, date: dateText(day, lang) },
    },
  };
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });

/** What the engine says in a list, said alone. */
function sentence(text: string, lang: DocumentLang): string {
  return lang === 'zh' ? `${text}。` : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

const points = (value: number | null): string => formatNumber(value ?? Number.NaN, 2);

function factsOf({ evaluation, ranked }: PreparedRun, row: ResultRow): VerifiedDocument['facts'] {
  return [
    { zh: '企业', en: 'Enterprise', value: row.name },
    { zh: '统一社会信用代码', en: 'Credit code', value: row.credit_code },
    { zh: '评价', en: 'Evaluation', value: evaluation.name },
    { zh: '综合得分', en: 'Score', value: points(row.score) },
    { zh: '名次', en: 'Rank', value: row.rank === null ? '—' : `${row.rank}/${ranked}` },
    { zh: '等级', en: 'Class', value: row.final_class ?? '—' },
  ];
}

function resultSentence(
  { evaluation, ranked, parks }: PreparedRun,
  row: ResultRow,
  yearsInD: number,
  lang: DocumentLang,
): string {
  const park = row.park_id === null ? undefined : parks.get(row.park_id);
  const inClass = row.final_class ?? '—';
  if (lang === 'zh') {
    const where = park === undefined ? '' : `，位于${park}`;
    const rank =
      row.rank === null ? '不参加排名' : `在${formatNumber(ranked, 0)}家参评企业中列第${row.rank}位`;
    const years = yearsInD > 0 ? `已连续${yearsInD}年列D类。` : '';
    return `贵企业（统一社会信用代码${row.credit_code}${where}）在${evaluation.name}中综合得分${points(row.score)}分，${rank}，评为${inClass}类。${years}`;
  }
  const where = park === undefined ? '' : `, ${park}`;
  const rank = row.rank === null ? 'is not ranked' : `is number ${row.rank} of ${formatNumber(ranked, 0)}`;
  const years = yearsInD > 0 ? ` It has been in class D for ${yearsInD} years running.` : '';
  return `In “${evaluation.name}” the enterprise (credit code ${row.credit_code}${where}) scores ${points(row.score)} points, ${rank}, and is in class ${inClass}.${years}`;
}

type Compared = { readonly name: string; readonly gap: number };

/** Differences that show in print. */
const VISIBLE = 0.005;

function comparedWithMean({ run, meanPoints }: PreparedRun, row: ResultRow, lang: DocumentLang): Compared[] {
  return run.plan.indicators
    .map((plan) => ({
      name: namesOf(plan, plan.name)[lang],
      gap: (row.indicators[plan.name]?.[1] ?? Number.NaN) - (meanPoints.get(plan.name) ?? Number.NaN),
    }))
    .filter(({ gap }) => Math.abs(gap) >= VISIBLE)
    .toSorted((a, b) => a.gap - b.gap);
}

function scoreSentence(prepared: PreparedRun, row: ResultRow, lang: DocumentLang): string {
  const compared = comparedWithMean(prepared, row, lang);
  const [low, high] = [
    compared.filter(({ gap }) => gap < 0),
    compared.filter(({ gap }) => gap > 0).toReversed(),
  ];
  const list = (items: readonly Compared[]): string =>
    items
      .map(({ name, gap }) => {
        const size = formatNumber(Math.abs(gap), 2);
        return lang === 'zh'
          ? `${name}（${gap < 0 ? '低' : '高'}${size}分）`
          : `${name} (${gap < 0 ? '−' : '+'}${size})`;
      })
      .join(lang === 'zh' ? '、' : ', ');
  const total = points(prepared.meanScore);
  if (lang === 'zh') {
    const parts = [
      `参评企业平均得分${total}分。`,
      low.length === 0 ? '' : `贵企业低于平均的指标有：${list(low)}。`,
      high.length === 0 ? '' : `高于平均的指标有：${list(high)}。`,
    ];
    return parts.join('');
  }
  const parts = [
    `The mean score is ${total}.`,
    low.length === 0 ? '' : `Below the mean: ${list(low)}.`,
    high.length === 0 ? '' : `Above the mean: ${list(high)}.`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function indicatorTable({ run, meanPoints }: PreparedRun, row: ResultRow, lang: DocumentLang): Table {
  const zh = lang === 'zh';
  const headers = zh
    ? ['指标', '本企业', '单位', '得分', '平均得分', '相差']
    : ['Indicator', 'Value', 'Unit', 'Points', 'Mean', 'Gap'];
  return {
    kind: 'table',
    caption: null,
    columns: headers.map((header, i) => ({
      header,
      width: [4, 2, 2.2, 1.5, 1.5, 1.5][i] ?? 1,
      align: i === 0 ? 'left' : i === 2 ? 'center' : 'right',
    })),
    rows: run.plan.indicators.map((plan) => {
      const [value = null, own = null] = row.indicators[plan.name] ?? [];
      const average = meanPoints.get(plan.name) ?? Number.NaN;
      const gap = (own ?? Number.NaN) - average;
      const sign = gap > 0 ? '+' : gap < 0 ? '−' : '';
      return [
        namesOf(plan, plan.name)[lang],
        showNumber(value ?? Number.NaN),
        plan.unit ?? '',
        points(own),
        points(average),
        Number.isFinite(gap) ? `${sign}${formatNumber(Math.abs(gap), 2)}` : '—',
      ];
    }),
  };
}

function liftBlocks(lift: ReturnType<typeof liftText>, lang: DocumentLang): Block[] {
  if (lift === undefined) {
    const text =
      lang === 'zh'
        ? '贵企业不在分类排序之列，本次结果不因填报数据变化。'
        : 'The enterprise is outside the order of classes; its figures do not move it.';
    return [paragraph(text)];
  }
  const mark = lang === 'zh' ? (i: number) => `${i}.` : (i: number) => `${i}. `;
  return [paragraph(lift.lead), ...lift.ways.map((way, i) => paragraph(`${mark(i + 1)}${way}`))];
}

function notes({ run, record, evaluation }: PreparedRun, lang: DocumentLang): Block[] {
  const scheme = namesOf(run.plan.scheme.title, run.plan.scheme.scheme)[lang];
  const short = record.result_hash.slice(0, 16);
  if (lang === 'zh') {
    const until = evaluation.state === 'notice' ? evaluation.notice_until : null;
    const appeal =
      until === null
        ? []
        : [
            paragraph(
              `2.结果正在公示，对本企业结果有异议的，可于${dateText(until, 'zh')}前通过平台提出申诉。`,
            ),
          ];
    return [
      paragraph(
        `${until === null ? '' : '1.'}依据《${scheme}》第${record.scheme_version}版计算，结果指纹${short}。提升测算假定其他企业的数据不变，实际结果以当年评价为准。`,
      ),
      ...appeal,
    ];
  }
  return [
    paragraph(
      `Computed by “${scheme}”, version ${record.scheme_version}; fingerprint of the result ${short}. What would lift the enterprise holds as long as the figures of all others stay as they are; what counts is the evaluation of the year.`,
    ),
  ];
}

function detailBlocks({ run }: PreparedRun, tree: ExplainNode, lang: DocumentLang): Block[] {
  const blocks: Block[] = [];
  const visit = (node: ExplainNode): void => {
    const isLeaf = node.children.length === 0;
    if (isLeaf)
      blocks.push(
        paragraph(`${blocks.length + 1}.${lang === 'zh' ? '' : ' '}${readableFormula(run, node, lang)}`),
      );
    else node.children.forEach(visit);
  };
  visit(tree);
  return [...blocks, paragraph(sentence(tree[lang], lang))];
}
