// `mujun robustness`: how likely each subject keeps its class when weights, baselines and figures are not quite what they seem.
import { AppError } from '#core/app-error.ts';
import { formatNumber } from '#core/number-text.ts';
import { robustness, type Robustness } from '#engine/simulate/robustness.ts';
import type { Spread } from '#engine/simulate/spread.ts';
import { varianceShares, type VarianceShares } from '#engine/simulate/variance-shares.ts';
import type { Run } from '#engine/run/evaluate.ts';
import { textAt } from '#engine/table/column.ts';
import { type OutputColumn, writeTable } from '#platform/sheets/write.ts';
import { type Arguments, type Command, type Io, MOST_SHOWN } from '../command.ts';
import { renderTable } from '../console-table.ts';
import { EVALUATION_OPTIONS, openRun, printFindings } from '../evaluation.ts';

export const robustnessCommand: Command = {
  name: 'robustness',
  summary: {
    zh: '稳健性：权重、基准和数据有误差时，各对象等级有多稳',
    en: 'how firm the classes are when weights, baselines and figures vary',
  },
  options: {
    ...EVALUATION_OPTIONS,
    weights: {
      type: 'string',
      value: 'SHARE',
      zh: '权重误差，如 10%',
      en: 'spread of the weights, such as 10%',
    },
    baselines: {
      type: 'string',
      value: 'SHARE',
      zh: '基准值误差，如 10%',
      en: 'spread of the baselines, such as 10%',
    },
    figures: {
      type: 'string',
      value: 'SHARE',
      zh: '数据误差，如 5%',
      en: 'spread of the figures, such as 5%',
    },
    shape: {
      type: 'string',
      value: 'uniform|normal',
      zh: '误差分布，默认 uniform',
      en: 'shape of the spread, uniform unless stated',
    },
    draws: {
      type: 'string',
      value: 'N',
      zh: '模拟次数，默认 10000',
      en: 'number of draws, 10000 unless stated',
    },
    seed: {
      type: 'string',
      value: 'N',
      zh: '随机种子，默认 1；同一种子结果相同',
      en: 'seed, 1 unless stated; the same seed gives the same result',
    },
    out: {
      type: 'string',
      short: 'o',
      value: 'FILE',
      zh: '结果文件，每个对象一行',
      en: 'result file, one row per subject',
    },
    top: {
      type: 'string',
      value: 'N',
      zh: '屏幕上显示最不稳的前几个，默认 20',
      en: 'how many of the least firm to show, 20 unless stated',
    },
  },
  example: 'mujun robustness --scheme huaian-2024 --data 企业.xlsx --weights 10% --figures 5%',
  run: async (args, io) => {
    const options = readOptions(args);
    const opened = await openRun(args, io);
    if (opened === undefined) return 1;
    const { run, dataset } = opened;
    if (run.plan.classes === undefined) throw new AppError('scheme_without_classes');
    const result = robustness(run.plan, dataset, options);
    const shares = varianceShares(run.plan, dataset, options);
    if (result.robustness === undefined || shares.shares === undefined) {
      printFindings(result.robustness === undefined ? result.diagnostics : shares.diagnostics, io);
      return 1;
    }
    const columns = outputColumns(run, result.robustness);
    const out = args.text('out');
    if (out !== undefined) await writeTable(out, columns, run.rows);
    if (args.flag('json')) io.out(toJson(run, result.robustness, shares.shares));
    else
      io.out(
        `${screen(run, result.robustness, args.whole('top', 0, MOST_SHOWN) ?? 20, io)}${sharesTable(shares.shares, io)}`,
      );
    return 0;
  },
};

function readOptions(args: Arguments): Parameters<typeof robustness>[2] {
  const shape = args.text('shape') ?? 'uniform';
  if (shape !== 'uniform' && shape !== 'normal') {
    throw new AppError('option_not_one_of', { option: '--shape', allowed: 'uniform, normal' });
  }
  if (['weights', 'baselines', 'figures'].every((name) => args.text(name) === undefined)) {
    throw new AppError('spread_missing');
  }
  const spread = (name: string): Spread => ({ shape, relative: args.number(name, 0) });
  return {
    seed: args.whole('seed', 0, 0xffff_ffff) ?? 1,
    draws: args.whole('draws', 1, 10_000_000) ?? 10_000,
    ...(args.text('weights') === undefined ? {} : { weights: spread('weights') }),
    ...(args.text('baselines') === undefined ? {} : { baselines: spread('baselines') }),
    ...(args.text('figures') === undefined ? {} : { data: spread('figures') }),
  };
}

