// `mujun flip`: how far a subject is from another class: the smallest change of each figure, and of the best pair.
import { AppError } from '#core/app-error.ts';
import type { Run } from '#engine/run/evaluate.ts';
import { describeFlip } from '#engine/simulate/describe-flip.ts';
import { type Flip, flipAll, flipRow } from '#engine/simulate/flip.ts';
import { textColumn } from '#engine/table/column.ts';
import { type OutputColumn, writeTable } from '#platform/sheets/write.ts';
import type { Arguments, Command, Io } from '../command.ts';
import { EVALUATION_OPTIONS, openRun } from '../evaluation.ts';
import { requireRow } from '../lookup.ts';

export const flipCommand: Command = {
  name: 'flip',
  summary: {
    zh: '升降级距离：差多少升到某类，哪项数据变动最少',
    en: 'how far a subject is from another class, by each figure',
  },
  positionals: 'ID…',
  options: {
    ...EVALUATION_OPTIONS,
    to: {
      type: 'string',
      value: 'CLASS',
      zh: '目标等级；不写则高一类（已是最高类则低一类）',
      en: 'the class to reach; the next better one unless stated (from the best, the next worse)',
    },
    out: {
      type: 'string',
      short: 'o',
      value: 'FILE',
      zh: '把所有对象到各等级的距离写入文件',
      en: 'write the distances of all subjects to all classes',
    },
  },
  example: 'mujun flip --scheme huangyan-2022-above-scale --data examples/enterprises-2022.csv QY06 --to A',
  run: async (args, io) => {
    const out = args.text('out');
    if (args.positionals.length === 0 && out === undefined)
      throw new AppError('subject_missing', { command: 'flip' });
    const opened = await openRun(args, io);
    if (opened === undefined) return 1;
    const { run, dataset } = opened;
    if (run.plan.classes === undefined) throw new AppError('scheme_without_classes');
    const flips = args.positionals.map((id) => {
      const row = requireRow(dataset, id);
      return flipRow(run, row, targetOf(run, row, args));
    });
    if (out !== undefined) await writeAll(out, run, io);
    if (args.flag('json')) io.out(JSON.stringify(flips));
    else if (flips.length > 0)
      io.out(flips.map((flip) => describeFlip(flip, run, io.lang).join('\n')).join('\n\n'));
    return 0;
  },
};

function targetOf(run: Run, row: number, args: Arguments): string {
  const order = run.plan.classes?.order ?? [];
  const stated = args.text('to');
  if (stated !== undefined) {
    if (!order.includes(stated))
      throw new AppError('class_not_in_scheme', { class: stated, known: order.join(', ') });
    return stated;
  }
  const position = run.final[row] as number;
  if (position === 0) return order[1] ?? order[0] ?? '';
  return order[Math.min(position, order.length) - 1] ?? '';
}

async function writeAll(out: string, run: Run, io: Io): Promise<void> {
  const flips = flipAll(run, { pair: false }).flat();
  await writeTable(out, columnsOf(flips), flips.length);
  io.err(
    io.lang === 'zh' ? `已写入 ${out}，共 ${flips.length} 行` : `${flips.length} rows written to ${out}`,
  );
}

/** One row per subject and class, with the nearest single change. */
function columnsOf(flips: readonly Flip[]): OutputColumn[] {
  const text = (header: string, cell: (flip: Flip) => string): OutputColumn => ({
    header,
    kind: 'text',
    column: textColumn(flips.map(cell)),
  });
  const number = (header: string, cell: (flip: Flip) => number | undefined): OutputColumn => ({
    header,
    kind: 'number',
    values: Float64Array.from(flips, (flip) => cell(flip) ?? Number.NaN),
  });
  return [
    text('id', ({ id }) => id),
    text('class', ({ from }) => from ?? ''),
    text('target', ({ target }) => target),
    number('points', ({ points }) => points),
    text('input', ({ singles }) => singles[0]?.change?.input ?? ''),
    number('from', ({ singles }) => singles[0]?.change?.from),
    number('to', ({ singles }) => singles[0]?.change?.shown),
    number('relative', ({ singles }) => singles[0]?.change?.relative),
    text('obstacle', ({ obstacle }) => obstacle ?? ''),
  ];
}
