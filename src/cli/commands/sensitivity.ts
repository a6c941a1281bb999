// `mujun sensitivity`: each number of the scheme moved a little, one at a time: how many classes hang on it.
import { formatNumber } from '#core/number-text.ts';
import type { Lang } from '#core/diagnostic.ts';
import type { Run } from '#engine/run/evaluate.ts';
import { type Effect, sensitivity, type Sensitivity } from '#engine/simulate/sensitivity.ts';
import { textAt } from '#engine/table/column.ts';
import { type Command, type Io, MOST_SHOWN } from '../command.ts';
import { renderTable } from '../console-table.ts';
import { EVALUATION_OPTIONS, openRun, printFindings } from '../evaluation.ts';

export const sensitivityCommand: Command = {
  name: 'sensitivity',
  summary: {
    zh: '敏感性：权重、基准、封顶、比例各变动一点，有多少等级跟着变',
    en: 'how many classes hang on each weight, baseline, cap and quota',
  },
  options: {
    ...EVALUATION_OPTIONS,
    change: {
      type: 'string',
      value: 'SHARE',
      zh: '变动幅度，默认 10%',
      en: 'how far each number is moved, 10% unless stated',
    },
    top: {
      type: 'string',
      value: 'N',
      zh: '屏幕上显示影响最大的几项，默认 20',
      en: 'how many to show, 20 unless stated',
    },
  },
  example: 'mujun sensitivity --scheme huaian-2024 --data 企业.xlsx --previous 上年.xlsx --change 5%',
  run: async (args, io) => {
    const opened = await openRun(args, io);
    if (opened === undefined) return 1;
    const { run, dataset } = opened;
    const result = sensitivity(run.plan, dataset, { relative: args.number('change', 0.1) });
    if (result.sensitivity === undefined) {
      printFindings(result.diagnostics, io);
      return 1;
    }
    if (args.flag('json')) io.out(toJson(run, result.sensitivity));
    else io.out(screen(run, result.sensitivity, args.whole('top', 0, MOST_SHOWN) ?? 20, io));
    return 0;
  },
};

function toJson(run: Run, list: readonly Sensitivity[]): string {
  const effect = ({ furthest, ...rest }: Effect) => ({
    ...rest,
    furthest: furthest && {
      id: idOf(run, furthest.row),
      rankBefore: furthest.rankBefore,
      rankAfter: furthest.rankAfter,
    },
  });
  return JSON.stringify(
    list.map(({ lower, higher, ...lever }) => ({ ...lever, lower: effect(lower), higher: effect(higher) })),
  );
}

function screen(run: Run, list: readonly Sensitivity[], top: number, io: Io): string {
  const shown = list.slice(0, top);
  const zh = io.lang === 'zh';
  const number = (value: number): string => formatNumber(value, 4).replace(/\.?0+$/, '');
  const pair = (cell: (effect: Effect) => string) =>
    shown.map(({ lower, higher }) => `${cell(lower)} / ${cell(higher)}`);
  const columns = [
    { header: zh ? '调整项' : 'number', right: false, cells: shown.map((s) => leverName(run, s, io.lang)) },
    { header: zh ? '现值' : 'now', right: true, cells: shown.map(({ value }) => number(value)) },
    { header: zh ? '调低 / 调高' : 'lower / higher', right: true, cells: pair(({ value }) => number(value)) },
    {
      header: zh ? '等级变动（个）' : 'classes changed',
      right: true,
      cells: pair(({ changed }) => String(changed)),
    },
    {
      header: zh ? '平均位次变动' : 'mean rank shift',
      right: true,
      cells: pair(({ rankShift }) => formatNumber(rankShift, 2)),
    },
    { header: zh ? '变动最大' : 'moves most', right: false, cells: shown.map((s) => furthestText(run, s)) },
  ];
  const rest = list.length - shown.length;
  const more = zh
    ? `\n……另有 ${rest} 项影响更小；用 --top 多看几项`
    : `\n… ${rest} with less effect; --top shows more`;
  return `${renderTable(columns)}${rest > 0 ? more : ''}`;
}

function furthestText(run: Run, { lower, higher }: Sensitivity): string {
  const distance = ({ furthest }: Effect): number =>
    furthest === undefined ? 0 : Math.abs(furthest.rankAfter - furthest.rankBefore);
  const { furthest } = distance(higher) > distance(lower) ? higher : lower;
  return furthest === undefined
    ? '—'
    : `${idOf(run, furthest.row)} ${furthest.rankBefore} → ${furthest.rankAfter}`;
}

function idOf(run: Run, row: number): string {
  return textAt(run.dataset.ids, row);
}

const KINDS: Readonly<Record<Sensitivity['kind'], { zh: string; en: string }>> = {
  weight: { zh: '权重', en: 'weight' },
  baseline: { zh: '基准值', en: 'baseline' },
  cap: { zh: '封顶', en: 'cap' },
  bonus_cap: { zh: '加分封顶', en: 'cap on bonus' },
  penalty_cap: { zh: '减分封顶', en: 'cap on penalty' },
  quota: { zh: '比例', en: 'quota' },
  threshold: { zh: '分数线', en: 'threshold' },
};

function leverName(run: Run, { kind, name, pool }: Sensitivity, lang: Lang): string {
  const indicator = run.plan.indicators.find((candidate) => candidate.name === name);
  const label = (lang === 'zh' ? indicator?.zh : indicator?.en) ?? name;
  if (kind === 'bonus_cap' || kind === 'penalty_cap') return KINDS[kind][lang];
  const where = pool === undefined ? '' : ` · ${pool}`;
  return lang === 'zh' ? `${label}${KINDS[kind].zh}${where}` : `${KINDS[kind].en} of ${label}${where}`;
}
