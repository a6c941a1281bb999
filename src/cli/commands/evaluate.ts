// `mujun evaluate`: scores, ranks and classes of every subject, as a file or as a table.
import { formatNumber } from '#core/number-text.ts';
import type { Run } from '#engine/run/evaluate.ts';
import { runIdentity } from '#engine/run/identity.ts';
import { type ResultColumn, standardColumns } from '#engine/run/result-columns.ts';
import { textAt } from '#engine/table/column.ts';
import type { SheetWorkers } from '#platform/sheets/workers.ts';
import { writeTable } from '#platform/sheets/write.ts';
import { chooseColumns } from '../columns.ts';
import { type Arguments, type Command, type Io, MOST_SHOWN } from '../command.ts';
import { renderTable } from '../console-table.ts';
import { EVALUATION_OPTIONS, openRun } from '../evaluation.ts';
import { workersFor } from '../threads.ts';
import { classCounts, summaryLine } from '../summary.ts';

export const evaluateCommand: Command = {
  name: 'evaluate',
  summary: { zh: '按方案计分、排名、分类', en: 'score, rank and classify by a scheme' },
  options: {
    ...EVALUATION_OPTIONS,
    out: {
      type: 'string',
      short: 'o',
      value: 'FILE',
      zh: '结果文件（.csv .xlsx .json .arrow），每个对象一行',
      en: 'the result file (.csv .xlsx .json .arrow), one row per subject',
    },
    columns: {
      type: 'string',
      value: 'LIST',
      zh: '只要这些列，如 "id,score as 得分，class"',
      en: 'only these columns, such as "id,score as points,class"',
    },
    decimals: {
      type: 'string',
      value: 'N',
      zh: '结果文件的小数位数；默认不舍入',
      en: 'decimals in the result file; unrounded unless stated',
    },
    top: {
      type: 'string',
      value: 'N',
      zh: '屏幕上显示前几名，默认 40',
      en: 'how many to show on the screen, 40 unless stated',
    },
  },
  example: 'mujun evaluate --scheme huangyan-2022-above-scale --data 企业.xlsx --out 结果.xlsx',
  run: async (args, io) => {
    const workers = workersFor(args.text('data'));
    try {
      return await evaluateWith(args, io, workers);
    } finally {
      await workers.close();
    }
  },
};

const MOST_DECIMALS = 15;

async function evaluateWith(args: Arguments, io: Io, workers: SheetWorkers): Promise<number> {
  const out = args.text('out');
  const top = args.whole('top', 0, MOST_SHOWN) ?? 40;
  const decimals = args.whole('decimals', 0, MOST_DECIMALS);
  const opened = await openRun(args, io, workers);
  if (opened === undefined) return 1;
  const { run } = opened;
  if (out === undefined) {
    io.out(args.flag('json') ? toJson(run) : screen(run, top, io));
    return 0;
  }
  await writeTable(out, chooseColumns(run, args.text('columns'), io.lang), run.rows, {
    workers,
    ...(decimals === undefined ? {} : { decimals }),
  });
  if (args.flag('json'))
    io.out(JSON.stringify({ ...runIdentity(run), rows: run.rows, file: out, classes: classCounts(run) }));
  else io.out(`${summaryLine(run, io.lang)}\n${io.lang === 'zh' ? '结果已写入' : 'written to'} ${out}`);
  return 0;
}

function toJson(run: Run): string {
  const columns = standardColumns(run, 'zh');
  const rows = Array.from({ length: run.rows }, (_, row) =>
    Object.fromEntries(columns.map((column) => [column.name, plainCell(column, row)])),
  );
  return JSON.stringify({ ...runIdentity(run), classes: classCounts(run), rows });
}

function plainCell(column: ResultColumn, row: number): number | string | null {
  switch (column.kind) {
    case 'number':
    case 'computed': {
      const value = column.kind === 'number' ? (column.values[row] as number) : column.at(row);
      return Number.isNaN(value) ? null : value;
    }
    case 'integer': {
      const value = column.values[row] as number;
      return value < (column.absentBelow ?? -Infinity) ? null : value;
    }
    case 'category':
      return column.labels[column.codes[row] as number] ?? null;
    case 'text':
      return textAt(column.column, row);
    case 'strings':
      return column.at(row);
  }
}

const LEADING: readonly string[] = ['rank', 'id', 'score', 'class'];

/** Best first; item scores side by side; subjects that are not ranked come last. */
function screen(run: Run, top: number, io: Io): string {
  const { order } = run.classified.ranking;
  const rest = run.rows - order.length;
  const rows = [...order.subarray(0, top)];
  for (let row = 0; row < run.rows && rows.length < Math.min(top, run.rows); row++) {
    if (run.classified.ranking.rank[row] === 0) rows.push(row);
  }
  const columns = standardColumns(run, io.lang).filter(
    ({ name }) => !name.endsWith('.value') && !hidden(run, name),
  );
  // The answer comes first, the items it is made of after it.
  const leading = LEADING.flatMap((name) => columns.filter((column) => column.name === name));
  const table = renderTable(
    [...leading, ...columns.filter((column) => !leading.includes(column))].map((column) => ({
      header: column[io.lang],
      right: column.kind === 'number' || column.kind === 'computed' || column.kind === 'integer',
      cells: rows.map((row) => shownCell(column, row)),
    })),
  );
  const more = run.rows - rows.length;
  const zh = io.lang === 'zh';
  const unranked = rest === 0 ? '' : zh ? `（未参加排名的有 ${rest} 个）` : ` (${rest} are not ranked)`;
  const advice = zh
    ? `\n……另有 ${more} 个${unranked}；用 --out 写出全部，或用 --top 多看几个`
    : `\n… ${more} more${unranked}; --out writes all, --top shows more`;
  const note = more === 0 ? '' : advice;
  return `${summaryLine(run, io.lang)}\n\n${table}${note}`;
}

function hidden(run: Run, name: string): boolean {
  if (name === 'pool_rank') return run.classified.poolLabels.length < 2;
  if (name === 'class') return run.plan.classes === undefined;
  return (
    name === 'reasons' &&
    run.rows > 0 &&
    standardColumns(run, 'zh').every((c) => c.name !== name || isEmpty(c, run.rows))
  );
}

function isEmpty(column: ResultColumn, rows: number): boolean {
  if (column.kind !== 'strings') return false;
  for (let row = 0; row < rows; row++) if (column.at(row) !== '') return false;
  return true;
}

function shownCell(column: ResultColumn, row: number): string {
  const cell = plainCell(column, row);
  if (cell === null) return '—';
  return column.kind !== 'integer' && typeof cell === 'number' ? formatNumber(cell, 2) : String(cell);
}