function outputColumns(run: Run, result: Robustness): OutputColumn[] {
  const { classes, probability, point, safety, safetyError } = result;
  const share = (position: number): Float64Array =>
    safety.map((_, row) => probability[row * classes.length + position] as number);
  return [
    { header: 'id', kind: 'text', column: run.dataset.ids },
    { header: 'class', kind: 'category', codes: point, labels: classes },
    { header: 'safety', kind: 'number', values: safety },
    { header: 'safety_error', kind: 'number', values: safetyError },
    ...classes.flatMap((name, position): OutputColumn[] =>
      name === '' ? [] : [{ header: `share_${name}`, kind: 'number', values: share(position) }],
    ),
  ];
}

function toJson(
  run: Run,
  { draws, classes, point, probability, safety, safetyError }: Robustness,
  { sources, changed, rankShift }: VarianceShares,
): string {
  const rows = Array.from({ length: run.rows }, (_, row) => ({
    id: textAt(run.dataset.ids, row),
    class: classes[point[row] as number],
    safety: safety[row],
    safetyError: safetyError[row],
    shares: Object.fromEntries(classes.map((name, i) => [name, probability[row * classes.length + i]])),
  }));
  const shares = sources.map((source, i) => ({
    source,
    changed: { first: changed.first[i], total: changed.total[i] },
    rankShift: { first: rankShift.first[i], total: rankShift.total[i] },
  }));
  return JSON.stringify({ draws, shares, rows });
}

/** The least firm first: they are the ones to look at before a list is published. */
function screen(run: Run, result: Robustness, top: number, io: Io): string {
  const { classes, point, probability, safety, draws } = result;
  const rows = Array.from(safety.keys()).toSorted((a, b) => (safety[a] as number) - (safety[b] as number));
  const firm = rows.filter((row) => (safety[row] as number) >= 0.95).length;
  const percent = (value: number): string => `${formatNumber(value * 100, 1)}%`;
  const shown = rows.slice(0, top);
  const zh = io.lang === 'zh';
  const head = zh
    ? `模拟 ${draws} 次：${run.rows} 个对象中 ${firm} 个（${percent(firm / run.rows)}）在 95% 以上的模拟中等级不变`
    : `${draws} draws: ${firm} of ${run.rows} subjects (${percent(firm / run.rows)}) keep their class in 95% of them or more`;
  const table = renderTable([
    { header: zh ? '编号' : 'id', right: false, cells: shown.map((row) => textAt(run.dataset.ids, row)) },
    {
      header: zh ? '等级' : 'class',
      right: false,
      cells: shown.map((row) => classes[point[row] as number] ?? ''),
    },
    { header: zh ? '不变' : 'kept', right: true, cells: shown.map((row) => percent(safety[row] as number)) },
    ...classes.flatMap((name, i) =>
      name === ''
        ? []
        : [
            {
              header: name,
              right: true,
              cells: shown.map((row) => percent(probability[row * classes.length + i] as number)),
            },
          ],
    ),
  ]);
  return `${head}\n${zh ? '最不稳的：' : 'the least firm:'}\n\n${table}`;
}

const SOURCE_NAMES = {
  weights: { zh: '权重', en: 'weights' },
  baselines: { zh: '基准值', en: 'baselines' },
  data: { zh: '数据', en: 'figures' },
} as const;

/** Which source the changes come from; with one source alone there is nothing to share. */
function sharesTable({ sources, changed, rankShift }: VarianceShares, io: Io): string {
  if (sources.length < 2) return '';
  const zh = io.lang === 'zh';
  const shares = (values: Float64Array) => Array.from(values, (value) => formatNumber(value, 2));
  const table = renderTable([
    {
      header: zh ? '误差来源' : 'source',
      right: false,
      cells: sources.map((source) => SOURCE_NAMES[source][io.lang]),
    },
    { header: zh ? '等级变动：单独' : 'classes: alone', right: true, cells: shares(changed.first) },
    { header: zh ? '连同交互' : 'with others', right: true, cells: shares(changed.total) },
    { header: zh ? '位次变动：单独' : 'ranks: alone', right: true, cells: shares(rankShift.first) },
    { header: zh ? '连同交互' : 'with others', right: true, cells: shares(rankShift.total) },
  ]);
  return `\n\n${zh ? '变动来自哪里（Sobol 指数，占方差的份额）：' : 'where the changes come from (Sobol indices, shares of the variance):'}\n\n${table}`;
}
