// `mujun compare`: the same figures under another scheme, or this year's against last year's: who moved, and why.
import { AppError } from '#core/app-error.ts';
import { formatNumber } from '#core/number-text.ts';
import type { Lang } from '#core/diagnostic.ts';
import type { Run } from '#engine/run/evaluate.ts';
import {
  compareRuns,
  type Comparison,
  describeMove,
  type Move,
  type ScoreChange,
} from '#engine/simulate/compare.ts';
import { textColumn } from '#engine/table/column.ts';
import { type OutputColumn, writeTable } from '#platform/sheets/write.ts';
import { type Arguments, type Command, type Io, withText, MOST_SHOWN } from '../command.ts';
import { renderTable } from '../console-table.ts';
import { EVALUATION_OPTIONS, openRun } from '../evaluation.ts';
import { summaryLine } from '../summary.ts';

export const compareCommand: Command = {
  name: 'compare',
  summary: {
    zh: '比较两次评价：谁的等级变了，因为哪项指标',
    en: 'compare two evaluations: whose class changed, and by which indicator',
  },
  options: {
    ...EVALUATION_OPTIONS,
    'with-scheme': {
      type: 'string',
      value: 'NAME|FILE',
      zh: '比较对象（此前）的方案；不写则同一方案',
      en: 'the scheme to compare with (before); the same unless stated',
    },
    'with-data': {
      type: 'string',
      value: 'FILE',
      zh: '比较对象（此前）的数据；不写则同一数据',
      en: 'the figures to compare with (before); the same unless stated',
    },
    'with-previous': {
      type: 'string',
      multiple: true,
      value: 'FILE',
      zh: '比较对象的上一期数据',
      en: 'the period before the figures compared with',
    },
    'with-set': {
      type: 'string',
      multiple: true,
      value: 'NAME=NUMBER',
      zh: '比较对象的参数',
      en: 'parameters of the scheme compared with',
    },
    out: {
      type: 'string',
      short: 'o',
      value: 'FILE',
      zh: '等级变动名单',
      en: 'file of the subjects that moved',
    },
    top: {
      type: 'string',
      value: 'N',
      zh: '屏幕上显示几个变动，默认 40',
      en: 'how many moves to show, 40 unless stated',
    },
  },
  example:
    'mujun compare --scheme huangyan-2022-above-scale --with-scheme huangyan-2021-above-scale --data 企业.xlsx',
  run: async (args, io) => {
    const after = await openRun(args, io);
    if (after === undefined) return 1;
    const before = await openRun(earlierArguments(args), io);
    if (before === undefined) return 1;
    // The same file read twice has the same ids; sharing them spares the matching.
    const comparison = compareRuns(before.run, after.run);
    const moves = Array.from(comparison.moved, (row) => describeMove(comparison, row)).toSorted(byRank);
    const out = args.text('out');
    if (out !== undefined) await writeTable(out, moveColumns(moves, after.run, io.lang), moves.length);
    if (args.flag('json')) io.out(toJson(comparison, moves));
    else io.out(screen(comparison, moves, args.whole('top', 0, MOST_SHOWN) ?? 40, io));
    return 0;
  },
};

/** The options of the run to compare with: `--with-…` where given, else those of the run itself. */
function earlierArguments(args: Arguments): Arguments {
  const given = (name: string): string => args.text(`with-${name}`) ?? args.text(name) ?? '';
  const lists =
    args.list('with-set').length > 0 || args.text('with-scheme') !== undefined
      ? args.list('with-set')
      : args.list('set');
  const previous = args.text('with-data') === undefined ? args.list('previous') : args.list('with-previous');
  if (
    ['scheme', 'data', 'set'].every(
      (name) => args.text(`with-${name}`) === undefined && args.list(`with-${name}`).length === 0,
    )
  ) {
    throw new AppError('nothing_to_compare');
  }
  return withText(
    args,
    { scheme: given('scheme'), data: given('data'), overrides: undefined },
    { set: lists, previous },
  );
}

function byRank(a: Move, b: Move): number {
  return a.rankAfter - b.rankAfter;
}

function toJson(
  { classes, transitions, up, down, same, entered, left }: Comparison,
  moves: readonly Move[],
): string {
  const matrix = classes.map((from, i) => ({
    from,
    to: Object.fromEntries(classes.map((to, j) => [to, transitions[i * classes.length + j]])),
  }));
  return JSON.stringify({ up, down, same, entered, left, matrix, moves });
}

function screen(comparison: Comparison, moves: readonly Move[], top: number, io: Io): string {
  const { up, down, same, entered, left, after, before } = comparison;
  const zh = io.lang === 'zh';
  const counts = zh
    ? `等级不变 ${same} 个，升 ${up} 个，降 ${down} 个，其他变动 ${moves.length - up - down} 个；新进 ${entered} 个，退出 ${left} 个`
    : `${same} unchanged, ${up} up, ${down} down, ${moves.length - up - down} otherwise; ${entered} new, ${left} gone`;
  const heading = zh ? ['此前：', '现在：'] : ['before: ', 'after:  '];
  const lines = [
    `${heading[0]}${summaryLine(before, io.lang)}`,
    `${heading[1]}${summaryLine(after, io.lang)}`,
    counts,
    '',
    matrixTable(comparison, io.lang),
  ];
  if (moves.length > 0) lines.push('', moveTable(moves.slice(0, top), after, io.lang));
  if (moves.length > top)
    lines.push(
      zh
        ? `……另有 ${moves.length - top} 个变动，用 --out 写出全部`
        : `… ${moves.length - top} more moves; --out writes all`,
    );
  return lines.join('\n');
}

function matrixTable({ classes, transitions }: Comparison, lang: Lang): string {
  const zh = lang === 'zh';
  const nameOf = (name: string): string => (name === '' ? (zh ? '无' : 'none') : name);
  return renderTable([
    { header: zh ? '此前＼现在' : 'before \\ after', right: false, cells: classes.map(nameOf) },
    ...classes.map((name, to) => ({
      header: nameOf(name),
      right: true,
      cells: classes.map((_, from) => String(transitions[from * classes.length + to])),
    })),
  ]);
}

function moveTable(moves: readonly Move[], run: Run, lang: Lang): string {
  const zh = lang === 'zh';
  const signed = (value: number): string => `${value < 0 ? '−' : '+'}${formatNumber(Math.abs(value), 2)}`;
  return renderTable([
    { header: zh ? '编号' : 'id', right: false, cells: moves.map(({ id }) => id) },
    {
      header: zh ? '等级' : 'class',
      right: false,
      cells: moves.map((m) => `${m.classBefore} → ${m.classAfter}`),
    },
    {
      header: zh ? '排名' : 'rank',
      right: true,
      cells: moves.map((m) => `${m.rankBefore} → ${m.rankAfter}`),
    },
    {
      header: zh ? '得分变化' : 'score',
      right: true,
      cells: moves.map((m) => signed(m.scoreAfter - m.scoreBefore)),
    },
    {
      header: zh ? '主要原因' : 'mainly by',
      right: false,
      cells: moves.map((m) => reasonText(m.changes, run, lang)),
    },
  ]);
}

const SHOWN_REASONS = 2;

function reasonText(changes: readonly ScoreChange[], run: Run, lang: Lang): string {
  return changes
    .slice(0, SHOWN_REASONS)
    .map(
      ({ kind, name, part }) =>
        `${partName(kind, name, run, lang)} ${part < 0 ? '−' : '+'}${formatNumber(Math.abs(part), 2)}`,
    )
    .join(lang === 'zh' ? '，' : ', ');
}

const KIND_NAMES: Readonly<Record<string, { zh: string; en: string }>> = {
  coefficient: { zh: '修正系数', en: 'coefficient' },
  bonus: { zh: '加分', en: 'bonus' },
  penalty: { zh: '减分', en: 'penalty' },
  cap: { zh: '加减分封顶', en: 'cap on bonus or penalty' },
  rounding: { zh: '四舍五入', en: 'rounding' },
};

function partName(kind: string, name: string, run: Run, lang: Lang): string {
  const indicator = run.plan.indicators.find((candidate) => candidate.name === name);
  if (kind === 'indicator' && indicator !== undefined)
    return (lang === 'zh' ? indicator.zh : indicator.en) ?? name;
  return KIND_NAMES[kind]?.[lang] ?? name;
}

function moveColumns(moves: readonly Move[], run: Run, lang: Lang): OutputColumn[] {
  const text = (header: string, cell: (move: Move) => string): OutputColumn => ({
    header,
    kind: 'text',
    column: textColumn(moves.map(cell)),
  });
  const number = (header: string, cell: (move: Move) => number): OutputColumn => ({
    header,
    kind: 'number',
    values: Float64Array.from(moves, cell),
  });
  return [
    text('id', ({ id }) => id),
    text('class_before', ({ classBefore }) => classBefore),
    text('class_after', ({ classAfter }) => classAfter),
    number('score_before', ({ scoreBefore }) => scoreBefore),
    number('score_after', ({ scoreAfter }) => scoreAfter),
    number('rank_before', ({ rankBefore }) => rankBefore),
    number('rank_after', ({ rankAfter }) => rankAfter),
    text('reasons', ({ changes }) => reasonText(changes, run, lang)),
  ];
}
